/** A scale whose points head columns, with a mark in each row under the point that was given. */
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { namesHelp } from './wordings.ts';

const mark = /^(?:[Xx✓✔√●•*]|\([Xx]\)|\[[Xx]\])$/;
/** Lines between the points and the last row of marks. */
const furthest = 16;

export interface ScaleColumns {
  /** The point of each row, at its mark. */
  readonly chosen: readonly Figure[];
  /** All rows together: the sum of the points out of the most that they could be. */
  readonly totals: readonly Figure[];
  readonly lines: ReadonlySet<number>;
}

interface Point {
  readonly cell: Cell;
  /** Null where only words say which point it is. */
  readonly value: number | null;
}

/** `3`, `Gesture (3)`, `3 = gesture`: a point with or without its words. */
const numbered = /^(?:(\d)|[A-Za-z][A-Za-z ./-]{1,18}\s?[(=:]\s?(\d)\)?|(\d)\s?[=:.-]?\s?[A-Za-z][A-Za-z ./-]{1,18})$/;

/** The cells of a line that count up or down by one over three columns or more, or that name three kinds of help or more. */
function pointsOf(line: Line): Point[] {
  const points = line.cells.flatMap((cell): Point[] => {
    const match = numbered.exec(cell.text);
    const digit = match?.[1] ?? match?.[2] ?? match?.[3];
    return digit === undefined ? [] : [{ cell, value: Number(digit) }];
  });
  if (points.length >= 3 && line.cells.length - points.length <= 1) {
    const values = points.map((p) => p.value!);
    const step = values[1]! - values[0]!;
    return Math.abs(step) === 1 && values.every((v, i) => i === 0 || v - values[i - 1]! === step) ? points : [];
  }
  const words = line.cells.filter((cell) => cell.text.length <= 24 && namesHelp(cell.text));
  const areWords = words.length >= 3 && line.cells.length - words.length <= 1;
  return areWords ? words.map((cell) => ({ cell, value: null })) : [];
}

/** The point of a row: the one mark that stands behind its label, which is words or a date. */
function rowAt(line: Line, points: readonly Point[]): { figure: Figure; value: number | null; dated: boolean } | null {
  const [label, ...rest] = line.cells;
  const dated = /^(?:[A-Za-z]{1,9}\.? )?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?$/.test(label?.text ?? '');
  if (!label || mark.test(label.text) || !(dated || /[A-Za-z]{2}/.test(label.text))) return null;
  const marks = rest.filter((c) => mark.test(c.text));
  const [own] = marks;
  if (marks.length !== 1 || !own) return null;
  const centre = (c: Cell) => (c.x0 + c.x1) / 2;
  const gap = (p: Point | undefined) => (p ? Math.abs(centre(p.cell) - centre(own)) : Number.POSITIVE_INFINITY);
  const [near, next] = [...points].sort((a, b) => gap(a) - gap(b));
  // Halfway between two points nobody can say which was meant.
  if (!near || gap(next) - gap(near) < 2) return null;
  // Steps with a word for each are counted, not rated: only a day has a level.
  if (near.value === null && !dated) return null;
  const quantity: Figure['quantity'] =
    near.value === null ? { type: 'wording', words: near.cell.text } : { type: 'number', value: near.value };
  return { figure: { start: own.start, end: own.end, quantity }, value: near.value, dated };
}

/** The scales of `lines` that are filled in by marks. */
export function findScaleColumns(lines: readonly Line[]): ScaleColumns {
  const chosen: Figure[] = [];
  const totals: Figure[] = [];
  const covered = new Set<number>();
  for (const [i, line] of lines.entries()) {
    const points = pointsOf(line);
    if (points.length === 0) continue;
    const below = lines.slice(i + 1, i + 1 + furthest);
    const end = below.findIndex((l) => pointsOf(l).length > 0);
    const rows = (end < 0 ? below : below.slice(0, end)).flatMap((l) => {
      const row = rowAt(l, points);
      return row ? [{ ...row, line: l }] : [];
    });
    if (rows.length < 2) continue;
    for (const row of rows) {
      chosen.push(row.figure);
      if (row.value !== null) covered.add(row.line.index);
    }
    // Days are no parts of one rubric.
    if (rows.some((row) => row.dated || row.value === null)) continue;
    const most = Math.max(...points.map((p) => p.value ?? 0));
    totals.push({
      start: rows[0]!.figure.start,
      end: rows.at(-1)!.figure.end,
      quantity: {
        type: 'ratio',
        numerator: rows.reduce((sum, row) => sum + (row.value ?? 0), 0),
        denominator: most * rows.length,
      },
    });
  }
  return { chosen, totals, lines: covered };
}
