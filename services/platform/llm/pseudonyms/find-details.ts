/** Finds what points to a person beside the name: addresses, telephone numbers, ids, birth dates. */
import { foldName } from './fold-name.ts';
import type { KnownNames } from './known-names.ts';

export interface DetailSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'contact' | 'number' | 'birthday';
}

const email = /[\p{L}\p{N}._%+'-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const telephone = /(?<![\p{L}\p{N}])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\p{L}\p{N}])/gu;
const socialSecurity = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/g;
const labelledId =
  /(?<![\p{L}\p{N}])(?:(?:student|pupil|local|state|case|sis)?[ #]*(?:id|no|nr|number|ssid|sid|suid)|id ?(?:no|number)?)\s*[.:#]*\s*((?:[\p{L}]{1,4}[-_ ]?)?\d[\p{L}\p{N}-]{2,})/giu;
const idLike = /[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*/gu;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const dateForms = [
  String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`,
  String.raw`\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})`,
  String.raw`${monthName}\s*\d{1,2}(?:st|nd|rd|th)?,?\s*'?(?:\d{4}|\d{2})(?!\d)`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]*${monthName}[\s,-]*(?:\d{4}|\d{2})(?!\d)`,
].join('|');
const anyDate = new RegExp(`(?<![\\p{L}\\p{N}])(?:${dateForms})(?!\\p{N})`, 'giu');
const birthLabel = new RegExp(
  String.raw`(?<!\p{L})(?:d\.?\s?o\.?\s?b\.?|date of birth|birth\s?(?:date|day)|born(?: on)?)\s*[:#.-]*\s*(${dateForms}|\d{1,2}[-/.]\d{1,2})`,
  'giu',
);

const twoDigits = (n: number) => String(n).padStart(2, '0');
/** Every birth date that a written date can mean, as `YYYY-MM-DD`. */
function readingsOf(written: string): string[] {
  const numbers = [...written.matchAll(/\d+/g)].map((m) => Number(m[0]));
  const month =
    months.indexOf(/[a-z]{3}/i.exec(written.replace(/\d+(?:st|nd|rd|th)/gi, ' '))?.[0].toLowerCase() ?? '') + 1;
  const triples: (readonly [number | undefined, number | undefined, number | undefined])[] =
    month > 0
      ? [[numbers[1], month, numbers[0]]]
      : (numbers[0] ?? 0) > 31
        ? [[numbers[0], numbers[1], numbers[2]]]
        : [
            [numbers[2], numbers[0], numbers[1]],
            [numbers[2], numbers[1], numbers[0]],
          ];
  return triples.flatMap(([year, monthNumber, day]) => {
    if (year === undefined || monthNumber === undefined || day === undefined) return [];
    const years = year < 100 ? [2000 + year, 1900 + year] : [year];
    return years.map((y) => `${y}-${twoDigits(monthNumber)}-${twoDigits(day)}`);
  });
}

function spansOf(text: string, pattern: RegExp, kind: DetailSpan['kind']): DetailSpan[] {
  return [...text.matchAll(pattern)].map((m) => {
    // A pattern with a group marks the group alone: the label before it may stay.
    const inner = m[1] ?? m[0];
    const start = m.index + m[0].length - inner.length;
    return { start, end: start + inner.length, kind };
  });
}

/** The details in `text`, in no particular order; they may overlap. */
export function findDetails(text: string, names: KnownNames): DetailSpan[] {
  const birthdays = spansOf(text, anyDate, 'birthday').filter(({ start, end }) =>
    readingsOf(text.slice(start, end)).some((day) => names.birthDates.has(day)),
  );
  const isId = ({ start, end }: DetailSpan) => names.ids.has(foldName(text.slice(start, end)));
  const pieces = spansOf(text, /\p{N}{4,}/gu, 'number').filter(isId);
  return [
    ...spansOf(text, email, 'contact'),
    ...spansOf(text, telephone, 'contact'),
    ...spansOf(text, socialSecurity, 'number'),
    ...spansOf(text, labelledId, 'number'),
    ...spansOf(text, idLike, 'number').filter(isId),
    ...pieces,
    ...spansOf(text, birthLabel, 'birthday'),
    ...birthdays,
  ];
}
