/** A result whose parts stand in the columns of one row, or under one another in the rows of a column. */
import type { Row, RowCell } from '../../binders/layout/layout.ts';
import type { Figure } from './figures.ts';
import { type PartOfResult, partOfResult, resultOf } from './part-labels.ts';

const part =
  /^(?:#|no\.?|number)?\s?(?:of )?(?:score|read|named|words correct|items correct|responses?)\s*(?:correct(?:ly)?)?$/i;
/** What may head the whole beside what went well. */
const looked =
  /^(?:#|no\.?|number)? ?(?:of )?(?:scored|tried|tested|checked|counted|written|read|sampled|observed|seen)$/i;
/** Columns that are no part of a result: they count the rows, or sum them up in another way. */
const noPart =
  /%|percent|\bpct\b|\btotal\b|\bavg\b|average|^\W*(?:date|day|trial|session|list|set|grade|level|minutes?|min|time|#|no\.)\W*$/i;

const numberIn = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);
const partNamed = (label: string): PartOfResult | null =>
  partOfResult(label) ??
  (part.test(label.trim()) || /^[+✓]$/.test(label.trim()) ? 'well' : /^[-–✗]$/.test(label.trim()) ? 'badly' : null);

/** The ratio that cells of a row give in columns of its parts: `known 28 | out of 50`, `alone 4 | with a model 2 | no response 1`; null for none. */
function rowPair(cells: readonly RowCell[]): Figure | null {
  const numbers = cells.flatMap((c) => {
    const value = c.column ? numberIn(c.cell.text) : null;
    return value === null || !c.column || noPart.test(c.column.label) ? [] : [{ ...c, value, label: c.column.label }];
  });
  const named = numbers.flatMap((n) => {
    const own = partNamed(n.label);
    return own ? [{ ...n, part: own }] : [];
  });
  const has = (...parts: PartOfResult[]) => named.some((n) => parts.includes(n.part));
  const rest = numbers.filter((n) => !named.some((o) => o.cell === n.cell));
  // A column that is the sum of the others is the whole of them, whatever it is called.
  const [only, ...more] = rest;
  const sum = named.reduce((all, n) => all + n.value, 0);
  if (only && more.length === 0 && named.length >= 2 && has('well') && !has('all') && only.value === sum && sum > 0)
    named.push({ ...only, part: 'all' });
  // Beside what was done alone and what came with help, any other column is of what was not done.
  else if (has('well') && has('helped') && !has('all'))
    named.push(...rest.map((n) => ({ ...n, part: 'badly' as const })));
  // `right 18 | scored 30`: beside what went well, how many were looked at.
  else if (numbers.length === 2 && rest.length === 1 && has('well') && looked.test(rest[0]!.label.trim()))
    named.push({ ...rest[0]!, part: 'all' });
  // With two columns of numbers, the one beside the whole is the part, whatever it is called.
  else if (numbers.length === 2 && rest.length === 1 && has('all')) named.push({ ...rest[0]!, part: 'well' });
  const result = named.length >= 2 ? resultOf(named) : null;
  if (!result) return null;
  const start = Math.min(...named.map((n) => n.cell.start));
  const end = Math.max(...named.map((n) => n.cell.end));
  return { start, end, quantity: { type: 'ratio', ...result } };
}

/** The ratios of a row: one, or one under each name that stands over its columns. */
export function rowPairs(row: Row): Figure[] {
  if (row.header.kind !== 'labels') return [];
  const names = new Set(row.cells.map((c) => c.column?.over));
  return [...names].flatMap((name) => rowPair(row.cells.filter((c) => c.column?.over === name)) ?? []);
}

/** Rows of parts under columns: `Correct 7 8`, `Trials 10 10`, or `right 7 8`, `wrong 3 2`. One ratio a column. */
export function columnPairs(rows: readonly Row[]): Figure[] {
  return rows.flatMap((row, i): Figure[] => {
    if (row.header.sideBySide) return [];
    const near = rows.slice(Math.max(0, i - 3), i + 4).filter((o) => o.header === row.header);
    const parts = near.flatMap((o) => {
      const own = partNamed(o.label.trim());
      return own ? [{ row: o, part: own }] : [];
    });
    // One of them stands for all: what went well, else the whole.
    const head = parts.find((p) => p.part === 'well') ?? parts.find((p) => p.part === 'all');
    if (head?.row !== row) return [];
    return row.cells.flatMap((c): Figure[] => {
      const ofDay = parts.flatMap((p) => {
        const other = p.row.cells.find((o) => o.column === c.column && c.column !== null);
        const value = other ? numberIn(other.cell.text) : null;
        return value === null ? [] : [{ part: p.part, value }];
      });
      const result = ofDay.length >= 2 ? resultOf(ofDay) : null;
      return result ? [{ start: c.cell.start, end: c.cell.end, quantity: { type: 'ratio', ...result } }] : [];
    });
  });
}
