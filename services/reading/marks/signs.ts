/** Plus and minus signs of a row of trials that no reader saw. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, inkShare, widthOf } from './ink-piece.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

const SIGN = /^[+−–-]$/;
/** A row with fewer signs that were read is no row of trials. */
const LEAST_READ = 2;
/** Fewest signs under or over those of another row that are a row of their own, though no reader saw one of them. */
const LEAST_BESIDE = 4;

const middle = (low: number, high: number): number => (low + high) / 2;

/** A sign by its shape: a short level stroke, or two strokes of like length that cross in the middle; else null. */
export function signOf(ink: InkMask, piece: Component, plus: Size): '+' | '-' | null {
  const [width, height] = [widthOf(piece), heightOf(piece)];
  const level = width >= 0.3 * plus.width && width <= 1.3 * plus.width && height <= 0.65 * width;
  if (level && height <= 0.45 * plus.height) return '-';
  const alike =
    width > 0.6 * plus.width && width < 1.5 * plus.width && height > 0.6 * plus.height && height < 1.5 * plus.height;
  if (!alike || width > 1.5 * height || height > 1.5 * width) return null;
  const { x0, y0, x1, y1 } = piece;
  const corners = [
    inkShare(ink, [x0, y0, x0 + width * 0.3, y0 + height * 0.3]),
    inkShare(ink, [x1 - width * 0.3, y0, x1, y0 + height * 0.3]),
    inkShare(ink, [x0, y1 - height * 0.3, x0 + width * 0.3, y1]),
    inkShare(ink, [x1 - width * 0.3, y1 - height * 0.3, x1, y1]),
  ];
  const arms = [
    inkShare(ink, [x0, y0 + height * 0.3, x0 + width * 0.3, y1 - height * 0.3]),
    inkShare(ink, [x1 - width * 0.3, y0 + height * 0.3, x1, y1 - height * 0.3]),
    inkShare(ink, [x0 + width * 0.3, y0, x1 - width * 0.3, y0 + height * 0.3]),
    inkShare(ink, [x0 + width * 0.3, y1 - height * 0.3, x1 - width * 0.3, y1]),
  ];
  return Math.max(...corners) < 0.15 && Math.min(...arms) > 0.25 ? '+' : null;
}

const isSign = (word: Word): boolean => SIGN.test(word.text);

