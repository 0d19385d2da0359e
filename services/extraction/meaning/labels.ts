/** Words on a label that say which part of a result a figure is. */

import { namesWhen } from '../../binders/layout/when-words.ts';
import type { Mention } from '../mentions/mention.ts';
import { partBehind } from './part-of-period.ts';

const labelOf = (m: Mention) =>
  `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.place === 'prose' ? m.lead.slice(-40) : m.lead} `;

/** Words before the figure that stands in the place of a wrong one: `<- scratch that, 14`. */
export const takesBack = /(?:<-+|←)?\s*\b(?:scratch that|oops|correction|no,? wait|make that)\b\W*$/i;

/** A label that is nothing but the name of the whole. */
const namesWhole =
  /^\W*(?:for (?:the )?)?(?:(?:the|whole|full|entire|all|this) )?(?:week|wk|weekly|day|daily|all|school day|count|freq(?:uency)?)\W*$/i;

/** The stated total of what stands above or beside it. */
export function isTotal(m: Mention): boolean {
  if ([m.row, m.dayFrom === 'column' ? '' : m.column, m.lead].some((label) => namesWhole.test(label))) return true;
  if (
    /^\W{0,2}(?:(?:in|for) )?(?:all|total|altogether|combined|the (?:(?:whole|entire|full) )?(?:day|week)|all day)\b(?!\s*[:=])/i.test(
      m.tail,
    )
  )
    return true;
  return /\b(?:totals?|sum|day total|all day|whole day|overall|altogether|together|combined|grand|tot|(?:for|this) the week|for the week|week(?:ly)? total|points earned|out of \d+|in all)\b/i.test(
    labelOf(m),
  );
}

/** The stated median or the score of record. */
export function isMedian(m: Mention): boolean {
  return /\bmed(?:ian)?\b\.?|\bscore of record\b|\bofficial score\b|\bfinal score\b/i.test(
    `${labelOf(m)} ${m.tail.slice(0, 16)}`,
  );
}

/** What is called the best of several tries. */
export function isBest(m: Mention): boolean {
  return /\b(?:best|highest|longest|greatest|farthest|top|fastest|quickest|record|max(?:imum)?)\b(?! possible)/i.test(
    `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.place === 'prose' ? m.part : m.lead}`,
  );
}

/** A stated average. */
export function isAverage(m: Mention): boolean {
  // `35 sec. Mean = 50`: a word behind that heads the next figure says nothing of this one.
  const behind =
    /^\W{0,3}(?:(?:is|was|as|on) )?(?:(?:the|an|his|her) )?(?:average|avg|mean|promedio)\b(?!\.?\s*(?:[=:]|of|is|was|\d|$))|^\W{0,3}(?:on |as an? |the )?average\W*$/i;
  return (
    /(?<!\bnot (?:in|part of) (?:the |an? )?)\b(?:average[ds]?|averaging|avg|mean|promedio)\b/i.test(labelOf(m)) ||
    behind.test(m.tail)
  );
}

/** One part of a day: an hour, a period, morning or afternoon. */
export function isPartOfDay(m: Mention): boolean {
  return m.hours || partBehind(m) !== '' || namesWhen(m.row || (m.dayFrom === 'row' ? m.column : '') || m.lead);
}

/** One trial, item or episode among several. */
export function isTrial(m: Mention): boolean {
  return (
    /^\W*(?:trial|opp(?:ortunity)?|episode|item|greeting|direction|instance|#|no\.?)?\s*\d{1,2}\W*$/i.test(m.row) ||
    /\b(?:trial|try|attempt|turn) ?#?\d/i.test(`${m.row} ${m.lead} ${m.dayFrom === 'column' ? '' : m.column}`)
  );
}
