/** Finds every measurement that stands on a page, with the words and places that name it. */
import { weekdayPattern } from '../../binders/days/calendar.ts';
import { isValueCell } from '../../binders/layout/cell-kinds.ts';
import type { Column } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import { type Legend, legendOf, spelledOut } from '../../binders/page-text/legend.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { findHeadings, type Headings, topicOf } from './headings.ts';
import type { Mention, Topic } from './mention.ts';
import { commonDenominator } from './missed-items.ts';
import { headingOfPart } from './named-parts.ts';
import { type Found, pageFigures, workLines } from './page-figures.ts';
import { proseLines, proseSentences, type Sentence } from './passages.ts';
import { areHours, rowLabelOf, sumsUp, topicInRow } from './row-labels.ts';
import { labelOfPairs, strandOf } from './strand.ts';
import { wholesOf } from './wholes.ts';
import { dayAt, whoseAt } from './whose-and-day.ts';
import {
  governorOf,
  governorOfSentence,
  leadOf,
  lineLabel,
  partOf,
  plainText,
  tailOf,
  withoutNames,
} from './words-around.ts';

export interface PageMentions {
  readonly mentions: readonly Mention[];
  readonly topic: Topic;
}

const isHeaderLine = (page: OpenPage, index: number) =>
  page.layout.headers.some((h) => h.firstLine <= index && h.lastLine >= index);

/** Lines whose figures mean something: they part headings from data. */
function findDataLines(page: OpenPage, figures: readonly Found[], prose: ReadonlySet<number>): Set<number> {
  const data = new Set<number>();
  for (const f of figures) {
    if (prose.has(f.line.index) || isHeaderLine(page, f.line.index)) continue;
    const lead = f.cell ? page.sheet.text.slice(f.cell.start, f.start) : '';
    const isStretch = f.cell === null && f.quantity.type === 'time' && f.quantity.form === 'range';
    const strong = isStretch || ['ratio', 'marks', 'tally', 'percent'].includes(f.quantity.type);
    const inParentheses = lead.lastIndexOf('(') > lead.lastIndexOf(')');
    const alone = f.cell !== null && f.cell.start === f.start && f.cell.end - f.end < 9;
    const labelled = /[:=]\s*$/.test(lead) && !/^(?:date|grade|gr|rm|room|id|age)\b/i.test(lead);
    const counted =
      f.quantity.type === 'number' &&
      figures.filter((o) => o.line === f.line && o.quantity.type === 'number').length > 2;
    if ((strong && !inParentheses) || alone || labelled || counted) for (const line of f.lines) data.add(line);
  }
  return data;
}

/** `14/24 (58%)`, `4   6   67%`, `67` in a column of percents: the percent says the same again. */
function repeats(f: Found, all: readonly Found[], page: OpenPage): boolean {
  const { quantity } = f;
  const cell = page.layout.rows.get(f.line.index)?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end);
  const isPercent = quantity.type === 'percent' || /^\W*(?:%|pct|percent)\W*$/i.test(cell?.column?.label ?? '');
  if (!isPercent || (quantity.type !== 'percent' && quantity.type !== 'number')) return false;
  return all.some(
    (o) =>
      o.line === f.line &&
      o.end <= f.start &&
      o.quantity.type === 'ratio' &&
      Math.abs((100 * o.quantity.numerator) / o.quantity.denominator - quantity.value) < 1,
  );
}

/** `cards 1-10`: which of the marks stand on the line, not what they are of. */
const countsMarks = /^[a-z]{3,12}\.? \d{1,3} ?[-–] ?\d{1,3}$/i;

interface Around {
  readonly page: OpenPage;
  readonly pageIndex: number;
  /** The page's mended text with names blanked. */
  readonly text: string;
  readonly prose: ReadonlySet<number>;
  readonly sentences: readonly Sentence[];
  readonly headings: Headings;
  readonly figures: readonly Found[];
  readonly wholes: ReadonlyMap<Found, number>;
  readonly legend: Legend;
}

const isShare = (f: Found) =>
  f.quantity.type === 'ratio' || f.quantity.type === 'percent' || f.quantity.type === 'marks';

/** Whether two figures could be the same kind of result. */
function competes(a: Found, b: Found): boolean {
  return isShare(a) === isShare(b) && (isShare(a) || a.quantity.type === b.quantity.type);
}

