/** Photos of what students wrote. */
import { photograph } from '../camera/photograph.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { exitTicket } from '../forms/exit-ticket.ts';
import { spellingTest } from '../forms/ruled-page.ts';
import { worksheet } from '../forms/worksheet.ts';

export const exitTicketPhoto: EvidenceFile = {
  name: 'exit-ticket-sorrel.jpg',
  about: 'Half-sheet exit ticket, multiplication and division word problems, marked in red',
  made: 'child’s pencil on a printed half sheet; photo on a walnut table, warm light',
  expected: {
    documents: [
      expectDocument({
        documentType: 'exit_ticket',
        studentId: 'stu-she',
        date: '2025-10-22',
        dataPoints: [point('she-wpr', '2025-10-22', [4, 5], 'handwriting')],
        notData: [
          { value: 48, why: 'an answer' },
          { value: 9, why: 'an answer' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'exit-ticket-sorrel', width: 612, height: 396, paper: '#fdfcf4' });
    exitTicket(sheet, {
      title: 'Unit 2   Lesson 14',
      student: 'Sorrel Halverson',
      date: '10/22/25',
      problems: [
        {
          text: ['A pack has 8 markers. How many markers are in 6 packs?'],
          work: '8 x 6 =',
          answer: '48',
          right: true,
        },
        {
          text: ['36 chairs are set in 4 equal rows. How many are in each row?'],
          work: '36 ÷ 4',
          answer: '9',
          right: true,
        },
        {
          text: ['Tess plants 7 beans in each pot. She has 5 pots. How many beans?'],
          work: '7+7+7+7+7',
          answer: '35',
          right: true,
        },
        {
          text: ['Pencils come 9 in a box. The class needs 63. How many boxes?'],
          work: '63 ÷ 9',
          answer: '8',
          right: false,
        },
        {
          text: ['A bus seats 3 in a row. There are 12 rows. How many seats?'],
          work: '12 x 3',
          answer: '36',
          right: true,
        },
      ],
      remark: 'Great! check #4 w/ x facts',
    });
    return photograph(await rasterizeSheet(sheet), {
      seed: 'exit-ticket-sorrel',
      width: 2048,
      height: 1536,
      corners: [
        [0.05, 0.13],
        [0.94, 0.09],
        [0.965, 0.885],
        [0.04, 0.92],
      ],
      desk: 'walnut',
      light: { toward: 330, fall: 0.28, warmth: 0.6, exposure: 0.96 },
      curl: 0.005,
      noise: 4.5,
      takenAt: '2025:10:22 11:58:02',
    });
  },
};

export const integersPhoto: EvidenceFile = {
  name: 'integers-calliope.jpg',
  about: 'Integer worksheet, ten problems, marked',
  made: 'printed worksheet answered in pencil; photo with a hard shadow across the lower half and a slight shake',
  expected: {
    documents: [
      expectDocument({
        documentType: 'work_sample',
        studentId: 'stu-cav',
        date: '2025-10-15',
        dataPoints: [point('cav-int', '2025-10-15', [6, 10], 'handwriting')],
        notData: [
          { value: 3, why: 'class period' },
          { value: 7, why: 'an answer' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'integers-calliope' });
    worksheet(sheet, {
      title: 'Adding and Subtracting Integers',
      directions: 'Show your work on the number line or with counters. Write each answer on the line.',
      student: 'Calliope Vantongeren',
      date: '10/15/25',
      period: '3',
      problems: [
        { text: '-6 + 9 =', answer: '3', right: true },
        { text: '4 + (-11) =', answer: '-7', right: true },
        { text: '-8 - 5 =', answer: '-3', right: false },
        { text: '7 - (-2) =', answer: '9', right: true },
        { text: '-3 + (-12) =', answer: '-15', right: true },
        { text: '-10 - (-4) =', answer: '-14', right: false },
        { text: '15 - 21 =', answer: '-6', right: true },
        { text: '-9 + 9 =', answer: '0', right: true },
        { text: '2 - 13 =', answer: '11', right: false },
        { text: '-5 - (-16) =', answer: '-11', right: false },
      ],
      remark: 'See me about subtracting a negative. Getting there!',
      standard: '7.NS.A.1',
    });
    return photograph(await rasterizeSheet(sheet), {
      seed: 'integers-calliope',
      width: 1728,
      height: 2304,
      corners: [
        [0.05, 0.05],
        [0.945, 0.07],
        [0.95, 0.96],
        [0.06, 0.945],
      ],
      desk: 'cloth',
      light: {
        toward: 120,
        fall: 0.2,
        warmth: -0.5,
        exposure: 0.97,
        shadows: [{ x: 0.25, y: 0.86, rx: 0.62, ry: 0.34, turn: 14, soft: 0.12, depth: 0.5 }],
      },
      folds: 'thirds',
      shake: { length: 3, angle: 20 },
      noise: 5,
      takenAt: '2025:10:15 13:20:31',
    });
  },
};

export const spellingPhoto: EvidenceFile = {
  name: 'spelling-test-beckett.jpg',
  about: 'Spelling test on filler paper in a child’s hand, corrected and scored in red',
  made: 'pencil on ruled paper; photo taken upside down, EXIF orientation 3',
  expected: {
    documents: [
      expectDocument({
        documentType: 'work_sample',
        studentId: 'stu-bnl',
        date: '2025-11-21',
        dataPoints: [point('bnl-spl', '2025-11-21', 11, 'handwriting')],
        notData: [{ value: 9, why: 'number of the list' }],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'spelling-test-beckett', paper: '#fcfbf6' });
    spellingTest(sheet, {
      student: 'Beckett N-L',
      date: '11/21/25',
      title: 'Spelling  List 9',
      words: [
        { written: 'spray' },
        { written: 'trane', correction: 'train' },
        { written: 'delay' },
        { written: 'paynt', correction: 'paint' },
        { written: 'snail' },
        { written: 'crayon' },
        { written: 'rane', correction: 'rain' },
        { written: 'stay' },
        { written: 'afrade', correction: 'afraid' },
        { written: 'mail' },
        { written: 'wate', correction: 'wait' },
        { written: 'gray' },
        { written: 'brain' },
        { written: 'explane', correction: 'explain' },
        { written: 'sway' },
        { written: 'chane', correction: 'chain' },
        { written: 'maybe' },
        { written: 'faynt', correction: 'faint' },
        { written: 'tray' },
        { written: 'contane', correction: 'contain' },
      ],
      remark: 'ay is solid now! Practice ai in the middle',
    });
    return photograph(await rasterizeSheet(sheet), {
      seed: 'spelling-test-beckett',
      width: 1728,
      height: 2304,
      corners: [
        [0.04, 0.075],
        [0.93, 0.05],
        [0.96, 0.955],
        [0.07, 0.965],
      ],
      desk: 'oak',
      light: { toward: 20, fall: 0.25, warmth: 0.3 },
      curl: 0.009,
      orientation: 3,
      takenAt: '2025:11:21 15:31:09',
    });
  },
};
