/**
 * Whether two readings of one place say the same. What counts are figures, marks and, where there are neither, words;
 * how wide the gaps are and how a dash or a tick is drawn does not.
 */

/** Letters that stand among digits are the digits that they look like. */
const lookAlikes: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', S: '5', B: '8', Z: '2' };

/** A figure keeps its point, colon or comma: `9:40`, `2.5`, `.5` and `25` are four different things. */
const figure = /(?<![\p{L}\d])(?:\d+(?:[.,:]\d+)*|(?<![\d.,:])\.\d+)/gu;
const mark = /[+✓✗]|(?<![\p{L}\p{N}])-(?![\p{L}\p{N}])/gu;
const word = /\p{L}+/gu;

function mended(text: string): string {
  return text
    .replace(/[‐-―−]/g, '-')
    .replace(/[✔√]/g, '✓')
    .replace(/[✘×]/g, '✗')
    .replace(/[0-9OolISBZ]*\d[0-9OolISBZ]*/g, (token) =>
      token.replace(/[OolISBZ]/g, (letter) => lookAlikes[letter] ?? letter),
    );
}

const plain = (token: string) => (/^\d*[.,]?\d+$/.test(token) ? String(Number(token.replace(',', '.'))) : token);

/** The figures of a reading; the marks, or the words in small letters, where it has no figures. */
export function tellingTokens(text: string): string[] {
  const clean = mended(text);
  const figures = clean.match(figure);
  if (figures) return figures.map(plain);
  return clean.match(mark) ?? (clean.match(word) ?? []).map((token) => token.toLowerCase());
}

/** Whether both readings hold the same telling tokens in the same order; two readings of nothing are not alike. */
export function readAlike(first: string, second: string): boolean {
  const a = tellingTokens(first);
  const b = tellingTokens(second);
  return a.length > 0 && a.length === b.length && a.every((token, i) => token === b[i]);
}

/** Tokens of both kinds in one list, for readings of a whole cell or line. */
function allTokens(text: string): string[] {
  const clean = mended(text);
  const either = new RegExp(`${figure.source}|${mark.source}|${word.source}`, 'gu');
  return (clean.match(either) ?? []).map((token) => plain(token.toLowerCase()));
}

/** Length of the longest common subsequence of the first `i` and `j` tokens, for all `i`, `j`. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    }
  }
  return table;
}

/**
 * Whether a second reading of a wider place (`before`, `part` and `after` as read first) says the same of `part`: its
 * tokens stand in the second reading too, between the same neighbours.
 */
export function holdsPart(before: string, part: string, after: string, second: string): boolean {
  const telling = tellingTokens(part);
  if (telling.length === 0) return false;
  const [left, own, right] = [allTokens(before), allTokens(part), allTokens(after)];
  const tokens = allTokens(second);
  const all = [...left, ...own, ...right];
  const table = commonLengths(all, tokens);
  const found = new Set<number>();
  for (let i = all.length, j = tokens.length; i > 0 && j > 0; ) {
    if (all[i - 1] === tokens[j - 1]) {
      found.add(i - 1);
      i -= 1;
      j -= 1;
    } else if (table[i - 1]![j]! >= table[i]![j - 1]!) i -= 1;
    else j -= 1;
  }
  return own.every((token, i) => !telling.includes(token) || found.has(left.length + i));
}
