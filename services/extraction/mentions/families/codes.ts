/** Figures that are never a measurement: list numbers, codes, rooms, money, sizes, grades, set pieces of work. */
import { type Claim, claimsOf } from './family.ts';

const subjects =
  'math arts? ela english science history reading algebra spelling\\stest quiz test check benchmark draft round level\\sup table group station target\\sgroup tier';
const inAnyCase = (word: string) => [
  word,
  word.charAt(0).toUpperCase() + word.slice(1),
  word.toUpperCase().replace(/\\S/g, '\\s'),
];
/** `Math 7  period 6`: a course or a piece of work by its number. What it counts follows a number in small letters: `English 67 words`. */
const numbered = new RegExp(
  String.raw`\b(?:${subjects.split(' ').flatMap(inAnyCase).join('|')})\s#?\d{1,2}(?=\s*(?:$|\n|[,;)]|\s{2}|-|–|[A-Z]))(?!\s*[/%])`,
  'gm',
);

const patterns: readonly RegExp[] = [
  /(?<=^|\n)[ \t]*\(?\d{1,2}[.)](?=\s)/g,
  // Fields of a form that are numbered beside each other: `1. Student   2. Grade   3. Date`.
  /(?<=[ \t]{2})\(?\d{1,2}[.)] (?=[A-Z][a-z])/g,
  // `1 trial a day`: how often, not what came of it.
  /\b\d{1,2} (?:trials?|probes?|checks?|runs?|tries|opportunit(?:y|ies)) (?:a|per|each|every) (?:day|session|week|morning|lesson|class)\b/gi,
  /\b(?:rev|revised|ver)\.? \d{1,2}\/\d{2,4}\b/gi,
  /\b(?:lines?|box(?:es)?|fields?|items?) \d{1,2}(?: (?:minus|plus|less|and|-|\+|to) (?:lines?|box(?:es)?|fields?|items?)? ?\d{1,2})?\b(?! ?[/%])/gi,
  /\b(?=[A-Z0-9.-]*[A-Z])[A-Z0-9]{1,5}(?:[.-][A-Z0-9]{1,5}){1,4}[a-z]?\b/g,
  /\bper\.? ?\d ?\/ ?\d\b/gi,
  /\b\d{3}[-.]\d{4}\b|\(\d{3}\)\s?\d{3}-\d{4}/g,
  /\$\s?\d+(?:[.,]\d+)*/g,
  /#\s?\d+(?:\s?-\s?\d+)?/g,
  /(?<!\b(?:this|per|the|a|each|for) )\b(?:lists?|lessons?|units?|forms?|passages?|probes?|modules?|chapters?|ch|tab|sheets?|worksheets?|packet|no|nos|item|question|q|quarter|qtr|weeks?|wk|days?|trials?|sets?|part|section|step|goal|objective|obj|text|book|story|ticket|form|grades)\.?\s?(?:#\s?)?\d+(?:[-–.]\d+)*(?!\s?(?:\/|%|of\b|out of)\s?\d)(?!\d|\s?%)(?:\s?[-–]\s?\d+)?\b/gi,
  /\b(?:rm|room|gr|grade|per|period|pd|id|ssid|age|pp?|pgs?|pages?|box|bus|ext|lic|cpt|batch|version|ver|volume|vol|route|locker|cubby|phone|fax|case|license|school|ps|zip|suite|c\.a\.?|edition)\.?\s?#?\s?:?\s?\d+(?:[-–.]\d+)*(?!\s?(?:\/|%|of\b|out of)\s?\d)(?!\d|\s?%)(?:\s?[-–]\s?\d+)?\b/gi,
  numbered,
  /\b(?:gr(?:ou)?ps?|pairs|teams?|classes) of \d+\b/gi,
  /\b\d+(?:st|nd|rd|th)\b/gi,
  /\b(?:19|20)\d{2}(?:\s?[-–]\s?(?:\d{2}|20\d{2}))?\b/g,
  /\b[A-Za-z]+-\d+\b|\b\d+-[A-Z]\b/g,
  /\b\d{5,}\b/g,
  // `5 rows x 6 = 30`: how the form makes its maximum.
  /\b\d{1,3} (?:[a-z]+ ){0,2}[x×*] \d{1,3}(?: [a-z]+){0,2} ?= ?\d{1,4}\b(?! ?[/%])/gi,
  /\b\d{1,2}:\d{2}(?!\d|:)(?:\s?[ap]\.?m\.?)?\s?(?:-|–|to)\s?(?=\D*$)/g,
  /\b\d{1,2}-(?:step|item|card|word|minute|min|sentence|digit|day|week|point|question|page|letter|syllable|part|trial|problem|year|hour|second|pt|mile|inch|person|mo|month)s?\b/gi,
];

/** What the page takes back: `12  <- scratch that, 14 not 12`. */
const corrected: readonly RegExp[] = [
  // Struck out: `~~6~~ 7`.
  /~~[^~\n]{1,12}~~/g,
  /\b\d+(?:\.\d+)?(?=\s*(?:<-+|←|--?|[,;(])?\s*(?:scratch that|oops|correction|no,? wait|make that)\b)/gi,
  /(?<=\b\d+(?:\.\d+)? not )\d+(?:\.\d+)?(?![\d/%])/gi,
];

const sizes: readonly RegExp[] = [
  /\b\d+(?:[./]\d+)?\s?(?:mg|ml|mcg|lbs?|oz|kg|°|degrees|inch(?:es)?|in\.|ft|feet|yards?|cups?|miles?|am|pm|a\.m\.|p\.m\.)(?!\w)/gi,
  // `Page 2 of 3`, a misread one among them.
  /\b(?:pages?|pg|sheet|side|card)\.? ?[\dlI|O]{1,3} ?(?:of|\/|out of) ?[\dlI|O]{1,3}\b/gi,
  /\b\d\/\d (?:day|hour|hr|page|size|strength)s?\b/gi,
];

/** Sizes, doses and times of day: `1/4 inch`, `5 mg`, `1/2 day`. They are read before ratios. */
export function readSizes(text: string): Claim[] {
  return sizes.flatMap((pattern) => claimsOf(text, pattern, () => null));
}

/** The stretches of `text` that hold no measurement. */
export function readCodes(text: string): Claim[] {
  return [...corrected, ...patterns].flatMap((pattern) => claimsOf(text, pattern, () => null));
}
