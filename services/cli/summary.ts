/** What was found, for a person at a terminal. */
import type { Caseload } from '../domain/caseload.ts';
import type { ProcessResult } from '../domain/process-result.ts';
import { summariseStatements } from './summary-statements.ts';
import { documentTypeName, filePlace, plural, type SummaryNames, summaryNames } from './summary-words.ts';

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const row = (count: number, words: string) => `  ${String(count).padStart(3)}  ${words}`;

function documentsByType({ documents }: ProcessResult): string[] {
  const types = countBy(documents, (document) => document.documentType);
  return ['Documents by type', ...types.map(([type, count]) => row(count, documentTypeName(type)))];
}

function pointsPerGoal({ documents }: ProcessResult, caseload: Caseload): string[] {
  const points = documents.flatMap(({ dataPoints }) => dataPoints);
  const waiting = points.filter(({ status }) => status === 'needs_review').length;
  const goals = caseload.students.flatMap((student) =>
    student.goals.map((goal) => ({
      who: `${student.givenName} ${student.familyName}`,
      area: goal.area,
      own: points.filter(({ goalId }) => goalId === goal.id),
    })),
  );
  const measured = goals.filter(({ own }) => own.length > 0);
  const wide = Math.max(0, ...measured.map(({ who }) => who.length));
  const lines = measured.map(({ who, area, own }) => {
    const open = own.filter(({ status }) => status === 'needs_review').length;
    return row(own.length, `${who.padEnd(wide)}  ${area}${open > 0 ? ` (${open} to check)` : ''}`);
  });
  const none = goals.length - measured.length;
  return [
    `Data points per goal: ${plural(points.length, 'data point')}, ${waiting} of them to be checked by a person`,
    ...lines,
    ...(none > 0 ? [row(0, `for ${plural(none, 'more goal')} of the caseload`)] : []),
  ];
}

/** Files that failed, questions about whole documents, numbers to check: in this order, each with its place. */
function thingsToLookAt(result: ProcessResult, names: SummaryNames): string[] {
  const failed = result.errors.map((error) => `  ${names.file(error.file)}: ${error.message}`);
  const asked = result.documents.flatMap(({ file, pages, questions }) =>
    (questions ?? []).map((question) => `  ${filePlace(names, file, pages[0])}: ${question}`),
  );
  const numbers = result.documents
    .flatMap(({ dataPoints }) => dataPoints)
    .filter(({ status }) => status === 'needs_review')
    .map(({ source, studentId, goalId, value, unit, reason }) => {
      const read = `"${source.quote.replace(/\s+/g, ' ')}", taken as ${value} ${unit}`;
      const whose = `${names.student(studentId)}, ${names.goal(goalId)}`;
      return `  ${filePlace(names, source.file, source.page)}: ${read} (${whose}). ${reason ?? 'Please check it.'}`;
    });
  const group = (title: string, lines: string[]) => (lines.length > 0 ? [` ${title} (${lines.length})`, ...lines] : []);
  return [
    `What a person must look at (${failed.length + asked.length + numbers.length})`,
    ...group('Files that could not be read', failed),
    ...group('Questions about a document', asked),
    ...group('Numbers to check', numbers),
  ];
}

function duplicates({ skipped }: ProcessResult, names: SummaryNames): string[] {
  // A file that was handed in before is "the same as" itself: that is said once for all, by the command.
  const copies = skipped.filter(({ file, of }) => file !== of);
  if (copies.length === 0) return [];
  const lines = copies.map(({ file, of }) => `  ${names.file(file)} is the same as ${names.file(of)}`);
  return ['', 'Copies, not read again', ...lines];
}

/** Lines that tell a newcomer what became of the evidence. */
export function summarise(result: ProcessResult, caseload: Caseload): string[] {
  const names = summaryNames(result, caseload);
  const counts = [
    plural(result.files, 'file'),
    plural(result.pages, 'page'),
    plural(result.documents.length, 'document'),
  ];
  return [
    `${counts.join(', ')}${names.folder ? `, from ${names.folder}` : ''}`,
    '',
    ...documentsByType(result),
    '',
    ...pointsPerGoal(result, caseload),
    '',
    ...summariseStatements(result, caseload, names),
    '',
    ...thingsToLookAt(result, names),
    ...duplicates(result, names),
  ];
}
