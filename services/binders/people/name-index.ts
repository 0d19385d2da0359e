/** The names of a caseload, ready to be looked up word by word. */
import type { Caseload, Student } from '../../domain/caseload.ts';
import { foldWord } from '../page-text/fold.ts';
import { otherFormsOf } from './nicknames.ts';
import { planNamesOf } from './plan-names.ts';

export interface IndexedStudent {
  readonly id: string;
  /** Folded words of the given name (`mary`, `ann`). */
  readonly given: readonly string[];
  /** Folded words of the family name, hyphens apart (`ocasio`, `dunn`). */
  readonly family: readonly string[];
  /** The digits of the student's id, three or more; null where it has none. */
  readonly number: string | null;
  readonly birthDate: string | null;
  readonly grade: string;
}

export interface NameIndex {
  readonly students: readonly IndexedStudent[];
  /** Folded given names and their short forms. */
  readonly byGiven: ReadonlyMap<string, readonly IndexedStudent[]>;
  /** Folded given names by their first three letters, and by their last four: for names that teachers cut short. */
  readonly byStart: ReadonlyMap<string, readonly IndexedStudent[]>;
  readonly byEnd: ReadonlyMap<string, readonly IndexedStudent[]>;
  /** Folded words of family names. */
  readonly byFamily: ReadonlyMap<string, readonly IndexedStudent[]>;
  /** Folded words of the names of staff. */
  readonly staff: ReadonlySet<string>;
  /** Full names of staff, folded: `lena dragovich`. */
  readonly staffNames: readonly (readonly string[])[];
}

export const nameWords = (name: string): string[] =>
  name
    .split(/[\s\-'’.]+/)
    .filter(Boolean)
    .map(foldWord);
const particles = new Set(
  ['de', 'la', 'del', 'van', 'von', 'der', 'da', 'dos', 'el', 'al', 'y', 'st', 'o', 'mc'].map(foldWord),
);

export function isParticle(word: string): boolean {
  return particles.has(word);
}

function indexed(student: Student): IndexedStudent {
  const number = /\d{3,}/.exec(student.id)?.[0] ?? null;
  return {
    id: student.id,
    given: nameWords(student.givenName),
    family: nameWords(student.familyName),
    number,
    birthDate: student.birthDate ?? null,
    grade: student.grade.toUpperCase(),
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key) ?? [];
  if (!list.includes(value)) list.push(value);
  map.set(key, list);
}

/** A beginning of two to five letters with `y`, `ie` or `i`, its last consonant once or twice, folded. */
function diminutivesOf(given: string): string[] {
  // Two letters are enough of a beginning where the second is doubled: `Iggy`, `Addie`.
  const short = /^[aeiou][bcdfgklmnprstvz]/.test(given) ? [given.slice(0, 2) + given[1]] : [];
  const stems = [3, 4, 5].filter((n) => n < given.length).map((n) => given.slice(0, n));
  const closed = stems.filter((stem) => /[^aeou]$/.test(stem) && !/i$/.test(stem));
  return [...short, ...closed.flatMap((stem) => [stem, stem + stem.slice(-1)])]
    .flatMap((s) => [`${s}y`, `${s}ie`, `${s}i`])
    .map(foldWord);
}

const cache = new WeakMap<Caseload, NameIndex>();

/** Built once for each caseload object. */
export function nameIndexOf(caseload: Caseload): NameIndex {
  const made = cache.get(caseload);
  if (made) return made;
  const students = caseload.students.map(indexed);
  const byGiven = new Map<string, IndexedStudent[]>();
  const byFamily = new Map<string, IndexedStudent[]>();
  const byStart = new Map<string, IndexedStudent[]>();
  const byEnd = new Map<string, IndexedStudent[]>();
  for (const [i, student] of students.entries()) {
    put(byGiven, student.given[0] ?? '', student);
    for (const name of caseload.students[i] ? planNamesOf(caseload.students[i]) : [])
      put(byGiven, foldWord(name), student);
  }
  // What a plan calls its own student is no other one's short form.
  const called = new Set(byGiven.keys());
  for (const [i, student] of students.entries()) {
    const given = caseload.students[i]?.givenName ?? '';
    for (const form of otherFormsOf(given)) if (!called.has(foldWord(form))) put(byGiven, foldWord(form), student);
    const own = student.given[0] ?? '';
    put(byStart, own.slice(0, 3), student);
    put(byEnd, own.slice(-4), student);
    for (const word of student.family) if (!particles.has(word)) put(byFamily, word, student);
    // `Van Houten` is found from its first word, and `VanHouten` as one.
    if (student.family.length > 1) {
      put(byFamily, student.family[0] ?? '', student);
      put(byFamily, student.family.join(''), student);
    }
  }
  // `Benny` for Benedict, `Desi` for Desmond: where it is nobody's own name.
  const names = new Set(byGiven.keys());
  for (const student of students)
    for (const form of diminutivesOf(student.given[0] ?? '')) if (!names.has(form)) put(byGiven, form, student);
  const staffNames = caseload.staff.map((person) => nameWords(person.name));
  const index: NameIndex = {
    students,
    byGiven,
    byStart,
    byEnd,
    byFamily,
    staff: new Set(staffNames.flat()),
    staffNames,
  };
  cache.set(caseload, index);
  return index;
}
