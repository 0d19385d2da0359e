/** Where the searched words stand on a page: in its text, for the snippet, and on its picture, for the boxes. */
import type { Page } from '../domain/page.ts';
import type { SearchHit } from '../domain/search-hit.ts';
import { stemOf, type Term, wordsIn } from './search-words.ts';

const SNIPPET_LENGTH = 180;
const MAX_HIGHLIGHTS = 200;

/** For a word that is searched: words of a page that are taken for it as well. */
export type Alike = ReadonlyMap<string, ReadonlySet<string>>;
const none: Alike = new Map();

/** Positions in `words` at which `term` begins. */
function startsOf(term: Term, words: readonly string[], alike: Alike): number[] {
  const wanted = term.map((word) => ({ stem: stemOf(word), others: alike.get(word) }));
  return words.flatMap((_, index) => {
    const matches = wanted.every(({ stem, others }, offset) => {
      const word = words[index + offset] ?? '';
      return stemOf(word) === stem || others?.has(word);
    });
    return matches ? [index] : [];
  });
}

/** How often each term stands among the folded `words` of a page. */
export function countTerms(terms: readonly Term[], words: readonly string[], alike: Alike = none): number[] {
  return terms.map((term) => startsOf(term, words, alike).length);
}

/** Whether every term stands in the text, the words of each next to one another. */
export function holdsAll(terms: readonly Term[], text: string, alike: Alike = none): boolean {
  const words = wordsIn(text).map(({ word }) => word);
  return countTerms(terms, words, alike).every((count) => count > 0);
}

/** Words of the text that are none of those searched, but are taken for one of them. */
export function standIns(terms: readonly Term[], text: string, alike: Alike): string[] {
  const others = new Set(terms.flat().flatMap((word) => [...(alike.get(word) ?? [])]));
  return [...new Set(wordsIn(text).map(({ word }) => word))].filter((word) => others.has(word));
}

/** The words on the page's picture that the terms hit, in reading order. */
export function highlightsOf(
  terms: readonly Term[],
  page: Pick<Page, 'words'>,
  alike: Alike = none,
): SearchHit['highlights'] {
  const tokens = page.words.flatMap((word, index) => wordsIn(word.text).map((token) => ({ word: token.word, index })));
  const words = tokens.map(({ word }) => word);
  const hit = new Set<number>();
  for (const term of terms) {
    for (const start of startsOf(term, words, alike)) {
      for (const token of tokens.slice(start, start + term.length)) hit.add(token.index);
    }
  }
  return [...hit]
    .sort((a, b) => a - b)
    .slice(0, MAX_HIGHLIGHTS)
    .flatMap((index) => page.words[index] ?? [])
    .map(({ text, bbox }) => ({ text, bbox }));
}

interface Place {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** The stretch of the text that holds the most different terms; its beginning where it holds none. */
function bestStretch(places: readonly Place[]): Place | undefined {
  let best: { place: Place; terms: number } | undefined;
  for (const place of places) {
    const near = places.filter(({ start, end }) => start >= place.start && end <= place.start + SNIPPET_LENGTH);
    const terms = new Set(near.map(({ term }) => term)).size;
    if (!best || terms > best.terms) best = { place, terms };
  }
  return best?.place;
}

/** About 180 characters of the page around the hits, on one line, cut between words. */
export function snippetOf(terms: readonly Term[], text: string, alike: Alike = none): string {
  const found = wordsIn(text);
  const words = found.map(({ word }) => word);
  const places = terms
    .flatMap((term, index) =>
      startsOf(term, words, alike).map((at) => ({
        term: index,
        start: found[at]?.start ?? 0,
        end: found[at + term.length - 1]?.end ?? 0,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const from = Math.max(0, (bestStretch(places)?.start ?? 0) - SNIPPET_LENGTH / 4);
  const to = Math.min(text.length, from + SNIPPET_LENGTH);
  const begin = from === 0 ? 0 : from + Math.max(0, text.slice(from, to).search(/\s/));
  const tail = text.slice(to).search(/\s|$/);
  const cut = text.slice(begin, tail <= 24 ? to + tail : to);
  const line = cut.replace(/\s+/g, ' ').trim();
  return `${begin > 0 ? '… ' : ''}${line}${to < text.length ? ' …' : ''}`;
}
