/** How the pages of an upload stand together, as the pages on which a document starts. Page 1 always starts one. */
import type { DocumentView } from '../services/domain/views.ts';

export type Starts = ReadonlySet<number>;

/** Where documents start now. A page that is in no document belongs to the one before it. */
export function startsOf(documents: readonly Pick<DocumentView, 'pages'>[]): Starts {
  return new Set([1, ...documents.flatMap(({ pages }) => pages[0] ?? [])]);
}

/** Every page once, each list one document: what the server takes. */
export function groupsOf(starts: Starts, pageCount: number): number[][] {
  const groups: number[][] = [];
  for (let page = 1; page <= pageCount; page += 1) {
    if (page === 1 || starts.has(page)) groups.push([page]);
    else groups.at(-1)?.push(page);
  }
  return groups;
}

/** The same with the joint before `page` the other way round. */
export function turned(starts: Starts, page: number): Starts {
  const next = new Set(starts);
  if (!next.delete(page)) next.add(page);
  return next;
}

/** The pages before which the joint differs, in order. */
export function differences(a: Starts, b: Starts): number[] {
  const only = (x: Starts, y: Starts) => [...x].filter((page) => !y.has(page));
  return [...only(a, b), ...only(b, a)].sort((x, y) => x - y);
}
