/** Words of what was seen outside of school, or told by the family. */
import { within } from './phrases.ts';

export const home = 'reported from home, not measured at school';

/** Anywhere in the sentence. */
export const homeWords = within([
  '(?:saturday|sunday|tonight)',
  'over (?:the )?(?:winter |spring |summer |thanksgiving )?(?:break|vacation|holidays?|summer)',
  'at home',
  'en casa',
  'at church',
  /\bover the (?:\w+ )?weekend\b/,
  /\bat (?:my|our) (?:house|place|church|\w+['’]s)\b/,
  'in our (?:house|kitchen|living room|yard|car)',
  /\b(?:mom|dad|mother|father|mama|papa|grandma|grandmother|parent|aunt|sitter|foster mom)s?(?:\/\w+)? (?:says?|said|reports?|reported|feels?|felt|thinks?|thought|told|mentioned|states?|stated|shared|counted|wrote|estimates?|would like|wants?|asked|called)\b/,
  /\bat (?:dinner|bedtime|grandma)/,
  'last night',
  'on saturday',
  'on sunday',
  /\bdice (?:la|su) mam/,
]);
