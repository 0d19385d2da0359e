/** Whose a document is: by the name field, the title, the rows; two candidates are asked about, never guessed. */
import type { OpenPage } from '../binders/open-page.ts';
import type { Line } from '../binders/page-text/sheet.ts';
import { isPersonLabel } from '../binders/people/person-labels.ts';
import type { NameStrength, StudentMention } from '../binders/people/student-mention.ts';
import { strengthOrder } from '../binders/people/student-mention.ts';

export interface StudentsFound {
  readonly studentId: string | null;
  readonly studentIds: readonly string[];
  readonly question: string | null;
}

interface Named {
  readonly page: OpenPage;
  readonly mention: StudentMention;
  readonly line: Line;
}

const nameField =
  /\b(?:student(?:'s)?(?: name)?|name|child|pupil|learner|writer|reader|author|client|scholar|camper|alumn[oa]|estudiante|nombre|re|subject|regarding|for|to|tab)\s*[:#.-]?\s*$/i;
const strictField =
  /\b(?:student(?:'s)?(?: name)?|child(?:'s name)?|pupil|learner|alumn[oa]|estudiante|nombre|speaker|presenter|writer|reader|author|artist|client|participant|worker|trainee|intern|applicant|player)\s*[:#]\s*$|(?:^|\s{2,})name\s*:?\s*$/i;

const before = ({ page, mention, line }: Named) => page.sheet.text.slice(line.start, mention.start);

/** A mention by number: `ID 1101`. */
const isNumber = ({ page, mention, line }: Named) =>
  mention.strength === 'full' && /\d{3,}$/.test(page.sheet.text.slice(mention.start, mention.end)) && line.index < 12;

/** People who head the columns of a table. */
function columnStudents(page: OpenPage): { ids: Set<string>; people: number } {
  const columns = page.layout.headers.flatMap((header) => header.columns);
  const mentionIn = (c: { start: number; end: number }) =>
    page.students.find((m) => m.start >= c.start && m.end <= c.end && m.strength !== 'relative');
  const people = columns.filter((c) => mentionIn(c) !== undefined || isPersonLabel(c.label));
  return { ids: new Set(people.flatMap((c) => mentionIn(c)?.studentIds ?? [])), people: people.length };
}

/** Students whom dated entries begin with: a log of several. */
function entryStudents(page: OpenPage): Set<string> {
  const early = page.students.filter(
    (m) =>
      m.studentIds.length === 1 &&
      m.strength !== 'relative' &&
      page.layout.leadingDays.has(m.line) &&
      !page.layout.rows.has(m.line),
  );
  return new Set(early.flatMap((m) => m.studentIds));
}

/** Lines that begin with a name and go on with values: a sheet of several students. */
function rowStudents(page: OpenPage): { ids: Set<string>; people: number } {
  const rows = page.sheet.lines.flatMap((line) => {
    // `2   Bell, Joaquina   3`: the number only counts the rows.
    const isCounted = line.cells.length > 2 && /^\d{1,2}[.)]?$/.test(line.cells[0]?.text ?? '');
    const first = line.cells[isCounted ? 1 : 0];
    if (!first || line.cells.length < 2) return [];
    const row = page.layout.rows.get(line.index);
    const named = page.students.find(
      (m) =>
        m.line === line.index &&
        m.strength !== 'relative' &&
        (m.start <= first.start + 3 || (row !== undefined && isStudentColumn(row.cells, m))),
    );
    const others = line.cells.slice(1).some((cell) => /\d|[+✓✗]|absent|^[A-Z]$/i.test(cell.text));
    const field = /^[\w ]{2,14}:/.test(first.text);
    const isListed = isCounted && /^[A-Z][a-z'’-]+(?:[ ,]|$)/.test(first.text) && first.text.length <= 30;
    if (!others || field || (!named && !isListed && !isPersonLabel(first.text))) return [];
    return [{ block: line.block, ids: named?.studentIds ?? [] }];
  });
  // `Articulation, English` reads like a name: strangers count beside somebody who is known.
  const known = new Set(rows.filter((row) => row.ids.length > 0).map((row) => row.block));
  const own = rows.filter((row) => known.has(row.block));
  return { ids: new Set(own.flatMap((row) => row.ids)), people: own.length };
}

/** Students whose names begin the cells of one column, whatever the lines open with: who is with whom and when. */
function listedStudents(page: OpenPage): Set<string> {
  const cells = page.sheet.lines.flatMap((line) =>
    line.cells.slice(1).flatMap((cell, i) => {
      const named = page.students.find((m) => m.start === cell.start && m.strength !== 'relative');
      const isField = /[:#]\s*$/.test(line.cells[i]?.text ?? '');
      return named?.studentIds.length === 1 && !isField
        ? [{ block: line.block, x0: cell.x0, ids: named.studentIds }]
        : [];
    }),
  );
  const beside = cells.filter((c) =>
    cells.some((o) => o.block === c.block && Math.abs(o.x0 - c.x0) <= 1 && o.ids[0] !== c.ids[0]),
  );
  return new Set(beside.flatMap((c) => c.ids));
}

function isStudentColumn(
  cells: readonly { cell: { start: number; end: number }; column: { label: string } | null }[],
  m: StudentMention,
): boolean {
  const cell = cells.find((c) => c.cell.start <= m.start && c.cell.end >= m.end);
  return /student|name|pupil|child/i.test(cell?.column?.label ?? '');
}

function distinct(named: readonly Named[]): string[][] {
  const sets = new Map(named.map((n) => [n.mention.studentIds.join(), [...n.mention.studentIds]]));
  return [...sets.values()];
}

/** One student that all of `named` can be; null where they differ or fit several. */
function agree(named: readonly Named[]): string | null {
  const sets = distinct(named);
  const common = (sets[0] ?? []).filter((id) => sets.every((set) => set.includes(id)));
  return common.length === 1 ? (common[0] ?? null) : null;
}

const one = (studentId: string): StudentsFound => ({ studentId, studentIds: [studentId], question: null });
const ask = (question: string, studentIds: readonly string[]): StudentsFound => ({
  studentId: null,
  studentIds,
  question,
});

/** A name field that is filled in with somebody who is not of the caseload. */
function namesSomebodyElse(pages: readonly OpenPage[]): string | null {
  for (const page of pages) {
    for (const line of page.sheet.lines.slice(0, 12)) {
      const match = /\b(?:student(?: name)?|child|pupil)\s*:\s*([A-Z][a-zà-ÿ'’-]+(?:,? [A-Z][\w'’.-]*){1,2})/.exec(
        line.text,
      );
      if (!match) continue;
      const at = line.start + match.index;
      const known = page.students.some((m) => m.line === line.index && m.start >= at);
      if (!known) return match[1] ?? null;
    }
  }
  return null;
}

/** Whose the document is. `given` is the student that was named at upload; `isAssigned`, by who saw the pages. */
export function documentStudents(pages: readonly OpenPage[], given: string | null, isAssigned = false): StudentsFound {
  if (given && isAssigned) return one(given);
  const all: Named[] = pages.flatMap((page) =>
    page.students.flatMap((mention) => {
      const line = page.sheet.lines[mention.line];
      return line && mention.strength !== 'relative' ? [{ page, mention, line }] : [];
    }),
  );
  const rows = pages.map(rowStudents);
  const rowIds = [...new Set(rows.flatMap((r) => [...r.ids]))];
  const people = rows.reduce((sum, r) => sum + r.people, 0);
  const fields = all.filter((n) => strictField.test(before(n)) || isNumber(n));
  const field = agree(fields);
  if (field) return given && given !== field ? conflict(given, field) : one(field);
  if (people >= 2 && (rowIds.length >= 2 || (rowIds.length === 1 && people > rowCount(pages, rowIds[0])))) {
    return { studentId: null, studentIds: rowIds, question: null };
  }
  const across = pages.map(columnStudents);
  const acrossIds = [...new Set(across.flatMap((c) => [...c.ids]))];
  if (acrossIds.length >= 1 && across.some((c) => c.people >= 2))
    return { studentId: null, studentIds: acrossIds, question: null };
  if (fields.length > 0) return chooseAmong(fields, given);
  const listed = [...new Set(pages.flatMap((page) => [...listedStudents(page)]))];
  if (listed.length >= 2 && !given) return { studentId: null, studentIds: listed, question: null };
  const entered = [...new Set(pages.flatMap((page) => [...entryStudents(page)]))];
  const heads = all.filter(
    (n) => isTop(n) && n.mention.strength === 'full' && !n.page.layout.leadingDays.has(n.line.index),
  );
  if (entered.length >= 2 && heads.length === 0 && !given)
    return { studentId: null, studentIds: entered, question: null };
  const stranger = namesSomebodyElse(pages);
  if (stranger) {
    return given
      ? { ...one(given), question: `The page names ${stranger}, who is not on the caseload.` }
      : ask(`The page names ${stranger}, who is not on the caseload. Whose is it?`, []);
  }
  const top = all.filter((n) => isTop(n) || (nameField.test(before(n)) && n.line.index < 12));
  for (const group of [top, all]) {
    const found = strongest(group);
    if (found.length === 0) continue;
    const agreed = agree(found);
    if (agreed)
      return given && given !== agreed && found[0]?.mention.strength === 'full'
        ? conflict(given, agreed)
        : one(given ?? agreed);
    return chooseAmong(found, given);
  }
  return given ? one(given) : ask('The page names no student of the caseload. Whose is it?', []);
}

function rowCount(pages: readonly OpenPage[], id: string | undefined): number {
  const lines = pages.flatMap((page) =>
    page.students.filter((m) => id && m.studentIds.includes(id)).map((m) => m.line),
  );
  return new Set(lines).size;
}

function isTop(n: Named): boolean {
  const filled = n.page.sheet.lines.filter((line) => line.cells.length > 0);
  return filled.slice(0, 5).includes(n.line);
}

function strongest(named: readonly Named[]): Named[] {
  for (const strength of strengthOrder.slice(0, 4) as readonly NameStrength[]) {
    const found = named.filter((n) => n.mention.strength === strength);
    if (found.length > 0) return found;
  }
  return [];
}

function conflict(given: string, named: string): StudentsFound {
  return ask('The page names another student than the one chosen at upload. Whose is it?', [named, given]);
}

function chooseAmong(named: readonly Named[], given: string | null): StudentsFound {
  const ids = [...new Set(named.flatMap((n) => n.mention.studentIds))];
  if (given && ids.includes(given)) return one(given);
  const sets = distinct(named);
  if (sets.length > 1 && sets.every((set) => set.length === 1))
    return { studentId: null, studentIds: ids, question: null };
  return ask('The name fits more than one student of the caseload. Whose is it?', ids);
}
