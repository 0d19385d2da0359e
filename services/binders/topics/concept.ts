/** A concept of the field: one thing that is measured, in the many words that teachers have for it. */

export interface Concept {
  readonly id: string;
  /** Concepts of one facet exclude each other. */
  readonly facet?: string;
  readonly pattern: RegExp;
}

export const concept = (id: string, pattern: RegExp, facet?: string): Concept =>
  facet ? { id, facet, pattern } : { id, pattern };
