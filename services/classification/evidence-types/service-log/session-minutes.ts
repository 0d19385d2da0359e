/** The minutes of one session: as delivered, else from its start and end. */
import type { RowCell } from '../../../binders/layout/layout.ts';

export interface SessionMinutes {
  readonly minutes: number;
  /** `planned`: the only figure is what was scheduled. */
  readonly source: 'stated' | 'clock' | 'planned';
  /** Where the figure ends in the mended text. */
  readonly end: number;
}

const deliveredColumn =
  /\bmin(?:ute)?s?\.?\b.*\b(?:del(?:ivered|iv'?d)?|prov(?:ided)?|served|given|actual)\b|\b(?:delivered|provided|served|actual|given)\b.*\bmin|\bdelivered\b|\bactual\b|^\s*(?:given|served|provided|received|rec'?d|seen)\s*$/i;
const plannedColumn = /\b(?:sched(?:uled)?|planned|promised|iep|required|owed)\b/i;
const minutesColumn = /\bmin(?:ute)?s?\b|\bduration\b|\blength\b|\btime\b$|\btotal\b|\bhow long\b/i;
const clock = /\b(\d{1,2}):(\d{2})\b/g;
const hours = /(?<![\d/:.-])(\d{1,2}(?:\.\d{1,2})?)?\s?(1\/2|½|half)?(?:\s?(?:of )?an?)?\s?(?:hrs?|hours?)\b/i;
const minutesInText =
  /(?<![\d/:.-])(\d{1,3})(?:\s?(?:of|out of|\/)\s?\d{1,3})?\s?(?:min(?:ute)?s?\b\.?|m\b)(?! ?(?:late|straight|before|of |owed|\/ ?w|per|early|short))/i;

/** Minutes of a cell that holds nothing else: `30`, `30 min`, `35*`, `1 hr`, `1/2 hr`. */
export function minutesIn(text: string): number | null {
  const plain = text.trim();
  const match = /^\(?(\d{1,3})\s?(?:min(?:ute)?s?\.?|m|')?\)?\s?[*†#]?$/i.exec(plain);
  if (match) return Number(match[1]);
  const long = new RegExp(`^${hours.source}$`, 'i').exec(plain);
  return long ? hoursOf(long) : null;
}

function hoursOf(match: RegExpExecArray): number | null {
  if (!match[1] && !match[2]) return /\ban?\b/i.test(match[0]) ? 60 : null;
  const minutes = Number(match[1] ?? 0) * 60 + (match[2] ? 30 : 0);
  return minutes > 0 && minutes <= 480 ? Math.round(minutes) : null;
}

function clockMinutes(text: string): number | null {
  const times = [...text.matchAll(clock)].map((m) => Number(m[1]) * 60 + Number(m[2]));
  const [start, end] = times;
  // Three times and more are measured times, unless the first two are joined to a stretch.
  const isStretch =
    times.length === 2 || /^[^:]*\b\d{1,2}:\d{2}\s?(?:[ap]\.?m?\.?)?\s?(?:-|–|to)\s?\d{1,2}:/i.test(text);
  if (start === undefined || end === undefined || !isStretch) return null;
  const length = end - start;
  return length >= 0 ? length : length + 720;
}

/** The minutes of the session that `cells`, one entry of a log, tell of; null where they state none. */
export function readMinutes(cells: readonly RowCell[], text: string, start: number): SessionMinutes | null {
  const labelled = (pattern: RegExp) =>
    cells.find(
      (c) =>
        pattern.test(c.column?.label ?? '') &&
        !plannedColumn.test(c.column?.label ?? '') &&
        minutesIn(c.cell.text) !== null,
    );
  const column = labelled(deliveredColumn) ?? labelled(minutesColumn);
  if (column) return { minutes: minutesIn(column.cell.text) ?? 0, source: 'stated', end: column.cell.end };
  // A figure alone right behind the date or the name: the log's unlabelled column of minutes.
  const bareIn = (c: RowCell) =>
    c.column === null ? minutesIn(c.cell.text.replace(/(?<=^\d{1,3}) ?[(,;].*$/, '')) : null;
  const bare = cells.slice(1, 4).find((c) => bareIn(c) !== null);
  if (bare) return { minutes: bareIn(bare) ?? 0, source: 'stated', end: bare.cell.end };
  // A start and an end in cells of their own say more than minutes in a remark.
  const times = cells.filter((c) => /^\d{1,2}:\d{2}(?:\s?[ap]\.?m?\.?)?$/i.test(c.cell.text.trim()));
  const [from, to] = times;
  const between = from && to && times.length === 2 ? clockMinutes(`${from.cell.text} ${to.cell.text}`) : null;
  if (to && between !== null) return { minutes: between, source: 'clock', end: to.cell.end };
  // `8:30 - 9:30  delivered.  120 in 30 min`: the hours of the session stand before what was done in it.
  const hoursFirst = /^\W*\d{1,2}:\d{2}(?:\s?[ap]\.?m?\.?)?\s?(?:-|–|to)\s?\d{1,2}:\d{2}/i;
  const opening = cells.slice(0, 3).find((c) => hoursFirst.test(c.cell.text));
  const opened = opening ? clockMinutes(hoursFirst.exec(opening.cell.text)?.[0] ?? '') : null;
  if (opening && opened !== null) return { minutes: opened, source: 'clock', end: opening.cell.end };
  const own = minutesInText.exec(text);
  if (own) return { minutes: Number(own[1]), source: 'stated', end: start + own.index + own[0].length };
  const long = hours.exec(text);
  const fromHours = long ? hoursOf(long) : null;
  if (long && fromHours !== null)
    return { minutes: fromHours, source: 'stated', end: start + long.index + long[0].length };
  const stretch = clockMinutes(text.replace(/\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/g, ' '));
  if (stretch !== null)
    return {
      minutes: stretch,
      source: 'clock',
      end: cells.findLast((c) => /\d:\d{2}/.test(c.cell.text))?.cell.end ?? start + text.length,
    };
  const planned = cells.find((c) => plannedColumn.test(c.column?.label ?? '') && minutesIn(c.cell.text) !== null);
  return planned ? { minutes: minutesIn(planned.cell.text) ?? 0, source: 'planned', end: planned.cell.end } : null;
}
