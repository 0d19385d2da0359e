/** Files that a child keeps open between two pages, so that a binder is not parsed again for each of them. */
import { stat } from 'node:fs/promises';
import { PdfDocument } from '../pdf/pdf-document.ts';

interface Entry {
  readonly key: string;
  readonly document: PdfDocument;
}

/** Two: the file being read, and one that a person is looking at. */
const KEPT = 2;

export class OpenFiles {
  readonly #entries: Entry[] = [];

  /** The open document of `path`. Throws what `PdfDocument.open` throws. */
  async pdf(path: string): Promise<PdfDocument> {
    const { size, mtimeMs } = await stat(path);
    const key = `${path}\0${size}\0${mtimeMs}`;
    const index = this.#entries.findIndex((entry) => entry.key === key);
    if (index >= 0) {
      const [entry] = this.#entries.splice(index, 1);
      this.#entries.push(entry!);
      return entry!.document;
    }
    const document = await PdfDocument.open(path);
    this.#entries.push({ key, document });
    if (this.#entries.length > KEPT) this.#entries.shift()?.document.close();
    return document;
  }
}
