/** The binder's last tab, and what lay loose behind it. */
import { byHand, typed } from '../drawing/fill.ts';
import { letterhead, paragraph } from '../drawing/form-parts.ts';
import { drawTable } from '../drawing/table.ts';
import { expectDocument, point } from '../expected.ts';
import { letterHome } from '../forms/letter-home.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { markerSheet, tabSheet } from '../forms/separator.ts';
import { type BinderPage, blankBack, separator } from './binder-page.ts';

const typewriter = typed({ font: 'mono', size: 11 });
const school = 'Juniper Flats Elementary';

const unpacking = [
  ['12/1/2025', '2025-12-01', 3, 'gesture'],
  ['12/2/2025', '2025-12-02', 3, 'gesture'],
  ['12/3/2025', '2025-12-03', 4, 'verbal'],
  ['12/4/2025', '2025-12-04', 3, 'gesture'],
  ['12/5/2025', '2025-12-05', 4, 'verbal'],
] as const;

const routine: BinderPage = {
  seed: 'binder-beckett-routine',
  document: expectDocument({
    documentType: 'trial_sheet',
    studentId: 'stu-bnl',
    date: '2025-12-05',
    dataPoints: unpacking.map(([, iso, level]) => point('bnl-unp', iso, level)),
    notData: [{ value: 5, why: 'target' }],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Room 11', title: 'TRIAL DATA SHEET  -  UNPACKING' },
        fields: [
          ['Student:', 'Beckett Nakamura-Lowe'],
          ['Staff:', 'O. Farnsworth'],
        ],
        caption:
          '5 independent    4 verbal    3 gesture    2 partial physical    1 full physical      One trial a day.',
        columns: [
          { title: 'Date', width: 110 },
          { title: 'Prompt level', width: 100, align: 'center' },
          { title: 'Most help needed', width: 140 },
          { title: 'Comment', width: 166 },
        ],
        rows: unpacking.map(([date, , level, help], i) => [date, String(level), help, i === 3 ? 'late bus' : '']),
        spareRows: 5,
        footer: ['Goal: level 5'],
      },
      typewriter,
    );
  },
};

const letters = [
  ['10/8/2025', '2025-10-08', 21, '52.5%'],
  ['10/22/2025', '2025-10-22', 23, '57.5%'],
  ['11/5/2025', '2025-11-05', 25, '62.5%'],
  ['11/19/2025', '2025-11-19', 26, '65%'],
  ['12/3/2025', '2025-12-03', 29, '72.5%'],
] as const;

const placement: BinderPage = {
  seed: 'binder-beckett-letters',
  document: expectDocument({
    documentType: 'trial_sheet',
    studentId: 'stu-bnl',
    date: '2025-12-03',
    dataPoints: letters.map(([, iso, count]) => point('bnl-hwr', iso, [count, 40])),
    notData: [
      { value: 40, why: 'letters in the sentence, and the baseline' },
      { value: 85, why: 'target' },
    ],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: {
          logo: 'district',
          school: 'Kestrel Valley School District',
          line: 'Occupational Therapy',
          title: 'HANDWRITING DATA  -  LETTER PLACEMENT',
        },
        fields: [
          ['Student:', 'Beckett Nakamura-Lowe'],
          ['Therapist:', 'K. Odartey, OTR/L'],
        ],
        caption: 'Copies one sentence of 40 letters. Count letters that sit on the line.',
        columns: [
          { title: 'Date', width: 110 },
          { title: 'Letters on the line', width: 140, align: 'center' },
          { title: 'Percent', width: 90, align: 'center' },
          { title: 'Paper', width: 150 },
        ],
        rows: letters.map(([date, , count, percent], i) => [
          date,
          `${count}/40`,
          percent,
          i < 2 ? 'raised line' : 'plain ruled',
        ]),
        spareRows: 5,
        footer: ['IEP goal: 85%     Baseline: 40% (9/24/2025)'],
      },
      typewriter,
    );
  },
};

