/** Tally strokes, drawn or typed: `//// /`, `IIIII III`. */
import type { Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

const tallyCell = /^(?:[/|\\]{1,6}(?:\s(?=[/|\\]))?)+$/;
/** Strokes read or typed as capital letters: `IIIII III`. */
export const letterTally = /^I{2,6}(?: I{1,5})*$/;

/** Cells of tally strokes: `//// /` is 5 strokes. A lone `I` counts where other cells of the page are strokes too. */
export function tallies(line: Line, sheet: Sheet, letters: boolean, inTable: boolean): Figure[] {
  // A lone stroke parts words, unless others stand on the page or in its table.
  const strokes =
    inTable ||
    /tall(?:y|ies)|\bmarks?\b/i.test(sheet.text) ||
    sheet.lines.some((l) => l.cells.some((c) => tallyCell.test(c.text) && c.text.length > 1));
  return line.cells.flatMap((cell) => {
    if (letters && line.cells.length > 1 && (letterTally.test(cell.text) || cell.text === 'I')) {
      const value = cell.text.replace(/\s/g, '').length;
      return [{ start: cell.start, end: cell.end, quantity: { type: 'tally' as const, value } }];
    }
    if (
      !tallyCell.test(cell.text) ||
      (cell.text.length === 1 && !strokes) ||
      (line.cells.length < 2 && !/tall/i.test(sheet.text))
    )
      return [];
    const value = cell.text.replace(/\s/g, '').length;
    return [{ start: cell.start, end: cell.end, quantity: { type: 'tally' as const, value } }];
  });
}
