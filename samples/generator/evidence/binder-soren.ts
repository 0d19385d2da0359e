/** The binder's third tab: behavior and fluency; a two-page log; a note by hand whose ink shines through its back. */
import { typed } from '../drawing/fill.ts';
import { createSheet } from '../drawing/sheet.ts';
import { expectDocument, point } from '../expected.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { ruledNote } from '../forms/ruled-page.ts';
import { tabSheet } from '../forms/separator.ts';
import { tallyChart } from '../forms/tally-chart.ts';
import { type BinderPage, blankBack, separator } from './binder-page.ts';

const typewriter = typed({ font: 'mono', size: 11 });
const school = 'Juniper Flats Elementary';
type Week = readonly (readonly [string, string, readonly [number, number, number] | null])[];

function week(seed: string, weekOf: string, days: Week, note: string, last: string): BinderPage {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    seed,
    document: expectDocument({
      documentType: 'behavior_chart',
      studentId: 'stu-sha',
      date: last,
      dataPoints: days.flatMap(([, iso, counts]) => (counts ? [point('sha-out', iso, sum(counts))] : [])),
      notData: [{ value: 3, why: 'part of a day’s total' }],
    }),
    draw: (sheet) => {
      tallyChart(
        sheet,
        {
          student: 'Soren Halvorsen',
          grade: '4',
          weekOf,
          completedBy: 'C. Sundqvist',
          behavior: 'Blurting out',
          definition: 'One mark each time he talks without being called on. Write the total for the day at the bottom.',
          days: days.map(([label]) => label),
          blocks: ['8:10 - 10:15', '10:30 - 12:00', '12:45 - 2:50'],
          counts: days.map(([, , counts]) => counts),
          absentWord: 'no school',
          goal: '4 or fewer per day',
          note,
        },
        typewriter,
      );
    },
  };
}

const november = week(
  'binder-soren-november',
  '11/10/2025',
  [
    ['Mon\n11/10/25', '2025-11-10', [4, 3, 3]],
    ['Tues\n11/11/25', '2025-11-11', null],
    ['Wed\n11/12/25', '2025-11-12', [3, 2, 4]],
    ['Thurs\n11/13/25', '2025-11-13', [3, 3, 2]],
    ['Fri\n11/14/25', '2025-11-14', [2, 3, 3]],
  ],
  'Tuesday was Veterans Day.',
  '2025-11-14',
);

const december = week(
  'binder-soren-december',
  '12/1/2025',
  [
    ['Mon\n12/1/25', '2025-12-01', [3, 2, 3]],
    ['Tues\n12/2/25', '2025-12-02', [2, 3, 2]],
    ['Wed\n12/3/25', '2025-12-03', [3, 1, 2]],
    ['Thurs\n12/4/25', '2025-12-04', [2, 2, 2]],
    ['Fri\n12/5/25', '2025-12-05', [1, 2, 2]],
  ],
  'Talk tickets since Monday. He likes them.',
  '2025-12-05',
);

const intervals: BinderPage = {
  seed: 'binder-soren-intervals',
  document: expectDocument({
    documentType: 'behavior_chart',
    studentId: 'stu-sha',
    date: '2025-12-03',
    dataPoints: [
      point('sha-ont', '2025-11-12', [18, 30]),
      point('sha-ont', '2025-11-19', [19, 30]),
      point('sha-ont', '2025-12-03', [21, 30]),
    ],
    notData: [
      { value: 86.7, why: 'a peer, for comparison' },
      { value: 85, why: 'target' },
    ],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Student Support Team', title: 'ON-TASK INTERVAL OBSERVATION' },
        fields: [
          ['Student:', 'Soren Halvorsen'],
          ['Observer:', 'J. Prewitt'],
        ],
        caption: 'Momentary time sampling, 30 intervals of 20 seconds, independent work.',
        columns: [
          { title: 'Date', width: 86 },
          { title: 'Subject', width: 112 },
          { title: 'Intervals\non task', width: 100, align: 'center' },
          { title: 'Percent', width: 84, align: 'center' },
          { title: 'Peer for\ncomparison', width: 120, align: 'center' },
        ],
        headHeight: 34,
        rows: [
          ['11/12/2025', 'math', '18/30', '60%', '26/30'],
          ['11/19/2025', 'writing', '19/30', '63.3%', '25/30'],
          ['12/3/2025', 'math', '21/30', '70%', '26/30'],
        ],
        spareRows: 6,
        footer: ['IEP goal: 85% of intervals'],
      },
      typewriter,
    );
  },
};

