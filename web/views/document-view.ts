/** One document: whose and what it is, what a person is asked, and every number on it, under its goal. */
import type { DocumentDetail } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h, replace } from '../dom.ts';
import { dayText, documentTypeLabels, fileName, pagesText } from '../labels.ts';
import { pageThumb } from '../page-thumb.ts';
import { linkTo } from '../router.ts';
import { later, page, type View } from '../view.ts';
import { foundOn } from './document-findings.ts';
import { documentQuestions, otherStudent } from './document-questions.ts';
import { needsStudent, pagesLink, whoText } from './document-row.ts';
import { planForm } from './plan-form.ts';

const MOST_THUMBS = 12;

function head(document: DocumentDetail, known: KnownCaseload): Child {
  const names = document.studentIds.map((id) => known.studentName(id));
  const who = document.studentIds.length > 1 ? names.join(', ') : whoText(document, known);
  return [
    h('p', { class: 'lead' }, h('strong', {}, who), ` · ${dayText(document.date)}`),
    h(
      'p',
      { class: 'note' },
      h('span', { class: 'file-name', title: document.file }, fileName(document.file)),
      `, ${pagesText(document.pages)} · `,
      h('a', { href: pagesLink(document) }, 'All pages of this file'),
      ' · ',
      h('a', { href: client.fileUrl(document.uploadId), download: true }, 'Original file'),
    ),
  ];
}

function thumbs({ pages, uploadId }: DocumentDetail): HTMLElement {
  const rest = pages.length - MOST_THUMBS;
  return h(
    'div',
    { class: 'thumbs' },
    pages
      .slice(0, MOST_THUMBS)
      .map((number) => h('figure', {}, pageThumb(uploadId, number), h('figcaption', {}, `Page ${number}`))),
    rest > 0 ? h('p', { class: 'note' }, `and ${rest} more`) : null,
  );
}

/** The pages; beside what is asked about them, large enough to be recognised. */
function asks(document: DocumentDetail, known: KnownCaseload, redraw: (next: DocumentDetail) => void): HTMLElement {
  const questions = documentQuestions(document, known, redraw);
  const [first] = document.pages;
  if (!questions || first === undefined) return thumbs(document);
  const large = pageThumb(document.uploadId, first, { width: 700 });
  return h('div', { class: 'question-sides' }, h('div', { class: 'large-page' }, large), questions);
}

export const documentView: View = (place) => {
  const title = h('span', {}, 'Document');
  const body = later(async () => {
    const [known, first] = await Promise.all([caseload(), client.document(place.path[1] ?? '')]);
    const area = h('div', { tabindex: '-1' });
    const draw = (document: DocumentDetail): void => {
      title.textContent = documentTypeLabels[document.documentType];
      const redraw = (next: DocumentDetail): void => {
        draw(next);
        area.focus();
      };
      replace(
        area,
        head(document, known),
        document.failure ? h('p', { class: 'error' }, document.failure.message) : null,
        asks(document, known, redraw),
        planForm(document, known, redraw),
        foundOn(document, known),
        needsStudent(document) ? null : otherStudent(document, known, redraw),
      );
    };
    draw(first);
    return area;
  });
  const back = h('p', { class: 'back' }, h('a', { href: linkTo(['documents']) }, '‹ All documents'));
  return { title: 'Document', element: page(title, back, body) };
};
