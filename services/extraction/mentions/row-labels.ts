/** What the row of a table is called, and whether it is called after what was measured at all. */
import { isAbsence } from '../../binders/layout/cell-kinds.ts';
import type { Row } from '../../binders/layout/layout.ts';
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Cell } from '../../binders/page-text/sheet.ts';
import { conceptsIn } from '../../binders/topics/concepts.ts';
import { plainText } from './words-around.ts';

/** A row that sums up the others. */
export const sumsUp =
  /^\W*(?:(?:day|daily|today'?s|class|card|sheet)(?:'s)? total|total|sum|week|wk|weekly|all|grand|avg|average|mean|median|overall|to date|in all)\b/i;

/** A row that says what was measured, whatever stands over it: in a form turned on its side the texts stand in a row too. */
const namesMeasure =
  /^\W*(?:words?|digits?|letters?|sounds?|err(?:or)?s?|miscues?|correct|wcpm|cwpm|wpm|wrc|wc|dc|cws|accuracy|acc)\b/i;

/** Columns that say when, where, with whom or on which text, and nothing of what was measured. */
function namesOccasion(header: string): boolean {
  return /^(?:setting|activity|passage|title|text|book|story|observer|staff|adult|time|day|date|session|trial|#|no\.?|class|period|place|location|where|with|subject|student|name|teacher|room|center|block|week|event|partner|list|opportunity|opp|episode|direction|task|situation|prompt given|what happened)s?\b/i.test(
    header.trim(),
  );
}

/** The label of a row without the name of the student that the row is of. */
function withoutName(label: string, cell: { start: number; end: number } | undefined, text: string): string {
  const first = cell ? text.slice(cell.start, cell.end) : '';
  return !/[A-Za-zÀ-ÿ\d]/.test(first) && cell
    ? label.slice(cell.end - cell.start).trim()
    : label.includes(first.trim()) || !cell
      ? label
      : plainText(first);
}

/** Whether most rows of the table of `row` are called after parts of the day: hours, classes, lunch and recess. */
export function areHours(page: OpenPage, row: Row): boolean {
  const labels = [...page.layout.rows.values()].flatMap((r) =>
    r.header === row.header && /[A-Za-z]{2}/.test(r.label) && !sumsUp.test(r.label) ? [r.label] : [],
  );
  // `Call-outs`, `am`, `pm`, `Hits`, `am`, `pm`: the parts of the day of each behavior.
  const named = labels.filter(namesWhen);
  return named.length >= 3 && named.length * 2 > labels.length && new Set(labels).size === labels.length;
}

/** What a row that begins with a name is about: the words in the column beside the name, `Target`, `Skill`, `Goal`. */
function topicBeside(row: Row, text: string): string {
  const [, beside] = row.cells;
  if (!beside?.column || row.header.kind !== 'labels' || namesOccasion(beside.column.label)) return '';
  const words = plainText(text.slice(beside.cell.start, beside.cell.end));
  return /[A-Za-zÀ-ÿ]{2}/.test(words) && !/^\d/.test(words) && !isAbsence(words) ? words : '';
}

/** The label of `row` for a figure of it, without the name of its student; `isOwn` for one that bears a column of its own. */
export function rowLabelOf(row: Row, isOwn: boolean, text: string): string {
  if (isOwn || row.day !== null) return '';
  // In a dated row the words beside the values are remarks; the columns say what was measured. What stands left of the
  // first column is under no header that could say so.
  const occasion =
    (row.cells[0]?.column === row.header.columns[0] || row.header.kind === 'days') &&
    namesOccasion(row.header.columns[0]?.label ?? '') &&
    !sumsUp.test(row.label) &&
    !namesMeasure.test(row.label);
  const label = occasion ? '' : row.label;
  return label === '' ? '' : withoutName(label, row.cells[0]?.cell, text) || topicBeside(row, text);
}

/** A column that is there to say what was measured. */
const namesMeasures = /^(?:measures?|skills?|probes?|goals?|targets?|behaviou?rs?|objectives?|assessments?)\b.{0,6}$/i;

/**
 * `Pettibone, M.   3   letter sounds   24`: the words of a cell between the row's label and `cell` that name a skill, in
 * whatever column they stand.
 */
export function topicInRow(row: Row, cell: Cell, text: string): string {
  if (row.header.kind !== 'labels') return '';
  const between = row.cells.slice(1).filter((c) => c.cell.end < cell.start);
  const named = between.findLast(
    (c) => c.column && !namesOccasion(c.column.label) && /^[^\d]*[A-Za-z]{2}/.test(c.cell.text),
  );
  const words = named ? plainText(text.slice(named.cell.start, named.cell.end)) : '';
  const isNamed = namesMeasures.test(named?.column?.label.trim() ?? '') || conceptsIn(words).ids.size > 0;
  return !isAbsence(words) && isNamed ? words : '';
}
