/** The pages of a file in their documents: a person sees where each begins, and says where it does instead. */
import { announce } from '../announce.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { allOf, client } from '../client.ts';
import { type Child, h, replace } from '../dom.ts';
import { counted, fileName, uploadStateLabels } from '../labels.ts';
import { linkTo } from '../router.ts';
import { errorText, later, page, type View } from '../view.ts';
import { type Binder, doubtsOf, pagesEditor } from './pages-editor.ts';

const POLL_MS = 500;

async function load(uploadId: string): Promise<Binder> {
  const [upload, documents] = await Promise.all([
    client.upload(uploadId),
    allOf((query) => client.documents({ ...query, uploadId })),
  ]);
  return { upload, documents: documents.sort((a, b) => (a.pages[0] ?? 0) - (b.pages[0] ?? 0)) };
}

/** The upload once nothing more happens to it by itself; null when `gone` says that nobody waits any more. */
async function settled(uploadId: string, gone: () => boolean): Promise<Binder | null> {
  while (!gone()) {
    const { state } = await client.upload(uploadId);
    if (['done', 'failed', 'duplicate'].includes(state)) return load(uploadId);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return null;
}

/** Brings a page before the eyes, its question under the fingers. */
function goTo(number: number): void {
  const leaf = document.getElementById(`page-${number}`);
  leaf?.scrollIntoView({ block: 'center' });
  const control = document.getElementById(`joint-${number}`) ?? leaf?.querySelector<HTMLElement>('button');
  control?.focus({ preventScroll: true });
}

function doubtful(pages: readonly number[], agree: () => void): Child {
  if (pages.length === 0) return null;
  return h(
    'div',
    { class: 'asks' },
    h(
      'p',
      {},
      h('strong', {}, `${counted(pages.length, 'place')} to look at: `),
      'does a new document start there? Change what is wrong, then save.',
    ),
    h(
      'div',
      { class: 'buttons' },
      pages.map((number) => h('button', { type: 'button', on: { click: () => goTo(number) } }, `Page ${number}`)),
      h('button', { type: 'button', class: 'link', on: { click: agree } }, 'All of them are right as they are'),
    ),
  );
}

/** What is there of a file that has no documents to show; undefined where it has. */
function instead({ upload }: Binder): Child | undefined {
  if (upload.state === 'failed') return h('p', { class: 'error' }, upload.failure?.message ?? uploadStateLabels.failed);
  if (upload.state !== 'duplicate') return undefined;
  const original = linkTo(['uploads', upload.duplicateOf ?? '']);
  return h('p', {}, 'This file was here already. ', h('a', { href: original }, 'See its pages'));
}

export const pagesView: View = (place) => {
  const uploadId = place.path[1] ?? '';
  const title = h('span', {}, 'Pages of a file');
  const area = h('div', {});
  let left = false;

  const show = (binder: Binder, known: KnownCaseload): HTMLElement => {
    const { upload, documents } = binder;
    const lead = h(
      'p',
      { class: 'lead', tabindex: '-1' },
      `${counted(upload.pageCount ?? 0, 'page')} in ${counted(documents.length, 'document')}.`,
    );
    const editor = pagesEditor(binder, known, async () => {
      const next = await settled(uploadId, () => left);
      if (!next) return;
      announce(`Saved: ${counted(next.documents.length, 'document')}.`);
      show(next, known).focus();
    });
    const doubts = [...doubtsOf(documents).keys()];
    const agree = (): void => void editor.save();
    replace(area, instead(binder) ?? [lead, doubtful(doubts, agree), editor.element]);
    return lead;
  };
  const body = later(async () => {
    const [known, first] = await Promise.all([caseload(), load(uploadId)]);
    const { upload } = first;
    title.textContent = fileName(upload.file);
    if (['done', 'failed', 'duplicate'].includes(upload.state)) {
      show(first, known);
      const at = Number(place.query.get('at'));
      if (at > 1) requestAnimationFrame(() => goTo(at));
      return area;
    }
    replace(area, h('p', { class: 'note working', role: 'status' }, `${uploadStateLabels[upload.state]} …`));
    settled(uploadId, () => left).then(
      (binder) => binder && show(binder, known),
      (error) => replace(area, h('p', { class: 'error', role: 'alert' }, errorText(error))),
    );
    return area;
  });
  const back = h('p', { class: 'back' }, h('a', { href: linkTo(['documents'], { uploadId }) }, '‹ Its documents'));
  return {
    title: 'Pages of a file',
    element: page(title, back, body),
    leave: () => {
      left = true;
    },
  };
};
