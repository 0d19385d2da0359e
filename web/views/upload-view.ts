/** Handing in evidence: drop, choose, or photograph. */
import type { UploadView } from '../../services/domain/views.ts';
import { caseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h } from '../dom.ts';
import { field, select } from '../filters.ts';
import { counted, fileName, instantText, nameOf, uploadStateLabels } from '../labels.ts';
import { linkTo } from '../router.ts';
import { chip, growingList, later, page, type Tone, type View } from '../view.ts';
import { handInFiles, uploadRows } from './upload-queue.ts';
import { waitingPanel } from './waiting-panel.ts';

const tones: Partial<Record<UploadView['state'], Tone>> = { done: 'good', failed: 'bad' };

function earlierRow(upload: UploadView): HTMLElement {
  const pages = upload.pageCount === null ? '' : ` · ${counted(upload.pageCount, 'page')}`;
  const id = upload.duplicateOf ?? upload.id;
  const name = fileName(upload.file);
  return h(
    'div',
    { class: 'row upload-line' },
    h(
      'div',
      {},
      upload.state === 'failed'
        ? h('span', { class: 'file-name', title: upload.file }, name)
        : h('a', { class: 'file-name', href: linkTo(['documents'], { uploadId: id }), title: upload.file }, name),
      h(
        'span',
        { class: 'note' },
        ` ${instantText(upload.receivedAt)}${pages}`,
        (upload.pageCount ?? 0) > 1 && upload.state === 'done'
          ? [' · ', h('a', { href: linkTo(['uploads', id]) }, 'Pages')]
          : null,
      ),
      upload.failure ? h('p', { class: 'error' }, upload.failure.message) : null,
    ),
    chip(uploadStateLabels[upload.state], tones[upload.state]),
  );
}

function picker(
  label: string,
  kind: 'primary' | 'quiet',
  settings: Record<string, string | boolean>,
  take: (files: File[]) => void,
) {
  const input = h('input', { type: 'file', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true', ...settings });
  input.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    input.value = '';
  });
  return [h('button', { type: 'button', class: kind, on: { click: () => input.click() } }, label), input];
}

function dropZone(studentId: () => string): HTMLElement {
  const take = (files: File[]) => handInFiles(files, studentId());
  const zone = h(
    'div',
    { class: 'drop' },
    h('p', { class: 'drop-words' }, h('span', { class: 'with-mouse' }, 'Drop here: '), 'photos, scans, PDFs or notes'),
    h(
      'div',
      { class: 'buttons' },
      picker('Choose files', 'primary', { multiple: true }, take),
      picker('Take a photo', 'quiet', { accept: 'image/*', capture: 'environment' }, take),
    ),
    h(
      'p',
      { class: 'note' },
      'Names, dates and numbers are looked for on the pages. Nothing counts before it can be shown where it stands.',
    ),
  );
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    take([...(event.dataTransfer?.files ?? [])]);
  });
  return zone;
}

export const uploadView: View = () => {
  let chosen: HTMLSelectElement | undefined;
  const whose = later(async () => {
    const { students } = await caseload();
    const choices = students.map((student) => ({ value: student.id, label: nameOf(student) }));
    chosen = select('studentId', 'Find out from the pages', choices, '');
    return field('Whose work is it?', chosen, 'Choose a student only when every file is about that one student.');
  });
  const element = page(
    'Hand in evidence',
    h('div', { class: 'narrow' }, whose),
    dropZone(() => chosen?.value ?? ''),
    uploadRows,
    waitingPanel(),
    h('h2', {}, 'Handed in before'),
    growingList(
      (cursor) => client.uploads({ cursor, limit: 20 }),
      earlierRow,
      'Nothing was handed in yet. Begin with one photo: you see at once what is found on it.',
      'lines',
    ),
  );
  return { title: 'Hand in evidence', element };
};
