/** What a figure is worth as a stretch of time in the unit of a goal: how long something lasted, how long until it began. */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isAverage } from './labels.ts';
import { matchText } from './match-text.ts';
import { isVague } from './vague-figures.ts';
import type { Value } from './value.ts';

const secondsIn = (unit: string): number | null =>
  /^(?:sec|seg)/i.test(unit) ? 1 : /^min/i.test(unit) ? 60 : /^(?:hour|hr)/i.test(unit) ? 3600 : null;

/** A unit named on its own, not as part of another time: `min`, but not `5 min`. */
const namedUnit = /(?<!\d[ -]?)\b(sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|segundos|minutos)\b/i;

const anyUnit = /\b(sec(?:ond)?|min(?:ute)?)s?\b/i;

/** Seconds of one unit that the labels around a bare number name; null for none. */
function labelledUnit(m: Mention, title: string): number | null {
  const own = /^\W{0,2}(sec|min|hour|hr|seg)/i.exec(m.tail);
  if (own) return secondsIn(own[1] ?? '');
  if (/%|percent|\b(?:score|syllables|words|points|errors)\b/i.test(`${m.column} ${m.lead} ${m.row}`)) return null;
  for (const text of [m.lead, m.column, m.row, m.section, title]) {
    const named = namedUnit.exec(text);
    if (named) return secondsIn(named[1] ?? '');
  }
  return null;
}

/** Words before a stretch of time that make it the frame of a measurement: `in the 3 min`, `every 30 seconds`. */
const frame =
  /^\W*(?:in|within|for|over)\s*$|\b(?:every|each|per|during|next|another|first|last|extra|additional|after (?:the|a|about)?|(?:in|within|over|of|for|throughout) (?:the|our|his|her|their|my|this|that|a|an|one)(?: (?:first|last|whole|full|same|next))?)\s*$/i;
/** `Group was 30 minutes`, `the bus ride was 35 min`: how long something else lasts. */
const lasts =
  /\b(?:group|class|session|period|lesson|shift|block|meeting|visit|observation|ride|drive|trip|service|appointment)(?: time)? (?:was|is|were|lasted|lasts|ran|takes|took)(?: about)?\s*$|^\W*length of (?:the |her |his )?(?:break|class|group|session|period|lesson|recess|lunch|shift|circle)\W*$/i;

/** Words behind it that say the same: `15 min play sample`, `30 min of service`, `5 min late`. */
const framed =
  /^\W{0,2}(?:(?:(?!out\b|in\b|of\b|away\b|late\b|off\b|from\b|to\b|outside\b|before\b|after\b)[a-z-]+ ){0,2}(?:session|sample|class|lesson|period|block|shift|observation|group|meeting|visit|check-?in)s?\b|of (?:service|speech|therapy|instruction|counseling|direct|ot|pt|class|data)\b|delivered\b|late\b|early\b|later\b|ago\b|each way\b|per (?:week|wk|day|month|session)\b|(?:a|each|every) (?:week|wk|month)\b|\/ ?(?:wk|week|mo)|for (?:a |the )?(?:fire drill|announcements?|assembly|drill))/i;

/** `in his seat 40 sec later`: for a wait, the time that it took. */
const isFramed = (tail: string, { goal }: GoalProfile) =>
  framed.test(tail) && !(goal.measure.kind === 'latency' && /^\W{0,2}later\b/i.test(tail));

/** Labels of what runs on a clock besides what was measured: classes, sessions, shifts, observations. */
const scheduled =
  /\b(?:block|period|per|class|session|observ\w*|schedule|lesson|shift|hours?|was (?:in|there|here)|therapy|service|counseling|speech|ot|pt|slp|delivered|visit|conference|meeting at|appointment)\b/i;

/** Labels of elapsed time in `m:ss`. */
const elapsed =
  /\b(?:duration|latency|how long|length|elapsed|lasted|total time|min(?:utes)?:sec|mm?:ss|minutes and seconds|time (?:on|in|to|seated|sustained|worked|engaged|before|until))\b/i;
/** Labels of a time of day. */
const ofDay =
  /\b(?:start(?:ed)?|stop(?:ped)?|end(?:ed)?|begin|began|in|out|at|given|signal|cue|time of day|clock|arriv\w*|left|leave|back|am|pm|from|until)\b\W*$/i;
const timer = /\b(?:timer|stop ?watch|timed|clocked|lasted|stayed|kept (?:at|going|working)|went for)\b/i;

