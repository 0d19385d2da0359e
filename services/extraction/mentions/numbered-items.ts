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
  /** Told by a word at the end of the item, or by 1 and 0, which may be answers as well: the whole list must say so. */
  readonly by?: 'word' | 'digit';
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

const opens = /^\(?#?(\d{1,2})[.):]?(?=\s|$)|^\(?([a-z])[.)](?=\s|$)/;
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
  if (alone.length === 0) return lastWord(cells);
  // Several marks behind one item are answers of several days or people.
  return alone.length === 1 ? (alone[0] ?? null) : null;
}

/** `1) x=4 ok`, `1 late    1`: a word or a digit that ends an item. */
function lastWord(cells: readonly Cell[]): MarkToken | null {
  const last = cells.at(-1);
  const word = /(?<=\S\s)(ok|right|wrong|correct|incorrect|no|yes)$/i.exec(last?.text ?? '');
  if (last && word)
    return {
      text: wrongWord.test(word[0]) ? '✗' : '✓',
      start: last.end - word[0].length,
      end: last.end,
      by: 'word',
    };
  const isDigit = last && cells.length > 1 && /^[01]$/.test(last.text);
  return isDigit ? { text: last.text === '1' ? '✓' : '✗', start: last.start, end: last.end, by: 'digit' } : null;
}

/** Whether marks that may be answers are marks: every one of them is of one kind, and both outcomes appear. */
function areClear(marks: readonly MarkToken[], sheet: Sheet): boolean {
  const kinds = new Set(marks.map((m) => m.by));
  if (!kinds.has('word') && !kinds.has('digit')) return true;
  const words = marks.map((m) => sheet.text.slice(m.start, m.end).toLowerCase());
  if (kinds.size > 1 || marks.length < 4) return false;
  return kinds.has('digit')
    ? marks.length >= 5 && new Set(words).size === 2
    : words.some((word) => /^(?:ok|right|correct)$/.test(word));
}

interface Head {
  /** Its place among the cells of its line. */
  readonly at: number;
  readonly cell: Cell;
  readonly number: number;
  /** A number and nothing else: it may be an answer as well. */
  readonly bare: boolean;
}

/** Where items may begin on a line; none where its first cell begins no item. */
function headsOf(line: Line): Head[] {
  const heads = line.cells.flatMap((cell, at): Head[] => {
    const number = opens.exec(cell.text);
    const bare = number !== null && cell.text === number[0] && !/[.):]/.test(number[0]);
    const isItem = number && (bare || /[.):]/.test(number[0]) || /^\S+ [A-Za-z]/.test(cell.text));
    const place = number?.[2] ? number[2].charCodeAt(0) - 96 : Number(number?.[1]);
    return isItem && place > 0 ? [{ at, cell, number: place, bare }] : [];
  });
  return heads[0]?.at === 0 ? heads : [];
}

/** The numbered items of `sheet`, each with the cells up to the next one. A number within a line is one that goes on under another. */
function itemsOf(sheet: Sheet, key: MarkKey): Item[] {
  const heads = sheet.lines.map(headsOf);
  const goesOn = (own: Head, line: number) =>
    [-2, -1, 1, 2].some((step) =>
      heads[line + step]?.some(
        (o) => Math.abs(o.cell.x0 - own.cell.x0) <= 2 && o.number === own.number + Math.sign(step),
      ),
    );
  return sheet.lines.flatMap((line) => {
    const own = (heads[line.index] ?? []).filter((h) => h.at === 0 || !h.bare || goesOn(h, line.index));
    return own.map(({ at, cell, number }, i) => {
      const cells = line.cells.slice(at, own[i + 1]?.at ?? line.cells.length);
      return { number, x: cell.x0, line, mark: markIn(cells, key) };
    });
  });
}

