/** What a number is out of where the whole stands beside it, in its row, or above it in its block. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Found } from './page-figures.ts';

const names =
  /\b(?:given|assigned|presented|asked|attempted|possible|poss|opportunit(?:y|ies)|opps?|chances?|trials?|items?|questions?|problems?|due|checks|intervals|beeps|cards|spoken|shown|throws|tries|turns|sentences|(?:letters|words|syllables|sounds) (?:in|on|spoken|given|shown)\b.*|total(?: (?:words|letters|items|steps|number|trials))?|out of|in all)\b/i;
const isPart =
  /\b(?:correct(?:ly)?|right|independent(?:ly)?|indep|wrong|missed|errors?|answered|completed|done|turned in|handed in|met|earned|got|followed|on time|legible|signed|written|prompt\w*|cues?|help|reminders?|minutes?|min|score|points|date|day)\b/i;

const isWhole = (label: string) => names.test(label) && !isPart.test(label);
const numberOf = (f: Found): number | null =>
  f.quantity.type === 'number' && Number.isInteger(f.quantity.value) && f.quantity.value > 1 ? f.quantity.value : null;

interface Labelled {
  readonly figure: Found;
  readonly value: number;
  readonly label: string;
}

/** The words that label a number: its column, else what stands before it on its line. */
function labelOf(page: OpenPage, f: Found): string {
  const row = page.layout.rows.get(f.line.index);
  const column = row?.cells.find((c) => c.cell.start <= f.start && c.cell.end >= f.end)?.column;
  if (column && column.day === null) return column.label;
  return page.sheet.text.slice(f.line.start, f.start).replace(/[:=.\s]+$/, '');
}

/** For each bare number of the page the whole that it is a part of, where the page names just one. */
export function wholesOf(page: OpenPage, figures: readonly Found[]): Map<Found, number> {
  const found = new Map<Found, number>();
  const numbers = figures.flatMap((figure): Labelled[] => {
    const value = figure.quantity.type === 'number' ? figure.quantity.value : null;
    return value === null || !figure.cell ? [] : [{ figure, value, label: labelOf(page, figure) }];
  });
  const wholes = numbers.filter((n) => numberOf(n.figure) !== null && isWhole(n.label));
  for (const n of numbers) {
    if (wholes.includes(n)) continue;
    const beside = wholes.filter((w) => w.figure.line === n.figure.line);
    const above = wholes.filter(
      (w) => w.figure.line.block === n.figure.line.block && w.figure.line.index < n.figure.line.index,
    );
    const inTable = page.layout.rows.has(n.figure.line.index);
    const near = beside.length > 0 || inTable ? beside : above;
    const [only] = near;
    if (near.length === 1 && only && only.value >= n.value) found.set(n.figure, only.value);
  }
  return found;
}
