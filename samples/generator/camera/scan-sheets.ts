/** From drawn sheets to the pages of a scan. */
import { rasterizeSheet, type Sheet } from '../drawing/sheet.ts';
import { type ScanOptions, scanPage, scanWidth } from './scan-page.ts';
import type { ScannedPage } from './scanned-pdf.ts';

export interface SheetToScan {
  readonly sheet: Sheet;
  readonly scan: ScanOptions;
}

/** Draws and scans one sheet after the other. */
export async function* scanSheets(sheets: Iterable<SheetToScan>): AsyncGenerator<ScannedPage> {
  for (const { sheet, scan } of sheets) {
    const raster = await scanPage(await rasterizeSheet(sheet, scanWidth), scan);
    yield { raster, mode: scan.mode ?? 'bitonal' };
  }
}
