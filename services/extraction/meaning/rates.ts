/**
 * Rates: correct per minute = (how far - errors) / minutes, or as stated. The parts of one reading stand in one row, one
 * column, one sentence, or close together on a form; what the form leaves blank is computed from what it gives.
 */

import { contentWords, isPlainLabel } from '../../binders/topics/stems.ts';
import type { Mention } from '../mentions/mention.ts';
import { isMedian } from './labels.ts';
import { nounIn } from './rate-nouns.ts';
import { correctWords, isNetRate, perMinute, type RatePart, ratePart } from './rate-parts.ts';
import { oneDecimal } from './value.ts';

export interface RateReading {
  readonly mention: Mention;
  readonly value: number;
  /** How it came about, where it was computed. */
  readonly computed: string | null;
  /** The labels of all its parts. */
  readonly labels: string;
  /** The figures that it is made of or held against: how far, errors, right ones. */
  readonly parts: readonly Mention[];
  /** Whether it is only called a score. */
  readonly isScore?: true;
  /** Whether its own words must name what the goal counts: what is around it is not enough. */
  readonly byName?: true;
  /** How long it was, in minutes; null where the page does not say. */
  readonly minutes?: number | null;
  /** Why a person must look: what is stated and what its parts come to differ. */
  readonly doubt: string | null;
}

type Parts = ReadonlyMap<Mention, { readonly part: RatePart }>;
type LengthOf = (m: Mention) => number | null;

const value = (m: Mention | undefined): number | null => (m?.quantity.type === 'number' ? m.quantity.value : null);
const labelsOf = (group: readonly Mention[]) =>
  [...new Set(group.flatMap((m) => [m.row, m.dayFrom === 'column' ? '' : m.column, m.lead, m.tail.slice(0, 40)]))]
    .filter((text) => text.trim() !== '')
    .join(' | ');

/** Minutes that a label gives: `(2 min total)`, `in 2 minutes`. */
function labelMinutes(text: string): number | null {
  const match = /\b(\d+(?:\.\d+)?|one|two|three|four|five)[- ]min(?:ute)?s?\b/i.exec(text);
  if (!match) return null;
  const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
  return words[(match[1] ?? '').toLowerCase()] ?? Number(match[1]);
}

/** Of several stated rates the one that is net of errors. */
function statedRate(rates: readonly Mention[]): Mention | undefined {
  return rates.find(isMedian) ?? rates.find(isNetRate) ?? rates.at(0);
}

/** The number that the digits behind a label make together, where gaps part them. */
function spacedOut(m: Mention): number | null {
  const digits = /(?:^|[^\d.])(\d{1,2}(?: \d{1,2}){1,2})\W*$/.exec(m.sentence)?.[1];
  return digits ? Number(digits.replace(/ /g, '')) : null;
}

/** A stated rate held against what its parts come to. */
function against(told: RateReading, made: number): RateReading {
  // `2 2` for 22: a number that reading broke is whole again where the parts come to it.
  const apart = spacedOut(told.mention);
  if (apart !== null && Math.abs(made - apart) < 0.06) return { ...told, value: apart };
  if (Math.abs(made - told.value) <= 1) return told;
  return { ...told, doubt: `The page says ${told.value} a minute; its parts come to ${oneDecimal(made)}.` };
}

/** The rate of one row, column, line, sentence or form; null where its parts do not make one. */
function readRate(group: readonly Mention[], lengthOf: LengthOf, parts: Parts): RateReading | null {
  const of = (part: RatePart) => group.filter((m) => parts.get(m)?.part === part);
  const [total] = of('total');
  const [errors] = of('errors');
  const [correct] = of('correct');
  const [scored] = of('score');
  const wrong = value(errors);
  const far = value(total);
  const net = far !== null && wrong !== null && wrong <= far ? far - wrong : null;
  const labels = labelsOf(group);
  const own = [...of('total'), ...of('errors'), ...of('correct')];
  const stated = (mention: Mention, doubt: string | null = null): RateReading => ({
    mention,
    value: value(mention) ?? 0,
    computed: null,
    labels,
    parts: own,
    doubt,
  });
  // `88 read, 6 err = 82`: what stands behind the sign is the result.
  const sum = net === null ? undefined : group.find((m) => m.lead === 'total' && value(m) === net);
  const base = correct ?? total;
  const time = of('minutes').find((m) => m.quantity.type === 'time');
  const length = base ? lengthOf(base) : null;
  // Reading that is given as right words and errors, and nothing else, is of one minute, as such sheets are.
  const plain =
    correct && (errors || /\bwrc\b|\bwc\b/i.test(`${correct.row} ${correct.column} ${correct.lead}`)) ? 1 : null;
  const minutes =
    (time?.quantity.type === 'time' ? time.quantity.seconds / 60 : null) ??
    (base ? labelMinutes(`${base.row} ${base.column} ${base.lead} ${base.tail.slice(0, 40)}`) : null) ??
    length ??
    plain;
  const amount = correct ? value(correct) : net;
  const rate = of('score').find(isMedian) ?? statedRate(of('rate'));
  if (rate) {
    const made = amount !== null && minutes ? amount / minutes : null;
    const alone = of('correct').length <= 1 && of('total').length <= 1 && of('rate').length === 1;
    return made !== null && alone ? against(stated(rate), made) : stated(rate);
  }
  if (sum && minutes === 1) return stated(sum);
  if (scored && !base) return [null, 1].includes(lengthOf(scored)) ? { ...stated(scored), isScore: true } : null;
  if (scored && value(scored) === amount && minutes === 1) return stated(scored);
  if (!base || amount === null || !minutes) return null;
  const computed = correct
    ? minutes === 1
      ? null
      : `${amount} correct in ${minutes} minutes`
    : `(${far} - ${wrong}) in ${minutes} min`;
  return { mention: base, value: oneDecimal(amount / minutes), computed, labels, parts: own, minutes, doubt: null };
}

