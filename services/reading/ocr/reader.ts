/** What every reader of page images offers. */
import type { Bbox } from '../../domain/geometry.ts';
import type { ReaderName } from '../../domain/page.ts';
import type { GreyImage } from '../image/grey-image.ts';

export interface ReadWord {
  readonly text: string;
  readonly bbox: Bbox;
  /** As the engine says it, 0..1; not yet calibrated. */
  readonly confidence: number;
}

export interface Reader {
  readonly name: ReaderName;
  /** All words of an upright, level picture. */
  readPage(image: GreyImage): Promise<ReadWord[]>;
  /** The words of one line or cell that fills the picture. */
  readLine(image: GreyImage): Promise<ReadWord[]>;
}
