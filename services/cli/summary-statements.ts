/** Drafted statements for a terminal: per period, each with its words and what every cited number rests on. */
import type { Caseload } from '../domain/caseload.ts';
import type { ProcessResult } from '../domain/process-result.ts';
import type { Statement } from '../domain/statement.ts';
import { filePlace, progressNames, type SummaryNames } from './summary-words.ts';

const indent = '      ';

/** Breaks `text` into lines of at most `width` characters, between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

/** The words with `[1]` behind each cited place, and a line for each citation. */
function cited({ text, citations }: Statement, names: SummaryNames): { text: string; notes: string[] } {
  let marked = text;
  for (const [index, { end }] of [...citations.entries()].sort(([, a], [, b]) => b.end - a.end)) {
    marked = `${marked.slice(0, end)} [${index + 1}]${marked.slice(end)}`;
  }
  const notes = citations.map(
    ({ source }, index) =>
      `[${index + 1}] "${source.quote.replace(/\s+/g, ' ')}" in ${filePlace(names, source.file, source.page)}`,
  );
  return { text: marked, notes };
}

/** Every statement that rests on evidence; those without any are only counted. */
export function summariseStatements(
  { statements }: ProcessResult,
  caseload: Caseload,
  names: SummaryNames,
  width = Math.min(110, process.stdout.columns ?? 110),
): string[] {
  const told = statements.filter(({ citations }) => citations.length > 0);
  const lines = [`Drafted statements: ${told.length}, each for a case manager to approve`];
  for (const period of caseload.periods) {
    const own = told.filter(({ periodId }) => periodId === period.id);
    if (own.length === 0) continue;
    lines.push(` ${period.name} (${period.start} to ${period.end})`);
    for (const statement of own) {
      const { text, notes } = cited(statement, names);
      const code = progressNames[statement.progressCode];
      lines.push(`  ${names.student(statement.studentId)}, ${names.goal(statement.goalId)}: ${code}`);
      lines.push(
        ...[text, ...notes].flatMap((words) => wrap(words, width - indent.length).map((part) => indent + part)),
      );
    }
  }
  const without = statements.length - told.length;
  if (without > 0) lines.push(`  ${without} more say that nothing was recorded for their goal in the period.`);
  return lines;
}
