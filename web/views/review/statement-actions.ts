/** What a person may do with a statement: send to review, return with a comment, approve, mark as sent. */
import type { MoveRequest, StatementDetail } from '../../../services/domain/views.ts';
import { h, replace } from '../../dom.ts';
import { field } from '../../filters.ts';
import { counted } from '../../labels.ts';
import { errorText } from '../../view.ts';

type Move = (request: Omit<MoveRequest, 'version'>) => Promise<void>;

interface Action {
  readonly to: MoveRequest['to'];
  readonly label: string;
  readonly kind: 'primary' | 'quiet';
}

const approve: Action = { to: 'approved', label: 'Approve', kind: 'primary' };
const giveBack: Action = { to: 'returned', label: 'Return with a comment', kind: 'quiet' };
const toReview: Action = { to: 'in_review', label: 'Send to review', kind: 'quiet' };

const actions: Record<StatementDetail['state'], readonly Action[]> = {
  draft: [approve, giveBack, toReview],
  in_review: [approve, giveBack],
  returned: [{ ...toReview, label: 'Send to review again', kind: 'primary' }],
  approved: [{ to: 'sent', label: 'Mark as sent home', kind: 'quiet' }],
  sent: [],
};

export interface StatementActions {
  readonly element: HTMLElement;
  /** Does what the button of that step does; nothing where the state has no such button. */
  start(to: MoveRequest['to']): void;
}

/** The buttons of a statement's state. `move` throws what the server says against it; `look` shows what is unchecked. */
export function statementActions(statement: StatementDetail, move: Move, look: () => void): StatementActions {
  const area = h('div', { class: 'actions' });
  const button = (label: string, kind: string, act: () => void) =>
    h('button', { type: 'button', class: kind, on: { click: act } }, label);
  const attempt: Move = async (request) => {
    area.inert = true;
    try {
      await move(request);
    } catch (error) {
      area.append(h('p', { class: 'error', role: 'alert' }, errorText(error)));
    } finally {
      area.inert = false;
    }
  };
  const askForComment = (): void => {
    const comment = h('textarea', { name: 'comment', rows: 3, required: true, maxlength: 4000 });
    const buttons = h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, 'Return'),
      button('Cancel', 'quiet', showButtons),
    );
    const form = h('form', {}, field('What should change?', comment), buttons);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void attempt({ to: 'returned', comment: comment.value });
    });
    replace(area, form);
    comment.focus();
  };
  const askWhetherUnchecked = (): void => {
    const numbers = counted(statement.reviewCount, 'number of this period is', 'numbers of this period are');
    const first = button('Look at them', 'primary', () => {
      showButtons();
      look();
    });
    replace(
      area,
      h('p', { class: 'why', role: 'alert' }, `${numbers} not checked yet. Approve all the same?`),
      h(
        'div',
        { class: 'buttons' },
        first,
        button('Approve all the same', 'quiet', () => void attempt({ to: 'approved' })),
        button('Cancel', 'quiet', showButtons),
      ),
    );
    first.focus();
  };
  const start = (to: MoveRequest['to']): void => {
    if (area.inert || !actions[statement.state].some((action) => action.to === to)) return;
    if (to === 'returned') askForComment();
    else if (to === 'approved' && statement.reviewCount > 0) askWhetherUnchecked();
    else void attempt({ to });
  };
  function showButtons(): void {
    const buttons = actions[statement.state].map(({ to, label, kind }) => button(label, kind, () => start(to)));
    replace(area, h('div', { class: 'buttons' }, buttons));
  }
  showButtons();
  return { element: area, start };
}
