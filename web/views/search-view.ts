/** The archive: words in, pages out, with the words marked on the page. */
import type { SearchHitView } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { dayInput, field, filterForm, select } from '../filters.ts';
import { counted, dayText, documentTypeLabels, nameOf } from '../labels.ts';
import { openPage } from '../page-address.ts';
import { linkTo, type Place } from '../router.ts';
import { later, page, type View } from '../view.ts';
import { typeChoices } from './documents-view.ts';

/** The snippet with the words that hit set apart. */
export function markedSnippet(snippet: string, words: readonly string[]): Child[] {
  const known = new Set(words.map((word) => word.toLowerCase()));
  return snippet.split(/(\s+)/).map((part) => (known.has(part.toLowerCase()) ? h('mark', {}, part) : part));
}

function hitRow(hit: SearchHitView, known: KnownCaseload): HTMLElement {
  const open = (): void =>
    openPage(
      hit.uploadId,
      hit.page,
      hit.highlights.map(({ bbox }) => bbox),
    );
  const words = hit.highlights.map(({ text }) => text);
  return h(
    'li',
    { class: 'card' },
    h(
      'button',
      { type: 'button', class: 'hit', on: { click: open } },
      h('span', { class: 'card-title' }, `${documentTypeLabels[hit.documentType]}, page ${hit.page}`),
      h('span', { class: 'snippet' }, markedSnippet(hit.snippet, words)),
    ),
    h(
      'p',
      { class: 'note' },
      `${known.studentName(hit.studentId)} · ${dayText(hit.date)} · `,
      h('a', { href: linkTo(['documents', hit.documentId]) }, hit.file),
    ),
  );
}

function form(place: Place, known: KnownCaseload): HTMLElement {
  const value = (name: string) => place.query.get(name) ?? '';
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  const query = h('input', {
    type: 'search',
    name: 'q',
    required: true,
    maxlength: 300,
    value: value('q'),
    autocomplete: 'off',
  });
  const element = filterForm(
    place,
    'Search',
    field('Words on the page', query, 'Put words in double quotes when they stand together.'),
    field('Student', select('studentId', 'All students', students, value('studentId'))),
    field('Kind', select('type', 'All kinds', typeChoices, value('type'))),
    field('From', dayInput('from', value('from'))),
    field('To', dayInput('to', value('to'))),
  );
  element.setAttribute('role', 'search');
  return element;
}

export const searchView: View = (place) => {
  const query = Object.fromEntries(
    ['q', 'studentId', 'type', 'from', 'to'].map((name) => [name, place.query.get(name)]),
  );
  const results = async (known: KnownCaseload): Promise<Child> => {
    const { items } = await client.search({ ...query, limit: 50 });
    announce(`${counted(items.length, 'page')} found.`);
    if (items.length === 0) return h('p', { class: 'empty' }, 'No page holds these words.');
    return h(
      'ul',
      { class: 'cards' },
      items.map((hit) => hitRow(hit, known)),
    );
  };
  const body = later(async () => {
    const known = await caseload();
    return [form(place, known), query.q ? later(() => results(known), 'Searching …') : null];
  });
  return { title: 'Search', element: page('Search the archive', body) };
};
