/** The names that must not leave, ready to be looked up word by word. */
import { foldName, foldScanned, wordsOfName } from './fold-name.ts';

export interface KnownPerson {
  readonly id: string;
  readonly role: 'student' | 'adult';
  readonly givenName: string;
  readonly familyName: string;
  /** Other forms of the given name that people write. */
  readonly otherNames: readonly string[];
  readonly birthDate: string | null;
}

export interface KnownNames {
  readonly people: readonly KnownPerson[];
  /** Persons (places in `people`) whose name the folded word is, or is a part of. */
  byWord(folded: string): ReadonlySet<number> | undefined;
  /** The same for words that are one scanner slip or one wrong letter away; for longer names only. */
  byLikeness(folded: string): ReadonlySet<number> | undefined;
  /** Persons whose longer names stand inside the folded word. */
  byContent(folded: string): ReadonlySet<number> | undefined;
  readonly initials: ReadonlyMap<string, ReadonlySet<number>>;
  /** First letters of the words of a person's given and family names. */
  readonly firstLetters: readonly { readonly given: readonly string[]; readonly family: readonly string[] }[];
  /** Student ids, folded; and their digits where there are four or more. */
  readonly ids: ReadonlyMap<string, ReadonlySet<number>>;
  readonly birthDates: ReadonlySet<string>;
}

/** Words that are part of many names and of none alone. */
export const particles: ReadonlySet<string> = new Set(
  'al bin da das de del della den der di do dos du el la las le los mc mac of san santa st ten ter van vande von y'.split(
    ' ',
  ),
);
/** Names this long are found inside longer words too. */
const CONTENT_LETTERS = 5;
/** Names this long are found with one wrong letter. */
const LIKENESS_LETTERS = 6;

type Index = Map<string, Set<number>>;

function put(index: Index, key: string, person: number): void {
  const set = index.get(key) ?? new Set<number>();
  set.add(person);
  index.set(key, set);
}

/** The word with each one of its letters left out. */
function shortened(word: string): string[] {
  return [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Whether two words differ by at most one letter changed, added or left out. */
function isOneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  return endA - start <= 1 && endB - start <= 1;
}

function everyName(person: KnownPerson): string[][] {
  return [person.givenName, person.familyName, ...person.otherNames].map(wordsOfName);
}

function initialsOf(given: readonly string[], family: readonly string[]): string[] {
  const letters = (words: readonly string[]) => words.map((word) => word.charAt(0)).join('');
  const main = family.filter((word) => !particles.has(word));
  const [first, last] = [letters(given), letters(main)];
  return [...new Set([first.charAt(0) + last.charAt(0), first.charAt(0) + last, first + last])].filter(
    (i) => i.length > 1,
  );
}

/** Indexes `people`; linear in their number. */
export function indexNames(people: readonly KnownPerson[]): KnownNames {
  const words: Index = new Map();
  const scanned: Index = new Map();
  const near: Map<string, Set<string>> = new Map();
  const initials: Index = new Map();
  const ids: Index = new Map();
  const learn = (word: string, person: number) => {
    put(words, word, person);
    if (word.length < CONTENT_LETTERS) return;
    const likeness = foldScanned(word);
    put(scanned, likeness, person);
    if (word.length < LIKENESS_LETTERS) return;
    for (const form of [likeness, ...shortened(likeness)]) near.set(form, (near.get(form) ?? new Set()).add(likeness));
  };
  const firstLetters = people.map((person, at) => {
    for (const name of everyName(person)) {
      for (const word of name) if (word.length > 1 && !particles.has(word)) learn(word, at);
      if (name.length > 1) learn(name.join(''), at);
    }
    const [given = [], family = []] = everyName(person);
    if (person.role === 'student') {
      for (const form of initialsOf(given, family)) put(initials, form, at);
      const id = foldName(person.id);
      // `12` alone is a figure like any other; a short number is an id only behind its label.
      if (/[^\p{N}]/u.test(id) ? id.length > 2 : id.length > 3) put(ids, id, at);
      for (const digits of id.match(/\d{4,}/g) ?? []) put(ids, digits, at);
    }
    return { given: given.map((word) => word.charAt(0)), family: family.map((word) => word.charAt(0)) };
  });
  const unionOf = (keys: Iterable<string>, index: Index) => {
    const union = new Set([...keys].flatMap((key) => [...(index.get(key) ?? [])]));
    return union.size > 0 ? union : undefined;
  };
  return {
    people,
    firstLetters,
    initials,
    ids,
    birthDates: new Set(people.flatMap((person) => person.birthDate ?? [])),
    byWord: (folded) => words.get(folded),
    byLikeness(folded) {
      const likeness = foldScanned(folded);
      const same = scanned.get(likeness);
      if (same || likeness.length < LIKENESS_LETTERS) return same;
      const candidates = [likeness, ...shortened(likeness)].flatMap((form) => [...(near.get(form) ?? [])]);
      return unionOf(
        candidates.filter((name) => isOneApart(name, likeness)),
        scanned,
      );
    },
    byContent(folded) {
      const inside: string[] = [];
      for (let start = 0; start + CONTENT_LETTERS <= folded.length; start += 1) {
        for (let end = start + CONTENT_LETTERS; end <= folded.length; end += 1) inside.push(folded.slice(start, end));
      }
      return unionOf(inside, words);
    },
  };
}
