/** Files on their way: sent three at a time, each followed by the server's events until it is done. */
import type { UploadProgress } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import { client, sendFile } from '../client.ts';
import { h, replace } from '../dom.ts';
import { counted, sizeText, uploadStateLabels } from '../labels.ts';
import { linkTo } from '../router.ts';
import { errorText } from '../view.ts';

const AT_ONCE = 3;
const waiting: (() => Promise<void>)[] = [];
let running = 0;

function work(): void {
  while (running < AT_ONCE) {
    const next = waiting.shift();
    if (!next) return;
    running += 1;
    void next().finally(() => {
      running -= 1;
      work();
    });
  }
}

/** The row of one file. */
class Row {
  readonly element: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly words: HTMLElement;
  private readonly after: HTMLElement;
  private readonly name: string;

  constructor(name: string, size: number) {
    this.name = name;
    this.bar = h('progress', { max: 1, value: 0, 'aria-label': `Progress of ${name}` });
    this.words = h('p', { class: 'note' }, 'Waiting to be sent');
    this.after = h('div', { class: 'after' });
    const title = h('p', { class: 'file-name' }, name, h('span', { class: 'note' }, ` ${sizeText(size)}`));
    this.element = h('li', { class: 'card upload-row' }, title, this.bar, this.words, this.after);
  }

  step(words: string, share: number | null): void {
    this.words.textContent = words;
    if (share === null) this.bar.removeAttribute('value');
    else this.bar.value = share;
  }

  end(kind: 'good' | 'bad', words: string, ...links: HTMLElement[]): void {
    this.element.classList.add(kind);
    this.bar.remove();
    this.words.textContent = words;
    this.words.className = kind === 'bad' ? 'error' : 'note';
    replace(this.after, links);
    announce(`${this.name}: ${words}`);
  }
}

function documentsLink(uploadId: string, words: string): HTMLElement {
  return h('a', { href: linkTo(['documents'], { uploadId }) }, words);
}

function showProgress(row: Row, now: UploadProgress): void {
  const { pageCount, pagesRead, pagesFailed } = now;
  const words = uploadStateLabels[now.state];
  if (now.state === 'reading' && pageCount) {
    const done = pagesRead + pagesFailed;
    row.step(`${words}: ${done} of ${counted(pageCount, 'page')}`, done / pageCount);
  } else row.step(words, null);
}

function showEnd(row: Row, now: UploadProgress): void {
  if (now.state === 'failed') {
    row.end('bad', now.failure?.message ?? uploadStateLabels.failed);
  } else if (now.state === 'duplicate') {
    row.end(
      'good',
      'This file is already here, so nothing was done twice.',
      documentsLink(now.duplicateOf ?? now.id, 'See its documents'),
    );
  } else {
    const missed = now.pagesFailed > 0 ? `, ${counted(now.pagesFailed, 'page')} could not be read` : '';
    const words = `Done: ${counted(now.pagesRead, 'page')} read${missed}.`;
    row.end('good', words, documentsLink(now.id, 'See what was found'));
  }
}

/** Follows an upload to its end. A broken line mends itself: the server says anew how far it is. */
function follow(row: Row, uploadId: string): Promise<void> {
  return new Promise((resolve) => {
    const events = new EventSource(client.eventsUrl(uploadId));
    events.addEventListener('progress', (event) => showProgress(row, JSON.parse(event.data)));
    events.addEventListener('end', (event) => {
      events.close();
      showEnd(row, JSON.parse(event.data));
      resolve();
    });
    events.addEventListener('error', () => {
      if (events.readyState !== EventSource.CLOSED) return;
      row.end('bad', 'The progress cannot be shown any more. The file itself is safe; please load this page again.');
      resolve();
    });
  });
}

async function handIn(row: Row, file: File, studentId: string): Promise<void> {
  try {
    row.step('Sending …', 0);
    const upload = await sendFile(file, studentId, (share) => row.step('Sending …', share));
    row.step(uploadStateLabels.received, null);
    // Reading takes its time: the next file may be sent meanwhile.
    void follow(row, upload.id);
  } catch (error) {
    row.end('bad', errorText(error));
  }
}

/** Every file handed in since the page was opened, newest first. */
export const uploadRows = h('ul', { class: 'cards', 'aria-label': 'Files handed in just now' });

/** Hands in `files`, as evidence of `studentId` where it is given. */
export function handInFiles(files: readonly File[], studentId: string): void {
  if (files.length === 0) return;
  announce(`${counted(files.length, 'file')} on the way.`);
  for (const file of files) {
    const row = new Row(file.name || 'Photo', file.size);
    uploadRows.prepend(row.element);
    waiting.push(() => handIn(row, file, studentId));
  }
  work();
}
