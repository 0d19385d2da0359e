/** A stretch of time between two columns of clock times, where no cell says how long it was: `Sat down 9:02 | Got up 9:09`. */
import type { Row } from '../../binders/layout/layout.ts';
import type { Figure } from './figures.ts';

const from =
  /^(?:time )?(?:start(?:ed)?|began|begins?|begun|from|in|sat(?: down)?|went (?:in|on)|arrived?|on|out|left(?: class| room)?|signal|direction(?: given)?|cue|given|told|asked|greeted)(?: (?:time|at|given|work|task))?$/i;
const to =
  /^(?:time )?(?:stop(?:ped)?|end(?:ed)?|finish(?:ed)?|to|until|out|got up|stood up|left(?: task| work| group| rug| area)?|off|back|return(?:ed)?|asked (?:for|to) .*|quit|first (?:word|step|move\w*|response)|began|started|answered|responded)(?: (?:time|at|work|task))?$/i;
const howLong = /\b(?:min(?:ute)?s?|sec(?:ond)?s?|elapsed|duration|latency|length|total|how long|lasted)\b/i;
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s?[ap]\.?m\.?)?$/i;

function secondsOf(text: string): number | null {
  const m = clock.exec(text.trim());
  return m ? Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3] ?? 0) : null;
}

/** The stretch that the two clock times of `row` make; null for none. */
export function startToStop(row: Row): Figure | null {
  if (row.header.kind !== 'labels') return null;
  // Where a column says how long it was, only a cell that was left open is to be worked out.
  const isSaid = row.cells.some((c) => howLong.test(c.column?.label ?? '') && /[\dA-Za-z]/.test(c.cell.text));
  if (isSaid) return null;
  const times = row.cells.filter((c) => c.column !== null && secondsOf(c.cell.text) !== null);
  const [start, stop, ...more] = times;
  if (!start || !stop || more.length > 0) return null;
  if (!from.test(start.column?.label.trim() ?? '') || !to.test(stop.column?.label.trim() ?? '')) return null;
  const length = (secondsOf(stop.cell.text) ?? 0) - (secondsOf(start.cell.text) ?? 0);
  const seconds = length >= 0 ? length : length + 12 * 3600;
  return { start: start.cell.start, end: stop.cell.end, quantity: { type: 'time', seconds, form: 'range' } };
}
