/** What stands in the rows of a paper, counted: rated traits, kinds of scores, counts and sessions by day, fractions. */
import type { OpenPage } from '../binders/open-page.ts';
import type { Line } from '../binders/page-text/sheet.ts';

/** `total 10 / 16`, `sum 7 of 15`, `17 out of 20 points`. */
export const sum =
  /\b(?:totals?|sum|points|pts|score|overall)\b[^\n]{0,24}?\b\d{1,2}(?:\.5)?\s*(?:\/|of|out of)\s*\d{1,2}\b|\btotal (?:of|out of|\/) ?\d{1,2}\b|\b\d{1,2}(?:\.5)?\s*(?:\/|of|out of)\s*(?:8|12|16|20|24)\b/i;

/** Rows of words and one to three numbers up to 6, or of a cross under a scale. */
export function ratedTraits(page: OpenPage): number {
  const isScaled = page.sheet.lines.some((line) =>
    /(?:^|\s{2,})4\s{2,}3\s{2,}2\s{2,}1\b|\b1\s{2,}2\s{2,}3\s{2,}4\b/.test(line.text),
  );
  return page.sheet.lines.filter((line) => {
    const [label, ...rest] = line.cells;
    if (!label || page.layout.leadingDays.has(line.index) || page.layout.rows.get(line.index)?.header.kind === 'days')
      return false;
    const dotted = /^[A-Za-z][A-Za-z ,/'&-]{2,40}\s?\.{3,}\s?[0-6](?:\.5)?$/.test(line.text.trim());
    const named = /^[A-Z][A-Za-z ,/'&()+-]{2,42}$/.test(label.text) && !/\b(?:total|sum)\b/i.test(label.text);
    const numbers = rest.filter((c) => /^[0-6](?:\.5)?$/.test(c.text)).length;
    const onlyNumbers = rest.filter((c) => /^x?\d{1,2}(?:\.5)?$/.test(c.text)).length >= rest.length - 1;
    const crosses = rest.filter((c) => /^[xX✓●]$/.test(c.text)).length;
    const isRated = rest.length <= 4 && ((numbers >= 1 && onlyNumbers) || (isScaled && crosses === 1));
    return dotted || (named && rest.length >= 1 && isRated);
  }).length;
}

/** A line that gives what the lines above it come to. */
const totalLine = /^\W*(?:(?:grand|my|final) )?(?:total|sum|points|score|t[o0]tal)\b/i;
const mostOfRow = 6;

/** Whether three rows or more of small numbers add up to the total that stands under them, in one column or more. */
export function addsUpRatings(page: OpenPage): boolean {
  let rows: number[][] = [];
  for (const line of page.sheet.lines) {
    const [label, ...rest] = line.cells;
    const isNamed = label !== undefined && /[A-Za-z]{3}/.test(label.text);
    const numbers = rest.flatMap((c) => {
      const digits = /^(\d{1,2}|[lIOo])(?:\s?(?:\/|of) ?\d{1,2})?$/.exec(c.text)?.[1];
      return digits ? [Number(digits.replace(/[lI]/, '1').replace(/[Oo]/, '0'))] : [];
    });
    if (!isNamed || numbers.length === 0) continue;
    if (!totalLine.test(line.text)) {
      if (numbers.every((n) => n <= mostOfRow)) rows.push(numbers);
      continue;
    }
    const sums = numbers.map((_, i) => rows.reduce((all, row) => all + (row[i] ?? 0), 0));
    if (rows.length >= 3 && numbers.some((n, i) => n > mostOfRow && n === sums[i])) return true;
    rows = [];
  }
  return false;
}

/** How many kinds of norm-referenced scores the tables of a text name. */
export function normColumns(text: string): number {
  const kinds = [
    /\b(?:standard score|SS|index)\b/,
    /\b(?:scaled|T-?scores?|T\b(?= ))/,
    /%ile|\bpercentiles?\b|\b(?:PR|rank)\b/i,
    /\braw\b/i,
    /\b(?:age|grade) (?:eq|equiv\w*)\b/i,
    /\b(?:below|above|low|high)? ?average\b|\bmean \d|\bnorms?\b/i,
  ];
  return kinds.filter((kind) => kind.test(text)).length;
}

/** The date that a line is of: its own, or that of its row. */
const isDated = (page: OpenPage, line: Line) =>
  page.layout.leadingDays.has(line.index) || page.layout.rows.get(line.index)?.day != null;

export function countRowsOf(page: OpenPage): number {
  return page.sheet.lines.filter((line) => {
    const row = page.layout.rows.get(line.index);
    const numbers = line.cells.filter((cell) => /^\d{1,3}$/.test(cell.text)).length;
    return numbers > 0 && (isDated(page, line) || (row?.header.kind === 'days' && numbers >= 2));
  }).length;
}

export function sessionRowsOf(page: OpenPage): number {
  return page.sheet.lines.filter(
    (line) =>
      isDated(page, line) &&
      (/\b\d{1,3}\s?(?:min(?:utes)?|m)\b|\d{1,2}:\d{2}.{1,8}\d{1,2}:\d{2}|\b(?:delivered|seen|absent|cancel)/i.test(
        line.text,
      ) ||
        page.layout.rows
          .get(line.index)
          ?.header.columns.some((c) => /\bmin(?:ute)?s?\b|delivered|units/i.test(c.label)) === true),
  ).length;
}

/** Fractions that are no dates. */
export function ratiosOn(page: OpenPage): number {
  const found = [...page.sheet.text.matchAll(/(?<![\d/])\d{1,3}\s?\/\s?\d{1,3}(?![\d/])/g)];
  return found.filter((m) => !page.days.days.some((d) => d.start < m.index + m[0].length && d.end > m.index)).length;
}
