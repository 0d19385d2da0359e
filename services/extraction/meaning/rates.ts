/**
 * Rates: correct per minute = (how far - errors) / minutes, or as stated. The parts of one reading stand in one row, one
 * column, one sentence, or close together on a form; what the form leaves blank is computed from what it gives.
 */

import { contentWords, isPlainLabel } from '../../binders/topics/stems.ts';
import type { Mention } from '../mentions/mention.ts';
import { grossRates } from './gross-rates.ts';
import { isMedian } from './labels.ts';
import { against, type LengthOf, labelMinutes, numberOf, type Parts, type RateReading, readRate } from './one-rate.ts';
import { nounIn } from './rate-nouns.ts';
import { correctWords, namesMeasure, perMinute, ratePart } from './rate-parts.ts';
import { oneDecimal } from './value.ts';

/** Columns that number the lists or passages themselves. */
const countsSheets = /^\W*(?:list|passage|probe|form|sheet|page|trial|session|week|wk|no\.?|#)s?\b/i;
/** One of several probes of a day: `P1`, `Probe 2`, `Read 3`. */
const isNthProbe = (m: Mention) =>
  m.dayFrom !== 'column' &&
  /^\W*(?:p|r|t|probe|passage|psg|list|trial|read(?:ing)?|timing|form|try|story)\.? ?#?\d\W*$/i.test(m.column);
/** One of them, or the one of them that counts. */
const isOfProbes = (m: Mention) => isNthProbe(m) || (m.dayFrom !== 'column' && /^\W*med(?:ian)?\W*$/i.test(m.column));
const isPersonName = (text: string) => /^[A-Z][\w'’-]*(?: [A-Z][\w.'’-]*)?$/.test(text.trim());

/** A number that stands alone beside its date or under its reader's name: what it is, the heading says. */
function isBare(m: Mention, all: readonly Mention[], heading: string, minutes: number | null): boolean {
  if (m.quantity.type !== 'number' || !m.fillsCell || (countsSheets.test(m.column) && !isOfProbes(m))) return false;
  const named = m.studentIds !== null;
  const isDated = m.day !== null && m.dayFrom !== 'sentence';
  if (!isDated && !(named && (perMinute.test(heading) || (minutes === 1 && correctWords.test(heading))))) return false;
  const isPlaceOrPerson = m.dayFrom === 'column' || isOfProbes(m) || (named && isPersonName(m.column));
  const column = isPlaceOrPerson ? '' : m.column;
  const words = contentWords(`${m.row} ${column} ${m.lead}`).filter((word) => !isPlainLabel(word));
  const beside = all.filter(
    (o) => o.pageIndex === m.pageIndex && o.line === m.line && o.quantity.type === 'number' && o.day === m.day,
  );
  const own = beside.filter((o) => !named || o === m || (!o.stranger && `${o.studentIds}` === `${m.studentIds}`));
  return words.length === 0 && (own.length === 1 || own.every(isOfProbes));
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
    if (m.place === 'row' && m.column !== '' && ((byRow && m.dayFrom !== 'row') || m.dayFrom === 'column'))
      // Under one day stand as many readings as students have a row.
      put(`c${m.pageIndex}:${m.block}:${m.column}:${m.studentIds ?? ''}${m.stranger ? m.line : ''}`, m);
    else if (m.place === 'prose') put(`p${m.pageIndex}:${m.sentence}`, m);
    // Names over the columns part one row into a reading for each of them.
    else put(`l${m.pageIndex}:${m.line}:${m.place === 'row' ? m.row : ''}:${m.day ?? ''}`, m);
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
      readings.set(m, { mention: m, value: numberOf(m) ?? 0, computed: null, labels: '', parts: [], doubt: null });
  }
  const errors = mentions.filter((m) => parts.get(m)?.part === 'errors');
  const used = () => new Set([...readings].flatMap(([m, reading]) => [m, ...reading.parts]));
  for (const m of mentions) {
    const isOpen = errors.some((e) => e.pageIndex === m.pageIndex && e.block === m.block && !used().has(e));
    if (readings.has(m) || isOpen || parts.get(m)?.part !== 'total' || !namesMeasure(m)) continue;
    const all = { mention: m, value: numberOf(m) ?? 0, computed: null, labels: '', parts: [], doubt: null };
    if ([null, 1].includes(lengthOf(m))) readings.set(m, { ...all, isScore: true });
  }
  for (const [m, reading] of grossRates(mentions, parts, lengthOf, used()))
    if (!readings.has(m)) readings.set(m, reading);
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

const nounOf = (m: Mention) =>
  nounIn(
    `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead.slice(-32)} ${m.tail.slice(0, 20).split(/[,;]/)[0]}`,
  );

/** The parts of one row, column or form by what they count: words and digits are two readings, errors go with what stands before. */
function byNoun(group: readonly Mention[]): Mention[][] {
  const runs: Mention[][] = [];
  let noun: string | null = null;
  for (const m of group) {
    const own = nounOf(m);
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
    if (!only || (reading.isScore && nounOf(m) !== nounOf(only))) continue;
    readings.delete(m);
    const told = readings.get(only);
    if (told && stated.length === 1) readings.set(only, against(told, reading.value));
  }
}
