/** Words of other people: the class and its mean, peers, brothers and sisters. */
import { anywhere, within } from './phrases.ts';

export const group = 'a group or class figure, not this student';

/** Before a figure. */
export const groupBefore = anywhere([
  /\b(?:class|room|homeroom|group|grade|school|team|table|district|section|cohort|period|building|roster|everyone)(?:['’]s)?(?: \w+)? (?:avg|average|mean|median|total|score|range|norm|high|low)\b/,
  /\b(?:avg|average|mean|median|range) (?:of|for|in|across) (?:the |this |our |my |all )?(?:\w+ )?(?:class|room|group|grade|section|team|school|students|kids|peers)\b/,
  /^\W*(?:class|room|grade level|classmates|peers)\W*$/,
  /\bclass(?:mates)?(?: \w+){0,2} (?:stay|average|got|scored)\b/,
  /(?<!\b(?:to|with|by|beside|near|at|for|of|from|and|a|the|his|her|their|another|one) )\bclassmates?\b/,
  '(?:comparison|other (?:students|kids)|typical peers?|buddy|neighbor|(?:desk|seat|table|lab|bench|row|reading|work)[- ]?(?:mate|partner)s?|peer next to (?:her|him)|rest of (?:the )?(?:class|group)|sibling|brother|sister|twin|cousin|compañeros)',
  /(?:\b(?:class|room)|\w group)\s*[:=]/,
  /\bpeers? (?:average|avg|observed|comparison|mean|read|name|stay|in gr)\w*/,
]);

/** Behind a figure. */
export const groupBehind = within([
  /^\W{0,3}(?:class|group) (?:avg|average|mean)\b/,
  /^\W{0,3}of (?:classmates|the class|peers|students)\b/,
]);

export const somebodyElse = 'somebody else, not this student';

/** Anywhere in the sentence. */
export const somebodyElseWords = within([
  '(?:another|other|a different) (?:student|child|kid|boy|girl|peer)',
  'comparison peer',
  /\bclassmates? (?:stay|got|had|did|average|read|scored)/,
  '(?:his|her) (?:older|younger|twin|big|little) (?:brother|sister)',
  'peers (?:in|at|of|read|name|average)',
]);
