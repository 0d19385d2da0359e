/** Columns of reading levels: their letters are no marks, though some of them are codes of help as well. */
import type { Cell, Sheet } from '../../binders/page-text/sheet.ts';

/** How far from the head of a column its letters may stand, in letters. */
const width = 5;

/** Where on their lines the columns of `sheet` stand that hold levels of texts. */
export function levelColumns(sheet: Sheet): number[] {
  return sheet.lines.flatMap((line) =>
    line.cells
      .filter(({ text }) => /^(?:(?:text|reading|book) )?(?:level|lvl|lv|grl)\.?$/i.test(text))
      .map(({ x0 }) => x0),
  );
}

/** Whether `cell` is a level in one of `columns`. */
export function isReadingLevel({ text, x0 }: Cell, columns: readonly number[]): boolean {
  return /^[A-Z]$/.test(text) && columns.some((x) => Math.abs(x - x0) <= width);
}
