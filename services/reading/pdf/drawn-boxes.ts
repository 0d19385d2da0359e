/** Check boxes that a typed page draws with lines instead of writing them: their ticks are drawn, or typed into them. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';
import { findComponents } from '../image/find-components.ts';
import { findInk } from '../image/find-ink.ts';
import { findCheckBoxes } from '../marks/check-boxes.ts';
import { isEmpty, LOOK_FACTOR, type PageLook } from './page-look.ts';

/** Height of a letter as a share of the box that the text layer gives a word. */
const LETTER_SHARE = 0.55;
/** What is typed into a box to tick it. */
const TICK = /^[xX✓✔✗✘×√•●■]$/u;
/** Pages of drawings have very many pieces; among so many there is no telling what is a box. */
const MOST_PIECES = 4000;

export interface DrawnBoxes {
  readonly boxes: Word[];
  /** Words that are the tick of a box. */
  readonly ticks: ReadonlySet<Word>;
}

function medianHeight(words: readonly Word[]): number {
  const heights = words.map(({ bbox }) => bbox[3] - bbox[1]).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Whether the middle of `word` lies within `box`. */
function isIn({ bbox: [x0, y0, x1, y1] }: Word, box: Bbox): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > box[0] && x < box[2] && y > box[1] && y < box[3];
}

/** The drawn boxes beside `words`, in pixels of the page. A square with other text in it is a cell, not a box. */
export function findDrawnBoxes({ bare }: PageLook, words: readonly Word[]): DrawnBoxes {
  const none: DrawnBoxes = { boxes: [], ticks: new Set() };
  const letter = (LETTER_SHARE * medianHeight(words)) / LOOK_FACTOR;
  if (letter < 3 || isEmpty(bare)) return none;
  const ink = findInk(bare);
  const pieces = findComponents(ink);
  if (pieces.length === 0 || pieces.length > MOST_PIECES) return none;
  const ticks = new Set<Word>();
  const boxes = findCheckBoxes(ink, pieces, letter).flatMap(({ bbox, ticked }): Word[] => {
    const box = bbox.map((value) => Math.round(value * LOOK_FACTOR * 10) / 10) as Bbox;
    const inside = words.filter((word) => isIn(word, box));
    if (!inside.every(({ text }) => TICK.test(text))) return [];
    for (const word of inside) ticks.add(word);
    const text = ticked || inside.length > 0 ? '☑' : '☐';
    return [{ text, bbox: box, confidence: 1, readers: ['text_layer'] }];
  });
  return { boxes, ticks };
}
