/** Levels given in words on dated lines: `M 12/2   verbal reminder`. What they are worth, the goal's own key says. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

const help =
  /\b(?:independent(?:ly)?|indep|verbal|gestur\w*|model\w*|physical|partial|full|hand[- ]?over[- ]?hand|hoh|shadow\w*|hand[- ]held|reminder|prompt\w*|cue[ds]?|visual|supervis\w*|assist\w*|alone|on (?:her|his) own)\b|^\(?(?:I|V|VP|G|GP|M|MP|PP|FP|P|HOH|IND)\)?$/i;

/** Whether `text` names a kind of help, or that there was none. */
export const namesHelp = (text: string): boolean => help.test(text);

function wordingCell(page: OpenPage, line: Line): Cell | undefined {
  const row = page.layout.rows.get(line.index);
  const own = row?.cells.find((c) => /\b(?:prompt|level|support|help|score)\b/i.test(c.column?.label ?? ''))?.cell;
  const cells = line.cells.slice(1);
  if (own) return help.test(own.text) ? own : undefined;
  if (cells.some((c) => /^\d{1,2}\b/.test(c.text))) return undefined;
  return cells.find((c) => c.text.length <= 36 && help.test(c.text));
}

/** `11/17 verbal`: what stands behind the day in the one cell of its line. */
function behindDay(page: OpenPage, line: Line): Pick<Cell, 'start' | 'end' | 'text'> | undefined {
  const [only, ...more] = line.cells;
  const day = page.days.days.find((d) => d.line === line.index);
  if (!only || !day || more.length > 0) return undefined;
  const words = /^\W*([a-z][a-z -]{2,24}?)\W*$/i.exec(page.sheet.text.slice(day.end, only.end));
  if (!words?.[1] || !help.test(words[1])) return undefined;
  const start = day.end + words[0].indexOf(words[1]);
  return { start, end: start + words[1].length, text: words[1] };
}

/** Rows of wordings under day columns; four or more of them are the steps of a routine, which are counted instead. */
function underDays(page: OpenPage): Figure[] {
  const rows = [...page.layout.rows.values()].filter(
    (row) => row.header.kind === 'days' && row.cells.some((c) => c.column?.day && help.test(c.cell.text)),
  );
  if (rows.length > 3) return [];
  return rows.flatMap((row) =>
    row.cells
      .filter((c) => c.column?.day && c.cell.text.length <= 24 && help.test(c.cell.text))
      .map(({ cell }) => ({
        start: cell.start,
        end: cell.end,
        quantity: { type: 'wording' as const, words: cell.text },
      })),
  );
}

/** `Prompt level: gesture`, `support needed - verbal`: a wording behind its label. */
const labelled =
  /\b(?:prompt(?: level)?|level of (?:help|support|prompt)|support(?: level)?|help(?: level)?|level)\s?(?:needed|used|today|given)?\s?[:=–-]\s?([a-z][a-z ]{3,24})/gi;

function behindLabels(page: OpenPage): Figure[] {
  return [...page.sheet.text.matchAll(labelled)]
    .filter((m) => help.test(m[1] ?? ''))
    .map((m) => {
      const end = m.index + m[0].length;
      return { start: end - (m[1] ?? '').length, end, quantity: { type: 'wording' as const, words: m[1] ?? '' } };
    });
}

/** The wordings of dated lines that hold no number, of day columns, and of labels. */
export function findWordings(page: OpenPage): Figure[] {
  const dated = page.sheet.lines.flatMap((line): Figure[] => {
    if (!page.layout.leadingDays.has(line.index) && !page.layout.rows.get(line.index)?.day) return [];
    const cell = wordingCell(page, line) ?? behindDay(page, line);
    return cell ? [{ start: cell.start, end: cell.end, quantity: { type: 'wording', words: cell.text } }] : [];
  });
  const others = [...underDays(page), ...behindLabels(page)];
  return [...dated, ...others.filter((o) => !dated.some((d) => d.start < o.end && d.end > o.start))];
}
