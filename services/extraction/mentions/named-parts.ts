/** Parts of a sheet that are named by their letter or number alone where their scores stand. */
import type { OpenPage } from '../../binders/open-page.ts';

const kind = String.raw`(?:part|pt|section|sect?|set|list|task)\b\.?`;
/** What stands right before a score and is no more than the name of a part: `A`, `Part 2:`, `Sec. II =`, `(B)`. */
const called = new RegExp(String.raw`(?:^|[\s(,;])(${kind}\s*)?([A-Ha-h]|[IVX]{1,4}|\d)[\s:.=)–-]*$`, 'i');

/**
 * `A  7/10   B  4/8` under lists that are headed `A. Add` and `B. Multiply`: the heading that the name of a part at the
 * end of `before` stands for, from the lines above line `below`; empty for none.
 */
export function headingOfPart(page: OpenPage, below: number, before: string): string {
  const [, prefix, name] = called.exec(before) ?? [];
  if (!name || (!prefix && name !== name.toUpperCase())) return '';
  // Without a word for it a part is headed by a letter with a sign: `A. Add`.
  const head = new RegExp(String.raw`^(?:${kind}\s*${name}(?![\w/])|${name}\s?[.):-](?!\d))[\s.:)–-]*`, 'i');
  for (const line of page.sheet.lines.slice(0, below)) {
    for (const [i, cell] of line.cells.entries()) {
      if (!head.test(cell.text)) continue;
      const words = cell.text.replace(head, '') || (line.cells[i + 1]?.text ?? '');
      if (/[A-Za-z]{3}/.test(words)) return words;
    }
  }
  return '';
}
