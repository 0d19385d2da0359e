/** The letter of a statement: its words with their citations, what may be done with it, and the facts below. */
import type { StatementDetail } from '../../../services/domain/views.ts';
import { type Child, h } from '../../dom.ts';
import { dayText, instantText, progressLabels, statementStateLabels, valueText } from '../../labels.ts';
import { pageAddress } from '../../page-address.ts';
import { chip } from '../../view.ts';
import { isLeft } from './queue.ts';
import { statementText } from './statement-text.ts';
import { progressTones, statementTones } from './statement-tones.ts';
import { trendChart } from './trend-chart.ts';

function lockNote(statement: StatementDetail): HTMLElement | null {
  const approval = statement.events.findLast((event) => event.to === 'approved');
  if (isLeft(statement) || !approval) return null;
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

/** `actions` are the buttons of its state. */
export function statementLetter(statement: StatementDetail, actions: HTMLElement): HTMLElement {
  const uploads = new Map(statement.dataPoints.map((point) => [point.id, point.uploadId]));
  const addressOf = ({ dataPointId, source }: StatementDetail['citations'][number]): string | null => {
    const uploadId = uploads.get(dataPointId);
    return uploadId ? pageAddress(uploadId, source.page, source.bbox ? [source.bbox] : []) : null;
  };
  const lastReturn = statement.state === 'returned' ? statement.events.at(-1)?.comment : null;
  const grade = Math.round(statement.readingGrade * 10) / 10;
  return h(
    'section',
    { class: isLeft(statement) ? 'letter' : 'letter locked', 'aria-label': 'Statement', tabindex: '-1' },
    h(
      'div',
      { class: 'chips' },
      chip(progressLabels[statement.progressCode], progressTones[statement.progressCode]),
      chip(statementStateLabels[statement.state], statementTones[statement.state]),
    ),
    statementText(statement, addressOf),
    lockNote(statement),
    lastReturn ? h('p', { class: 'why' }, `Returned: ${lastReturn}`) : null,
    actions,
    facts(statement),
    trendChart(statement),
    h('p', { class: 'note' }, `Reading level: grade ${grade} · version ${statement.version}`),
    history(statement),
  );
}
