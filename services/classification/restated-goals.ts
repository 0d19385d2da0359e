/** Papers that give a goal's baseline and its target side by side tell of the plan, not of new work. */
import type { Caseload, Goal } from '../domain/caseload.ts';

const planWords =
  /\b(?:baselines?|present levels?|annual|targets?|goals?|objectives?|by \d{1,2}\/|will |meta|l[ií]nea base|currently|started at|progress|on track)\b/i;

function names(text: string, goal: Goal, value: number): boolean {
  const isLetter = goal.measure.kind === 'level' && /\blevel(?: of)? "?[A-Z]\b/.test(goal.statement);
  if (isLetter) return new RegExp(`\\b${String.fromCharCode(64 + value)}\\b`).test(text);
  const number = String(value).replace('.', '\\.');
  return new RegExp(`(?<![\\d./:-])${number}(?![\\d/:]|\\.\\d)`).test(text);
}

/** How many goals of the students that a paper may be about it gives both the baseline and the target of. */
export function restatedGoals(text: string, studentIds: readonly string[], caseload: Caseload): number {
  if (!planWords.test(text)) return 0;
  const lines = text.split('\n');
  const near = (goal: Goal) =>
    // Both within a few lines of each other.
    lines.some((_, i) => {
      const part = lines.slice(i, i + 3).join('\n');
      return (
        names(part, goal, goal.baseline.value) &&
        names(part, goal, goal.target.value) &&
        goal.baseline.value !== goal.target.value
      );
    });
  return caseload.students
    .filter((student) => studentIds.includes(student.id))
    .flatMap((student) => student.goals)
    .filter(near).length;
}
