/** The words that reading errors are mended towards: the field's own and those of the caseload. */
import type { Caseload } from '../../domain/caseload.ts';
import { fieldWords } from './field-words.ts';
import { blurWord, foldWord, withoutAccents } from './fold.ts';

export interface Vocabulary {
  /** Whether `word` is known as it stands (case and accents aside). */
  has(word: string): boolean;
  /** The one known word that looks like `word` to a scanner; null for none. Names come in their own spelling. */
  like(word: string): string | null;
  /** Whether `word` is spelled, case and all, as a word of a student's name. */
  isName(word: string): boolean;
}

const lettersOnly = /[^a-zà-ÿ]+/gi;

function wordsOf(caseload: Caseload): string[] {
  const texts = [
    ...caseload.students.flatMap((s) => [
      s.givenName,
      s.familyName,
      ...s.goals.flatMap((g) => [g.area, g.statement, g.measure.unit]),
      ...s.services.map((v) => v.kind),
    ]),
    ...caseload.staff.map((p) => p.name),
    ...caseload.schools.map((p) => p.name),
    caseload.district.name,
  ];
  return texts.flatMap((text) => text.split(lettersOnly)).filter((word) => word.length > 1);
}

function build(words: readonly string[], base?: Map<string, string>): Map<string, string> {
  const byFold = new Map(base);
  for (const word of words) {
    const fold = foldWord(word);
    if (!byFold.has(fold)) byFold.set(fold, word);
  }
  return byFold;
}

/** Words shorter than this are not mended by blurred letters: too many others look like them. */
const longWord = 6;

/** The one word of each blurred form; null where several look alike. */
function blurred(words: Iterable<string>, base?: ReadonlyMap<string, string | null>): Map<string, string | null> {
  const byBlur = new Map(base);
  for (const word of words) {
    if (word.length < longWord) continue;
    const key = blurWord(word);
    const known = byBlur.get(key);
    byBlur.set(key, known === undefined || known?.toLowerCase() === word.toLowerCase() ? word : null);
  }
  return byBlur;
}

const fieldByFold = build(fieldWords);
const fieldKnown = new Set(fieldWords.map((word) => withoutAccents(word)));
const fieldByBlur = blurred(fieldWords);
const byCaseload = new WeakMap<Caseload, Vocabulary>();

/** The field's words and every name, goal and service of `caseload`. Built once for each caseload object. */
export function vocabularyOf(caseload: Caseload): Vocabulary {
  const made = byCaseload.get(caseload);
  if (made) return made;
  const own = wordsOf(caseload);
  const byFold = build(own, fieldByFold);
  const byBlur = blurred(own, fieldByBlur);
  const known = new Set([...fieldKnown, ...own.map((word) => withoutAccents(word).toLowerCase())]);
  const names = new Set(caseload.students.flatMap((s) => `${s.givenName} ${s.familyName}`.split(lettersOnly)));
  const vocabulary: Vocabulary = {
    isName: (word) => names.has(word),
    has: (word) => known.has(withoutAccents(word).toLowerCase()),
    like: (word) =>
      byFold.get(foldWord(word)) ?? (word.length >= longWord ? (byBlur.get(blurWord(word)) ?? null) : null),
  };
  byCaseload.set(caseload, vocabulary);
  return vocabulary;
}
