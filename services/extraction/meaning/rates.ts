/**
 * Rates: correct per minute = (total - errors) / minutes, or as stated. A number becomes a rate only by its label; the
 * parts of one reading stand in one row, or close together on a form.
 */

import { contentWords, isPlainLabel } from '../../binders/topics/stems.ts';
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isMedian } from './labels.ts';
import { oneDecimal } from './values.ts';

/** `score`: called a score or a result, which is the rate where nothing better stands beside it. */
export type RatePart = 'rate' | 'correct' | 'total' | 'errors' | 'minutes' | 'score';

export interface RateReading {
  readonly mention: Mention;
  readonly value: number;
  /** How it came about, where it was computed. */
  readonly computed: string | null;
}

const perMinute =
  /\b(?:wcpm|cwpm|wcm|dcpm|clspm|lspm|cpm|wpm)\b|\b(?:dc|digits|wc|words|ls|sounds|correct|cor|cls|facts|problems)\s?\/\s?min|\b(?:correct|digits|words|sounds|letters|facts|problems)\b.{0,24}(?:\bper\b|\/|\ba\b) ?min(?:ute)?\b|\bcorrect\b.{0,16}\bin (?:a|one|1) min(?:ute)?\b|\brate\b(?! of)|\bpalabras (?:correctas )?por minuto\b/i;
const errorWords = /\b(?:err?(?:or)?s?|incorrect|miscues?|mistakes|missed|wrong|errores)\b/i;
const correctWords = /\b(?:correct(?:ly)?|right|correctas|wrc|wc|dc|lsc?|lnf|lsf|psf|nwf|orf|cls)\b/i;
const totalWords =
  /\b(?:words? (?:read|attempted)|reached|stopped at|got to|last (?:word|letter|sound)|total words|attempted|tried|words|total|read|twr|letter sounds attempted|sounds said|digits (?:written|attempted)|palabras)\b/i;

/** What part of a rate a number is, from the words that label it. */
export function ratePart(m: Mention): RatePart | null {
  if (
    m.quantity.type === 'time' &&
    m.fillsCell &&
    m.quantity.form === 'clock' &&
    [60, 120, 180, 300].includes(m.quantity.seconds)
  )
    return 'minutes';
  if (m.quantity.type === 'time')
    return /\b(?:time|min|minutes?|length|timed)\b/i.test(`${m.column} ${m.lead}`) || m.place === 'prose'
      ? 'minutes'
      : null;
  if (m.quantity.type !== 'number' || m.inParentheses || (m.quantity.asWord && m.place !== 'prose')) return null;
  const near = m.place === 'prose' ? (m.lead.split(/[,;]|\band\b/).at(-1) ?? '') : m.lead;
  const heading = m.dayFrom === 'column' || m.column === '' ? m.row : `${m.row} ${m.column}`;
  const label = m.place === 'row' ? `${heading} ${near}` : near;
  const tail = m.tail.slice(0, 44);
  if (m.place !== 'row' && tail !== '' && /^\W{0,2}[a-z]/i.test(tail)) {
    if (perMinute.test(tail) && !errorWords.test(tail.slice(0, 14))) return 'rate';
    if (/^\W{0,2}(?:err|incorrect|miscues?|mistakes)/i.test(tail)) return 'errors';
    if (/^\W{0,2}(?:words |letter sounds |digits |sounds )?correct/i.test(tail)) return 'correct';
    if (/^\W{0,2}(?:words\b|read\b)/i.test(tail)) return 'total';
  }
  if (perMinute.test(label) && !errorWords.test(label)) return 'rate';
  if (errorWords.test(label)) return 'errors';
  if (correctWords.test(label)) return 'correct';
  if (totalWords.test(label) && !/\bpage|passage\b/i.test(label) && !/\btotal (?:score|correct)\b/i.test(label))
    return 'total';
  return /\b(?:scores?|results?|probe|median|final)\b/i.test(label) ? 'score' : null;
}

/** A number that stands alone beside its date: what it is, the title says. */
export function isBareDated(m: Mention, all: readonly Mention[]): boolean {
  if (m.quantity.type !== 'number' || !m.fillsCell || m.dayFrom === 'sentence') return false;
  if (m.day === null && m.studentIds?.length !== 1) return false;
  const words = contentWords(`${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead}`).filter(
    (word) => !isPlainLabel(word),
  );
  const alone = all.filter(
    (o) =>
      o.pageIndex === m.pageIndex &&
      o.line === m.line &&
      o.quantity.type === 'number' &&
      o.day === m.day &&
      o.studentIds?.join() === m.studentIds?.join() &&
      o.stranger === m.stranger,
  );
  return words.length === 0 && alone.length === 1;
}

