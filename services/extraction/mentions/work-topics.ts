/** What a page of exercises is about, told by the exercises themselves where no heading says it. */
import type { Line } from '../../binders/page-text/sheet.ts';

const least = 3;

const kinds: readonly (readonly [string, RegExp])[] = [
  ['fractions', /\d\/\d\s*[+x×÷*–-]\s*\d\/\d/],
  ['equations', /(?:^|\s)(?:\d*[a-z](?:\s*[+–/-]|\s*=)|\d+\s*[+–-]\s*\d*[a-z]\b|[a-z]\s*\/\s*\d).*=/i],
  ['integers', /(?:^|\s|\()[-–]\d+\s*(?:[+x×÷*/–-]|\s-\s)\s*\(?[-–]?\d|\d\s*[-–+]\s*\(?[-–]\d/],
  ['division', /\d\s*÷\s*\d|\d\s?\)\s?\d{2,}(?!\s*[+x×÷*–-]\s*\d)/],
  ['multiplication', /\d\s*[x×*]\s*\d/],
  ['subtraction', /\d\s*[–-]\s*\d+\s*=/],
  ['addition', /\d\s*\+\s*\d+\s*=/],
  ['comprehension questions', /\b(?:who|what|when|where|why|how|which|main idea)\b.{2,60}\?/i],
];

/** Words for what the exercises of `lines` practise; empty where they are few or of several kinds. */
export function workTopics(lines: readonly Line[]): string {
  const counts = new Map<string, number>();
  // `79 - 5 = 74` where errors are told of is how far somebody read, not an exercise.
  const ofReading = lines.some((line) => /\b(?:err|errors?|miscues|w?c[wr]?pm)\b/i.test(line.text));
  for (const line of lines) {
    const kind = kinds.find(([, pattern]) => pattern.test(line.text))?.[0];
    if (kind && !(ofReading && kind === 'subtraction')) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const common = [...counts].filter(([, n]) => n >= least);
  return common.length === 1 ? (common[0]?.[0] ?? '') : '';
}
