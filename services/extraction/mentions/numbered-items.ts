/**
 * Lists of numbered answers with a mark each, wherever they stand: one under another, in two or three lists side by side,
 * or one behind the other on a line (`#1 right, #2 wrong`). The numbers tell where an item begins and which list it is of.
 */
import type { Column } from '../../binders/layout/layout.ts';
import type { Cell, Line, Sheet } from '../../binders/page-text/sheet.ts';
import type { MarkKey } from './mark-key.ts';

export interface MarkToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Item {
  readonly number: number;
  readonly x: number;
  readonly line: Line;
  readonly mark: MarkToken | null;
}

export interface NumberedList {
  readonly marks: readonly MarkToken[];
  readonly lines: readonly number[];
  /** The heading over the list, where several lists with headings of their own stand side by side. */
  readonly column: Column | null;
}

const opens = /^\(?#?(\d{1,2})[.):]?(?=\s|$)/;
const rightWord = /^(?:right|correct|yes|ok|on)$/i;
const wrongWord = /^(?:wrong|incorrect|no|miss(?:ed)?|off)$/i;
const tick = /^[✓✔√✗✘]$/;

/** `token` as a mark; null where it is none. `alone` where it fills its cell. */
function markOf(token: MarkToken, key: MarkKey, alone: boolean): MarkToken | null {
  if (tick.test(token.text)) return token;
  if (!alone) return null;
  if (rightWord.test(token.text)) return { ...token, text: '✓' };
  if (wrongWord.test(token.text)) return { ...token, text: '✗' };
  if (token.text === 'c' && !key.explained.has('c')) return { ...token, text: '✓' };
  const clear = key.explained.has(token.text) || /^[+×xXCc-]$/.test(token.text);
  return clear && !/^\d/.test(token.text) && key.meanings.has(token.text) ? token : null;
}

/** The mark of an item: a tick anywhere in it, else the last cell that is nothing but a mark. */
function markIn(cells: readonly Cell[], key: MarkKey): MarkToken | null {
  const ticks = cells.flatMap((cell) =>
    [...cell.text.matchAll(/(?<!\S)[✓✔√✗✘](?!\S)/g)].map((m) => ({
      text: m[0],
      start: cell.start + m.index,
      end: cell.start + m.index + 1,
    })),
  );
  if (ticks.length > 0) return ticks.length === 1 ? (ticks[0] ?? null) : null;
  const alone = cells.slice(1).flatMap((cell) => {
    const mark = markOf(cell, key, true);
    return mark ? [{ text: mark.text, start: cell.start, end: cell.end }] : [];
  });
  // Several marks behind one item are answers of several days or people.
  return alone.length === 1 ? (alone[0] ?? null) : null;
}

/** The numbered items of a line, each with the cells up to the next one. */
function itemsOf(line: Line, key: MarkKey): Item[] {
  const heads = line.cells.flatMap((cell, at) => {
    const number = opens.exec(cell.text);
    const isItem = number && (/[.):]/.test(number[0]) || cell.text === number[0] || /^\S+ [A-Za-z]/.test(cell.text));
    return isItem ? [{ at, cell, number: Number(number[1]) }] : [];
  });
  if (heads[0]?.at !== 0) return [];
  return heads.map(({ at, cell, number }, i) => {
    const cells = line.cells.slice(at, heads[i + 1]?.at ?? line.cells.length);
    return { number, x: cell.x0, line, mark: markIn(cells, key) };
  });
}

/** The headings right over lists that stand side by side, one for each; null where a list has none of its own. */
function headingsOver(lists: readonly (readonly Item[])[], sheet: Sheet): Column[] | null {
  const firsts = lists.map((list) => list[0]!);
  const line = firsts[0]?.line;
  const filled = sheet.lines.filter((l) => l.cells.length > 0);
  const above = filled.findLast((l) => line && l.index < line.index);
  if (!line || !above || above === filled[0] || line.index - above.index > 2) return null;
  const columns = firsts.map((item, i): Column | null => {
    const from = item.x - 5;
    const to = (firsts[i + 1]?.x ?? Number.POSITIVE_INFINITY) - 5;
    const own = above.cells.filter((c) => c.x0 >= from && c.x0 < to);
    const [head] = own;
    const words = own.map((c) => c.text).join(' ');
    if (!head || head.x0 > item.x + 5 || !/[A-Za-z]{2}/.test(words)) return null;
    return { label: words, start: head.start, end: own.at(-1)!.end, x0: head.x0, x1: own.at(-1)!.x1, day: null };
  });
  const found = columns.filter((c) => c !== null);
  return found.length === lists.length ? found : null;
}

/** Lists of items that run 1, 2, 3 under one another, each place across the line for itself. */
function runs(items: readonly Item[]): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const own = found.find((run) => {
      const last = run.at(-1)!;
      return (
        Math.abs(last.x - item.x) <= 2 && item.number === last.number + 1 && item.line.index - last.line.index <= 2
      );
    });
    if (own) own.push(item);
    else found.push([item]);
  }
  return found.filter((run) => run.length >= 2);
}

/** The lists of numbered items of `sheet` that have a mark each. */
export function numberedLists(sheet: Sheet, key: MarkKey): NumberedList[] {
  const items = sheet.lines.flatMap((line) => itemsOf(line, key));
  const lists: NumberedList[] = [];
  const put = (parts: readonly (readonly Item[])[], column: Column | null) => {
    const all = parts.flat();
    const marks = all.flatMap(({ mark }) => (mark ? [mark] : []));
    // Of a list of answers every one is marked; a list of four has few other signs of being one.
    if (marks.length < all.length || all.length < (column ? 3 : 4)) return;
    lists.push({
      marks: [...marks].sort((a, b) => a.start - b.start),
      lines: [...new Set(all.map(({ line }) => line.index))].sort((a, b) => a - b),
      column,
    });
  };
  const open = runs(items);
  while (open.length > 0) {
    const first = open.shift()!;
    const beside = open.filter((run) => run[0]!.line.index === first[0]!.line.index);
    for (const run of beside) open.splice(open.indexOf(run), 1);
    const all = [first, ...beside];
    const headings = beside.length > 0 ? headingsOver(all, sheet) : null;
    if (headings) for (const [i, run] of all.entries()) put([run], headings[i] ?? null);
    else put(all, null);
  }
  return lists;
}

const inLine =
  /#?(?<![\d/.:-])(\d{1,2})[.):]?\s*(right|wrong|correct|incorrect|yes|no|on|off|ok|[✓✔√✗✘+×xXCc-])(?=[\s,;]|$)/gi;

/** `#1 right, #2 right, #3 wrong`: three or more numbered answers behind one another. */
export function answersInLine(line: Line, key: MarkKey): MarkToken[] {
  const found = [...line.text.matchAll(inLine)];
  const numbers = found.map((m) => Number(m[1]));
  if (found.length < 3 || !numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)) return [];
  return found.flatMap((m) => {
    const start = line.start + m.index;
    const mark = markOf({ text: m[2] ?? '', start, end: start + m[0].length }, key, true);
    return mark ? [mark] : [];
  });
}
