/** Pages of a scanned binder and what is expected of them; page numbers follow from the order. */
import type { ScanOptions } from '../camera/scan-page.ts';
import type { SheetToScan } from '../camera/scan-sheets.ts';
import { createSheet, type Sheet } from '../drawing/sheet.ts';
import { type ExpectedDocument, type ExpectedFile, expectDocument } from '../expected.ts';

export interface BinderPage {
  /** Names the page's own chance. */
  readonly seed: string;
  /** Absent on a blank back. */
  readonly draw?: (sheet: Sheet) => void;
  readonly scan?: Partial<ScanOptions>;
  readonly paper?: string;
  readonly kind?: 'blank' | 'separator';
  /** The document that begins on this page. */
  readonly document?: Omit<ExpectedDocument, 'pages'>;
  /** The page goes on with the document before it. */
  readonly continues?: boolean;
}

export const blankBack = (seed: string, scan: Partial<ScanOptions> = {}): BinderPage => ({
  seed,
  kind: 'blank',
  scan: { specks: 25, ...scan },
});

export function separator(seed: string, draw: (sheet: Sheet) => void, studentId: string | null): BinderPage {
  const document = expectDocument({ documentType: 'separator', studentId, date: null });
  return { seed, draw, kind: 'separator', document };
}

export function sheetsOf(pages: readonly BinderPage[]): SheetToScan[] {
  return pages.map(({ seed, draw, scan, paper }) => {
    const sheet = createSheet({ seed, ...(paper ? { paper } : {}) });
    draw?.(sheet);
    return { sheet, scan: { seed, ...scan } };
  });
}

/** Blank backs belong to no document; a page that `continues` joins the document before it. */
export function expectationOf(pages: readonly BinderPage[]): Pick<ExpectedFile, 'pageCount' | 'pages' | 'documents'> {
  const documents: ExpectedDocument[] = [];
  for (const [index, page] of pages.entries()) {
    const number = index + 1;
    if (page.document) documents.push({ ...page.document, pages: [number] });
    else if (page.continues) documents.at(-1)?.pages.push(number);
  }
  const special = pages.flatMap(({ kind, scan }, index) => {
    const rotation = scan?.upsideDown ? { rotation: 180 } : {};
    const skew = scan?.skew && Math.abs(scan.skew) >= 1 ? { skew: scan.skew } : {};
    const marked = kind || scan?.upsideDown || Object.keys(skew).length > 0;
    return marked ? [{ page: index + 1, ...(kind ? { kind } : {}), ...rotation, ...skew }] : [];
  });
  return { pageCount: pages.length, documents, pages: special };
}
