/** What waits for a person, each with the way to it. */
import { caseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { linkTo } from '../router.ts';
import { later } from '../view.ts';
import { leftByPeriod, likelyPeriod } from './review/queue.ts';

function entry(count: number, what: string, path: readonly string[]): Child {
  if (count === 0) return null;
  return h('a', { class: 'waiting-entry', href: linkTo(path) }, h('strong', {}, String(count)), h('span', {}, what));
}

/** Nothing where nothing was ever handed in. */
export function waitingPanel(): HTMLElement {
  return later(async () => {
    const known = await caseload();
    const [{ documents, dataPoints }, left] = await Promise.all([client.waiting({}), leftByPeriod(known)]);
    const today = new Date().toLocaleDateString('sv-SE');
    const period = known.periods.find(({ id }) => id === likelyPeriod(known, left, today));
    const drafts = (period && left.get(period.id)) ?? 0;
    const entries = [
      entry(documents, documents === 1 ? 'document has a question' : 'documents have a question', ['questions']),
      entry(dataPoints, dataPoints === 1 ? 'number to check' : 'numbers to check', ['review']),
      entry(drafts, `${drafts === 1 ? 'statement' : 'statements'} to review, ${period?.name ?? ''}`, ['statements']),
    ].filter((one) => one !== null);
    if (entries.length === 0) return null;
    return h('section', { class: 'waiting', 'aria-label': 'Waiting for you' }, h('h2', {}, 'Waiting for you'), entries);
  }, '');
}
