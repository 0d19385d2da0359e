/** A page as it was handed in, with boxes on what was found; over the view, closed by Escape, the focus goes back. */
import type { PageView } from '../services/domain/views.ts';
import { client, Failure } from './client.ts';
import { h, replace } from './dom.ts';
import { placeBox } from './evidence-strip.ts';
import { fileName } from './labels.ts';
import { type OpenPage, pageAddress } from './page-address.ts';
import { pageImage } from './page-images.ts';
import { placeOf, withoutOverlay } from './router.ts';

const zooms = [1, 1.5, 2, 3];

const readingWords: Record<NonNullable<PageView['content']>['source'], string> = {
  text_layer: 'The text comes from the file itself.',
  ocr: 'The text was read from the picture.',
  handwriting: 'Mostly handwriting: please compare the text with the page.',
  blank: 'This page is blank.',
  unreadable: 'Nothing on this page could be read with confidence. Please look at it yourself.',
};

let dialog: HTMLDialogElement | undefined;
/** Whether the page was opened from this one, so that closing it is going back. */
let openedHere = false;

function leave(): void {
  if (openedHere) history.back();
  else {
    history.replaceState(null, '', withoutOverlay(placeOf(location.hash)));
    closePage();
  }
}

export function closePage(): void {
  const closing = dialog;
  dialog = undefined;
  closing?.close();
  closing?.remove();
}

function textOf(page: PageView): HTMLElement {
  const { content, failure } = page;
  if (!content) return h('p', { class: 'note' }, failure?.message ?? 'This page is not read yet.');
  return h(
    'div',
    {},
    h('p', { class: 'note' }, readingWords[content.source]),
    (content.warnings ?? []).map((warning) => h('p', { class: 'note' }, warning)),
    h(
      'details',
      {},
      h('summary', {}, 'The text of this page'),
      h('pre', { class: 'page-text', tabindex: '0' }, content.text || '(no text)'),
    ),
  );
}

async function picture(open: OpenPage): Promise<HTMLElement> {
  const image = h('img', { alt: `Page ${open.page} as it was handed in` });
  image.src = await pageImage(open.uploadId, open.page);
  await image.decode();
  const region = { x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight };
  const boxes = open.boxes.map((bbox) => {
    const box = h('span', { class: 'box', 'aria-hidden': 'true' });
    placeBox(box, bbox, region);
    return box;
  });
  return h('div', { class: 'sheet' }, image, boxes);
}

async function fill(body: HTMLElement, title: HTMLElement, pager: HTMLElement, open: OpenPage): Promise<void> {
  const [page, sheet, upload] = await Promise.allSettled([
    client.page(open.uploadId, open.page),
    picture(open),
    client.upload(open.uploadId),
  ]);
  if (page.status === 'rejected') {
    replace(body, h('p', { class: 'error' }, page.reason instanceof Failure ? page.reason.message : 'No such page.'));
    return;
  }
  title.textContent = `${fileName(page.value.file)}, page ${open.page}`;
  const shown =
    sheet.status === 'fulfilled' ? sheet.value : h('p', { class: 'note' }, 'There is no picture of this page.');
  replace(
    body,
    h('div', { class: 'sheet-scroll', tabindex: '0', role: 'group', 'aria-label': 'Page' }, shown),
    textOf(page.value),
  );
  shown.querySelector('.box')?.scrollIntoView({ block: 'center', inline: 'center' });
  const count = upload.status === 'fulfilled' ? (upload.value.pageCount ?? open.page) : open.page;
  const step = (to: number, label: string) =>
    h(
      'button',
      {
        type: 'button',
        class: 'quiet',
        disabled: to < 1 || to > count,
        on: { click: () => location.replace(pageAddress(open.uploadId, to, [])) },
      },
      label,
    );
  replace(
    pager,
    step(open.page - 1, '‹ Previous'),
    h('span', {}, `${open.page} of ${count}`),
    step(open.page + 1, 'Next ›'),
  );
}

function zoomButton(body: HTMLElement): HTMLElement {
  let at = 0;
  const button = h('button', { type: 'button', class: 'quiet' }, 'Larger');
  button.addEventListener('click', () => {
    at = (at + 1) % zooms.length;
    body.style.setProperty('--zoom', String(zooms[at]));
    button.textContent = at === zooms.length - 1 ? 'Whole page' : 'Larger';
    body.querySelector('.box')?.scrollIntoView({ block: 'center', inline: 'center' });
  });
  return button;
}

/** Shows a page over the view. `here`: the address was changed by this page, not typed or followed from elsewhere. */
export function showPage(open: OpenPage, here: boolean): void {
  const wasOpen = dialog !== undefined;
  openedHere = wasOpen ? openedHere : here;
  closePage();
  const title = h('h2', { id: 'page-title' }, `Page ${open.page}`);
  const pager = h('div', { class: 'pager' });
  const body = h('div', { class: 'page-body' }, h('p', { class: 'note', role: 'status' }, 'Opening the page …'));
  const download = h(
    'a',
    { class: 'quiet button', href: client.fileUrl(open.uploadId), download: true },
    'Original file',
  );
  const close = h('button', { type: 'button', class: 'quiet', on: { click: leave } }, 'Close');
  const shown = h(
    'dialog',
    { class: 'page-dialog', 'aria-labelledby': 'page-title' },
    h('header', {}, title, close, h('div', { class: 'tools' }, pager, zoomButton(body), download)),
    body,
  );
  shown.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  shown.addEventListener('click', (event) => {
    if (event.target === shown) leave();
  });
  dialog = shown;
  document.body.append(shown);
  shown.showModal();
  void fill(body, title, pager, open);
}