/** Signs read in one row, left to right. */
function rowsOfSigns(words: readonly Word[]): Word[][] {
  const rows: Word[][] = [];
  for (const word of words.filter(isSign).sort((a, b) => a.bbox[0] - b.bbox[0])) {
    const level = middle(word.bbox[1], word.bbox[3]);
    const row = rows.find(([first]) => {
      const other = first!.bbox;
      return (
        Math.abs(level - middle(other[1], other[3])) < 0.6 * Math.max(other[3] - other[1], word.bbox[3] - word.bbox[1])
      );
    });
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.filter((row) => row.length >= LEAST_READ && row.some((word) => word.text === '+'));
}

const covers = ({ bbox }: Word, piece: Component): boolean => {
  const [x, y] = [middle(piece.x0, piece.x1), middle(piece.y0, piece.y1)];
  return x >= bbox[0] - 1 && x <= bbox[2] + 1 && y >= bbox[1] && y <= bbox[3];
};

const overlaps = ({ bbox: a }: Word, { bbox: b }: Word): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

/** Whether other ink stands so close that the piece is part of a word. */
function isCrowded(piece: Component, pieces: readonly Component[], { width, height }: Size): boolean {
  const level = middle(piece.y0, piece.y1);
  return pieces.some(
    (other) =>
      other !== piece &&
      Math.abs(middle(other.y0, other.y1) - level) < height &&
      other.x0 - piece.x1 < 0.5 * width &&
      piece.x0 - other.x1 < 0.5 * width,
  );
}

/** The signs drawn in the row of the signs that were read; null where the readers saw more of them. */
function drawnSigns(
  ink: InkMask,
  pieces: readonly Component[],
  row: readonly Word[],
  words: readonly Word[],
): Word[] | null {
  const read = row.filter((word) => word.text === '+');
  const sample = pieces.find(
    (piece) => read.some((word) => covers(word, piece)) && widthOf(piece) < 2 * heightOf(piece),
  );
  if (!sample) return null;
  const size = { width: widthOf(sample), height: heightOf(sample) };
  const others = words.filter((word) => !isSign(word));
  const shaped = pieces.flatMap((piece) => {
    const text = signOf(ink, piece, size);
    return text && !others.some((word) => covers(word, piece)) && !isCrowded(piece, pieces, size)
      ? [{ piece, text }]
      : [];
  });
  // Rows lean a little: each sign is as high as the nearest plus, from one to the next.
  const row0 = middle(sample.y0, sample.y1);
  const line = shaped.filter(
    ({ text, piece }) => text === '+' && Math.abs(middle(piece.y0, piece.y1) - row0) < size.height,
  );
  if (line.length < read.length) return null;
  const levelAt = (x: number): number => {
    const nearest = line.toSorted((a, b) => Math.abs(a.piece.x0 - x) - Math.abs(b.piece.x0 - x))[0]!.piece;
    return middle(nearest.y0, nearest.y1);
  };
  const left = Math.min(...line.map(({ piece }) => piece.x0)) - 6 * size.width;
  const signs = shaped.filter(
    ({ piece }) => piece.x0 > left && Math.abs(middle(piece.y0, piece.y1) - levelAt(piece.x0)) < 0.35 * size.height,
  );
  if (signs.length < row.length) return null;
  const { ink: kind } = row[0]!;
  return signs.map(({ piece, text }): Word => {
    const known = row.find((word) => word.text === text && covers(word, piece));
    const level = middle(piece.y0, piece.y1);
    const bbox: Word['bbox'] = [piece.x0, level - size.height / 2, piece.x1, level + size.height / 2];
    return known ? { ...known, bbox } : { text, bbox, confidence: 0.85, ...(kind ? { ink: kind } : {}) };
  });
}

/** Rows of which no reader saw enough, in the columns of rows that were found: the sheet goes on with the same trials. */
function rowsBeside(
  ink: InkMask,
  pieces: readonly Component[],
  known: readonly Word[],
  words: readonly Word[],
): Word[] {
  const plus = known.find((word) => word.text === '+');
  if (!plus) return [];
  const size = { width: plus.bbox[2] - plus.bbox[0], height: plus.bbox[3] - plus.bbox[1] };
  const columns = known.map(({ bbox }) => middle(bbox[0], bbox[2]));
  const others = words.filter((word) => !isSign(word));
  const shaped = pieces.flatMap((piece) => {
    const x = middle(piece.x0, piece.x1);
    if (!columns.some((column) => Math.abs(column - x) < 0.5 * size.width)) return [];
    if ([...known, ...others].some((word) => covers(word, piece)) || isCrowded(piece, pieces, size)) return [];
    const text = signOf(ink, piece, size);
    return text ? [{ piece, text, level: middle(piece.y0, piece.y1) }] : [];
  });
  const rows: (typeof shaped)[] = [];
  for (const sign of shaped.toSorted((a, b) => a.level - b.level)) {
    const row = rows.at(-1);
    if (row && sign.level - row[0]!.level < 0.6 * size.height) row.push(sign);
    else rows.push([sign]);
  }
  const clear = rows.filter((row) => row.length >= LEAST_BESIDE && row.some(({ text }) => text === '+'));
  return clear.flat().map(({ piece, text, level }) => ({
    text,
    bbox: [piece.x0, level - size.height / 2, piece.x1, level + size.height / 2],
    confidence: 0.85,
    ...(plus.ink ? { ink: plus.ink } : {}),
  }));
}

export interface Signs {
  /** Signs as they stand on the page. */
  readonly drawn: Word[];
  /** The words in whose place they stand. */
  readonly instead: readonly Word[];
}

/**
 * Each row of trials with all its signs: where readers saw two or more, those that they overlooked are found by their
 * shape. They stand apart from everything else, so that a hyphen or a dash of a sentence is none.
 */
export function findSigns(ink: InkMask, pieces: readonly Component[], words: readonly Word[]): Signs {
  const found = rowsOfSigns(words).map((row) => ({ row, drawn: drawnSigns(ink, pieces, row, words) }));
  const better = found.filter(({ drawn }) => drawn !== null);
  const drawn = better.flatMap((row) => row.drawn ?? []);
  const beside = rowsBeside(ink, pieces, drawn, words);
  const instead = words.filter((word) => isSign(word) && beside.some((sign) => overlaps(word, sign)));
  return { drawn: [...drawn, ...beside], instead: [...better.flatMap(({ row }) => row), ...instead] };
}
