/** The archive: words in, pages out, with the words marked on the page. */
import type { SearchHitView } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { dayInput, field, filterForm, select } from '../filters.ts';
import { counted, dayText, documentTypeLabels, fileName, nameOf } from '../labels.ts';
import { openPage } from '../page-address.ts';
import { pageThumb } from '../page-thumb.ts';
import { linkTo, type Place } from '../router.ts';
import { later, page, type View } from '../view.ts';
import { typeChoices } from './documents-view.ts';

const MOST = 50;
const filterNames = ['studentId', 'type', 'from', 'to'] as const;

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
  const who = hit.studentId ? `${known.studentName(hit.studentId)}: ` : '';
  const near = (hit.near ?? []).map((word) => `“${word}”`).join(', ');
  return h(
    'li',
    { class: 'card row document-row' },
    pageThumb(hit.uploadId, hit.page, { label: `Small picture of page ${hit.page} of ${hit.file}` }),
    h(
      'div',
      { class: 'row-body' },
      h(
        'button',
        { type: 'button', class: 'hit', on: { click: open } },
        h('span', { class: 'card-title' }, `${who}${documentTypeLabels[hit.documentType]}, page ${hit.page}`),
        h('span', { class: 'snippet' }, markedSnippet(hit.snippet, words)),
      ),
      near ? h('p', { class: 'note' }, `A similar word stands here, probably misread: ${near}`) : null,
      h(
        'p',
        { class: 'note' },
        `${dayText(hit.date)} · `,
        h(
          'a',
          { class: 'file-name', href: linkTo(['documents', hit.documentId]), title: hit.file },
          fileName(hit.file),
        ),
      ),
    ),
  );
}

/** The filters, folded away where none is set: on a phone the words and the hits come first. */
function narrowing(place: Place, known: KnownCaseload): HTMLElement {
  const value = (name: string) => place.query.get(name) ?? '';
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  return h(
    'details',
    { class: 'narrowing', open: filterNames.some((name) => value(name)) || matchMedia('(min-width: 42rem)').matches },
    h('summary', {}, 'Student, kind and days'),
    h(
      'div',
      { class: 'filters' },
      field('Student', select('studentId', 'All students', students, value('studentId'))),
      field('Kind', select('type', 'All kinds', typeChoices, value('type'))),
      field('From', dayInput('from', value('from'))),
      field('To', dayInput('to', value('to'))),
    ),
  );
}

function form(place: Place, known: KnownCaseload): HTMLElement {
  const query = h('input', {
    type: 'search',
    name: 'q',
    required: true,
    maxlength: 300,
    value: place.query.get('q') ?? '',
    autocomplete: 'off',
  });
  const element = filterForm(
    place,
    'Search',
    field('Words on the page', query, 'Put words in double quotes when they stand together.'),
    narrowing(place, known),
  );
  element.setAttribute('role', 'search');
  return element;
}

export const searchView: View = (place) => {
  const query = Object.fromEntries(['q', ...filterNames].map((name) => [name, place.query.get(name)]));
  const results = async (known: KnownCaseload): Promise<Child> => {
    const { items } = await client.search({ ...query, limit: MOST });
    announce(`${counted(items.length, 'page')} found.`);
    if (items.length === 0) {
      const filtered = [...filterNames].some((name) => query[name]);
      const words = filtered ? 'No page that passes the filters holds these words.' : 'No page holds these words.';
      return h('p', { class: 'empty' }, words);
    }
    const most = items.length === MOST ? `The best ${MOST} pages` : counted(items.length, 'page');
    return [
      h('p', { class: 'note' }, `${most}, best first.`),
      h(
        'ul',
        { class: 'cards' },
        items.map((hit) => hitRow(hit, known)),
      ),
    ];
  };
  const body = later(async () => {
    const known = await caseload();
    return [form(place, known), query.q ? later(() => results(known), 'Searching …') : null];
  });
  return { title: 'Search', element: page('Search the archive', body) };
};
