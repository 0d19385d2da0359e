/**
 * Figures of one goal in one day or week that may be parts of it: a stated total before its parts, strokes and the number
 * beside them as one count, parts of a day and days of a week added up.
 */
import type { Candidate } from './candidate.ts';
import { isPartOfDay, isTotal } from './labels.ts';
import { bestOf, made, type Resolved, sumOf, take, values } from './resolved.ts';

const namesClass = (label: string) =>
  /^\W*(?:math|reading|writing|ela|science|social studies|history|art|music|p\.?e|gym|morning work|(?:period|per|block|pd)\.? ?\d)\W*$/i.test(
    label,
  );
const isTally = (c: Candidate) => c.mention.quantity.type === 'tally';
/** `none` in the place of a count is a part of nothing, not the number beside some strokes. */
const isZeroWord = (c: Candidate) => c.mention.quantity.type === 'number' && c.mention.quantity.asWord === true;
const rowOf = (c: Candidate) => `${c.mention.pageIndex}:${c.mention.line}`;
/** Whether a number stands under another day than each of some strokes: it counts none of them. */
const isOfOtherDay = ({ mention: m }: Candidate, strokes: readonly Candidate[]) =>
  m.dayFrom === 'column' && strokes.every((s) => s.mention.dayFrom === 'column' && s.mention.day !== m.day);

/** Strokes with their number beside them become the number alone; null where the two differ. */
function withoutStrokes(group: readonly Candidate[]): readonly Candidate[] | null {
  const kept: Candidate[] = [];
  for (const key of new Set(group.map(rowOf))) {
    const row = group.filter((c) => rowOf(c) === key);
    const strokes = row.filter(isTally);
    const numbers = row.filter((c) => !isTally(c) && !isZeroWord(c));
    if (strokes.length === 0 || numbers.length !== 1) kept.push(...row);
    else if (sumOf(strokes) === numbers[0]?.value.value) kept.push(...numbers);
    else if (numbers[0] && isOfOtherDay(numbers[0], strokes)) kept.push(...row);
    else return null;
  }
  return kept;
}

/** Whether each figure is of another day of the week that is asked for. */
function areDaysOfWeek(group: readonly Candidate[]): boolean {
  const days = group.map((c) => c.mention.day);
  return group[0]?.profile.asksWeek === true && !days.includes(null) && new Set(days).size === days.length;
}

/** The last figure, where it is the sum of all before it and no part itself. */
function sumAtTheEnd(group: readonly Candidate[]): Candidate | null {
  const last = [...group].sort((a, b) => a.mention.start - b.mention.start).at(-1);
  if (group.length < 3 || !last || last.value.value === 0 || isPartOfDay(last.mention) || areDaysOfWeek(group))
    return null;
  return Math.abs(sumOf(group) - 2 * last.value.value) < 1e-6 ? last : null;
}

/** Whether the figures are parts that make up the whole: hours of a day, cells of a row, strokes; days of a week. */
function arePartsOfWhole(group: readonly Candidate[]): boolean {
  if (areDaysOfWeek(group)) return true;
  const block = new Set(group.map((c) => `${c.mention.pageIndex}:${c.mention.block}`));
  const isPart = (c: Candidate) => isPartOfDay(c.mention) || c.mention.place === 'row' || isTally(c);
  return block.size === 1 && group.every(isPart);
}

/** The sum of `group`, as one result. */
export function addUp(group: readonly Candidate[]): Resolved {
  const value = Math.round(sumOf(group) * 100) / 100;
  const { unit } = group[0]!.profile.goal.measure;
  return made(group[0]!, { value }, `${group.map((c) => c.value.value).join(' + ')} = ${value} ${unit}`, null);
}

/** The week as a whole: its own total before the totals of its days, and those before their parts. */
function wholeOfWeek(group: readonly Candidate[], totals: readonly Candidate[]): Resolved | null {
  const ofDay = (c: Candidate) =>
    c.mention.dayFrom === 'column' || c.mention.dayFrom === 'row' ? c.mention.day : null;
  const ofWeek = totals.filter((c) => ofDay(c) === null);
  if (values(ofWeek).length === 1) return take(bestOf(ofWeek));
  const days = new Set(group.flatMap((c) => ofDay(c) ?? []));
  const daily = [...days].map((day) => totals.filter((c) => ofDay(c) === day));
  const isTold = days.size >= 2 && daily.every((own) => values(own).length === 1) && ofWeek.length === 0;
  return isTold ? addUp(daily.map((own) => bestOf(own))) : null;
}

/** The whole of one goal in one day, session or week; null where the page does not say. */
export function resolveParts(group: readonly Candidate[]): Resolved | null {
  const totals = group.filter((c) => isTotal(c.mention));
  const week = group[0]?.profile.asksWeek ? wholeOfWeek(group, totals) : null;
  if (week) return week;
  if (values(totals).length === 1 && totals[0]) return take(bestOf(totals));
  if (totals.length > 1) return null;
  const whole = sumAtTheEnd(group);
  if (whole) return take(whole);
  const plain = withoutStrokes(group);
  if (plain === null) {
    const [number, ...more] = group.filter((c) => !isTally(c));
    return number && more.length === 0 ? take(number, 'The strokes and the number beside them differ.') : null;
  }
  const [only] = plain;
  if (plain.length === 1 && only) return take(only);
  // Several classes are as many sessions, and no parts of one.
  const { per } = group[0]!.profile.goal.measure;
  if (per === 'session' && plain.every((c) => namesClass(c.mention.row || c.mention.lead))) return null;
  if (arePartsOfWhole(plain)) return addUp(plain);
  return values(plain).length === 1 ? take(bestOf(plain)) : null;
}
