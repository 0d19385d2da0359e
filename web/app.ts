/** The page: which view stands at which address, and what happens when the address changes. */
import { byId, h, replace } from './dom.ts';
import { openPageIn } from './page-address.ts';
import { closePage, showPage } from './page-dialog.ts';
import { isPresent, linkTo, type Place, placeOf } from './router.ts';
import type { Shown, View } from './view.ts';
import { documentView } from './views/document-view.ts';
import { documentsView } from './views/documents-view.ts';
import { findingsView } from './views/findings-view.ts';
import { pagesView } from './views/pages-view.ts';
import { reviewView } from './views/review/review-view.ts';
import { searchView } from './views/search-view.ts';
import { uploadView } from './views/upload-view.ts';

const sections = [
  { path: 'upload', label: 'Hand in' },
  { path: 'documents', label: 'Documents' },
  { path: 'statements', label: 'Statements' },
  { path: 'gaps', label: 'Gaps' },
  { path: 'search', label: 'Search' },
];

function viewAt([section, id]: readonly string[]): View {
  if (section === 'documents') return id ? documentView : documentsView;
  if (section === 'review' || section === 'questions') return documentsView;
  if (section === 'uploads' && id) return pagesView;
  if (section === 'statements') return reviewView;
  if (section === 'gaps') return findingsView;
  if (section === 'search') return searchView;
  return uploadView;
}

let shown: Shown | undefined;

function drawNavigation(section: string): void {
  const current = ['review', 'questions', 'uploads'].includes(section) ? 'documents' : section;
  const links = sections.map(({ path, label }) =>
    h('a', { href: linkTo([path]), 'aria-current': path === current && 'page' }, label),
  );
  replace(byId('nav'), links);
}

function showView(place: Place, first: boolean): void {
  shown?.leave?.();
  shown = viewAt(place.path)(place);
  drawNavigation(place.path[0] ?? 'upload');
  document.title = `${shown.title} · Throughline`;
  replace(byId('main'), shown.element);
  if (!first) {
    window.scrollTo(0, 0);
    shown.element.querySelector('h1')?.focus({ preventScroll: true });
  }
}

function follow(first: boolean): void {
  const place = placeOf(location.hash);
  if (!isPresent(place)) {
    closePage();
    showView(place, first);
  }
  const open = openPageIn(place.query);
  if (open) showPage(open, !first);
  else closePage();
}

byId('skip').addEventListener('click', (event) => {
  // The address after `#` is the view's: the link moves the focus only.
  event.preventDefault();
  byId('main').focus();
});
window.addEventListener('hashchange', () => follow(false));
// A file that misses the drop zone must not replace the page.
for (const kind of ['dragover', 'drop']) window.addEventListener(kind, (event) => event.preventDefault());
follow(true);
