/**
 * A page without its empty paper: looking for text costs by the pixel, and on most pages margins and gaps are a third of
 * them, on a page of a few lines nearly all. Bands of ink are put closer together; where they stood is remembered.
 */
import type { GreyImage } from '../../image/grey-image.ts';
import type { TextRegion } from './text-region.ts';

/** Brightness may differ by so much on bare paper; what differs by more is taken for ink. */
const PAPER_GRAIN = 24;
/** White left around ink, in letter heights: lines are told by the paper around them. */
const MARGIN = 2;

interface Band {
  readonly from: number;
  readonly to: number;
}

export interface InkedPicture {
  readonly image: GreyImage;
  /** A region of it, where it stands on the page. */
  toPage(region: TextRegion): TextRegion;
}

/** Which rows and columns of square cells hold ink. */
function findInkedCells({ data, width, height }: GreyImage, cell: number): { rows: boolean[]; columns: boolean[] } {
  const rows: boolean[] = [];
  const columns = new Array<boolean>(Math.ceil(width / cell)).fill(false);
  const darkest = new Uint8Array(columns.length);
  const lightest = new Uint8Array(columns.length);
  for (let top = 0; top < height; top += cell) {
    darkest.fill(255);
    lightest.fill(0);
    const bottom = Math.min(height, top + cell);
    // Every second row shows every stroke of a letter.
    for (let y = top; y < bottom; y += 2) {
      for (let column = 0, x = 0; x < width; column++) {
        let [dark, light] = [darkest[column]!, lightest[column]!];
        for (const end = Math.min(width, x + cell); x < end; x++) {
          const value = data[y * width + x]!;
          if (value < dark) dark = value;
          if (value > light) light = value;
        }
        darkest[column] = dark;
        lightest[column] = light;
      }
    }
    let inked = false;
    for (let column = 0; column < columns.length; column++) {
      if (lightest[column]! - darkest[column]! < PAPER_GRAIN) continue;
      columns[column] = true;
      inked = true;
    }
    rows.push(inked);
  }
  return { rows, columns };
}

/** Runs of what is inked, in pixels, each with its margin; runs whose margins meet are one. */
function bandsOf(inked: readonly boolean[], cell: number, margin: number, length: number): Band[] {
  const bands: { from: number; to: number }[] = [];
  for (const [index, is] of inked.entries()) {
    if (!is) continue;
    const from = Math.max(0, index * cell - margin);
    const to = Math.min(length, (index + 1) * cell + margin);
    const last = bands.at(-1);
    if (last && from <= last.to) last.to = to;
    else bands.push({ from, to });
  }
  return bands;
}

/** Leaves out empty margins and gaps of a picture whose letters are about `letterHeight` pixels high. */
export function leaveOutPaper(image: GreyImage, letterHeight: number): InkedPicture {
  const same: InkedPicture = { image, toPage: (region) => region };
  if (letterHeight <= 0) return same;
  const cell = Math.max(8, Math.round(letterHeight / 2));
  const margin = Math.round(MARGIN * letterHeight);
  const { rows, columns } = findInkedCells(image, cell);
  const bands = bandsOf(rows, cell, margin, image.height);
  const across = bandsOf(columns, cell, margin, image.width);
  if (bands.length === 0 || across.length === 0) return same;
  const [left, right] = [across[0]!.from, across.at(-1)!.to];
  const width = right - left;
  const height = bands.reduce((sum, band) => sum + band.to - band.from, 0);
  const data = new Uint8Array(width * height);
  const tops: number[] = [];
  let top = 0;
  for (const { from, to } of bands) {
    tops.push(top);
    for (let y = from; y < to; y++, top++) {
      data.set(image.data.subarray(y * image.width + left, y * image.width + right), top * width);
    }
  }
  return {
    image: { data, width, height },
    toPage: (region) => {
      const [a, b, c] = region.curve;
      const band = Math.max(
        0,
        tops.findLastIndex((start) => start <= a),
      );
      return {
        ...region,
        x0: region.x0 + left,
        x1: region.x1 + left,
        curve: [a - tops[band]! + bands[band]!.from, b, c],
      };
    },
  };
}
