/**
 * Where the person is, kept in the address after `#`, so that every place can be linked to and the back button works:
 * `#/documents/ID?page=UPLOAD.3&box=…`. `page` and `box` open a page over the view; the view below stays as it is.
 */

export interface Place {
  /** `['documents', 'ID']` */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

const overlayNames = ['page', 'box'];

export function placeOf(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a place; entries without a value are left out. */
export function linkTo(
  path: readonly string[],
  entries: Readonly<Record<string, string | null | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value) query.set(name, value);
  return `#/${path.map(encodeURIComponent).join('/')}${query.size > 0 ? `?${query}` : ''}`;
}

/** The place without the page that lies over it. */
export function withoutOverlay(place: Place): string {
  return linkTo(place.path, Object.fromEntries([...place.query].filter(([name]) => !overlayNames.includes(name))));
}

/** The address of the present place with a page opened over it, or another one instead. */
export function withOverlay(page: string, box: string): string {
  const place = placeOf(location.hash);
  const kept = Object.fromEntries([...place.query].filter(([name]) => !overlayNames.includes(name)));
  return linkTo(place.path, { ...kept, page, box });
}

/** The address of the view that is shown, without a page over it. */
let present: string | undefined;

/** Remembers what is shown; says whether it was shown already. */
export function isPresent(place: Place): boolean {
  const base = withoutOverlay(place);
  const was = present === base;
  present = base;
  return was;
}

/** Gives the view that is shown another address, without showing it anew: what is chosen within it, its filters. */
export function renamePresent(address: string): void {
  history.replaceState(null, '', address);
  present = withoutOverlay(placeOf(address));
}
