/** Saying whose a document is, and waiting until it is understood anew. */
import type { DocumentDetail } from '../services/domain/views.ts';
import { announce } from './announce.ts';
import type { KnownCaseload } from './caseload.ts';
import { client } from './client.ts';
import { h, replace } from './dom.ts';
import { counted } from './labels.ts';
import { studentChooser } from './student-chooser.ts';
import { errorText } from './view.ts';

const POLL_MS = 500;
const PATIENCE_MS = 120_000;

/** The document as soon as nothing more happens to it by itself; as it is after two minutes. */
async function understood(documentId: string): Promise<DocumentDetail> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const document = await client.document(documentId);
    if (document.state === 'filed' || document.state === 'failed' || Date.now() > until) return document;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

export interface AssignSettings {
  readonly documentId: string;
  readonly known: KnownCaseload;
  readonly candidateIds: readonly string[];
  readonly exceptId?: string | null;
  /** Called with the document once it was understood anew. */
  readonly onDone: (document: DocumentDetail) => void;
}

/** What was found for the student, in a few words. */
export function foundText(document: DocumentDetail): string {
  const found = [
    document.pointCount > 0 ? counted(document.pointCount, 'number') : null,
    document.services.length > 0 ? counted(document.services.length, 'session') : null,
  ].filter((part) => part !== null);
  return found.length > 0 ? `${found.join(' and ')} found` : 'no numbers found on it';
}

/** The chooser; in its place, once someone is chosen, what is going on. */
export function assignStudent({ documentId, known, candidateIds, exceptId, onDone }: AssignSettings): HTMLElement {
  const area = h('div', {});
  const choose = async (studentId: string): Promise<void> => {
    await client.assign(documentId, studentId);
    const name = known.studentName(studentId);
    replace(
      area,
      h(
        'p',
        { class: 'note working', role: 'status' },
        `Saved: this is about ${name}. Looking for measurements again …`,
      ),
    );
    try {
      const document = await understood(documentId);
      announce(`${name}: ${foundText(document)}.`);
      onDone(document);
    } catch (error) {
      // The choice itself is saved.
      replace(area, h('p', { class: 'error', role: 'alert' }, `Saved: this is about ${name}. ${errorText(error)}`));
    }
  };
  replace(area, studentChooser({ known, candidateIds, exceptId: exceptId ?? null, choose }));
  return area;
}
