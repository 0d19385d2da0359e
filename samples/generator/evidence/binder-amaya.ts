/** The binder's first tab: reading. */
import { byHand, typed } from '../drawing/fill.ts';
import { expectDocument, point } from '../expected.ts';
import { fluencyProbe } from '../forms/fluency-probe.ts';
import { letterHome } from '../forms/letter-home.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { runningRecord } from '../forms/running-record.ts';
import { tabSheet } from '../forms/separator.ts';
import { type BinderPage, blankBack, separator } from './binder-page.ts';

const typewriter = typed({ font: 'mono', size: 11 });
const school = 'Juniper Flats Elementary';

const probes = [
  ['9/12/2025', '2025-09-12', 40, 7, 33],
  ['9/19/2025', '2025-09-19', 40, 6, 34],
  ['9/26/2025', '2025-09-26', 42, 5, 37],
  ['10/3/2025', '2025-10-03', 44, 6, 38],
  ['10/10/2025', null, null, null, null],
  ['10/17/2025', '2025-10-17', 46, 4, 42],
  ['10/24/2025', '2025-10-24', 48, 5, 43],
] as const;

const fallLog: BinderPage = {
  seed: 'binder-amaya-log',
  document: expectDocument({
    documentType: 'cbm_probe',
    studentId: 'stu-amd',
    date: '2025-10-24',
    dataPoints: probes.flatMap(([, iso, , , wcpm]) => (iso ? [point('amd-orf', iso, wcpm)] : [])),
    notData: [
      { value: 31, why: 'baseline' },
      { value: 70, why: 'target' },
      { value: 40, why: 'words read' },
    ],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Reading Intervention', title: 'ORAL READING FLUENCY  -  PROBE RECORD' },
        fields: [
          ['Student:', 'Amaya Delacroix-Reyes'],
          ['Grade:', '2'],
          ['Examiner:', 'R. Achterberg'],
          ['Sheet filed:', '10/24/2025'],
        ],
        caption: 'One-minute cold reads, grade 2 passages.   WCPM = words correct per minute',
        columns: [
          { title: 'Date', width: 110 },
          { title: 'Words read', width: 100, align: 'center' },
          { title: 'Errors', width: 90, align: 'center' },
          { title: 'WCPM', width: 90, align: 'center' },
          { title: 'Comment', width: 126 },
        ],
        rows: probes.map(([date, , words, errors, wcpm]) =>
          words === null ? [date, '', '', '', 'absent'] : [date, String(words), String(errors), String(wcpm), ''],
        ),
        spareRows: 5,
        footer: ['Baseline (9/3/2025): 31 WCPM          Annual goal: 70 WCPM by 5/29/2026'],
      },
      typewriter,
    );
  },
};

function probe(seed: string, date: string, iso: string, passage: string, words: number, errors: number): BinderPage {
  return {
    seed,
    document: expectDocument({
      documentType: 'cbm_probe',
      studentId: 'stu-amd',
      date: iso,
      dataPoints: [point('amd-orf', iso, words - errors)],
      notData: [
        { value: words, why: 'total words read' },
        { value: errors, why: 'errors' },
      ],
    }),
    draw: (sheet) => {
      const facts = { school, logo: 'juniper', student: 'Amaya Delacroix-Reyes', grade: '2' } as const;
      const title = passage === '2-11' ? 'Snow Day on Ditch Road' : 'Grandpa and the Bees';
      const lines =
        passage === '2-11'
          ? [
              'No bus came up Ditch Road on Monday. The snow was as high',
              'as the mailbox. Lupe put on two coats and went out to feed',
              'the hens. The gate would not move, so she dug with a pan.',
              'When she opened the coop, the hens looked at the snow and',
              'went right back to bed. Lupe laughed and threw them corn.',
            ]
          : [
              'Grandpa keeps six white boxes at the end of the field. The',
              'bees live in them. On warm days he puts on a hat with a net',
              'and moves very slowly. He says bees do not like a hurry.',
              'Last week he let me hold the smoker. The smoke makes them',
              'sleepy. We took out one frame and it was full of honey.',
            ];
      const rest = { examiner: 'R. Achterberg', date, passage, title, lines, words, errors };
      fluencyProbe(sheet, { ...facts, ...rest }, typewriter);
    },
  };
}

