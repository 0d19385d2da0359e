/** Labels of the parts of a result, by the families of their words: what went well, what did not, and what there was in all. */

const noun =
  '(?:number|#|no\\.?|total|count|of|intervals?|trials?|answers?|items?|cards?|steps?|responses?|questions?|problems?|words|sets?|opportunit(?:y|ies)|opps?|beeps?|checks?|tries|boxes|marked|marks?|scored|were|was)';
const well =
  '(?:correct(?:ly)?|right|accurate(?:ly)?|independent(?:ly)?|indep|ind|alone|unprompted|on[- ]task|engaged|yes|hits?|successful(?:ly)?|followed|(?:on|by) (?:her|his|their) own|by (?:her|him)self)';
const badly =
  '(?:incorrect(?:ly)?|wrong|missed|misses|errors?|mistakes|off[- ]task|not (?:correct|on task|engaged|followed|done)|no|not)';
const around = (word: string) => new RegExp(`^(?:${noun}[ /]+)*${word}(?:[ /]+(?:${word}|${noun}))*$`, 'i');
const wellLabel = around(well);
const badlyLabel = around(badly);
const inAll =
  /^(?:(?:number|#|no\.?|total|how many) (?:of )?)?(?:trials|opportunit(?:y|ies)|opps|chances|total|items|given|presented|attempted|asked|questions|sets|problems|assigned|due|intervals?|out of|steps|cards|beeps|checks)(?: (?:trials|items|questions|given|intervals?|observed|presented|asked|watched|possible|in all|steps|opportunities))*$/i;

export type PartOfResult = 'well' | 'badly' | 'all';

/** What the number behind or under `label` counts; null where the label says something else. */
export function partOfResult(label: string): PartOfResult | null {
  const plain = label
    .replace(/[^A-Za-z# -]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return null;
  if (badlyLabel.test(plain)) return 'badly';
  if (wellLabel.test(plain)) return 'well';
  return inAll.test(plain) ? 'all' : null;
}
