/**
 * Whether a new document begins between two pages. Hard evidence decides first (files, separators, page numbers, another
 * student); then the heads of the pages are weighed, and what stays close is shown to a person as not sure.
 */
import type { Before } from './joints/before.ts';
import { type Joint, joins, parts } from './joints/joint.ts';
import { isLaterPage, judgeNumbers } from './joints/judge-numbers.ts';
import { type Sign, type Weighed, weigh } from './joints/signs.ts';
import type { PageClues } from './page-clues.ts';

/** Judges the joint between the document so far and `page`. */
export function judgeJoint(before: Before, page: PageClues): Joint {
  if (before.last.file !== page.file) return parts('It is another file.');
  if (page.separator) return parts('It is a separator sheet.');
  if (before.last.separator) return parts('It follows a separator sheet.');
  const weighed = weigh(before, page);
  const students = weighed.sameTable ? page.outsideRows.students : page.students;
  const other =
    students.length > 0 && before.students.length > 0 && !students.some((id) => before.students.includes(id));
  const numbered = judgeNumbers(before, page);
  // A number or a word that says so joins what looks like another document, but not surely.
  const has = (name: Sign['name']) => weighed.signs.some((sign) => sign.name === name);
  const looksApart = other || (weighed.score >= sure && (has('otherDate') || has('otherPeople')));
  if (numbered && !numbered.parts) return { ...numbered, certain: numbered.certain && !looksApart };
  if (other && page.saysContinued) return joins('It says that it continues, but names another student.', false);
  // A sheet about several students may name one of them in the head of its later pages.
  const isKnown = students.some((id) => before.anywhere.includes(id));
  if (other && !isKnown) return parts('It names another student.');
  if (numbered) return numbered;
  if (isLaterPage(before.last, page)) return joins('It is a later page of the same document.', !looksApart);
  if (page.saysContinued) return joins('It says that it continues.', !looksApart);
  if (page.unreadable) return joins('It could not be read.', false);
  return byWeight(weighed, other);
}

const begins: Partial<Record<Sign['name'], string>> = {
  otherPeople: 'it speaks of another student',
  otherDate: 'it has a heading and a date of its own',
  formAgain: 'it is the same form again',
  looseNote: 'it is a note of its own',
};
const goesOn: Partial<Record<Sign['name'], string>> = {
  sentence: 'Its first sentence began on the page before.',
  turnsOver: 'The page before says that there is more overleaf.',
  columns: 'The table of the page before goes on.',
  list: 'The dates of the page before go on.',
  sameRow: 'The table of the page before goes on.',
  numbering: 'The numbers of the page before go on.',
  footCounts: 'The pages are counted at the foot.',
};

/** From these weights on a new document begins: surely, and more likely than not. */
const sure = 4;
const likely = 1.4;
/** Where nobody is named, and only a date sets the page apart. */
const sureByDate = 7;
/** What it adds that a page is headed by one whom the document has only mentioned. */
const namedBefore = 2;
/** What may speak for a new document where it surely goes on. */
const most = 2;

/** Signs that say whose a page is, to whom it speaks, or that it is a form of its own. */
const ownerships: readonly Sign['name'][] = [
  'name',
  'startsWithName',
  'fields',
  'greeting',
  'otherPeople',
  'otherPeopleFirst',
  'formAgain',
];

/** Soft evidence: what the head of the page looks like beside the document so far; `other` where it names someone else. */
function byWeight({ signs, score: soft, isHeaded, sameTable }: Weighed, other: boolean): Joint {
  const score = soft + (other ? namedBefore : 0);
  const spoken = signs.reduce((sum, { weight }) => sum + Math.max(0, weight), 0);
  const isOwned = signs.some(({ name }) => ownerships.includes(name));
  const isDated = signs.some(({ name }) => name === 'date' || name === 'startsWithDate');
  const why = signs.map(({ name }) => begins[name]).find((reason) => reason) ?? 'it has a heading of its own';
  if (isHeaded && ((isOwned && score >= sure) || (isDated && score >= sureByDate)))
    return parts(`A new document: ${why}.`);
  if (score >= likely) return parts(`It seems to begin a new document: ${why}.`, false);
  const how = signs.map(({ name }) => goesOn[name]).find((reason) => reason);
  if (how && score <= -1) return joins(how, spoken <= most);
  const row = sameTable ? 'its first row is like the last one before it' : 'it has no heading with a name or a date';
  return joins(`It seems to go on: ${row}.`, false);
}
