/**
 * One goal, one day, several figures: which of them is the result. A stated total before its parts, the median of three
 * probes, the average where the goal asks for it; what cannot be decided is asked.
 */
import type { Candidate } from './candidate.ts';
import { isAverage, isBest, isMedian, isTotal, isTrial } from './labels.ts';
import { countsOtherThing } from './rate-nouns.ts';
import { isGrossRate, isNetRate } from './rate-parts.ts';
import { resolveParts } from './resolve-parts.ts';
import { resolveTimes } from './resolve-times.ts';
import { bestOf, made, type Resolved, take, values } from './resolved.ts';
import { isOfParts } from './topic-fit.ts';
import type { Value } from './value.ts';
import { oneDecimal } from './value.ts';
import { thoseThatCount } from './which-counts.ts';

function median(group: readonly Candidate[]): Candidate {
  const sorted = [...group].sort((a, b) => a.value.value - b.value.value);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

const condition = /\b(?:cold|hot|first|1st|second|2nd|warm|practiced|unpracticed|final) (?:read(?:ing)?|timing|try)\b/i;
const aroundOf = (c: Candidate) =>
  `${c.mention.row} ${c.mention.column} ${c.mention.lead} ${c.mention.tail.slice(0, 20)} ${c.mention.section}`;

function resolveRate(every: readonly Candidate[]): Resolved | null {
  // `NWF-CLS 22   NWF-WRC 5`: of two results of one probe the goal has that of what it counts.
  const label = ({ mention: m }: Candidate) =>
    m.place === 'prose' ? '' : `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead}`;
  const own = every.filter((c) => !countsOtherThing(label(c), c.profile));
  const all = own.length > 0 ? own : every;
  // All that was read is no rival of what was read right.
  const net = all.some((c) => isNetRate(c.mention)) ? all.filter((c) => !isGrossRate(c.mention)) : all;
  const group = net.length > 0 ? net : all;
  if (group.length === 1 && group[0]) return take(group[0]);
  const official = group.find((c) => isMedian(c.mention));
  if (official) return take(official);
  const cold = group.filter((c) => /\bcold\b|\b(?:first|1st) (?:read|timing)|\bunpracticed\b/i.test(aroundOf(c)));
  const conditioned = group.filter((c) => condition.test(aroundOf(c)) || /\bhot\b/i.test(aroundOf(c)));
  if (conditioned.length > 0 && values(group).length > 1) {
    const asked = /\bcold\b|\bunpracticed\b|\bfirst (?:read|timing)\b/i.test(group[0]!.profile.goal.statement);
    return cold.length === 1 && cold[0]
      ? take(
          cold[0],
          asked ? null : 'The page gives more than one reading of that day (cold and practiced). Which one counts?',
        )
      : null;
  }
  if (group.length >= 3) return take(median(group));
  return group.length === 1 && group[0] ? take(group[0]) : null;
}

function resolvePercents(group: readonly Candidate[]): Resolved | null {
  const stated = group.filter((c) => c.mention.quantity.type !== 'marks');
  const marks = group.filter((c) => c.mention.quantity.type === 'marks');
  if (values(stated).length === 1 && stated[0]) {
    const agrees =
      marks.length === 0 ||
      marks.some((c) => Math.abs(c.value.value - stated[0]!.value.value) < 0.06) ||
      pooled(marks)?.value === stated[0].value.value;
    return take(bestOf(stated), agrees ? null : 'The marks on the page and the score written beside them differ.');
  }
  const totals = stated.filter((c) => isTotal(c.mention));
  if (values(totals).length === 1 && totals[0]) return take(totals[0]);
  const aggregate = stated.find((c) => isSumOfOthers(c, stated));
  if (aggregate) return take(aggregate);
  const plain = stated.filter((c) => !c.mention.inParentheses);
  if (values(plain).length === 1 && plain[0]) return take(bestOf(plain));
  const days = stated.length > 0 ? plain : marks;
  const daily = days.length >= 2 && days.every((c) => c.mention.dayFrom === 'column' || c.mention.dayFrom === 'row');
  const week = days[0]?.profile.asksWeek && daily ? pooled(days) : null;
  if (week && days[0]) return made(days[0], week, `${week.numerator}/${week.denominator} over the week`, null);
  // Rows of one list are one count; results that stand apart are not put together.
  const parts = stated.length > 0 ? stated : marks;
  const pool = areOfOneList(parts) ? pooled(parts) : null;
  return pool ? made(parts[0]!, pool, `${pool.numerator}/${pool.denominator} in all`, null) : null;
}

/** Whether results are the rows of one list: lines of marks under one label, or three or more rows with a label each. */
function areOfOneList(group: readonly Candidate[]): boolean {
  const places = new Set(group.map((c) => `${c.mention.pageIndex}:${c.mention.block}`));
  const areMarks = group.every((c) => c.mention.quantity.type === 'marks');
  const labels = group.map((c) => `${c.mention.section || c.mention.block}:${c.mention.lead}`);
  if (areMarks && new Set(labels).size === 1) return true;
  const labelled = new Set(group.map((c) => c.mention.row || c.mention.lead));
  const rows = new Set(group.map((c) => c.mention.line));
  const undated = group.every((c) => c.mention.day === group[0]?.mention.day);
  // Rows of one table, each put together from its columns, are one count, however few and whatever they are called.
  if (
    rows.size === group.length &&
    places.size === 1 &&
    undated &&
    group.every((c) => isOfParts(c.mention) && !isTrial(c.mention))
  )
    return true;
  return (
    group.length >= (areMarks ? 2 : 3) &&
    places.size === 1 &&
    rows.size === group.length &&
    labelled.size === group.length &&
    [...labelled].every((label) => /[A-Za-zÀ-ÿ]{2}/.test(label)) &&
    undated &&
    group.every((c) => c.mention.place !== 'prose' && !isAverage(c.mention))
  );
}

function pooled(group: readonly Candidate[]): Value | null {
  if (group.length === 0 || group.some((c) => c.value.denominator === undefined || c.value.numerator === undefined))
    return null;
  const numerator = group.reduce((sum, c) => sum + (c.value.numerator ?? 0), 0);
  const denominator = group.reduce((sum, c) => sum + (c.value.denominator ?? 0), 0);
  return { value: oneDecimal((100 * numerator) / denominator), numerator, denominator };
}

/** Whether a ratio is the sum of two or more of the others. */
function isSumOfOthers(c: Candidate, group: readonly Candidate[]): boolean {
  const others = group.filter((o) => o !== c && o.value.denominator !== undefined);
  const sum = pooled(others);
  return (
    others.length >= 2 && sum !== null && sum.numerator === c.value.numerator && sum.denominator === c.value.denominator
  );
}

/** Labels that name the goal much less well than another on the page are about something else. */
function likeliest(group: readonly Candidate[]): readonly Candidate[] {
  const best = Math.max(...group.map((c) => c.score));
  const special = (c: Candidate) => isTotal(c.mention) || isMedian(c.mention) || isAverage(c.mention);
  // The rates of one sentence are of one kind, whichever of them bears the name: `79, 87 and 74 wcpm`.
  const named = group.find((c) => c.score === best)?.mention.sentence;
  const listed = (c: Candidate) => c.profile.goal.measure.kind === 'rate' && c.mention.sentence === named;
  // A score under rows of marks sums them up, whatever the rows are called.
  const ofMarks = (c: Candidate) =>
    c.value.denominator !== undefined &&
    c.mention.quantity.type === 'ratio' &&
    group.some((o) => o.mention.quantity.type === 'marks') &&
    group.every(
      (o) => o.mention.quantity.type !== 'marks' || (o.value.denominator ?? 0) <= (c.value.denominator ?? 0),
    ) &&
    !group.some((o) => o !== c && o.mention.quantity.type === 'ratio');
  return group.filter((c) => c.score >= best - 1.6 || special(c) || listed(c) || ofMarks(c));
}

/** `group` without the numbers that another result of it was put together from. */
function withoutParts(group: readonly Candidate[]): readonly Candidate[] {
  return group.filter(
    ({ mention: m }) =>
      m.quantity.type !== 'number' ||
      !group.some(
        ({ mention: o }) =>
          o !== m && o.quantity.type === 'ratio' && o.pageIndex === m.pageIndex && o.start <= m.start && o.end >= m.end,
      ),
  );
}

/** Of scores out of a known maximum, those that are stated out of exactly it; all of them where none is. */
function outOfMaximum(group: readonly Candidate[]): readonly Candidate[] {
  const { kind, max } = group[0]!.profile.goal.measure;
  const exact = kind === 'score' || kind === 'rubric' ? group.filter((c) => c.value.denominator === max) : [];
  return max !== undefined && exact.length > 0 ? exact : group;
}

/** The best of several tries, as the page calls it; where the goal asks for it and the page does not, as they come. */
function bestOfTries(group: readonly Candidate[]): Resolved | null {
  const { asksBest } = group[0]!.profile;
  const called = group.filter((c) => isBest(c.mention));
  const among = called.length < group.length && values(called).length === 1;
  const tries = group.filter((c) => !called.includes(c)).every((c) => isTrial(c.mention));
  if (among && called[0] && (asksBest || tries))
    return take(bestOf(called), asksBest ? null : 'Of several tries the page names the best. Is that the result?');
  if (!asksBest || called.length > 0 || group.some((c) => isTotal(c.mention) || isAverage(c.mention))) return null;
  const sorted = [...group].sort((a, b) => a.value.value - b.value.value);
  const top = asksBest === 'highest' ? sorted.at(-1) : sorted[0];
  return top ? made(top, top.value, `best of ${group.map((c) => c.value.value).join(', ')}`, null) : null;
}

/** The result of one goal on one day; null where the figures contradict each other and a person must say. */
export function resolve(every: readonly Candidate[]): Resolved | null {
  const all = withoutParts(every);
  const likely = likeliest(outOfMaximum(all));
  const group = values(likely).length > 1 ? thoseThatCount(likely) : likely;
  const first = group[0]!;
  const official = group.filter((c) => isTotal(c.mention));
  const { kind } = first.profile.goal.measure;
  // Equal counts may be parts of a day or days of a week, and are then added up.
  if (values(group).length === 1 && (kind !== 'count' || group.length === 1) && !group.every((c) => isTrial(c.mention)))
    return take(bestOf(group));
  const best = bestOfTries(group);
  if (best) return best;
  // `who 3/4, what 4/4, why 1/4`: rows that the goal names each, or that stand under what names it.
  const whole = kind === 'percent' && all.every((c) => c.score >= 8) && !all.some((c) => isTotal(c.mention));
  const pool = whole && areOfOneList(all) ? pooled(all) : null;
  if (pool && all[0]) return made(all[0], pool, `${pool.numerator}/${pool.denominator} in all`, null);
  switch (kind) {
    case 'rate':
      return resolveRate(group);
    case 'count':
      return resolveParts(group);
    case 'duration':
    case 'latency':
      return group.length === 1 ? take(first) : resolveTimes(group);
    case 'percent':
      return group.length === 1 ? take(first) : resolvePercents(group);
    case 'rubric':
    case 'score':
      if (official.length > 0 && values(official).length === 1 && official[0]) return take(bestOf(official));
      return group.length === 1 ? take(first) : null;
    case 'level':
      return group.length === 1 ? take(first) : null;
  }
}
