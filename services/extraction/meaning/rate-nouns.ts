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
      /\b(?:wcpm|cwpm|wcm|wrc|wpm|pcpm|words?|palabras|orf|r-?cbm|passages?|cold read|oral reading|(?:timed|one-minute|1-minute|1 minute|first) reads?|reading (?:timings?|probes?|checks?|logs?|records?|speed|rate)|timed readings?|read(?:ing)? aloud|read-aloud|fluency passage)\b/i,
  },
  { name: 'digits', unit: /\bdigits?\b|\bdcpm\b|\bcdpm\b/i, words: /\b(?:digits?|dcpm|cdpm|dc|d[ií]gitos)\b/i },
  { name: 'segments', unit: /\bsegments?\b|\bphonemes?\b/i, words: /\b(?:segments?|segmentation|phonemes?|psf)\b/i },
  { name: 'sounds', unit: /\bsounds?\b|\blsf\b|\bcls\b/i, words: /\b(?:sounds?|lsf|ls|cls|clspm|lspm|sonidos)\b/i },
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

/** Whether the label of one figure names a thing that the goal's rate does not count, whatever the goal's statement says besides. */
export function countsOtherThing(label: string, profile: GoalProfile): boolean {
  const own = nouns.find((noun) => noun.unit.test(profile.goal.measure.unit));
  const named = nouns.filter(({ words }) => words.test(label));
  return own !== undefined && named.length > 0 && !named.includes(own);
}

/** Whether `text` names what the goal's rate counts (`true`), something else (`false`), or nothing (`null`). */
export function namesSameThing(text: string, profile: GoalProfile): boolean | null {
  const { unit } = profile.goal.measure;
  const own = nouns.find((noun) => noun.unit.test(unit));
  if (!own) {
    const stems = new Set(
      contentWords(unit)
        .filter((word) => !isPlainLabel(word))
        .map(stemOf),
    );
    return contentWords(text).some((word) => stems.has(stemOf(word))) ? true : null;
  }
  // What the goal's own statement names as well (facts, passages) is no other thing.
  const named = nouns.filter(
    ({ name, words }) => words.test(text) && (name === own.name || !words.test(profile.goal.statement)),
  );
  if (named.length === 0) return null;
  // Words that are typed or written down are words as well, but none that are read.
  if (named.some((noun) => noun.special && noun !== own) && !own.special && own.name === 'words') return false;
  return named.some(({ name }) => name === own.name);
}
