/**
 * Finds the caseload's students on a page: `Jordan Tellman`, `Tellman, Jordan`, `Jordan T.`, `J. Tellman`, `Theo A.-V.`,
 * `KEZIA`, an id number. Spelling slips of scanners are allowed, other spellings are other people.
 */
import { foldWord } from '../page-text/fold.ts';
import type { Line, Sheet } from '../page-text/sheet.ts';
import { type IndexedStudent, isParticle, type NameIndex } from './name-index.ts';
import { type Token, tokensOf } from './name-tokens.ts';
import { byFamilyOf, byGrade, byWholeName, settled } from './settle-mentions.ts';
import type { NameStrength, StudentMention } from './student-mention.ts';

const joiner = /^[-.'’ ]{1,3}$/;
const initialGap = /^[. ]{1,2}$/;
const commaJoiner = /^\s?,\s?$/;
const titles = new Set(
  [
    'mr',
    'mrs',
    'ms',
    'miss',
    'dr',
    'sra',
    'sr',
    'senora',
    'mom',
    'mother',
    'father',
    'dad',
    'aide',
    'coach',
    'nurse',
    'principal',
    'tutor',
  ].map(foldWord),
);

const relations = new Set(['brother', 'sister', 'twin', 'cousin', 'brothers', 'sisters'].map(foldWord));
const spanish = new Set(
  ['el', 'la', 'los', 'las', 'de', 'del', 'su', 'que', 'con', 'familia', 'en', 'y'].map(foldWord),
);
/** In Spanish `para` is a word, and no member of staff. */
const isSpanish = (tokens: readonly Token[]) => tokens.some((t) => spanish.has(t.fold));

/** How many words from `at` spell `name` one after the other; 0 for not at all. */
function spells(tokens: readonly Token[], at: number, name: readonly string[]): number {
  for (let i = 0; i < name.length; i += 1) {
    if (tokens[at + i]?.fold !== name[i]) return 0;
    if (i > 0 && !joiner.test(tokens[at + i - 1]?.gap ?? '')) return 0;
  }
  return name.length;
}

/** How many words from `at` give the family name: all of it, or the first of its two names. */
function familyAt(tokens: readonly Token[], at: number, student: IndexedStudent): number {
  const all = spells(tokens, at, student.family);
  if (all > 0) return all;
  if (student.family.length < 2) return 0;
  if (tokens[at]?.fold === student.family.join('')) return 1;
  if (isParticle(tokens[at]?.fold ?? '')) return 0;
  const last = student.family.at(-1) ?? '';
  return tokens[at]?.fold === student.family[0] || tokens[at]?.fold === last ? 1 : 0;
}

/** How many words from `at` are the family name's initials: `T`, `A.-V`, `A V`, `AV`. */
function initialsAt(tokens: readonly Token[], at: number, student: IndexedStudent): number {
  const token = tokens[at];
  if (!token || !/^[A-Z|1]/.test(token.raw)) return 0;
  const initials = student.family.map((word) => word.charAt(0));
  if (token.raw.length > 1) return initials.length > 1 && token.fold === initials.join('') ? 1 : 0;
  if (token.fold !== initials[0] && !(token.raw === 'I' && initials[0] === 'i')) return 0;
  if (initials.length > 1 && tokens[at + 1]?.fold === initials[1] && /^[.\- ]{1,2}$/.test(token.gap)) {
    return tokens[at + 1]?.raw.length === 1 ? 2 : 1;
  }
  // A single letter counts only as an initial: with a point, or at the end of its cell.
  return /^(?:\.|\s{2,}|\s*$|\s*[,:;()\-–])/.test(token.gap) || token.gap === '' || /^['’]/.test(token.gap) ? 1 : 0;
}

interface Reading {
  readonly length: number;
  readonly ids: readonly string[];
  readonly strength: NameStrength;
}

const ids = (students: readonly IndexedStudent[]) => students.map((s) => s.id);

function fromGiven(tokens: readonly Token[], at: number, index: NameIndex): Reading | null {
  const token = tokens[at]!;
  const known = index.byGiven.get(token.fold) ?? [];
  const named = known.length > 0 ? known : cutShort(token, index);
  if (named.length === 0) return null;
  const raised = /^[A-Z|1l]/.test(token.raw);
  const before = tokens[at - 1];
  // `Ms. Theo …` is an adult, and so is a member of staff of that name.
  if (before && titles.has(before.fold) && joiner.test(before.gap)) return null;
  if (before && before.fold === foldWord('para') && before.gap === ' ' && !isSpanish(tokens)) return null;
  // `her brother Theo`: one of the caseload perhaps, but not whose page it is.
  if (before && relations.has(before.fold) && before.gap === ' ' && raised && known.length > 0)
    return {
      length: Math.max(1, ...known.map((s) => spells(tokens, at, s.given))),
      ids: ids(known),
      strength: 'relative',
    };
  if (index.staffNames.some((name) => spells(tokens, at, name) > 0)) return null;
  const read = (student: IndexedStudent): { length: number; strength: NameStrength } | null => {
    const given = Math.max(1, spells(tokens, at, student.given));
    let next = at + given;
    const gap = tokens[next - 1]?.gap ?? '';
    if (!joiner.test(gap) || (/^\.\s/.test(gap) && known.length > 0)) return null;
    let family = familyAt(tokens, next, student);
    const middle = tokens[next];
    if (family === 0 && middle && middle.raw.length === 1 && familyAt(tokens, next + 1, student) > 0) {
      next += 1;
      family = familyAt(tokens, next, student);
    }
    if (family > 0) return { length: next - at + family, strength: 'full' };
    const initials = initialsAt(tokens, next, student);
    return initials > 0 ? { length: next - at + initials, strength: 'initial' } : null;
  };
  const reads = named.map((student) => ({ student, read: read(student) })).filter((r) => r.read !== null);
  for (const strength of ['full', 'initial'] as const) {
    const equal = reads.filter((r) => r.read?.strength === strength);
    // `Leo S-K` is Stavros-King where there is a Stavros as well.
    const longest = Math.max(...equal.map((r) => r.read?.length ?? 0));
    const fits = strength === 'initial' ? equal.filter((r) => r.read?.length === longest) : equal;
    if (fits.length > 0 && (raised || strength === 'full')) {
      return { length: fits[0]?.read?.length ?? 1, ids: ids(fits.map((f) => f.student)), strength };
    }
  }
  if (!raised || known.length === 0) return null;
  const length = Math.max(1, ...named.map((student) => spells(tokens, at, student.given)));
  const next = tokens[at + length];
  const last = tokens[at + length - 1] ?? token;
  // Another family name, or another initial, behind it: somebody else. Behind a whole name a full stop ends the sentence.
  if (next && last.gap === ' ' && /^[A-Z][a-z]*$/.test(next.raw) && !isPlainWord(next)) {
    if (next.raw.length > 1 || /^\./.test(next.gap)) return null;
  }
  return { length, ids: ids(named), strength: 'given' };
}

/**
 * Students whose given name `token` may be cut from, where the family name follows: `Desm.`, `Ben` for Benedikt (its
 * beginning), `Seun` for Oluwaseun (its end).
 */
function cutShort(token: Token, index: NameIndex): readonly IndexedStudent[] {
  const { fold } = token;
  if (fold.length < 3 || !/^[A-Z]/.test(token.raw)) return [];
  const begins = (index.byStart.get(fold.slice(0, 3)) ?? []).filter(
    (s) => s.given[0]?.startsWith(fold) && s.given[0] !== fold,
  );
  const ends =
    fold.length >= 4 ? (index.byEnd.get(fold.slice(-4)) ?? []).filter((s) => s.given[0]?.endsWith(fold)) : [];
  return [...begins, ...ends.filter((s) => !begins.includes(s))];
}

/** Capitalised words that follow a name without being one. */
function isPlainWord(token: Token): boolean {
  return /^(?:Gr|Grade|Date|Rm|Room|ID|DOB|Age|The|Is|Was|Had|Has|Did|Got|Read|Per|Period|Week|Wk|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|K|I)$/.test(
    token.raw,
  );
}

function fromFamily(tokens: readonly Token[], at: number, index: NameIndex): Reading | null {
  const token = tokens[at]!;
  const named = (index.byFamily.get(token.fold) ?? []).filter((s) => familyAt(tokens, at, s) > 0);
  if (named.length === 0 || !/^[A-Z|1l]/.test(token.raw)) return null;
  const lengthFor = (s: IndexedStudent) => familyAt(tokens, at, s);
  const starts = named.filter((s) => lengthFor(s) > 0);
  if (starts.length === 0) return null;
  const length = Math.max(...starts.map(lengthFor));
  const longest = starts.filter((s) => lengthFor(s) === length);
  const end = at + length;
  const before = tokens[at - 1];
  const hasInitial =
    before !== undefined && before.raw.length === 1 && /[A-Z]/.test(before.raw) && initialGap.test(before.gap);
  if (!hasInitial && commaJoiner.test(tokens[end - 1]?.gap ?? '')) {
    const given = tokens[end];
    const full = longest.filter((s) => given && (index.byGiven.get(given.fold) ?? []).includes(s));
    if (full.length > 0) return { length: length + 1, ids: ids(full), strength: 'full' };
    // `Greenleaf, Tob.`: a given name cut short.
    const cut =
      given && given.raw.length >= 2
        ? longest.filter((s) => s.given[0]?.startsWith(given.fold) && s.given[0] !== given.fold)
        : [];
    if (cut.length > 0 && given && /^\./.test(given.gap))
      return { length: length + 1, ids: ids(cut), strength: 'initial' };
    if (given && given.raw.length === 1) {
      const fits = longest.filter((s) => s.given[0]?.charAt(0) === given.fold);
      return fits.length > 0 ? { length: length + 1, ids: ids(fits), strength: 'initial' } : null;
    }
    if (given && /^[A-Z][a-z]+$/.test(given.raw))
      return { length: length + 1, ids: ids(longest), strength: 'relative' };
  }
  if (before && initialGap.test(before.gap)) {
    if (hasInitial) {
      const first = tokens[at - 2];
      const isPair =
        first !== undefined && first.raw.length === 1 && /^[A-Z]$/.test(first.raw) && /^\.? ?$/.test(first.gap);
      const fits = longest.filter((s) =>
        isPair
          ? s.given[0]?.charAt(0) === first.fold && (s.given.length < 2 || s.given[1]?.charAt(0) === before.fold)
          : s.given[0]?.charAt(0) === before.fold,
      );
      return { length, ids: ids(fits.length > 0 ? fits : longest), strength: fits.length > 0 ? 'initial' : 'relative' };
    }
    if (titles.has(before.fold) || (/^[A-Z][a-z]+$/.test(before.raw) && before.gap === ' ' && !isPlainWord(before))) {
      return { length, ids: ids(longest), strength: 'relative' };
    }
  }
  const next = tokens[end];
  // `Brightwater A.`: the class list's way, without its comma.
  if (next && tokens[end - 1]?.gap === ' ' && /^[A-Z]$/.test(next.raw) && /^(?:\.|\s{2,}|\s*$)/.test(next.gap)) {
    const fits = longest.filter((s) => s.given[0]?.charAt(0) === next.fold);
    return {
      length: length + 1,
      ids: ids(fits.length > 0 ? fits : longest),
      strength: fits.length > 0 ? 'initial' : 'relative',
    };
  }
  if (index.staff.has(token.fold)) return null;
  return { length, ids: ids(longest), strength: 'family' };
}

const idLabel =
  /\b(?:id|student ?(?:id|no|number|#)|local id|ssid|sid|pupil no|s\.?i\.?s\.?)\s*[#:.]*\s*(?:st-|s-)?(\d{3,})\b/gi;

function fromIds(line: Line, index: NameIndex): StudentMention[] {
  return [...line.text.matchAll(idLabel)].flatMap((m) => {
    const fits = index.students.filter((s) => s.number === m[1]);
    if (fits.length === 0) return [];
    const start = line.start + m.index;
    return [{ start, end: start + m[0].length, line: line.index, studentIds: ids(fits), strength: 'full' as const }];
  });
}

function fromNames(line: Line, index: NameIndex): StudentMention[] {
  const tokens = tokensOf(line);
  const found: StudentMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reading = fromGiven(tokens, at, index) ?? fromFamily(tokens, at, index);
    if (!reading) {
      at += 1;
      continue;
    }
    const last = tokens[at + reading.length - 1]!;
    found.push({
      start: tokens[at]!.start,
      end: last.end,
      line: line.index,
      studentIds: reading.ids,
      strength: reading.strength,
    });
    at += reading.length;
  }
  return found;
}

/** The students named on `sheet`, in order. */
export function findStudents(sheet: Sheet, index: NameIndex): StudentMention[] {
  const found = sheet.lines
    .flatMap((line) => [
      ...settled(fromNames(line, index), line).map((m) => byGrade(m, line, index)),
      ...fromIds(line, index),
    ])
    .sort((a, b) => a.start - b.start);
  return byFamilyOf(byWholeName(found, sheet, index), sheet);
}
