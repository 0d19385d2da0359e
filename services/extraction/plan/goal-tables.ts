/** Goals set out as a table, one a row, with a column each for where the student stands and where they shall be. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import { amountsIn, bareNumberIn } from './amounts.ts';
import type { FoundGoal } from './found-goal.ts';
import { scheduleIn } from './schedule.ts';

type Column = 'area' | 'baseline' | 'target' | 'schedule' | 'other';

const columnWords: readonly (readonly [Column, RegExp])[] = [
  ['baseline', /\bbaseline\b|\bpresent\b|\bcurrent\b|\bstart(?:ing)?\b/i],
  ['target', /\btarget\b|\bcriteri(?:on|a)\b|\bexpected\b|\bannual goal\b|\bmastery\b/i],
  ['schedule', /\bhow often\b|\bschedule\b|\bfrequency\b/i],
  ['area', /\barea\b|\bgoal\b|\bskill\b|\bneed\b/i],
];

function headerOf(line: Line): { column: Column; cell: Cell }[] | null {
  if (line.cells.length < 3) return null;
  const columns = line.cells.map((cell) => ({
    column: columnWords.find(([, words]) => words.test(cell.text))?.[0] ?? ('other' as const),
    cell,
  }));
  const has = (name: Column) => columns.some(({ column }) => column === name);
  return has('baseline') && has('target') ? columns : null;
}

const distance = (a: Cell, b: Cell) => Math.max(0, Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1));

/** The goals of the tables on `page`. */
export function goalTables(page: OpenPage): FoundGoal[] {
  const found: FoundGoal[] = [];
  let header: { column: Column; cell: Cell }[] | null = null;
  for (const line of page.sheet.lines) {
    const opened = headerOf(line);
    if (opened) header = opened;
    if (opened || !header) continue;
    if (line.cells.length < 3) {
      header = null;
      continue;
    }
    const columns = header;
    const cellOf = (name: Column) =>
      line.cells.find((cell) => {
        const nearest = [...columns].sort((a, b) => distance(a.cell, cell) - distance(b.cell, cell))[0];
        return nearest?.column === name;
      });
    const area = cellOf('area') ?? line.cells[0]!;
    const stated = (cell: Cell | undefined) => {
      const [amount] = cell ? amountsIn(cell.text, line.text) : [];
      return cell && amount ? { ...amount, start: cell.start + amount.start, end: cell.start + amount.end } : null;
    };
    const dayOf = (cell: Cell | undefined) =>
      page.days.days.find((d) => cell && d.hasYear && d.start >= cell.start && d.end <= cell.end)?.day ?? null;
    const [from, to] = [cellOf('baseline'), cellOf('target')];
    const target = stated(to);
    const bare = target && from && !stated(from) ? bareNumberIn(from.text) : null;
    const baseline =
      bare && target && from
        ? { ...bare, start: from.start + bare.start, end: from.start + bare.end, measure: target.measure, bare: true }
        : stated(from);
    if (!target && !baseline) continue;
    const often = cellOf('schedule') ?? line.cells.find((cell) => scheduleIn(cell.text));
    const schedule = often ? scheduleIn(often.text) : null;
    found.push({
      page,
      whole: line,
      area: area.text,
      statement: line,
      baseline: baseline && target && baseline.measure.kind !== target.measure.kind ? null : baseline,
      target,
      baselineDay: dayOf(from),
      targetDay: dayOf(to),
      schedule: schedule && often ? { value: schedule.schedule, span: often } : null,
    });
  }
  return found;
}
