/** Photos of printed probes that an adult filled in by hand. */
import { photograph } from '../camera/photograph.ts';
import { byHand } from '../drawing/fill.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { fluencyProbe } from '../forms/fluency-probe.ts';
import { runningRecord } from '../forms/running-record.ts';

export const fluencyPhoto: EvidenceFile = {
  name: 'fluency-probe-amaya.jpg',
  about: 'One-minute reading probe, totals written in pen',
  made: 'printed form filled in by hand; twelve-megapixel photo on an oak desk, perspective, curl, shadow of the phone, EXIF orientation 6',
  expected: {
    documents: [
      expectDocument({
        documentType: 'cbm_probe',
        studentId: 'stu-amd',
        date: '2025-11-07',
        dataPoints: [point('amd-orf', '2025-11-07', 46, 'handwriting')],
        notData: [
          { value: 52, why: 'total words read' },
          { value: 6, why: 'errors' },
          { value: 79, why: 'running word count in the margin' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'fluency-probe-amaya' });
    const probe = {
      school: 'Juniper Flats Elementary',
      logo: 'juniper',
      student: 'Amaya Delacroix-Reyes',
      grade: '2',
      examiner: 'R. Achterberg',
      date: '11/7/2025',
      passage: '2-09',
      title: 'The Kite in the Cottonwood',
      lines: [
        'Wren had a red kite with a long tail. On windy days',
        'she ran down the hill behind the barn and let it climb.',
        'One day the string slipped out of her hand. The kite went',
        'over the fence and into the tallest cottonwood tree.',
        '"We will get it back," said her brother Ned. He brought a',
        'ladder, but the ladder was too short. Then a crow landed',
        'on the branch and pulled at the string with its beak.',
        'The kite turned over once and came down slowly. It had a',
        'small tear in one corner. Wren and Ned patched it with tape.',
      ],
      words: 52,
      errors: 6,
    } as const;
    fluencyProbe(sheet, probe, byHand({ hand: 'caveat', size: 17, ink: 'blue' }));
    return photograph(await rasterizeSheet(sheet, 2600), {
      seed: 'fluency-probe-amaya',
      width: 3024,
      height: 4032,
      blur: 1.4,
      corners: [
        [0.07, 0.06],
        [0.92, 0.045],
        [0.965, 0.95],
        [0.03, 0.965],
      ],
      desk: 'oak',
      light: {
        toward: 50,
        fall: 0.3,
        shadows: [{ x: 0.8, y: 0.95, rx: 0.35, ry: 0.25, turn: -25, soft: 0.35, depth: 0.35 }],
      },
      curl: 0.006,
      orientation: 6,
      takenAt: '2025:11:07 10:42:18',
    });
  },
};

export const runningRecordPhoto: EvidenceFile = {
  name: 'running-record-amaya.jpg',
  about: 'Running record with ticks and miscues, level written in a box',
  made: 'printed form filled in by hand; photo at an angle on a grey table under a yellow lamp, sheet folded once',
  expected: {
    documents: [
      expectDocument({
        documentType: 'running_record',
        studentId: 'stu-amd',
        date: '2025-10-09',
        dataPoints: [point('amd-lvl', '2025-10-09', 7, 'handwriting')],
        notData: [
          { value: 131, why: 'running words' },
          { value: 93, why: 'accuracy of the running record; no goal measures it' },
          { value: 9, why: 'errors' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'running-record-amaya' });
    const record = {
      student: 'Amaya Delacroix-Reyes',
      grade: '2',
      date: '10/9/25',
      recorder: 'T. Yarrow',
      text: 'Otter Goes Fishing',
      level: 'G',
      runningWords: 131,
      errors: 9,
      selfCorrections: 3,
      accuracy: '93%',
      correctionRate: '1:4',
      comprehension: '5/7',
      verdict: 'instructional',
      instructionalLevel: 'G',
      lines: [
        ['p. 2', ['v', 'v', 'v', 'v', 'v', 'v', 'v', 'v']],
        ['p. 3', ['v', 'v', 'splash/slipped', 'v', 'v', 'v', 'v']],
        ['p. 4', ['v', 'was/saw SC', 'v', 'v', 'v', 'rode/rod', 'v']],
        ['p. 5', ['v', 'v', 'v', 'basket/bucket', 'v', 'hid/had', 'v']],
        ['p. 6', ['fishes/fish', 'v', 'v', 'v', 'where/were SC', 'v']],
        ['p. 7', ['v', 'wet/went', 'v', 'v', 'bank/bunk', 'v', 'v']],
        ['p. 8', ['v', 'then/when SC', 'v', 'other/otter', 'v', 'v', 'hom/home']],
      ],
      plan: 'stay at G, work on endings. Try H in November',
    } as const;
    runningRecord(sheet, record, byHand({ hand: 'kalam', size: 12.5, ink: 'blue', mess: 0.9 }));
    return photograph(await rasterizeSheet(sheet), {
      seed: 'running-record-amaya',
      width: 1728,
      height: 2304,
      corners: [
        [0.12, 0.1],
        [0.95, 0.075],
        [0.93, 0.93],
        [0.045, 0.915],
      ],
      desk: 'laminate',
      light: { toward: 200, fall: 0.34, warmth: 0.9, exposure: 0.93 },
      folds: 'half',
      curl: -0.004,
      blur: 0.9,
      noise: 5,
      takenAt: '2025:10:09 14:03:55',
    });
  },
};
