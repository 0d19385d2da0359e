/** The minutes of one session: as delivered, else from its start and end. */
import type { RowCell } from '../../binders/layout/layout.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';

export interface SessionMinutes {
  readonly minutes: number;
  /** `planned`: the only figure is what was scheduled. */
  readonly source: 'stated' | 'clock' | 'planned';
  /** Where the figure ends in the mended text. */
  readonly end: number;
}

const deliveredColumn =
  /\bmin(?:ute)?s?\.?\b.*\b(?:del(?:ivered|iv'?d)?|prov(?:ided)?|served|given|actual)\b|\b(?:delivered|provided|served|actual|given)\b.*\bmin|\bdelivered\b|\bactual\b/i;
const plannedColumn = /\b(?:sched(?:uled)?|planned|promised|iep|required|owed)\b/i;
const minutesColumn = /\bmin(?:ute)?s?\b|\bduration\b|\blength\b|\btime\b$/i;
const clock = /\b(\d{1,2}):(\d{2})\b/g;

const numberIn = (text: string): number | null => {
  const match = /^\(?(\d{1,3})\s?(?:min(?:ute)?s?\.?|m|')?\)?$/i.exec(text.trim());
  return match ? Number(match[1]) : null;
};

function clockMinutes(text: string): number | null {
  const times = [...text.matchAll(clock)].map((m) => Number(m[1]) * 60 + Number(m[2]));
  const [start, end] = times;
  if (start === undefined || end === undefined) return null;
  const length = end - start;
  return length >= 0 ? length : length + 720;
}

/** The minutes of the session of one line; null where it states none. */
export function readMinutes(cells: readonly RowCell[], line: Line, page: OpenPage): SessionMinutes | null {
  const labelled = (pattern: RegExp) =>
    cells.find(
      (c) =>
        pattern.test(c.column?.label ?? '') &&
        !plannedColumn.test(c.column?.label ?? '') &&
        numberIn(c.cell.text) !== null,
    );
  const column = labelled(deliveredColumn) ?? labelled(minutesColumn);
  if (column) return { minutes: numberIn(column.cell.text) ?? 0, source: 'stated', end: column.cell.end };
  const own =
    /(?<![\d/:.-])(\d{1,3})\s?(?:min(?:ute)?s?\b\.?)(?! ?(?:late|straight|before|of |owed|\/ ?w|per|early|short))/i.exec(
      line.text,
    );
  const times = clockMinutes(line.text.replace(/\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/g, ' '));
  if (own) return { minutes: Number(own[1]), source: 'stated', end: line.start + own.index + own[0].length };
  if (times !== null)
    return {
      minutes: times,
      source: 'clock',
      end: line.cells.findLast((c) => /\d:\d{2}/.test(c.text))?.end ?? line.end,
    };
  const planned = cells.find((c) => plannedColumn.test(c.column?.label ?? '') && numberIn(c.cell.text) !== null);
  if (planned) return { minutes: numberIn(planned.cell.text) ?? 0, source: 'planned', end: planned.cell.end };
  const bare = page.layout.rows.has(line.index) ? null : line.cells.slice(1).find((c) => numberIn(c.text) !== null);
  return bare ? { minutes: numberIn(bare.text) ?? 0, source: 'stated', end: bare.end } : null;
}
