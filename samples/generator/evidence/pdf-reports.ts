/** Born-digital reports and plans: full of numbers, none of them a new measurement. */
import { letterhead, paragraph } from '../drawing/form-parts.ts';
import type { Surface } from '../drawing/surface.ts';
import { drawTable } from '../drawing/table.ts';
import { createTypedPdf } from '../drawing/typed-pdf.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument } from '../expected.ts';

const district = 'Kestrel Valley School District';

/** A heading on a grey bar; returns the y below it. */
function heading(page: Surface, text: string, y: number): number {
  page.box(48, y - 11, page.width - 96, 16, { fill: '#dcdcdc', border: false });
  page.print(text, 54, y, { font: 'sans-bold', size: 10.5 });
  return y + 22;
}

function planPage(page: Surface, number: number): number {
  const y = letterhead(page, { logo: 'district', school: district, line: 'Individualized Education Program' });
  page.print('Student: Soren Halvorsen', 48, y + 6, { size: 10 });
  page.print('DOB: 01/22/2016', 230, y + 6, { size: 10 });
  page.print('Grade: 3', 350, y + 6, { size: 10 });
  page.print('IEP meeting date: 04/09/2025', 420, y + 6, { size: 10 });
  page.print(`Page ${number} of 14`, 564, 770, { size: 8, align: 'right', color: '#555555' });
  return y + 32;
}

