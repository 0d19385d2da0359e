/** `1   2   [3]   4`: a scale printed on the page, with the chosen point marked. Only the chosen one is a figure. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Figure, Span } from './figures.ts';

const point = /(?<![\w/.:])([[({<*_→>]*\s?)(\d{1,2})(\s?[\])}>*_✓✔]*)(?![\w/%:]|\.\d)/g;

export interface Scales {
  readonly chosen: readonly Figure[];
  /** Every point of every scale. */
  readonly spans: readonly Span[];
}

interface Point extends Span {
  readonly value: number;
  readonly marked: boolean;
  readonly from: number;
}

function pointsOf(line: Line): Point[] {
  return [...line.text.matchAll(point)].map((m) => {
    const open = m[1] ?? '';
    const close = m[3] ?? '';
    const start = line.start + m.index + open.length;
    const digits = m[2] ?? '';
    const marked = /[[({<*_→>]/.test(open) || /[\])}*_✓✔]/.test(close);
    return { start, end: start + digits.length, from: line.start + m.index, value: Number(digits), marked };
  });
}

/** Three or more points in a row that count up or down by one, with nothing but space between them. */
function runsOf(points: readonly Point[], line: Line): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const p of points) {
    const last = run.at(-1);
    const step = run.length > 1 ? run[1]!.value - run[0]!.value : null;
    const gap = last ? line.text.slice(last.end - line.start, p.from - line.start) : '';
    const follows =
      last &&
      Math.abs(p.value - last.value) === 1 &&
      (step === null || p.value - last.value === step) &&
      /^[\s\])}>*_✓✔.,·|-]*$/.test(gap);
    if (follows) run.push(p);
    else {
      if (run.length >= 3) runs.push(run);
      run = [p];
    }
  }
  if (run.length >= 3) runs.push(run);
  return runs;
}

/** Entries of a legend, and the value that the next line would have to go on with. */
interface Legend {
  readonly spans: readonly Span[];
  readonly next: number | null;
  /** The one entry that is marked: `4 alone   [3] gesture   2 verbal`. */
  readonly chosen: Figure | null;
}

const noLegend: Legend = { spans: [], next: null, chosen: null };

/** `0 not yet   1 with help   2 alone`: a legend of three or more numbered meanings; `expected` opens a line that goes on with one. */
function legendOf(line: Line, expected: number | null): Legend {
  const entries = [
    ...line.text.matchAll(
      /(?<![\w/.])([[(>*]?)(\d)([\])*]?)\s?[=:-]?\s?(?=(?!(?:in|at|during|before|after|on) )[a-z"“])/gi,
    ),
  ];
  const values = entries.map((m) => Number(m[2]));
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const goesOn = expected !== null && values[0] === expected;
  const steps =
    values.length === 1
      ? goesOn
      : Math.abs(step) === 1 && values.every((v, i) => i === 0 || v - (values[i - 1] ?? 0) === step);
  if (!steps || !(goesOn || entries.length >= 3)) return noLegend;
  const spans = entries.map((m) => {
    const start = line.start + m.index + (m[1] ?? '').length;
    return { start, end: start + 1 };
  });
  const marked = entries.flatMap((m, i) => (m[1] || m[3] ? [i] : []));
  const [only = -1] = marked.length === 1 && entries.length >= 3 ? marked : [];
  const span = spans[only];
  const chosen = span ? { ...span, quantity: { type: 'number' as const, value: values[only] ?? 0 } } : null;
  return { spans, next: values.length > 1 ? (values.at(-1) ?? 0) + step : null, chosen };
}

const box = /(\[ ?\]|\[[xX✓]\]|\( \)|\([xX✓]\)|[☐☑☒])\s?(\d{1,2})(\+)?(?!\s?[A-Za-z/\d.:])/g;

/** `[ ] 0   [x] 1   [ ] 2   [ ] 3+`: boxes before three numbers or more, one of them ticked. */
function tickedBox(line: Line): Scales {
  const boxes = [...line.text.matchAll(box)].map((m) => {
    const end = line.start + m.index + m[0].length - (m[3] ?? '').length;
    const digits = m[2] ?? '';
    return {
      start: end - digits.length,
      end,
      value: Number(digits),
      open: m[3] !== undefined,
      ticked: /[xX✓☑☒]/.test(m[1] ?? ''),
    };
  });
  const ticked = boxes.filter((b) => b.ticked);
  const [only] = ticked;
  if (boxes.length < 3) return { chosen: [], spans: [] };
  const isClear = only && ticked.length === 1 && !only.open;
  return {
    spans: boxes.map(({ start, end }) => ({ start, end })),
    chosen: isClear ? [{ start: only.start, end: only.end, quantity: { type: 'number', value: only.value } }] : [],
  };
}

const entry =
  /^\s*([[(>*]?)\s?(\d)\s?([\])]?)\s?[=:.-]?\s?[A-Za-z][A-Za-z ,/'-]{2,40}?(\s*(?:<[-=]*|←|✓|✔|\*|\([xX]\)|\s[xX]))?\s*$/;

/** `5 by himself` over `4 told` over `3 pointed  <---`: a scale set down line by line, one of its points marked. */
function downTheLines(lines: readonly Line[]): Scales {
  const chosen: Figure[] = [];
  const spans: Span[] = [];
  let run: { value: number; start: number; marked: boolean }[] = [];
  const flush = () => {
    const marked = run.filter((e) => e.marked);
    if (run.length >= 3 && marked.length === 1) {
      spans.push(...run.map(({ start }) => ({ start, end: start + 1 })));
      for (const { start, value } of marked)
        chosen.push({ start, end: start + 1, quantity: { type: 'number', value } });
    }
    run = [];
  };
  for (const line of lines) {
    const m = entry.exec(line.text);
    const value = Number(m?.[2]);
    const last = run.at(-1)?.value;
    const step = run.length > 1 ? run[1]!.value - run[0]!.value : null;
    const follows = last === undefined || (Math.abs(value - last) === 1 && (step === null || value - last === step));
    if (!m || !follows) flush();
    if (m) run.push({ value, start: line.start + m[0].indexOf(m[2] ?? ''), marked: !!(m[1] || m[3] || m[4]) });
  }
  flush();
  return { chosen, spans };
}

/** The scales of `lines`. */
export function findScales(lines: readonly Line[]): Scales {
  const down = downTheLines(lines);
  const chosen: Figure[] = [...down.chosen];
  const spans: Span[] = [...down.spans];
  let expected: number | null = null;
  for (const line of lines) {
    const legend = legendOf(line, expected);
    spans.push(...legend.spans);
    if (legend.chosen) chosen.push(legend.chosen);
    expected = legend.next;
    const boxes = tickedBox(line);
    spans.push(...boxes.spans);
    chosen.push(...boxes.chosen);
    for (const run of runsOf(pointsOf(line), line)) {
      const marked = run.filter((p) => p.marked);
      const [only] = marked;
      const low = Math.min(...run.map((p) => p.value));
      // A run without a mark is a scale only where it begins as scales do; else it may be counts by day.
      if (marked.length === 0 && (low > 1 || run.length > 10)) continue;
      if (marked.length === 0 && run.length < 4) continue;
      if (marked.length > 1) continue;
      spans.push(...run.map(({ start, end }) => ({ start, end })));
      if (only) chosen.push({ start: only.start, end: only.end, quantity: { type: 'number', value: only.value } });
    }
  }
  return { chosen, spans };
}
