/** Levels given in words on dated lines: `M 12/2   verbal reminder`. What they are worth, the goal's own key says. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Cell, Line } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';

const help =
  /\b(?:independent(?:ly)?|indep|verbal|gestur\w*|model\w*|physical|partial|full|hand[- ]?over[- ]?hand|hoh|shadow\w*|hand[- ]held|reminder|prompt\w*|cue[ds]?|visual|supervis\w*|assist\w*|alone|on (?:her|his) own)\b|^\(?(?:I|V|VP|G|GP|M|MP|PP|FP|P|HOH|IND)\)?$/i;

function wordingCell(page: OpenPage, line: Line): Cell | undefined {
  const row = page.layout.rows.get(line.index);
  const own = row?.cells.find((c) => /\b(?:prompt|level|support|help|score)\b/i.test(c.column?.label ?? ''))?.cell;
  const cells = line.cells.slice(1);
  if (own) return help.test(own.text) ? own : undefined;
  if (cells.some((c) => /^\d{1,2}\b/.test(c.text))) return undefined;
  return cells.find((c) => c.text.length <= 36 && help.test(c.text));
}

/** The wordings of dated lines that hold no number. */
export function findWordings(page: OpenPage): Figure[] {
  return page.sheet.lines.flatMap((line): Figure[] => {
    if (!page.layout.leadingDays.has(line.index) && !page.layout.rows.get(line.index)?.day) return [];
    const cell = wordingCell(page, line);
    return cell ? [{ start: cell.start, end: cell.end, quantity: { type: 'wording', words: cell.text } }] : [];
  });
}
