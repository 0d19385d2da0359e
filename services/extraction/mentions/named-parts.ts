/** Parts of a sheet that are named by their letter alone where their scores stand. */
import type { OpenPage } from '../../binders/open-page.ts';

/**
 * `A  7/10   B  4/8` under lists that are headed `A. Add` and `B. Multiply`: the heading that the letter at the end of
 * `before` stands for, from the lines above line `below`; empty for none.
 */
export function headingOfPart(page: OpenPage, below: number, before: string): string {
  const letter = /(?:^|\s)(?:(?:[Pp]art|[Ss]ection|[Ss]et|[Ll]ist) )?([A-F])[\s:.=]*$/.exec(before)?.[1];
  if (!letter) return '';
  const head = new RegExp(`^(?:(?:part|section|set|list) )?${letter}\\s?[.):-]\\s*(?=[A-Za-z]{3})`, 'i');
  const cells = page.sheet.lines.slice(0, below).flatMap((line) => line.cells.map(({ text }) => text));
  return cells.find((text) => head.test(text))?.replace(head, '') ?? '';
}
