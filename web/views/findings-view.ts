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
  const kinds = Object.entries(findingLabels).map(([key, label]) => ({ value: key, label }));
  return filterForm(
    place,
    'Show',
    field('Student', select('studentId', 'All students', students, value('studentId'))),
    field('Kind', select('kind', 'All kinds', kinds, value('kind'))),
  );
}

function line(finding: FindingView, known: KnownCaseload): HTMLElement {
  const goal = finding.goalId ? known.goal(finding.studentId, finding.goalId)?.area : undefined;
  return h(
    'li',
    { class: 'row' },
    h(
      'div',
      {},
      goal ? h('strong', {}, `${goal}: `) : null,
      finding.detail,
      h('span', { class: 'note' }, ` since ${dayText(finding.since)}`),
    ),
    chip(findingLabels[finding.kind], tones[finding.severity]),
  );
}

function ofStudent(studentId: string, findings: readonly FindingView[], known: KnownCaseload): HTMLElement {
  const ordered = findings.toSorted((a, b) => weight[b.severity] - weight[a.severity] || (a.since < b.since ? -1 : 1));
  return h(
    'section',
    {},
    h('h2', {}, known.studentName(studentId), h('span', { class: 'note' }, ` ${counted(findings.length, 'gap')}`)),
    h(
      'ul',
      { class: 'lines' },
      ordered.map((finding) => line(finding, known)),
    ),
    h('p', { class: 'note' }, h('a', { href: linkTo(['documents'], { studentId }) }, 'Evidence of this student')),
  );
}

function shown(findings: readonly FindingView[], known: KnownCaseload): Child {
  if (findings.length === 0) return h('p', { class: 'empty' }, 'No gaps. Well done.');
  const heft = (own: readonly FindingView[]) => own.reduce((sum, { severity }) => sum + weight[severity], 0);
  const students = [...groupBy(findings, ({ studentId }) => studentId)].sort((a, b) => heft(b[1]) - heft(a[1]));
  const more = findings.length === MOST ? 'The first thousand are shown. ' : '';
  return [
    h('p', { class: 'lead' }, `${counted(findings.length, 'gap')} of ${counted(students.length, 'student')}.`),
    h('p', { class: 'note' }, `${more}Whoever has the most to be looked at stands first.`),
    students.map(([studentId, own]) => ofStudent(studentId, own, known)),
  ];
}

export const findingsView: View = (place) => {
  const query = { studentId: place.query.get('studentId'), kind: place.query.get('kind') };
  const body = later(async () => {
    const known = await caseload();
    const list = later(async () => {
      const findings = await allOf((paging) => client.findings({ ...query, ...paging }), MOST);
      return shown(findings, known);
    });
    return [filters(place, known), list];
  });
  return { title: 'Gaps', element: page('Gaps', body) };
};
