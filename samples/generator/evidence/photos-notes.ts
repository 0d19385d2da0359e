/** Photos of notes written by hand, and one photo that nobody can read. */
import { photograph } from '../camera/photograph.ts';
import { byHand } from '../drawing/fill.ts';
import { write, writeLines } from '../drawing/handwriting.ts';
import { stroke } from '../drawing/pen.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { fluencyProbe } from '../forms/fluency-probe.ts';
import { ruledNote } from '../forms/ruled-page.ts';

export const recessNotePhoto: EvidenceFile = {
  name: 'recess-note-beckett.jpg',
  about: 'Recess observation written by hand on filler paper',
  made: 'pen on ruled paper; photo on a desk under a ceiling light, EXIF orientation 8',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-bnl',
        date: '2025-11-18',
        dataPoints: [point('bnl-pee', '2025-11-18', 3, 'handwriting')],
        notData: [
          { value: 2, why: 'prompted, so not counted' },
          { value: 5, why: 'target' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'recess-note-beckett', paper: '#fdfdf9' });
    const lines = [
      '11/18/2025     Recess obs. 10:20-10:40     J. Prewitt',
      '',
      'Beckett Nakamura-Lowe',
      '',
      'Walked the fence for a while by himself. Then went up to',
      'two boys at four square and asked "can I get in line?"',
      'Asked Imre to trade balls. Later he showed a girl from',
      'Ms. F\'s class the ant hill and said "come look".',
      '',
      'Peer initiations this session: 3, no prompts.',
      '',
      'I prompted him 2 more times near the end, not counted.',
      'Goal is 5 per recess.',
    ];
    ruledNote(sheet, lines, { hand: 'caveat', size: 20, ink: 'black', mess: 1.1 });
    return photograph(await rasterizeSheet(sheet), {
      seed: 'recess-note-beckett',
      width: 1728,
      height: 2304,
      corners: [
        [0.06, 0.07],
        [0.96, 0.055],
        [0.93, 0.96],
        [0.05, 0.94],
      ],
      desk: 'oak',
      light: {
        toward: 250,
        fall: 0.26,
        warmth: 0.2,
        shadows: [{ x: 0.5, y: 1.02, rx: 0.5, ry: 0.3, turn: 4, soft: 0.4, depth: 0.3 }],
      },
      curl: 0.007,
      orientation: 8,
      takenAt: '2025:11:18 10:44:37',
    });
  },
};

export const stickyNotePhoto: EvidenceFile = {
  name: 'sticky-note-zuri.jpg',
  about: 'Sticky note on the desk: the week’s count',
  made: 'felt pen on a yellow square; close photo, slightly out of focus at the corner',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-zad',
        date: '2025-12-19',
        dataPoints: [point('zad-elo', '2025-12-19', 0, 'handwriting')],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'sticky-note-zuri', width: 216, height: 216, paper: '#f7e46b' });
    sheet.box(0, 0, 216, 40, { fill: '#efdb5c', border: false });
    const pen = { hand: 'patrick', ink: 'black', pen: 0.7, mess: 1.1 } as const;
    write(sheet, 'Zuri A.', 22, 48, { ...pen, size: 30 });
    writeLines(sheet, ['wk of 12/15 - 12/19/2025', '0 elopements all week!!'], 20, 86, 34, { ...pen, size: 20 });
    stroke(
      sheet,
      [
        [22, 128],
        [100, 126],
        [186, 127],
      ],
      { ink: 'black', width: 1.5 },
    );
    write(sheet, '- Ms. Yarrow', 104, 180, { ...pen, size: 20 });
    return photograph(await rasterizeSheet(sheet, 1500), {
      seed: 'sticky-note-zuri',
      width: 1600,
      height: 1600,
      corners: [
        [0.16, 0.13],
        [0.86, 0.17],
        [0.83, 0.87],
        [0.11, 0.82],
      ],
      desk: 'laminate',
      light: { toward: 40, fall: 0.26, warmth: 0.5 },
      curl: 0.014,
      blur: 1.1,
      takenAt: '2025:12:19 15:02:20',
    });
  },
};

export const blurredPhoto: EvidenceFile = {
  name: 'IMG_2077.jpg',
  about: 'A probe photographed in motion: too blurred to read',
  made: 'printed form filled in by hand; strong shake and missed focus',
  expected: {
    documents: [expectDocument({ documentType: 'other', studentId: null, date: null })],
    pages: [{ page: 1, kind: 'unreadable' }],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'blurred' });
    const probe = {
      school: 'Juniper Flats Elementary',
      logo: 'juniper',
      student: 'Soren Halvorsen',
      grade: '4',
      examiner: 'C. Sundqvist',
      date: '11/19/2025',
      passage: '4-03',
      title: 'Salt on the Road',
      lines: [
        'Before the storm came over the ridge, the road crew loaded',
        'two trucks with salt. Dolores drove the first one. She knew',
        'every curve between the mill and the school, and she knew',
        'where the ice formed first. At the bridge she slowed down.',
      ],
      words: 41,
      errors: 3,
    } as const;
    fluencyProbe(sheet, probe, byHand({ hand: 'kalam', size: 14, ink: 'black' }));
    return photograph(await rasterizeSheet(sheet), {
      seed: 'blurred',
      width: 1512,
      height: 2016,
      corners: [
        [0.1, 0.08],
        [0.9, 0.04],
        [0.97, 0.93],
        [0.02, 0.97],
      ],
      desk: 'cloth',
      light: { toward: 90, fall: 0.5, exposure: 0.62, warmth: 0.6 },
      shake: { length: 34, angle: 32 },
      blur: 7,
      noise: 9,
      quality: 60,
      takenAt: '2025:11:19 09:15:01',
    });
  },
};
