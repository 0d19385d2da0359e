/** The binder's fourth tab: word problems, organization, a service log that went in crooked. */
import { typed } from '../drawing/fill.ts';
import { expectDocument, point, session } from '../expected.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { rubricSheet } from '../forms/rubric-sheet.ts';
import { tabSheet } from '../forms/separator.ts';
import { worksheet } from '../forms/worksheet.ts';
import { type BinderPage, blankBack, separator } from './binder-page.ts';

const typewriter = typed({ font: 'mono', size: 11 });
const school = 'Juniper Flats Elementary';

const problems: BinderPage = {
  seed: 'binder-sorrel-problems',
  scan: { mode: 'grey', holes: false },
  document: expectDocument({
    documentType: 'work_sample',
    studentId: 'stu-she',
    date: '2025-11-19',
    dataPoints: [point('she-wpr', '2025-11-19', [6, 8], 'handwriting')],
  }),
  draw: (sheet) => {
    worksheet(sheet, {
      title: 'Multiplication and Division Stories',
      directions: 'Read each story. Write a number sentence and the answer.',
      student: 'Sorrel Halverson',
      date: '11/19/25',
      period: '4-S',
      problems: [
        { text: '7 tents, 4 kids in each', answer: '28', right: true },
        { text: '45 eggs, 9 in a row', answer: '5', right: true },
        { text: '6 trays, 8 cups in each', answer: '48', right: true },
        { text: '32 cards for 4 kids', answer: '9', right: false },
        { text: '3 shelves, 12 books each', answer: '36', right: true },
        { text: '54 chairs, 6 rows', answer: '9', right: true },
        { text: '9 bags, 7 apples each', answer: '56', right: false },
        { text: '40 miles in 5 days', answer: '8', right: true },
      ],
      remark: 'Nice drawings! Check your x7 and /4.',
      standard: '3.OA.A.3    Problem set 22',
    });
  },
};

const rubric: BinderPage = {
  seed: 'binder-sorrel-rubric',
  document: expectDocument({
    documentType: 'rubric',
    studentId: 'stu-she',
    date: '2025-12-05',
    dataPoints: [point('she-org', '2025-12-05', 2.5)],
    notData: [
      { value: 3, why: 'scores of other traits' },
      { value: 2, why: 'scores of other traits' },
    ],
  }),
  draw: (sheet) => {
    rubricSheet(
      sheet,
      {
        head: { logo: 'juniper', school, line: 'Grades 3 to 5', title: 'SCHOOL WRITING RUBRIC' },
        fields: [
          ['Writer:', 'Sorrel Halverson'],
          ['Date:', '12/5/2025'],
          ['Piece:', 'How to Ride a Horse'],
          ['Scored by:', 'C. Sundqvist'],
        ],
        levels: [4, 3, 2, 1],
        traits: [
          {
            name: 'Ideas',
            wording: ['clear, focused, rich', 'clear with details', 'some focus', 'no clear topic'],
            score: 3,
          },
          {
            name: 'Organization',
            wording: [
              'strong order, good links',
              'logical order, some links',
              'order in parts, links missing',
              'no order',
            ],
            score: 2.5,
          },
          { name: 'Word Choice', wording: ['vivid', 'exact', 'plain', 'limited'], score: 3 },
          { name: 'Conventions', wording: ['almost no errors', 'few errors', 'many errors', 'hard to read'], score: 2 },
        ],
        comments: ['Steps are in order now, next: linking words.'],
      },
      typewriter,
    );
  },
};

const sessions = [
  ['11/3/2025', '2025-11-03', 30, 'small group of 3', ''],
  ['11/4/2025', '2025-11-04', 30, 'small group of 3', ''],
  ['11/5/2025', '2025-11-05', 30, 'small group of 3', ''],
  ['11/6/2025', '2025-11-06', null, 'not delivered', 'student absent'],
  ['11/7/2025', '2025-11-07', 25, 'small group of 3', 'fire drill'],
  ['11/10/2025', '2025-11-10', 30, 'small group of 3', ''],
  ['11/12/2025', '2025-11-12', null, 'not delivered', 'teacher at training'],
  ['11/13/2025', '2025-11-13', 30, 'small group of 3', ''],
  ['11/14/2025', '2025-11-14', 30, 'individual', 'make-up for 11/12'],
] as const;

const serviceLog: BinderPage = {
  seed: 'binder-sorrel-service',
  scan: { skew: 4.5 },
  document: expectDocument({
    documentType: 'service_log',
    studentId: 'stu-she',
    date: '2025-11-14',
    services: sessions.map(([, iso, minutes]) => session('she-sdi', iso, minutes)),
    notData: [{ value: 150, why: 'minutes promised a week' }],
  }),
  draw: (sheet) => {
    logSheet(
      sheet,
      {
        head: {
          logo: 'district',
          school: 'Kestrel Valley School District',
          line: 'Special Education',
          title: 'SERVICE DELIVERY LOG',
        },
        fields: [
          ['Student:', 'Sorrel Halverson'],
          ['Service:', 'Specialized Math Instruction'],
          ['Provider:', 'R. Achterberg'],
          ['IEP minutes:', '150 per week'],
        ],
        columns: [
          { title: 'Date', width: 92 },
          { title: 'Minutes', width: 70, align: 'center' },
          { title: 'Delivered', width: 160 },
          { title: 'Comment', width: 194 },
        ],
        rows: sessions.map(([date, , minutes, how, comment]) => [date, String(minutes ?? 0), how, comment]),
        spareRows: 4,
        footer: ['I certify that these services were provided.    Signed: R. Achterberg    11/14/2025'],
      },
      typed({ font: 'mono', size: 9.5 }),
    );
  },
};

export const sorrelTab: readonly BinderPage[] = [
  separator('binder-sorrel-tab', (sheet) => tabSheet(sheet, 'Halverson, Sorrel', 'Grade 4   -   Sundqvist'), 'stu-she'),
  problems,
  blankBack('binder-sorrel-back', { specks: 60 }),
  rubric,
  serviceLog,
  blankBack('binder-sorrel-back-2'),
];
