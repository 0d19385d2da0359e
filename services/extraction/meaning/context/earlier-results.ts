/** Words of what was measured before: baselines, last year, where somebody started. */
import { anywhere, opening } from './phrases.ts';

export const earlier = 'a baseline or an earlier result restated';

/** Before a figure. */
export const earlierBefore = anywhere([
  'base ?lines?',
  /\b(?:beg(?:inning|in)?\.?|start) of (?:the )?(?:school )?(?:yr|year)\b/,
  'BOY',
  'last (?:spring|fall|winter|summer|year|yr|school year|month|quarter|week|time|trimester|semester|marking period|grade|iep|probe|check)',
  /\blast (?:mon|tues?|wed(?:nes)?|thurs?|fri)(?:day)?(?:['’]s)?\b/,
  /\blast (?:score|card|record|rec|result|sheet|form|time's)\b/,
  'prior',
  'prev(?:ious(?:ly)?)?',
  'used to',
  /\bup from\b(?! \d{1,2}:\d\d)/,
  /\bdown from\b(?! \d{1,2}:\d\d)/,
  'compared (?:to|with)',
  /\b(?:spring|fall|winter|autumn|summer) (?:of )?20\d\d\b/,
  'was at',
  '(?:spring|fall|winter|autumn|summer) (?:total|score|result|level|rating)',
  'starting (?:point|level|score)',
  /(?:^|[:;,(] ?|\bwhere )(?:s?he |it )?start(?:ed)?\W*$/,
  'starting (?:number|rate|count)',
  'when we (?:began|started)',
  'started (?:the year |out |the quarter )?(?:at|with)',
  /\bback in (?=the (?:fall|spring|winter)|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|20\d\d)/,
  'ago',
  'original(?:ly)?',
  'l[ií]nea (?:de )?base',
  'el año pasado',
  'pre-?test',
  'fall probe',
  'already on file',
  /\b(?:at|from|since) the (?:very )?(?:start|beginning) of (?:the )?(?:school )?(?:year|yr|quarter|semester|term|plan|month)\b/,
  // `She has gone from 12 times a day to 6`: the first of the two was before.
  /\b(?:gone|went|goes?|moved|come|came|dropped|risen|rose|grew|grown|improved|increased|decreased|jumped|climbed|fell|fallen|up|down)\b[^.;:\d]{0,24}\bfrom(?: an?| about| around| level)?\W*$/,
  /\b(?:began|begun|started|starting|beginning) (?:the (?:year|plan|quarter) )?(?:at|with|from|on|in)\b/,
]);

/** In capitals, as in small letters it is a blend. */
export const baselineCode = /\bBL\b/g;

/** Behind a figure. */
/** What may stand between a figure and the words that say when it was. */
export const unitBehind =
  /^\W{0,3}(?:(?:%|percent|words?|sounds?|letters?|digits?|points?|pts|correct(?:ly)?|right|times?|x|minutes?|min|seconds?|sec|prompts?|per|an?|each|every|day|week|session|out|of|seat|the|\d+|palabras|correctas|por|minuto)\b[ ]*){1,7}/i;

export const earlierBehind = opening(
  [
    '(?:at )?baseline',
    'last (?:year|spring|fall|month|week|time)',
    'in (?:the )?(?:fall|spring|winter|september|august)',
    '(?:at|from) the (?:start|beginning) of',
    'back in (?:the fall|the spring|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)',
    'before (?:the )?(?:intervention|plan|break card)',
    'at the (?:start|beginning) of the (?:year|quarter)',
    'previously',
    'el año pasado',
  ],
  String.raw`\b`,
);
