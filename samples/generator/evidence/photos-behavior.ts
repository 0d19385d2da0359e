/** Photos of charts that staff filled in by hand. */
import { photograph } from '../camera/photograph.ts';
import { byHand } from '../drawing/fill.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { tallyChart } from '../forms/tally-chart.ts';
import { trialSheet } from '../forms/trial-sheet.ts';

const blurts: readonly (readonly [string, readonly [number, number, number] | null])[] = [
  ['2025-10-27', [5, 2, 4]],
  ['2025-10-28', [4, 3, 2]],
  ['2025-10-29', null],
  ['2025-10-30', [3, 3, 4]],
  ['2025-10-31', [2, 1, 4]],
];
const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

export const behaviorPhoto: EvidenceFile = {
  name: 'blurting-week-soren.jpg',
  about: 'Weekly behavior chart with tally marks and day totals',
  made: 'printed chart, pencil tallies and pen totals; photo on a stack of paper in bluish window light',
  expected: {
    documents: [
      expectDocument({
        documentType: 'behavior_chart',
        studentId: 'stu-sha',
        date: '2025-10-31',
        dataPoints: blurts.flatMap(([date, counts]) =>
          counts ? [point('sha-out', date, total(counts), 'handwriting')] : [],
        ),
        notData: [
          { value: 4, why: 'target, and parts of a day’s total' },
          { value: 5, why: 'part of a day’s total' },
          { value: 0, why: 'absent is no data' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'blurting-week-soren' });
    tallyChart(
      sheet,
      {
        student: 'Soren Halvorsen',
        grade: '4',
        weekOf: '10/27/2025',
        completedBy: 'C. Sundqvist',
        behavior: 'Blurting out',
        definition: 'One mark each time he talks without being called on. Write the total for the day at the bottom.',
        days: ['Mon\n10/27/25', 'Tues\n10/28/25', 'Wed\n10/29/25', 'Thurs\n10/30/25', 'Fri\n10/31/25'],
        blocks: ['8:10 - 10:15', '10:30 - 12:00', '12:45 - 2:50'],
        counts: blurts.map(([, counts]) => counts),
        absentWord: 'absent',
        goal: '4 or fewer per day',
        note: 'Fri: Halloween party after lunch. Thurs - good morning!',
      },
      byHand({ hand: 'patrick', size: 14, ink: 'black', mess: 0.9 }),
    );
    return photograph(await rasterizeSheet(sheet), {
      seed: 'blurting-week-soren',
      width: 1728,
      height: 2304,
      corners: [
        [0.08, 0.05],
        [0.93, 0.08],
        [0.9, 0.94],
        [0.06, 0.955],
      ],
      desk: 'laminate',
      light: { toward: 100, fall: 0.3, warmth: -0.8, exposure: 0.97 },
      stacked: true,
      curl: 0.006,
      blur: 0.9,
      takenAt: '2025:10:31 15:05:44',
    });
  },
};

const steps = ['water\non', 'wet', 'soap', 'rub\npalms', 'rub\nbacks', 'rinse', 'water\noff', 'dry'];
const handwashing = [
  ['10/6/25', '2025-10-06', ['V', 'I', 'P', 'I', 'P', 'I', 'V', 'V']],
  ['10/7/25', '2025-10-07', ['I', 'I', 'V', 'I', 'P', 'I', 'V', 'V']],
  ['10/8/25', '2025-10-08', ['I', 'I', 'V', 'V', 'P', 'I', 'V', 'I']],
  ['10/9/25', '2025-10-09', ['I', 'I', 'V', 'I', 'V', 'I', 'V', 'I']],
  ['10/10/25', '2025-10-10', ['I', 'I', 'I', 'I', 'V', 'I', 'V', 'V']],
] as const;
const independent = (codes: readonly string[]): number => codes.filter((code) => code === 'I').length;

export const taskAnalysisPhoto: EvidenceFile = {
  name: 'handwashing-zuri.jpg',
  about: 'Task analysis of handwashing, eight steps, prompt codes by hand over five days',
  made: 'printed grid filled in with a ball-point; photo from the side on a dark wood table, warm light',
  expected: {
    documents: [
      expectDocument({
        documentType: 'trial_sheet',
        studentId: 'stu-zad',
        date: '2025-10-10',
        dataPoints: handwashing.map(([, date, codes]) =>
          point('zad-hwa', date, [independent(codes), 8], 'handwriting'),
        ),
        notData: [{ value: 87.5, why: 'target' }],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'handwashing-zuri' });
    trialSheet(
      sheet,
      {
        head: {
          logo: 'juniper',
          school: 'Juniper Flats Elementary',
          line: 'Room 4',
          title: 'TASK ANALYSIS  -  HANDWASHING (8 steps)',
        },
        fields: [
          ['Student:', 'Zuri Adeyinka'],
          ['Staff:', 'D. Roque, K. Odartey'],
        ],
        key: 'I = independent     V = verbal     G = gesture     P = physical        Total = steps done independently',
        rowTitle: 'Date',
        totalTitle: 'Indep.',
        columns: steps,
        rows: handwashing.map(([label, , codes]) => ({ label, marks: codes, total: `${independent(codes)}/8` })),
        notes: ['soap pump is new, needs help to press', 'sings the whole song now :)'],
        foot: 'Criterion: 7 of 8 steps independent (87.5%)',
        rowHeight: 40,
      },
      byHand({ hand: 'reenie', size: 21, ink: 'blue', pen: 0.5 }),
    );
    return photograph(await rasterizeSheet(sheet), {
      seed: 'handwashing-zuri',
      width: 1728,
      height: 2304,
      corners: [
        [0.13, 0.07],
        [0.95, 0.1],
        [0.985, 0.9],
        [0.03, 0.95],
      ],
      desk: 'walnut',
      light: { toward: 10, fall: 0.32, warmth: 0.8, exposure: 0.97 },
      curl: -0.006,
      noise: 5,
      takenAt: '2025:10:10 14:48:12',
    });
  },
};
