/**
 * The parts of a timed reading, each named by its own label: what was correct, how far the student came, what was wrong,
 * how long it took, and the rate itself.
 */
import type { Mention } from '../mentions/mention.ts';

/** `score`: called a score or a result, which is the rate where nothing better stands beside it. */
export type RatePart = 'rate' | 'correct' | 'total' | 'errors' | 'minutes' | 'score';

const counted =
  'words?|digits?|sounds?|letters?|names?|facts?|problems?|numerals?|segments?|phonemes?|syllables?|sequences?|numbers?|items?|cards?|palabras|letras|s[ií]labas|sonidos|d[ií]gitos';
const rightWord = 'correct(?:ly|amente|as?|os?)?|corr?\\.?|right|bien';
const oneMinute = '(?:a|one|1|each|un) ?min(?:ut[eo])?\\b|60 ?sec(?:onds?)?\\b';

/** A label of the rate itself. */
export const perMinute = new RegExp(
  [
    String.raw`\b(?:wcpm|cwpm|wcm|wrcm|wrpm|dcpm|cdpm|clspm|lspm|lcpm|scpm|pcpm|cpm|wpm|lnpm)\b`,
    String.raw`\b(?:per|by|a|each|por) ?min(?:ut[eo])?\b\.?|\/ ?(?:1 ?)?min(?:ute)?\b|\bpm\b(?=\W*$)`,
    String.raw`\b(?:${rightWord})\b.{0,20}\b(?:in|en) (?:${oneMinute})`,
    String.raw`\brate\b(?! of)|\b(?:per|an) h(?:ou)?r\b`,
  ].join('|'),
  'i',
);
const errorWords =
  /\b(?:err?(?:or)?s?|errores|incorrect(?:ly)?|miscues?|mistakes?|missed|misses|wrong|skipped|omitted|uncorrected|misread)\b|^\W*e\W*$/i;
/** What is left when the errors are taken off. */
const netWords =
  /\b(?:minus|less|without|net of|not counting)\b.{0,12}\b(?:err|miscues?|wrong|mistakes|missed)|[-–] ?(?:errors?|wrong|miscues)\b|\bnet\b/i;
export const correctWords = new RegExp(`\\b(?:${rightWord}|wrc|wc|dc|lsc?|cls|wcr|csw|cws|tww|wws|wsc)\\b`, 'i');
const totalWords = new RegExp(
  [
    String.raw`\b(?:${counted})\b`,
    String.raw`\b(?:attempt(?:ed|s)?|tried|total|read|twr|wr|rw|said|named|done|written|typed|gross)\b`,
    String.raw`\b(?:stopped|reached|got|came|ended|finished|last|through|as far as|up to|made it)\b.{0,18}(?:\bat|\bto|\bon|\bthrough|\bword|\bletter|\bitem|\bsound|\bfact|\bno|#)`,
    String.raw`\breached\b|\bstopping point\b`,
  ].join('|'),
  'i',
);
/** How long the text is, not how much of it was read; and counts of other things. */
const lengthWords =
  /\b(?:in (?:the |this )?(?:passage|text|story|book|list)|word count|(?:passage|text|story|book) (?:length|words|total)|total (?:score|points?)|possible|poss\.?|page|available|self[- ]?corr\w*|s\.?c\.?)\b|^\W*(?:pages?|passages?|grade)\b/i;
const scoreWords = /\b(?:scores?|results?|probe|median|final|fluency|lnf|lsf|nwf|psf|orf|r-?cbm|cbm|wif|mnf|nif)\b/i;

/** What part of a rate the words of one label make of its number; null for none. */
function partIn(label: string): RatePart | null {
  if (label.trim() === '' || lengthWords.test(label)) return null;
  const isError = errorWords.test(label) && !netWords.test(label);
  if (perMinute.test(label)) return isError ? 'errors' : 'rate';
  if (isError) return 'errors';
  if (netWords.test(label) || correctWords.test(label)) return 'correct';
  if (totalWords.test(label)) return 'total';
  return scoreWords.test(label) ? 'score' : null;
}

