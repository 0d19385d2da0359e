/** Taking pages apart and together: every change is shown at once and saved as one grouping. */
import type { DocumentView, UploadView } from '../../services/domain/views.ts';
import type { KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h, replace } from '../dom.ts';
import { differences, groupsOf, type Starts, startsOf, turned } from '../grouping.ts';
import { counted } from '../labels.ts';
import { errorText } from '../view.ts';
import { pageBundle } from './page-bundle.ts';

/** What was changed and not saved yet, by upload: leaving the view loses nothing. */
const drafts = new Map<string, Starts>();

export interface Binder {
  readonly upload: UploadView;
  /** In the order of their pages. */
  readonly documents: readonly DocumentView[];
}

export interface PagesEditor {
  readonly element: HTMLElement;
  /** Saves the pages as they stand, changed or not: what was not sure is then settled. */
  save(): Promise<void>;
}

/** Why it is not sure whether a document starts at a page, by page, in order. */
export function doubtsOf(documents: readonly DocumentView[]): Map<number, string> {
  const doubts = documents.flatMap((document) => document.doubts).sort((a, b) => a.page - b.page);
  return new Map(doubts.map(({ page, reason }) => [page, reason]));
}

/** `onSaved` is called once the server has taken the grouping; it resolves when the new documents are shown. */
export function pagesEditor(
  { upload, documents }: Binder,
  known: KnownCaseload,
  onSaved: () => Promise<void>,
): PagesEditor {
  const pageCount = upload.pageCount ?? 0;
  const saved = startsOf(documents);
  const doubts = doubtsOf(documents);
  const bundles = h('div', { class: 'bundles' });
  const bar = h('div', { class: 'save-bar', role: 'region', 'aria-label': 'Changes' });
  let starts = drafts.get(upload.id) ?? saved;

  const change = (next: Starts): void => {
    starts = next;
    if (differences(saved, next).length > 0) drafts.set(upload.id, next);
    else drafts.delete(upload.id);
    draw(false);
  };
  const turn = (page: number): void => {
    change(turned(starts, page));
    document.getElementById(`joint-${page}`)?.focus();
  };
  const save = async (): Promise<void> => {
    draw(true);
    replace(bar, h('p', { class: 'working', role: 'status' }, 'Saving, and reading again what has changed …'));
    bar.hidden = false;
    try {
      await client.group(upload.id, groupsOf(starts, pageCount));
      drafts.delete(upload.id);
      await onSaved();
    } catch (error) {
      draw(false);
      bar.append(h('p', { class: 'error', role: 'alert' }, errorText(error)));
      bar.hidden = false;
    }
  };
  const drawBar = (changes: number): void => {
    const button = (label: string, kind: string, act: () => void) =>
      h('button', { type: 'button', class: kind, on: { click: act } }, label);
    bar.hidden = changes === 0;
    replace(
      bar,
      h('p', { role: 'status' }, `${counted(changes, 'change')} not saved yet.`),
      button('Save', 'primary', () => void save()),
      button('Undo all', 'quiet', () => change(saved)),
    );
  };
  const draw = (locked: boolean): void => {
    const changes = differences(saved, starts);
    const settings = { uploadId: upload.id, known, doubts, changed: new Set(changes), turn, locked };
    const groups = groupsOf(starts, pageCount).map((pages) => {
      const same = documents.find((one) => one.pages.join() === pages.join());
      return pageBundle(pages, same, settings);
    });
    replace(bundles, groups);
    drawBar(changes.length);
  };
  draw(false);
  return { element: h('div', {}, bundles, bar), save };
}