/** Columns that number the lists or passages themselves. */
const countsSheets = /^\W*(?:list|passage|probe|form|sheet|page|trial|session|week|wk|no\.?|#)s?\b/i;
/** One of several probes of a day: `P1`, `Probe 2`, `Read 3`. */
const isNthProbe = (m: Mention) =>
  m.dayFrom !== 'column' &&
  /^\W*(?:p|r|t|probe|passage|psg|list|trial|read(?:ing)?|timing|form|try|story)\.? ?#?\d\W*$/i.test(m.column);
const isPersonName = (text: string) => /^[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*)?$/.test(text.trim());

/** A number that stands alone beside its date or under its reader's name: what it is, the heading says. */
function isBare(m: Mention, all: readonly Mention[], heading: string, minutes: number | null): boolean {
  if (m.quantity.type !== 'number' || !m.fillsCell || (countsSheets.test(m.column) && !isNthProbe(m))) return false;
  const named = m.studentIds !== null;
  const isDated = m.day !== null && m.dayFrom !== 'sentence';
  if (!isDated && !(named && (perMinute.test(heading) || (minutes === 1 && correctWords.test(heading))))) return false;
  const isPlaceOrPerson = m.dayFrom === 'column' || isNthProbe(m) || (named && isPersonName(m.column));
  const column = isPlaceOrPerson ? '' : m.column;
  const words = contentWords(`${m.row} ${column} ${m.lead}`).filter((word) => !isPlainLabel(word));
  const beside = all.filter(
    (o) => o.pageIndex === m.pageIndex && o.line === m.line && o.quantity.type === 'number' && o.day === m.day,
  );
  const own = beside.filter((o) => !named || o === m || (!o.stranger && `${o.studentIds}` === `${m.studentIds}`));
  return words.length === 0 && (own.length === 1 || own.every(isNthProbe));
}

/** The rates among `mentions`, each by the mention that bears its value. */
export function readRates(
  mentions: readonly Mention[],
  lengthOf: LengthOf,
  titleOf: (m: Mention) => string,
): Map<Mention, RateReading> {
  const groups = new Map<string, Mention[]>();
  const put = (key: string, m: Mention) => groups.set(key, [...(groups.get(key) ?? []), m]);
  const parts = new Map(mentions.flatMap((m) => (ratePart(m) ? [[m, ratePart(m)!] as const] : [])));
  const listed = listedBefore(mentions, parts);
  for (const m of listed) parts.set(m, { part: 'rate', byRow: false });
  for (const [m, { byRow }] of parts) {
    if (m.place === 'row' && m.column !== '' && (byRow || m.dayFrom === 'column'))
      // Under one day stand as many readings as students have a row.
      put(`c${m.pageIndex}:${m.block}:${m.column}:${m.studentIds ?? ''}${m.stranger ? m.line : ''}`, m);
    else if (m.place === 'prose') put(`p${m.pageIndex}:${m.sentence}`, m);
    // Names over the columns part one row into a reading for each of them.
    else put(`l${m.pageIndex}:${m.line}:${m.place === 'row' ? m.row : ''}`, m);
  }
  const readings = new Map<Mention, RateReading>();
  const keep = (group: readonly Mention[]) => {
    const reading = readRate(group, lengthOf, parts);
    if (reading) readings.set(reading.mention, reading);
    return reading !== null;
  };
  const loose = new Map<string, Mention[]>();
  const split = [...groups].flatMap(([key, group]) => byNoun(group).map((run) => [key, run] as const));
  for (const [key, group] of split) {
    const rates = group.filter((m) => parts.get(m)?.part === 'rate');
    const several = rates.length > 1 && !group.some(isMedian) && new Set(rates.map((m) => m.column)).size === 1;
    const isList = rates.filter((m) => !listed.includes(m)).length === 1;
    if (several && (isList || !key.startsWith('l'))) for (const m of rates) keep([m]);
    else if (!keep(group)) {
      const block = `${group[0]?.pageIndex}:${group[0]?.block}`;
      loose.set(block, [...(loose.get(block) ?? []), ...group]);
    }
  }
  const apart = new Map<number, Mention[]>();
  for (const [block, group] of loose) {
    const stated = [...readings.keys()].filter((m) => `${m.pageIndex}:${m.block}` === block);
    const [only] = stated;
    let made = false;
    if (!only) for (const run of byNoun(group)) made = keep(run) || made;
    // What is stated once is held against the parts that stand on lines of their own.
    else if (stated.length === 1 && parts.get(only)?.part === 'rate') keep([only, ...group]);
    const page = group[0]?.pageIndex ?? 0;
    if (!only && !made) apart.set(page, [...(apart.get(page) ?? []), ...group]);
  }
  // A form with wide lines: its parts stand in blocks of their own, each once on the page.
  for (const [page, group] of apart) {
    const stated = [...readings.keys()].filter((m) => m.pageIndex === page);
    const told = stated.some((m) => readings.get(m)!.parts.length > 0);
    if (told || group.every((m) => parts.get(m)?.part === 'minutes')) continue;
    const once = new Set(group.map((m) => parts.get(m)?.part)).size === group.length && byNoun(group).length === 1;
    if (once && stated.length <= 1) keep([...stated, ...group]);
  }
  for (const m of mentions) {
    if (readings.has(m) || parts.has(m) || ![null, 1].includes(lengthOf(m))) continue;
    if (isBare(m, mentions, `${m.section} ${titleOf(m)}`, lengthOf(m)))
      readings.set(m, { mention: m, value: value(m) ?? 0, computed: null, labels: '', parts: [], doubt: null });
  }
  dropParts(readings, parts);
  for (const m of mentions) {
    const reading = sharedRate(m, readings);
    if (reading) readings.set(m, reading);
  }
  return readings;
}

/** The numbers of a list that ends in a rate: `79, 87 and 74 wcpm` are three rates. */
function listedBefore(mentions: readonly Mention[], parts: Parts): Mention[] {
  const listed = new Set<Mention>();
  for (const [i, m] of [...mentions.entries()].reverse()) {
    if (!listed.has(m) && parts.get(m)?.part !== 'rate') continue;
    const before = mentions[i - 1];
    if (!before || before.sentence !== m.sentence || before.quantity.type !== 'number' || m.place === 'row') continue;
    if (m.start - before.end <= 5 && /^\s?(?:[,;/&](?: and)?|and)$/.test(before.tail) && before.end < m.start)
      listed.add(before);
  }
  return [...listed];
}

/** `37 correct, 7 incorrect in 1 min`: a part of a whole that was done in a time that its own line gives. */
function sharedRate(m: Mention, readings: ReadonlyMap<Mention, RateReading>): RateReading | null {
  const { quantity } = m;
  if (quantity.type !== 'ratio' || quantity.denominator <= 10 || m.inParentheses) return null;
  const minutes = labelMinutes(m.sentence);
  if (minutes === null || [...readings.keys()].some((o) => o.pageIndex === m.pageIndex && o.line === m.line))
    return null;
  const computed = minutes === 1 ? null : `${quantity.numerator} correct in ${minutes} minutes`;
  const value = oneDecimal(quantity.numerator / minutes);
  return { mention: m, value, computed, labels: '', parts: [], doubt: null, byName: true };
}

/** The parts of one row, column or form by what they count: words and digits are two readings, errors go with what stands before. */
function byNoun(group: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  let noun: string | null = null;
  for (const m of group) {
    const own = nounIn(
      `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead.slice(-32)} ${m.tail.slice(0, 20)}`,
    );
    if (runs.length === 0 || (own !== null && noun !== null && own !== noun)) runs.push([m]);
    else runs.at(-1)!.push(m);
    noun = own ?? noun;
  }
  return runs;
}

/**
 * Words correct on a line of their own beside a stated rate in the same block are a part of it: the stated rate is held
 * against what they come to.
 */
function dropParts(readings: Map<Mention, RateReading>, parts: Parts): void {
  for (const [m, reading] of [...readings]) {
    if (m.place === 'prose' || parts.get(m)?.part === 'rate' || (m.place === 'row' && reading.computed === null))
      continue;
    const stated = [...readings.keys()].filter(
      (o) =>
        o !== m &&
        o.block === m.block &&
        o.pageIndex === m.pageIndex &&
        o.column === m.column &&
        parts.get(o)?.part === 'rate',
    );
    const [only] = stated;
    if (!only) continue;
    readings.delete(m);
    const told = readings.get(only);
    if (told && stated.length === 1) readings.set(only, against(told, reading.value));
  }
}