const tailRate = new RegExp(
  `^[ (]{0,2}(?:(?:correct|cor|right|net) )?(?:(?:${counted}) )?(?:(?:read |said |named )?(?:${rightWord}) ?)?(?:(?:${counted}) )?(?:(?:in|en) (?:${oneMinute})|(?:per|a|each|por|\\/) ?min|\\/ ?min)`,
  'i',
);
const tailNamed = /^[ (]{0,2}(?:wcpm|cwpm|wcm|dcpm|clspm|lspm|cpm|wpm|pcpm|net wpm|correct wpm)\b/i;
const tailErrors =
  /^[ (]{0,2}(?:(?:words|sounds|digits|letters) )?(?:err|incorrect|miscues?|mistakes?|wrong|missed|skipped)/i;
const tailCorrect = new RegExp(
  `^[ (]{0,2}(?:(?:letter )?(?:${counted}) )?(?:(?:read|said|named|spoken|written) )?(?:${rightWord})\\b`,
  'i',
);
const tailTotal = new RegExp(`^[ (]{0,2}(?:(?:letter )?(?:${counted})\\b|read\\b|attempted\\b|tried\\b)`, 'i');

/** The words behind a number: in its own cell, or in the next one of a line: `15   digits correct`. */
function tailOf(m: Mention): string {
  if (m.tail !== '' || m.place !== 'line' || !m.fillsCell || m.quantity.type !== 'number') return m.tail.slice(0, 60);
  const parts = m.sentence.split(new RegExp(`(?<![\\d.])${m.quantity.value}(?![\\d.])`));
  const rest = parts.length === 2 ? (parts[1] ?? '').trim() : '';
  // Words before another number, or before a blank, are the label of that; so are those behind a number that has one.
  return /\d|_{2}/.test(rest) || partIn(m.lead) !== null ? '' : rest.slice(0, 60);
}

/** What the words behind a number make of it. */
function partBehind(m: Mention): RatePart | null {
  const tail = tailOf(m);
  if (!/^[ (]{0,2}(?:[a-z]|\/ ?min)/i.test(tail)) return null;
  if (tailNamed.test(tail)) return 'rate';
  const rate = tailRate.exec(tail);
  // How many were tried in a minute is no rate of what was right, until the errors are taken off.
  if (rate && (correctWords.test(`${m.lead.slice(-30)} ${tail}`) || /per|\/| a |\bpor\b/i.test(rate[0]))) return 'rate';
  if (perMinute.test(tail.slice(0, 44)) && correctWords.test(tail) && !errorWords.test(tail.slice(0, 14)))
    return 'rate';
  if (tailErrors.test(tail)) return 'errors';
  if (/^[ (]{0,2}(?:dc|wc|wrc|wcr|lsc?|cls)\b/i.test(tail)) return 'correct';
  if (tailCorrect.test(tail)) return 'correct';
  return tailTotal.test(tail) && !lengthWords.test(tail.slice(0, 30)) ? 'total' : null;
}

/** A label of a column that says only when, or whose. */
const isPlaceless = (m: Mention) => m.dayFrom === 'column' || m.column === '';

/** A column that says which text, grade or student a row is of. */
const saysWhich = /^\W*(?:grade|gr|level|lvl|(?:\w+[ _])?id|age|room|form|form #|period)\W*$/i;

/** The part of a rate that `m` is and whether the label of its row, not of its column, says so; null for none. */
export function ratePart(m: Mention): { readonly part: RatePart; readonly byRow: boolean } | null {
  const of = (part: RatePart | null, byRow = false) => (part === null ? null : { part, byRow });
  const { quantity } = m;
  if (quantity.type === 'time') {
    if (m.fillsCell && quantity.form === 'clock' && [60, 120, 180, 240, 300].includes(quantity.seconds))
      return of('minutes');
    // Times of the clock say when it began, not how long it was.
    if (quantity.form === 'clock' && (quantity.seconds > 600 || /\b(?:start|stop|beg[ai]n|end)/i.test(m.lead)))
      return null;
    const isLength = /\b(?:time|min|minutes?|length|timed|seconds?)\b/i.test(`${m.column} ${m.lead} ${m.row}`);
    const isBehind = quantity.form === 'units' && /(?:\bin|\/)\W*$/i.test(m.lead || '/');
    return isLength || isBehind || m.place === 'prose' ? of('minutes') : null;
  }
  if (quantity.type !== 'number' || m.inParentheses || (quantity.asWord && m.place !== 'prose')) return null;
  if (quantity.net) return of('correct');
  // `3 passage check`: how many there were.
  if (/^ ?(?:passages?|probes?|stories|readings|lists|timings|forms?|pages?)\b/i.test(m.tail)) return null;
  const behind = m.place === 'row' && m.fillsCell ? null : partBehind(m);
  if (behind) return of(behind);
  if (m.place === 'prose') return of(partIn(m.lead.split(/[,;]|\band\b/).at(-1) ?? ''));
  if (m.place === 'row') {
    if (!isPlaceless(m) && saysWhich.test(m.column)) return null;
    const own = partIn(m.lead);
    if (own) return of(own);
    const column = isPlaceless(m) ? null : partIn(m.column);
    const row = partIn(m.row);
    // The better of two labels: a row of the rate itself under a column of what was earned.
    if (row && (column === null || (row === 'rate' && column !== 'rate') || column === 'score')) return of(row, true);
    return of(column);
  }
  return of(partIn(m.lead) ?? partIn(m.row));
}

const ofMeasure =
  /\b(?:digits?|sounds?|letters?|names|numerals?|numbers?|segments?|segmentation|phonemes?|syllables?)\b/i;
const ofAttempt =
  /\b(?:attempt\w*|tried|total|read|said|done|written|typed|gross|possible|page|in all|stopped|reached|through|last)\b/i;

/** Whether the label of a number is nothing but the name of what a probe counts: `Letter sounds  17`, `Segments  14`. */
export function namesMeasure(m: Mention): boolean {
  const around = m.fillsCell ? `${m.row} ${m.dayFrom === 'column' ? '' : m.column}` : '';
  const label = `${around} ${m.lead} ${m.tail.slice(0, 24)}`;
  return (
    m.place !== 'prose' &&
    !/\b(?:id|gr|grade|room|rm|age)\W*$/i.test(m.lead) &&
    ofMeasure.test(label) &&
    !ofAttempt.test(label)
  );
}

/** Whether the label of a rate says that errors are taken off: `wcpm`, `correct per minute`, `net`. */
export function isNetRate(m: Mention): boolean {
  const label = `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead.slice(-32)} ${m.tail.slice(0, 24)}`;
  return /\bnet\b|\bcorrect\b|\bcor\b|\bright\b|\b\w*c\w*pm\b|\bwcm\b|\bwrc\b/i.test(label);
}

/** Whether the label of a rate says nothing of errors: all words that were read in a minute. */
export function isGrossRate(m: Mention): boolean {
  const label = `${m.row} ${m.dayFrom === 'column' ? '' : m.column} ${m.lead.slice(-32)} ${m.tail.slice(0, 24)}`;
  return /\bwpm\b|\bgross\b|\bwords? ?(?:read )?(?:per|a|in (?:a|one|1)|\/) ?min/i.test(label) && !isNetRate(m);
}
