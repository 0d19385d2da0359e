/** A rubric whose points head columns, with a mark in each row under the point that was given. */
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

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

/** The cells of a line that count up or down by one over three columns or more; empty where it heads no scale. */
function pointsOf(line: Line): Cell[] {
  const cells = line.cells.filter((c) => /^\d$/.test(c.text));
  if (cells.length < 3 || line.cells.length - cells.length > 1) return [];
  const values = cells.map((c) => Number(c.text));
  const step = values[1]! - values[0]!;
  return Math.abs(step) === 1 && values.every((v, i) => i === 0 || v - values[i - 1]! === step) ? cells : [];
}

/** The point of a row: the one mark that stands behind its label. */
function rowAt(line: Line, points: readonly Cell[]): { figure: Figure; value: number } | null {
  const [label, ...rest] = line.cells;
  if (!label || mark.test(label.text) || !/[A-Za-z]{2}/.test(label.text)) return null;
  const marks = rest.filter((c) => mark.test(c.text));
  const [own] = marks;
  if (marks.length !== 1 || !own) return null;
  const centre = (c: Cell) => (c.x0 + c.x1) / 2;
  const sorted = [...points].sort((a, b) => Math.abs(centre(a) - centre(own)) - Math.abs(centre(b) - centre(own)));
  const [near, next] = sorted;
  const gap = (c: Cell | undefined) => (c ? Math.abs(centre(c) - centre(own)) : Number.POSITIVE_INFINITY);
  // Halfway between two points nobody can say which was meant.
  if (!near || gap(next) - gap(near) < 2) return null;
  const value = Number(near.text);
  return { figure: { start: own.start, end: own.end, quantity: { type: 'number', value } }, value };
}

/** The rubrics of `lines` that are filled in by marks. */
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
      covered.add(row.line.index);
    }
    const most = Math.max(...points.map((p) => Number(p.text)));
    totals.push({
      start: rows[0]!.figure.start,
      end: rows.at(-1)!.figure.end,
      quantity: {
        type: 'ratio',
        numerator: rows.reduce((sum, row) => sum + row.value, 0),
        denominator: most * rows.length,
      },
    });
  }
  return { chosen, totals, lines: covered };
}
