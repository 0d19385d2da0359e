/** Headers of days: `Mon Tue Wed`, `10/6  10/20  11/3`, weekdays over dates. */
import type { Day } from '../../domain/dates.ts';
import { dayInWeekOf, weekdayOf, weekdayOfDay } from '../days/calendar.ts';
import type { DayMention, PageDays } from '../days/day-mention.ts';
import type { Cell, Line } from '../page-text/sheet.ts';
import { alignCells } from './align.ts';
import { isFieldCell, isValueCell } from './cell-kinds.ts';
import type { Column, Header } from './layout.ts';

/** `M T W Th F` and `Mon.`; 0 (Sunday) to 6. */
function weekdayIn(text: string): number | null {
  const plain = text.trim().replace(/[.:]$/, '');
  const named = weekdayOf(plain);
  if (named !== null) return named;
  const letter = ['', 'M', 'T', 'W', 'TH', 'F'].indexOf(plain.toUpperCase());
  if (letter > 0) return letter;
  return { TU: 2, R: 4, X: 3, L: 1, J: 4, V: 5 }[plain.toUpperCase()] ?? null;
}

const isLongWeekday = (text: string) => weekdayOf(text.trim().replace(/[.:]$/, '')) !== null;

/** `Mon 27`: a weekday with its day of the month. */
function datedWeekday(text: string): { weekday: number; date: number } | null {
  const match = /^([A-Za-zÀ-ÿ]{1,9})\.?,? (\d{1,2})$/.exec(text.trim());
  const weekday = match ? weekdayIn(match[1] ?? '') : null;
  return weekday === null || weekday < 1 ? null : { weekday, date: Number(match?.[2]) };
}

interface DayCell {
  readonly cell: Cell;
  readonly day: Day | null;
  readonly weekday: number | null;
}

/** The cell as a date or a weekday that fills it (a weekday beside the date is fine); null for anything else. */
function dayCell(cell: Cell, days: readonly DayMention[], anchor: Day | null): DayCell | null {
  const mention = days.find((d) => d.start >= cell.start && d.end <= cell.end);
  const rest = mention
    ? `${cell.text.slice(0, mention.start - cell.start)} ${cell.text.slice(mention.end - cell.start)}`
        .replace(/\([A-Za-z][^)]*\)|[()]/g, ' ')
        .trim()
    : cell.text;
  if (mention && (rest === '' || weekdayIn(rest) !== null)) return { cell, day: mention.day, weekday: null };
  if (mention) return null;
  const dated = datedWeekday(cell.text);
  if (dated && anchor) {
    const day = dayInWeekOf(anchor, dated.weekday);
    return Number(day.slice(8)) === dated.date ? { cell, day, weekday: null } : null;
  }
  const weekday = weekdayIn(cell.text);
  return weekday === null ? null : { cell, day: null, weekday };
}

/** A cell that holds nothing but weekdays or dates with one space between becomes one cell for each. */
export function unpackDays(line: Line, days: readonly DayMention[]): Cell[] {
  return line.cells.flatMap((cell) => {
    const parts = cell.text.split(/\s+/);
    if (parts.length < 3) return [cell];
    let at = 0;
    const pieces = parts.map((text): Cell => {
      const offset = cell.text.indexOf(text, at);
      at = offset + text.length;
      return { text, start: cell.start + offset, end: cell.start + at, x0: cell.x0 + offset, x1: cell.x0 + at };
    });
    const isDay = (piece: Cell) =>
      weekdayIn(piece.text) !== null || days.some((d) => d.start >= piece.start && d.end <= piece.end);
    const lead = pieces.findIndex(isDay);
    if (lead < 0 || lead > 1 || pieces.length - lead < 3 || !pieces.slice(lead).every(isDay)) return [cell];
    return pieces;
  });
}

/** The Monday-based week that the page is about: `week of` or `week ending`, else the page's own date. */
export function weekAnchor(pageDays: PageDays): Day | null {
  const { days } = pageDays;
  return (
    days.find((d) => d.role === 'week')?.day ??
    days.find((d) => d.role === 'range')?.day ??
    days.find((d) => d.role === 'self')?.day ??
    days.find((d) => d.role === 'closing')?.day ??
    days.find((d) => d.role === 'plain')?.day ??
    null
  );
}

/** A column headed by `cell`. */
export const columnOf = (cell: Cell, day: Day | null): Column => ({
  label: cell.text,
  start: cell.start,
  end: cell.end,
  x0: cell.x0,
  x1: cell.x1,
  day,
});

