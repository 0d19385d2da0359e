/** The figures of a text, each with its place; what is a date, a code, a room or an amount of money is no figure. */
import type { Quantity } from './mention.ts';

export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const smallNumbers: Readonly<Record<string, number>> = {
  zero: 0,
  no: 0,
  none: 0,
  never: 0,
  one: 1,
  once: 1,
  two: 2,
  twice: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  cero: 0,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
};
const numberWord = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty';
const n = String.raw`\d{1,4}(?:\.\d+)?`;
const gap = String.raw`[ \n]?`;

/** Figures that are never a measurement: they are found first and take their place. */
const codes: readonly RegExp[] = [
  /(?<=^|\n)[ \t]*\(?\d{1,2}[.)](?=\s)/g,
  /\b(?=[A-Z0-9.-]*[A-Z])[A-Z0-9]{1,5}(?:[.-][A-Z0-9]{1,5}){1,4}[a-z]?\b/g,
  /\bper\.? ?\d ?\/ ?\d\b/gi,
  /\b\d{3}[-.]\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}/g,
  /\$\s?\d+(?:[.,]\d+)*/g,
  /\b\d+(?:\.\d+)?\s?(?:mg|ml|mcg|lbs?|oz|kg|°|degrees|inches|ft|feet|am|pm|a\.m\.|p\.m\.)(?!\w)/gi,
  /#\s?\d+(?:\s?-\s?\d+)?/g,
  /(?<!\b(?:this|per|the|a|each|for) )\b(?:lists?|lessons?|units?|forms?|passages?|probes?|modules?|chapters?|ch|tab|sheets?|worksheets?|packet|no|nos|item|question|q|quarter|qtr|weeks?|wk|days?|trials?|sets?|part|section|step|goal|objective|obj|text|book|story|ticket|form|grades)\.?\s?#?\s?\d+(?:[-–.]\d+)*(?!\s?(?:\/|%|of\b|out of)\s?\d)(?!\d|\s?%)(?:\s?[-–]\s?\d+)?\b/gi,
  /\b(?:rm|room|gr|grade|per|period|pd|id|ssid|age|pp?|pgs?|pages?|box|bus|ext|lic|cpt|batch|version|ver|volume|vol|route|locker|cubby|phone|fax|case|license|school|ps|zip|suite|c\.a\.?|edition)\.?\s?#?\s?:?\s?\d+(?:[-–.]\d+)*(?!\s?(?:\/|%|of\b|out of)\s?\d)(?!\d|\s?%)(?:\s?[-–]\s?\d+)?\b/gi,
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /\b(?:19|20)\d{2}(?:\s?[-–]\s?(?:\d{2}|20\d{2}))?\b/g,
  /\b[A-Za-z]+-\d+\b|\b\d+-[A-Z]\b/g,
  /\b\d{5,}\b/g,
  /\b\d{1,2}:\d{2}(?!\d|:)(?:\s?[ap]\.?m\.?)?\s?(?:-|–|to)\s?(?=\D*$)/g,
  /\b\d{1,2}-(?:step|item|card|word|minute|min|sentence|digit|day|week|point|question|page|letter|syllable|part|trial|problem|year|hour|second|pt|mile|inch|person|mo|month)s?\b/gi,
];

