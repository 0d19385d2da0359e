/** The chosen point of a scale whose points stand in words: one a line, or one a cell, with an arrow or a mark at one of them. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Span } from './figures.ts';
import type { Scales } from './scale-choices.ts';

const marker = /(?:<[-=]{1,3}|<{2,3}|←|⇐|✓|✔|[ \t]{2}[xX*]\s*$|\bcircled\b)/;
const ticked = /^\s*(?:\[ ?[xX✓] ?\]|\([xX✓]\)|[☑☒✓✔*→>]|-+>)/;
const openBox = /^\s*(?:\[ ?\]|\( ?\)|[☐□])/;

interface Point extends Span {
  readonly value: number;
  readonly marked: boolean;
}

/** Fewest points of a scale. */
const fewest = 3;

const countsByOne = (points: readonly Point[]) => {
  const step = (points[1]?.value ?? 0) - (points[0]?.value ?? 0);
  return Math.abs(step) === 1 && points.every((p, i) => i === 0 || p.value - (points[i - 1]?.value ?? 0) === step);
};

function scaleOf(points: readonly Point[]): Scales {
  const [only, ...more] = points.filter((p) => p.marked);
  if (points.length < fewest || !countsByOne(points) || more.length > 0) return { chosen: [], spans: [] };
  // Three numbers in a row may be counts; four lines that count down by one are a key.
  if (!only) return { chosen: [], spans: points.length > fewest ? points : [] };
  const { start, end, value } = only;
  return { spans: points, chosen: [{ start, end, quantity: { type: 'number', value } }] };
}

/** `2  hard to hear   <-- Noor`: a line that opens with its point of the scale. */
function pointOfLine(line: Line): Point | null {
  const match =
    /^(\s*(?:\[ ?[xX✓]? ?\]|\([xX✓ ]?\)|[☐☑☒□✓✔*→>]|-+>)?\s*)(\d)(?:\s?[=:.)–-]\s?|\s+)(?=["“]?[a-z])/i.exec(line.text);
  if (!match) return null;
  const start = line.start + (match[1] ?? '').length;
  const rest = line.text.slice(match[0].length);
  const marked = ticked.test(line.text) || (!openBox.test(line.text) && marker.test(rest));
  return { start, end: start + 1, value: Number(match[2]), marked };
}

/** `Beginning (1)   Developing (2)   Proficient (3)  <--   Advanced (4)`. */
function pointsInCells(line: Line): Point[] {
  return line.cells.flatMap((cell, i): Point[] => {
    const match = /^\W{0,3}[A-Za-z][A-Za-z -]{2,24}\((\d)\)(.*)$/.exec(cell.text);
    if (!match) return [];
    const start = cell.start + cell.text.indexOf(`(${match[1]})`) + 1;
    const behind = `${match[2]} ${/^\W+$/.test(line.cells[i + 1]?.text ?? '') ? line.cells[i + 1]?.text : ''}`;
    return [{ start, end: start + 1, value: Number(match[1]), marked: ticked.test(cell.text) || marker.test(behind) }];
  });
}

/** The marked points of the scales in words of `lines`, and all of their points. */
export function findMarkedLines(lines: readonly Line[]): Scales {
  const scales: Scales[] = lines.map((line) => scaleOf(pointsInCells(line)));
  let run: Point[] = [];
  for (const line of [...lines, null]) {
    const point = line ? pointOfLine(line) : null;
    const last = run.at(-1);
    if (point && (!last || Math.abs(point.value - last.value) === 1)) {
      run.push(point);
      continue;
    }
    scales.push(scaleOf(run));
    run = point ? [point] : [];
  }
  return { chosen: scales.flatMap((s) => s.chosen), spans: scales.flatMap((s) => s.spans) };
}
