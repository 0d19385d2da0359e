/** Results whose two numbers stand apart: `Trials: 12   Followed: 8`, `5 sets, 4 right`, `55/6` words and errors. */
import type { Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { type PartOfResult, partOfResult } from './part-labels.ts';

const labelled = /\b([A-Za-z#][A-Za-z ]{1,22}?)\s?[:=]\s?(\d{1,3})\b(?!\s?(?:\/|%|:|\.\d))/g;
const wholeWord =
  /^(?:(?:number|#|no\.?|total) (?:of )?)?(?:trials|opportunities|opps|chances|total(?: trials| items| questions| given)?|items|given|presented|attempted|asked|questions|sets|problems|assigned|due)$/i;
const partWord =
  /^(?:(?:number|#|no\.?|total) )?(?:correct|right|independent(?:ly)?|indep|followed|completed|successful|yes|met|accurate|unprompted|correct responses|named|identified|turned in|handed in|submitted|produced|greeted|responded|got)$/i;

/** A line that gives the whole and the part under labels of their own. */
function labelledParts(sheet: Sheet): Figure[] {
  return sheet.lines.flatMap((line): Figure[] => {
    const found = [...line.text.matchAll(labelled)].map((m) => ({
      label: (m[1] ?? '').trim(),
      value: Number(m[2]),
      start: line.start + m.index,
      end: line.start + m.index + m[0].length,
    }));
    const whole = found.find((f) => wholeWord.test(f.label));
    const part = found.find((f) => partWord.test(f.label));
    if (!whole || !part || part.value > whole.value || whole.value < 2) return [];
    const start = Math.min(whole.start, part.start);
    return [
      {
        start,
        end: Math.max(whole.end, part.end),
        quantity: { type: 'ratio', numerator: part.value, denominator: whole.value },
      },
    ];
  });
}

/** A label and its number: behind a sign, in the next cell, or the two of them alone in a cell. */
const labelledNumber =
  /([A-Za-z#][A-Za-z /.#-]{1,34}?)(?:\s?[:=]\s*|\s{2,}|\s(?=\d{1,3}(?:\s{2}|$)))(\d{1,3})(?=\s{2}|$|[,;]|\s?\()/g;
/** What is timed by the minute is no part of a whole. */
const byTheMinute = /\b(?:wcpm|cwpm|wpm|dcpm|per min\w*|(?:one|1|two|2) ?-?min\w*|timed|fluency|net)\b|\bminus\b/i;

/** `RIGHT 13   WRONG 7   out of 20`, `Intervals on task: 21   off task: 9`: the part, what did not go well, the whole, each under its own label. */
function statedParts(sheet: Sheet): Figure[] {
  if (byTheMinute.test(sheet.text)) return [];
  return sheet.lines.flatMap((line): Figure[] => {
    const found = [...line.text.matchAll(labelledNumber)].flatMap((m) => {
      const part = partOfResult(m[1] ?? '');
      const start = line.start + m.index;
      return part ? [{ part, value: Number(m[2]), start, end: start + m[0].length }] : [];
    });
    const of = (part: PartOfResult) => found.filter((f) => f.part === part);
    const [well, ...more] = of('well');
    const [badly, ...others] = of('badly');
    const [all] = of('all');
    if (!well || more.length > 0 || others.length > 0) return [];
    const denominator = all?.value ?? (badly ? well.value + badly.value : null);
    if (denominator === null || denominator < 2 || well.value > denominator) return [];
    const places = [well, badly, all].filter((p) => p !== undefined);
    return [
      {
        start: Math.min(...places.map((p) => p.start)),
        end: Math.max(...places.map((p) => p.end)),
        quantity: { type: 'ratio', numerator: well.value, denominator },
      },
    ];
  });
}

const small: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};
const n = '\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve';
/** `Made change 9 times at the cart, 7 correct`; `did 10: got 7 right`. */
const apart = new RegExp(
  `(?<![\\d/.:$-])\\b(${n})\\b(?! ?(?:%|/|:\\d|of\\b|out\\b|min|sec|am\\b|pm\\b|x\\b))([^.;\\d]{0,44}?)(?:[,:;–-]+\\s?| (?=and ))(?:and |but )?(?:s?he[ \\n]|they[ \\n])?(?:got |had |did |was )?(${n})\\b (?:of[ \\n](?:them|those)[ \\n])?(?:were |was |came out )?(?:right|correct(?:ly)?|independent(?:ly)?|on (?:her|his) own|by (?:her|him)self|alone|unprompted|clear(?:ly)?|intelligible|understood|legible)\\b`,
  'gi',
);
/** `14 assignments due, Cody turned in 9`; `9 tries, right change on 7`. */
const partBehind = new RegExp(
  `(?<![\\d/.:$-])\\b(${n})\\b (?:(?:[a-z-]+ ){0,2}(?:due|assigned|given|offered|presented|asked)|tries|trials|attempts|chances|opportunities|opps|times|turns)\\b([^.;\\d]{0,40}?)(?:turned in|handed in|finished|completed|did|got|had|answered|right[ \\n]\\w+[ \\n]on|(?:right|correct(?:ly)?|success(?:ful)?|independent)[ \\n](?:on|in))[ \\n](${n})\\b(?!\\s?(?:%|/|:\\d|min|sec|more\\b|of\\b))`,
  'gi',
);
/** `She got upset 4 times. Three of those times …`. */
const ofThose = new RegExp(
  `(?<![\\d/.:$-])\\b(${n})\\b (?:times|trials|chances|opportunities|opps|tries|turns|questions|problems|words)\\b([^\\d;]{0,30}?)\\b(${n})\\b of[ \\n](?:those|these|them)\\b`,
  'gi',
);
const numberOf = (text: string | undefined) => small[(text ?? '').toLowerCase()] ?? Number(text);

function proseParts(sheet: Sheet): Figure[] {
  return [...sheet.text.matchAll(apart), ...sheet.text.matchAll(partBehind), ...sheet.text.matchAll(ofThose)].flatMap(
    (m): Figure[] => {
      const denominator = numberOf(m[1]);
      const numerator = numberOf(m[3]);
      if (numerator > denominator || denominator < 2) return [];
      return [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'ratio', numerator, denominator } }];
    },
  );
}

const wordsOverErrors =
  /\b(?:wrc?c?|wcpm|words? (?:read )?(?:correct(?:ly)?|right)|correct|digits? correct|sounds? correct)\s?\/\s?(?:errors?|err?s?|incorrect|miscues)\b/i;

const readOverErrors =
  /\b(?:words?(?: read)?|read|attempted|total|twr|said|sounds?|digits?)(?: in (?:1|one|a) min\w*)?\s?\/\s?(?:errors?|err?s?|incorrect|miscues|wrong)\b/i;

/** `112 / 4 err`, or `112/4` where the legend says words read / errors: what is left is right. */
function netParts(sheet: Sheet): Figure[] {
  const legend = readOverErrors.test(sheet.text) && !wordsOverErrors.test(sheet.text);
  return [
    ...sheet.text.matchAll(/(?<![\d/])(\d{2,3})\s?\/\s?(\d{1,2})(?![\d/])(\s?(?:err?(?:or)?s?|miscues|wrong)\b)?/gi),
  ].flatMap((m): Figure[] => {
    const value = Number(m[1]) - Number(m[2]);
    if (value <= Number(m[2]) || !(legend || m[3])) return [];
    return [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value, net: true } }];
  });
}

/** `55/6` on a sheet whose legend says words correct / errors: the first number is the result. */
function rateParts(sheet: Sheet): Figure[] {
  if (!wordsOverErrors.test(sheet.text)) return [];
  return [...sheet.text.matchAll(/(?<![\d/])(\d{1,3})\s?\/\s?(\d{1,2})(?![\d/])/g)].flatMap((m): Figure[] => {
    return Number(m[1]) > Number(m[2])
      ? [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value: Number(m[1]) } }]
      : [];
  });
}

const alone = /\b(?:I|Ind|Indep|Independent|Alone)\s?[=:]?\s?(\d{1,2})\b/;
const helped =
  /\b(?:VP?|Verbal|verbal|GP?|Gest(?:ure|ural)?|gest(?:ure|ural)?|PP?|FP|Phys(?:ical)?|phys(?:ical)?|HOH|MP?|Model|model|Partial|partial|Full|full)\s?[=:]?\s?(\d{1,2})\b/g;

/** `Indep 6, verbal 3, physical 1`: so many alone of all. */
function promptCounts(sheet: Sheet): Figure[] {
  return sheet.lines.flatMap((line): Figure[] => {
    const own = alone.exec(line.text);
    const others = [...line.text.matchAll(helped)];
    if (!own || others.length === 0 || /=\s?[a-z]{4}/i.test(line.text)) return [];
    const numerator = Number(own[1]);
    const denominator = others.reduce((sum, m) => sum + Number(m[1]), numerator);
    if (denominator < 2) return [];
    const start = line.start + Math.min(own.index, others[0]?.index ?? own.index);
    const last = others.at(-1);
    const end = line.start + Math.max(own.index + own[0].length, (last?.index ?? 0) + (last?.[0].length ?? 0));
    return [{ start, end, quantity: { type: 'ratio', numerator, denominator } }];
  });
}

/** `first`, and those of `second` that touch none of them. */
function withoutOverlap(first: readonly Figure[], second: readonly Figure[]): Figure[] {
  return [...first, ...second.filter((f) => !first.some((o) => o.start < f.end && o.end > f.start))];
}

/** The figures of `sheet` that take two numbers to make one result. */
export function findJoinedFigures(sheet: Sheet): Figure[] {
  return [
    ...withoutOverlap(labelledParts(sheet), statedParts(sheet)),
    ...proseParts(sheet),
    ...rateParts(sheet),
    ...netParts(sheet),
    ...promptCounts(sheet),
  ];
}

/** What every number of the page is out of, where the page says so once: `(number correct out of 20)`, `20 each`. */
export function commonDenominator(sheet: Sheet): number | null {
  const match =
    /(?:^|[(\n])\s*(?:(?:number|#|scores?|points)?\s?(?:correct)?\s?(?:are |is )?(?:all )?out of (\d{1,3})(?: (?:points?|pts|problems?|items?|questions?|words?|trials?|possible|in all))*)\s*(?:[),;.]|\s{2}|$)|\b(?:each|all) (?:is |are )?out of (\d{1,3})\b|\b(\d{1,3}) (?:trials?|words?|items?|targets?|opportunities|opps|questions|cards|problems)? ?each\b|\b(\d{1,3}) (?:trials|items|targets|opportunities|opps|questions|cards) (?:per|a|every|each) (?:day|session|date|sound)\b/im.exec(
      sheet.text,
    );
  const head = sheet.lines
    .filter((line) => line.cells.length > 0)
    .slice(0, 3)
    .map((line) => line.text)
    .join('\n');
  const inHead =
    /(?:^|[\s,(])(\d{1,2}) (?:items|questions|problems|trials|sentences|words|targets|cards|opportunities|opps|throws)\b(?! (?:each|per))/i.exec(
      head,
    );
  const value = Number(match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? inHead?.[1] ?? Number.NaN);
  return Number.isInteger(value) && value > 1 ? value : null;
}
