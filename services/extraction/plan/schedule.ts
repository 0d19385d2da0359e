/** How often progress toward a goal is measured, in the words of an IEP. */
import type { Goal } from '../../domain/caseload.ts';

type Schedule = Goal['schedule'];

const wordings: readonly (readonly [RegExp, (m: RegExpExecArray) => Schedule])[] = [
  [
    /\b(?:every|once every) (?:two|2|other) weeks?\b|\bbi-?weekly\b|\btwice (?:a|per) month\b/i,
    () => ({ every: 2, per: 'week' }),
  ],
  [
    /\bevery (\d) (week|month)s\b/i,
    (m) => ({ every: Number(m[1]), per: m[2]?.toLowerCase() === 'month' ? 'month' : 'week' }),
  ],
  [/\bdaily\b|\beach (?:school )?day\b|\bevery (?:school )?day\b/i, () => ({ every: 1, per: 'day' })],
  [/\bweekly\b|\bonce (?:a|per) week\b|\b(?:each|every) week\b/i, () => ({ every: 1, per: 'week' })],
  [/\bmonthly\b|\bonce (?:a|per) month\b|\b(?:each|every) month\b/i, () => ({ every: 1, per: 'month' })],
  [/\bquarterly\b|\b(?:each|every) (?:quarter|grading period|trimester)\b/i, () => ({ every: 3, per: 'month' })],
];

export interface FoundSchedule {
  readonly schedule: Schedule;
  readonly start: number;
  readonly end: number;
}

/** The first wording of a schedule in `text`, with its offsets there; null where the text says none. */
export function scheduleIn(text: string): FoundSchedule | null {
  const found = wordings.flatMap(([pattern, read]) => {
    const m = pattern.exec(text);
    return m ? [{ schedule: read(m), start: m.index, end: m.index + m[0].length }] : [];
  });
  return found.sort((a, b) => a.start - b.start)[0] ?? null;
}
