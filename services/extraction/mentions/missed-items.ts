/** Results told by what went wrong: the numbers of the items that were missed, or so many points taken off. */
import type { Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

const numbers = String.raw`\d{1,2}(?:\s*(?:,|&|\band\b)\s*(?:and )?#?\d{1,2})*`;
/** `missed: 3, 7, 8, 11`. */
const missed =
  /\b(?:(?:numbers?|problems?|items?|questions?) )?(?:missed|wrong|incorrect)\s*:\s*(?:(?:numbers?|problems?|nos?\.?|items?|#s?) ?)?(\d{1,2}(?:\s*(?:,|&|\band\b)\s*(?:and )?#?\d{1,2})+)(?![\d/%])/gi;
/** `#1-8: missed 2 and 5`. */
const missedOfRange = new RegExp(
  String.raw`(?:#|\bnos?\. |\bproblems |\bitems )\s?(\d{1,2})\s?[-–]\s?(\d{1,2})\s?:?\s+(?:missed|wrong:?)\s+(?:#|nos?\. )?(${numbers})(?![\d/%])`,
  'gi',
);
/** `-4` alone on its line. */
const takenOff = /^[ \t]*[-–−](\d{1,2})[ \t]*$/gm;

function shareOf(start: number, length: number, wrong: number, whole: number): Figure[] {
  if (wrong >= whole) return [];
  return [{ start, end: start + length, quantity: { type: 'ratio', numerator: whole - wrong, denominator: whole } }];
}

/** The results of `sheet` that only what went wrong tells. */
export function missedItems(sheet: Sheet): Figure[] {
  const { text } = sheet;
  const whole = commonDenominator(sheet);
  const ofRanges = [...text.matchAll(missedOfRange)].flatMap((m) => {
    const [first, last] = [Number(m[1]), Number(m[2])];
    const own = [...new Set((m[3] ?? '').match(/\d+/g))].map(Number);
    return own.every((n) => n >= first && n <= last) ? shareOf(m.index, m[0].length, own.length, last - first + 1) : [];
  });
  if (whole === null) return ofRanges;
  const named = [...text.matchAll(missed)].flatMap((m) => {
    const own = new Set((m[1] ?? '').match(/\d+/g));
    return [...own].some((n) => Number(n) > whole) ? [] : shareOf(m.index, m[0].length, own.size, whole);
  });
  const off = [...text.matchAll(takenOff)].flatMap((m) => {
    const start = m.index + m[0].search(/\S/);
    return shareOf(start, m[0].trim().length, Number(m[1]), whole);
  });
  return [...ofRanges, ...named, ...off];
}

/** What every number of the page is out of, where the page says so once: `(number correct out of 20)`, `20 each`. */
export function commonDenominator(sheet: Sheet): number | null {
  const match =
    /(?:^|[(\n])\s*(?:(?:number|#|scores?|points)?\s?(?:correct)?\s?(?:are |is )?(?:all )?out of (\d{1,3})(?: (?:points?|pts|problems?|items?|questions?|words?|trials?|possible|in all))*)\s*(?:[),;.]|\s{2}|$)|\b(?:each|all) (?:is |are )?out of (\d{1,3})\b|\b(\d{1,3}) (?:trials?|words?|items?|targets?|opportunities|opps|questions|cards|problems)? ?each\b|\b(\d{1,3}) (?:trials|items|targets|opportunities|opps|questions|cards) (?:per|a|every|each) (?:day|session|date|sound)\b|(?:#|\bnumber|\bhow many)(?: correct)? (?:out )?of (?:the |her |his )?(\d{1,2}) (?:steps|trials|words|items|questions|problems)\b/im.exec(
      sheet.text,
    );
  const head = sheet.lines
    .filter((line) => line.cells.length > 0)
    .slice(0, 3)
    .map((line) => line.text)
    .join('\n');
  const inHead =
    /(?:^|[\s,(])(\d{1,2}) (?:items|questions|problems|trials|sentences|words|targets|cards|opportunities|opps|throws|clocks|equations|facts)\b(?! (?:each|per))/i.exec(
      head,
    );
  const value = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5] ?? inHead?.[1] ?? Number.NaN);
  return Number.isInteger(value) && value > 1 ? value : null;
}
