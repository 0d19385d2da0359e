/** Headers of measures: a line of words over columns of values. */

import { isWeekdayWord } from '../days/find-days.ts';
import { type Legend, legendOf, namesColumn } from '../page-text/legend.ts';
import type { Cell, Line, Sheet } from '../page-text/sheet.ts';
import { isPersonLabel } from '../people/person-labels.ts';
import { alignCells } from './align.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import { columnOf } from './day-headers.ts';
import { headsColumn, namesRows } from './header-words.ts';
import type { Column, Header } from './layout.ts';
import { namesWhen } from './when-words.ts';

/** A stretch of the mended text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `4 3 2 1`, `1 2 3 4`, `A B C D`: a scale or numbered items, three or more in a row. */
function isScale(cells: readonly Cell[]): boolean {
  const codes = cells.map((c) =>
    /^\d{1,2}$/.test(c.text) ? Number(c.text) : c.text.length === 1 ? c.text.charCodeAt(0) : Number.NaN,
  );
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  return (
    cells.length >= 3 &&
    Math.abs(step) === 1 &&
    codes.every((code, i) => i === 0 || code - (codes[i - 1] ?? 0) === step)
  );
}

/** What levels of help are counted out of. */
const wholeOfHelp = /^(?:opps?|opportunities|chances|trials?|tries|total|asked|given|times)\.?$/i;
/** A level of help, written short. */
const helpCode = /^(?:IND?|I|VP?|GP?|MP?|PP?|FP|HOH)$/;

/** A standards code beside a title heads no column: `Variable on both sides   A.REI.3`. */
export const standard = /^[A-Z0-9]{1,5}(?:\.[A-Z0-9]{1,5}){1,4}$/;

/** The cells that count one thing through, two or more in a row: `Passage 1   Passage 2   Passage 3`. */
function seriesIn(cells: readonly Cell[]): Cell[] {
  const parts = cells.map((c) => /^([A-Za-z]{3,}\.?) ?#?(\d{1,2})$/.exec(c.text));
  const follows = (i: number, by: number) =>
    parts[i]?.[1] !== undefined &&
    parts[i]?.[1] === parts[i + by]?.[1] &&
    Number(parts[i]?.[2]) + by === Number(parts[i + by]?.[2]);
  return cells.filter((_, i) => follows(i, 1) || follows(i, -1));
}

/** Whether the cells of a line can head columns: words known from headers or explained on the page, at most a scale beside them. */
function canHead(cells: readonly Cell[], legend: Legend): boolean {
  const isCode = (c: Cell) => namesColumn(legend, c.text) && cells.filter((o) => o.text === c.text).length === 1;
  if (cells.some((c) => standard.test(c.text))) return false;
  if (cells.length < 2 || /^(?:part|key)\b/i.test(cells[0]?.text ?? '')) return false;
  // `Thu   no ticket - fire drill`: a day of the week with what came of it.
  if (isWeekdayWord(cells[0]?.text ?? '')) return false;
  if (cells.some((c) => /(?:\S+ ){4}\S+[.!?]$/.test(c.text))) return false;
  if (
    cells.some(
      (c) =>
        isFieldCell(c.text) ||
        c.text.length > 42 ||
        /^[+✓✗✔✘-]|=|[.!?]$/.test(c.text.replace(/\b\w{2,7}\.$|\b[ap]\. ?m\.$|^(?:\w+ )?\w+\?$/i, 'x')),
    )
  )
    return false;
  // A form: `Time given:   2 minutes   Form C`.
  const colons = cells.filter((c) => /:$/.test(c.text)).length;
  if (colons > 0 && colons < cells.length - 1) return false;
  // A label and its value, `Time given  2 min`, or a field to be filled in.
  if (cells.some((c) => /_{2,}$|\b(?:19|20)\d\d$/.test(c.text))) return false;
  if (cells.length === 2 && /:$/.test(cells[0]?.text ?? '')) return false;
  if (cells.length === 2 && /^\d+(?:\.\d+)?\s?[a-z]+\.?$/i.test(cells[1]?.text ?? '')) return false;
  // Beside a column of dates the short forms of a sheet are labels: `date   psg   WR   E   WCPM`.
  const isDated = /^date\b/i.test(cells[0]?.text ?? '') && cells.some((c, i) => i > 0 && headsColumn(c.text));
  const isLabel = (text: string) =>
    namesRows(text) || headsColumn(text) || !isValueCell(text) || (isDated && /^[A-Z]{1,3}$/.test(text));
  const numbered = seriesIn(cells);
  const words = cells.filter((c) => isCode(c) || isLabel(c.text));
  const others = cells.filter((c) => !words.includes(c));
  // Short names among those that are written out: `Lvl  RW  E  SC  Acc.`
  const named = words.filter((c) => headsColumn(c.text) || namesRows(c.text)).length;
  const areCodes = named >= 2 && others.length <= named && others.every((c) => /^[A-Z]{1,3}$/.test(c.text));
  // `opps   I   M   HOH`: levels of help, as everybody writes them.
  const areHelp =
    others.length >= 2 &&
    new Set(others.map((c) => c.text)).size === others.length &&
    others.every((c) => helpCode.test(c.text)) &&
    words.some((c) => wholeOfHelp.test(c.text));
  if (others.length > 0 && !isScale(others) && !areCodes && !areHelp) return false;
  if (words.some((c) => /^\d/.test(c.text) && !headsColumn(c.text))) return false;
  // `3 wrong out of 6`, `4 min, 3 min`: results.
  if (cells.some((c) => /\d (?:[a-z]+ ){0,2}(?:out )?of \d|\d ?(?:min|sec)\b.*\d ?(?:min|sec)\b/i.test(c.text)))
    return false;
  if (
    words.some((c) => /\d\s?\/\s?\d|\d ?%|\d{1,2}-\d/.test(c.text) || /^(?:mon|tue|wed|thu|fri)\w*\.? \d/i.test(c.text))
  )
    return false;
  const partsOfDay = others.length === 0 ? words.filter((c) => namesWhen(c.text)).length : 0;
  const known = words.filter(
    (c) =>
      isCode(c) ||
      headsColumn(c.text) ||
      namesRows(c.text) ||
      numbered.includes(c) ||
      (partsOfDay >= 3 && namesWhen(c.text)),
  ).length;
  return words.length >= 1 && (namesRows(cells[0]?.text ?? '') || known * 2 >= words.length);
}

/** Two or more cells that each name a person: a column for each of them. */
function headsPeople(cells: readonly Cell[], students: readonly Span[]): boolean {
  const people = cells.filter(
    (c) =>
      isPersonLabel(c.text) ||
      students.some((s) => s.start >= c.start && s.end <= c.end && c.text.length <= s.end - s.start + 8),
  );
  return people.length >= 2 && cells.length - people.length <= 1;
}

const isPlainWords = (text: string) =>
  text.length <= 32 &&
  /[A-Za-zÀ-ÿ]{2}|%|#/.test(text) &&
  !isFieldCell(text) &&
  !/^(?!(?:P|Per|Pd|Hr|Block|Trial|T|Q|Wk|Set|S)\.? ?\d{1,2}$).*\d|[=?!:]| \S*[a-z]{4}\.$|^[+✓✗√-]/.test(
    text.replace(/\([^)]*\)|\bm{1,2}:ss\b|\bmin:sec\b|\b\d{1,2}(?:st|nd|rd|th)\b/g, 'm'),
  );
