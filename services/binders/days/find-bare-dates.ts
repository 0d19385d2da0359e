/**
 * `10/12` is a date or a score. It is called a date only where the page gives a reason: a weekday or a date word before
 * it, its place in a column or a row of rising dates, or the head of a note.
 */

import type { Day } from '../../domain/dates.ts';
import type { Cell, Line, Sheet } from '../page-text/sheet.ts';
import type { BareDate } from './bare-date.ts';
import { makeDay, weekdayOf, weekdayOfDay, weekdayPattern } from './calendar.ts';
import { dashedDate } from './dashed-date.ts';

const bare = /(?<![\d/.$#:,])(?<!(?<!(?<![\d/])\d{1,2}\/\d{1,2})-)(\d{1,2})\/(\d{1,2})(?![\d/%]|\.\d)/g;
const weekdayBefore = new RegExp(`(?:\\b(${weekdayPattern})\\b[.,]?|(?:^|\\s{2}|, )([MTWFR]|Th|Tu)) ?\\(?$`, 'i');
const dateWordBefore =
  /\b(?:on|date|dated|day is|for|from|since|thru|through|until|by|(?:wk|week)\.? (?:of|ending|end)|w\/e|turned in|handed in|signed|filed|completed|copy to \w+|to \w{2}|returned|due|conference|make-?up(?: for| of)?|starting|as of|sent|mtg|meeting|data|probe|session|fecha|el|del|thursday|in)\W{0,3}$/i;
/** `signed A. Trumbull  12/12`, `filled in by Ms. Orr 1/9`. */
const signedBefore =
  /\b(?:[Ss]ign(?:ed|ature)|SIGNED|[Ii]nitial(?:s|ed)|[Cc]ertified|[Ss]ubmitted|[Cc]ompleted|[Ff]illed (?:in|out)|[Rr]ecorded|[Ee]ntered)(?: by)?\W{0,3}(?:[A-Z][\w.'’-]*,?\s+){1,4}$/;
const scoreWordBefore =
  /\b(?:score|got|total|correct|right|acc|accuracy|grade|independent|indep|earned|named|read|steps)\W{0,3}$/i;
const scoreWordAfter =
  /^\s*(?:correct|right|trials?|steps?|opps?|opportunities|indep|points?|pts|words|=|%|\(\d+%|acc|sets?|questions?|problems?|\d{1,3}\s?%|for\b|on\b)/i;
const valueAfter = /^\s*(?::|=|–|—|-)\s*(?=\S)/;

/** `12/8 to 12/12`: what follows the first day of a stretch. */
const stretch = /^\s*(?:[-–]|to|thru|through)\s*\d{1,2}\/\d{1,2}(?!\d|\s*=)/;

/** Whether the day falls on the weekday that is written before it, in the school year of the upload or the one before. */
function fallsOn(c: BareDate, weekday: string, upload: Day): boolean {
  const year = Number(upload.slice(0, 4));
  return [year, year - 1].some((y) => {
    const day = makeDay(y, c.month, c.day);
    return day !== null && weekdayOfDay(day) === weekdayOf(weekday);
  });
}

const letterDays: Readonly<Record<string, string>> = {
  m: 'monday',
  t: 'tuesday',
  tu: 'tuesday',
  w: 'wednesday',
  th: 'thursday',
  r: 'thursday',
  f: 'friday',
};

interface Candidate extends BareDate {
  readonly line: Line;
  readonly cell: Cell | undefined;
  readonly cellIndex: number;
}

/** Position in a school year that starts in July, so that a row of dates over new year still rises. */
const schoolDay = (c: BareDate) => ((c.month + 5) % 12) * 31 + c.day;

function candidatesOf(sheet: Sheet, taken: readonly { start: number; end: number }[]): Candidate[] {
  return sheet.lines.flatMap((line) =>
    [...line.text.matchAll(bare)].flatMap((m) => {
      const start = line.start + m.index;
      const end = start + m[0].length;
      const month = Number(m[1]);
      const day = Number(m[2]);
      if (makeDay(2024, month, day) === null || taken.some((t) => t.start < end && t.end > start)) return [];
      const cellIndex = line.cells.findIndex((c) => c.start <= start && c.end >= end);
      return [{ start, end, month, day, line, cell: line.cells[cellIndex], cellIndex }];
    }),
  );
}

const fillsCell = (c: Candidate) =>
  c.cell !== undefined &&
  new RegExp(`^\\(?(?:(?:${weekdayPattern}|[MTWFR]|Th|Tu)\\.?,?\\s*)?\\d{1,2}/\\d{1,2}\\)?:?$`, 'i').test(c.cell.text);
const leadsLine = (c: Candidate) =>
  new RegExp(
    `^\\s*[(*•-]?\\s*(?:(?:week|wk)\\.?\\s+(?:of|ending|end)\\s+)?(?:(?:${weekdayPattern}|[MTWFR]|Th|Tu)\\.?,?\\s*)?$`,
    'i',
  ).test(c.line.text.slice(0, c.start - c.line.start));

/** `10/27 10/28 10/29`: three or more rising dates that fill a cell together. */
function fillCellTogether(row: readonly Candidate[]): boolean {
  const [first] = row;
  const cell = first?.cell;
  if (!cell || row.length < 3 || row.some((c) => c.cell !== cell)) return false;
  return cell.text.replace(/\d{1,2}\/\d{1,2}/g, '').trim() === '' && strictlyRises(row.map(schoolDay));
}

const strictlyRises = (values: readonly number[]) => values.every((v, i) => i === 0 || v > (values[i - 1] ?? 0));

/** `12/25` over `14/25` and `12/24`: a column of fractions. Dates under one another rarely bear the same day. */
function inFractions(c: Candidate, sheet: Sheet): boolean {
  if (c.cellIndex < 1 || !c.cell) return false;
  const { x0, x1 } = c.cell;
  const column = sheet.lines
    .filter((line) => line !== c.line && line.block === c.line.block)
    .flatMap((line) => line.cells.slice(1).filter((cell) => cell.x0 < x1 + 3 && cell.x1 > x0 - 3));
  const { text } = c.cell;
  const below = column.filter(
    (cell) => cell.text !== text && new RegExp(`^\\d{1,3}\\s?/\\s?${c.day}$`).test(cell.text),
  ).length;
  return below >= 1;
}

/** Rising dates that are all of their line, over lines that begin with words: they head columns, whatever stands in those. */
function headsLabelledRows(row: readonly Candidate[], sheet: Sheet): boolean {
  const line = row[0]?.line;
  const next = line && sheet.lines[line.index + 1];
  return (
    row.length >= 2 &&
    line?.cells.length === row.length &&
    row.every(fillsCell) &&
    strictlyRises(row.map(schoolDay)) &&
    next?.block === line.block &&
    /^\p{L}{2}/u.test(next.cells[0]?.text ?? '')
  );
}

/** Dates of one month or two under names of measures, over whole numbers: the same day may head several of them. */
function standUnderNames(row: readonly Candidate[], sheet: Sheet): boolean {
  const first = row[0]!;
  const [over, under] = [sheet.lines[first.line.index - 1], sheet.lines[first.line.index + 1]];
  const months = row.map((c) => (c.month + 5) % 12);
  if (Math.max(...months) - Math.min(...months) > 1 || over?.block !== first.line.block || !under) return false;
  const names = over.cells.filter((cell) => cell.x1 > (first.cell?.x0 ?? 0) - 6);
  const numbers = row.filter((c) =>
    under.cells.some((cell) => /^\d{1,3}$/.test(cell.text) && cell.x0 < c.cell!.x1 + 3 && cell.x1 > c.cell!.x0 - 3),
  );
  const areNames = names.length >= 2 && over.cells.every((cell) => /^[A-Za-z][^\d=:]*$/.test(cell.text));
  return areNames && first.line.cells.length === row.length && numbers.length >= row.length - 1;
}

/** A row of two or more dates that heads columns: nothing but dates and words, with values under it. */
function headsColumns(row: readonly Candidate[], sheet: Sheet): boolean {
  const first = row[0];
  if (!first || row.length < 2 || !row.every(fillsCell)) return false;
  if (!strictlyRises(row.map(schoolDay))) return standUnderNames(row, sheet);
  const others = first.line.cells.filter((cell) => !row.some((c) => c.cell === cell));
  if (others.some((cell) => /^[\d+✓✗/|-]/.test(cell.text))) return false;
  const sameDay = row.every((c) => c.day === first.day);
  const above = sheet.lines
    .slice(0, first.line.index)
    .findLast((l) => l.block === first.line.block && l.cells.length > 1);
  if (sameDay && above && above.cells.length >= row.length) return false;
  const below = sheet.lines.slice(first.line.index + 1, first.line.index + 4).filter((l) => l.cells.length > 0);
  return below.some((l) =>
    l.cells.some(
      (cell) =>
        !/^(?!abs|no |sick|out)[A-Za-z]{3}.*\d/i.test(cell.text) &&
        row.some((c) => c.cell && cell.x0 < c.cell.x1 + 4 && cell.x1 > c.cell.x0 - 4),
    ),
  );
}

/** `11/4 = 60, 11/11 = 58`: rising dates, each with a number behind it that no fraction comes to. */
function listsValues(row: readonly Candidate[]): boolean {
  return (
    row.length >= 2 &&
    strictlyRises(row.map(schoolDay)) &&
    row.every((c) => /^ ?[=:] ?(?:[2-9]|\d{2,3})(?![\d/])/.test(c.line.text.slice(c.end - c.line.start)))
  );
}

/** Two or more lines that begin with rising dates; of four or more, one may stand out of order. */
function headsRows(leading: readonly Candidate[]): boolean {
  const days = leading.map(schoolDay);
  const falls = days.filter((day, i) => i > 0 && day < (days[i - 1] ?? 0)).length;
  return leading.length >= 2 && falls <= (leading.length >= 4 ? 1 : 0) && new Set(days).size > 1;
}

/** `11/20 indep` between the lines of 11/19 and 11/21: a day, whatever words follow it. */
function betweenDates(candidates: readonly Candidate[], leading: readonly Candidate[]): Candidate[] {
  return candidates.filter((c) => {
    if (leading.includes(c) || !leadsLine(c)) return false;
    const before = leading.findLast((o) => o.line.index < c.line.index);
    const after = leading.find((o) => o.line.index > c.line.index);
    const rises = (a: Candidate | undefined, b: Candidate | undefined) => !a || !b || schoolDay(a) < schoolDay(b);
    return leading.length >= 3 && rises(before, c) && rises(c, after) && (before !== undefined || after !== undefined);
  });
}

const turnValue = /^(?:\d{1,3}(?:\s?\/\s?\d{1,3}|\s?%|\.\d)?|[-–—]{1,3}|abs\w*|n\/?a|x)$/i;

/** `words  10/7  17/25   10/14  19/25`: behind a label, dates and their values by turns, each date later than the last. */
function byTurnsBehindLabel(row: readonly Candidate[]): readonly Candidate[] {
  const line = row[0]?.line;
  if (!line || line.cells.length < 5 || !/^[A-Za-z/]/.test(line.cells[0]?.text ?? '')) return [];
  const dates = row.filter((c) => fillsCell(c) && c.cellIndex % 2 === 1);
  const areTurns = line.cells.every((cell, i) => i === 0 || i % 2 === 1 || turnValue.test(cell.text));
  const days = new Set(dates.map((c) => c.day));
  const rises = strictlyRises(dates.map(schoolDay)) && days.size === dates.length;
  // Scores are out of one whole; a row of nothing but dates heads columns.
  const wholes = line.cells.flatMap((cell, i) =>
    i > 0 && i % 2 === 0 ? (/\/\s?(\d+)/.exec(cell.text)?.[1] ?? []) : [],
  );
  if (new Set(wholes).size > 1) return [];
  return areTurns && dates.length >= 2 && dates.length === Math.ceil((line.cells.length - 1) / 2) && rises ? dates : [];
}

/** Whether a cell stands under a header that says date, with nothing but other rows between. */
function underDateHeader(c: Candidate, sheet: Sheet): boolean {
  const { cell } = c;
  if (!cell || !fillsCell(c)) return false;
  for (let i = c.line.index - 1; i >= Math.max(0, c.line.index - 16); i -= 1) {
    const over = sheet.lines[i]?.cells.find((o) => o.x0 < cell.x1 + 3 && o.x1 > cell.x0 - 3);
    if (over && /^(?:date|fecha|day)\b/i.test(over.text)) return true;
    if (over && !/\d|^(?:-+|abs\w*)$/i.test(over.text)) return false;
  }
  return false;
}

/** The yearless `m/d` of `sheet` that are dates; `taken` are dates already found. */
export function findBareDates(sheet: Sheet, taken: readonly { start: number; end: number }[], upload: Day): BareDate[] {
  const possible = candidatesOf(sheet, taken);
  const heads = [...new Set(possible.map((c) => c.line))]
    .map((line) => possible.filter((c) => c.line === line))
    .filter((row) => headsLabelledRows(row, sheet))
    .flat();
  const candidates = possible.filter((c) => heads.includes(c) || !inFractions(c, sheet));
  const leading = candidates.filter(
    (c) => leadsLine(c) && !scoreWordAfter.test(sheet.text.slice(c.end, c.line.end)) && c.line.cells.length > 0,
  );
  const rowDates = headsRows(leading) ? [...leading, ...betweenDates(candidates, leading)] : [];
  const filled = sheet.lines
    .filter((l) => l.cells.length > 0)
    .slice(0, 3)
    .map((l) => l.index);
  const turned = [...new Set(candidates.map((c) => c.line))].flatMap((line) =>
    byTurnsBehindLabel(candidates.filter((c) => c.line === line)),
  );
  // A line of one turn under or over such lines: its date stands in their column.
  const alike = (c: Candidate) =>
    fillsCell(c) &&
    c.cellIndex === 1 &&
    turned.some((t) => t.day === c.day && t.month === c.month && t.line.block === c.line.block);
  const valuesOfTurns = (c: Candidate) => !turned.includes(c) && turned.some((t) => t.line === c.line);
  const found = candidates.filter((c) => {
    if (turned.includes(c) || alike(c)) return true;
    if (valuesOfTurns(c)) return false;
    const before = sheet.text.slice(c.line.start, c.start);
    const after = sheet.text.slice(c.end, c.line.end);
    const row = candidates.filter((other) => other.line === c.line);
    if (listsValues(row)) return true;
    // An exercise in fractions.
    if (
      /^\s*[=×÷]|^\s*[+–-]\s*\d+\/\d+|^\s*\+\s*\d+\s*=/.test(after.replace(stretch, '')) ||
      (/[+×÷=]\s*$|\/\d+\s*[–-]\s*$/.test(before) && /=/.test(after))
    )
      return false;
    const weekday = weekdayBefore.exec(before);
    if (weekday?.[1] !== undefined) return fallsOn(c, weekday[1], upload);
    if (weekday?.[2] !== undefined && fallsOn(c, letterDays[weekday[2].toLowerCase()] ?? '', upload)) return true;
    if (rowDates.includes(c) || underDateHeader(c, sheet)) return true;
    // `1/20  30    1/22  30`: dates and values by turns, the first of them a date that begins the line.
    const turns =
      row.length >= 2 &&
      row.every((other, i) => fillsCell(other) && other.cellIndex === 2 * i) &&
      c.line.cells.every((cell, i) => i % 2 === 0 || /^\d{1,3}(?!\/)\b/.test(cell.text));
    // `11/10  G G T K     11/11  G T T G`: dates and runs of marks by turns.
    const runs =
      row.length >= 2 &&
      row.every((other, i) => fillsCell(other) && other.cellIndex === 2 * i) &&
      c.line.cells.every((cell, i) => i % 2 === 0 || /^[A-Za-z+✓✗–-](?: [A-Za-z+✓✗0–-])+$/.test(cell.text));
    if (runs && strictlyRises(row.map(schoolDay))) return true;
    if (turns && row[0] && rowDates.includes(row[0]) && strictlyRises(row.map(schoolDay))) return true;
    // What fills a cell of a row that its own date leads is a value of that row.
    if (fillsCell(c) && row.some((other) => rowDates.includes(other))) return false;
    if (heads.includes(c) || headsColumns(row, sheet) || fillCellTogether(row)) return true;
    if (scoreWordBefore.test(before) || scoreWordAfter.test(after)) return false;
    if (signedBefore.test(before) && c.cell?.end === c.end) return true;
    if (dateWordBefore.test(before) && !/\bfor\W*$/i.test(before)) return true;
    if (/\bmake-?up[^.]{0,20}for\W*$/i.test(before)) return true;
    if (valueAfter.test(after) && /\d|[+✓✗]/.test(after) && c.day > 0 && /^\s*:/.test(after)) return true;
    if (stretch.test(after) || /\d{1,2}\/\d{1,2}\s*(?:[-–]|to|thru|through)\s*$/.test(before)) return true;
    // The head of a note: nothing else on the page is dated.
    const alone = taken.length === 0 && row.length === 1 && filled.slice(0, 2).includes(c.line.index);
    if (!alone || rowDates.length > 0) return false;
    // More than its whole is no score: `washing hands - 12/4`.
    if (c.month > c.day && c.end === c.cell?.end && /(?:[-–,]|\s)\s*$/.test(before)) return true;
    return leadsLine(c) ? !/^\s*\d|%/.test(after) : c.end === c.cell?.end && fillsCell(c);
  });
  // `day average 12/8 = 5 min` on a page that dates something else so: no score is more than its whole.
  const again = candidates.filter(
    (c) =>
      c.month > c.day &&
      !found.includes(c) &&
      found.some((other) => other.month === c.month && other.day === c.day) &&
      /[a-z]{3} $/i.test(sheet.text.slice(c.line.start, c.start)),
  );
  return found.length > 0 ? [...found, ...again].sort((a, b) => a.start - b.start) : dashedDate(sheet, taken);
}