const fluency = [
  ['9/10/25', '2025-09-10', 71, 5, 66],
  ['9/17/25', '2025-09-17', 72, 4, 68],
  ['9/24/25', '2025-09-24', 73, 6, 67],
  ['10/1/25', '2025-10-01', 74, 4, 70],
  ['10/8/25', '2025-10-08', 76, 5, 71],
  ['10/15/25', '2025-10-15', 76, 4, 72],
  ['10/22/25', '2025-10-22', 79, 4, 75],
] as const;

function fluencyLog(seed: string, page: string, rows: readonly (typeof fluency)[number][]): BinderPage['draw'] {
  return (sheet) => {
    logSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Reading Intervention', title: 'ORAL READING FLUENCY  -  PROBE RECORD' },
        fields: [
          ['Student:', 'Soren Halvorsen'],
          ['Grade:', '4'],
          ['Examiner:', 'C. Sundqvist'],
          ['Page:', page],
        ],
        columns: [
          { title: 'Date', width: 110 },
          { title: 'Words read', width: 110, align: 'center' },
          { title: 'Errors', width: 100, align: 'center' },
          { title: 'WCPM', width: 100, align: 'center' },
        ],
        rows: rows.map(([date, , words, errors, wcpm]) => [date, String(words), String(errors), String(wcpm)]),
        rowHeight: 34,
        footer: [
          seed.endsWith('1') ? 'Continued on next page.' : 'Goal: 105 WCPM by 4/8/2026.   Baseline 64 (April 2025)',
        ],
      },
      typewriter,
    );
  };
}

const logPages: readonly BinderPage[] = [
  {
    seed: 'binder-soren-log-1',
    draw: fluencyLog('binder-soren-log-1', '1 of 2', fluency.slice(0, 4)),
    document: expectDocument({
      documentType: 'cbm_probe',
      studentId: 'stu-sha',
      date: '2025-10-22',
      dataPoints: fluency.map(([, iso, , , wcpm]) => point('sha-orf', iso, wcpm)),
      notData: [
        { value: 105, why: 'target' },
        { value: 64, why: 'baseline' },
      ],
    }),
  },
  { seed: 'binder-soren-log-2', draw: fluencyLog('binder-soren-log-2', '2 of 2', fluency.slice(4)), continues: true },
];

const noteLines = [
  '11/24/2025    C. Sundqvist',
  '',
  'Soren Halvorsen - getting started',
  '',
  'I timed how long he took to begin after I gave the',
  'direction. Warm-up 70 seconds, writing 95 seconds,',
  'science page 75 seconds. Average 80 seconds today.',
  '',
  'He did not need a second reminder for any of them.',
  'Would like to try the timer on his desk next.',
];

const note: BinderPage = {
  seed: 'binder-soren-note',
  paper: '#fbfbf6',
  scan: { mode: 'grey', holes: false },
  document: expectDocument({
    documentType: 'anecdotal_note',
    studentId: 'stu-sha',
    date: '2025-11-24',
    dataPoints: [point('sha-lat', '2025-11-24', 80, 'handwriting')],
    notData: [
      { value: 70, why: 'part of the average' },
      { value: 95, why: 'part of the average' },
      { value: 75, why: 'part of the average' },
    ],
  }),
  draw: (sheet) => ruledNote(sheet, noteLines, { hand: 'kalam', size: 17, ink: 'blue', mess: 1.1 }),
};

const noteBack: BinderPage = {
  ...blankBack('binder-soren-note-back', { mode: 'grey', holes: false, specks: 12 }),
  draw: (sheet) => {
    // What shines through: the front, mirrored and faint.
    const front = createSheet({ seed: 'binder-soren-note' });
    ruledNote(front, noteLines, { hand: 'kalam', size: 17, ink: 'blue', mess: 1.1 });
    const inner = front
      .svg()
      .replace(/^<svg[^>]*>/, '')
      .replace(/<\/svg>$/, '');
    sheet.draw(`<g transform="translate(${sheet.width} 0) scale(-1 1)" opacity="0.1">${inner}</g>`);
  },
};

export const sorenTab: readonly BinderPage[] = [
  separator('binder-soren-tab', (sheet) => tabSheet(sheet, 'Halvorsen, Soren', 'Grade 4   -   Sundqvist'), 'stu-sha'),
  november,
  december,
  blankBack('binder-soren-back'),
  { ...intervals, scan: { edge: 'left' } },
  ...logPages,
  note,
  noteBack,
];
