/**
 * Whether a new document begins between two pages. Hard evidence decides first (files, separators, page numbers, another
 * student); then the heads of the pages are weighed, and what stays close is shown to a person as not sure.
 */
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
  /** Everyone named on its pages. */
  readonly anywhere: readonly string[];
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
  return byHeading(before, next);
}

/** What speaks for a new document in the head of `next`, and what it would be called. */
interface Beginning {
  readonly weight: number;
  readonly reason: string;
  /** It says whose it is, of which day it is, or to whom it speaks: no page overleaf does. */
  readonly hasIdentity: boolean;
}

function beginning(before: Before, next: PageClues, sameTable: boolean): Beginning {
  const ownTitle = next.title.length > 0 && !sameTable && !isSameTitle(before, next);
  const otherDate = next.date !== null && before.first.date !== null && next.date !== before.first.date && !sameTable;
  const otherPeople =
    next.anywhere.length > 0 && before.anywhere.length > 0 && !next.anywhere.some((id) => before.anywhere.includes(id));
  const opensWithDate = next.startsWithDate && next.firstRow === null;
  const weight =
    (ownTitle ? 2.5 : 0) +
    (next.opensForm ? 2 : 0) +
    (next.greets ? 4 : 0) +
    (next.hasFields ? 2 : 0) +
    (opensWithDate ? 2 : next.date !== null && !sameTable ? 0.5 : 0) +
    (next.students.length > 0 ? 1.5 : 0) +
    (otherDate ? 1.5 : 0) +
    (otherPeople ? 3 : 0);
  return {
    weight,
    reason: otherPeople
      ? 'It speaks of another student.'
      : otherDate
        ? 'It has a heading and a date of its own.'
        : 'It has a heading of its own.',
    hasIdentity:
      next.students.length > 0 || next.hasFields || next.greets || otherPeople || (next.date !== null && !sameTable),
  };
}

const isSameTitle = (before: Before, next: PageClues) =>
  next.title.length > 0 && overlap(next.title, new Set(before.first.title)) >= 0.6;

/** What speaks for `next` as a page of the document so far. */
function goingOn(before: Before, next: PageClues, sameTable: boolean): number {
  const { number } = before.last;
  const unfinished = number !== null && number.of !== null && number.n < number.of;
  const sameDay = next.date === null || before.first.date === null || next.date === before.first.date;
  return (
    (sameTable ? 4 : next.carriesOn ? 3 : 0) +
    (unfinished ? 1.5 : 0) +
    (isSameTitle(before, next) && sameDay ? 3 : 0) +
    (next.title.length === 0 && !next.opensForm ? 0.5 : 0)
  );
}

/** Soft evidence: what the head of the page looks like beside the document so far. */
function byHeading(before: Before, next: PageClues): Joint {
  // A table that goes on overleaf: its first row holds what the last row before it held.
  const sameTable = next.firstRow !== null && next.firstRow === before.last.lastRow;
  const begins = beginning(before, next, sameTable);
  const score = begins.weight - goingOn(before, next, sameTable);
  if (score >= 4) {
    return begins.hasIdentity
      ? parts(begins.reason)
      : parts(`${begins.reason} It bears no name and no date: it may also belong to the page before.`, false);
  }
  if (score >= 1.8) return parts(`${begins.reason} It may also belong to the page before.`, false);
  if (sameTable) return joins('The table of the page before goes on.', score <= -1);
  return joins('It has no heading of its own.', score <= 0);
}
