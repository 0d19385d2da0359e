/** Makes binders of known parts from the papers of a set: documents of one or two pages, separators, blank backs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Caseload, caseloadSchema } from '../../services/domain/caseload.ts';
import type { Page } from '../../services/domain/page.ts';
import { type EvalCase, type EvalSet, textPage } from './eval-case.ts';

export interface Binder {
  readonly pages: readonly Page[];
  readonly caseload: Caseload;
  /** Page numbers of each document and each separator, blanks left out. */
  readonly groups: readonly (readonly number[])[];
}

/** A small seeded generator (mulberry32), so that every run makes the same binders. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const separators = [
  '\n\n      *** DOCUMENT SEPARATOR ***\n\n      do not remove\n',
  '==============================\n   SCAN BREAK SHEET   0417\n   start of new document\n==============================\n',
  '\n\n        TAB 3\n\n        WORK SAMPLES AND DATA\n',
];

const pageNumber = /\b(?:page|pg|p)\.? ?\d+ ?(?:of ?\d+)?\b/i;

const foot = (text: string, n: number, of: number) =>
  `${text}\n\n                                        Page ${n} of ${of}`;
const top = (text: string, n: number, of: number) => `                                   p. ${n} of ${of}\n${text}`;

/** A short heading of the first page, as forms and letters repeat it overleaf. */
function runningHead(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return first.trim().slice(0, 60);
}

/** One document as the texts of its pages. Long ones are cut, in one of the ways that forms and letters go on overleaf. */
function leaves(text: string, random: () => number): string[] {
  const lines = text.replace(/\s+$/, '').split('\n');
  if (lines.length < 12 || random() < 0.5 || pageNumber.test(text)) return [text];
  const count = lines.length >= 16 && random() < 0.3 ? 3 : 2;
  const cuts = Array.from({ length: count + 1 }, (_, i) =>
    i === 0 ? 0 : i === count ? lines.length : Math.round(lines.length * ((i * 1.1) / count)),
  );
  const parts = cuts.slice(1).map((cut, i) => lines.slice(cuts[i], cut).join('\n'));
  const way = random();
  if (way < 0.3) return parts.map((part, i) => foot(part, i + 1, count));
  if (way < 0.4) return parts.map((part, i) => top(part, i + 1, count));
  if (way < 0.6) return parts.map((part, i) => (i === 0 ? part : `(continued)\n\n${part}`));
  if (way < 0.7) return parts.map((part, i) => (i === 0 ? part : `${runningHead(text)}, cont.\n\n${part}`));
  return parts;
}

const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/m/, 'rn'],
  [/l/, '1'],
  [/I/, 'l'],
  [/O/, '0'],
  [/0/, 'O'],
  [/1/, 'l'],
  [/5(?=\d)/, 'S'],
  [/^(\w{3})(\w{4,})$/, '$1 $2'],
];
/** Letters of longer words that worn print makes alike: what a scanner gets wrong beside its look-alikes. */
const wornLetters: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z])e(?=[a-z]{3})/, 'c'],
  [/(?<=[a-z])h(?=[a-z]{3})/, 'b'],
  [/(?<=[a-z]{2})t(?=[a-z]{2})/, 'f'],
  [/(?<=[a-z]{2})u(?=[a-z]{2})/, 'v'],
  [/cl(?=[a-z]{3})/, 'd'],
];

/** Reading errors of scanners: look-alike letters, worn letters, split words. `rate` is the share of words that suffer. */
export function withNoise(text: string, random: () => number, rate = 0.06): string {
  return text.replace(/\S+/g, (word) => {
    if (random() > rate) return word;
    const kind = random() < 0.85 ? lookAlikes : wornLetters;
    const fitting = kind.filter(([pattern]) => pattern.test(word));
    const [pattern, replacement] = fitting[Math.floor(random() * fitting.length)] ?? [/$/, ''];
    return word.replace(pattern, replacement);
  });
}

/** A binder of `size` documents of one caseload of `set`. */
export function makeBinder(set: EvalSet, caseloadName: string, size: number, seed: number, noise = false): Binder {
  const random = seeded(seed);
  const own = set.cases.filter((c) => c.caseload === caseloadName && c.expected.documentType !== 'separator');
  const pool = [...own];
  const pages: Page[] = [];
  const groups: number[][] = [];
  let last: EvalCase | null = null;
  const add = (text: string): number => {
    const number = pages.length + 1;
    pages.push(textPage(noise ? withNoise(text, random) : text, 'binder.pdf', number));
    return number;
  };
  for (let i = 0; i < size && pool.length > 0; i += 1) {
    if (random() < 0.25) groups.push([add(separators[Math.floor(random() * separators.length)] ?? '')]);
    // Binders are filed by student: often the next paper is the same student's, and often of the same kind.
    const same = pool.filter((c) => last?.expected.studentId && c.expected.studentId === last.expected.studentId);
    const alike = same.filter((c) => c.expected.documentType === last?.expected.documentType);
    const choice = random() < 0.35 ? pool : alike.length > 0 && random() < 0.6 ? alike : same.length > 0 ? same : pool;
    const paper = choice[Math.floor(random() * choice.length)] ?? pool[0]!;
    pool.splice(pool.indexOf(paper), 1);
    last = paper;
    groups.push(leaves(set.textOf(paper), random).map(add));
    if (random() < 0.2) pages.push({ ...textPage('', 'binder.pdf', pages.length + 1), source: 'blank' });
  }
  return { pages, caseload: set.caseloadOf(own[0]!), groups };
}

/** The binders of `folder/binders.jsonl`: texts of pages, empty for blank ones, and the pages of each document. */
export function writtenBinders(folder: string): Binder[] {
  const path = join(folder, 'binders.jsonl');
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { caseload, pages, groups }: { caseload: string; pages: string[]; groups: number[][] } = JSON.parse(line);
      const file = join(folder, `${caseload.replace(/\.json$/, '')}.json`);
      return {
        caseload: caseloadSchema.parse(JSON.parse(readFileSync(file, 'utf8'))),
        groups,
        pages: pages.map((text, i) => ({
          ...textPage(text, 'binder.pdf', i + 1),
          source: text.trim() === '' ? ('blank' as const) : ('text_layer' as const),
        })),
      };
    });
}
