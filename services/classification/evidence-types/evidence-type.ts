/**
 * A kind of evidence: what it is called and how it is recognised. One folder per type holds its definition with its cues,
 * what is read from it alone (service-log), and samples.txt, which a test holds it to; a new type is a folder and one line
 * in registry.ts.
 */
import type { DocumentType } from '../../domain/evidence.ts';
import type { DocumentFeatures } from '../document-features.ts';

/** `head`: the first lines, where a form says what it is. `title`: those of them that are no prose. `text`: anywhere. */
export interface Cue {
  readonly weight: number;
  readonly head?: RegExp;
  /** `head` counts in running text as in a heading: letters and notes have no other head. */
  readonly prose?: boolean;
  readonly title?: RegExp;
  readonly text?: RegExp;
  readonly when?: (features: DocumentFeatures) => boolean;
}

/**
 * `results`: measurements on it are new evidence. `restated`: it repeats earlier results, only what it calls new counts.
 * `unsure`: what looks like a result is one only when a person says so. `none`: nothing on it is a measurement of a goal.
 */
export type Yield = 'results' | 'restated' | 'unsure' | 'none';

export interface EvidenceType {
  readonly type: DocumentType;
  /** As a teacher would call it. */
  readonly name: string;
  readonly yields: Yield;
  /** Whether sessions of a service are read from it. */
  readonly logsServices: boolean;
  readonly cues: readonly Cue[];
}