/** Items that run 1, 2, 3 across the lines, two or more on a line. */
function runAcross(items: readonly Item[]): Item[] {
  let run: Item[] = [];
  let longest: Item[] = [];
  for (const item of items) {
    const last = run.at(-1);
    const follows = last && item.number === last.number + 1 && item.line.index - last.line.index <= 2;
    run = follows ? [...run, item] : [item];
    if (run.length > longest.length) longest = run;
  }
  const lines = new Set(longest.map((item) => item.line.index));
  const isAll = items.filter((item) => lines.has(item.line.index)).length === longest.length;
  const isRow = lines.size >= 2 || longest.length >= 4;
  return isAll && isRow && longest.length >= lines.size * 1.5 ? longest : [];
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

/** Whether a heading of a part stands between two items: words that begin further left than they do. */
function isParted(last: Item, next: Item, sheet: Sheet): boolean {
  return sheet.lines
    .slice(last.line.index + 1, next.line.index)
    .some((line) => line.cells[0] !== undefined && line.cells[0].x0 < (next.line.cells[0]?.x0 ?? 0) - 0.7);
}

/** Lists of items that run 1, 2, 3 under one another, each place across the line for itself. */
function runs(items: readonly Item[], sheet: Sheet): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const own = found.find((run) => {
      const last = run.at(-1)!;
      return (
        Math.abs(last.x - item.x) <= 2 &&
        item.number === last.number + 1 &&
        item.line.index - last.line.index <= 2 &&
        !isParted(last, item, sheet)
      );
    });
    if (own) own.push(item);
    else found.push([item]);
  }
  return found.filter((run) => run.length >= 2);
}

/** Of `singles` those that go on counting where lists side by side left off, on the lines right under them. */
function carriedOn(list: readonly Item[], singles: readonly Item[]): Item[] {
  const found: Item[] = [];
  let last = Math.max(...list.map((item) => item.number));
  let line = Math.max(...list.map((item) => item.line.index));
  for (const item of singles) {
    if (item.number !== last + 1 || item.line.index < line || item.line.index - line > 2) continue;
    found.push(item);
    last = item.number;
    line = item.line.index;
  }
  return found;
}

/** The lists of numbered items of `sheet` that have a mark each. */
export function numberedLists(sheet: Sheet, key: MarkKey): NumberedList[] {
  const all = itemsOf(sheet, key);
  const across = runAcross(all);
  const items = all.filter((item) => !across.includes(item));
  const lists: NumberedList[] = [];
  const put = (parts: readonly (readonly Item[])[], column: Column | null) => {
    const own = parts.flat();
    const marks = own.flatMap(({ mark }) => (mark ? [mark] : []));
    // Of a list of answers every one is marked; a list of four has few other signs of being one.
    if (marks.length < own.length || own.length < (column ? 3 : 4) || !areClear(marks, sheet)) return;
    lists.push({
      marks: [...marks].sort((a, b) => a.start - b.start),
      lines: [...new Set(own.map(({ line }) => line.index))].sort((a, b) => a - b),
      column,
    });
  };
  if (across.length > 0) put([across], null);
  const open = runs(items, sheet);
  const singles = items.filter((item) => !open.some((run) => run.includes(item)));
  while (open.length > 0) {
    const first = open.shift()!;
    const beside = open.filter((run) => run[0]!.line.index === first[0]!.line.index);
    for (const run of beside) open.splice(open.indexOf(run), 1);
    const side = [first, ...beside];
    const headings = beside.length > 0 ? headingsOver(side, sheet) : null;
    if (headings) for (const [i, run] of side.entries()) put([run], headings[i] ?? null);
    else put([...side, carriedOn(side.flat(), singles)], null);
  }
  return lists;
}

const inLine =
  /#?(?<![\d/.:-])(\d{1,2})[.):]?\s*(right|wrong|correct|incorrect|yes|no|on|off|ok|[✓✔√✗✘+×xXCc-])(?=[\s,;]|$)/gi;

/** `#1 right, #2 right, #3 wrong`: three or more numbered answers behind one another. */
export function answersInLine(line: Line, key: MarkKey): MarkToken[] {
  const found = [...line.text.matchAll(inLine)];
  const numbers = found.map((m) => Number(m[1]));
  // `main idea questions   1 ✓   4 ✓   7 ✗`: ticks may stand behind any numbers that rise.
  const ticked = found.every((m) => tick.test(m[2] ?? ''));
  const follows = (n: number, i: number) => {
    const last = numbers[i - 1] ?? 0;
    return i === 0 || n === last + 1 || (ticked && n > last);
  };
  if (found.length < 3 || !numbers.every(follows)) return [];
  return found.flatMap((m) => {
    const start = line.start + m.index;
    const mark = markOf({ text: m[2] ?? '', start, end: start + m[0].length }, key, true);
    return mark ? [mark] : [];
  });
}
