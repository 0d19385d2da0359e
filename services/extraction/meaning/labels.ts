/** Words on a label that say which part of a result a figure is. */
import type { Mention } from '../mentions/mention.ts';

const labelOf = (m: Mention) =>
  `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.place === 'prose' ? m.lead.slice(-40) : m.lead} `;

/** The stated total of what stands above or beside it. */
export function isTotal(m: Mention): boolean {
  const whole = /^\W*(?:week|wk|weekly|day|daily|all|sum)\W*$/i;
  if (
    whole.test(m.row) ||
    (m.place === 'line' && whole.test(m.lead)) ||
    (m.dayFrom !== 'column' && whole.test(m.column))
  )
    return true;
  return /\b(?:totals?|sum|day total|all day|whole day|overall|altogether|together|combined|grand|tot|(?:for|this) the week|for the week|week(?:ly)? total|points earned|out of \d+|in all)\b/i.test(
    `${labelOf(m)} ${m.tail.slice(0, 12)}`,
  );
}

/** The stated median or the score of record. */
export function isMedian(m: Mention): boolean {
  return /\bmed(?:ian)?\b\.?|\bscore of record\b|\bofficial score\b|\bfinal score\b/i.test(
    `${labelOf(m)} ${m.tail.slice(0, 16)}`,
  );
}

/** A stated average. */
export function isAverage(m: Mention): boolean {
  return /\b(?:average[ds]?|averaging|avg|mean|promedio)\b/i.test(`${labelOf(m)} ${m.tail.slice(0, 14)}`);
}

/** One part of a day: an hour, a period, morning or afternoon. */
export function isPartOfDay(m: Mention): boolean {
  const label = m.row || m.lead;
  return /^\W*(?:am|pm|a\.m\.|p\.m\.|morning|afternoon|lunch|recess|period|per|pd|hour|specials?|p\.?e\.?|music|art|math|reading|ela|science|social studies|writing|centers?|snack|circle|arrival|dismissal|bus|block|\d{1,2}(?::\d{2})?\s?[-–]\s?\d{1,2}(?::\d{2})?)\b/i.test(
    label,
  );
}

/** One trial, item or episode among several. */
export function isTrial(m: Mention): boolean {
  return (
    /^\W*(?:trial|opp(?:ortunity)?|episode|item|greeting|direction|instance|#|no\.?)?\s*\d{1,2}\W*$/i.test(m.row) ||
    /\btrial \d/i.test(`${m.row} ${m.lead}`)
  );
}
