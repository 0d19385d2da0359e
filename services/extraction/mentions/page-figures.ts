/** Every figure of a page with the line, cell and column that it stands in. */
import type { Column, Row } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import { legendOf } from '../../binders/page-text/legend.ts';
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import type { Day } from '../../domain/dates.ts';
import { type Figure, findFigures, type Span } from './figures.ts';
import { findLevels, levelCells } from './find-levels.ts';
import { findMarks } from './find-marks.ts';
import { findJoinedFigures } from './joined-figures.ts';
import { levelsAcross } from './levels-across.ts';
import { marginCounts } from './margin-counts.ts';
import { readMarkKey } from './mark-key.ts';
import { findMarkedLines } from './marked-lines.ts';
import { columnPairs, rowPairs } from './row-pairs.ts';
import { findScales } from './scale-choices.ts';
import { findScaleColumns } from './scale-columns.ts';
import { startToStop } from './start-stop.ts';
import { weekdayPairs } from './weekday-pairs.ts';
import { findWordings } from './wordings.ts';

/** A figure in its place. `cell` is null for what spans several cells. */
export interface Found extends Figure {
  readonly line: Line;
  readonly cell: Cell | null;
  /** The column of marks that stand under one another. */
  readonly column: Column | null;
  /** The day of a value that follows its weekday. */
  readonly day: Day | null;
  /** Made of two figures that stand apart. */
  readonly joined: boolean;
  /** It stands for all of its line: the marked point of a scale in words. */
  readonly whole: boolean;
  /** The lines that it was counted from; its own line alone for most. */
  readonly lines: readonly number[];
}

function lineOf(page: OpenPage, offset: number): Line {
  return page.sheet.lines.findLast((line) => line.start <= offset) ?? page.sheet.lines[0]!;
}

/** `figures` with `proposed` in the place of those that they touch. */
function withProposed(figures: readonly Figure[], proposed: readonly Figure[]): Figure[] {
  const touched = (f: Figure) => proposed.some((p) => p.start < f.end && p.end > f.start);
  return [...figures.filter((f) => !touched(f)), ...proposed];
}

const exercise =
  /^\s*\d{1,3}(?:\/\d{1,3})?\s*[+x×÷*–-]\s*\d{1,3}(?:\/\d{1,3})?\s*=|\b\d{1,2}\/\d{1,2}\s*(?:[+×÷*<>=○]|_{2,})\s*\d{1,2}\/\d{1,2}\b/;
/** `A:  4 / 5` beside exercises: the score of the part that they are. */
const scoreOfPart = /^\W*(?:[A-Z]|[A-Za-z]{4,12}(?: [A-Z])?)\s?[:=]\s*\d{1,2}\s?(?:\/|of|out of)\s?\d{1,2}\W*$/;

/** Exercises and their answers: numbered lines that end in a mark or hold an equation. Their figures are the student's work. */
export function workLines(page: OpenPage): Set<number> {
  const isItem = (line: Line) => {
    if (exercise.test(line.text)) return true;
    if (/^\s*\(?[a-z][.)]\s+\S.*=/.test(line.text)) return true;
    if (!/^\s*\(?\d{1,2}[.)]?\s+\S/.test(line.text) || /^\s*\d{1,2}\s?\/\s?\d/.test(line.text)) return false;
    if (page.layout.leadingDays.has(line.index)) return false;
    const marked =
      line.cells.slice(1).some((cell) => /^(?:[✓✔✗✘√CXcx+/-]|ok|no|yes|miss)$/.test(cell.text)) ||
      /[✓✔✗✘√]/.test(line.text);
    return marked || /[=×÷]|\d\s?[+*x-]\s?\d/.test(line.text);
  };
  const items = page.sheet.lines.filter((line) => line.cells.length > 0 && isItem(line));
  const sums = items.flatMap((line) => line.text.match(/=/g) ?? []).length;
  return new Set(items.length >= 3 || sums >= 4 ? items.map((line) => line.index) : []);
}

/** Whether a figure on a line of exercises is the score of their part: behind its name, or behind the last mark. */
function isScoreOfPart(page: OpenPage, f: Figure, work: ReadonlySet<number>): boolean {
  if (f.quantity.type !== 'ratio') return false;
  const line = lineOf(page, f.start);
  const { cells } = line;
  const at = cells.findIndex((c) => c.start <= f.start && c.end >= f.end);
  const own = cells[at];
  const before = cells[at - 1]?.text ?? '';
  if (own === undefined) return false;
  // Behind the mark of any other line than the last of its list stands the answer as it should have been.
  const isLast = own === cells.at(-1) && !work.has(line.index + 1);
  if (isLast && /^(?:ok|no|yes|miss|[✓✔✗✘√CXcx+-])$/.test(before)) return own.end - own.start <= f.end - f.start + 1;
  return scoreOfPart.test(own.text) || scoreOfPart.test(`${before} ${own.text}`);
}