/** The header of days that `line` is; null where it is none. */
export function dayHeaderAt(line: Line, pageDays: PageDays, anchor: Day | null): Header | null {
  const cells = unpackDays(line, pageDays.days);
  const parsed = cells.map((cell) => dayCell(cell, pageDays.days, anchor));
  const dayCells = parsed.filter((d) => d !== null);
  // Beside dates or long names a lone X is a mark, not the Wednesday of a Spanish week.
  if (
    dayCells.some((d) => d.day !== null || isLongWeekday(d.cell.text)) &&
    cells.some((c) => /^[xX]{1,4}$/.test(c.text))
  )
    return null;
  const single = dayCells.every((d) => d.day === null && !isLongWeekday(d.cell.text));
  if (dayCells.length < (single ? 4 : 2)) return null;
  // `X X X X`: marks, although X is a letter for Wednesday.
  if (single && new Set(dayCells.map((d) => d.weekday)).size < dayCells.length - 1) return null;
  // `Wed   1/7`: one day in two cells.
  const [only, second] = dayCells;
  if (dayCells.length === 2 && only?.weekday != null && second?.day && weekdayOfDay(second.day) === only.weekday)
    return null;
  const others = cells.filter((_, i) => parsed[i] === null);
  const firstDay = dayCells[0]!.cell.start;
  // Values between the days: pairs on one line, not a header. Words behind the last day may head further columns.
  if (others.some((cell) => isValueCell(cell.text) && cell.start > firstDay)) return null;
  if (others.some((cell) => cell.start > firstDay && cell.start < dayCells.at(-1)!.cell.start)) return null;
  if (others.some((cell) => cell.start < firstDay && isFieldCell(cell.text))) return null;
  const columns = cells.flatMap((cell, i) => {
    const made = parsed[i];
    if (!made) return cell.start < firstDay ? [] : [columnOf(cell, null)];
    const day = made.day ?? (anchor && made.weekday !== null ? dayInWeekOf(anchor, made.weekday) : null);
    return [columnOf(cell, day)];
  });
  return { kind: 'days', firstLine: line.index, lastLine: line.index, columns, sideBySide: false };
}

/**
 * `header` with the words of the line over it, where they name what its days are of: a name for each day, or fewer names
 * that each stand over the days nearest to them. Unchanged where that line is none of words alone.
 */
export function withNamesOver(
  header: Header,
  over: Line | undefined,
  named: readonly { start: number; end: number }[],
): Header {
  const days = header.columns.filter((c) => c.day !== null);
  const first = days[0];
  if (!over || over.cells.length < 2 || days.length < 2 || !first) return header;
  const isName = (c: Cell) =>
    /[A-Za-z]{2}/.test(c.text) &&
    c.text.length <= 28 &&
    (!isValueCell(c.text) || /^[A-Z]{2,4}$/.test(c.text)) &&
    !isFieldCell(c.text) &&
    !/[.!?]$|[=:]/.test(c.text);
  if (!over.cells.every(isName) || named.some((n) => n.start < over.end && n.end > over.start)) return header;
  // Words behind the last day head columns of their own: `benchmark`, `goal`.
  const last = days.at(-1)!;
  const further = over.cells.filter((c) => c.x0 > last.x1 + 2).map((c) => columnOf(c, null));
  const wider = further.length > 0 && header.columns.at(-1) === last;
  const widened = wider ? { ...header, firstLine: over.index, columns: [...header.columns, ...further] } : header;
  const cells = over.cells.filter((c) => c.x1 > first.x0 - 6 && c.x0 <= last.x1 + 2);
  // `wk 10   wk 11` counts the days and names nothing.
  if (cells.length < 2 || cells.length > days.length || cells.some((c) => /\d/.test(c.text))) return widened;
  const middle = (c: { x0: number; x1: number }) => (c.x0 + c.x1) / 2;
  const nearest = (day: Column) =>
    [...cells].sort((a, b) => Math.abs(middle(a) - middle(day)) - Math.abs(middle(b) - middle(day)))[0]!;
  const names = days.map((day, i) => (cells.length === days.length ? cells[i]! : nearest(day)));
  if (new Set(names).size !== cells.length) return widened;
  const columns = widened.columns.map((c) => {
    const name = names[days.indexOf(c)];
    return name === undefined ? c : { ...c, over: name.text };
  });
  return { ...widened, firstLine: over.index, columns };
}

/** A line of weekdays over a line of dates is one header: the dates count. */
export function mergeDayLines(upper: Header, lower: Header): Header | null {
  const aligned = alignCells(
    lower.columns.map((c) => ({ ...c, text: c.label })),
    upper.columns,
  );
  if (aligned.filter((a) => a !== null).length < 2) return null;
  const columns = upper.columns.map((c, i) => {
    const below = lower.columns[aligned.indexOf(i)];
    return below ? { ...c, day: below.day ?? c.day, label: `${c.label} ${below.label}` } : c;
  });
  return { ...upper, lastLine: lower.lastLine, columns };
}
