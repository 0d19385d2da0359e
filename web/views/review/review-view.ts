/**
 * Going through the statements of a period: the list on one side, the chosen statement with its evidence on the other;
 * on a narrow screen one after the other. What is approved makes way for the next that is left.
 */
import type { StatementDetail, StatementView } from '../../../services/domain/views.ts';
import { announce } from '../../announce.ts';
import { caseload, type KnownCaseload } from '../../caseload.ts';
import { client } from '../../client.ts';
import { h, replace } from '../../dom.ts';
import { statementStateLabels } from '../../labels.ts';
import { linkTo, type Place, renamePresent } from '../../router.ts';
import { later, page, type View } from '../../view.ts';
import {
  filterLabels,
  isFilter,
  isLeft,
  leftByPeriod,
  likelyPeriod,
  loadQueue,
  MOST,
  nextLeft,
  passes,
  type QueueFilter,
} from './queue.ts';
import { queueHead } from './queue-head.ts';
import { queueList } from './queue-list.ts';
import { statementDesk } from './statement-desk.ts';

interface Choice {
  readonly periodId: string;
  readonly studentId: string;
  readonly filter: QueueFilter;
}

/** On a narrow screen, whoever comes back to the list finds the place again. */
let lastRead: string | null = null;

/** List and statement stand side by side from this width on; `statement.css` knows it too. */
const wide = matchMedia('(min-width: 62rem)');

function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

function keysNote(): HTMLElement {
  const key = (name: string) => h('kbd', {}, name);
  return h(
    'p',
    { class: 'note keys' },
    ['In the list: ', key('↑'), ' ', key('↓'), ' to move, ', key('Enter'), ' to read, '],
    [key('A'), ' to approve, ', key('R'), ' to return'],
  );
}

async function workspace(place: Place, known: KnownCaseload): Promise<HTMLElement> {
  const linked = place.path[1];
  const left = await leftByPeriod(known);
  const asked = place.query.get('periodId') ?? (linked ? (await client.statement(linked)).periodId : null);
  const word = place.query.get('state');
  let choice: Choice = {
    periodId: asked ?? likelyPeriod(known, left, today()),
    studentId: place.query.get('studentId') ?? '',
    filter: isFilter(word) ? word : 'left',
  };
  let all: StatementView[] = [];
  let shown: StatementView[] = [];
  let chosen = linked ?? null;

  const addressOf = (id: string | null): string => {
    const { periodId, studentId, filter } = choice;
    const state = filter === 'left' ? null : filter;
    return linkTo(id ? ['statements', id] : ['statements'], { periodId, studentId, state });
  };
  const back = h('a', { href: addressOf(null), class: 'back-to-list' }, '‹ All statements');
  const pager = h('div', { class: 'pager' });
  const news = h('p', { class: 'done-note news' });
  const none = h('p', { class: 'empty' });

  const show = (id: string): Promise<void> => {
    chosen = id;
    lastRead = id;
    renamePresent(addressOf(id));
    list.choose(id);
    drawPager();
    return desk.open(id);
  };
  /** On a narrow screen the statement stands alone, at an address that one can come back from. */
  const go = (id: string): void => {
    replace(news);
    if (wide.matches || linked) void show(id);
    else location.hash = addressOf(id);
  };
  const list = queueList({
    known,
    onChosen: (id, pressed) => {
      if (wide.matches || pressed) go(id);
    },
    onApprove: () => desk.start('approved'),
    onReturn: () => desk.start('returned'),
    onEnter: () => {
      if (wide.matches) desk.focus();
      else if (chosen) go(chosen);
    },
  });
  const onMoved = (moved: StatementDetail): void => {
    all = all.map((one) => (one.id === moved.id ? { ...one, state: moved.state } : one));
    shown = shown.map((one) => (one.id === moved.id ? { ...one, state: moved.state } : one));
    const row = shown.find(({ id }) => id === moved.id);
    if (row) list.update(row);
    drawHead();
    const next = moved.state === 'sent' ? undefined : nextLeft(shown, moved.id);
    if (!next || next.id === moved.id) {
      drawPager();
      desk.focus();
      if (!shown.some(isLeft)) announce('Nothing is left to do here.');
      return;
    }
    const goal = known.goal(moved.studentId, moved.goalId)?.area ?? moved.goalId;
    const words = `${statementStateLabels[moved.state]}: ${known.studentName(moved.studentId)}, ${goal}. `;
    replace(news, words, h('a', { href: addressOf(moved.id) }, 'Show it again'));
    void show(next.id).then(() => {
      if (wide.matches) list.focus();
      else {
        window.scrollTo(0, 0);
        desk.focus();
      }
    });
  };
  const desk = statementDesk(known, onMoved);
  const head = queueHead(known, left, (change) => {
    choice = { ...choice, ...change };
    void fill('filters');
  });
  const drawHead = (): void => head.draw(choice, all);
  const drawPager = (): void => {
    const at = shown.findIndex(({ id }) => id === chosen);
    const step = (to: StatementView | undefined, label: string) =>
      h('button', { type: 'button', class: 'quiet', disabled: !to, on: { click: () => to && go(to.id) } }, label);
    replace(
      pager,
      step(at > 0 ? shown[at - 1] : undefined, '‹ Previous'),
      at >= 0 ? h('span', {}, `${at + 1} of ${shown.length}`) : null,
      step(shown[at + 1], 'Next ›'),
    );
  };
  const fill = async (why: 'first' | 'filters'): Promise<void> => {
    all = await loadQueue(choice.periodId, choice.studentId || null, known);
    shown = all.filter((statement) => passes(statement, choice.filter));
    drawHead();
    list.show(shown);
    const first = shown.find(isLeft) ?? shown[0];
    const keep = why === 'first' && linked;
    none.hidden = shown.length > 0;
    none.textContent =
      all.length === 0
        ? 'No statements yet. They are drafted as soon as there is evidence for a goal in this period.'
        : `Nothing here: ${filterLabels[choice.filter].toLowerCase()}.`;
    if (keep) await show(linked);
    else if (first && wide.matches) await show(first.id);
    else {
      chosen = null;
      renamePresent(addressOf(null));
      replace(desk.element);
      replace(pager);
      list.choose(shown.some(({ id }) => id === lastRead) ? lastRead : null);
    }
    if (why === 'filters') announce(`${shown.length} shown.`);
  };
  await fill('first');
  // Once it stands on the page, the chosen row is brought into sight.
  requestAnimationFrame(() => list.choose(chosen ?? (linked ? null : lastRead)));
  return h(
    'div',
    { class: linked ? 'review one' : 'review' },
    head.element,
    all.length === MOST
      ? h('p', { class: 'why' }, `The first ${MOST} are shown. Choose a student to see others.`)
      : null,
    h(
      'div',
      { class: 'workspace' },
      h('div', { class: 'queue' }, none, list.element),
      h('div', { class: 'desk' }, h('div', { class: 'desk-bar' }, back, pager, keysNote()), news, desk.element),
    ),
  );
}

export const reviewView: View = (place) => {
  const body = later(async () => workspace(place, await caseload()));
  return { title: 'Statements', element: page('Progress statements', body) };
};
