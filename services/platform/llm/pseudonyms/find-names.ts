/**
 * Finds every form of a known name in a text: full, turned round, part of it, with initials, possessive, run together,
 * spaced out, split at the end of a line, misread by a scanner. It would rather hide a word too many than show a name.
 */
import { foldName } from './fold-name.ts';
import { type KnownNames, particles } from './known-names.ts';

export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** Places in the index of everyone whom it may name. */
  readonly people: ReadonlySet<number>;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly folded: string;
}

const wordPattern = /[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}]+/gu;
/** A word in which a scanner saw a bar or an exclamation mark for an l. */
const barredPattern = /\p{L}*(?:[|!][\p{L}]*)+/gu;
const humpPattern = /\p{Lu}?[^\p{Lu}\p{N}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu;

/** Abbreviations of the field that are not a student's initials, though they may be the same letters. */
const fieldWords = new Set(
  'am abc bip cbm cws dra ela esy fba gp hoh iep ir k lre mp ms na ns ot pa pe pm pp ps pt ra ri rr rw sc sdi sld slp ss st tb tt tww vp wcpm wk wpm'.split(
    ' ',
  ),
);
const MOST_PIECES = 14;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordPattern)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    raw: m[0],
    folded: foldName(m[0]),
  }));
}

const isCapital = (raw: string) => /^\P{L}*\p{Lu}/u.test(raw);

/** Whom one word may name; undefined for none. */
function namedBy(token: Token, names: KnownNames): ReadonlySet<number> | undefined {
  const bare = token.folded.replace(/^\p{N}+|\p{N}+$/gu, '');
  // Names of two letters are words of the language too: only with a capital.
  const exact = bare.length > 2 || isCapital(token.raw) ? names.byWord(bare) : undefined;
  if (exact) return exact;
  const pieces = token.raw.match(humpPattern) ?? [];
  if (pieces.length > 1) {
    const named = pieces.flatMap((piece) => {
      const folded = foldName(piece);
      return folded.length > 2 ? [...(names.byWord(folded) ?? [])] : [];
    });
    if (named.length > 0) return new Set(named);
  }
  const letters = token.folded.match(/\p{L}/gu)?.length ?? 0;
  const written = letters * 3 >= token.folded.length * 2;
  const alike =
    written && (isCapital(token.raw) || /\p{N}/u.test(token.raw)) ? names.byLikeness(token.folded) : undefined;
  return alike ?? names.byContent(bare);
}

const tightGap = /^(?:[-'’‐‑.·_ ]|[-‐‑]?\r?\n)$/u;

/** Names that stand in pieces: `O'Neil`, `Tell-` and `man` on the next line, `J o r d a n`. */
function findPieced(text: string, tokens: readonly Token[], names: KnownNames): NameSpan[] {
  const found: NameSpan[] = [];
  for (const [at, first] of tokens.entries()) {
    let joined = first.folded;
    let single = first.folded.length === 1;
    for (let next = at + 1; next < tokens.length && next - at < MOST_PIECES; next += 1) {
      const [before, token] = [tokens[next - 1]!, tokens[next]!];
      if (!tightGap.test(text.slice(before.end, token.start))) break;
      joined += token.folded;
      single &&= token.folded.length === 1;
      if (joined.length > 40 || (!single && next - at > 4)) break;
      const people = joined.length > (single ? 2 : 3) ? names.byWord(joined) : undefined;
      if (people) found.push({ start: first.start, end: token.end, people });
    }
  }
  return found;
}

const nameGap = /^(?:[-‐‑'’ ]| {1,3}|\. ?| ?, {0,2}| \p{Lu}\.? )$/u;
const intersect = (a: ReadonlySet<number>, b: ReadonlySet<number>) => new Set([...a].filter((x) => b.has(x)));

/** Overlapping spans become one, and so do neighbours that may name the same person. */
function joinSpans(text: string, spans: readonly NameSpan[]): NameSpan[] {
  const joined: NameSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    const common = last ? intersect(last.people, span.people) : new Set<number>();
    const overlaps = last !== undefined && span.start < last.end;
    if (last && (overlaps || (common.size > 0 && nameGap.test(text.slice(last.end, span.start))))) {
      const people = common.size > 0 ? common : new Set([...last.people, ...span.people]);
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end), people };
    } else joined.push(span);
  }
  return joined;
}

/** Takes in the particles before a name and the initials around it: `de la Cruz`, `Jordan T.`, `J. Tellman`. */
function widen(text: string, span: NameSpan, names: KnownNames): NameSpan {
  let { start, end, people } = span;
  for (;;) {
    const particle = /(\p{L}+)[ '’]$/u.exec(text.slice(0, start));
    if (!particle || !particles.has(foldName(particle[1] ?? ''))) break;
    start = particle.index;
  }
  const narrow = (letter: string) => {
    const folded = foldName(letter);
    const fits = [...people].filter((at) => {
      const letters = names.firstLetters[at];
      return letters?.given.includes(folded) || letters?.family.includes(folded);
    });
    return new Set(fits);
  };
  const before = /(?<![\p{L}\p{N}])(\p{Lu})\.? ?$/u.exec(text.slice(0, start));
  const after = /^,? ?((?:\p{Lu}\.-?)+\p{Lu}?(?![\p{L}\p{N}])|\p{Lu}(?=[\s]*$|[,:;()\n]| {2}|['’]s))/u.exec(
    text.slice(end),
  );
  for (const side of [before, after]) {
    const fits = side ? narrow(side[1]?.charAt(0) ?? '') : new Set<number>();
    if (!side || fits.size === 0) continue;
    people = fits;
    if (side === before) start = side.index;
    else end += side[0].length;
  }
  return { start, end, people };
}

const dottedInitials = /(?<![\p{L}\p{N}])\p{Lu}\. ?(?:\p{Lu}\.[- ]?){1,2}(?!\p{L})/gu;
const plainInitials = /(?<![\p{L}\p{N}'’])\p{Lu}{2,3}(?![\p{L}\p{N}])/gu;

function findInitials(text: string, names: KnownNames): NameSpan[] {
  const spans = (pattern: RegExp, allowed: (folded: string) => boolean): NameSpan[] =>
    [...text.matchAll(pattern)].flatMap((m) => {
      const folded = foldName(m[0].replace(/\P{L}/gu, ''));
      const people = allowed(folded) ? names.initials.get(folded) : undefined;
      return people ? [{ start: m.index, end: m.index + m[0].trimEnd().length, people }] : [];
    });
  return [...spans(dottedInitials, () => true), ...spans(plainInitials, (folded) => !fieldWords.has(folded))];
}

/** The stretches of `text` that name someone of the index, from left to right, apart from each other. */
export function findNames(text: string, names: KnownNames): NameSpan[] {
  const tokens = tokensOf(text);
  const words = tokens.flatMap((token) => {
    const people = namedBy(token, names);
    return people ? [{ start: token.start, end: token.end, people }] : [];
  });
  const barred = [...text.matchAll(barredPattern)].flatMap((m) => {
    const people = names.byLikeness(foldName(m[0]));
    return people ? [{ start: m.index, end: m.index + m[0].length, people }] : [];
  });
  const whole = joinSpans(text, [...words, ...barred, ...findPieced(text, tokens, names)]);
  const wide = whole.map((span) => widen(text, span, names));
  return joinSpans(text, [...wide, ...findInitials(text, names)]);
}
