/** Single sheets through a scanner. */
import sharp from 'sharp';
import { scanPage } from '../camera/scan-page.ts';
import { type SheetToScan, scanSheets } from '../camera/scan-sheets.ts';
import { scannedPdf } from '../camera/scanned-pdf.ts';
import { byHand, typed } from '../drawing/fill.ts';
import { stamp } from '../drawing/form-parts.ts';
import { write } from '../drawing/handwriting.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { logSheet } from '../forms/log-sheet.ts';
import { trialSheet } from '../forms/trial-sheet.ts';

const pdfOf = (sheets: readonly SheetToScan[], created: string) => scannedPdf(scanSheets(sheets), created);

const tasks = [
  ['1', 'math warm-up', '9:05:00', '9:06:35', 95],
  ['2', 'journal', '9:41:10', '9:42:20', 70],
  ['3', 'science page', '11:02:00', '11:04:00', 120],
  ['4', 'cursive', '1:15:00', '1:16:15', 75],
] as const;

export const latencyScan: EvidenceFile = {
  name: 'scan-latency-soren.pdf',
  about: 'Latency sheet for starting work, times and average written by hand',
  made: 'printed form filled in with a pen; grey scan, a little crooked',
  expected: {
    pages: [{ page: 1, skew: 1.3 }],
    documents: [
      expectDocument({
        documentType: 'behavior_chart',
        studentId: 'stu-sha',
        date: '2025-11-05',
        dataPoints: [point('sha-lat', '2025-11-05', 90, 'handwriting')],
        notData: [
          { value: 95, why: 'part of the average' },
          { value: 120, why: 'part of the average' },
          { value: 180, why: 'baseline' },
          { value: 45, why: 'target' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'scan-latency-soren' });
    const pen = byHand({ hand: 'patrick', size: 15, ink: 'blue', mess: 1.1 });
    const below = logSheet(
      sheet,
      {
        head: {
          logo: 'juniper',
          school: 'Juniper Flats Elementary',
          line: 'Student Support Team',
          title: 'LATENCY DATA  -  TASK INITIATION',
        },
        fields: [
          ['Student:', 'Soren Halvorsen'],
          ['Date:', '11/5/2025'],
          ['Observer:', 'C. Sundqvist'],
          ['Timer:', 'phone'],
        ],
        columns: [
          { title: '#', width: 30, align: 'center' },
          { title: 'Task', width: 150 },
          { title: 'Direction given', width: 110, align: 'center' },
          { title: 'Started', width: 110, align: 'center' },
          { title: 'Latency (sec)', width: 110, align: 'center' },
        ],
        rows: tasks.map((row) => row.map(String)),
        spareRows: 3,
        rowHeight: 32,
      },
      pen,
    );
    sheet.print('AVERAGE LATENCY TODAY:', 300, below + 14, { font: 'sans-bold', size: 11 });
    sheet.line(446, below + 17, 510, below + 17, { width: 0.6 });
    pen(sheet, '90 sec', 478, below + 14, 'center');
    sheet.print('Baseline 180 seconds (April 2025)        Goal 45 seconds', 48, below + 50, { size: 9.5 });
    write(sheet, 'C. Sundqvist', 380, below + 96, { hand: 'reenie', size: 30, ink: 'blue', pen: 0.5 });
    sheet.line(370, below + 100, 540, below + 100, { width: 0.5 });
    sheet.print('signature', 370, below + 110, { size: 8 });
    const scan = { seed: 'scan-latency-soren', mode: 'grey', skew: 1.3, holes: false } as const;
    return pdfOf([{ sheet, scan }], '2025-11-06T14:22:00Z');
  },
};

const reading = [
  ['10/28/2025', '2025-10-28', '1:05', '1:13', 8],
  ['11/4/2025', '2025-11-04', '1:05', '1:15', 10],
  ['11/18/2025', '2025-11-18', '1:06', '1:17', 11],
  ['12/2/2025', '2025-12-02', '1:05', '1:18', 13],
  ['12/9/2025', '2025-12-09', '1:04', '1:18', 14],
] as const;

export const staminaScan: EvidenceFile = {
  name: 'scan-stamina-sorrel.pdf',
  about: 'Duration sheet of independent reading, typed, with an office stamp; the back is blank',
  made: 'typed form; black-and-white scan of both sides',
  expected: {
    pageCount: 2,
    pages: [{ page: 2, kind: 'blank' }],
    documents: [
      expectDocument({
        documentType: 'behavior_chart',
        studentId: 'stu-she',
        date: '2025-12-10',
        dataPoints: reading.map(([, iso, , , minutes]) => point('she-rds', iso, minutes)),
        notData: [
          { value: 20, why: 'target' },
          { value: 5, why: 'baseline' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'scan-stamina-sorrel' });
    logSheet(
      sheet,
      {
        head: {
          logo: 'juniper',
          school: 'Juniper Flats Elementary',
          line: 'Resource Room',
          title: 'DURATION DATA  -  INDEPENDENT READING',
        },
        fields: [
          ['Student:', 'Sorrel Halverson'],
          ['Grade:', '4'],
          ['Observer:', 'R. Achterberg'],
          ['Turned in:', '12/10/2025'],
        ],
        caption: 'The timer stops when she leaves her book for more than 10 seconds.',
        columns: [
          { title: 'Date', width: 110 },
          { title: 'Start', width: 80, align: 'center' },
          { title: 'Stop', width: 80, align: 'center' },
          { title: 'Minutes', width: 90, align: 'center' },
          { title: 'Book', width: 150 },
        ],
        rows: reading.map(([date, , start, stop, minutes], i) => [
          date,
          start,
          stop,
          String(minutes),
          i < 3 ? 'horse series' : 'graphic novel',
        ]),
        spareRows: 4,
        footer: ['Baseline 5 minutes (February 2025)          Goal 20 minutes'],
      },
      typed({ font: 'mono', size: 11 }),
    );
    stamp(sheet, ['RECEIVED', 'DEC 10 2025', 'FRONT OFFICE'], 410, 560, -8);
    return pdfOf(
      [
        { sheet, scan: { seed: 'scan-stamina-sorrel' } },
        { sheet: createSheet({ seed: 'scan-stamina-back' }), scan: { seed: 'scan-stamina-back', specks: 20 } },
      ],
      '2025-12-10T15:02:00Z',
    );
  },
};

const breaks = [
  ['12/1/25', '2025-12-01', '9:20-9:32, 1:10-1:20', 22],
  ['12/2/25', '2025-12-02', '10:05-10:24', 19],
  ['12/3/25', '2025-12-03', '9:15-9:30, 2:00-2:09', 24],
  ['12/4/25', '2025-12-04', '11:40-11:57', 17],
  ['12/5/25', '2025-12-05', '1:20-1:35', 15],
] as const;

export const breakLogScan: EvidenceFile = {
  name: 'scan-break-log-callum.pdf',
  about: 'Break log, minutes out of class each day, written by hand',
  made: 'printed form filled in with a ball-point; black-and-white scan of a copy, dark edge',
  expected: {
    pages: [{ page: 1, skew: -1.6 }],
    documents: [
      expectDocument({
        documentType: 'behavior_chart',
        studentId: 'stu-cuv',
        date: '2025-12-05',
        dataPoints: breaks.map(([, iso, , minutes]) => point('cuv-brk', iso, minutes, 'handwriting')),
        notData: [
          { value: 10, why: 'target' },
          { value: 35, why: 'baseline' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'scan-break-log-callum' });
    logSheet(
      sheet,
      {
        head: {
          logo: 'stonebridge',
          school: 'Stonebridge Middle School',
          line: 'Grade 8 Team',
          title: 'BREAK LOG  -  TIME OUT OF CLASS',
        },
        fields: [
          ['Student:', 'Callum Vantongeren'],
          ['Week of:', '12/1/2025'],
        ],
        caption: 'Write each break, then add up the minutes for the day.',
        columns: [
          { title: 'Date', width: 96 },
          { title: 'Breaks (out - back)', width: 240 },
          { title: 'Total minutes', width: 100, align: 'center' },
          { title: 'Initials', width: 70, align: 'center' },
        ],
        rows: breaks.map(([date, , times, minutes]) => [date, times, String(minutes), 'IB']),
        rowHeight: 38,
        footer: ['Goal: 10 minutes or less a day.    Was 35 minutes (March 2025).'],
      },
      byHand({ hand: 'reenie', size: 23, ink: 'black', pen: 0.6 }),
    );
    const scan = { seed: 'scan-break-log-callum', worn: true, edge: 'top', skew: -1.6 } as const;
    return pdfOf([{ sheet, scan }], '2025-12-08T13:40:00Z');
  },
};

const marks = ['+', '-', '+', '+', 'P', '+', '+', '-', '+', '+'];

export const directionsScan: EvidenceFile = {
  name: 'directions-data-amaia.png',
  about: 'Two-step directions, ten trials marked + P - by hand',
  made: 'printed sheet filled in by hand; flatbed scan in grey, saved as PNG',
  expected: {
    documents: [
      expectDocument({
        documentType: 'trial_sheet',
        studentId: 'stu-ade',
        date: '2025-11-13',
        dataPoints: [point('ade-dir', '2025-11-13', [7, 10], 'handwriting')],
        notData: [{ value: 80, why: 'target' }],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'directions-data-amaia' });
    trialSheet(
      sheet,
      {
        head: {
          logo: 'district',
          school: 'Kestrel Valley School District',
          line: 'Speech-Language',
          title: 'DIRECTIONS DATA SHEET',
        },
        fields: [
          ['Student:', 'Amaia Delgado'],
          ['Date:', '11/13/2025'],
          ['SLP:', 'B. Haldane'],
          ['Setting:', 'classroom'],
        ],
        key: 'KEY     + = correct, no help     P = needed prompt (not correct)     - = incorrect        Goal: 80%',
        rowTitle: 'Directions',
        totalTitle: 'Total',
        columns: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
        rows: [{ label: '2-step (IEP goal)', marks, total: '7/10' }],
        notes: ['noisy - next to art. Watched her neighbor on #8'],
        rowHeight: 36,
      },
      byHand({ hand: 'patrick', size: 17, ink: 'black', pen: 0.4 }),
    );
    const paper = await rasterizeSheet(sheet, 1712);
    const scan = await scanPage(paper, {
      seed: 'directions-data-amaia',
      mode: 'grey',
      holes: false,
      skew: -0.8,
      specks: 15,
    });
    const { data, width, height } = scan;
    const half = sharp(data, { raw: { width, height, channels: 1 } }).extract({ left: 0, top: 0, width, height: 1180 });
    return half.toColourspace('b-w').png({ colours: 16, palette: true }).toBuffer();
  },
};