const isFigure = (text: string) => isValueCell(text) && /\d|^[/|]+$|^I+$|^-+$/.test(text);

/** Lines below a header that are looked at to tell it from a line of words. */
const furthest = 12;

/** Whether a line of words stands over columns of values: its shape says that it heads them, whatever its words are. */
function headsByShape(sheet: Sheet, line: Line, students: readonly Span[]): boolean {
  const { cells } = line;
  if (cells.length < 2 || !cells.every((c) => isPlainWords(c.text) && !standard.test(c.text))) return false;
  // A column may be the student's own, beside that of the class.
  const named = students.filter((s) => s.start < line.end && s.end > line.start);
  if (!named.every((s) => cells.length > 2 && cells.some((c) => c.start === s.start && c.end - s.end <= 1)))
    return false;
  const below: Line[] = [];
  for (const next of sheet.lines.slice(line.index + 1, line.index + 1 + furthest)) {
    if (next.cells.length === 0 && below.length > 0) break;
    if (next.cells.length > 0) below.push(next);
  }
  const columns = cells.map((c) => columnOf(c, null));
  const rows = below.flatMap((row) => {
    if (row.cells.length < 2 || row.cells.some((c) => isFieldCell(c.text))) return [];
    const aligned = alignCells(row.cells, columns);
    const valued = row.cells.flatMap((c, i) => (isFigure(c.text) && aligned[i] !== null ? [aligned[i] ?? -1] : []));
    return valued.length > 0 ? [valued] : [];
  });
  if (rows.length < 2 || rows.length < below.length * 0.6) return false;
  const full = columns.filter((_, k) => rows.filter((valued) => valued.includes(k)).length >= rows.length * 0.6);
  return full.length >= Math.max(1, columns.length - 2) && rows.every((valued) => valued.length >= 1);
}

/** `Student   C. Merriweather   Date   …`: fields of a form without their colons. */
function isFormLine(line: Line, students: readonly Span[]): boolean {
  return line.cells.some((c, i) => {
    const next = line.cells[i + 1];
    const isLabel = /^(?:student|name|pupil|child|alumn[oa]|author|reader|writer|speaker)$/i.test(c.text);
    return isLabel && next !== undefined && students.some((s) => s.start >= next.start && s.end <= next.end);
  });
}

