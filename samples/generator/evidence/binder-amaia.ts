/** The binder's second tab: math facts, directions, sentences. One page went in upside down. */
import { byHand, typed } from '../drawing/fill.ts';
import { expectDocument, point } from '../expected.ts';
import { letterHome } from '../forms/letter-home.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { rubricSheet } from '../forms/rubric-sheet.ts';
import { tabSheet } from '../forms/separator.ts';
import { trialSheet } from '../forms/trial-sheet.ts';
import { type BinderPage, blankBack, separator } from './binder-page.ts';
import { primaryTraits } from './photo-rubric.ts';

const typewriter = typed({ font: 'mono', size: 11 });
const school = 'Juniper Flats Elementary';

const facts = [
  ['9/12/25', '2025-09-12', 8],
  ['9/19/25', '2025-09-19', 9],
  ['9/26/25', '2025-09-26', 9],
  ['10/3/25', '2025-10-03', 11],
  ['10/10/25', '2025-10-10', 10],
  ['10/17/25', '2025-10-17', 12],
  ['10/24/25', '2025-10-24', 12],
] as const;

const mathLog: BinderPage = {
  seed: 'binder-amaia-math',
  document: expectDocument({
    documentType: 'cbm_probe',
    studentId: 'stu-ade',
    date: '2025-10-24',
    dataPoints: facts.map(([, iso, perMinute]) => point('ade-add', iso, perMinute)),
    notData: [
      { value: 16, why: 'two-minute total' },
      { value: 18, why: 'two-minute total' },
      { value: 22, why: 'two-minute total and target' },
      { value: 7, why: 'baseline' },
    ],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Math Intervention', title: 'MATH CBM RECORD  -  ADDITION FACTS TO 20' },
        fields: [
          ['Student:', 'Amaia Delgado'],
          ['Grade:', '2'],
          ['Probe length:', '2 minutes'],
          ['Teacher:', 'T. Yarrow'],
        ],
        columns: [
          { title: 'Date', width: 120 },
          { title: 'Digits correct\n(2 min total)', width: 140, align: 'center' },
          { title: 'Digits correct\nper minute', width: 140, align: 'center' },
          { title: 'Initials', width: 100, align: 'center' },
        ],
        headHeight: 34,
        rows: facts.map(([date, , perMinute]) => [date, String(perMinute * 2), String(perMinute), 'TY']),
        spareRows: 4,
        footer: ['Goal line: 22 digits correct per minute by May 2026', 'May 2025: 7 digits correct per minute'],
      },
      typewriter,
    );
  },
};

const marks = ['+', '+', 'P', '+', '-', '+', '+', 'P', '+', '+'];

const directions: BinderPage = {
  seed: 'binder-amaia-directions',
  scan: { upsideDown: true, skew: 0.6 },
  document: expectDocument({
    documentType: 'trial_sheet',
    studentId: 'stu-ade',
    date: '2025-12-04',
    dataPoints: [point('ade-dir', '2025-12-04', [7, 10])],
    notData: [
      { value: 90, why: 'one-step directions are mastered and no goal' },
      { value: 80, why: 'target' },
    ],
  }),
  draw: (sheet) => {
    trialSheet(
      sheet,
      {
        head: {
          school: 'Kestrel Valley School District',
          logo: 'district',
          line: 'Speech-Language',
          title: 'DIRECTIONS DATA SHEET',
        },
        fields: [
          ['Student:', 'Amaia Delgado'],
          ['Date:', '12/4/2025'],
          ['SLP:', 'B. Haldane'],
          ['Setting:', 'speech room'],
        ],
        key: 'KEY     + = correct, no help     P = needed prompt (not correct)     - = incorrect',
        rowTitle: 'Directions',
        totalTitle: 'Total',
        columns: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
        rows: [
          { label: '1-step (mastered)', marks: ['+', '+', '+', '+', '+', '-', '+', '+', '+', '+'], total: '9/10' },
          { label: '2-step (IEP goal)', marks, total: '7/10' },
        ],
        notes: ['Did best when she could look at me first.'],
        rowHeight: 30,
      },
      typewriter,
    );
  },
};

const rubric: BinderPage = {
  seed: 'binder-amaia-rubric',
  document: expectDocument({
    documentType: 'rubric',
    studentId: 'stu-ade',
    date: '2025-12-10',
    dataPoints: [point('ade-sen', '2025-12-10', 2)],
    notData: [
      { value: 3, why: 'scores of other traits' },
      { value: 4, why: 'a level of the scale' },
    ],
  }),
  draw: (sheet) => {
    const scores = { Ideas: 3, 'Complete Sentences': 2, 'Capitals and End Marks': 3, Spacing: 3 };
    rubricSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Primary Writing', title: 'PRIMARY WRITING RUBRIC' },
        fields: [
          ['Writer:', 'Amaia Delgado'],
          ['Date:', '12/10/2025'],
          ['Prompt:', 'A snowy day'],
          ['Scored by:', 'T. Yarrow'],
        ],
        levels: [4, 3, 2, 1],
        traits: Object.entries(primaryTraits).map(([name, wording]) => ({
          name,
          wording,
          score: scores[name as keyof typeof scores],
        })),
        comments: ['Periods are much better than in October.'],
      },
      typewriter,
    );
  },
};

const permission: BinderPage = {
  seed: 'binder-amaia-trip',
  scan: { worn: true },
  document: expectDocument({ documentType: 'other', studentId: 'stu-ade', date: '2025-11-03' }),
  draw: (sheet) => {
    letterHome(
      sheet,
      {
        title: 'FIELD TRIP PERMISSION',
        date: 'Return by November 7, 2025',
        body: [
          'Second grade will visit the Cottonwood Nature Center on Friday, November 14, 2025. The bus leaves at 8:45 and is back by 2:15. The cost is $6. Bring a coat and a sack lunch.',
          'We need 4 parent helpers. The limit is 52 students.',
        ],
        choices: [
          ['My child may attend.', true],
          ['Please send a school lunch.', false],
          ['I can help on the trip.', false],
        ],
        blanks: [
          ['Child:', 'Amaia Delgado'],
          ['Signed:', 'Marisol Delgado'],
          ['Date:', '11/3/2025'],
        ],
      },
      byHand({ hand: 'reenie', size: 24, ink: 'black', pen: 0.6 }),
    );
  },
};

export const amaiaTab: readonly BinderPage[] = [
  separator('binder-amaia-tab', (sheet) => tabSheet(sheet, 'Delgado, Amaia', 'Grade 2   -   Yarrow'), 'stu-ade'),
  { ...mathLog, scan: { skew: -0.7 } },
  blankBack('binder-amaia-back'),
  directions,
  rubric,
  permission,
];
