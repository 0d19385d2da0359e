/** A statement beside its evidence: the letter on one side, on the other every number with its place on a page. */
import type { DataPointView, StatementDetail } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h, replace } from '../dom.ts';
import {
  dayText,
  instantText,
  measureText,
  nameOf,
  progressLabels,
  statementStateLabels,
  valueText,
} from '../labels.ts';
import { openPage } from '../page-address.ts';
import { linkTo } from '../router.ts';
import { chip, later, page, type View } from '../view.ts';
import { pointCard } from './point-card.ts';
import { statementActions } from './statement-actions.ts';
import { statementText } from './statement-text.ts';
import { progressTones, statementTones } from './statements-view.ts';
import { trendChart } from './trend-chart.ts';

function isLocked(statement: StatementDetail): boolean {
  return statement.state === 'approved' || statement.state === 'sent';
}

function lockNote(statement: StatementDetail): HTMLElement | null {
  const approval = statement.events.findLast((event) => event.to === 'approved');
  if (!isLocked(statement) || !approval) return null;
  return h(
    'p',
    { class: 'lock-note' },
    `Approved by ${approval.by}, ${instantText(approval.at)}. It can no longer be changed.`,
  );
}

function facts(statement: StatementDetail): HTMLElement {
  const { baseline, target, latest, trendPerWeek, unit } = statement.facts;
  const entry = (name: string, ...value: Child[]) => h('div', {}, h('dt', {}, name), h('dd', {}, value));
  const dated = ({ value, date }: { value: number; date: string }) => [
    valueText(value, unit),
    h('span', { class: 'note' }, ` ${dayText(date)}`),
  ];
  return h(
    'dl',
    { class: 'facts' },
    entry('Start', dated(baseline)),
    entry('Latest', latest ? dated(latest) : 'none yet'),
    entry('Target', dated(target)),
    trendPerWeek === null ? null : entry('Change a week', valueText(trendPerWeek, unit)),
  );
}

function history(statement: StatementDetail): Child {
  const { events, versions } = statement;
  if (events.length + versions.length === 0) return null;
  return h(
    'details',
    {},
    h('summary', {}, 'History'),
    h(
      'ol',
      { class: 'history' },
      events.map(({ at, by, to, comment }) =>
        h('li', {}, `${statementStateLabels[to]} by ${by}, ${instantText(at)}`, comment ? h('q', {}, comment) : null),
      ),
    ),
    versions.map(({ version, madeAt, text }) =>
      h(
        'div',
        { class: 'old' },
        h('p', { class: 'note' }, `Version ${version}, ${instantText(madeAt)}`),
        h('p', {}, text),
      ),
    ),
  );
}

function letter(statement: StatementDetail, redraw: (next: StatementDetail) => void): HTMLElement {
  const cite = (citation: StatementDetail['citations'][number]): void => {
    const point = statement.dataPoints.find(({ id }) => id === citation.dataPointId);
    document.getElementById(`point-${citation.dataPointId}`)?.scrollIntoView({ block: 'nearest' });
    const { page: number, bbox } = citation.source;
    if (point) openPage(point.uploadId, number, bbox ? [bbox] : []);
  };
  const move: Parameters<typeof statementActions>[1] = async (request) => {
    const moved = await client.move(statement.id, { ...request, version: statement.version });
    announce(`The statement is now: ${statementStateLabels[moved.state]}`);
    redraw(moved);
  };
  const lastReturn = statement.state === 'returned' ? statement.events.at(-1)?.comment : null;
  return h(
    'section',
    { class: isLocked(statement) ? 'letter locked' : 'letter', 'aria-label': 'Statement' },
    h(
      'div',
      { class: 'chips' },
      chip(progressLabels[statement.progressCode], progressTones[statement.progressCode]),
      chip(statementStateLabels[statement.state], statementTones[statement.state]),
    ),
    statementText(statement, cite),
    lockNote(statement),
    lastReturn ? h('p', { class: 'why' }, `Returned: ${lastReturn}`) : null,
    statementActions(statement, move),
    facts(statement),
    trendChart(statement),
    h(
      'p',
      { class: 'note' },
      `Reading grade ${Math.round(statement.readingGrade * 10) / 10} · version ${statement.version}`,
    ),
    history(statement),
  );
}

function evidence(statement: StatementDetail, known: KnownCaseload, onDecided: () => void): HTMLElement {
  const cited = new Set(statement.citations.map((citation) => citation.dataPointId));
  const card = (point: DataPointView) => {
    const element = pointCard(point, { known, onDecided, locked: isLocked(statement) });
    if (cited.has(point.id)) element.classList.add('cited');
    return element;
  };
  return h(
    'section',
    { 'aria-label': 'Evidence' },
    h('h2', {}, 'Evidence of this period'),
    statement.dataPoints.length === 0
      ? h('p', { class: 'empty' }, 'There is no evidence for this goal in this period.')
      : statement.dataPoints.map(card),
  );
}

export const statementView: View = (place) => {
  const id = place.path[1] ?? '';
  const body = later(async () => {
    const [known, first] = await Promise.all([caseload(), client.statement(id)]);
    const head = h('div', {});
    const sides = h('div', { class: 'sides' });
    const stale = h('p', { class: 'why', role: 'status' });
    const draw = (statement: StatementDetail, focus: boolean): void => {
      const { student, goal, period } = statement;
      replace(
        head,
        h(
          'p',
          { class: 'lead' },
          `${student ? nameOf(student) : statement.studentId} · ${period?.name ?? statement.periodId}`,
        ),
        goal ? h('p', { class: 'goal' }, `${goal.area}: ${goal.statement} (${measureText(goal.measure)})`) : null,
      );
      const again = (): void => {
        replace(
          stale,
          'The evidence was changed; the draft is being written anew. ',
          h('button', { type: 'button', class: 'quiet', on: { click: () => void reload() } }, 'Show the new draft'),
        );
      };
      const side = letter(statement, (next) => draw(next, true));
      replace(stale);
      replace(sides, h('div', {}, stale, side), evidence(statement, known, again));
      if (focus) {
        side.tabIndex = -1;
        side.focus();
      }
    };
    const reload = async (): Promise<void> => draw(await client.statement(id), true);
    draw(first, false);
    return [head, sides];
  });
  const back = h('p', {}, h('a', { href: linkTo(['statements']) }, '‹ All statements'));
  return { title: 'Statement', element: page('Progress statement', back, body) };
};
