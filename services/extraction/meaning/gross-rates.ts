/**
 * What was done in a time that the page gives beside it, right or wrong: `48 words in four minutes`, `envelopes 70 |
 * time 10 min`. It is the result of a goal that takes no errors off.
 */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { type LengthOf, labelMinutes, numberOf, type Parts, type RateReading } from './one-rate.ts';
import { oneDecimal } from './value.ts';

/** Whether the goal counts what is right alone. */
export function takesErrorsOff({ goal }: GoalProfile): boolean {
  return /\b(?:correct(?:ly)?|right|accura\w+|net|minus|w?c+[rw]?pm|d?c[dw]?pm|wcm|wrc)\b/i.test(
    `${goal.measure.unit} ${goal.statement}`,
  );
}

/** `envelopes in` before a stretch of time. */
const inTime = /^\W{0,2}(?:[a-z][\w-]* ){1,4}(?:in|over|during)(?: (?:about|just|only))?$/i;
const isMinutesColumn = (m: Mention) => /^\W*(?:min(?:ute)?s?|time(?: \(min(?:ute)?s?\))?)\W*$/i.test(m.column);

/** The minutes that the row of `m` gives beside it, where it has no other number; null for none. */
function minutesBeside(m: Mention, all: readonly Mention[]): number | null {
  const row = all.filter((o) => o !== m && o.pageIndex === m.pageIndex && o.line === m.line);
  const times = row.filter((o) => o.quantity.type === 'time' || (o.quantity.type === 'number' && isMinutesColumn(o)));
  const [time] = times;
  if (!time || times.length > 1 || row.some((o) => !times.includes(o))) return null;
  return time.quantity.type === 'time' ? time.quantity.seconds / 60 : numberOf(time);
}

/** Whether the words behind `m` lead to the time that it was done in. */
function isTimed(m: Mention, all: readonly Mention[]): boolean {
  const next = all[all.indexOf(m) + 1];
  return next?.quantity.type === 'time' && next.sentence === m.sentence && inTime.test(m.tail);
}

function minutesOf(m: Mention, all: readonly Mention[], lengthOf: LengthOf, isPart: boolean): number | null {
  const next = isTimed(m, all) ? all[all.indexOf(m) + 1] : undefined;
  if (next?.quantity.type === 'time') return next.quantity.seconds / 60;
  if (m.place === 'row') return m.fillsCell && !isMinutesColumn(m) ? minutesBeside(m, all) : null;
  if (!isPart) return null;
  const own = labelMinutes(`${m.lead} ${m.tail.slice(0, 40)}`) ?? minutesBeside(m, all);
  return own ?? (m.place === 'prose' ? null : lengthOf(m));
}

/** The rates of what was done, by mention; `taken` are the mentions that belong to a reading already. */
export function grossRates(
  mentions: readonly Mention[],
  parts: Parts,
  lengthOf: LengthOf,
  taken: ReadonlySet<Mention>,
): Map<Mention, RateReading> {
  return new Map(
    mentions.flatMap((m): [Mention, RateReading][] => {
      const part = parts.get(m)?.part;
      if (m.quantity.type !== 'number' || m.inParentheses || (part && part !== 'total')) return [];
      if (taken.has(m) && !isTimed(m, mentions)) return [];
      const minutes = minutesOf(m, mentions, lengthOf, part === 'total');
      if (!minutes) return [];
      const value = oneDecimal(m.quantity.value / minutes);
      const computed = minutes === 1 ? null : `${m.quantity.value} in ${minutes} minutes`;
      return [[m, { mention: m, value, computed, labels: '', parts: [], minutes, doubt: null, gross: true }]];
    }),
  );
}
