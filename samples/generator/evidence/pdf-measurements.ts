/** Born-digital PDFs that hold new measurements. */
import { letterhead, paragraph } from '../drawing/form-parts.ts';
import type { Surface } from '../drawing/surface.ts';
import { drawTable } from '../drawing/table.ts';
import { createTypedPdf } from '../drawing/typed-pdf.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

/** Points joined by lines over the aimline, as progress-monitoring programs draw it. */
function chart(page: Surface, values: readonly number[], aim: readonly [number, number], x: number, y: number): void {
  const width = 500;
  const height = 150;
  const [low, high] = [80, 120];
  const at = (value: number): number => y + height - ((value - low) / (high - low)) * height;
  page.box(x, y, width, height, { width: 0.8 });
  for (let value = low + 10; value < high; value += 10) {
    page.line(x, at(value), x + width, at(value), { color: '#cccccc', width: 0.5 });
    page.print(String(value), x - 4, at(value) + 3, { size: 7.5, align: 'right' });
  }
  page.line(x, at(aim[0]), x + width, at(aim[1]), { color: '#b05a1e', width: 1, dash: [5, 3] });
  const step = width / values.length;
  const spot = (i: number): readonly [number, number] => [x + step * (i + 0.5), at(values[i]!)];
  for (let i = 0; i < values.length; i++) {
    const [px, py] = spot(i);
    if (i > 0) page.line(...spot(i - 1), px, py, { color: '#1f4e79', width: 1.2 });
    page.box(px - 2.5, py - 2.5, 5, 5, { fill: '#1f4e79', border: false });
  }
  page.print('dashed: aimline', x + width - 4, y + height + 11, { size: 7.5, align: 'right', color: '#666666' });
}

const probes = [
  { date: '10/28/2025', iso: '2025-10-28', scores: [92, 97, 90], median: 92 },
  { date: '11/13/2025', iso: '2025-11-13', scores: [95, 99, 93], median: 95 },
  { date: '12/02/2025', iso: '2025-12-02', scores: [99, 94, 102], median: 99 },
  { date: '12/16/2025', iso: '2025-12-16', scores: [101, 104, 98], median: 101 },
  { date: '01/13/2026', iso: '2026-01-13', scores: [103, 108, 104], median: 104 },
] as const;

export const fluencyRecord: EvidenceFile = {
  name: 'fluency-record-mateo.pdf',
  about: 'Progress-monitoring record: a table of three passages a date with their median, and a chart',
  made: 'born-digital PDF with a text layer',
  expected: {
    documents: [
      expectDocument({
        documentType: 'cbm_probe',
        studentId: 'stu-mqu',
        date: '2026-01-14',
        dataPoints: probes.map((probe) => point('mqu-orf', probe.iso, probe.median)),
        notData: [
          { value: 130, why: 'target' },
          { value: 88, why: 'baseline' },
          { value: 97, why: 'one of three passages; the median counts' },
          { value: 123, why: 'norm' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'Progress Monitoring Record',
      producer: 'ReadTrack 5.2',
      created: '2026-01-14T16:05:00Z',
    });
    const page = pdf.page();
    const head = { logo: 'stonebridge', school: 'Stonebridge Middle School', line: 'Reading Intervention' } as const;
    const y = letterhead(page, { ...head, title: 'Oral Reading Fluency - Progress Monitoring Record' });
    page.print('Student: Mateo Quiñones', 48, y + 12, { size: 10.5 });
    page.print('Grade: 7', 300, y + 12, { size: 10.5 });
    page.print('Examiner: L. Wexford', 390, y + 12, { size: 10.5 });
    page.print('Report printed: 01/14/2026', 48, y + 28, { size: 10.5 });
    page.print('Passages: grade 7, one minute each', 300, y + 28, { size: 10.5 });
    const columns = [
      { title: 'Date', width: 96 },
      { title: 'Passage 1', width: 84, align: 'center' as const },
      { title: 'Passage 2', width: 84, align: 'center' as const },
      { title: 'Passage 3', width: 84, align: 'center' as const },
      { title: 'Median WCPM', width: 96, align: 'center' as const },
      { title: 'Errors', width: 72, align: 'center' as const },
    ];
    const errors = ['4', '5', '3', '4', '2'];
    const rows = probes.map((probe, i) => [
      probe.date,
      ...probe.scores.map(String),
      String(probe.median),
      errors[i] ?? '',
    ]);
    const table = drawTable(page, columns, rows, { x: 48, y: y + 44, rowHeight: 20, zebra: '#f3f5f8' });
    chart(
      page,
      probes.map((probe) => probe.median),
      [96, 111],
      72,
      table.bottom + 40,
    );
    paragraph(
      page,
      'Goal: 130 WCPM by 05/29/2026. Baseline: 88 WCPM (08/25/2025). Grade 7 winter norm, 50th percentile: 123. Words correct per minute = words read minus errors.',
      48,
      table.bottom + 224,
      516,
      { size: 9, color: '#444444' },
    );
    page.print('Page 1 of 1', 564, 764, { size: 8, align: 'right', color: '#777777' });
    return pdf.save();
  },
};

const weeks = [
  { end: '11/07/2025', iso: '2025-11-07', due: 12, turnedIn: 8 },
  { end: '11/14/2025', iso: '2025-11-14', due: 12, turnedIn: 9 },
  { end: '11/21/2025', iso: '2025-11-21', due: 13, turnedIn: 10 },
  { end: '12/05/2025', iso: '2025-12-05', due: 13, turnedIn: 11 },
] as const;

export const assignmentsReport: EvidenceFile = {
  name: 'assignments-calliope.pdf',
  about: 'Weekly record of assignments due and turned in',
  made: 'born-digital PDF with a text layer, monospaced like a gradebook’s printout',
  expected: {
    documents: [
      expectDocument({
        documentType: 'trial_sheet',
        studentId: 'stu-cav',
        date: '2025-12-08',
        dataPoints: weeks.map((week) => point('cav-hmw', week.iso, [week.turnedIn, week.due])),
        notData: [
          { value: 90, why: 'target' },
          { value: 55, why: 'baseline' },
          { value: 6, why: 'grade' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'Work completion',
      producer: 'ClassLedger',
      created: '2025-12-08T15:30:00Z',
    });
    const page = pdf.page();
    const mono = { font: 'mono', size: 10 } as const;
    const lines = [
      'STONEBRIDGE MIDDLE SCHOOL                      WORK COMPLETION DATA',
      '',
      'Student: Calliope Vantongeren         Grade: 6      Team: 6-B',
      'Recorded by: A. Droste                Printed: 12/08/2025',
      '',
      'Goal: assignments turned in, each week, all classes',
      '-------------------------------------------------------------------',
      'Week ending     Assignments due    Turned in    Percent',
      '-------------------------------------------------------------------',
      ...weeks.map((week) => {
        const percent = Math.round((1000 * week.turnedIn) / week.due) / 10;
        return `${week.end}            ${week.due}             ${String(week.turnedIn).padStart(2)}         ${percent}%`;
      }),
      '-------------------------------------------------------------------',
      '11/24 - 11/28: no school (Thanksgiving break)',
      '',
      'Target 90% each week.  Baseline 55% (March 2025).',
      'Late work counts as turned in if it arrives by Monday.',
    ];
    lines.forEach((line, i) => {
      if (line) page.print(line, 54, 72 + i * 16, { ...mono, font: i === 0 ? 'mono-bold' : 'mono' });
    });
    return pdf.save();
  },
};
