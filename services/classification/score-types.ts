/**
 * How likely a document is of each evidence type. Two judges add up: the cues that its folder defines, and weights of words
 * and shapes that were learned from labelled papers (multinomial logistic regression, `npm run teach-types`). A type that
 * was never taught is told by its cues alone.
 */
import type { DocumentType } from '../domain/evidence.ts';
import type { DocumentFeatures } from './document-features.ts';
import type { Cue } from './evidence-types/evidence-type.ts';
import { evidenceTypes } from './evidence-types/registry.ts';
import { signsOf } from './type-signs.ts';
import { learnedScores, taughtWeights } from './type-weights.ts';

export interface TypeScore {
  readonly type: DocumentType;
  /** 0..1; those of all types add up to 1. */
  readonly probability: number;
}

/** What a cue of the head counts where it stands in running text. */
const spokenOf = 0.4;
/** What a point of the cues adds to the logarithm of the odds, beside what was learned. */
const cueShare = 0.2;

function applies(cue: Cue, features: DocumentFeatures, title: string): number {
  if (cue.when) return cue.when(features) ? cue.weight : 0;
  if (cue.title) return cue.title.test(features.title) ? cue.weight : 0;
  if (cue.text) return cue.text.test(features.text) ? cue.weight : 0;
  if (!cue.head?.test(features.head)) return 0;
  // A form names itself in its headings; the same word in running text is only spoken of.
  if (!cue.prose && cue.weight > 0 && !cue.head.test(features.formHead)) return cue.weight * spokenOf;
  // What the very first lines say counts more than what stands below them.
  return cue.head.test(title) ? cue.weight * 1.25 : cue.weight;
}

/** All types with their probabilities, the most likely first. */
export function scoreTypes(features: DocumentFeatures, weights = taughtWeights): TypeScore[] {
  const title = features.head.split('\n').slice(0, 3).join('\n');
  const learned = learnedScores(signsOf(features), weights);
  const scores = Object.values(evidenceTypes).map(({ type, cues }) => {
    const cued = cues.reduce((sum, cue) => sum + applies(cue, features, title), 0);
    return { type, score: cueShare * cued + (learned.get(type) ?? 0) };
  });
  const top = Math.max(...scores.map(({ score }) => score));
  const all = scores.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  return scores
    .map(({ type, score }) => ({ type, probability: Math.exp(score - top) / all }))
    .sort((a, b) => b.probability - a.probability);
}
