/** What every reader of page images offers. */
import type { Bbox } from '../../domain/geometry.ts';
import type { ReaderName } from '../../domain/page.ts';
import type { GreyImage } from '../image/grey-image.ts';

export interface ReadWord {
  readonly text: string;
  readonly bbox: Bbox;
  /** As the engine says it, 0..1; not yet calibrated. */
  readonly confidence: number;
  /** The same for the character that it is least sure of, where it says so. */
  readonly weakest?: number;
}

/** Words that the engine sees as one line or cell, from left to right; never empty. */
export type ReadLine = readonly ReadWord[];

export interface Reader {
  readonly name: ReaderName;
  /** All lines of an upright, level picture whose letters are about `letterHeight` pixels high. */
  readPage(image: GreyImage, letterHeight: number): Promise<ReadLine[]>;
  /** The words of one line or cell that fills the picture. */
  readLine(image: GreyImage): Promise<ReadWord[]>;
}

/** How surely the lines were read, each character counting alike. */
export function beliefOf(lines: readonly ReadLine[]): number {
  let sum = 0;
  let characters = 0;
  for (const word of lines.flat()) {
    sum += word.confidence * word.text.length;
    characters += word.text.length;
  }
  return characters === 0 ? 0 : sum / characters;
}
