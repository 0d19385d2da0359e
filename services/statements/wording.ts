/** Values, units and dates in words that a family understands. */
import type { Goal } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';

/** What a rate counts, and how that is said of a result. */
const spokenRates: Readonly<Record<string, { counted: string; how?: string }>> = {
  wcpm: { counted: 'words', how: 'read correctly' },
  cwpm: { counted: 'words', how: 'read correctly' },
  'digits/min': { counted: 'correct digits' },
};

const rateOf = (unit: string) =>
  spokenRates[unit] ?? { counted: unit.replace(/\s*(?:\/|per)\s*min(?:ute)?s?\.?$/i, '') };

/** `3 call-outs`, `1 call-out`: the number with what it counts. */
function amountOf(number: string, counted: string): string {
  const one = counted.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
  return `${number} ${number === '1' ? one : counted}`;
}

/** A number as it stands in a text: at most two decimals, none that are zero. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `2025-10-07` as `October 7, 2025`. */
export function plainDate(day: Day): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Whether the goal counts its levels in letters: then its statement names the target's letter. */
function isLetterLevel(goal: Goal): boolean {
  const { value } = goal.target;
  if (goal.measure.kind !== 'level' || !Number.isInteger(value) || value < 1 || value > 26) return false;
  return new RegExp(`\\b${letterOf(value)}\\b`).test(goal.statement);
}

const letterOf = (value: number) => String.fromCharCode(64 + Math.min(26, Math.max(1, Math.round(value))));

/** A value of the goal with its unit: `62 words read correctly in a minute`, `80%`, `3 call-outs a day`, `level J`. */
export function plainValue(goal: Goal, value: number): string {
  const { kind, unit, max, per } = goal.measure;
  const number = plainNumber(value);
  switch (kind) {
    case 'percent':
      return `${number}%`;
    case 'rate': {
      const { counted, how } = rateOf(unit);
      return `${amountOf(number, counted)}${how ? ` ${how}` : ''} in a minute`;
    }
    case 'count':
    case 'duration':
    case 'latency':
      return per ? `${amountOf(number, unit)} a ${per}` : amountOf(number, unit);
    case 'rubric':
    case 'score':
      return max ? `${number} out of ${plainNumber(max)} ${unit}` : amountOf(number, unit);
    case 'level':
      return isLetterLevel(goal) ? `level ${letterOf(value)}` : `level ${number}`;
  }
}

/** A change per week: the number with a unit that fits a difference. */
export function plainChange(goal: Goal, amount: number): string {
  const { kind, unit } = goal.measure;
  const number = plainNumber(amount);
  if (kind === 'percent') return amountOf(number, 'percentage points');
  if (kind === 'level') return amountOf(number, 'levels');
  return kind === 'rate' ? `${amountOf(number, rateOf(unit).counted)} a minute` : amountOf(number, unit);
}
