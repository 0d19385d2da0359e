/** Results whose two numbers stand apart: `Trials: 12   Followed: 8`, `5 sets, 4 right`, `55/6` words and errors. */
import type { Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { missedItems } from './missed-items.ts';
import { findProseParts } from './prose-parts.ts';
import { statedParts } from './stated-parts.ts';

/** Running text: a line of words with hardly a column in it. */
function runsOn(sheet: Sheet) {
  return (offset: number): boolean => {
    const line = sheet.lines.findLast((l) => l.start <= offset);
    // A number that fills its cell, or stands at the end of a label, belongs to a form.
    const cell = line?.cells.find((c) => c.start <= offset && c.end >= offset);
    return (
      line !== undefined &&
      line.cells.length <= 3 &&
      (cell?.text.match(/[A-Za-z]{2,}/g) ?? []).length >= 2 &&
      (line.text.match(/[A-Za-z]{2,}/g) ?? []).length >= 3
    );
  };
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

/** `79 - 5 = 74`: what is left of all that was read. */
function worked(sheet: Sheet): Figure[] {
  return [...sheet.text.matchAll(/(?<![\d/.-])(\d{1,3}) ?[-–−] ?(\d{1,2}) {0,4}= ?(\d{1,3})(?![\d/.%])/g)].flatMap(
    (m): Figure[] => {
      const value = Number(m[3]);
      const line = sheet.lines.findLast((l) => l.start <= m.index)?.text ?? '';
      // A numbered exercise is no reading.
      const isItem = /^\s*\(?\d{1,2}[.)]/.test(line);
      const isLeft = !isItem && Number(m[1]) - Number(m[2]) === value && value > 2 * Number(m[2]);
      return isLeft
        ? [{ start: m.index, end: m.index + m[0].length, quantity: { type: 'number', value, net: true } }]
        : [];
    },
  );
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
    ...withoutOverlap(statedParts(sheet), findProseParts(sheet, runsOn(sheet))),
    ...missedItems(sheet),
    ...rateParts(sheet),
    ...netParts(sheet),
    ...worked(sheet),
    ...promptCounts(sheet),
  ];
}
