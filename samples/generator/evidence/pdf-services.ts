/** A born-digital service log for three students, and the same file once more. */
import { letterhead } from '../drawing/form-parts.ts';
import { drawTable } from '../drawing/table.ts';
import { createTypedPdf } from '../drawing/typed-pdf.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point, session } from '../expected.ts';

const rows = [
  ['10/02/2025', 'Delacroix-Reyes, Amaya', 30, 'group of 2', '/s/ blends in words 8/20'],
  ['10/02/2025', 'Adeyinka, Zuri', 30, 'individual', 'device set up, no data'],
  ['10/07/2025', 'Delacroix-Reyes, Amaya', 30, 'group of 2', '/s/ blends in words 9/20'],
  ['10/07/2025', 'Delgado, Amaia', 30, 'group of 2', '2-step directions 5/10, no prompts'],
  ['10/08/2025', 'Adeyinka, Zuri', 30, 'individual', 'independent requests on device 4/12'],
  ['10/09/2025', 'Delacroix-Reyes, Amaya', 0, 'not delivered', 'student absent'],
  ['10/14/2025', 'Delacroix-Reyes, Amaya', 25, 'individual', 'started late (assembly), games only'],
  ['10/14/2025', 'Delgado, Amaia', 30, 'individual', '2-step directions 6/10, no prompts'],
  ['10/15/2025', 'Adeyinka, Zuri', 0, 'not delivered', 'SLP in IEP meeting'],
  ['10/16/2025', 'Delacroix-Reyes, Amaya', 30, 'group of 2', '/s/ blends in words 11/20'],
  ['10/21/2025', 'Delgado, Amaia', 30, 'group of 2', '2-step directions 6/10, no prompts'],
  ['10/22/2025', 'Adeyinka, Zuri', 45, 'individual', 'make-up for 10/15. independent requests on device 6/12'],
  ['10/23/2025', 'Delacroix-Reyes, Amaya', 30, 'group of 2', '/s/ blends in words 12/20'],
] as const;

const services = {
  'Delacroix-Reyes, Amaya': 'amd-slp',
  'Delgado, Amaia': 'ade-slp',
  'Adeyinka, Zuri': 'zad-slp',
} as const;
const iso = (date: string): string => `${date.slice(6)}-${date.slice(0, 2)}-${date.slice(3, 5)}`;

async function speechLogBytes(): Promise<Uint8Array> {
  const pdf = await createTypedPdf({
    title: 'Related Service Log',
    producer: 'ServiceBook 11.4',
    created: '2025-10-31T21:15:00Z',
  });
  const page = pdf.page(true);
  const y = letterhead(page, {
    logo: 'district',
    school: 'Kestrel Valley School District',
    line: 'Special Education',
    title: 'RELATED SERVICE LOG',
  });
  page.print('Service: Speech-Language Therapy', 48, y + 8, { size: 10.5 });
  page.print('Provider: Bryony Haldane, CCC-SLP', 300, y + 8, { size: 10.5 });
  page.print('Month: October 2025', 600, y + 8, { size: 10.5 });
  page.print('IEP minutes: Delacroix-Reyes 60 per week, Delgado 90 per month, Adeyinka 90 per week', 48, y + 24, {
    size: 9,
    color: '#444444',
  });
  const columns = [
    { title: 'Date', width: 80 },
    { title: 'Student', width: 160 },
    { title: 'Minutes', width: 60, align: 'center' as const },
    { title: 'Setting', width: 110 },
    { title: 'Notes', width: 286 },
  ];
  const cells = rows.map(([date, student, minutes, setting, notes]) => [
    date,
    student,
    String(minutes),
    setting,
    notes,
  ]);
  const table = drawTable(page, columns, cells, { x: 48, y: y + 36, rowHeight: 21, size: 9.5 });
  page.print('I certify that the services above were provided as recorded.', 48, table.bottom + 24, { size: 9 });
  page.print('B. Haldane', 430, table.bottom + 24, { size: 13, font: 'serif-italic' });
  page.print('Signed 10/31/2025', 560, table.bottom + 24, { size: 9 });
  return pdf.save();
}

export const speechLog: EvidenceFile = {
  name: 'speech-log-october.pdf',
  about: 'A month of speech therapy: minutes and, in the notes, results of three students',
  made: 'born-digital PDF, landscape, with a text layer',
  expected: {
    documents: [
      expectDocument({
        documentType: 'service_log',
        studentId: null,
        date: '2025-10-31',
        dataPoints: [
          point('amd-sbl', '2025-10-02', [8, 20]),
          point('amd-sbl', '2025-10-07', [9, 20]),
          point('amd-sbl', '2025-10-16', [11, 20]),
          point('amd-sbl', '2025-10-23', [12, 20]),
          point('ade-dir', '2025-10-07', [5, 10]),
          point('ade-dir', '2025-10-14', [6, 10]),
          point('ade-dir', '2025-10-21', [6, 10]),
          point('zad-aac', '2025-10-08', [4, 12]),
          point('zad-aac', '2025-10-22', [6, 12]),
        ],
        services: rows.map(([date, student, minutes]) => session(services[student], iso(date), minutes || null)),
        notData: [
          { value: 60, why: 'minutes promised' },
          { value: 90, why: 'minutes promised' },
        ],
      }),
    ],
  },
  bytes: speechLogBytes,
};

export const speechLogCopy: EvidenceFile = {
  name: 'speech-log-october (1).pdf',
  about: 'The same log, uploaded a second time',
  made: 'a copy of `speech-log-october.pdf`, byte for byte',
  expected: { duplicateOf: 'speech-log-october.pdf' },
  bytes: speechLogBytes,
};
