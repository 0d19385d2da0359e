/** The pages of one document as small pictures, each with the question whether a document starts there. */
import type { DocumentView } from '../../services/domain/views.ts';
import type { KnownCaseload } from '../caseload.ts';
import { type Child, h } from '../dom.ts';
import { dayText, documentTypeLabels, pagesText } from '../labels.ts';
import { pageThumb } from '../page-thumb.ts';
import { linkTo } from '../router.ts';
import { chip } from '../view.ts';
import { whoText } from './document-row.ts';

export interface BundleSettings {
  readonly uploadId: string;
  readonly known: KnownCaseload;
  /** Why it is not sure whether a document starts at a page. */
  readonly doubts: ReadonlyMap<number, string>;
  /** Pages at which a person has just decided otherwise. */
  readonly changed: ReadonlySet<number>;
  readonly turn: (page: number) => void;
  readonly locked: boolean;
}

function joint(page: number, starts: boolean, settings: BundleSettings): Child {
  if (page === 1) return null;
  const doubt = settings.doubts.get(page);
  const isChanged = settings.changed.has(page);
  const words = starts ? 'Belongs to the one before' : 'Starts a new document here';
  return h(
    'div',
    { class: 'joint' },
    isChanged ? chip(starts ? 'New start' : 'Joined', 'good') : null,
    doubt && !isChanged ? h('p', { class: 'why' }, h('strong', {}, 'Not sure. '), doubt) : null,
    h(
      'button',
      {
        type: 'button',
        id: `joint-${page}`,
        class: 'joint-button',
        'aria-label': `Page ${page}: ${words.toLowerCase()}`,
        disabled: settings.locked,
        on: { click: () => settings.turn(page) },
      },
      words,
    ),
  );
}

function title(pages: readonly number[], document: DocumentView | undefined, settings: BundleSettings): Child {
  if (!document) return [`${pagesText(pages)}: `, h('em', {}, 'read anew once you save')];
  const { known } = settings;
  const kind = documentTypeLabels[document.documentType];
  return [
    `${pagesText(pages)}: `,
    h('a', { href: linkTo(['documents', document.id]) }, kind),
    h('span', { class: 'note' }, ` ${whoText(document, known)} · ${dayText(document.date)}`),
  ];
}

/** `document` is what these very pages are now; undefined where a person has put them together in another way. */
export function pageBundle(
  pages: readonly number[],
  document: DocumentView | undefined,
  settings: BundleSettings,
): HTMLElement {
  const [first = 1] = pages;
  const figures = pages.map((page) =>
    h(
      'li',
      { id: `page-${page}`, class: settings.doubts.has(page) && !settings.changed.has(page) ? 'leaf doubt' : 'leaf' },
      pageThumb(settings.uploadId, page),
      h('span', { class: 'leaf-number' }, `Page ${page}`),
      joint(page, page === first, settings),
    ),
  );
  return h(
    'section',
    { class: document ? 'bundle' : 'bundle fresh', 'aria-label': `Document of ${pagesText(pages)}` },
    h('h2', { class: 'bundle-title' }, title(pages, document, settings)),
    h('ul', { class: 'leaves' }, figures),
  );
}
