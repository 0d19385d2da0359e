/** Whether a new document begins between two pages: hard evidence first, soft evidence weighed after. */
import type { PageClues } from './page-clues.ts';

export interface Joint {
  /** True where a new document begins. */
  readonly parts: boolean;
  readonly certain: boolean;
  readonly reason: string;
}

const parts = (reason: string, certain = true): Joint => ({ parts: true, certain, reason });
const joins = (reason: string, certain = true): Joint => ({ parts: false, certain, reason });

function overlap(a: Iterable<string>, b: ReadonlySet<string>): number {
  const list = [...new Set(a)];
  return list.length === 0 ? 0 : list.filter((x) => b.has(x)).length / list.length;
}

/** What the pages of the document so far tell together. */
export interface Before {
  /** The page just before, blank backs aside. */
  readonly last: PageClues;
  /** The first page of the document. */
  readonly first: PageClues;
  readonly students: readonly string[];
}

function byNumber(before: Before, next: PageClues): Joint | null {
  const a = before.last.number;
  const b = next.number;
  if (b && b.n === 1 && b.of !== null) return parts('It is numbered as page 1.');
  if (a && b && a.of !== null && b.of !== null) {
    if (a.of === b.of && b.n === a.n + 1) return joins(`It is page ${b.n} of ${b.of}.`);
    if (a.of !== b.of || b.n <= a.n) return parts('The page numbers start anew.');
  }
  if (a && b && (a.of === null) === (b.of === null) && b.n === a.n + 1 && b.n > 1)
    return joins(
      'The page numbers run on.',
      next.title.length === 0 || overlap(next.title, new Set(before.last.title)) > 0.5,
    );
  if (a?.of && a.n === a.of) return parts('The page before was the last of its document.');
  return null;
}

/** Judges the joint between the document so far and `next`. */
export function judgeJoint(before: Before, next: PageClues): Joint {
  if (before.last.file !== next.file) return parts('It is another file.');
  if (next.separator) return parts('It is a separator sheet.');
  if (before.last.separator) return parts('It follows a separator sheet.');
  const other =
    next.students.length > 0 && before.students.length > 0 && !next.students.some((id) => before.students.includes(id));
  if (other) return parts('It names another student.');
  const numbered = byNumber(before, next);
  if (numbered) return numbered;
  if (next.saysContinued) return joins('It says that it continues.');
  if (next.unreadable) return joins('It could not be read.', false);

  const sameTitle = next.title.length > 0 && overlap(next.title, new Set(before.first.title)) >= 0.6;
  const otherDate = next.date !== null && before.first.date !== null && next.date !== before.first.date;
  const unfinished =
    before.last.number?.of !== null &&
    before.last.number !== null &&
    before.last.number.n < (before.last.number.of ?? 0);
  const head =
    (next.title.length > 0 ? 2 : 0) +
    (next.hasFields ? 2 : 0) +
    (next.date !== null ? 1 : 0) +
    (next.students.length > 0 ? 1 : 0);
  const other2 = next.title.length > 0 && !sameTitle ? 2 : 0;
  const alike = next.layout.size > 0 ? overlap(next.layout, before.last.layout) : 0;
  const score =
    head +
    other2 +
    (otherDate ? 2 : 0) -
    (next.carriesOn ? 4 : 0) -
    (unfinished ? 3 : 0) -
    (sameTitle && !otherDate ? 2 : 0) -
    (alike > 0.6 && !otherDate ? 1 : 0);
  if (score >= 5) return parts(otherDate ? 'It has a heading and a date of its own.' : 'It has a heading of its own.');
  if (score >= 3) return parts('It seems to begin a new document: it has a heading.', false);
  if (score <= 0) return joins('It has no heading of its own.');
  return joins('It seems to go on: its heading is weak.', false);
}
