/** The documents of the district: those that ask something, the numbers to check, and all of them, filtered. */
import type { WaitingView } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { dayInput, field, filterForm, select } from '../filters.ts';
import { documentTypeLabels, nameOf } from '../labels.ts';
import { linkTo, type Place } from '../router.ts';
import { growingList, later, page, type View } from '../view.ts';
import { documentRow } from './document-row.ts';
import { pointCard } from './point-card.ts';

export const typeChoices = Object.entries(documentTypeLabels).map(([value, label]) => ({ value, label }));

const tabs = [
  { path: 'documents', label: 'All', title: 'Documents' },
  { path: 'questions', label: 'Questions', title: 'Questions about documents', count: 'documents' },
  { path: 'review', label: 'Numbers to check', title: 'Numbers to check', count: 'dataPoints' },
] as const;

function tabBar(current: string, waiting: WaitingView | null): HTMLElement {
  const links = tabs.map((tab) => {
    const count = 'count' in tab && waiting ? waiting[tab.count] : 0;
    return h(
      'a',
      { href: linkTo([tab.path]), 'aria-current': tab.path === current && 'page' },
      tab.label,
      count > 0 ? h('span', { class: 'count' }, String(count)) : null,
    );
  });
  return h('nav', { class: 'tabs', 'aria-label': 'Documents' }, links);
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

function listOfAll(place: Place, known: KnownCaseload): Child {
  const asked = ['studentId', 'type', 'from', 'to', 'uploadId'] as const;
  const query = Object.fromEntries(asked.map((name) => [name, place.query.get(name)]));
  const isFiltered = asked.some((name) => query[name]);
  const { uploadId } = query;
  return [
    filters(place, known),
    uploadId
      ? h(
          'p',
          { class: 'note' },
          'Only what one file holds. ',
          h('a', { href: linkTo(['uploads', uploadId]) }, 'See its pages'),
          ' or ',
          h('a', { href: linkTo(['documents']) }, 'show all documents'),
        )
      : null,
    growingList(
      (cursor) => client.documents({ ...query, cursor, limit: 30 }),
      (document) => documentRow(document, known, false),
      isFiltered
        ? 'No document is like that. Take a filter away to see more.'
        : 'No documents yet. Hand in a photo, a scan or a note, and they appear here.',
    ),
  ];
}

export const documentsView: View = (place) => {
  const current = tabs.find(({ path }) => path === place.path[0]) ?? tabs[0];
  const bar = h('div', {}, tabBar(current.path, null));
  client.waiting({}).then(
    (waiting) => bar.replaceChildren(tabBar(current.path, waiting)),
    () => undefined,
  );
  const body = later(async () => {
    const known = await caseload();
    if (current.path === 'questions') {
      return growingList(
        (cursor) => client.documents({ asks: 'true', cursor, limit: 20 }),
        (document) => documentRow(document, known, true),
        'No document asks anything. Well done.',
      );
    }
    if (current.path === 'review') {
      const studentId = place.query.get('studentId');
      return growingList(
        (cursor) => client.dataPoints({ state: 'needs_review', studentId, cursor, limit: 12 }),
        (point) => pointCard(point, { known, withDocument: true }),
        'No number is waiting for you. Well done.',
        'cards grid',
      );
    }
    return listOfAll(place, known);
  });
  return { title: current.title, element: page(current.title, bar, body) };
};
