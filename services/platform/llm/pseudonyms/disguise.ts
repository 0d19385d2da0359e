/**
 * A text without the people in it: names, ids, birth dates and addresses give way to aliases, and every place in the
 * disguised text is known in the original. Only this file makes `DisguisedText`, and a model is given nothing else.
 */
import { findDetails } from './find-details.ts';
import { findNames } from './find-names.ts';
import { foldName } from './fold-name.ts';
import type { KnownNames } from './known-names.ts';

declare const disguised: unique symbol;
/** Text that may leave the machine. */
export type DisguisedText = string & { readonly [disguised]: true };

export interface Disguise {
  readonly text: DisguisedText;
  readonly original: string;
  /** The place in the original of `[start, end)` of the disguised text; a part of an alias stands for all of it. */
  originalSpan(start: number, end: number): { start: number; end: number };
  /** Ids of the people for whom the aliases in `words` may stand; empty for none or an alias that was never given. */
  peopleIn(words: string): string[];
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly kind: 'student' | 'adult' | 'contact' | 'number' | 'birthday';
  /** Same meaning, same alias. */
  readonly meaning: string;
  readonly ids: readonly string[];
}

interface Placed {
  readonly from: Replacement;
  readonly alias: string;
  /** Where the alias stands in the disguised text. */
  readonly start: number;
  readonly end: number;
}

const stems: Readonly<Record<Replacement['kind'], string>> = {
  student: 'Pupil',
  adult: 'Adult',
  contact: 'Contact',
  number: 'Number',
  birthday: 'Birthday',
};

/** 0 → A, 25 → Z, 26 → AA. */
function lettersFor(count: number): string {
  const rest = Math.floor(count / 26) - 1;
  return (rest >= 0 ? lettersFor(rest) : '') + String.fromCharCode(65 + (count % 26));
}

/** A stem that neither the text nor a name contains, so that an alias in a reply is ours and no other. */
function freeStem(stem: string, text: string, names: KnownNames): string {
  const folded = foldName(text);
  let free = stem;
  while (
    folded.includes(free.toLowerCase()) ||
    names.byWord(free.toLowerCase()) ||
    names.byContent(free.toLowerCase())
  ) {
    free += 'q';
  }
  return free;
}

function findReplacements(text: string, names: KnownNames): Replacement[] {
  const people = findNames(text, names).map((span): Replacement => {
    const persons = [...span.people].flatMap((at) => names.people[at] ?? []);
    const students = persons.filter((person) => person.role === 'student');
    const ids = (students.length > 0 ? students : persons).map((person) => person.id).sort();
    const kind = students.length > 0 ? 'student' : 'adult';
    return { start: span.start, end: span.end, kind, meaning: JSON.stringify(ids), ids };
  });
  const details = findDetails(text, names).map((span): Replacement => {
    const written = foldName(text.slice(span.start, span.end));
    const whose =
      span.kind === 'number' ? (names.ids.get(written) ?? names.ids.get(/\d{4,}/.exec(written)?.[0] ?? '')) : undefined;
    const ids = [...(whose ?? [])].flatMap((at) => names.people[at]?.id ?? []);
    return { ...span, meaning: written, ids };
  });
  const apart: Replacement[] = [];
  for (const next of [...details, ...people].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = apart.at(-1);
    if (!last || next.start >= last.end) apart.push(next);
    else if (next.end > last.end)
      apart[apart.length - 1] = { ...last, end: next.end, meaning: `${last.meaning} ${next.meaning}` };
  }
  return apart;
}

/** Disguises `text`. The same text with the same people gives the same disguise. */
export function disguise(text: string, names: KnownNames): Disguise {
  const aliases = new Map<string, string>();
  const counts = new Map<string, number>();
  const freeStems = new Map<string, string>();
  const meanings = new Map<string, readonly string[]>();
  const aliasOf = ({ kind, meaning, ids }: Replacement): string => {
    const key = JSON.stringify([kind, meaning]);
    const known = aliases.get(key);
    if (known) return known;
    const stem = freeStems.get(kind) ?? freeStem(stems[kind], text, names);
    freeStems.set(kind, stem);
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    const alias = stem + lettersFor(count);
    aliases.set(key, alias);
    meanings.set(alias, ids);
    return alias;
  };
  let result = '';
  let at = 0;
  const placed = findReplacements(text, names).map((from): Placed => {
    result += text.slice(at, from.start);
    const start = result.length;
    const alias = aliasOf(from);
    result += alias;
    at = from.end;
    return { from, alias, start, end: result.length };
  });
  result += text.slice(at);

  const originalOffset = (offset: number, side: 'start' | 'end'): number => {
    const before = placed.findLast((p) => p.start < offset || (side === 'start' && p.start === offset));
    if (!before) return offset;
    if (side === 'start' ? offset < before.end : offset <= before.end) return before.from[side];
    return before.from.end + (offset - before.end);
  };
  return {
    text: result as DisguisedText,
    original: text,
    originalSpan: (start, end) => ({ start: originalOffset(start, 'start'), end: originalOffset(end, 'end') }),
    peopleIn(words) {
      const found = [...words.matchAll(/\p{L}+/gu)].flatMap((m) => meanings.get(m[0]) ?? []);
      return [...new Set(found)];
    },
  };
}

/** The original of a disguised text. */
export function restore(from: Disguise): string {
  const { start, end } = from.originalSpan(0, from.text.length);
  return from.original.slice(start, end);
}
