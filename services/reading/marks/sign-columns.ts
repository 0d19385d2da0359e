/** Signs behind the steps of a list, one under the other: the lone minuses among them that no reader saw. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, widthOf } from './ink-piece.ts';
import { covers, drawnAs, isCrowded, middle, type Size, signOf } from './sign-shapes.ts';

/** So many pluses under one another are a column of signs. */
const LEAST_READ = 2;
/** The list goes on for so many of its steps above and below the pluses that were read. */
const BEYOND = 1.6;
/** White around a sign of such a column, in heights of a plus: between the figures of a sum there is less. */
const ROOM = 0.8;

const xOf = ({ bbox }: Word): number => middle(bbox[0], bbox[2]);
const yOf = ({ bbox }: Word): number => middle(bbox[1], bbox[3]);

interface Column {
  readonly x: number;
  /** From top to bottom. */
  readonly pluses: readonly Word[];
  readonly size: Size;
}

function columnsOf(words: readonly Word[], pieces: readonly Component[]): Column[] {
  const columns: Word[][] = [];
  for (const word of words.filter(({ text }) => text === '+').sort((a, b) => yOf(a) - yOf(b))) {
    const width = word.bbox[2] - word.bbox[0];
    const column = columns.find((open) => Math.abs(xOf(open.at(-1)!) - xOf(word)) < 0.6 * width);
    if (column) column.push(word);
    else columns.push([word]);
  }
  return columns.flatMap((pluses) => {
    const piece = pieces.find(
      (one) => pluses.some((word) => covers(word, one)) && widthOf(one) < 1.6 * heightOf(one) && heightOf(one) > 4,
    );
    if (pluses.length < LEAST_READ || !piece) return [];
    return [{ x: middle(piece.x0, piece.x1), pluses, size: { width: widthOf(piece), height: heightOf(piece) } }];
  });
}

/** How far apart the rows of the list stand: no two lines of words that begin it are nearer. */
function stepOf({ pluses, size }: Column): number {
  const steps = pluses.slice(1).map((word, i) => yOf(word) - yOf(pluses[i]!));
  return Math.max(1.2 * size.height, Math.min(...steps));
}

/** The signs that `words` lack in columns of which they hold some pluses; each stands on a line that has words before it. */
export function signsInColumns(ink: InkMask, pieces: readonly Component[], words: readonly Word[]): Word[] {
  return columnsOf(words, pieces).flatMap((column) => {
    const { x, pluses, size } = column;
    const step = stepOf(column);
    const [top, bottom] = [yOf(pluses[0]!) - BEYOND * step, yOf(pluses.at(-1)!) + BEYOND * step];
    return pieces.flatMap((piece): Word[] => {
      const [px, py] = [middle(piece.x0, piece.x1), middle(piece.y0, piece.y1)];
      if (Math.abs(px - x) > 0.6 * size.width || py < top || py > bottom) return [];
      const text = signOf(ink, piece, size);
      if (!text || words.some((word) => covers(word, piece))) return [];
      const labelled = words.some(({ bbox }) => bbox[2] < piece.x0 && py > bbox[1] && py < bbox[3]);
      if (!labelled || isCrowded(piece, pieces, size, ROOM * size.height)) return [];
      return [drawnAs(piece, text, size, pluses[0]!.ink)];
    });
  });
}