export const planPages: EvidenceFile = {
  name: 'iep-soren.pdf',
  about: 'Three pages of an IEP: present levels, goals, services',
  made: 'born-digital PDF with a text layer',
  expected: {
    pageCount: 3,
    documents: [
      expectDocument({
        pages: [1, 2, 3],
        documentType: 'iep',
        studentId: 'stu-sha',
        date: '2025-04-09',
        notData: [
          { value: 14, why: 'baseline' },
          { value: 64, why: 'baseline' },
          { value: 105, why: 'target' },
          { value: 120, why: 'minutes promised' },
          { value: 50, why: 'baseline' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'Individualized Education Program',
      producer: 'PlanWriter 2025',
      created: '2025-04-09T18:00:00Z',
    });
    const first = pdf.page();
    let y = heading(first, 'PRESENT LEVELS OF ACADEMIC ACHIEVEMENT AND FUNCTIONAL PERFORMANCE', planPage(first, 4));
    const present = [
      'Soren is a curious third grader who knows a great deal about trains and weather. He is kind to younger students and likes to explain how things work.',
      'Reading: On grade 3 passages in April 2025 he read 64 words correct per minute with 5 errors. The class median was 96. He understands what he reads when the text is read to him.',
      'Behavior: Over ten school days in March 2025 he blurted out 14 times a day on average (range 9 to 19). He was on task in 50% of observed intervals; a peer was on task in 87%. After a direction to begin, he started within about 180 seconds.',
      'Parent input: His mother would like him to feel less corrected at school. He sleeps about 8 hours and takes no medication.',
    ];
    for (const text of present) y = paragraph(first, text, 48, y, 516, { size: 10, lead: 15 }) + 8;

    const second = pdf.page();
    y = heading(second, 'MEASURABLE ANNUAL GOALS', planPage(second, 7));
    const goals = [
      [
        'Goal 1  Behavior - Blurting Out',
        'By 04/08/2026 Soren will reduce blurting out to 4 or fewer times per day.',
        'Baseline: 14 per day. Measured daily by frequency count.',
      ],
      [
        'Goal 2  Task Initiation',
        'By 04/08/2026 Soren will begin independent work within an average of 45 seconds.',
        'Baseline: 180 seconds. Measured weekly by latency recording.',
      ],
      [
        'Goal 3  On-Task Behavior',
        'By 04/08/2026 Soren will be on task in 85% of observed intervals in 4 of 5 observations.',
        'Baseline: 50%. Measured weekly by interval sampling.',
      ],
      [
        'Goal 4  Reading Fluency',
        'By 04/08/2026 Soren will read 105 words correct per minute on a grade 4 passage. RF.4.4b',
        'Baseline: 64 WCPM. Measured weekly by one-minute probes.',
      ],
    ] as const;
    for (const [name, goal, measure] of goals) {
      second.print(name, 48, y, { font: 'sans-bold', size: 10.5 });
      y = paragraph(second, `${goal}\n${measure}`, 60, y + 16, 500, { size: 10, lead: 15 }) + 12;
    }
    second.print('Progress is reported to parents with each report card.', 48, y + 6, {
      size: 10,
      font: 'sans-italic',
    });

    const third = pdf.page();
    y = heading(third, 'SPECIAL EDUCATION AND RELATED SERVICES', planPage(third, 10));
    const columns = [
      { title: 'Service', width: 190 },
      { title: 'Minutes', width: 70, align: 'center' as const },
      { title: 'Frequency', width: 80 },
      { title: 'Begin', width: 84 },
      { title: 'End', width: 84 },
    ];
    const services = [
      ['Specialized Reading Instruction', '120', 'weekly', '04/09/2025', '04/08/2026'],
      ['Counseling', '30', 'weekly', '04/09/2025', '04/08/2026'],
    ];
    const table = drawTable(third, columns, services, { x: 48, y: y - 8, rowHeight: 20 });
    y = heading(third, 'ACCOMMODATIONS', table.bottom + 34);
    const accommodations = [
      'Seat near the teacher; movement break every 30 minutes',
      'Directions repeated once and shown in writing',
      'Extra time, 150%, on district tests',
    ];
    for (const text of accommodations) {
      third.print(`-  ${text}`, 54, y, { size: 10 });
      y += 16;
    }
    paragraph(third, 'Soren will be with his class 88% of the school day.', 48, y + 12, 516, { size: 10 });
    return pdf.save();
  },
};

export const progressReport: EvidenceFile = {
  name: 'progress-report-calliope.pdf',
  about: 'Last quarter’s progress report: it only restates what was measured before',
  made: 'born-digital PDF with a text layer',
  expected: {
    documents: [
      expectDocument({
        documentType: 'progress_report',
        studentId: 'stu-cav',
        date: '2025-11-05',
        notData: [
          { value: 58, why: 'average of results already on file' },
          { value: 7, why: 'score already on file' },
          { value: 63, why: 'average of results already on file' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const pdf = await createTypedPdf({
      title: 'IEP Progress Report',
      producer: 'PlanWriter 2025',
      created: '2025-11-05T17:30:00Z',
    });
    const page = pdf.page();
    const y = letterhead(page, {
      logo: 'district',
      school: district,
      line: 'Special Education',
      title: 'IEP PROGRESS REPORT',
    });
    page.print('Student: Calliope Vantongeren', 48, y + 8, { size: 10.5 });
    page.print('Grade: 6', 300, y + 8, { size: 10.5 });
    page.print('School: Stonebridge Middle School', 380, y + 8, { size: 10.5 });
    page.print('Reporting period: Quarter 1 (08/20/2025 - 10/24/2025)', 48, y + 24, { size: 10.5 });
    page.print('Report date: 11/05/2025', 380, y + 24, { size: 10.5 });
    const goals = [
      [
        '1. Integer operations',
        'Baseline 35%   Target 80%',
        'Calliope averaged 58% on classwork this quarter. She is making progress and needs help when she subtracts a negative number.',
      ],
      [
        '2. Paragraph writing',
        'Baseline 6 of 16   Target 12 of 16',
        'Her last paragraph earned 7 points. Progress is slower than planned.',
      ],
      [
        '3. Work completion',
        'Baseline 55%   Target 90%',
        'She turned in about 63% of her assignments across the quarter. A planner check at the end of the day began in October.',
      ],
    ] as const;
    let at = y + 54;
    for (const [name, levels, text] of goals) {
      page.box(48, at - 13, 516, 78, { width: 0.8 });
      page.print(name, 56, at + 2, { font: 'sans-bold', size: 11 });
      page.print(levels, 556, at + 2, { size: 9.5, align: 'right' });
      paragraph(page, text, 56, at + 20, 496, { size: 10, lead: 14.5 });
      at += 92;
    }
    page.print('Progress codes: 1 = goal met   2 = on track   3 = some progress   4 = no progress', 48, at + 4, {
      size: 8.5,
    });
    page.print('Case manager: Ignacio Belmonte', 48, at + 34, { size: 10 });
    return pdf.save();
  },
};
