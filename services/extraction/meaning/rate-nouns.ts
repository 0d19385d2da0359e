/** What a rate counts: words, digits, sounds. A rate of one thing is never a result of a goal about another. */
import { contentWords, isPlainLabel, stemOf } from '../../binders/topics/stems.ts';
import type { GoalProfile } from './goal-profile.ts';

interface Noun {
  readonly name: string;
  /** Of words that are not read aloud: they are words as well, but never those of a reading goal. */
  readonly special?: true;
  /** Units of goals that count it. */
  readonly unit: RegExp;
  /** Words of a page that name it. */
  readonly words: RegExp;
}

const nouns: readonly Noun[] = [
  {
    name: 'keystrokes',
    special: true,
    unit: /\bnet wpm\b|keystrok|\btyp|\bgross\b/i,
    words: /\b(?:typing|typed?|keyboard\w*|net wpm|gross wpm|keystrokes)\b/i,
  },
  {
    name: 'written words',
    special: true,
    unit: /\bt?ww\b|\bwords written\b/i,
    words: /\btww\b|\bwords? (?:in all|written)\b|\bwrote (?:\d+ )?words\b|\bwritten words\b/i,
  },
  {
    name: 'spelled words',
    special: true,
    unit: /\bwsc\b|\bwords spelled\b/i,
    words: /\b(?:wsc|wws)\b|\bwords? spelled\b/i,
  },
  {
    name: 'sequences',
    special: true,
    unit: /\bcws\b|sequences?\b/i,
    words: /\b(?:cws|ciws|correct (?:word|writing) sequences?)\b/i,
  },
  {
    name: 'words',
    unit: /\bw(?:c|r)?pm\b|\bcwpm\b|\bpcpm\b|\bwords?\b|palabras/i,
    words:
      /\b(?:wcpm|cwpm|wcm|wrc|wpm|pcpm|words?|palabras|orf|r-?cbm|passages?|cold read|oral reading|(?:timed|one-minute|1-minute|1 minute|first) reads?|running records?|rw|reading (?:timings?|probes?|checks?|logs?|records?|speed|rate)|timed readings?|read(?:ing)? aloud|read-aloud|fluency passage)\b/i,
  },
  { name: 'digits', unit: /\bdigits?\b|\bdcpm\b|\bcdpm\b/i, words: /\b(?:digits?|dcpm|cdpm|dc|d[ií]gitos)\b/i },
  { name: 'segments', unit: /\bsegments?\b|\bphonemes?\b/i, words: /\b(?:segments?|segmentation|phonemes?|psf)\b/i },
  { name: 'sounds', unit: /\bsounds?\b|\blsf\b|\bcls\b/i, words: /\b(?:sounds?|lsf|ls|cls|clspm|lspm|sonidos)\b/i },
  {
    name: 'numerals',
    unit: /\bnumerals?\b|\bnumber names?\b/i,
    words: /\b(?:numerals?|number (?:nam|ident)\w*|nif)\b/i,
  },
  {
    name: 'letters',
    unit: /\bletters?(?: names?)?\b(?! sounds?)|\blnf\b/i,
    words: /\b(?:letter nam\w*|letters? named|named letters?|names? letters?|lnf|letras)\b/i,
  },
  { name: 'facts', unit: /\bfacts?\b|\bproblems?\b/i, words: /\b(?:facts?|problems?)\b/i },
];

/** The noun that the label of one part names; null for none. */
export function nounIn(label: string): string | null {
  return nouns.find(({ words, name }) => name !== 'facts' && words.test(label))?.name ?? null;
}

/** Ways in which words come about: those that are read are none of those that are written or typed. */
const ways: readonly (readonly [string, RegExp])[] = [
  [
    'reading',
    /\bread(?:s|ing)?\b|\bpassages?\b|\baloud\b|\borf\b|\br-?cbm\b|\brunning record\b|\bw[cr]+pm\b|\bcwpm\b/i,
  ],
  ['writing', /\bwr(?:ites?|ote|iting|itten)\b|\bjournals?\b|\bstory starters?\b|\bcws\b|\btww\b|\bwws\b/i],
  ['computing', /\b(?:digits?|facts?|comput\w+|multipl\w+|division|subtract\w+|addition|math)\b/i],
  ['typing', /\btyp(?:es?|ed|ing)\b|\bkeyboard\w*|\bgross\b|\bnet w/i],
];
const waysIn = (text: string) => ways.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

/** What the goal's rate counts; words are those that are written or typed where its statement says so. */
function ownNoun({ goal }: GoalProfile): Noun | undefined {
  const own = nouns.find((noun) => noun.unit.test(goal.measure.unit));
  const ways = own?.name === 'words' ? waysIn(`${goal.area} ${goal.statement}`) : [];
  const name = ways.includes('reading') ? 'words' : ways.includes('writing') ? 'written words' : own?.name;
  return nouns.find((noun) => noun.name === name);
}

/** Whether the label of one figure names a thing that the goal's rate does not count, whatever the goal's statement says besides. */
export function countsOtherThing(label: string, profile: GoalProfile): boolean {
  const own = ownNoun(profile);
  const named = nouns.filter(({ words }) => words.test(label));
  return own !== undefined && named.length > 0 && !named.includes(own);
}

const ofWords = ['digits', 'words', 'keystrokes', 'written words', 'spelled words', 'sequences'];

/** Whether `text` speaks of words that come about in another way than those of the goal. */
function isOtherWay(text: string, { goal }: GoalProfile): boolean {
  const wanted = waysIn(`${goal.area} ${goal.statement}`);
  const named = waysIn(text);
  return wanted.length > 0 && named.length > 0 && !named.some((way) => wanted.includes(way));
}

/** Whether `text` names what the goal's rate counts (`true`), something else (`false`), or nothing (`null`). */
export function namesSameThing(text: string, profile: GoalProfile): boolean | null {
  const own = ownNoun(profile);
  if (!own) {
    const stems = new Set(
      contentWords(profile.goal.measure.unit)
        .filter((word) => !isPlainLabel(word))
        .map(stemOf),
    );
    if (contentWords(text).some((word) => stems.has(stemOf(word)))) return true;
    return nouns.some(({ words }) => words.test(text) && !words.test(profile.goal.statement)) ? false : null;
  }
  if (ofWords.includes(own.name) && isOtherWay(text, profile)) return false;
  // What the goal's own statement names as well (facts, passages) is no other thing.
  const named = nouns.filter(
    ({ name, words }) => words.test(text) && (name === own.name || !words.test(profile.goal.statement)),
  );
  if (named.length === 0) return null;
  // Words that are typed or written down are words as well, but none that are read.
  if (named.some((noun) => noun.special && noun !== own) && !own.special && own.name === 'words') return false;
  return named.some(({ name }) => name === own.name);
}
