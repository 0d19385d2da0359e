/** What the words before and after a date make of it. */
import { monthPattern, weekdayPattern } from './calendar.ts';
import type { DayRole } from './day-mention.ts';

const before: readonly (readonly [DayRole, RegExp])[] = [
  [
    'birth',
    /\b(?:d\.?o\.?b\.?|birth ?date|date of birth|birthday|born(?: on)?|fecha de nacimiento|nacimiento|f\.? de nac\.?|f\.?n\.?)\W*$/i,
  ],
  ['birth', /(?:^|\s)b\.\s*$/],
  // The day that a task was set is not the day that it was done.
  ['earlier', /\b(?:assigned|given out|handed out|missed on|set on)(?: on)?\W*(?:\w{3,9}\.?,?\s*)?$/i],
  [
    'due',
    /\b(?:by|due(?: date)?|(?:picture|field|spirit|pajama|early|half|last|test|fun) day(?: is)?|day is|until|before|next(?: \w+){0,3}|return(?:ed)? by|deadline|review(?: date| due)?|reevaluation(?: due| date)?|expires?|no later than|starting|begins?|beginning|para el|antes del|conference|field trip|reminder|scheduled(?: for)?|annual review|target date|goal date|end date|plan end|rev\.?|revised|will \w+(?: on)?)\W*$/i,
  ],
  ['due', /\b(?:due|review|reevaluation)\b[^:]{0,12}:\s*$/i],
  [
    'closing',
    /\b(?:signed|signature|certif\w+|initial(?:ed|led)|initials)\b[^:]{0,50}$|\b(?:signed|turned in|handed in|submitted|filed|sent(?: home)?|copy to \w+|copied to \w+|signature[^:]{0,30}date|date signed|certified|returned|rec'?d|received|sheet full|full|(?<!not )done|closed|(?:sheet |form |log )?completed(?: on)?|printed|entered|posted|updated|(?:sheet|form|log|paper|work|report) in)\W*$/i,
  ],
  ['week', /\b(?:(?:week|wk)\.?(?: ?of| beginning| starting)|semana del?)\W*(?:\w{3,9}\.?,?\s*)?$/i],
  ['week', /\b(?:(?:week|wk)\.? (?:ending|end)|w\/e)\W*(?:\w{3,9}\.?,?\s*)?$/i],
  [
    'earlier',
    /\b(?:baseline(?: \w+){0,2}|last(?: \w+){0,2}|previous(?:ly)?|since|prior|was|(?<!\b(?:push|pull|drop|check)-)in|eval(?:uated)?|passed[^.]{0,25}|(?:make-?up|made up|makes up|making up)(?: \w+ \w+)? (?:for|of|from|on)|missed|owed (?:for|from))\W*$/i,
  ],
  [
    'self',
    /\b(?:report|written(?: up)?|issued|prepared|made up|retaken|redone|date(?: of (?:this )?(?:report|service|session|observation|note|contact|visit|meeting|iep|probe|test(?:ing)?))?|dated?|date (?:scored|given|taken|completed|administered|observed|of)|dates? tested|test dates?|dates of testing|today|scored(?: on)?|observed(?: on)?|administered(?: on)?|given(?: on)?|taught|report date|reported|(?:meeting|mtg|conference)(?: date)?|effective|fecha(?: de (?:la )?\w+)?|probe date|assessed(?: on)?|assessment date|session date|probe)\s*[:.#-]?\s*(?:\w{3,9}\.?,?\s*)?$/i,
  ],
];

/** Words behind a date that make it an earlier time: `9/12/25 baseline probe`. */
const after: readonly (readonly [DayRole, RegExp])[] = [
  ['earlier', /^\W{0,2}(?:baseline|pre-?test)\b/i],
  ['closing', /^\W{0,2}(?:\w+ )?(?:turned in|handed in|signed|filed|sent home)\b/i],
];

const monthNamed = `(?:${weekdayPattern}\\.?,?\\s+)?(?:${monthPattern})\\.?\\s+\\d{1,2}`;
/** `Nov 3 - Nov 7`, `January 12 to 16`. */
const rangeAfter = new RegExp(`^\\s*(?:-|–|to|through|thru)\\s*(?:${monthNamed}|\\d{1,2}\\b(?![/:%]))`, 'i');
const rangeBefore = new RegExp(
  `\\b${monthNamed}(?:st|nd|rd|th)?,?(?: 20\\d\\d)?\\s*(?:-|–|to|through|thru)\\s*(?:${weekdayPattern})?\\.?\\s*$`,
  'i',
);

/** The role of a date from the text that stands before it (its line up to there) and behind it. */
export function dayRole(textBefore: string, textAfter: string): DayRole {
  const near = textBefore.slice(-60);
  const weekday = near.replace(/(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?|\()\s*$/i, '');
  for (const [role, pattern] of before) if (pattern.test(near) || pattern.test(weekday)) return role;
  for (const [role, pattern] of after) if (pattern.test(textAfter)) return role;
  if (/^\s*(?:-|–|to|through|thru)\s*(?:\w+\.?\s+)?\d{1,2}[/-]\d/.test(textAfter)) return 'range';
  if (/\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\s*(?:-|–|to|through|thru)\s*(?:\w+\.?\s+)?$/.test(near)) return 'range';
  if (rangeBefore.test(near)) return 'range';
  if (rangeAfter.test(textAfter)) return 'range';
  if (/[A-Z][a-z]+\.? \d{1,2}\s?[-–]\s?$/.test(near) || /^\s?[-–]\s?\d{1,2}\b(?!\/)/.test(textAfter)) return 'range';
  return 'plain';
}
