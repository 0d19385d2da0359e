/** Plus and minus signs of a row of trials that no reader saw. */
import type { Word } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { heightOf, widthOf } from './ink-piece.ts';
import { signsInColumns } from './sign-columns.ts';
import { covers, drawnAs, isCrowded, isSign, middle, signOf } from './sign-shapes.ts';

/** A row with fewer signs that were read is no row of trials. */
const LEAST_READ = 2;
/** Fewest signs under or over those of another row that are a row of their own, though no reader saw one of them. */
const LEAST_BESIDE = 4;

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

const overlaps = ({ bbox: a }: Word, { bbox: b }: Word): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

const byPlace = (a: Word, b: Word): number => a.bbox[0] - b.bbox[0];

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
  // A sign before the first plus stands no further off than the signs of the row from each other.
  const at = row.map(({ bbox }) => middle(bbox[0], bbox[2])).sort((a, b) => a - b);
  const steps = at
    .slice(1)
    .map((x, i) => x - at[i]!)
    .sort((a, b) => a - b);
  const step = steps[Math.floor(steps.length / 2)] ?? 0;
  const room = Math.max(6 * size.width, Math.min(1.5 * step, 14 * size.width));
  const left = Math.min(...line.map(({ piece }) => piece.x0)) - room;
  const signs = shaped.filter(
    ({ piece }) => piece.x0 > left && Math.abs(middle(piece.y0, piece.y1) - levelAt(piece.x0)) < 0.35 * size.height,
  );
  if (signs.length < row.length) return null;
  const { ink: kind } = row[0]!;
  const asWords = signs.map(({ piece, text }): Word => {
    const known = row.find((word) => word.text === text && covers(word, piece));
    const word = drawnAs(piece, text, size, kind);
    return known ? { ...known, bbox: word.bbox } : word;
  });
  return asWords.sort(byPlace);
}

/** Rows of which no reader saw enough, in the columns of rows that were found: the sheet goes on with the same trials. */
function rowsBeside(
  ink: InkMask,
  pieces: readonly Component[],
  known: readonly Word[],
  words: readonly Word[],
): Word[][] {
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
  return clear.map((row) => row.map(({ piece, text }) => drawnAs(piece, text, size, plus.ink)).sort(byPlace));
}

export interface Signs {
  /** Signs as they stand on the page, row by row. */
  readonly drawn: Word[][];
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
  const drawn = better.map((row) => row.drawn ?? []);
  const beside = rowsBeside(ink, pieces, drawn.flat(), words);
  const instead = words.filter((word) => isSign(word) && beside.flat().some((sign) => overlaps(word, sign)));
  const rows = [...drawn, ...beside];
  const replaced = [...better.flatMap(({ row }) => row), ...instead];
  const seen = [...words.filter((word) => !replaced.includes(word)), ...rows.flat()];
  const under = signsInColumns(ink, pieces, seen);
  return { drawn: [...rows, ...under.map((sign) => [sign])], instead: replaced };
}
