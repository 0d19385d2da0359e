/** A scored rubric from a learning platform. */
import { letterhead } from '../drawing/form-parts.ts';
import { drawTable } from '../drawing/table.ts';
import { createTypedPdf } from '../drawing/typed-pdf.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

const traits = [
  ['Topic sentence', '3', 'states the claim, could be sharper'],
  ['Evidence', '2', 'one quotation, not explained'],
  ['Organization', '2', 'order is clear, no links'],
  ['Conventions', '2', 'run-on sentences'],
] as const;

export const paragraphRubric: EvidenceFile = {
  name: 'paragraph-rubric-calliope.pdf',
  about: 'A scored paragraph rubric printed from a learning platform',
  made: 'born-digital PDF with a text layer',
  expected: {
    documents: [
      expectDocument({
        documentType: 'rubric',
        studentId: 'stu-cav',
        date: '2025-11-14',
        dataPoints: [point('cav-par', '2025-11-14', 9)],
        notData: [
          { value: 2, why: 'score of one trait; the goal is the total' },
          { value: 3, why: 'score of one trait; the goal is the total' },
          { value: 12, why: 'target' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'Paragraph rubric',
      producer: 'ClassLedger',
      created: '2025-11-14T22:00:00Z',
    });
    const page = pdf.page();
    const y = letterhead(page, {
      logo: 'stonebridge',
      school: 'Stonebridge Middle School',
      line: 'ELA 6',
      title: 'PARAGRAPH RUBRIC',
    });
    page.print('Student: Calliope Vantongeren', 48, y + 8, { size: 10.5 });
    page.print('Date scored: 11/14/2025', 330, y + 8, { size: 10.5 });
    page.print('Assignment: Should phones stay in lockers?', 48, y + 24, { size: 10.5 });
    page.print('Scored by: Ms. Wexford', 330, y + 24, { size: 10.5 });
    page.print('Each trait is scored 1 to 4.', 48, y + 44, { size: 9, font: 'sans-italic' });
    const columns = [
      { title: 'Trait', width: 130 },
      { title: 'Score', width: 70, align: 'center' as const },
      { title: 'Comment', width: 316 },
    ];
    const rows = traits.map(([name, score, comment]) => [name, score, comment]);
    const table = drawTable(page, columns, rows, { x: 48, y: y + 54, rowHeight: 26, size: 10.5 });
    page.print('TOTAL   9 / 16', 48, table.bottom + 26, { font: 'sans-bold', size: 13 });
    page.print('Goal: 12 of 16', 200, table.bottom + 26, { size: 10 });
    return pdf.save();
  },
};
