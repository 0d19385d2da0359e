/** `known 28 | out of 50` in two columns of one row is one ratio. */
import type { Row } from '../../binders/layout/layout.ts';
import type { Figure } from './figures.ts';
import { partOfResult } from './part-labels.ts';

const part =
  /^(?:#|no\.?|number)?\s?(?:of )?(?:known|correct|right|score|earned|turned in|handed in|done|completed|submitted|independent|indep\.?|yes|on[- ]time|successes|read|got|named|points(?: earned)?|words correct|items correct|responses?|met)\s*(?:correct(?:ly)?)?$/i;
const whole =
  /^(?:#|no\.?|number)?\s?(?:of )?(?:out of|possible|total(?: possible| items| words| cards| questions| given| trials)?|attempted|given|assigned|due|opportunities|opps\.?|trials|of|items|max(?:imum)?|steps|chances|presented|scored|tested|asked|checked|observed|in all|dictated|sampled|questions|problems|cards|words shown)$/i;

const numberIn = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** The ratio that a row gives in two columns; null for none. */
export function rowPair(row: Row): Figure | null {
  if (row.header.kind !== 'labels') return null;
  const isPart = (label: string) => part.test(label) || partOfResult(label) === 'well';
  const named = row.cells.find((c) => isPart(c.column?.label ?? '') && numberIn(c.cell.text) !== null);
  const base = row.cells.find((c) => whole.test(c.column?.label ?? '') && numberIn(c.cell.text) !== null);
  if (!base) return null;
  // With two columns of numbers, the one beside the whole is the part, whatever it is called.
  const numbers = row.cells.filter((c) => c.column !== null && numberIn(c.cell.text) !== null);
  const other =
    numbers.length === 2
      ? numbers.find((c) => c !== base && !/err|wrong|incorrect|miss/i.test(c.column?.label ?? ''))
      : undefined;
  const top = named ?? other;
  if (!top || top === base) return null;
  const numerator = numberIn(top.cell.text) ?? 0;
  const denominator = numberIn(base.cell.text) ?? 0;
  if (denominator < 2 || numerator > denominator) return null;
  const start = Math.min(top.cell.start, base.cell.start);
  const end = Math.max(top.cell.end, base.cell.end);
  return { start, end, quantity: { type: 'ratio', numerator, denominator } };
}

/** Two rows under columns, one of the part and one of the whole: `Correct 7 8`, `Trials 10 10`. One ratio a column. */
export function columnPairs(rows: readonly Row[]): Figure[] {
  return rows.flatMap((row, i): Figure[] => {
    if (row.header.sideBySide) return [];
    const near = rows.slice(Math.max(0, i - 2), i + 3).filter((o) => o !== row && o.header === row.header);
    const base = part.test(row.label.trim()) ? near.find((o) => whole.test(o.label.trim())) : undefined;
    if (!base) return [];
    return row.cells.flatMap((c): Figure[] => {
      const other = base.cells.find((o) => o.column === c.column && c.column !== null);
      const numerator = numberIn(c.cell.text);
      const denominator = other ? numberIn(other.cell.text) : null;
      if (numerator === null || denominator === null || denominator < 2 || numerator > denominator) return [];
      return [{ start: c.cell.start, end: c.cell.end, quantity: { type: 'ratio', numerator, denominator } }];
    });
  });
}
