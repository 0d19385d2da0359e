/** A scanned binder: five students' tabs, blank backs, one page upside down, one crooked, two copies of copies. */
import { scanSheets } from '../camera/scan-sheets.ts';
import { scannedPdf } from '../camera/scanned-pdf.ts';
import { drawLogo } from '../drawing/form-parts.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { amaiaTab } from './binder-amaia.ts';
import { amayaTab } from './binder-amaya.ts';
import { beckettTab } from './binder-beckett.ts';
import { type BinderPage, expectationOf, separator, sheetsOf } from './binder-page.ts';
import { sorenTab } from './binder-soren.ts';
import { sorrelTab } from './binder-sorrel.ts';

const cover = separator(
  'binder-cover',
  (sheet) => {
    drawLogo(sheet, 'district', 286, 190);
    sheet.print('DATA BINDER', 306, 300, { font: 'serif-bold', size: 40, align: 'center' });
    sheet.print('Fall 2025', 306, 340, { font: 'serif', size: 22, align: 'center' });
    sheet.print('Juniper Flats Elementary', 306, 420, { font: 'serif', size: 16, align: 'center' });
    sheet.print('Rosalind Achterberg', 306, 444, { font: 'serif', size: 16, align: 'center' });
    sheet.print('CONFIDENTIAL STUDENT RECORDS', 306, 660, { font: 'sans-bold', size: 12, align: 'center' });
  },
  null,
);

export const binderPages: readonly BinderPage[] = [
  cover,
  ...amayaTab,
  ...amaiaTab,
  ...sorenTab,
  ...sorrelTab,
  ...beckettTab,
];

export const binder: EvidenceFile = {
  name: 'binder-fall-2025.pdf',
  about: 'A case manager’s binder for five students, with tabs, blank backs and misfiled letters',
  made: 'image-only PDF: typed and handwritten sheets through a copier, black and white (fax code) and grey (JPEG)',
  expected: { uploadDate: '2025-12-15', ...expectationOf(binderPages) },
  bytes: () => scannedPdf(scanSheets(sheetsOf(binderPages)), '2025-12-15T20:11:00Z'),
};
