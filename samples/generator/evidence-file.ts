/** One sample: how its bytes are made, what it is, and what is to be found in it. */
import type { ExpectedFile } from './expected.ts';

export interface EvidenceFile {
  readonly name: string;
  /** What a teacher would call it. */
  readonly about: string;
  /** How the picture or file came to be. */
  readonly made: string;
  readonly expected: Partial<ExpectedFile>;
  bytes(): Promise<Uint8Array>;
}

/** The expectation with its usual values: one page, uploaded at the end of the second quarter. */
export function fullExpectation({ name, expected }: EvidenceFile): ExpectedFile {
  return { file: name, uploadDate: '2026-01-15', pageCount: 1, documents: [], pages: [], ...expected };
}
