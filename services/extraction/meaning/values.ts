/** What a figure is worth in the unit of a goal, by the goal's kind; null where it cannot be a value of that goal. */

import { conceptsIn } from '../../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, stemOf } from '../../binders/topics/stems.ts';
import type { Mention, Topic } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { matchText } from './match-text.ts';

export interface Value {
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly text?: string;
}

export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

const percentOf = (numerator: number, denominator: number): Value | null =>
  denominator > 0 && numerator <= denominator
    ? { value: oneDecimal((100 * numerator) / denominator), numerator, denominator }
    : null;

export const wrongLabel =
  /\b(?:missed|wrong|incorrect|errors?|mistakes|off[- ]task|not (?:correct|turned in|done)|missing)\W*$/i;
/** Help that was given: what came about with it is not what the student does alone. */
const helped =
  /\b(?:with|w\/|after|needed|given) (?:a |an |one |two |\d |some |verbal |adult |full |partial |gestural |physical |visual )*(?:prompt|model|help|cue|assist|reminder|repe(?:at|tition)|support)\w*|\bprompted\b|\bcued\b/i;

/** A bare number that is so many of a known whole: steps of the goal's own routine, or what the page says all is out of. */
function countOfWhole(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  const labelled = m.fillsCell || (m.place === 'line' && /[:=]\s*$/.test(m.lead) && /^\W*$/.test(m.tail));
  if (m.quantity.type !== 'number' || m.inParentheses || !labelled || !Number.isInteger(m.quantity.value)) return null;
  const steps =
    /\b(?:#|number|steps?|no\.?|total)\b.{0,12}\b(?:independent(?:ly)?|indep|alone|correct|right|i)\b|\bindependent steps\b|#\s*(?:independent|indep|i|correct)\b/i.test(
      `${m.row} ${m.lead}`,
    );
  const label = `${m.row} ${m.column} ${m.lead}`;
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
  if (profile.unprompted && helped.test(near) && !/\bno prompts?\b|\bwithout\b|w\/o/i.test(near)) return null;
  if (q.type === 'marks') return percentOf(q.right, q.right + q.wrong + q.prompted);
  if (q.type === 'percent')
    return q.value <= 100 ? { value: oneDecimal(wrongLabel.test(near) ? 100 - q.value : q.value) } : null;
  if (q.type === 'number' && labelsPercent.test(`${m.column} ${m.lead}`) && m.fillsCell && q.value <= 100)
    return { value: oneDecimal(q.value) };
  if (q.type === 'number') return countOfWhole(m, profile, topic);
  if (q.type !== 'ratio' || q.denominator < 2) return null;
  return wrongLabel.test(near)
    ? percentOf(q.denominator - q.numerator, q.denominator)
    : percentOf(q.numerator, q.denominator);
}

