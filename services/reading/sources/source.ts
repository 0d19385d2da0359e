/** An opened file as a row of pages, whatever its kind. */
import type { DecodedImage } from '../image/open-image.ts';
import type { PdfDocument } from '../pdf/pdf-document.ts';

export type PageContent =
  | { readonly kind: 'pdf'; readonly document: PdfDocument; readonly page: number }
  | { readonly kind: 'picture'; decode(): Promise<DecodedImage> }
  | { readonly kind: 'text'; readonly text: string };

export interface Source {
  readonly kind: 'pdf' | 'image' | 'text';
  readonly mediaType: string;
  readonly pageCount: number;
  /** `page` counts from 1. Throws where the page is not there. */
  content(page: number): PageContent;
  close(): Promise<void>;
}
