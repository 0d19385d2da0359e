/** What was found on a document: numbers under their goals, sessions, and what could not be tied to a goal. */
import type { DataPointView, DocumentDetail, ServiceView } from '../../services/domain/views.ts';
import type { KnownCaseload } from '../caseload.ts';
import { type Child, h } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { groupBy } from '../group-by.ts';
import { counted, dayText, valueText } from '../labels.ts';
import { pointCard } from './point-card.ts';

function section(title: string, ...content: Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), content);
}

function serviceRow(service: ServiceView, known: KnownCaseload): HTMLElement {
  const { uploadId, source } = service;
  const given = service.delivered ? counted(service.minutes, 'minute') : 'not given';
  const group = service.groupSize && service.groupSize > 1 ? ` · group of ${service.groupSize}` : '';
  return h(
    'li',
    { class: 'card' },
    evidenceStrip({ uploadId, page: source.page, bbox: source.bbox, quote: source.quote }),
    h('p', { class: 'value-line' }, h('strong', {}, `${service.kind}: ${given}`), h('span', {}, dayText(service.date))),
    h('p', { class: 'note' }, `${known.studentName(service.studentId)}${group}`),
    service.reason ? h('p', { class: 'why' }, service.reason) : null,
  );
}

function unmappedRow(found: DocumentDetail['unmapped'][number], uploadId: string): HTMLElement {
  const value = found.value === undefined ? null : h('strong', {}, valueText(found.value, found.unit ?? ''));
  return h(
    'li',
    { class: 'card' },
    evidenceStrip({ uploadId, page: found.source.page, bbox: found.source.bbox, quote: found.quote }),
    h('p', { class: 'value-line' }, value, h('span', { class: 'note' }, found.reason)),
  );
}

/** As they stand on the pages, those that ask first. */
function inOrder(points: readonly DataPointView[]): DataPointView[] {
  const asks = (point: DataPointView) => (point.state === 'needs_review' ? 0 : 1);
  return points.toSorted(
    (a, b) => asks(a) - asks(b) || a.source.page - b.source.page || a.source.start - b.source.start,
  );
}

function goalSection(points: readonly DataPointView[], known: KnownCaseload, named: boolean): HTMLElement {
  const { studentId = '', goalId = '' } = points[0] ?? {};
  const goal = known.goal(studentId, goalId);
  const area = goal?.area ?? 'A goal that is no longer on the caseload';
  return section(
    named ? `${known.studentName(studentId)}: ${area}` : area,
    goal ? h('p', { class: 'goal' }, goal.statement) : null,
    h(
      'div',
      { class: 'grid' },
      inOrder(points).map((point) => pointCard(point, { known })),
    ),
  );
}

/** Everything that was found, or that nothing was. */
export function foundOn(document: DocumentDetail, known: KnownCaseload): Child {
  const { dataPoints, services, unmapped, uploadId } = document;
  const named = document.studentIds.length > 1;
  const goals = groupBy(dataPoints, ({ studentId, goalId }) => `${studentId} ${goalId}`);
  const asking = (points: readonly DataPointView[]) => (points.some(({ state }) => state === 'needs_review') ? 0 : 1);
  const sections = [...goals.values()].sort((a, b) => asking(a) - asking(b));
  if (dataPoints.length + services.length + unmapped.length === 0) {
    if (document.failure) return null;
    return h(
      'p',
      { class: 'empty' },
      'No measurements were found on this document. Its words can be searched all the same.',
    );
  }
  return [
    sections.map((points) => goalSection(points, known, named)),
    services.length > 0
      ? section(
          'Services',
          h(
            'ul',
            { class: 'cards grid' },
            services.map((service) => serviceRow(service, known)),
          ),
        )
      : null,
    unmapped.length > 0
      ? section(
          'Not tied to a goal',
          h('p', { class: 'note' }, 'These were found too, but do not count for any goal.'),
          h(
            'ul',
            { class: 'cards grid' },
            unmapped.map((found) => unmappedRow(found, uploadId)),
          ),
        )
      : null,
  ];
}
