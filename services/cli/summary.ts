/** What was found, for a person at a terminal. */
import type { Caseload } from '../domain/caseload.ts';
import type { EvidenceDocument } from '../domain/evidence.ts';
import type { ProcessResult } from '../domain/process-result.ts';

function countBy<Item>(items: readonly Item[], key: (item: Item) => string): [string, number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function namesOf(caseload: Caseload): { student: (id: string) => string; goal: (id: string) => string } {
  const students = new Map(caseload.students.map((s) => [s.id, `${s.givenName} ${s.familyName}`]));
  const goals = new Map(caseload.students.flatMap((s) => s.goals.map((g) => [g.id, g.area] as const)));
  return { student: (id) => students.get(id) ?? id, goal: (id) => goals.get(id) ?? id };
}

function questionsIn(documents: readonly EvidenceDocument[]): string[] {
  return documents.flatMap((document) => {
    const place = `${document.file}, page ${document.pages[0]}`;
    const points = document.dataPoints
      .filter((point) => point.status === 'needs_review')
      .map(
        (point) =>
          `${point.source.file}, page ${point.source.page}: "${point.source.quote}" — ${point.reason ?? 'please check'}`,
      );
    return [...(document.questions ?? []).map((question) => `${place}: ${question}`), ...points];
  });
}

/** Lines that tell a newcomer what became of the evidence; at most `most` of each list. */
export function summarise(result: ProcessResult, caseload: Caseload, most = 12): string[] {
  const names = namesOf(caseload);
  const points = result.documents.flatMap((document) => document.dataPoints);
  const list = (rows: string[]) => [
    ...rows.slice(0, most).map((row) => `  ${row}`),
    ...(rows.length > most ? [`  … and ${rows.length - most} more`] : []),
  ];
  const perGoal = countBy(points, (p) => `${names.student(p.studentId)}, ${names.goal(p.goalId)}`);
  const told = result.statements.filter((statement) => statement.citations.length > 0);
  const statements = told.map((statement) => {
    const [first] = statement.citations;
    const cited = first ? ` [${first.source.file}, page ${first.source.page}: "${first.source.quote}"]` : '';
    return `${names.student(statement.studentId)}, ${names.goal(statement.goalId)} (${statement.progressCode}): ${statement.text}${cited}`;
  });
  const looks = [...result.errors.map((error) => `${error.file}: ${error.message}`), ...questionsIn(result.documents)];
  return [
    `${plural(result.files, 'file')}, ${plural(result.pages, 'page')}, ${plural(result.documents.length, 'document')}`,
    '',
    'Documents by type',
    ...list(
      countBy(result.documents, (document) => document.documentType).map(
        ([type, count]) => `${String(count).padStart(3)}  ${type}`,
      ),
    ),
    '',
    `Data points per goal (${points.length} in all)`,
    ...list(perGoal.map(([goal, count]) => `${String(count).padStart(3)}  ${goal}`)),
    '',
    `Drafted statements that cite evidence (${told.length} of ${result.statements.length})`,
    ...list(statements),
    '',
    `What a person must look at (${looks.length})`,
    ...list(looks),
    ...(result.skipped.length > 0
      ? [
          '',
          'Known already, not read again',
          ...list(result.skipped.map(({ file, of }) => (file === of ? file : `${file} (the same as ${of})`))),
        ]
      : []),
  ];
}
