/**
 * Labels of the parts of a result, by the families of their words: what went well, what did not, what came about with
 * help, and what there was in all; and the one result that such parts make together.
 */

/** What is timed by the minute is no part of a whole. */
export const byTheMinute =
  /\b(?:wcpm|cwpm|wpm|dcpm|per min\w*|(?:one|1|two|2) ?-?min\w*|in (?:the|a) minute|timed|fluency|net)\b|\bminus\b/i;

export type PartOfResult = 'well' | 'badly' | 'helped' | 'all';

export interface Part {
  readonly part: PartOfResult;
  readonly value: number;
}

const noun =
  '(?:number|#|no\\.?|total|count|of|intervals?|trials?|answers?|items?|cards?|steps?|responses?|questions?|problems?|words|sets?|opportunit(?:y|ies)|opps?|beeps?|checks?|tries|boxes|marked|marks?|pile|scored|were|was|points?|pts\\.?|assignments?|requests?)';
const well =
  '(?:correct(?:ly)?|right|ok(?:ay)?|accurate(?:ly)?|independent(?:ly)?|indep|ind|alone|unprompted|unaided|spontaneous(?:ly)?|on[- ]task|on|engaged|yes|hits?|success(?:es|ful|fully)?|followed|(?:on|by) (?:(?:her|his|their) )?own|by (?:her|him)self|known|knows|knew|got(?: it)?|earned|turned in|handed in|submitted|completed|finished|done|in|on[- ]time|met|passed|(?:1st|first) (?:try|time))';
const badly =
  "(?:incorrect(?:ly)?|wrong|missed|misses|missing|errors?|mistakes|off[- ]task|off|not (?:correct|right|on task|engaged|followed|done|known|met|yet|in|turned in)|not|no|never|refus(?:ed|als?)|unknown|no (?:response|request|answer|attempt)|try again|(?:did not|didn['’]t)(?: \\w+)?)";
const helped =
  '(?:prompted|prompts?|helped|cued|modell?ed|model|verbal(?:ly)?|gestur(?:e|al)|physical|partial|full physical|hoh|hand over hand|assisted|(?:with|after|needed|w\\/) (?:an? |my )?(?:prompt\\w*|help|model|cue|support|assist\\w*|reminder|repeat|repetition|hint|gesture\\w*|verbal|physical|point))';
const around = (word: string) => new RegExp(`^(?:${noun}[ /]+)*${word}(?:[ /]+(?:${word}|${noun}))*$`, 'i');
const families: readonly (readonly [PartOfResult, RegExp])[] = [
  ['badly', around(badly)],
  ['helped', around(helped)],
  ['well', around(well)],
  [
    'all',
    /^(?:(?:number|#|no\.?|total|how many) (?:of )?)?(?:trials|tried|tries|shown|offered|looks|times (?:s?he|they) (?:could|might|had to|was asked to) \w+|opportunit(?:y|ies)|opps\.?|chances|total|items|given|presented|attempted|asked|questions|sets|problems|assigned|due|intervals?|out of|steps|cards|beeps|checks|possible|pts possible|points possible|poss|max(?:imum)?|of|assignments(?: due)?)(?: (?:trials|items|words|cards|questions|given|intervals?|observed|presented|asked|watched|possible|in all|steps|opportunities|shown|due))*$/i,
  ],
];

/** A verb or a thing before the word that tells: `greeted on own`, `asked by herself`, `read right`. */
const led = (word: string) => new RegExp(`^[a-z#]+(?: [a-z]+)? ${word}$`, 'i');
const ledWell = led(
  '(?:(?:on|by) (?:(?:her|his|their) )?own|by (?:her|him)self|alone|right|correct(?:ly)?|independent(?:ly)?|unprompted|spontaneous(?:ly)?|without (?:an? )?(?:prompt|help|model|reminder))',
);
const ledHelped = led(
  '(?:(?:with|after|needed) (?:an? |my )?(?:prompt\\w*|help|model|cue|support|assist\\w*|reminder|repeat))',
);

/** What the number behind or under `label` counts; null where the label says something else. */
export function partOfResult(label: string): PartOfResult | null {
  const plain = label
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\bw\/ ?o(?:ut)?\b/gi, 'without')
    .replace(/^\s*(?:no\.|#|number of)\s*(?=[a-z])/i, ' ')
    .replace(/[^A-Za-z0-9#/'’ -]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return null;
  if (/^(?:I|IND)$/.test(plain)) return 'well';
  if (/^(?:VP?|GP?|MP?|PP?|FP|HOH|H\/?O\/?H)$/.test(plain)) return 'helped';
  for (const [part, pattern] of families) if (pattern.test(plain)) return part;
  if (/\bnot\b|\bno\b|n['’]t\b/i.test(plain)) return null;
  if (ledHelped.test(plain)) return 'helped';
  return ledWell.test(plain) ? 'well' : null;
}

/** The result that `parts` of one whole make; null where they do not fit together. */
export function resultOf(parts: readonly Part[]): { readonly numerator: number; readonly denominator: number } | null {
  const of = (part: PartOfResult) => parts.filter((p) => p.part === part);
  const [right, ...moreRight] = of('well');
  const [all, ...moreAll] = of('all');
  const others = [...of('badly'), ...of('helped')];
  const rest = others.reduce((sum, p) => sum + p.value, 0);
  if (moreRight.length > 0 || moreAll.length > 0) return null;
  if (right) {
    const denominator = all?.value ?? (others.length > 0 ? right.value + rest : 0);
    const fits = denominator >= 2 && right.value <= denominator && (!all || right.value + rest <= all.value);
    return fits ? { numerator: right.value, denominator } : null;
  }
  if (!all || of('badly').length === 0 || rest > all.value || all.value < 2) return null;
  return { numerator: all.value - rest, denominator: all.value };
}

const generic =
  /\b(?:numbers?|problems?|questions?|total|count|of|and|trials?|answers?|items?|cards?|steps?|responses?|marked|marks?|pile|scored|were|was|points?|pts|requests?|(?:in)?correct(?:ly)?|right|wrong|accurate(?:ly)?|independent(?:ly)?|indep|ind|alone|(?:un)?prompted|prompts?|unaided|spontaneous(?:ly)?|yes|no|not|success(?:es|ful|fully)?|followed|on|by|her|his|their|own|(?:her|him)self|known|knows|knew|got|it|again|try|earned|completed|finished|done|met|passed|missed|missing|misses|errors?|mistakes|refus(?:ed|als?)|unknown|helped|cued|modell?ed|model|verbal(?:ly)?|gestur(?:e|al)|physical|partial|full|hoh|hand over hand|assisted|with|after|needed|help|opportunit(?:y|ies)|opps?|chances|given|presented|attempted|asked|possible|poss|max|out|in all|at|ok)\b/gi;

/** The words of labels of parts that say what was measured: `Intervals on task: 21   off task: 9` is about being on task. */
export function topicOfParts(text: string): string {
  if (/\b(?:on|off)[- ]task\b/i.test(text)) return 'on task';
  return text
    .replace(generic, ' ')
    .replace(/[^A-Za-zÀ-ÿ'/ -]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
