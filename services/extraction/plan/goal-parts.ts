/** The parts of a written goal: how it is measured, from where, to where, how often. */
import type { Goal } from '../../domain/caseload.ts';
import type { Measure } from '../../domain/measure.ts';

export interface Amount {
  readonly value: number;
  readonly measure: Measure;
}

const number = String.raw`(\d+(?:\.\d+)?)`;
const secondsOrMinutes = /^sec/i;
const timed = /\bwithin\b|\bbegin\w*\b|\bstart\w*\b|\brespond\w*\b|\binitiat\w+ (?:work|task)|\bback in\b|\blatency\b/i;

/** An amount as goals state it, with its kind: `85%`, `36 of 40`, `95 words correct per minute`, `level K`. `statement` tells duration from latency. */
export function amountIn(text: string, statement: string): Amount | null {
  const first = (pattern: string) => new RegExp(pattern, 'i').exec(text);
  const percent = first(`${number} ?(?:%|percent)`);
  if (percent) return { value: Number(percent[1]), measure: { kind: 'percent', unit: 'percent' } };
  const level = /\blevel(?: of)? "?([A-Z])\b/.exec(text);
  if (level?.[1]) return { value: level[1].charCodeAt(0) - 64, measure: { kind: 'level', unit: 'level' } };
  const prompt = /\b(?:prompt |support |help )?level (\d)\b/i.exec(text);
  if (prompt) return { value: Number(prompt[1]), measure: { kind: 'level', unit: 'level' } };
  const rate = first(
    `${number} (?:correct )?(words|digits|letter sounds|letters|sounds|facts|problems)? ?(?:correct(?:ly)?)? ?(?:per|a|\\/|in (?:one|1)) ?min|${number} (wcpm|cwpm|dcpm)`,
  );
  if (rate) {
    const noun = (rate[2] ?? rate[4] ?? 'words').toLowerCase();
    const unit = /word|wcpm|cwpm/.test(noun) ? 'wcpm' : noun === 'dcpm' ? 'digits/min' : `${noun}/min`;
    return { value: Number(rate[1] ?? rate[3]), measure: { kind: 'rate', unit, per: 'minute' } };
  }
  const of = first(`${number} (?:of|out of|\\/) ${number} ?(points?|words?|letters?|sounds?|steps?)?`);
  if (of) {
    const unit = (of[3] ?? (/\brubric\b/i.test(statement) ? 'points' : 'points')).toLowerCase();
    const kind = /\brubric\b|\brating\b|\btrait\b/i.test(statement) ? 'rubric' : 'score';
    return {
      value: Number(of[1]),
      measure: { kind, unit: unit.endsWith('s') ? unit : `${unit}s`, max: Number(of[2]) },
    };
  }
  const time = first(`${number} ?(min(?:ute)?s?|sec(?:ond)?s?)\\b`);
  if (time) {
    const unit = secondsOrMinutes.test(time[2] ?? '') ? 'seconds' : 'minutes';
    return { value: Number(time[1]), measure: { kind: timed.test(statement) ? 'latency' : 'duration', unit } };
  }
  const count = first(
    `${number}(?: or (?:fewer|less|more))? ?(times?|[a-z-]+s)?[^.]{0,30}?\\b(?:per|a|each|every) (?:school )?(day|week|session|period)`,
  );
  if (count) {
    const noun = (count[2] ?? 'times').toLowerCase();
    return {
      value: Number(count[1]),
      measure: { kind: 'count', unit: noun.startsWith('time') ? 'times' : noun, per: count[3]?.toLowerCase() ?? 'day' },
    };
  }
  return null;
}

/** How often progress is measured, from words such as `weekly`; null where the goal does not say. */
export function scheduleIn(text: string): Goal['schedule'] | null {
  if (/\bdaily\b|\beach day\b|\bevery day\b/i.test(text)) return { every: 1, per: 'day' };
  if (/\bbi-?weekly\b|\bevery (?:two|2|other) weeks?\b/i.test(text)) return { every: 2, per: 'week' };
  if (/\bweekly\b|\bonce a week\b|\bevery week\b/i.test(text)) return { every: 1, per: 'week' };
  if (/\bmonthly\b|\bonce a month\b|\bevery month\b/i.test(text)) return { every: 1, per: 'month' };
  if (/\bquarterly\b/i.test(text)) return { every: 3, per: 'month' };
  return null;
}
