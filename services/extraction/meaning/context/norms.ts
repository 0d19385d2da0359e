/** Words of norms: what is usual for a grade, an age, a job. */
import { anywhere, opening } from './phrases.ts';

export const norm = 'a norm, not this student';

/** Before a figure. */
export const normBefore = anywhere([
  'norm(?:s|ative)?',
  'percentiles?',
  /%ile/,
  /\bpc?tls?\b/,
  'national',
  'grade[- ]level',
  /\b(?:standard|std\.?|stand\.) ?scores?\b/,
  /^ss$/,
  'scaled',
  /\b(?:age|grade|g|a)\.? ?eq(?:uiv\w*)?\b/,
  '(?:commercial|industry|production|competitive|job|employer) (?:standard|rate)',
  /\bmid-?year\b(?! (?:probe|check|test|score))/,
  'typical(?:ly)?',
  'average (?:student|reader)',
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d(?:st|nd|rd|th)) graders?\b/,
]);

/** Behind a figure. */
export const normBehind = opening(
  ['(?:st|nd|rd|th) percentile', 'percentile', '%ile', 'for (?:grade|gr|her grade|his grade|this grade|peers)'],
  String.raw`\b`,
);
