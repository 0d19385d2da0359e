/** Compares the words of a text with what a goal is about. */
import { conceptsIn } from '../../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, isWeakStem, stemOf } from '../../binders/topics/stems.ts';
import type { GoalProfile } from './goal-profile.ts';

export interface Match {
  readonly hits: number;
  readonly conflict: boolean;
  /** Words that say something and are none of the goal's. */
  readonly strange: number;
}

/** `dish` for `dishwash`: one word within the other counts for less. */
function partWeight(stem: string, profile: GoalProfile): number | null {
  if (stem.length < 4 || isWeakStem(stem)) return null;
  for (const [own, weight] of profile.stems) {
    if (own.length >= 4 && own !== stem && (own.startsWith(stem) || stem.startsWith(own)) && !isWeakStem(own))
      return weight * 0.6;
  }
  return null;
}

/** Compares one text with a goal. */
export function matchText(text: string, profile: GoalProfile): Match {
  if (text.trim() === '') return { hits: 0, conflict: false, strange: 0 };
  const found = conceptsIn(text);
  let conflict = false;
  for (const [facet, values] of found.facets) {
    const wanted = profile.concepts.facets.get(facet);
    if (wanted && ![...values].some((value) => wanted.has(value))) conflict = true;
  }
  let hits = 0;
  for (const id of found.ids) if (id !== 'by-oneself') hits += profile.conceptWeights.get(id) ?? 0;
  let strange = 0;
  for (const word of new Set(contentWords(text))) {
    const stem = stemOf(word);
    const weight = profile.stems.get(stem) ?? partWeight(stem, profile);
    if (weight !== null) hits += weight;
    else if (!isPlainLabel(word)) strange += 1;
  }
  return { hits, conflict, strange };
}
