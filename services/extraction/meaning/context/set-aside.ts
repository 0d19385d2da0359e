/** Words by which a page sets a figure of its sentence aside. */
import { within } from './phrases.ts';

/** What whoever wrote it down did not count. */
export const notCountedWords = within([
  'not (?:count(?:ing|ed)|scored|valid|a valid|included|using)',
  /\b(?:do(?:es)?n'?t|do not|does not|did not|didn'?t|won'?t) (?:count|use|include)\b/,
  'not (?:doing|taking|running) (?:the|a|any|data)',
  'ask the (?:aide|para|teacher)',
  'invalid',
  'void',
  'thrown? out',
  'disregard',
  'practice (?:only|trials?|items?|round)',
  'sample (?:item|problem)',
  'estimat(?:e|es|ed)',
  // Nobody timed or counted it.
  /\b(?:i|we|she|he|nobody|no one|but|and)? ?(?:did(?: not|n'?t)|was(?: not|n'?t)) (?:time|timing|tim(?:ed|ing) (?:it|her|him)|tally|count|take data|use (?:the|a) (?:timer|stopwatch|watch))\b/,
  /\b(?:not|nobody|no one) (?:timed|a (?:real |timed |true )?(?:probe|timing|count)|clocked|(?:kept|took) (?:a )?(?:tally|count|data))\b(?! (?:row|page|sheet))/,
  /\bno (?:probe|timer|stopwatch|tally) (?:was )?(?:given|used|kept|today)?\b/,
  /\bfelt like\b|\bi(?:'d| would) (?:say|guess)\b/,
]);

/** What the page says belongs to no goal. */
export const noGoalWords = within([
  'not (?:on|in|part of) (?:the |her |his |an? |any )?(?:iep|plan|goals?)',
  /\bno (?:longer on|(?:\w+ ){0,2}goal (?:for|here|yet|in)|(?:\w+ ){0,2}goal\b(?!s? met))/,
  'not (?:a|an|her|his|an iep) goal',
  '(?:just )?for fun',
  'screening only',
  'probe only',
  'mastered',
  'maintenance',
  'not a goal',
]);

/** What a part of a sheet is called, in its heading or over its column, that is there for another reason than to be counted. */
export const warmUpWords = within([
  'warm[- ]?ups? only',
  /\(\s*(?:just |only )?(?:an? )?warm[- ]?up\b/,
  'mastered',
  'maintenance only',
  'not on (?:the |her |his )?iep',
]);

/** What was done in another language. */
export const otherLanguageWords = within([
  'in (?:spanish|french|arabic|somali|vietnamese|portuguese|mandarin|cantonese|hmong|russian|tagalog|(?:her|his|their) (?:home|first|native) language)',
]);

/** What is not complete yet. */
export const notCompleteWords = within([
  '(?:this (?:week|morning|month)|today) so far',
  /\b(?:still counting|(?:we |will |keep )count(?:ing)? (?:thru|through|until|till) (?:mon|tue|wed|thu|fri|the (?:end|last)))/,
  'hasta ahora',
  '(?:stopped|quit|gave up|had to stop) (?:counting|tallying|timing|keeping (?:track|count))',
  'lost (?:count|track)',
  'no (?:number|count|total|tally) for (?:today|the (?:day|week))',
]);

/** What the student thinks. */
export const ownRatingWords = within([
  /\brated (?:her|him|them)?\s?sel(?:f|ves)\b/,
  'self[- ]rating',
  'how (?:i|you) feel',
  /\b(?:\d )?out of \d stars\b/,
]);

/** What sums up results on file. */
export const onFileWords = within([
  '(?:quarter|period|monthly|term|semester|year|weekly|running|overall|sheet) (?:avg|average|mean)',
  /\baverag(?:ed|es|ing)\b(?!.{0,16}\b(?:sec|min)).{0,60}\b(?:sessions|weeks|days|probes|month|quarter|trimester|since|so far)\b/,
  /\b(?:sessions|probes|scores|weeks|trials)\b.{0,20}\baverag(?:ed|es|ing)\b/,
  'average for (?:this|the) (?:sheet|month|quarter|period|page|week)',
  'rang(?:ed|ing|es?) (?:from|between)',
  /\bscores? from \d/,
]);
