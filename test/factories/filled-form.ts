/** One printed form, filled in by whoever is asked to: a pen or a machine of the same black. */
import { scanPage, scanWidth } from '../../samples/generator/camera/scan-page.ts';
import type { Fill } from '../../samples/generator/drawing/fill.ts';
import type { Raster } from '../../samples/generator/drawing/raster.ts';
import { createSheet, rasterizeSheet, type Sheet } from '../../samples/generator/drawing/sheet.ts';
import { logSheet } from '../../samples/generator/forms/log-sheet.ts';

const rows = [
  ['10/7', '9:05', '12', '7/10', 'two reminders'],
  ['10/9', '9:10', '14', '6/10', 'left early'],
  ['10/14', '1:20', '8', '8/10', ''],
  ['10/16', '9:02', '15', '8/10', 'used the break card'],
  ['10/21', '1:15', '17', '9/10', ''],
];

export function filledForm(fill: Fill): Sheet {
  const sheet = createSheet({ seed: 'a form filled in' });
  const head = {
    logo: 'juniper',
    school: 'Juniper Flats Elementary',
    line: 'Resource Room',
    title: 'PROGRESS DATA SHEET',
  } as const;
  logSheet(
    sheet,
    {
      head,
      fields: [
        ['Student:', 'Amaya Dunbar'],
        ['Grade:', '4'],
        ['Goal:', 'time on task'],
        ['Observer:', 'R. Achterberg'],
      ],
      columns: [
        { title: 'Date', width: 90 },
        { title: 'Start', width: 80, align: 'center' },
        { title: 'Minutes', width: 90, align: 'center' },
        { title: 'Score', width: 90, align: 'center' },
        { title: 'Remarks', width: 166 },
      ],
      rows,
      spareRows: 2,
      footer: ['Baseline 5 minutes (February 2025)          Goal 20 minutes'],
    },
    fill,
  );
  return sheet;
}

/** The sheet through an office scanner, in grey; boxes of its texts are points, `scale` pixels each. */
export async function scanned(sheet: Sheet): Promise<{ raster: Raster; scale: number }> {
  const raster = await scanPage(await rasterizeSheet(sheet, scanWidth), { seed: 'form', mode: 'grey', holes: false });
  return { raster, scale: scanWidth / sheet.width };
}
