/** Scores the evidence types against a document's features. */
import type { DocumentType } from '../domain/evidence.ts';
import type { DocumentFeatures } from './document-features.ts';
import type { Cue } from './evidence-types/evidence-type.ts';
import { evidenceTypes } from './evidence-types/registry.ts';

export interface TypeScore {
  readonly type: DocumentType;
  readonly score: number;
}

/** What a cue of the head counts where it stands in running text. */
const spokenOf = 0.4;

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

/** All types with their scores, the most likely first. */
export function scoreTypes(features: DocumentFeatures): TypeScore[] {
  const title = features.head.split('\n').slice(0, 3).join('\n');
  return Object.values(evidenceTypes)
    .map(({ type, cues }) => ({ type, score: cues.reduce((sum, cue) => sum + applies(cue, features, title), 0) }))
    .sort((a, b) => b.score - a.score);
}
