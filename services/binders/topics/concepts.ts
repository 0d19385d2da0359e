/**
 * Concepts of the field: the many ways in which teachers name what they measure. Concepts of one facet exclude each
 * other: a result about vocalic /r/ is none about initial /r/, whatever other words they share.
 */
import type { Concept } from './concept.ts';
import { behaviorConcepts } from './fields/behavior.ts';
import { dailyLivingConcepts } from './fields/daily-living.ts';
import { mannerConcepts } from './fields/manner.ts';
import { mathConcepts } from './fields/math.ts';
import { readingConcepts } from './fields/reading.ts';
import { speechConcepts } from './fields/speech.ts';
import { writingConcepts } from './fields/writing.ts';
import { textInEnglish } from './spanish.ts';

const concepts: readonly Concept[] = [
  ...readingConcepts,
  ...writingConcepts,
  ...mathConcepts,
  ...speechConcepts,
  ...behaviorConcepts,
  ...dailyLivingConcepts,
  ...mannerConcepts,
];

/** The letter or letters between slashes: `/r/`, `/th/`; each sound is a facet value of its own. */
const sound = /(?:^|[\s(,;])\/([a-z]{1,3})\//gi;

export interface ConceptsFound {
  readonly ids: ReadonlySet<string>;
  /** Values by facet. */
  readonly facets: ReadonlyMap<string, ReadonlySet<string>>;
}

const cache = new Map<string, ConceptsFound>();
const mostCached = 4000;

function find(text: string): ConceptsFound {
  const ids = new Set<string>();
  const facets = new Map<string, Set<string>>();
  const put = (facet: string, value: string) => facets.set(facet, (facets.get(facet) ?? new Set<string>()).add(value));
  for (const { id, facet, pattern } of concepts) {
    if (!pattern.test(text)) continue;
    ids.add(id);
    if (facet) put(facet, id);
  }
  for (const match of text.matchAll(sound)) {
    const value = `sound-${(match[1] ?? '').toLowerCase()}`;
    ids.add(value);
    put('sound', value);
  }
  return { ids, facets };
}

/** The concepts that `text` names. */
export function conceptsIn(text: string): ConceptsFound {
  const known = cache.get(text);
  if (known) return known;
  const found = find(textInEnglish(text));
  if (cache.size >= mostCached) cache.clear();
  cache.set(text, found);
  return found;
}
