/** The documents of the district, filtered; and what is waiting for a person among their numbers. */
import type { DocumentView } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h } from '../dom.ts';
import { dayInput, field, filterForm, select } from '../filters.ts';
import { counted, dayText, documentTypeLabels, nameOf } from '../labels.ts';
import { linkTo, type Place } from '../router.ts';
import { chip, growingList, later, page, type View } from '../view.ts';
import { pointCard } from './point-card.ts';

export const typeChoices = Object.entries(documentTypeLabels).map(([value, label]) => ({ value, label }));

function pagesText(pages: readonly number[]): string {
  const [first] = pages;
  const last = pages.at(-1);
  return first === last ? `page ${first}` : `pages ${first}–${last}`;
}

function row(document: DocumentView, known: KnownCaseload): HTMLElement {
  const group = document.studentIds.length > 1;
  const who = group ? counted(document.studentIds.length, 'student') : known.studentName(document.studentId);
  return h(
    'div',
    { class: 'card row' },
    h(
      'div',
      {},
      h(
        'a',
        { class: 'card-title', href: linkTo(['documents', document.id]) },
        documentTypeLabels[document.documentType],
      ),
      h('p', {}, `${who} · ${dayText(document.date)}`),
      h('p', { class: 'note file-name' }, `${document.file}, ${pagesText(document.pages)}`),
    ),
    h(
      'div',
      { class: 'chips' },
      document.state === 'failed' ? chip('Could not be understood', 'bad') : null,
      document.pointCount > 0 ? chip(counted(document.pointCount, 'number')) : null,
      document.reviewCount > 0 ? chip(`${document.reviewCount} to check`, 'ask') : null,
      document.questions.length > 0 ? chip(counted(document.questions.length, 'question'), 'ask') : null,
    ),
  );
}

function filters(place: Place, known: KnownCaseload): HTMLElement {
  const value = (name: string) => place.query.get(name) ?? '';
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  return filterForm(
    place,
    'Show',
    field('Student', select('studentId', 'All students', students, value('studentId'))),
    field('Kind', select('type', 'All kinds', typeChoices, value('type'))),
    field('From', dayInput('from', value('from'))),
    field('To', dayInput('to', value('to'))),
  );
}

function toCheck(known: KnownCaseload, studentId: string | null): HTMLElement {
  return growingList(
    (cursor) => client.dataPoints({ state: 'needs_review', studentId, cursor, limit: 10 }),
    (point) => pointCard(point, { known, withDocument: true }),
    'No number is waiting for you.',
    'cards grid',
  );
}

export const documentsView: View = (place) => {
  const asked = ['studentId', 'type', 'from', 'to', 'uploadId'] as const;
  const query = Object.fromEntries(asked.map((name) => [name, place.query.get(name)]));
  const review = place.path[0] === 'review';
  const title = review ? 'Numbers to check' : 'Documents';
  const tabs = h(
    'nav',
    { class: 'tabs', 'aria-label': 'Documents' },
    h('a', { href: linkTo(['documents']), 'aria-current': !review && 'page' }, 'All documents'),
    h('a', { href: linkTo(['review']), 'aria-current': review && 'page' }, 'Numbers to check'),
  );
  const body = later(async () => {
    const known = await caseload();
    if (review) return toCheck(known, query.studentId ?? null);
    return [
      filters(place, known),
      query.uploadId
        ? h('p', { class: 'note' }, 'Only what one upload holds. ', h('a', { href: linkTo(['documents']) }, 'Show all'))
        : null,
      growingList(
        (cursor) => client.documents({ ...query, cursor, limit: 30 }),
        (document) => row(document, known),
        'No documents. Hand in a photo, a scan or a note, and they appear here.',
      ),
    ];
  });
  return { title, element: page(title, tabs, body) };
};
