/** What number a page bears: `Page 2 of 5`, `pg. 2/5`, `- 2 -`, `2 of 5` alone in a corner, and how scanners misread them. */
import type { Line } from '../page-text/sheet.ts';

export interface PageNumber {
  readonly n: number;
  /** Null where only the number stands there. */
  readonly of: number | null;
  /** The word page stands beside it. `2 of 5` without it is as often a score. */
  readonly labelled: boolean;
}

const headLines = 7;
const footLines = 2;
/** Lines in whose corner a bare number can be that of the page. */
const cornerLines = 3;

const digits = String.raw`[\dlIOo|]{1,3}`;
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = `(${digits}|${words.join('|')})`;
const page = '(?:p[ao][gq][ec]|pgs?|p|p[áa]g(?:ina)?|sheet|hoja|side|leaf)';
const between = String.raw`\s*(?:of|0f|oi|ot|\/|de|out of|\(of)\s*`;

const both = new RegExp(String.raw`\b${page}\b\s*[.:#|]*\s*(?:no\.?\s*)?${count}${between}${count}\b`, 'i');
const countOfPages = new RegExp(String.raw`\b${count}${between}${count} (?:pages|pgs|p[áa]ginas|hojas|sheets)\b`, 'i');
const bare = new RegExp(String.raw`^\W*${count}\s+of\s+${count}\W*$|^\W*(\d{1,2})\s?\/\s?(\d{1,2})\W*$`, 'i');
const alone = new RegExp(
  String.raw`(?:^|\s{2,})${page}\s*[.:#|]*\s*(?:no\.?\s*)?${count}\W*$|^\s*[-–—~[(]\s*(\d{1,2})\s*[-–—~\])]\s*$|^\s*(\d{1,2})\s*\|\s*page\s*$`,
  'i',
);

function numberIn(text: string | undefined): number {
  const plain = (text ?? '').toLowerCase();
  const word = words.indexOf(plain);
  return word >= 0 ? word + 1 : Number(plain.replace(/[li|]/g, '1').replace(/o/g, '0'));
}

function made(n: number, of: number | null, labelled: boolean): PageNumber[] {
  return n >= 1 && n <= 400 && (of === null || n <= of) ? [{ n, of, labelled }] : [];
}

/** The numbers of `lines`, blank ones left out, that can be the page's; those that say so first. */
export function pageNumbersOf(lines: readonly Line[]): PageNumber[] {
  const ends =
    lines.length <= headLines + footLines ? lines : [...lines.slice(0, headLines), ...lines.slice(-footLines)];
  const said = ends.flatMap(({ text }) => {
    const match = both.exec(text) ?? countOfPages.exec(text);
    return match ? made(numberIn(match[1]), numberIn(match[2]), true) : [];
  });
  const corners = [
    ...lines.slice(0, cornerLines).flatMap((line) => [line.cells[0]?.text, line.cells.at(-1)?.text]),
    lines.at(-1)?.text,
  ].flatMap((text) => {
    const match = text === undefined ? null : bare.exec(text);
    return match ? made(numberIn(match[1] ?? match[3]), numberIn(match[2] ?? match[4]), false) : [];
  });
  const single = ends.flatMap(({ text }) => {
    const match = both.test(text) ? null : alone.exec(text);
    return match ? made(numberIn(match[1] ?? match[2] ?? match[3]), null, true) : [];
  });
  return [...said, ...single, ...corners];
}

/** Whether a line bears nothing but the number of its page. */
export function isNumberLine({ text }: Line): boolean {
  return text.trim().length <= 24 && (both.test(text) || alone.test(text) || bare.test(text));
}
