/**
 * The statements as a listbox: the arrows (or J and K) move the choice, Enter goes to the statement, A approves, R
 * returns. The letters work only while the list has the focus, so they are in nobody's way.
 */
import type { StatementView } from '../../../services/domain/views.ts';
import type { KnownCaseload } from '../../caseload.ts';
import { h, replace } from '../../dom.ts';
import { groupBy } from '../../group-by.ts';
import { progressLabels, statementStateLabels } from '../../labels.ts';
import { chip } from '../../view.ts';
import { isLeft } from './queue.ts';
import { progressTones, statementTones } from './statement-tones.ts';

export interface QueueListSettings {
  readonly known: KnownCaseload;
  /** The person has moved to another statement, or pressed one. */
  readonly onChosen: (id: string, pressed: boolean) => void;
  readonly onApprove: () => void;
  readonly onReturn: () => void;
  /** The person wants to read the statement. */
  readonly onEnter: () => void;
}

export interface QueueList {
  readonly element: HTMLElement;
  show(statements: readonly StatementView[]): void;
  /** Draws one row anew. */
  update(statement: StatementView): void;
  choose(id: string | null): void;
  /** Moves the focus to the chosen row. */
  focus(): void;
}

function fill(option: HTMLElement, statement: StatementView, known: KnownCaseload): void {
  const { state, progressCode, reviewCount } = statement;
  const goal = known.goal(statement.studentId, statement.goalId);
  option.classList.toggle('done', !isLeft(statement));
  replace(
    option,
    h('span', { class: 'option-title' }, goal?.area ?? statement.goalId),
    h(
      'span',
      { class: 'chips' },
      chip(progressLabels[progressCode], progressTones[progressCode]),
      state === 'draft' ? null : chip(statementStateLabels[state], statementTones[state]),
      reviewCount > 0 && isLeft(statement) ? chip(`${reviewCount} to check`, 'ask') : null,
    ),
  );
}

export function queueList({ known, onChosen, onApprove, onReturn, onEnter }: QueueListSettings): QueueList {
  const element = h('div', { role: 'listbox', class: 'queue-list', 'aria-label': 'Statements' });
  const options = new Map<string, HTMLElement>();
  let chosen: string | null = null;

  const mark = (id: string | null): void => {
    chosen = id;
    const reachable = id !== null && options.has(id) ? id : options.keys().next().value;
    for (const [key, option] of options) {
      option.setAttribute('aria-selected', String(key === id));
      option.tabIndex = key === reachable ? 0 : -1;
    }
    if (id) options.get(id)?.scrollIntoView({ block: 'nearest' });
  };
  const go = (id: string | undefined, pressed: boolean): void => {
    if (id === undefined) return;
    mark(id);
    options.get(id)?.focus({ preventScroll: true });
    onChosen(id, pressed);
  };
  const optionOf = (statement: StatementView): HTMLElement => {
    const option = h('div', { role: 'option', class: 'queue-option', id: `option-${statement.id}`, tabindex: '-1' });
    option.addEventListener('click', () => go(statement.id, true));
    fill(option, statement, known);
    options.set(statement.id, option);
    return option;
  };
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ids = [...options.keys()];
    const at = chosen === null ? -1 : ids.indexOf(chosen);
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(ids[Math.min(at + 1, ids.length - 1)], false),
      ArrowUp: () => go(ids[Math.max(at - 1, 0)], false),
      Home: () => go(ids[0], false),
      End: () => go(ids.at(-1), false),
      Enter: onEnter,
      ' ': onEnter,
      a: onApprove,
      r: onReturn,
    };
    const act =
      moves[{ j: 'ArrowDown', k: 'ArrowUp' }[event.key.toLowerCase()] ?? event.key] ?? moves[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  return {
    element,
    show(statements) {
      options.clear();
      const groups = [...groupBy(statements, ({ studentId }) => studentId)].map(([studentId, own], index) => {
        const head = h('p', { class: 'queue-student', id: `queue-student-${index}` }, known.studentName(studentId));
        return h('div', { role: 'group', 'aria-labelledby': head.id }, head, own.map(optionOf));
      });
      replace(element, groups);
      mark(chosen);
    },
    update(statement) {
      const option = options.get(statement.id);
      if (option) fill(option, statement, known);
    },
    choose: mark,
    focus() {
      const option = (chosen === null ? undefined : options.get(chosen)) ?? [...options.values()][0];
      option?.focus({ preventScroll: true });
    },
  };
}
