/** Where the searched words stand on a page: in its text, for the snippet, and on its picture, for the boxes. */
import type { Page } from '../domain/page.ts';
import type { SearchHit } from '../domain/search-hit.ts';
import { stemOf, type Term, wordsIn } from './search-words.ts';

const SNIPPET_LENGTH = 180;
const MAX_HIGHLIGHTS = 200;

/** Positions in `words` at which `term` begins. */
function startsOf(term: Term, words: readonly string[]): number[] {
  const [first, ...rest] = term.map(stemOf);
  return words.flatMap((word, index) => {
    const matches =
      stemOf(word) === first && rest.every((next, offset) => stemOf(words[index + offset + 1] ?? '') === next);
    return matches ? [index] : [];
  });
}

/** Whether every term stands in the text, the words of each next to one another. */
export function holdsAll(terms: readonly Term[], text: string): boolean {
  const words = wordsIn(text).map(({ word }) => word);
  return terms.every((term) => startsOf(term, words).length > 0);
}

/** The words on the page's picture that the terms hit, in reading order. */
export function highlightsOf(terms: readonly Term[], page: Pick<Page, 'words'>): SearchHit['highlights'] {
  const tokens = page.words.flatMap((word, index) => wordsIn(word.text).map((token) => ({ word: token.word, index })));
  const words = tokens.map(({ word }) => word);
  const hit = new Set<number>();
  for (const term of terms) {
    for (const start of startsOf(term, words)) {
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
export function snippetOf(terms: readonly Term[], text: string): string {
  const found = wordsIn(text);
  const words = found.map(({ word }) => word);
  const places = terms
    .flatMap((term, index) =>
      startsOf(term, words).map((at) => ({
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
