/** Which of several students a name means, where the page says more about it: a grade, a whole name, a family written to. */
import type { Line, Sheet } from '../page-text/sheet.ts';
import { type IndexedStudent, type NameIndex, nameWords } from './name-index.ts';
import type { StudentMention } from './student-mention.ts';

const ids = (students: readonly IndexedStudent[]) => students.map((s) => s.id);

/** `T. Greenleaf (Tobias)`: what stands in parentheses behind a name that fits several says which of them. */
export function settled(found: readonly StudentMention[], line: Line): StudentMention[] {
  return found.map((mention, i) => {
    const next = found[i + 1];
    if (
      mention.studentIds.length < 2 ||
      !next ||
      !/^\W{1,4}\($|^\.?\s?\($/.test(line.text.slice(mention.end - line.start, next.start - line.start))
    )
      return mention;
    const both = mention.studentIds.filter((id) => next.studentIds.includes(id));
    return both.length === 1 ? { ...mention, studentIds: both, strength: 'full' as const } : mention;
  });
}

const gradeNear =
  /^[^\n]{0,24}?(?:\b(?:gr|grade)\.?\s?(K|PK|\d{1,2})\b|\b(\d{1,2})(?:st|nd|rd|th)\b(?: gr(?:ade)?)?|\((K|PK|\d{1,2})\))/i;

/** `J. Abara, 2nd`: the grade behind a name that fits several says which of them. */
export function byGrade(mention: StudentMention, line: Line, index: NameIndex): StudentMention {
  if (mention.studentIds.length < 2) return mention;
  const found = gradeNear.exec(line.text.slice(mention.end - line.start));
  const grade = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').toUpperCase();
  const fits = index.students.filter((s) => mention.studentIds.includes(s.id) && s.grade === grade);
  return grade !== '' && fits.length === 1 ? { ...mention, studentIds: ids(fits) } : mention;
}

/**
 * `Nguyen` beside `Nguyen-Terrell`: where the page names the others by all of their name, the name that is only a part of
 * theirs is the one whose whole name it is.
 */
export function byWholeName(found: readonly StudentMention[], sheet: Sheet, index: NameIndex): StudentMention[] {
  const settledIds = new Set(found.filter((m) => m.studentIds.length === 1).map((m) => m.studentIds[0]));
  return found.map((mention) => {
    if (mention.studentIds.length < 2 || mention.strength === 'given' || mention.strength === 'relative')
      return mention;
    const words = nameWords(sheet.text.slice(mention.start, mention.end).replace(/,.*$/, ''));
    const whole = index.students.filter(
      (s) => mention.studentIds.includes(s.id) && s.family.join(' ') === words.slice(-s.family.length).join(' '),
    );
    const others = mention.studentIds.filter((id) => !whole.some((s) => s.id === id));
    return whole.length === 1 && others.length > 0 && others.every((id) => settledIds.has(id))
      ? { ...mention, studentIds: ids(whole) }
      : mention;
  });
}

const addressed = /^\s*(?:to|cc|dear|hi|hello|for|para|estimad[oa]s?|querid[oa]s?)\b/i;

/** `To: Tricia Haugen … Cody H`: whose family is written to says which of two it is about. */
export function byFamilyOf(found: readonly StudentMention[], sheet: Sheet): StudentMention[] {
  const families = found.filter(
    (m) => m.strength === 'relative' && m.studentIds.length === 1 && addressed.test(sheet.lines[m.line]?.text ?? ''),
  );
  const ids = new Set(families.map((m) => m.studentIds[0]));
  return found.map((mention) => {
    const own = mention.studentIds.filter((id) => ids.has(id));
    return mention.studentIds.length > 1 && own.length === 1 ? { ...mention, studentIds: own } : mention;
  });
}
