/** Words of what is aimed at: goals, criteria, benchmarks, what somebody needs to reach. */
import { anywhere, opening } from './phrases.ts';

export const target = 'a target, not a result';

/** Before a figure. */
export const targetBefore = anywhere([
  /\b(?:(?:annual |iep |her |his |their |the |year-end |spring )?(?:goal|target|(?<!\b(?:cop(?:y|ied|ying)|writ(?:e|es|ing)|wrote|read(?:s|ing)?|post(?:ed)?|lesson|learning|content|language|date|class|daily|day['’]s) (?:(?:the|a|and|&|down|date|today['’]s|daily) )*)objective|crit(?:erion|eria)?|mastery|aim(?: ?line)?)s?(?! (?:area|sheet|data|met|\d\b)))\b(?!\))(?: (?:line|level|score|this week|is|of|for|was|by|set at|remains|stays))*/,
  'benchmark',
  'meta(?: es| de)?',
  'cut[- ]?(?:score|off)',
  'expect(?:ed|ation)s?',
  'proficient',
  'should',
  'needs? to (?:be|get|reach|read|have)',
  'end of (?:gr|grade|year|yr)',
  'contract',
  'reward',
  /(?<!time )\b(?:limit|cap)\b/,
  '(?:most|max(?:imum)?) allowed',
  'promised',
  'to pass',
  /\bexit (?:score|criteri\w+)\b/,
  'iep (?:total|score|number|mark|level)s?',
  /\bneeds?\W*$/,
  /(?:^|[,;.]\s*)iep\W*$/,
  'pay-?off',
  /\bwe(?:['’]re| are| all)? (?:want|aim|shoot|work)(?:ing)?(?: for| at| toward| to (?:see|reach))?\b/,
  'wants? (?:to see|her|him|them) (?:at|to)',
  'criterio',
  'move (?:on|to)',
  'on grade level',
]);

/** Behind a figure. */
export const targetBehind = opening([
  'or (?:fewer|less|more|better|above|below|under)',
  'is (?:the|her|his) (?:goal|target)',
  /(?:is )?(?:goal(?! (?:is |was )?(?:met|reached|made)\b)|target|criterion|needed|to (?:pass|master))\b/,
  'at (?:mastery|criterion)',
  /possible\b/,
  /available\b/,
  /x 3\b/,
  /in (?:a row|4 of 5|\d of \d)/,
]);