/** `Part B   proportion stories`: the name of a part and what it is about, over a list of its own. */
export const isPartTitle = (cells: readonly Cell[]) =>
  cells.length === 2 &&
  partName.test(cells[0]?.text ?? '') &&
  !partName.test(cells[1]?.text ?? '') &&
  !headsColumn(cells[1]?.text ?? '');
const partName =
  /^(?:part|section|list|set|side|page|task|sheet|group|deck|probe|level|step) ?#? ?(?:[A-Z]|\d{1,3}|[IVX]{1,4})[.:)]?$/i;

/** `k at END   book duck sock` over `+  -  +`: words with a mark under each of them, in fewer cells than marks, are items. */
function isOverMarks(line: Line, below: Line | undefined): boolean {
  const marks = below?.cells.flatMap((c) => c.text.split(' ')) ?? [];
  const words = line.text.trim().split(/\s+/);
  return (
    marks.length >= 3 &&
    marks.every((mark) => /^[+✓✔√✗✘×–-]$/.test(mark)) &&
    marks.length > line.cells.length &&
    words.length >= marks.length
  );
}

/** `Counseling 30 min/wk`, `(plan: 100 a week)`: what is owed heads no column. */
export const promise = /\d\s?(?:min\w*\.?)?\s?(?:\/|per |an? |each )\s?(?:wk|week|mo|month|semana)\b/i;

/** A line of words over a line of values that stand under them. */
export function labelHeaderAt(sheet: Sheet, line: Line, students: readonly Span[], byShape: boolean): Header | null {
  if (line.cells.some((c) => promise.test(c.text))) return null;
  if (isFormLine(line, students) || isPartTitle(line.cells) || isOverMarks(line, sheet.lines[line.index + 1]))
    return null;
  const legend = legendOf(sheet);
  if (
    !canHead(line.cells, legend) &&
    !headsPeople(line.cells, students) &&
    !(byShape && headsByShape(sheet, line, students))
  )
    return null;
  // The first line is a title, unless its first cell names the rows of a table.
  const isFirst = sheet.lines.findIndex((l) => l.cells.length > 0) === line.index;
  const opensTable =
    namesRows(line.cells[0]?.text ?? '') ||
    (line.cells.filter((c) => headsColumn(c.text)).length * 2 >= line.cells.length &&
      headsByShape(sheet, line, students));
  if (isFirst && !(line.cells.length > 2 && opensTable)) return null;
  const next = sheet.lines.slice(line.index + 1, line.index + 4).filter((l) => l.cells.length > 0);
  let columns = line.cells.map((c) => columnOf(c, null));
  let lastLine = line.index;
  for (const [i, below] of next.entries()) {
    const aligned = alignCells(below.cells, columns);
    const valued = below.cells.filter((c, k) => isValueCell(c.text) && aligned[k] !== null && below.cells.length > 1);
    const isData = valued.length > 0 && !below.cells.some((c) => isFieldCell(c.text));
    if (isData && !canHead(below.cells, legend)) {
      return {
        kind: 'labels',
        sideBySide: false,
        firstLine: line.index,
        lastLine,
        columns: columns.map((c, k) => inWords(mergedLabel(c, k, sheet, line, lastLine, columns), legend)),
      };
    }
    // Names broken over two lines; a short one may stand on the second line alone.
    const added = below.cells.filter((c, k) => aligned[k] === null && isPlainWords(c.text));
    const joined = aligned.filter((a) => a !== null).length;
    const continues =
      i === 0 &&
      below.block === line.block &&
      joined + added.length === below.cells.length &&
      joined > added.length &&
      below.cells.every((c) => !isFieldCell(c.text));
    if (!continues) return null;
    columns = [...columns, ...added.map((c) => columnOf(c, null))].sort((a, b) => a.x0 - b.x0);
    lastLine = below.index;
  }
  return null;
}

/** `Organi-` over `zation` is one word. */
const joinedName = (upper: string, lower: string) =>
  /[a-zà-ÿ]-$/.test(upper) && /^[a-zà-ÿ]/.test(lower) ? upper.slice(0, -1) + lower : `${upper} ${lower}`;

/** A code that the page explains is what it stands for. */
function inWords(column: Column, legend: Legend): Column {
  const code = column.label.replace(/\.$/, '');
  return namesColumn(legend, code) ? { ...column, label: legend.words.get(code) ?? code } : column;
}

function mergedLabel(
  c: Column,
  index: number,
  sheet: Sheet,
  line: Line,
  lastLine: number,
  columns: readonly Column[],
): Column {
  if (lastLine === line.index) return c;
  const below = sheet.lines[lastLine];
  const at = below ? alignCells(below.cells, columns).indexOf(index) : -1;
  const more = below?.cells[at];
  if (more?.start === c.start) return c;
  return more
    ? { ...c, label: joinedName(c.label, more.text), x0: Math.min(c.x0, more.x0), x1: Math.max(c.x1, more.x1) }
    : c;
}
