/** A page of typed text, as reading gives it. */
import { readFileSync } from 'node:fs';
import { type Caseload, caseloadSchema } from '../../services/domain/caseload.ts';
import type { Page } from '../../services/domain/page.ts';

export function textPage(text: string, parts: Partial<Page> = {}): Page {
  return {
    file: 'note.txt',
    page: 1,
    width: 1700,
    height: 2200,
    source: 'text_layer',
    rotation: 0,
    skew: 0,
    confidence: 1,
    text,
    words: [],
    ms: 0,
    ...parts,
  };
}

/** The fictional caseload of the samples. */
export function sampleCaseload(): Caseload {
  return caseloadSchema.parse(
    JSON.parse(readFileSync(new URL('../../samples/caseload.json', import.meta.url), 'utf8')),
  );
}
