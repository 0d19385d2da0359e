/** A born-digital evaluation report: norms and percentiles, no new measurement. */
import { letterhead, paragraph } from '../drawing/form-parts.ts';
import { drawTable } from '../drawing/table.ts';
import { createTypedPdf } from '../drawing/typed-pdf.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument } from '../expected.ts';

export const evaluationReport: EvidenceFile = {
  name: 'evaluation-mateo.pdf',
  about: 'A page of an evaluation report with standard scores and percentiles',
  made: 'born-digital PDF with a text layer, serif type',
  expected: {
    documents: [
      expectDocument({
        documentType: 'evaluation_report',
        studentId: 'stu-mqu',
        date: '2025-08-21',
        notData: [
          { value: 84, why: 'standard score' },
          { value: 40, why: 'accuracy in the evaluation, the baseline restated' },
          { value: 16, why: 'percentile' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'Evaluation Report',
      producer: 'Writer',
      created: '2025-08-21T19:10:00Z',
    });
    const page = pdf.page();
    const y = letterhead(page, {
      school: 'Kestrel Valley School District',
      logo: 'district',
      line: 'Psychological Services',
      title: 'CONFIDENTIAL EVALUATION REPORT',
    });
    page.print('Student: Mateo Quiñones      DOB: 06/02/2013      Grade: 7', 48, y + 8, { font: 'serif', size: 11 });
    page.print('Dates tested: 08/14/2025, 08/18/2025      Report date: 08/21/2025', 48, y + 24, {
      font: 'serif',
      size: 11,
    });
    const columns = [
      { title: 'Test', width: 210 },
      { title: 'Standard score', width: 110, align: 'center' as const },
      { title: 'Percentile', width: 90, align: 'center' as const },
      { title: 'Grade equivalent', width: 106, align: 'center' as const },
    ];
    const rows = [
      ['Letter and word identification', '92', '30', '5.8'],
      ['Oral reading', '84', '14', '4.6'],
      ['Passage comprehension', '85', '16', '4.9'],
      ['Vocabulary (English)', '81', '10', '4.2'],
      ['Vocabulary (Spanish)', '103', '58', '7.4'],
    ];
    const style = { x: 48, y: y + 40, rowHeight: 20, font: 'serif', headFont: 'serif-bold', size: 10.5 } as const;
    const table = drawTable(page, columns, rows, style);
    paragraph(
      page,
      'A standard score of 100 is average. Mateo answered 40% of inferential questions on an informal passage and nearly all literal ones. He moves between Spanish and English with ease and did better when he could talk about a text in Spanish first.\nMateo meets the criteria for a specific learning disability in reading comprehension and fluency. The team recommends 150 minutes of specialized reading instruction a week.',
      48,
      table.bottom + 28,
      516,
      { font: 'serif', size: 11, lead: 17 },
    );
    page.print('3', 306, 768, { font: 'serif', size: 10, align: 'center' });
    return pdf.save();
  },
};
