/** One document: what it is, what was found on it, and what a person is asked. */
import type { DocumentDetail, ServiceView } from '../../services/domain/views.ts';
import { caseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { counted, dayText, documentTypeLabels, valueText } from '../labels.ts';
import { openPage } from '../page-address.ts';
import { linkTo } from '../router.ts';
import { later, page, type View } from '../view.ts';
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

function content(document: DocumentDetail, known: KnownCaseload): Child {
  const { services, unmapped, questions, uploadId } = document;
  // As they stand on the pages, so that page and list can be read side by side.
  const dataPoints = document.dataPoints.toSorted(
    (a, b) => a.source.page - b.source.page || a.source.start - b.source.start,
  );
  const asking = dataPoints.filter((point) => point.state === 'needs_review');
  const others = dataPoints.filter((point) => point.state !== 'needs_review');
  const cards = (points: typeof dataPoints) =>
    h(
      'div',
      { class: 'grid' },
      points.map((point) => pointCard(point, { known })),
    );
  const who =
    document.studentIds.length > 1
      ? document.studentIds.map((id) => known.studentName(id)).join(', ')
      : known.studentName(document.studentId);
  return [
    h('p', { class: 'lead' }, `${documentTypeLabels[document.documentType]} · ${who} · ${dayText(document.date)}`),
    h(
      'div',
      { class: 'buttons' },
      document.pages.map((number) =>
        h(
          'button',
          { type: 'button', class: 'quiet', on: { click: () => openPage(uploadId, number, []) } },
          `Page ${number}`,
        ),
      ),
      h('a', { class: 'button quiet', href: client.fileUrl(uploadId), download: true }, 'Original file'),
    ),
    document.failure ? h('p', { class: 'error' }, document.failure.message) : null,
    questions.length > 0
      ? h(
          'div',
          { class: 'asks' },
          h('h2', {}, 'Questions for you'),
          h(
            'ul',
            {},
            questions.map((words) => h('li', {}, words)),
          ),
        )
      : null,
    asking.length > 0 ? section('Please check', cards(asking)) : null,
    others.length > 0 ? section('Numbers', cards(others)) : null,
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
    dataPoints.length + services.length + unmapped.length === 0 && !document.failure
      ? h(
          'p',
          { class: 'empty' },
          'No measurements were found on this document. Its words can be searched all the same.',
        )
      : null,
  ];
}

export const documentView: View = (place) => {
  const body = later(async () => {
    const [known, document] = await Promise.all([caseload(), client.document(place.path[1] ?? '')]);
    return [h('p', { class: 'note file-name' }, document.file), content(document, known)];
  });
  const back = h('p', {}, h('a', { href: linkTo(['documents']) }, '‹ All documents'));
  return { title: 'Document', element: page('Document', back, body) };
};
