/** What kind of line stands on a page: a row of values, an item, running text. */
import type { DayMention } from '../days/day-mention.ts';
import { isFieldCell, isValueCell } from '../layout/cell-kinds.ts';
import type { Line } from '../page-text/sheet.ts';
import { isNumberLine } from './page-number.ts';
import { isParagraph } from './running-text.ts';

/** A heading in capitals with a grade or a form number beside it. */
const capitals = /^(?:[A-Z]{2,}[^a-z]*){2}$/;

/** A row of a table: three cells or more, the last of them a value and no words alone before it. */
export function isRow(line: Line): boolean {
  const last = line.cells.at(-1)?.text ?? '';
  const values = line.cells.filter((c) => isValueCell(c.text)).length;
  return (
    line.cells.length >= 3 &&
    (values >= 2 || isValueCell(line.cells[0]?.text ?? '')) &&
    !capitals.test(line.cells[0]?.text ?? '') &&
    isValueCell(last) &&
    !line.cells.some((c) => isFieldCell(c.text)) &&
    !/\d[/-]\d{1,2}[/-]\d/.test(line.text)
  );
}

/** A row that begins with values or marks: `7/10` behind it is a score. */
export function isMarks(line: Line | undefined): boolean {
  return line !== undefined && line.cells.length >= 3 && line.cells.slice(0, 2).every((cell) => isValueCell(cell.text));
}

/** `Sounds tried     39`: words and their value. */
export function isValued(line: Line | undefined): boolean {
  return (
    line?.cells.length === 2 && /^\d{1,3}%?$/.test(line.cells[1]?.text ?? '') && !/^\d/.test(line.cells[0]?.text ?? '')
  );
}

/** What the cells of a row hold, in order: `date value words`; null for a line that is no row of values. */
export function rowShape(line: Line | undefined, days: readonly DayMention[]): string | null {
  if (!line || line.cells.length < 2 || line.cells.some((c) => isFieldCell(c.text))) return null;
  if (capitals.test(line.cells[0]?.text ?? '')) return null;
  const kinds = line.cells.map((cell) => {
    const isDate = days.some((d) => d.line === line.index && d.start <= cell.start + 5 && d.end >= cell.end - 2);
    return isDate ? 'date' : isValueCell(cell.text) ? 'value' : 'words';
  });
  const hasValue = line.cells.slice(1).some((c, i) => kinds[i + 1] === 'value' && !/^[-–—]+$/.test(c.text));
  return hasValue || kinds[0] === 'date' ? kinds.join(' ') : null;
}

type Kind = 'text' | 'item' | 'row' | null;

function kindOf(line: Line): Kind {
  if (isParagraph(line)) return 'text';
  if (/^\s*(?:[(#]?\d{1,2}[.):]|[*•·-]\s|\(?[a-j][.)]\s)/.test(line.text)) return 'item';
  const values = line.cells.slice(1).filter((cell) => isValueCell(cell.text) || /^\d/.test(cell.text)).length;
  return line.cells.length >= 2 && values > 0 ? 'row' : null;
}

/** The kind that two lines or more of `lines` are of, and none of another kind. */
function kindOfAll(lines: readonly Line[]): Kind {
  const kinds = lines.map(kindOf).filter((kind) => kind !== null);
  return kinds.length > 0 && kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? null) : null;
}

/** Whether rows go on from the last lines to the first ones of `next`, or another kind begins; null where either is mixed. */
export function keepsKind(lines: readonly Line[], next: readonly Line[]): 'rows' | 'changed' | null {
  const last = kindOfAll(lines.filter((line) => !isNumberLine(line)).slice(-3));
  const first = kindOfAll(next.slice(0, 3));
  if (last === null || first === null || (last === first && first === 'text')) return null;
  return last === first ? 'rows' : 'changed';
}