const evaluation: BinderPage = {
  seed: 'binder-beckett-evaluation',
  scan: { worn: true },
  document: expectDocument({
    documentType: 'evaluation_report',
    studentId: 'stu-bnl',
    date: '2025-09-22',
    notData: [
      { value: 84, why: 'standard score' },
      { value: 14, why: 'percentile' },
      { value: 7, why: 'words spelled in the evaluation, the baseline restated' },
    ],
  }),
  draw: (sheet) => {
    const y = letterhead(sheet, {
      logo: 'district',
      school: 'Kestrel Valley School District',
      line: 'CONFIDENTIAL',
      title: 'EVALUATION REPORT',
      corner: 'page 4 of 9',
    });
    sheet.print('Student: Beckett Nakamura-Lowe', 48, y + 10, { font: 'serif', size: 12 });
    sheet.print('Report date: 09/22/2025', 360, y + 10, { font: 'serif', size: 12 });
    const columns = [
      { title: 'Measure', width: 220 },
      { title: 'Standard score', width: 110, align: 'center' as const },
      { title: 'Percentile', width: 90, align: 'center' as const },
      { title: 'Range', width: 96 },
    ];
    const rows = [
      ['Visual-motor integration', '84', '14', 'low average'],
      ['Fine motor precision', '79', '8', 'below average'],
      ['Written spelling', '82', '12', 'low average'],
      ['Sound awareness', '96', '39', 'average'],
    ];
    const table = drawTable(sheet, columns, rows, {
      x: 48,
      y: y + 30,
      rowHeight: 24,
      size: 11,
      font: 'serif',
      headFont: 'serif-bold',
    });
    paragraph(
      sheet,
      'Beckett was friendly and worked hard for two sessions of about 50 minutes. A standard score of 100 is average for his age. He formed most letters from the bottom up, and his letters often floated above the line. On a 20-word classroom list he had spelled 7 words correctly in September. His teacher reports that he often plays alone at recess.\nThe team recommends occupational therapy once a week and a goal for spelling. He is eligible under Other Health Impairment.',
      48,
      table.bottom + 30,
      516,
      { font: 'serif', size: 12, lead: 19 },
    );
  },
};

const medication: BinderPage = {
  seed: 'binder-loose-medication',
  document: expectDocument({
    documentType: 'other',
    studentId: 'stu-zad',
    date: '2025-09-02',
    notData: [{ value: 5, why: 'a dose' }],
  }),
  draw: (sheet) => {
    letterHome(
      sheet,
      {
        title: 'MEDICATION AT SCHOOL  -  FORM H-3',
        date: 'School year 2025-26',
        body: [
          'The office keeps all medication in its original box. Please tell the nurse about any change.',
          'Medication: cetirizine.   Dose: 5 mg.   Time: 12:00, only when needed.   Quantity received: 30 tablets.',
        ],
        choices: [
          ['The nurse may call our doctor.', true],
          ['Send unused medication home on the last day.', true],
        ],
        blanks: [
          ['Student:', 'Zuri Adeyinka'],
          ['Signed:', 'Folake Adeyinka'],
          ['Date:', '9/2/2025'],
        ],
      },
      byHand({ hand: 'kalam', size: 15, ink: 'black', mess: 1.2 }),
    );
  },
};

export const beckettTab: readonly BinderPage[] = [
  separator(
    'binder-beckett-tab',
    (sheet) => tabSheet(sheet, 'Nakamura-Lowe, Beckett', 'Grade 3   -   Farnsworth'),
    'stu-bnl',
  ),
  routine,
  placement,
  blankBack('binder-beckett-back'),
  evaluation,
  separator('binder-loose', (sheet) => markerSheet(sheet, ['LOOSE PAGES', '- to file -']), null),
  medication,
  blankBack('binder-last'),
];