const clockRange =
  /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to|till|until)\s?(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(?:[ap]\.?m\.?)?/gi;
const clockTime = /(?<![\d:/])(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d|:)(?:\s?[ap]\.?m\b\.?)?/gi;
const hours = String.raw`(?:hours?|hrs?|horas?)\.?`;
const minutes = String.raw`(?:minutes?|mins?|minutos?|m(?=\s?\d))\.?`;
const seconds = String.raw`(?:seconds?|secs?|segundos?|s(?![\w/]))\.?`;
const lasting = new RegExp(
  `(?<![\\w/.:-])(?:(${n})${gap}${hours},?${gap}(?:and )?)?(?:(${n}|${numberWord})[ \\n-]?${minutes}(?![a-z])(?:,?${gap}(?:and )?(?=\\d))?)?(?:(${n}|${numberWord})[ \\n-]?${seconds}(?![a-z]))?`,
  'gi',
);
const ratioOf = new RegExp(
  `(?<![\\d/.-])(${n}|${numberWord})${gap}(?:\\/|out of|of(?: the| her| his| their)?|de(?: las| los)?)${gap}(${n}|${numberWord})(?![\\d/]|\\.\\d)`,
  'gi',
);
/** `29 letters legible out of 34`. */
const ratioApart =
  /(?<![\w/.-])(\d{1,3})[ \n](?:[a-z][a-z'-]*[ \n]){1,4}out of[ \n](?:the |her |his )?(\d{1,3})(?![\d/%])/gi;
const percentOf = new RegExp(`(?<![\\d/.-])(${n})${gap}(?:%(?!ile)|percent\\b|pct\\b|por ciento\\b)`, 'gi');
const pairOf = new RegExp(
  `(?<![\\d/.-])(${n})\\s?(?:correct|right|independent|yes)\\s?(?:,|and|;|&|\\/)?\\s?(${n})\\s?(?:incorrect|wrong|errors?|missed|no)\\b`,
  'gi',
);
const bareNumber = new RegExp(
  `(?<![\\w/.:#$-]|\\d,)(${n})(?![\\w/:%-]|\\.\\d|,\\d{3})|(?<![\\w/.:#$-])(${n})(?=x\\b|s?\\s*\\(|[a-z]{2,6}\\b)|(?<=\\bx ?)(\\d{1,3})\\b`,
  'gi',
);
const wordNumber =
  /\b(zero|none|once|twice|two|three|four|five|six|seven|eight|nine|ten|no(?= (?:\w+ ){0,2}(?:elopements?|accidents?|incidents?|tantrums?|call-?outs?|aggression|outbursts?|prompts?|reminders?|tardies|absences|hits|redirections?|episodes?|head hits?|bites?|kicks?|refusals?|meltdowns?)\b))\b(?!-)/gi;

const toNumber = (text: string | undefined): number =>
  text === undefined ? 0 : (smallNumbers[text.toLowerCase()] ?? Number(text));
const clockSeconds = (h: string | undefined, m: string | undefined, s: string | undefined) =>
  Number(h) * 3600 + Number(m) * 60 + Number(s ?? 0);

function rangeSeconds(m: RegExpMatchArray): number {
  const length = clockSeconds(m[4], m[5], m[6]) - clockSeconds(m[1], m[2], m[3]);
  return length >= 0 ? length : length + 12 * 3600;
}

/** Finds the figures of `text`; what `taken` covers (dates) is left out. */
export function findFigures(text: string, taken: readonly Span[]): Figure[] {
  const used: Span[] = [...taken];
  const figures: Figure[] = [];
  const free = (start: number, end: number) => !used.some((span) => span.start < end && span.end > start);
  const claim = (match: RegExpMatchArray, quantity: Quantity | null) => {
    const start = match.index ?? 0;
    const end = start + match[0].trimEnd().length;
    if (end <= start || !free(start, end)) return;
    used.push({ start, end });
    if (quantity) figures.push({ start, end, quantity });
  };
  for (const m of text.matchAll(clockRange)) claim(m, { type: 'time', seconds: rangeSeconds(m), form: 'range' });
  for (const m of text.matchAll(clockTime))
    claim(m, { type: 'time', seconds: clockSeconds('0', m[1], m[2]), form: 'clock' });
  for (const m of text.matchAll(lasting)) {
    if (!m[1] && !m[2] && !m[3]) continue;
    claim(m, { type: 'time', seconds: toNumber(m[1]) * 3600 + toNumber(m[2]) * 60 + toNumber(m[3]), form: 'units' });
  }
  for (const m of text.matchAll(pairOf)) {
    claim(m, { type: 'ratio', numerator: Number(m[1]), denominator: Number(m[1]) + Number(m[2]) });
  }
  for (const m of text.matchAll(ratioOf)) {
    const numerator = toNumber(m[1]);
    const denominator = toNumber(m[2]);
    const fits = denominator > 0 && numerator <= denominator && Number.isInteger(denominator);
    claim(m, fits ? { type: 'ratio', numerator, denominator } : null);
  }
  for (const m of text.matchAll(ratioApart)) {
    const fits = Number(m[2]) >= Number(m[1]) && Number(m[2]) > 1;
    claim(m, fits ? { type: 'ratio', numerator: Number(m[1]), denominator: Number(m[2]) } : null);
  }
  for (const m of text.matchAll(percentOf)) claim(m, { type: 'percent', value: Number(m[1]) });
  for (const pattern of codes) for (const m of text.matchAll(pattern)) claim(m, null);
  for (const m of text.matchAll(bareNumber)) claim(m, { type: 'number', value: Number(m[1] ?? m[2] ?? m[3]) });
  for (const m of text.matchAll(wordNumber)) claim(m, { type: 'number', value: toNumber(m[1]), asWord: true });
  return figures.sort((a, b) => a.start - b.start);
}