/** Numbers that only count the lines of a list: the first cell of lines that run 1, 2, 3. */
function itemNumbers(page: OpenPage): Span[] {
  const first = (line: Line | undefined) =>
    line && line.cells.length > 1 && /^\d{1,2}$/.test(line.cells[0]?.text ?? '') ? Number(line.cells[0]?.text) : null;
  return page.sheet.lines.flatMap((line, i) => {
    const own = first(line);
    const cell = line.cells[0];
    if (own === null || !cell) return [];
    const runs = first(page.sheet.lines[i - 1]) === own - 1 || first(page.sheet.lines[i + 1]) === own + 1;
    return runs ? [{ start: cell.start, end: cell.end }] : [];
  });
}

/** A lone `O` at the end of a dated line, where the other dated lines end in a number: a misread nought. */
function lastNoughts(page: OpenPage): Figure[] {
  const ends = page.sheet.lines
    .filter((line) => page.layout.leadingDays.has(line.index) && !page.layout.rows.has(line.index))
    .map((line) => line.cells.at(-1));
  if (ends.filter((cell) => /^\d{1,3}$/.test(cell?.text ?? '')).length < 2) return [];
  return ends.flatMap((cell) =>
    cell && /^[Oo]$/.test(cell.text)
      ? [{ start: cell.start, end: cell.end, quantity: { type: 'number' as const, value: 0 } }]
      : [],
  );
}

/** `Hits:  O`, `Reminders:  l` on lines of their own, two of them or one beside other labels with a number: misread 0 and 1. */
function labelledNoughts(page: OpenPage): Figure[] {
  const fields = page.sheet.lines.flatMap((line) => {
    const m = /^\s*(?!name|student|grade|initials|teacher|date)[A-Za-z][A-Za-z /-]{2,30}:\s+(\d{1,2}|[OolI])\s*$/i.exec(
      line.text,
    );
    return m?.[1] ? [{ text: m[1], end: line.start + line.text.trimEnd().length }] : [];
  });
  if (fields.length < 2) return [];
  return fields
    .filter(({ text }) => !/\d/.test(text))
    .map(({ text, end }) => ({ start: end - 1, end, quantity: { type: 'number', value: /[Oo]/.test(text) ? 0 : 1 } }));
}