function mentionOf(f: Found, previous: Found | null, next: Found | null, around: Around): Mention {
  const { page, text, headings } = around;
  const isProse = around.prose.has(f.line.index);
  // What is put together from two sentences stands in the second: `upset 4 times. Three of those …`.
  const at = isProse ? around.sentences.findIndex((s) => s.start < f.end && s.end >= f.end) : -1;
  const own = around.sentences[at];
  const sentence = own ? { start: Math.min(own.start, f.start), end: own.end } : null;
  const before = around.sentences[at - 1];
  const row = f.day ? undefined : page.layout.rows.get(f.line.index);
  const found = leadOf(text, f, previous, sentence, row !== undefined);
  const told = page.layout.leadingDays.has(f.line.index)
    ? { ...found, lead: withoutDay(found.lead), clause: withoutDay(found.clause) }
    : found;
  const named = f.quantity.type === 'marks' && countsMarks.test(told.lead) ? { ...told, lead: '' } : told;
  const part = sentence ? '' : headingOfPart(page, f.line.index, text.slice(f.line.start, f.start));
  const words = part === '' ? named : { ...named, lead: part };
  const rowCell = row?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end);
  // The last row of a list is no label of all of it.
  const rowLabel = row ? rowLabelOf(row, f.column !== null || f.lines.length > 1, text) : '';
  const firstCell = row?.cells.find((c) => c.cell.end > f.start)?.cell;
  const topic = row && !sentence && firstCell && isValueCell(firstCell.text) ? topicInRow(row, firstCell, text) : '';
  // `DAY TOTAL   32 of 42 possible`: a result told in words stands across the columns, under none of them.
  const spansColumns =
    row !== undefined &&
    f.quantity.type === 'ratio' &&
    sumsUp.test(row.label) &&
    !!rowCell &&
    !isValueCell(rowCell.cell.text);
  // `Tue 11/11   no episodes all day` says it of the day, whatever column it begins under.
  const isAllOfRow =
    row?.day != null && row.cells.length === 2 && !!rowCell && f.quantity.type === 'number' && f.quantity.value === 0;
  const hours = row !== undefined && !sumsUp.test(row.label) && areHours(page, row);
  const weekdays = f.day ? f.line.text.search(/\b(?:MON|TUES?|Mon(?:day)?|Mo|M|Tue(?:s(?:day)?)?|Tu|T|W|WED)\b/) : -1;
  const lead =
    weekdays >= 0
      ? plainText(text.slice(f.line.start, f.line.start + weekdays))
      : row && !sentence && !rowCell?.column
        ? words.lead
        : row && !sentence && part === ''
          ? ownWords(text, f, words.lead) || (row.header.kind === 'days' ? besideLabel(text, f) : '')
          : words.lead || (sentence || row ? '' : labelOfPairs(page, f.line.index));
  const column = f.column ?? rowCell?.column ?? null;
  // `ORF   maze` over a line of dates or over the same columns again: what stands there names what is under it.
  const over = column?.over ?? row?.cells.find((c) => c.cell.start >= f.start && c.cell.end <= f.end)?.column?.over;
  const label = spelledOut(
    [rowLabel, rowLabel.includes(topic) ? '' : topic].filter((words) => words !== '').join(' ') ||
      (row || sentence || f.column ? '' : lineLabel(text, f)),
    around.legend,
  );
  return {
    pageIndex: around.pageIndex,
    line: f.line.index,
    block: f.line.block,
    start: f.start,
    end: f.end,
    quantity: f.quantity,
    place: sentence ? 'prose' : row || f.column ? 'row' : 'line',
    lead: sentence ? words.lead : spelledOut(lead, around.legend),
    clause: words.clause,
    alone:
      sentence === null ||
      !around.figures.some((o) => o !== f && o.start >= sentence.start && o.end <= sentence.end && competes(o, f)),
    part: sentence ? partOf(text, f, previous, next, sentence) : '',
    row: over ? `${over} ${label}`.trim() : label,
    hours,
    tail: f.told ?? tailOf(text, f, next, sentence),
    column: spansColumns || isAllOfRow || part !== '' ? '' : spelledOut(columnLabel(column, text), around.legend),
    section: headings.sectionOf(f.line.index),
    above: sentence ? saidBefore(around, at, text) : headings.above(f.line.index),
    strand: sentence || hours ? '' : strandOf(page, f.line.index),
    sentence: plainText(sentence ? text.slice(sentence.start, sentence.end) : text.slice(f.line.start, f.line.end)),
    before: before && sentence ? plainText(text.slice(before.start, before.end)) : '',
    over: sentence ? '' : lineOver(page, f.line),
    governor: sentence ? governorOfSentence(text.slice(sentence.start, sentence.end)) : governorOf(f),
    ...dayAt(page, f, sentence, headings),
    ...whoseAt(page, f, sentence, headings),
    fillsCell: f.cell !== null && (f.day !== null || fills(f, f.cell, text)),
    inParentheses: words.inParentheses,
    quoted: sentence !== null && isQuoted(text.slice(sentence.start, f.start), text.slice(f.end, sentence.end)),
    outOf: around.wholes.get(f) ?? null,
    // The words of a point of a scale say what it means, not what was measured.
    ...(f.whole ? { lead: '', clause: '', tail: '', row: '', column: '', inParentheses: false, fillsCell: true } : {}),
  };
}

