/**
 * One timed reading from the figures that belong together: as stated, as what is left of all when the errors are taken
 * off, or as so many in so many minutes.
 */
import type { Mention } from '../mentions/mention.ts';
import { isMedian } from './labels.ts';
import { isGrossRate, isNetRate, type RatePart } from './rate-parts.ts';
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
  /** Whether it is all that was done in the time, right or wrong: only a goal that takes no errors off can have it. */
  readonly gross?: true;
  /** Whether errors were taken off its figure: that one by itself is no result of anything. */
  readonly less?: true;
  /** How long it was, in minutes; null where the page does not say. */
  readonly minutes?: number | null;
  /** Why a person must look: what is stated and what its parts come to differ. */
  readonly doubt: string | null;
}

export type Parts = ReadonlyMap<Mention, { readonly part: RatePart }>;
export type LengthOf = (m: Mention) => number | null;

export const numberOf = (m: Mention | undefined): number | null =>
  m?.quantity.type === 'number' ? m.quantity.value : null;
const labelsOf = (group: readonly Mention[]) =>
  [...new Set(group.flatMap((m) => [m.row, m.dayFrom === 'column' ? '' : m.column, m.lead, m.tail.slice(0, 40)]))]
    .filter((text) => text.trim() !== '')
    .join(' | ');

/** Minutes that a label gives: `(2 min total)`, `in 2 minutes`. */
export function labelMinutes(text: string): number | null {
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
export function against(told: RateReading, made: number): RateReading {
  // `2 2` for 22: a number that reading broke is whole again where the parts come to it.
  const apart = spacedOut(told.mention);
  if (apart !== null && Math.abs(made - apart) < 0.06) return { ...told, value: apart };
  if (Math.abs(made - told.value) <= 1) return told;
  return { ...told, doubt: `The page says ${told.value} a minute; its parts come to ${oneDecimal(made)}.` };
}

/** The rate of one row, column, line, sentence or form; null where its parts do not make one. */
export function readRate(group: readonly Mention[], lengthOf: LengthOf, parts: Parts): RateReading | null {
  const of = (part: RatePart) => group.filter((m) => parts.get(m)?.part === part);
  const [total] = of('total');
  const [errors] = of('errors');
  const [correct] = of('correct');
  const [scored] = of('score');
  const wrong = numberOf(errors);
  const far = numberOf(total);
  const net = far !== null && wrong !== null && wrong <= far ? far - wrong : null;
  const labels = labelsOf(group);
  const own = [...of('total'), ...of('errors'), ...of('correct')];
  const stated = (mention: Mention, doubt: string | null = null): RateReading => ({
    mention,
    value: numberOf(mention) ?? 0,
    computed: null,
    labels,
    parts: own,
    doubt,
  });
  // `88 read, 6 err = 82`: what stands behind the sign is the result.
  const sum = net === null ? undefined : group.find((m) => m.lead === 'total' && numberOf(m) === net);
  const base = correct ?? total;
  const time = of('minutes').find((m) => m.quantity.type === 'time');
  const length = base ? lengthOf(base) : null;
  // Reading that is given as right words and errors, and nothing else, is of one minute, as such sheets are.
  const plain =
    correct &&
    (errors ||
      (correct.quantity.type === 'number' && correct.quantity.net) ||
      /\bwrc\b|\bwc\b/i.test(`${correct.row} ${correct.column} ${correct.lead}`))
      ? 1
      : null;
  const minutes =
    (time?.quantity.type === 'time' ? time.quantity.seconds / 60 : null) ??
    (base ? labelMinutes(`${base.row} ${base.column} ${base.lead} ${base.tail.slice(0, 40)}`) : null) ??
    length ??
    plain;
  const amount = correct ? numberOf(correct) : net;
  const rate = of('score').find(isMedian) ?? statedRate(of('rate'));
  if (rate && wrong !== null && isGrossRate(rate)) {
    const left = oneDecimal((numberOf(rate) ?? 0) - wrong / (minutes ?? lengthOf(rate) ?? 1));
    if (correct && numberOf(correct) === left) return stated(correct);
    return { ...stated(rate), value: left, computed: `${numberOf(rate)} - ${wrong} a minute` };
  }
  if (rate) {
    const made = amount !== null && minutes ? amount / minutes : null;
    const alone = of('correct').length <= 1 && of('total').length <= 1 && of('rate').length === 1;
    return made !== null && alone ? against(stated(rate), made) : stated(rate);
  }
  if (sum && minutes === 1) return stated(sum);
  if (scored && !base) return [null, 1].includes(lengthOf(scored)) ? { ...stated(scored), isScore: true } : null;
  if (scored && numberOf(scored) === amount && minutes === 1) return stated(scored);
  if (!base || amount === null || !minutes) return null;
  const computed = correct
    ? minutes === 1
      ? null
      : `${amount} correct in ${minutes} minutes`
    : `(${far} - ${wrong}) in ${minutes} min`;
  const made = {
    mention: base,
    value: oneDecimal(amount / minutes),
    computed,
    labels,
    parts: own,
    minutes,
    doubt: null,
  };
  return correct ? made : { ...made, less: true };
}
