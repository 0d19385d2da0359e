/** Figures of only a part of what a goal asks for: one day of a week, one class of a day, the time that somebody watched. */
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';

const oneDay = /\b(?:today|this (?:morning|afternoon)|hoy|esta mañana)\b/i;
/** A line that adds up one day: `DAY: outbursts 4   aggression 1`. */
const totalsOfDay = /^\W*(?:day|daily|today)(?:'?s)?(?: totals?)?\s*:/i;
const wholeWeek =
  /\b(?:from|since|between) (?:last )?(?:mon|tues?|wed(?:nes)?|thurs?)(?:day)?\b|\bthis week\b|\besta semana\b|\bfor the week\b|\ball week\b/i;

/** Words by which somebody says that they saw only a part of the day. */
const watched =
  /\b(?:in|during|for) (?:my|this|our|the) (?:\d+ ?-?(?:min\w*|hours?)|own )?(?:class|period|lesson|observation|visit|hour|block|room|session|time)\b|\b(?:in|during) my \d+|\bin here\b|\bwhile i (?:was|am|watched|observed)\b|\bi was only\b|\bthis (?:morning|afternoon)\b|\bso far\b|\b(?:by|before|until|till?) (?:noon|\d{1,2}:\d\d)\b|\bby (?:lunch|\d{1,2})\b|\bother (?:\d+ )?periods\b/i;
const wholeDay =
  /\b(?:all|whole|entire|full|total|rest of (?:the|his|her)|per) (?:school )?day\b|\b(?:for|throughout) the (?:school )?day\b|\bday(?:'s)? total\b|\ball told\b|\bper (?:his|her|the) (?:chart|sheet|tally)\b/i;

/** `twice in math`, `3 at recess`: the part of the day that follows a number in running text; empty for none. */
export function partBehind(m: Mention): string {
  const match = /^\W{0,2}(?:times? |x )?(?:in|at|during|before|after) (?:the |her |his )?(.+)$/i.exec(m.tail);
  return m.place === 'prose' && match?.[1] && namesWhen(match[1]) ? match[1] : '';
}

const parts =
  /\b(?:once|twice|\d+(?: ?x| times?)?|one|two|three|four|five|six) (?:in|at|during|before|after) (?:the |her |his )?([a-z.]+(?: [a-z]+)?)/gi;

/** Whether a sentence lists several parts of a day with their numbers, which may be added up. */
function listsParts(sentence: string): boolean {
  return [...sentence.matchAll(parts)].filter((m) => namesWhen(m[1] ?? '')).length >= 2;
}

/** `5  -- went home at noon`: a day that ended before the others. */
const cutShort =
  /\b(?:went|sent|taken|left for) home\b|\b(?:picked up|checked out|left(?: school)?) (?:early|sick|at noon)\b|\b(?:half day|early (?:release|dismissal))\b/i;

const dayStated = /\b(?:(?:all|whole|full|entire) day|day(?:'s)?(?: total)?|total|in all|altogether)\W{0,3}\d/i;

/** `shout-outs: morning 5, afternoon 4, day 9`: a part of a day whose whole stands behind it. */
function isBesideWhole(m: Mention): boolean {
  const own = /[:,;]\s*([^:,;]+)$/.exec(m.lead)?.[1] ?? '';
  return m.place === 'line' && namesWhen(own) && dayStated.test(m.sentence);
}

/** Whether `m` is of only a part of the week or the day that the goal asks for. */
export function isPartOfPeriod(m: Mention, profile: GoalProfile): boolean {
  if (profile.goal.measure.per === 'day' && m.dayFrom === 'row' && cutShort.test(m.sentence)) return true;
  if (profile.goal.measure.per === 'day' && isBesideWhole(m)) return true;
  if (m.dayFrom === 'column' || m.dayFrom === 'row') return false;
  const own = m.place === 'prose' ? m.part : `${m.row} ${m.lead} ${m.tail}`;
  if (profile.asksWeek)
    return (oneDay.test(own) || (m.place !== 'prose' && totalsOfDay.test(m.sentence))) && !wholeWeek.test(own);
  if (profile.goal.measure.per !== 'day') return false;
  const around = m.place === 'prose' ? m.sentence : `${m.lead} ${m.tail}`;
  if (wholeDay.test(around)) return false;
  const part = partBehind(m);
  if (part !== '') return !listsParts(m.sentence) && !profile.goal.statement.toLowerCase().includes(part.toLowerCase());
  return watched.test(around);
}