/** How far back in its paragraph a sentence may be said to go on. */
const farthestBack = 4;

/** The sentences of its paragraph before the sentence `at`, the nearest first, and then what stands over the paragraph. */
function saidBefore({ page, sentences, headings }: Around, at: number, text: string): string[] {
  const said: string[] = [];
  let first = sentences[at];
  for (let i = at - 1; i >= 0 && first && said.length < farthestBack; i -= 1) {
    const before = sentences[i];
    if (!before || /\n[ \t]*\n/.test(page.sheet.text.slice(before.end - 1, first.start + 1))) break;
    said.push(plainText(text.slice(before.start, before.end)));
    first = before;
  }
  const line = page.sheet.lines.findLast((l) => l.start <= (first?.start ?? 0));
  return line ? [...said, ...headings.above(line.index)] : said;
}

/** The nearest line above in the block that ends in a colon: what it says holds for the lines below it. */
function lineOver(page: OpenPage, line: Line): string {
  const above = page.sheet.lines.slice(0, line.index).findLast((l) => l.block === line.block && /:\s*$/.test(l.text));
  return above ? plainText(above.text) : '';
}

/** Whether a figure is all of its cell, but for one letter at each end and for the line that it was written on: `__12__`. */
function fills(f: Found, cell: { start: number; end: number }, text: string): boolean {
  const bare = (from: number, to: number) => text.slice(from, to).replace(/[_\s]+/g, '').length;
  return bare(cell.start, f.start) <= 1 && bare(f.end, cell.end) <= 1;
}

/** Whether a figure stands between quotation marks that open before and close behind it. */
function isQuoted(before: string, after: string): boolean {
  const opened = (before.match(/["“]/g) ?? []).length - (before.match(/”/g) ?? []).length;
  return opened % 2 === 1 && /["”]/.test(after);
}

/** The header of a column without the name of the student that it may be. */
function columnLabel(column: Column | null, text: string): string {
  if (!column) return '';
  // `J.P. Restrepo`: initials may be left of it.
  const rest = text.slice(column.start, column.end).trim();
  return /^(?:[A-Z]?\.\s?)*$/.test(rest) ? '' : column.label;
}

const dayOfMonth = new RegExp(`^\\W*(?:${weekdayPattern}|Th|Tu|[MTWRF])\\b\\.?,?\\s*\\d{1,2}\\b(?![/:%])\\s*`, 'i');
/** Words without the weekday and the day of the month that open a dated line: `Th 25`. */
const withoutDay = (words: string): string => words.replace(dayOfMonth, '');

/** Words of its own cell; a column's header stands for the label of the cells beside it. */
function ownWords(text: string, f: Found, lead: string): string {
  return f.cell && /[A-Za-zÀ-ÿ]{2}/.test(text.slice(f.cell.start, f.start)) ? lead : '';
}

/** Words in the column of a day label the value behind them: `Total for week:   4`. */
function besideLabel(text: string, f: Found): string {
  const at = f.cell ? f.line.cells.indexOf(f.cell) : -1;
  const before = at > 0 ? f.line.cells[at - 1] : undefined;
  const words = before ? plainText(text.slice(before.start, before.end)) : '';
  return /[A-Za-z]{3}/.test(words) && /[:=]$|^\W*(?:total|sum|week|wk)\b/i.test(words) ? words : '';
}

/** The mentions of one page; `pageIndex` is its place in the document. `proposed` are figures that something else found. */
export function findMentions(page: OpenPage, pageIndex: number, proposed: readonly Figure[] = []): PageMentions {
  const work = workLines(page);
  const figures = pageFigures(page, proposed, work);
  const prose = proseLines(page, new Set(figures.filter((f) => f.day).map((f) => f.line.index)));
  const headings = findHeadings(
    page,
    findDataLines(page, figures, prose),
    new Set(figures.flatMap((f) => f.lines)),
    prose,
    work,
  );
  const around: Around = {
    page,
    pageIndex,
    text: withoutNames(page),
    prose,
    sentences: proseSentences(page, prose),
    headings,
    figures,
    wholes: wholesOf(page, figures),
    legend: legendOf(page.sheet),
  };
  const kept = figures.filter(
    (f) =>
      (!isHeaderLine(page, f.line.index) || f.quantity.type === 'marks' || f.told !== undefined) &&
      !repeats(f, figures, page),
  );
  const mentions = kept.map((f, i) => {
    const previous = kept.slice(0, i).findLast((o) => o.end <= f.start && !o.column) ?? null;
    const next = kept.slice(i + 1).find((o) => o.start >= f.end && !o.column) ?? null;
    return mentionOf(f, previous, next, around);
  });
  const first: Line | undefined = page.sheet.lines.find((line) => line.cells.length > 0);
  const title = headings.title || (first ? topicOf(first, page) : '');
  return { mentions, topic: { title, text: around.text, outOf: commonDenominator(page.sheet) } };
}
