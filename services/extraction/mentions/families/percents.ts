/** `80 %`, `80 percent`, `80 por ciento`. */
import { type Claim, claimsOf, digits } from './family.ts';

const percentOf = new RegExp(
  `(?<![\\d/.-])(${digits})(?:[ ]?%(?!ile)|\\n%(?![ \\t]*[A-Z])|[ \\n]?(?:percent\\b|pct\\b|por ciento\\b))`,
  'gi',
);

/** The percents in `text`. */
export function readPercents(text: string): Claim[] {
  return claimsOf(text, percentOf, (m) => ({ type: 'percent', value: Number(m[1]) }));
}
