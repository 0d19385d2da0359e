/** Reading levels given as letters: `Level G`, `Lvl J`, `instructional J`, `LEVEL:  G`. */
import type { Row } from '../../binders/layout/layout.ts';
import type { Figure } from './figures.ts';

/** What may stand between a label and its letter: `Level: G`, `level ..... G`. */
const between = String.raw`(?:[ \t]*\.{2,}[ \t]*|[ \t]{0,3}[:=–-]?[ \t]{0,6})`;
const named = new RegExp(
  String.raw`\b(?:level|lvl|lv|nivel|f ?& ?p|grl)\b\.?(?: (?:today|now|is|was|of|at|for \w+)| ?\([a-z. ]{4,16}\)|(?: (?!goal\b|target\b)[a-z]+){1,4}(?= ?[:=]))?${between}(?:level )?["“]?([A-Z])\b(?!['’.]\w|-\w)`,
  'gi',
);
const judged = new RegExp(
  String.raw`\b(?:[Ii]ndependent|[Ii]nstruct(?:ional)?|INSTR(?:UCTIONAL)?|[Ii]nstr|[Ii]ndep|[Ff]rustration(?:al)?|[Hh]ard|[Ee]asy)\b\.?(?: (?:level|LEVEL|[Aa]t|AT|on|ON|text|TEXT|reading level|READING LEVEL))?${between}([A-Z])(?=\s|$|[.,;)/])`,
  'g',
);

/** `K is her instructional level`. */
const told =
  /(?<![\w.'’-])([A-Z])(?= (?:is|was|=|as) (?:now |still )?(?:(?:her|his|their|the) )?(?:new )?(?:instructional|independent|frustration))/g;

/** The letter levels of `text`. */
export function findLevels(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const pattern of [named, judged, told]) {
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

/** Single letters under a column of levels, and under days where the word beside each judges it: `H  instructional`. */
export function levelCells(rows: Iterable<Row>): Figure[] {
  return [...rows].flatMap((row) =>
    row.cells.flatMap(({ cell, column }): Figure[] => {
      const next = row.cells.find((c) => c.cell.start > cell.end)?.cell.text ?? '';
      const isJudged = column?.day && /^\(?(?:instr\w*|indep\w*|ind|frust\w*|hard|easy|just right)\.?\)?$/i.test(next);
      if (!isJudged && !/^(?:(?:text|reading|book) )?(?:level|lvl|lv|nivel|grl)\b/i.test(column?.label ?? ''))
        return [];
      if (!/^[A-Z]$/.test(cell.text)) return [];
      const value = cell.text.charCodeAt(0) - 64;
      return [{ start: cell.start, end: cell.end, quantity: { type: 'letter', value, letter: cell.text } }];
    }),
  );
}
