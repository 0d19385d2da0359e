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

/** Some pages of one long report were copied: 4 of 14, then 7 of 14, under the same head. */
function isLaterPage({ number: a, title }: PageClues, { number: b, title: own }: PageClues): boolean {
  if (!a || !b || a.of === null || a.of !== b.of || b.n <= a.n) return false;
  return own.length === 0 || overlap(own, new Set(title)) >= 0.5;
}

/** Judges the joint between the document so far and `page`. */
export function judgeJoint(before: Before, page: PageClues): Joint {
  // A table that goes on overleaf: its first row holds what the last row before it held.
  const sameTable = isSameTable(before.last.lastRow, page.firstRow);
  const next = sameTable
    ? { ...page, ...page.outsideRows, startsWithDate: false, startsWithName: false, title: [], letterhead: false }
    : page;
  if (before.last.file !== next.file) return parts('It is another file.');
  if (next.separator) return parts('It is a separator sheet.');
  if (before.last.separator) return parts('It follows a separator sheet.');
  const other =
    next.students.length > 0 && before.students.length > 0 && !next.students.some((id) => before.students.includes(id));
  const numbered = byNumber(before, next);
  if (numbered && !numbered.parts) return { ...numbered, certain: numbered.certain && !other };
  if (other && next.saysContinued) return joins('It says that it continues, but names another student.', false);
  if (other) return parts('It names another student.');
  if (numbered) return numbered;
  if (isLaterPage(before.last, next)) return joins(`It is page ${next.number?.n} of the same ${next.number?.of}.`);
  if (next.saysContinued) return joins('It says that it continues.');
  if (next.unreadable) return joins('It could not be read.', false);
  return byHeading(before, next, sameTable);
}

/** What speaks for a new document in the head of `next`, and what it would be called. */
interface Beginning {
  readonly weight: number;
  /** Why, as a clause. */
  readonly reason: string;
  /** It says whose it is, of which day it is, or to whom it speaks: no page overleaf does. */
  readonly hasIdentity: boolean;
  /** More than a date: a title, a name, fields or a greeting. */
  readonly isHeaded: boolean;
}

function beginning(before: Before, next: PageClues, sameTable: boolean): Beginning {
  const ownTitle = (next.title.length > 0 && !isSameTitle(before, next)) || next.letterhead;
  const otherDate =
    next.date !== null && before.first.date !== null && !canBeSameDay(next.date, before.first.date) && !sameTable;
  const otherPeople =
    next.anywhere.length > 0 && before.anywhere.length > 0 && !next.anywhere.some((id) => before.anywhere.includes(id));
  const weight =
    (ownTitle ? (next.title.length >= fullTitle || next.letterhead ? 3.5 : 2.5) : 0) +
    (next.opensForm ? 2 : 0) +
    (next.greets ? 4 : 0) +
    (next.hasFields ? 2 : 0) +
    (next.startsWithDate ? 3 : next.date !== null && !sameTable ? 0.5 : 0) +
    (next.students.length > 0 ? 1.5 : 0) +
    (next.startsWithName ? 1.5 : 0) +
    (otherDate ? 1.5 : 0) +
    (otherPeople ? 3 : 0);
  return {
    weight,
    reason: otherPeople
      ? 'it speaks of another student'
      : otherDate
        ? 'it has a heading and a date of its own'
        : 'it has a heading of its own',
    hasIdentity: next.students.length > 0 || next.hasFields || next.greets || otherPeople || next.date !== null,
    isHeaded: next.students.length > 0 || next.hasFields || next.greets || ownTitle || next.opensForm,
  };
}

/** Whether two dates can be one day: without a year on both, the month and the day decide. */
function canBeSameDay(a: string, b: string): boolean {
  return a.startsWith('-') || b.startsWith('-') ? a.slice(-5) === b.slice(-5) : a === b;
}

const isSameTitle = (before: Before, next: PageClues) =>
  next.title.length > 0 && overlap(next.title, new Set(before.first.title)) >= 0.6;

/** What speaks for `next` as a page of the document so far. */
function goingOn(before: Before, next: PageClues, sameTable: boolean): number {
  const { number } = before.last;
  const unfinished = number !== null && number.of !== null && number.n < number.of;
  const sameDay = next.date === null || before.first.date === null || canBeSameDay(next.date, before.first.date);
  return (
    (sameTable ? 4 : next.carriesOn ? 3 : 0) +
    (unfinished ? 1.5 : 0) +
    (isSameTitle(before, next) && sameDay ? 3 : 0) +
    (next.title.length === 0 && !next.letterhead && !next.opensForm ? 0.5 : 0)
  );
}

/** Words of a title; fewer are as well the label of a part: `TAKING AWAY`. */
const fullTitle = 4;
const unnamed = 1.5;

/** Rows that begin alike and are about as long are rows of one table. */
function isSameTable(last: string | null, first: string | null): boolean {
  if (last === null || first === null) return false;
  const a = last.split(' ');
  const b = first.split(' ');
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 2 && short.every((kind, i) => kind === long[i])) return true;
  const isLong = a[0] === 'date' || a.filter((kind) => kind === 'value').length >= 2;
  return a[0] === b[0] && isLong && Math.abs(a.length - b.length) <= (a[0] === 'date' ? 2 : 1);
}

/** Soft evidence: what the head of the page looks like beside the document so far. */
function byHeading(before: Before, next: PageClues, sameTable: boolean): Joint {
  const begins = beginning(before, next, sameTable);
  const carried = goingOn(before, next, sameTable);
  // A heading without a name, a date or a field is as often one of the middle of a paper.
  const score = begins.weight - carried - (begins.hasIdentity ? 0 : unnamed);
  if (score >= 4 && begins.hasIdentity && begins.isHeaded) return parts(`A new document: ${begins.reason}.`);
  if (score >= 1.8) return parts(`It seems to begin a new document: ${begins.reason}.`, false);
  if (sameTable && score <= -1) return joins('The table of the page before goes on.');
  if (score <= 0 && carried >= 2) return joins('It goes on where the page before ends.');
  return joins(
    `It seems to go on: ${sameTable ? 'its first row is like the last one before it' : 'it has no heading with a name or a date'}.`,
    false,
  );
}