const record: BinderPage = {
  seed: 'binder-amaya-record',
  document: expectDocument({
    documentType: 'running_record',
    studentId: 'stu-amd',
    date: '2025-11-20',
    dataPoints: [point('amd-lvl', '2025-11-20', 8)],
    notData: [
      { value: 138, why: 'running words' },
      { value: 94, why: 'accuracy; no goal measures it' },
    ],
  }),
  draw: (sheet) => {
    const facts = {
      student: 'Amaya Delacroix-Reyes',
      grade: '2',
      date: '11/20/2025',
      recorder: 'T. Yarrow',
      text: 'The Lost Boot',
      level: 'H',
      runningWords: 138,
      errors: 8,
      selfCorrections: 4,
      accuracy: '94%',
      correctionRate: '1:3',
      comprehension: '6/7',
      verdict: 'instructional',
      instructionalLevel: 'H',
      lines: [
        ['p. 2', ['v', 'v', 'v', 'v', 'boat/boot', 'v', 'v']],
        ['p. 3', ['v', 'where/were SC', 'v', 'v', 'mud/muddy', 'v']],
        ['p. 4', ['v', 'v', 'look/looked', 'v', 'v', 'ran/rain SC']],
        ['p. 5', ['v', 'stick/sticky', 'v', 'v', 'v', 'v', 'v']],
        ['p. 6', ['come/came', 'v', 'v', 'it/in SC', 'v', 'v']],
        ['p. 7', ['v', 'v', 'puddle/paddle', 'v', 'home/house']],
        ['p. 8', ['v', 'they/then SC', 'v', 'dry/dried', 'v', 'v']],
      ],
      plan: 'Move groups after winter break.',
    } as const;
    runningRecord(sheet, facts, typed({ font: 'mono', size: 10 }));
  },
};

const conferenceLetter: BinderPage = {
  seed: 'binder-amaya-letter',
  document: expectDocument({ documentType: 'other', studentId: 'stu-amd', date: '2025-10-13' }),
  draw: (sheet) => {
    letterHome(
      sheet,
      {
        title: 'FALL CONFERENCES',
        date: 'October 6, 2025',
        body: [
          'Dear families,',
          'Conferences are on Thursday, October 23 and Friday, October 24. Each one takes 20 minutes. Please mark a time, sign below and send this form back by October 15.',
          'An interpreter will be there if you ask for one. Children may come along; the library will be open.',
        ],
        choices: [
          ['Thursday, 3:30 to 6:00', false],
          ['Friday, 8:00 to 11:30', true],
          ['We would like an interpreter (Spanish)', true],
        ],
        blanks: [
          ['Child:', 'Amaya Delacroix-Reyes'],
          ['Signed:', 'Pilar Reyes'],
          ['Date:', '10/13/2025'],
        ],
      },
      byHand({ hand: 'caveat', size: 19, ink: 'black' }),
    );
  },
};

export const amayaTab: readonly BinderPage[] = [
  separator(
    'binder-amaya-tab',
    (sheet) => tabSheet(sheet, 'Delacroix-Reyes, Amaya', 'Grade 2   -   Yarrow'),
    'stu-amd',
  ),
  fallLog,
  blankBack('binder-amaya-back'),
  probe('binder-amaya-probe-1', '11/21/2025', '2025-11-21', '2-11', 55, 5),
  probe('binder-amaya-probe-2', '12/5/2025', '2025-12-05', '2-12', 56, 4),
  { ...record, scan: { edge: 'right' } },
  blankBack('binder-amaya-back-2', { specks: 90 }),
  conferenceLetter,
];
