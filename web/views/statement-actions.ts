/** What a person may do with a statement: send to review, return with a comment, approve, mark as sent. */
import type { MoveRequest, StatementDetail } from '../../services/domain/views.ts';
import { h, replace } from '../dom.ts';
import { field } from '../filters.ts';
import { errorText } from '../view.ts';

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
  draft: [approve, toReview, giveBack],
  in_review: [approve, giveBack],
  returned: [{ ...toReview, label: 'Send to review again', kind: 'primary' }],
  approved: [{ to: 'sent', label: 'Mark as sent home', kind: 'quiet' }],
  sent: [],
};

function returnForm(move: Move, cancel: () => void): HTMLElement {
  const comment = h('textarea', { name: 'comment', rows: 3, required: true, maxlength: 4000 });
  const form = h(
    'form',
    {},
    field('What should change?', comment),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, 'Return'),
      h('button', { type: 'button', class: 'quiet', on: { click: cancel } }, 'Cancel'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void move({ to: 'returned', comment: comment.value });
  });
  return form;
}

/** The buttons of a statement's state. `move` throws what the server says against it. */
export function statementActions(statement: StatementDetail, move: Move): HTMLElement {
  const area = h('div', { class: 'actions' });
  const attempt: Move = async (request) => {
    try {
      await move(request);
    } catch (error) {
      area.append(h('p', { class: 'error', role: 'alert' }, errorText(error)));
    }
  };
  const showButtons = (): void => {
    const buttons = actions[statement.state].map(({ to, label, kind }) => {
      const act = (): void => {
        if (to !== 'returned') void attempt({ to });
        else {
          replace(area, returnForm(attempt, showButtons));
          area.querySelector('textarea')?.focus();
        }
      };
      return h('button', { type: 'button', class: kind, on: { click: act } }, label);
    });
    replace(area, h('div', { class: 'buttons' }, buttons));
  };
  showButtons();
  return area;
}