function clockSeconds(m: Mention, seconds: number, title: string): number | null {
  const own = `${m.column} ${m.lead} ${m.row}`;
  if (m.place === 'prose') {
    const before = m.lead.split(/\s+/).at(-1) ?? '';
    const isHour =
      /^(?:at|by|from|until|till|around|since|before|after|@)$/i.test(before) || /^\W?[ap]\.?m\b/i.test(m.tail);
    return timer.test(m.part) && !isHour ? seconds : null;
  }
  if (ofDay.test(m.column || m.lead)) return null;
  // Two times of the clock on one line are when it began and when it ended, not how long it was.
  const clocks = m.sentence.match(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g) ?? [];
  if (m.column !== '' && !elapsed.test(own) && (clocks.length > 1 || /\b[1-9]\d?:\d{2}:\d{2}\b/.test(clocks.join(' '))))
    return null;
  return elapsed.test(own) || elapsed.test(`${m.section} ${title}`) || timer.test(`${m.section} ${title}`)
    ? seconds
    : null;
}

/** `… 70, 50 and 90 seconds, an average of 70`: the unit was named before. */
const averaged = /\b(?:average|mean|averag\w+)(?: of| was| is| came (?:out )?to)?\W*$/i;

/** `no crying today`: the words behind it are the goal's own. */
const namesOwn = (tail: string, profile: GoalProfile) => {
  const { hits, strange } = matchText(tail, profile);
  return hits >= 0.45 && strange === 0;
};

/** `no episodes all day`, `0 times`, `none today`: what follows nothing at all on the line of a day. */
const noneAtAll =
  /^\W*(?:(?:episodes?|incidents?|events?|occurrences?|outbursts?|instances?|times?|minutes?|of (?:it|them|these)|at all|today|all day|this day)\b[ ,.]*(?:(?:all|the whole|this) day|today|at all|seen|observed)?\W*)?$/i;

/** The time that `m` gives for the goal, in the goal's unit to two decimals; null for none. */
export function timeValue(m: Mention, profile: GoalProfile, title: string): Value | null {
  const q = m.quantity;
  const unit = secondsIn(profile.goal.measure.unit);
  if (unit === null) return null;
  const round = (seconds: number): Value => ({ value: Math.round((seconds / unit) * 100) / 100 });
  if (isVague(m)) return null;
  if (q.type === 'time') {
    if (m.inParentheses && q.form !== 'range' && !isAverage(m)) return null;
    if (q.form === 'units')
      return frame.test(m.lead) || lasts.test(m.lead) || isFramed(m.tail, profile) ? null : round(q.seconds);
    // A note that opens with its hour: `11/5 9:00-9:30`.
    if (q.form === 'range' && m.place === 'prose' && !/[A-Za-z]{3}/.test(m.lead)) return null;
    if (q.form === 'range') return scheduled.test(`${m.column} ${m.lead} ${m.tail}`) ? null : round(q.seconds);
    const seconds = clockSeconds(m, q.seconds, title);
    return seconds === null ? null : round(seconds);
  }
  // `6 of the 15 minutes of circle`.
  if (q.type === 'ratio' && /^\W{0,2}min(?:ute)?s?\b/i.test(m.tail) && q.numerator < q.denominator)
    return round(q.numerator * 60);
  // Nothing is nothing in any unit: `Crying: none`.
  const isNone =
    m.fillsCell ||
    /[:=-]\s*$/.test(m.lead) ||
    (m.dayFrom === 'row' && m.lead === '' && (noneAtAll.test(m.tail) || namesOwn(m.tail, profile)));
  if (q.type === 'number' && q.value === 0 && m.place !== 'prose' && isNone) return round(0);
  if (q.type !== 'number' || q.asWord || m.inParentheses) return null;
  // `5 questions` is no time, whatever its column is of.
  if (!m.fillsCell && m.place !== 'prose' && /^\W{0,2}(?!min|sec|hour|hr|seg)[a-z]{3,}s\b/i.test(m.tail)) return null;
  if (
    (m.place === 'prose' && !/^\W{0,2}(?:min|sec|hour)/i.test(m.tail)) ||
    (averaged.test(m.lead) && namedUnit.exec(m.lead) === null)
  )
    return averaged.test(m.lead) && secondsIn(anyUnit.exec(m.sentence)?.[1] ?? '') === unit
      ? round(q.value * unit)
      : null;
  const named = labelledUnit(m, title);
  return named === null ? null : round(q.value * named);
}
