/** Which promised service a log is about: by its full name, by its parts, by the field's short forms. */
import type { OpenPage } from '../../../binders/open-page.ts';
import { contentWords, stemOf } from '../../../binders/topics/stems.ts';
import type { ServiceCommitment, Student } from '../../../domain/caseload.ts';

/** Short forms and other names, as words of a service kind. */
const shortForms: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:slp|slt|s\/l|s&l|sp\/?lang|spch|speech|ccc-slp|articulation|language therapy|st)\b/i, /speech|language/i],
  [/\b(?:ot|otr(?:\/l)?|cota|occupational)\b/i, /occupational/i],
  [/\b(?:pt|dpt|pta|physical therap\w*)\b/i, /physical/i],
  [/\b(?:counsel\w*|lcsw|psych|school counselor|social work\w*)\b/i, /counsel|social work|psycholog/i],
  [
    /\b(?:sai|sdi|rsp|resource|specialized academic|specially designed|learning center|academic support)\b/i,
    /academic|resource|specially|specialized|instruction/i,
  ],
  [/\b(?:reading (?:intervention|support|specialist)|read 180|wilson)\b/i, /reading/i],
  [/\b(?:math (?:support|intervention))\b/i, /math/i],
  [/\b(?:bi|bcba|rbt|behavior (?:intervention|support|consult\w*))\b/i, /behavior/i],
  [/\b(?:job coach\w*|vocational|transition services)\b/i, /job|vocation|transition/i],
  [/\b(?:ape|adapted p\.?e\.?|adaptive p\.?e\.?)\b/i, /adapted|adaptive/i],
  [/\b(?:o&m|orientation)\b/i, /orientation|mobility/i],
  [/\b(?:tvi|vision)\b/i, /vision/i],
  [/\b(?:dhh|hearing)\b/i, /hearing|deaf/i],
  [/\b(?:music therap\w*)\b/i, /music/i],
];

function fitOf(text: string, kind: string): number {
  if (text.toLowerCase().includes(kind.toLowerCase())) return 10;
  const words = new Set(contentWords(text).map(stemOf));
  const own = contentWords(kind).map(stemOf);
  const shared = own.filter(
    (word) => words.has(word) && !['servic', 'therapy', 'support', 'instruct', 'intervent'].includes(word),
  ).length;
  const short = shortForms.some(([form, name]) => form.test(text) && name.test(kind)) ? 3 : 0;
  return (own.length > 0 ? (5 * shared) / own.length : 0) + short;
}

/** The words of a log that name its service: its title and its `Service:` field. */
export function logKindText(page: OpenPage): string {
  const lines = page.sheet.lines.filter((line) => line.cells.length > 0).slice(0, 6);
  return lines.map((line) => line.text).join('\n');
}

/**
 * The service of `student` that the first of `texts` to fit one names: the row's words, its section's, the log's heading.
 * A student with one service alone needs no name, unless the heading names another kind. Null where two fit alike.
 */
export function findService(student: Student, texts: readonly string[]): ServiceCommitment | null {
  for (const text of texts) {
    if (text.trim() === '') continue;
    const ranked = student.services
      .map((service) => ({ service, fit: fitOf(text, service.kind) }))
      .sort((a, b) => b.fit - a.fit);
    const [best, second] = ranked;
    if (best && best.fit >= 2 && best.fit > (second?.fit ?? 0)) return best.service;
  }
  const [only] = student.services;
  const namesKind = texts.some((text) => shortForms.some(([form]) => form.test(text)));
  return only && student.services.length === 1 && !namesKind ? only : null;
}
