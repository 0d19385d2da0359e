/** One statement beside its evidence: the letter on one side, on the other every number with its place on a page. */
import type { DataPointView, MoveRequest, StatementDetail } from '../../../services/domain/views.ts';
import { announce } from '../../announce.ts';
import type { KnownCaseload } from '../../caseload.ts';
import { client } from '../../client.ts';
import { h, replace } from '../../dom.ts';
import { measureText, nameOf, statementStateLabels } from '../../labels.ts';
import { errorText } from '../../view.ts';
import { pointCard } from '../point-card.ts';
import { isLeft } from './queue.ts';
import { type StatementActions, statementActions } from './statement-actions.ts';
import { statementLetter } from './statement-letter.ts';

export interface StatementDesk {
  readonly element: HTMLElement;
  /** Shows this statement; one that comes after another was asked for is dropped. */
  open(id: string): Promise<void>;
  /** Starts a step of the statement that is shown; nothing while it is still on its way. */
  start(to: MoveRequest['to']): void;
  /** Moves the focus to the letter. */
  focus(): void;
}

/** Those that ask first, then as they were taken. */
function inOrder(points: readonly DataPointView[]): DataPointView[] {
  const asks = (point: DataPointView) => (point.state === 'needs_review' ? 0 : 1);
  return points.toSorted((a, b) => asks(a) - asks(b));
}

function evidence(statement: StatementDetail, known: KnownCaseload, onDecided: () => void): HTMLElement {
  const cited = new Set(statement.citations.map((citation) => citation.dataPointId));
  const card = (point: DataPointView) => {
    const element = pointCard(point, { known, onDecided, locked: !isLeft(statement) });
    if (cited.has(point.id)) element.classList.add('cited');
    return element;
  };
  const { length } = statement.dataPoints;
  return h(
    'section',
    { 'aria-label': 'Evidence', class: 'evidence' },
    h('h3', {}, length > 0 ? `Evidence of this period (${length})` : 'Evidence of this period'),
    length === 0
      ? h('p', { class: 'empty' }, 'There is no evidence for this goal in this period.')
      : inOrder(statement.dataPoints).map(card),
  );
}

function head({ student, goal, period, studentId, periodId }: StatementDetail): HTMLElement {
  const who = student ? nameOf(student) : studentId;
  return h(
    'div',
    { class: 'desk-head' },
    h('h2', {}, goal ? `${who}: ${goal.area}` : who),
    h(
      'p',
      { class: 'goal' },
      h('strong', {}, period?.name ?? periodId),
      goal ? ` · ${goal.statement} (${measureText(goal.measure)})` : null,
    ),
  );
}

/** `onMoved` is called after each step that a person has taken, before anything is drawn anew. */
export function statementDesk(known: KnownCaseload, onMoved: (moved: StatementDetail) => void): StatementDesk {
  const element = h('div', { class: 'desk-statement' });
  let asked = '';
  let current: StatementActions | undefined;

  const draw = (statement: StatementDetail): void => {
    const stale = h('p', { class: 'why', role: 'status' });
    const again = (): void => {
      replace(
        stale,
        'The evidence was changed; the draft is being written anew. ',
        h(
          'button',
          { type: 'button', class: 'quiet', on: { click: () => void open(statement.id) } },
          'Show the new draft',
        ),
      );
    };
    const side = evidence(statement, known, again);
    const move = async (request: Omit<MoveRequest, 'version'>): Promise<void> => {
      const moved = await client.move(statement.id, { ...request, version: statement.version });
      announce(`The statement is now: ${statementStateLabels[moved.state]}.`);
      if (asked === moved.id) draw(moved);
      onMoved(moved);
    };
    const look = (): void => side.querySelector<HTMLElement>('[data-state="needs_review"]')?.focus();
    current = statementActions(statement, move, look);
    const letter = statementLetter(statement, current.element);
    replace(element, head(statement), h('div', { class: 'sides' }, h('div', {}, stale, letter), side));
  };
  const open = async (id: string): Promise<void> => {
    asked = id;
    current = undefined;
    element.setAttribute('aria-busy', 'true');
    try {
      const statement = await client.statement(id);
      if (asked === id) draw(statement);
    } catch (error) {
      if (asked === id) replace(element, h('p', { class: 'error', role: 'alert' }, errorText(error)));
    } finally {
      if (asked === id) element.removeAttribute('aria-busy');
    }
  };
  return {
    element,
    open,
    start: (to) => current?.start(to),
    focus: () => element.querySelector<HTMLElement>('.letter')?.focus(),
  };
}