/** Minutes that a label gives: `(2 min total)`, `in 2 minutes`. */
function labelMinutes(text: string): number | null {
  const match = /\b(\d+(?:\.\d+)?|one|two|three|four|five)[- ]min(?:ute)?s?\b/i.exec(text);
  if (!match) return null;
  const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
  return words[(match[1] ?? '').toLowerCase()] ?? Number(match[1]);
}

const value = (m: Mention | undefined): number | null => (m?.quantity.type === 'number' ? m.quantity.value : null);

/** The rate of one row, line or sentence. `length` is the length of the probe in minutes where the page gives one. */
export function readRate(group: readonly Mention[], length: number | null): RateReading | null {
  const of = (part: RatePart) => group.filter((m) => ratePart(m) === part);
  const [first] = of('total').map(value);
  const [wrong0] = of('errors').map(value);
  // `88 read, 6 err = 82`: what stands behind the sign is the result.
  const sum = group.find((m) => m.lead === 'total' && first != null && wrong0 != null && value(m) === first - wrong0);
  if (sum) return { mention: sum, value: value(sum) ?? 0, computed: null };
  const stated = of('rate').find(isMedian) ?? of('rate').at(0);
  if (stated) return { mention: stated, value: value(stated) ?? 0, computed: null };
  const [scored] = of('score');
  if (scored && of('correct').length + of('total').length === 0 && (length === null || length === 1))
    return { mention: scored, value: value(scored) ?? 0, computed: null };
  const [total] = of('total');
  const [errors] = of('errors');
  const [correct] = of('correct');
  const time = of('minutes').find((m) => m.quantity.type === 'time');
  const base = correct ?? total;
  const amount = value(base);
  if (!base || amount === null) return null;
  // Reading that is given as right words and errors, and nothing else, is of one minute, as such sheets are.
  const plain = correct && (errors || /\bwrc\b|\bwc\b/i.test(`${correct.column} ${correct.lead}`)) ? 1 : null;
  const minutes =
    (time?.quantity.type === 'time' ? time.quantity.seconds / 60 : null) ??
    labelMinutes(`${base.column} ${base.lead} ${base.tail.slice(0, 40)}`) ??
    labelMinutes(base.section) ??
    length ??
    plain;
  if (!minutes) return null;
  if (correct)
    return {
      mention: correct,
      value: oneDecimal(amount / minutes),
      computed: minutes === 1 ? null : `${amount} correct in ${minutes} minutes`,
    };
  const wrong = value(errors);
  if (!total || wrong === null || wrong > amount) return null;
  return {
    mention: total,
    value: oneDecimal((amount - wrong) / minutes),
    computed: `(${amount} - ${wrong}) in ${minutes} min`,
  };
}

/** The noun that the rate counts: words, digits, sounds. */
const nouns: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'words',
    /\bw(?:c|r)?pm\b|\bcwpm\b|\bwords?\b|palabras/i,
    /\b(?:wcpm|cwpm|wcm|wpm|wrc|wrcpm|words?|palabras|orf|r-?cbm|passage|cold read|oral reading)\b/i,
  ],
  ['digits', /\bdigits?\b|\bdcpm\b/i, /\b(?:digits?|dcpm|dc)\b/i],
  ['sounds', /\bsounds?\b|\blsf\b/i, /\b(?:sounds?|lsf|ls|cls|clspm|nwf|psf)\b/i],
  ['letters', /\bletters?\b|\blnf\b/i, /\b(?:letter names?|letters? named|letter naming|lnf)\b/i],
  ['facts', /\bfacts?\b|\bproblems?\b/i, /\b(?:facts?|problems?)\b/i],
];

/** Whether `text` names what the goal's rate counts (`true`), something else (`false`), or nothing (`null`). */
export function namesSameThing(text: string, profile: GoalProfile): boolean | null {
  const own = nouns.find(([, unit]) => unit.test(profile.goal.measure.unit));
  if (!own) return null;
  // What the goal's own statement names as well (facts, passages) is no other thing.
  const named = nouns.filter(
    ([name, , words]) => words.test(text) && (name === own[0] || !words.test(profile.goal.statement)),
  );
  if (named.length === 0) return null;
  return named.some(([name]) => name === own[0]);
}
