/** What the reading room asks its children, and what they answer: plain data only. */
import type { Bbox } from '../domain/geometry.ts';
import type { ReaderName } from '../domain/page.ts';
import type { Confirmation, PageGeometry, PageImage, PageLook, ReadPage, SourceInfo } from './reading.ts';
import type { KnownPicture } from './repeated-pictures.ts';

export interface ReaderSettings {
  readonly maxFileBytes: number;
  readonly maxPages: number;
  /** A folder with the second reader's models, or none. */
  readonly modelsDir: string | null;
  /** A folder for what must be unpacked; emptied when the reading room closes. */
  readonly scratch: string;
}

export type ReaderRequest =
  | { readonly op: 'inspect'; readonly path: string; readonly name: string }
  | {
      readonly op: 'read';
      readonly path: string;
      readonly info: SourceInfo;
      readonly page: number;
      /** Pictures that need not be read again. */
      readonly known: readonly KnownPicture[];
    }
  | {
      readonly op: 'render';
      readonly path: string;
      readonly info: SourceInfo;
      readonly page: number;
      readonly geometry: PageGeometry | null;
    }
  | {
      readonly op: 'look';
      readonly path: string;
      readonly info: SourceInfo;
      readonly page: number;
      readonly geometry: PageGeometry | null;
      readonly part: Bbox | null;
    }
  | {
      readonly op: 'confirm';
      readonly path: string;
      readonly info: SourceInfo;
      readonly page: number;
      readonly geometry: PageGeometry | null;
      readonly bbox: Bbox;
      /** Who read the place so far, where that is known. */
      readonly readers: readonly ReaderName[] | null;
    };

/**
 * The page as read; or, where its picture is known, which it is and how it looks. `hidden`: words that the file holds on
 * a page read from its picture, where nobody sees them.
 */
export type ReadAnswer =
  | { readonly read: ReadPage; readonly picture: string | null; readonly hidden: readonly string[] }
  | { readonly same: string; readonly image: PageImage; readonly ms: number; readonly hidden: readonly string[] };

export interface ReaderAnswers {
  inspect: SourceInfo;
  read: ReadAnswer;
  render: PageImage;
  look: PageLook;
  confirm: Confirmation | null;
}
