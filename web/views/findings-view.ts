/** What is missing, late or off track, student by student: to be seen before it becomes a finding of somebody else. */
import type { FindingView } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { allOf, client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { field, filterForm, select } from '../filters.ts';
import { groupBy } from '../group-by.ts';
import { counted, dayText, findingLabels, nameOf } from '../labels.ts';
import { linkTo, type Place } from '../router.ts';
import { chip, later, page, type Tone, type View } from '../view.ts';

/** More than can be read; a filter shows the others. */
const MOST = 1000;
const tones: Record<FindingView['severity'], Tone> = { critical: 'bad', warning: 'ask', info: 'plain' };
const weight: Record<FindingView['severity'], number> = { critical: 100, warning: 10, info: 1 };

function filters(place: Place, known: KnownCaseload): HTMLElement {
  const value = (name: string) => place.query.get(name) ?? '';
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  const periods = known.periods.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = Object.entries(findingLabels).map(([key, label]) => ({ value: key, label }));
  return filterForm(
    place,
    'Show',
    field('Period', select('periodId', 'All with evidence', periods, value('periodId'))),
    field('Student', select('studentId', 'All students', students, value('studentId'))),
    field('Kind', select('kind', 'All kinds', kinds, value('kind'))),
  );
}

/** What was expected and what there is, where both are known. */
function comparison({ kind, expected, actual }: FindingView): string {
  if (expected === undefined || actual === undefined) return '';
  const unit = kind === 'service_shortfall' ? ' minutes' : '';
  const number = (value: number) => Math.round(value * 10) / 10;
  return ` · ${number(actual)} of ${number(expected)}${unit}`;
}

function line(finding: FindingView, known: KnownCaseload): HTMLElement {
  const period = known.periods.find(({ id }) => id === finding.periodId);
  return h(
    'li',
    { class: 'row' },
    h(
      'div',
      {},
      h('span', {}, finding.detail),
      h(
        'p',
        { class: 'note' },
        `${period ? `${period.name} · ` : ''}since ${dayText(finding.since)}${comparison(finding)}`,
      ),
    ),
    chip(findingLabels[finding.kind], tones[finding.severity]),
  );
}

function ofStudent(studentId: string, findings: readonly FindingView[], known: KnownCaseload): HTMLElement {
  const ordered = findings.toSorted((a, b) => weight[b.severity] - weight[a.severity] || (a.since < b.since ? -1 : 1));
  return h(
    'section',
    {},
    h('h2', {}, known.studentName(studentId), h('span', { class: 'note' }, ` ${counted(findings.length, 'thing')}`)),
    h(
      'ul',
      { class: 'lines' },
      ordered.map((finding) => line(finding, known)),
    ),
    h('p', { class: 'note' }, h('a', { href: linkTo(['documents'], { studentId }) }, 'Evidence of this student')),
  );
}

function shown(findings: readonly FindingView[], known: KnownCaseload): Child {
  if (findings.length === 0) return h('p', { class: 'empty' }, 'Nothing is missing, late or off track here.');
  const heft = (own: readonly FindingView[]) => own.reduce((sum, { severity }) => sum + weight[severity], 0);
  const students = [...groupBy(findings, ({ studentId }) => studentId)].sort((a, b) => heft(b[1]) - heft(a[1]));
  const more = findings.length === MOST ? 'The first thousand are shown. ' : '';
  return [
    h(
      'p',
      { class: 'lead' },
      `${counted(findings.length, 'thing')} to look at, about ${counted(students.length, 'student')}.`,
    ),
    h('p', { class: 'note' }, `${more}The student with the most serious gaps stands first.`),
    students.map(([studentId, own]) => ofStudent(studentId, own, known)),
  ];
}

export const findingsView: View = (place) => {
  const body = later(async () => {
    const known = await caseload();
    const list = later(async () => {
      const { query } = place;
      const asked = { studentId: query.get('studentId'), kind: query.get('kind'), periodId: query.get('periodId') };
      const findings = await allOf((paging) => client.findings({ ...asked, ...paging }), MOST);
      return shown(findings, known);
    });
    return [filters(place, known), list];
  });
  return { title: 'Gaps', element: page('Gaps', body) };
};