/** A lone `O` or `l` in a row of numbers is a misread 0 or 1. */
function cellNumbers(page: OpenPage): Figure[] {
  const rows = [...page.layout.rows.values()];
  return [
    ...lastNoughts(page),
    ...labelledNoughts(page),
    ...rows.flatMap((row) => {
      const isNumber = (cell: { readonly text: string }) => /^\d+(?:\.\d+)?$/.test(cell.text);
      const inRow = row.cells.some((c) => c.column !== null && isNumber(c.cell));
      // Under labels the numbers above and below it in its column tell.
      const inColumn = (column: Row['cells'][number]['column']) =>
        rows.filter((r) => r.header === row.header && r.cells.some((c) => c.column === column && isNumber(c.cell)))
          .length >= 2;
      // Strokes above or below say that it is one of them.
      const areStrokes = (column: Row['cells'][number]['column']) =>
        rows.some(
          (r) => r.header === row.header && r.cells.some((c) => c.column === column && /^[lI|]{2,}$/.test(c.cell.text)),
        );
      return row.cells
        .filter((c) => c.column !== null && /^[OolI]{1,2}$/.test(c.cell.text))
        .filter((c) => (row.header.kind === 'days' ? inRow : inColumn(c.column) && !areStrokes(c.column)))
        .map(({ cell }) => ({
          start: cell.start,
          end: cell.end,
          quantity: { type: 'number' as const, value: Number(cell.text.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')) },
        }));
    }),
  ];
}

/**
 * Digits that a gap parts, told by the cells above and below: `6 3` among `4.6` and `7.4` has lost its point, `1 8` among
 * `19` and `22` is one number.
 */
function partedNumbers(page: OpenPage): Figure[] {
  const rows = [...page.layout.rows.values()];
  return rows.flatMap((row) =>
    row.cells.flatMap(({ cell, column }): Figure[] => {
      if (column === null || !/^\d{1,2} \d$/.test(cell.text)) return [];
      const others = rows.filter((r) => r !== row && r.header === row.header);
      const areLike = (pattern: RegExp) => {
        const like = others.filter((r) => r.cells.some((c) => c.column === column && pattern.test(c.cell.text)));
        return like.length >= 2 && like.length >= others.length * 0.6;
      };
      const mended = areLike(/^\d{1,2}\.\d$/)
        ? cell.text.replace(' ', '.')
        : areLike(new RegExp(`^\\d{${cell.text.length - 1}}$`))
          ? cell.text.replace(' ', '')
          : null;
      return mended === null
        ? []
        : [{ start: cell.start, end: cell.end, quantity: { type: 'number', value: Number(mended) } }];
    }),
  );
}

/** The text of a sheet whose rows of tables end where they end: what stands there does not go on in the next line. */
function withRowsClosed({ sheet, layout }: OpenPage): string {
  const characters = sheet.text.split('');
  for (const index of layout.rows.keys()) {
    const end = sheet.lines[index]?.end ?? -1;
    if (characters[end] === '\n') characters[end] = '\0';
  }
  return characters.join('');
}

/** All figures of `page`, in order; `proposed` are figures that something else found. */
export function pageFigures(page: OpenPage, proposed: readonly Figure[], work: ReadonlySet<number>): Found[] {
  const { sheet, layout } = page;
  const marks = findMarks(sheet, layout, readMarkKey(sheet), page.days.days);
  const { figures: pairs, spans: weeks } = weekdayPairs(page);
  const paired = (span: Span) => pairs.some((p) => p.figure.start < span.end && p.figure.end > span.start);
  const scales = findScales(sheet.lines.filter((line) => layout.rows.get(line.index)?.header.kind !== 'days'));
  const worded = findMarkedLines(sheet.lines);
  const rubric = findScaleColumns(sheet.lines);
  const stated = findFigures(sheet.text, []).flatMap((f) =>
    f.quantity.type === 'ratio' ? [f.quantity.denominator] : [],
  );
  // A total that the page states itself is not counted again.
  const totals = rubric.totals.filter((f) => f.quantity.type === 'ratio' && !stated.includes(f.quantity.denominator));
  const isDate = (span: Span) => page.days.days.some((d) => d.start < span.end && d.end > span.start);
  const apart = findJoinedFigures(sheet).filter((f) => f.quantity.type !== 'number' || !isDate(f));
  const timed = [...layout.rows.values()].map(startToStop).filter((f) => f !== null);
  const joined = [...totals, ...timed, ...apart, ...[...layout.rows.values()].flatMap(rowPairs)];
  const taken = [
    ...page.days.days,
    ...marks.figures,
    ...page.students,
    ...weeks,
    ...scales.spans,
    ...worded.spans,
    ...itemNumbers(page),
    ...marginCounts(sheet.lines),
    ...legendOf(sheet).spans,
    ...apart,
    ...timed,
  ];
  const across = levelsAcross(sheet);
  const pairsDown = [...columnPairs([...layout.rows.values()]), ...partedNumbers(page)];
  const own = (figure: Figure): Found => {
    const line = lineOf(page, figure.start);
    const cell = line.cells.find((c) => c.start <= figure.start && c.end >= figure.end) ?? null;
    return {
      ...figure,
      line,
      cell,
      column: null,
      day: null,
      joined: joined.includes(figure) || marks.items.includes(figure),
      whole: worded.chosen.includes(figure),
      lines: [line.index],
    };
  };
  const listed = marks.columns.filter((c) => !c.lines.some((line) => rubric.lines.has(line)));
  const columns = listed.map(({ figure, line, lines, column }) => ({
    ...figure,
    line: sheet.lines[line]!,
    cell: null,
    column,
    day: null,
    joined: false,
    whole: false,
    lines,
  }));
  const dated = pairs.map((p) => ({ ...own(p.figure), day: p.day }));
  const plain = [
    ...joined,
    ...findWordings(page),
    ...pairsDown,
    ...findFigures(withRowsClosed(page), [...taken, ...pairsDown]).filter(
      (f) => !work.has(lineOf(page, f.start).index) || isScoreOfPart(page, f, work),
    ),
    ...scales.chosen,
    ...worded.chosen.filter((f) => !scales.chosen.some((o) => o.start < f.end && o.end > f.start)),
    ...rubric.chosen,
    ...marks.figures.filter((f) => !paired(f)),
    ...across,
    ...[...levelCells(layout.rows.values()), ...findLevels(sheet.text)].filter(
      (f) => !across.some((o) => o.start === f.start),
    ),
    ...cellNumbers(page),
  ];
  return [...withProposed(plain, proposed).map(own), ...columns, ...dated].sort((a, b) => a.start - b.start);
}