/** Units that count anything. */
const plainCounters =
  /^\W{0,3}(?:$|x\b|times?\b|veces\b|incidents?\b|instances?\b|occurrences?\b|episodes?\b|total\b|in all\b|today\b|this\b|for the\b|during\b|so far\b|per\b|all\b|day\b|\(|-|–|—|,|;|\.|:|=|!|and\b|but\b|w\/|with\b|on\b|at\b|in\b|before\b|between\b|by\b|unprompted\b|more\b|of them\b|this week\b|esta\b|en\b|from\b|when\b|while\b|after\b|and\b|only\b|or\b|\/\s?(?:day|session|week|wk)|halloween|great|good|sub|new)/i;

function countsOther(m: Mention, profile: GoalProfile): boolean {
  if (plainCounters.test(m.tail)) return false;
  const words = (m.tail.split(/[,;.:(]/)[0] ?? '').split(/\s+/).slice(0, 3).join(' ');
  for (const id of conceptsIn(words).ids) if (profile.concepts.ids.has(id)) return false;
  return !contentWords(words).some((word) => profile.stems.has(stemOf(word)) || isPlainLabel(word));
}

/** Whether the words right behind a figure are what the goal counts: `no elopements`. */
function namesCounted(tail: string, profile: GoalProfile): boolean {
  const words = tail.split(/\s+/).slice(0, 4).join(' ');
  const unit = new Set(contentWords(profile.goal.measure.unit).map(stemOf));
  const found = conceptsIn(words);
  const behaviors = profile.concepts.facets.get('behavior') ?? new Set<string>();
  return [...found.ids].some((id) => behaviors.has(id)) || contentWords(words).some((word) => unit.has(stemOf(word)));
}

/** In running text the counted thing stands right beside its number, not somewhere in the sentence. */
function countedBeside(m: Mention, profile: GoalProfile): boolean {
  const own = m.lead.split(/[,;:(]/).at(-1) ?? '';
  const lead = /[A-Za-z]{3}/.test(own) ? own : m.lead;
  const words = `${lead.split(/\s+/).slice(-9).join(' ')} | ${m.tail.split(/\s+/).slice(0, 6).join(' ')}`;
  if (matchText(words, profile).hits >= 0.45) return true;
  // `Comments: "…", "…" -> 6 for this session`: the figure sums its sentence up.
  const sumsUp = /(?:->|=|→|:|\bthat is|\bmakes|\btotal of|\bfor a total of)\W*$/i.test(m.lead);
  return sumsUp && matchText(m.sentence, profile).hits >= 1;
}

function countValue(m: Mention, profile: GoalProfile): Value | null {
  const q = m.quantity;
  if (q.type === 'tally') return { value: q.value };
  if (q.type !== 'number' || !Number.isInteger(q.value) || m.inParentheses) return null;
  if (q.asWord && q.value === 0 && !namesCounted(m.tail, profile)) return null;
  if (/^\W{0,2}more\b/i.test(m.tail)) return null;
  // Minutes and percents are no counts.
  if (
    m.place !== 'prose' &&
    /\b(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|percent)\b|%/i.test(`${m.dayFrom === 'column' ? '' : m.column} | ${m.row}`)
  )
    return null;
  if (m.place === 'prose' && !countedBeside(m, profile)) return null;
  return countsOther(m, profile) ? null : { value: q.value };
}

const secondsIn = (unit: string): number | null =>
  /^(?:sec|seg)/i.test(unit) ? 1 : /^min/i.test(unit) ? 60 : /^(?:hour|hr)/i.test(unit) ? 3600 : null;

/** Seconds of one unit that the labels around a bare number name; null for none. */
function labelledUnit(m: Mention, title: string): number | null {
  for (const text of [`${m.tail.slice(0, 10)} ${m.lead}`, m.column, m.row, m.section, title]) {
    const named = /\b(sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|segundos|minutos)\b/i.exec(text);
    if (named) return secondsIn(named[1] ?? '');
  }
  return null;
}

function timeValue(m: Mention, profile: GoalProfile, title: string): Value | null {
  const q = m.quantity;
  const unit = secondsIn(profile.goal.measure.unit);
  if (unit === null) return null;
  const round = (seconds: number): Value => ({ value: Math.round((seconds / unit) * 100) / 100 });
  if (q.type === 'time' && q.form === 'units') return m.inParentheses ? null : round(q.seconds);
  const labels = `${m.column} ${m.lead} ${m.row}`;
  if (q.type === 'time' && q.form === 'range') return round(q.seconds);
  if (q.type === 'time') {
    const whole = `${m.section} ${title}`;
    const told =
      /\bm:ss\b|\bmin:sec\b|\bmm:ss\b|\bhow long\b|\blatency\b|\bduration\b|\belapsed\b|\bminutes and seconds\b|\bmin(?:utes)?:sec/i.test(
        whole,
      );
    const timed =
      told ||
      /\b(?:duration|latency|how long|length|elapsed|total time|time (?:on|in|to|seated|sustained|worked|engaged|before)|min:sec|m:ss|mm:ss)\b/i.test(
        labels,
      ) ||
      (m.place === 'prose' && /\b(?:timer|stop ?watch|timed)\b/i.test(m.sentence));
    return timed && !/\b(?:start|stop|end|begin|began|in|out|time of day|clock)\b\W*$/i.test(m.column || m.lead)
      ? round(q.seconds)
      : null;
  }
  const average =
    m.place === 'prose' && /\b(?:average|mean|averag\w+)(?: of| was| is| came (?:out )?to)?\W*$/i.test(m.lead);
  if (
    q.type === 'number' &&
    average &&
    labelledUnit({ ...m, tail: '', column: '', row: '', section: '', lead: m.sentence }, '') === unit
  )
    return round(q.value * unit);
  if (
    q.type !== 'number' ||
    q.asWord ||
    m.inParentheses ||
    (m.place === 'prose' && !/^\W{0,2}(?:min|sec|hour)/i.test(m.tail))
  )
    return null;
  const named = labelledUnit(m, title);
  return named === null ? null : round(q.value * named);
}

/** The value of `m` for the goal, without regard to what it is about. Rates, levels, rubrics and scores have rules of their own. */
export function valueFor(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  switch (profile.goal.measure.kind) {
    case 'percent':
      return percentValue(m, profile, topic);
    case 'count':
      return countValue(m, profile);
    case 'duration':
    case 'latency':
      return timeValue(m, profile, topic.title);
    default:
      return null;
  }
}
