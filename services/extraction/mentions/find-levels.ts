/** Reading levels given as letters: `Level G`, `Lvl J`, `instructional J`, `LEVEL:  G`. */
import type { Figure } from './figures.ts';

const named =
  /\b(?:level|lvl|nivel|f ?& ?p|grl)\b\.?(?: (?:today|now|is|was|of|at|for \w+))?\s{0,3}[:=–-]?\s{0,6}(?:level )?["“]?([A-Z])\b(?!['’.]\w|-\w)/gi;
const judged =
  /\b(?:independent|instructional|instr|indep|frustration(?:al)?|hard|easy)\b\.?(?: (?:level|at|reading level))?\s{0,3}[:=–-]?\s{0,6}([A-Z])(?=\s|$|[.,;)/])/g;

/** The letter levels of `text`. */
export function findLevels(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const pattern of [named, judged]) {
    for (const match of text.matchAll(pattern)) {
      const letter = match[1] ?? '';
      if (!/^[A-Z]$/.test(letter)) continue;
      const end = match.index + match[0].length;
      if (figures.some((f) => f.end === end)) continue;
      figures.push({ start: end - 1, end, quantity: { type: 'letter', value: letter.charCodeAt(0) - 64, letter } });
    }
  }
  return figures.sort((a, b) => a.start - b.start);
}
