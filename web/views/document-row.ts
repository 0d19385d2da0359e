/** A document in a list: a small picture, whose and what it is, and its question, which can be answered in place. */
import type { DocumentDetail, DocumentView } from '../../services/domain/views.ts';
import { assignStudent, foundText } from '../assign-student.ts';
import type { KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h, replace } from '../dom.ts';
import { counted, dayText, documentTypeLabels, fileName, pagesText } from '../labels.ts';
import { pageThumb } from '../page-thumb.ts';
import { linkTo } from '../router.ts';
import { chip, errorText } from '../view.ts';

/** Whether nobody knows yet whose the document is. A sheet about several students is nobody's alone, and asks nothing. */
export function needsStudent(document: Pick<DocumentView, 'studentId' | 'studentIds' | 'documentType'>): boolean {
  return document.studentId === null && document.studentIds.length === 0 && document.documentType !== 'separator';
}

export function whoText(
  document: Pick<DocumentView, 'studentId' | 'studentIds' | 'documentType'>,
  known: KnownCaseload,
): string {
  if (needsStudent(document)) return 'No student yet';
  if (document.studentIds.length > 1) return counted(document.studentIds.length, 'student');
  const id = document.studentId ?? document.studentIds[0] ?? null;
  return id === null ? 'Nobody in particular' : known.studentName(id);
}

/** Where the pages of the upload are shown in their documents, at this document. */
export function pagesLink(document: Pick<DocumentView, 'uploadId' | 'pages'>): string {
  return linkTo(['uploads', document.uploadId], { at: String(document.pages[0] ?? 1) });
}

function answer(document: DocumentView, known: KnownCaseload, onAnswered: (next: DocumentDetail) => void): Child {
  if (!needsStudent(document) || document.state !== 'filed') return null;
  const area = h('div', { class: 'answer' });
  const open = async (): Promise<void> => {
    try {
      const { candidateIds } = await client.document(document.id);
      replace(area, assignStudent({ documentId: document.id, known, candidateIds, onDone: onAnswered }));
      area.querySelector<HTMLElement>('button, input')?.focus();
    } catch (error) {
      replace(area, h('p', { class: 'error', role: 'alert' }, errorText(error)));
    }
  };
  const label = `Choose the student of ${fileName(document.file)}, ${pagesText(document.pages)}`;
  replace(
    area,
    h('button', { type: 'button', 'aria-label': label, on: { click: () => void open() } }, 'Choose the student'),
  );
  return area;
}

function questions(document: DocumentView): Child {
  if (document.questions.length === 0) return null;
  const rows = document.questions.map((words) => h('li', {}, words));
  return h('ul', { class: 'why plain-list' }, rows);
}

function chips(document: DocumentView): Child {
  const { state, pointCount, reviewCount } = document;
  return h(
    'div',
    { class: 'chips' },
    state === 'failed' ? chip('Could not be understood', 'bad') : null,
    state === 'filed' || state === 'failed' ? null : chip('Being read', 'plain'),
    pointCount > 0 ? chip(counted(pointCount, 'number')) : null,
    reviewCount > 0 ? chip(`${reviewCount} to check`, 'ask') : null,
  );
}

/** A card that redraws itself once its question was answered. `asks`: with its questions, and a way to answer them. */
export function documentRow(first: DocumentView, known: KnownCaseload, asks: boolean): HTMLElement {
  const card = h('div', { class: `card row document-row${asks ? ' asking-row' : ''}`, tabindex: '-1' });
  const draw = (document: DocumentView, news: Child): void => {
    const [page] = document.pages;
    const kind = documentTypeLabels[document.documentType];
    const title = needsStudent(document) ? kind : `${whoText(document, known)}: ${kind}`;
    replace(
      card,
      page === undefined
        ? null
        : pageThumb(document.uploadId, page, { label: `Open page ${page} of ${document.file}` }),
      h(
        'div',
        { class: 'row-body' },
        h('a', { class: 'card-title', href: linkTo(['documents', document.id]) }, title),
        h(
          'p',
          { class: 'note' },
          needsStudent(document) ? h('strong', { class: 'asking' }, 'No student yet') : null,
          needsStudent(document) ? ' · ' : null,
          dayText(document.date),
          ' · ',
          h('a', { class: 'file-name', href: pagesLink(document), title: document.file }, fileName(document.file)),
          `, ${pagesText(document.pages)}`,
        ),
        news,
        asks ? questions(document) : null,
        asks
          ? answer(document, known, (next) => {
              draw(next, h('p', { class: 'done-note' }, `Thank you: ${foundText(next)}.`));
              card.focus();
            })
          : null,
        asks && document.doubts.length > 0
          ? h('p', {}, h('a', { href: pagesLink(document) }, 'See where its pages begin and end'))
          : null,
      ),
      chips(document),
    );
  };
  draw(first, null);
  return card;
}
