/**
 * Reading: any page of any file becomes text with boxes and an honest confidence. Files are opened only in child
 * processes; what this room hands out is plain data.
 */
import type { Bbox } from '../domain/geometry.ts';
import type { Page, ReaderName } from '../domain/page.ts';

/** What a file is, found from its content. */
export interface SourceInfo {
  /** `pdf`: pages that may have a text layer; `image`: one or more pictures; `text`: pages without an image. */
  readonly kind: 'pdf' | 'image' | 'text';
  readonly mediaType: string;
  readonly pageCount: number;
}

/** The picture that a person sees; boxes of words are in its pixels. */
export interface PageImage {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

export interface ReadPage {
  readonly page: Omit<Page, 'file'>;
  /** Null where the image is made on demand (`renderPage`): pages with a text layer, typed notes. */
  readonly image: PageImage | null;
  /** Whether the very same picture was read before, so that its words were taken over and it was not read again. */
  readonly repeated?: boolean;
}

/** How a page stands in its picture; what `readPage` found out and `renderPage` needs again. */
export type PageGeometry = Pick<Page, 'width' | 'height' | 'rotation' | 'skew'>;

/** A part of a page for another reader. */
export interface PageLook {
  /** At most 2,000 pixels long. */
  readonly image: PageImage;
  /** Where the lines of ink stand, in pixels of the page, top to bottom; looked for only where the whole page is asked for. */
  readonly lines: readonly Bbox[];
}

/** A second reading of one place. */
export interface Confirmation {
  readonly text: string;
  readonly confidence: number;
  readonly reader: ReaderName;
}

/** `path` is always a local file. Every method may throw a `DomainError` with one of the file error codes. */
export interface Reading {
  /** `name` helps to tell apart what content alone cannot (`.md` and `.txt`, `.eml`). */
  inspect(path: string, name: string): Promise<SourceInfo>;
  readPage(path: string, info: SourceInfo, page: number): Promise<ReadPage>;
  /**
   * The page as a picture of exactly the size that `readPage` reported for it. `known`, the page as read, spares finding
   * its turn again.
   */
  renderPage(path: string, info: SourceInfo, page: number, known?: PageGeometry): Promise<PageImage>;
  /** `part` of the page as a picture, or all of it and where its lines are. */
  look(path: string, info: SourceInfo, page: number, part: Bbox | null, known?: PageGeometry): Promise<PageLook>;
  /**
   * An independent second reading of one line or cell, by another reader than the one that read it before (`words` of
   * the page as read tell which); null where no second reader is there or it sees nothing in the box. Words read alike
   * by both already need no confirmation.
   */
  confirm(
    path: string,
    info: SourceInfo,
    page: number,
    bbox: Bbox,
    known?: PageGeometry & Partial<Pick<Page, 'words'>>,
  ): Promise<Confirmation | null>;
  close(): Promise<void>;
}
