/** What a figure is worth in the unit of a goal, by the goal's kind; null where it cannot be a value of that goal. */

import type { Mention, Topic } from '../mentions/mention.ts';
import { countValue } from './count-values.ts';
import type { GoalProfile } from './goal-profile.ts';
import { takesBack } from './labels.ts';
import { timeValue } from './time-values.ts';
import { oneDecimal, type Value } from './value.ts';

const percentOf = (numerator: number, denominator: number): Value | null =>
  denominator > 0 && numerator <= denominator
    ? { value: oneDecimal((100 * numerator) / denominator), numerator, denominator }
    : null;

const wrongWord =
  '(?:missed|missing|wrong|incorrect(?:ly)?|errors?|mistakes|off[- ]task|not (?:correct|right|turned in|handed in|done|known|met|on task)|unknown)';
export const wrongLabel = new RegExp(`\\b${wrongWord}(?: (?:only|just|about|on|in|for|during|all|of|the))*\\W*$`, 'i');
/** `3 of 13 assignments missing`: up to three plain words between. */
const wrongBehind = new RegExp(
  `^ ?(?:(?!(?:but|and|then|she|he|they|with|after|correct|right|only|last)\\b)[a-z]+ ){0,3}${wrongWord}\\b(?! (?:on|for|in) )`,
  'i',
);

/** Whether a figure counts what went wrong, by the words before it or right behind it. */
export function countsWrong(near: string, tail: string): boolean {
  return wrongLabel.test(near) || wrongBehind.test(tail);
}

/** Help that was given: what came about with it is not what the student does alone. */
const helped =
  /\b(?:with|w\/|after|needed|given) (?:a |an |one |two |\d |some |verbal |adult |full |partial |gestural |physical |visual )*(?:prompt|model|help|hint|cue|assist|reminder|repe(?:at|tition)|support)\w*|\bprompted\b|\bcued\b/i;

/** Columns that tell who, where and on what. */
const whoAndWhere =
  /^\W*(?:grade|gr|age|id|room|rm|level|lvl|passage|psg|list|page|form|#|no|period|per|hour|hr|seat|sess(?:ion)?|trial|set|day|week|wk|lesson|unit|item)\b/i;
const asksAccuracy = /\baccura|\bcorrect(?:ly)?\b/i;

/** Whether a number is labelled as the errors, all of them: not those that were self-corrected, not those of one kind. */
function isErrorCount(m: Mention): boolean {
  return [m.column, m.lead, m.row].some((label) =>
    /^\W*(?:(?:total|number of|#|no\.?|uncorrected|reading|word) )*(?:err(?:or)?s?|miscues?|mistakes|misread)\W*$/i.test(
      label,
    ),
  );
}
/** A bare number that is so many of a known whole: steps of the goal's own routine, or what the page says all is out of. */
function countOfWhole(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  const labelled =
    m.fillsCell ||
    takesBack.test(m.lead) ||
    // `Knew: … So 7.`
    (m.place === 'prose' && /^(?:so|that(?:['’]s| is| makes))\W*$/i.test(m.lead)) ||
    (m.place === 'line' && /[:=]\s*$/.test(m.lead) && /^\W*$/.test(m.tail));
  if (m.quantity.type !== 'number' || m.inParentheses || !labelled || !Number.isInteger(m.quantity.value)) return null;
  const steps =
    /\b(?:#|number|steps?|no\.?|total)\b.{0,12}\b(?:independent(?:ly)?|indep|alone|correct|right|i)\b|\bindependent steps\b|#\s*(?:independent|indep|i|correct)\b|^\W*(?:independent(?:ly)?|indep|ind|alone|i|on (?:her|his) own|by (?:her|him)self)\W*$/i.test(
      `${m.row} ${m.lead}`,
    );
  const label = `${m.row} ${m.column} ${m.lead}`;
  if (whoAndWhere.test(m.column)) return null;
  // `Words 186   Errors 9`: what is left of the whole was right.
  if (isErrorCount(m) && m.outOf !== null && asksAccuracy.test(profile.goal.statement))
    return percentOf(m.outOf - m.quantity.value, m.outOf);
  if (
    wrongLabel.test(label) ||
    /\b(?:wrong|no (?:answer|response)|after (?:a )?(?:cue|repeat\w*|repetition)|not)\b/i.test(label)
  )
    return null;
  const whole = steps && profile.steps !== null ? profile.steps : (m.outOf ?? topic.outOf);
  return whole === null ? null : percentOf(m.quantity.value, whole);
}

/** A label that says that the numbers under or behind it are percents. */
const labelsPercent = /(?:^|[\s(])%|\bpercent(?:age)?\b|\bpct\b/i;

function percentValue(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  const q = m.quantity;
  const near = `${m.row} ${m.column} ${m.place === 'prose' ? m.lead.split(/[,;]/).at(-1) : m.lead}`;
  if (
    profile.unprompted &&
    helped.test(near) &&
    !/\bno prompts?\b|\bwithout\b|w\/o|\bby (?:her|him)self\b|\bon (?:her|his) own\b/i.test(`${near} ${m.part}`)
  )
    return null;
  // Where a goal is to bring down what is wrong, the wrong is what it counts.
  const isWrong = profile.goal.direction !== 'decrease' && countsWrong(near, m.tail);
  if (q.type === 'marks') return percentOf(q.right, q.right + q.wrong + q.prompted);
  if (q.type === 'percent') return q.value <= 100 ? { value: oneDecimal(isWrong ? 100 - q.value : q.value) } : null;
  if (q.type === 'number' && labelsPercent.test(`${m.column} ${m.lead}`) && m.fillsCell && q.value <= 100)
    return { value: oneDecimal(q.value) };
  if (q.type === 'number') return countOfWhole(m, profile, topic);
  if (q.type !== 'ratio' || q.denominator < 2) return null;
  return isWrong ? percentOf(q.denominator - q.numerator, q.denominator) : percentOf(q.numerator, q.denominator);
}

/** The value of `m` for the goal, without regard to what it is about. Rates, levels, rubrics and scores have rules of their own. */
export function valueFor(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  switch (profile.goal.measure.kind) {
    case 'percent':
      return percentValue(m, profile, topic);
    case 'count':
      return countValue(m, profile, topic.title);
    case 'duration':
    case 'latency':
      return timeValue(m, profile, topic.title);
    default:
      return null;
  }
}
