/** Progress statements, those that wait for a person first. */
import type { StatementView } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h } from '../dom.ts';
import { field, filterForm, select } from '../filters.ts';
import { nameOf, progressLabels, statementStateLabels } from '../labels.ts';
import { linkTo, type Place } from '../router.ts';
import { chip, growingList, later, page, type Tone, type View } from '../view.ts';

export const statementTones: Record<StatementView['state'], Tone> = {
  draft: 'plain',
  in_review: 'ask',
  returned: 'ask',
  approved: 'lock',
  sent: 'lock',
};

export const progressTones: Record<StatementView['progressCode'], Tone> = {
  met: 'good',
  on_track: 'good',
  some_progress: 'plain',
  no_progress: 'ask',
  regressing: 'bad',
  insufficient_evidence: 'plain',
  not_introduced: 'plain',
};

function row(statement: StatementView, known: KnownCaseload): HTMLElement {
  const goal = known.goal(statement.studentId, statement.goalId);
  const period = known.periods.find(({ id }) => id === statement.periodId);
  const name = `${known.studentName(statement.studentId)}: ${goal?.area ?? statement.goalId}`;
  return h(
    'div',
    { class: 'card row' },
    h(
      'div',
      {},
      h('a', { class: 'card-title', href: linkTo(['statements', statement.id]) }, name),
      h('p', { class: 'note' }, period?.name ?? statement.periodId),
      h('p', { class: 'preview', lang: statement.language }, statement.text),
    ),
    h(
      'div',
      { class: 'chips' },
      chip(progressLabels[statement.progressCode], progressTones[statement.progressCode]),
      chip(statementStateLabels[statement.state], statementTones[statement.state]),
    ),
  );
}

function filters(place: Place, known: KnownCaseload): HTMLElement {
  const value = (name: string) => place.query.get(name) ?? '';
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  const periods = known.periods.map(({ id, name }) => ({ value: id, label: name }));
  const states = Object.entries(statementStateLabels).map(([key, label]) => ({ value: key, label }));
  return filterForm(
    place,
    'Show',
    field('Student', select('studentId', 'All students', students, value('studentId'))),
    field('Period', select('periodId', 'All periods', periods, value('periodId'))),
    field('State', select('state', 'All states', states, value('state'))),
  );
}

export const statementsView: View = (place) => {
  const query = Object.fromEntries(['studentId', 'periodId', 'state'].map((name) => [name, place.query.get(name)]));
  const body = later(async () => {
    const known = await caseload();
    return [
      filters(place, known),
      growingList(
        (cursor) => client.statements({ ...query, cursor, limit: 30 }),
        (statement) => row(statement, known),
        'No statements yet. They are drafted as soon as there is evidence for a goal.',
      ),
    ];
  });
  return { title: 'Statements', element: page('Progress statements', body) };
};
