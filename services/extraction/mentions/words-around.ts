/** The words that name a figure: before it, behind it, and those that govern its whole line. */
import { listsPairs } from '../../binders/layout/label-pairs.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import { contentWords, isPlainLabel, isWeakStem, stemOf } from '../../binders/topics/stems.ts';
import type { Found } from './page-figures.ts';
import { topicOfParts } from './part-labels.ts';
import type { Sentence } from './passages.ts';

/** A full stop that ends a clause, not an abbreviation: `Mar. 2025` goes on. */
const clauseEnd =
  /;|(?<![.\d])(?<!\b(?:[A-Za-z]|beg|Mr|Mrs|Ms|Dr|Gr|Rm|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|acc|avg|min|sec|wk|comp|approx|no|vs|lvl|indep|prob|sent|trans|init|crit|inst|instr|ind|ave|obs|opp|opps|corr|err|tot|pts?|reg|acc|prev|diff|ref|est|max|poss|std|dist|elem))\.\s/gi;
/** Strokes and the sign of a sum are no words. */
const strokes = /\bHHT\b|\bTHL\b|\bHTT\b|[|/\\]{2,}|\|/g;

export interface Lead {
  /** The words that name the figure. */
  readonly lead: string;
  /** All that stands before it in its clause. */
  readonly clause: string;
  readonly inParentheses: boolean;
}

const hasWords = (text: string) => /[A-Za-zÀ-ÿ]{2}|\/[a-z]{1,3}\//i.test(text.replace(strokes, ' '));
const clean = (text: string) => text.replace(strokes, ' ').replace(/\s+/g, ' ').trim();

/** The unit of the figure before belongs to it alone. */
const unitOfPrevious = /^\s*(?:wcpm|cwpm|wpm|dcpm|sec\w*|min\w*|%|percent|points?|pts)\b/i;

/** `text` is the mended text with the names of students blanked: whose it is says nothing of what it is. */
export function leadOf(
  text: string,
  f: Found,
  previous: Found | null,
  sentence: Sentence | null,
  inTable: boolean,
): Lead {
  const from = sentence ? sentence.start : (f.cell?.start ?? f.line.start);
  // Before marks behind their items stands an item, and the label of a row is read by itself.
  const isNet = f.quantity.type === 'number' && f.quantity.net === true;
  const isUnlabelled = f.joined && !sentence && (inTable || (f.quantity.type !== 'ratio' && !isNet));
  let clause = isUnlabelled ? '' : text.slice(from, f.start);
  const open = clause.lastIndexOf('(');
  const inParentheses =
    open > clause.lastIndexOf(')') && !(f.cell && f.cell.start === f.start - 1 && f.cell.end <= f.end + 1);
  if (inParentheses)
    return { lead: clean(clause.slice(open + 1)), clause: clean(clause.replace('(', ' ')), inParentheses };
  if (sentence) return { lead: clean(clause), clause: clean(clause), inParentheses };
  const ends = [...clause.matchAll(clauseEnd)].at(-1);
  if (ends) clause = clause.slice(ends.index + ends[0].length);
  let lead = clause;
  const written = previous?.quantity.type === 'number' && previous.quantity.asWord;
  const behind = previous?.line === f.line ? text.slice(previous.end, f.start) : '';
  // `60, 11/11 = 58`: a date stands between them.
  if (/=\s*$/.test(clause) && previous?.line === f.line && !written && !hasWords(behind) && !/\d\/\d/.test(behind))
    lead = /\b(?:mean|avg|ave|average|median|med)\b/i.test(clause) ? clause : 'total';
  else if (previous && previous.line === f.line && previous.cell === f.cell && previous.end > f.start - lead.length) {
    const between = text.slice(previous.end, f.start).replace(unitOfPrevious, (unit) => ' '.repeat(unit.length));
    const stroke = [...between.matchAll(/(?<!\/[a-z]{1,3})\/ /gi)].at(-1)?.index ?? -1;
    const own = between.slice(Math.max(between.lastIndexOf(','), stroke, between.lastIndexOf('&')) + 1);
    // `screen reader start, 3 assignments, avg 80 sec`: how it was worked out of so many says nothing of what it is.
    if (hasWords(own) && !(isHollow(own) && previous.quantity.type === 'number')) lead = own;
  }
  // `29 letters legible out of 34` names itself.
  const own =
    f.quantity.type === 'ratio' && f.end - f.start > 9 && !text.slice(f.start, f.end).includes('\n')
      ? topicOfParts(text.slice(f.start, f.end))
      : '';
  // `Warm-up timing, all classes:   average 92 sec`: a word for how it was worked out is no name of what it is.
  const label = labelBefore(text, f, previous);
  if (isHollow(lead) && /:\s*$/.test(label))
    return { lead: clean(`${label} ${lead}`), clause: clean(`${label} ${clause}`), inParentheses };
  // `RW 156   E 12`: one letter before a number in its own cell names it.
  const code = f.quantity.type === 'number' && /^\s*[A-Z]\s*[:=]?\s*$/.test(lead) && /\d/.test(label);
  if (code || hasWords(lead) || isUnlabelled || namesSomething(own))
    return { lead: clean(`${lead} ${own}`), clause: clean(clause), inParentheses };
  return { lead: clean(`${label} ${lead}`), clause: clean(`${label} ${clause}`), inParentheses };
}

/** Whether words name what was measured: `27 read correctly of the 45` leaves that to its label. */
const namesSomething = (text: string) =>
  contentWords(text).some((word) => !isPlainLabel(word) && !isWeakStem(stemOf(word)));

/** Whether words only say how a figure was worked out. */
const isHollow = (text: string) =>
  /^\W*(?:(?:day|daily|week|the|an?|for|of|today) )*(?:average|avg|ave|mean|median|med|total|tot|sum|score|result|count)\b[\W]*$/i.test(
    text,
  );

/** The number of a field of a form: `9. Errors`. */
const fieldNumber = /^\s*\(?\d{1,2}[.)]\s+(?=[A-Za-z])/;

/** The nearest cell of words before the figure's own cell; a cell with a figure of its own labels itself. */
function labelBefore(text: string, f: Found, previous: Found | null): string {
  const index = f.cell ? f.line.cells.indexOf(f.cell) : -1;
  const told = f.line.cells[0];
  for (let i = index - 1; i >= 0; i -= 1) {
    const cell = f.line.cells[i];
    const words = cell ? text.slice(cell.start, cell.end).replace(fieldNumber, '') : '';
    if (/^\s*\d/.test(words)) continue;
    const isTaken = cell && i > 0 && previous?.cell === cell && /[:=]\s*$/.test(text.slice(cell.start, previous.start));
    if (isTaken && told && hasWords(text.slice(told.start, told.end))) continue;
    if (hasWords(words)) return words;
  }
  return '';
}

/** A comma, an `and` or a stroke behind a figure, with words after it. */
const opensNext = /^\s*(?:[,;&]|and\b|then\b|[-–]\s)(?=.*[A-Za-zÀ-ÿ]{2}|.*\/[a-z]{1,3}\/)/i;

/** The words behind a figure, up to the next one, in its cell or sentence. */
export function tailOf(text: string, f: Found, next: Found | null, sentence: Sentence | null): string {
  if (f.joined && !f.cell && !sentence) return '';
  const limit = sentence ? sentence.end : (f.cell?.end ?? f.line.end);
  const end = Math.min(limit, next && next.start > f.end ? next.start : Number.POSITIVE_INFINITY);
  let own = text.slice(f.end, end);
  // `3 (in August it was 1)`: what stands in parentheses with a figure of its own is about that figure.
  if (/^\s*\(/.test(own) && next && next.start <= limit && !own.includes(')')) own = '';
  // `/s/ 15/20, /l/ 8/20`: what opens behind a comma and runs up to the next figure of the cell is the label of that.
  if (!sentence && next && end === next.start && f.cell && next.cell === f.cell && opensNext.test(own)) own = '';
  const tail = own.trim() === '' && f.cell && !sentence ? unitBehind(text, f) : own;
  const stop = sentence ? -1 : tail.search(/;|\. |\)/);
  return clean(stop > 0 ? tail.slice(0, stop) : tail);
}

/** `15  digits correct`: a cell of words close behind a number names what it counts. */
function unitBehind(text: string, f: Found): string {
  const next = f.cell ? f.line.cells[f.line.cells.indexOf(f.cell) + 1] : undefined;
  const isAllOfLine = f.line.cells.length === 2 && f.cell === f.line.cells[0] && f.quantity.type === 'time';
  if (!next || next.start - f.end > (isAllOfLine ? 8 : 3) || !/^[a-z%][^\d:=]*$/.test(text.slice(next.start, next.end)))
    return '';
  return text.slice(next.start, next.end);
}

const governing =
  /^\W*((?:annual |iep |year(?:ly)? |spring |weekly )?(?:goals?|targets?|objectives?|crit(?:erion|eria)?|mastery|aim(?: ?line)?|baselines?|benchmark|contract|plan|next(?: \w+)?|norms?|expect\w*|iep crit(?:eria)?|promised|pass(?:ing)?(?: score)?|to pass|iep min(?:utes)?|iep|metas?|l[ií]nea base|ex|example|key|scale|record|note to self|bl|reminder|limit|(?:from |at )?home|casa)(?: line)?)\b\s*(?::|=|—|–| - )/i;

/** A season or a year that is over opens a line and is of all that stands on it: `Spring '25:  tardies 7,  break 420 sec`. */
const ofAnotherTime =
  /^\W*((?:last|prior|previous) (?:school )?(?:year|yr|spring|fall|autumn|winter|summer|semester|quarter|trimester)|(?:spring|fall|autumn|winter|summer),? (?:of )?(?:20\d\d|['’]\d\d))(?:\s*[:=–—-]|\s{2,})/i;

/** What opens a sentence and says of all of it that it was agreed, not measured: `IEP: total of 8 min or less, …`. */
const agreed =
  /^\W*((?:(?:annual|iep|year-end|weekly) )?(?:goals?|targets?|objectives?|criteri(?:on|a)|iep|aim(?: ?line)?)|metas?)\s*:/i;

/** The word that opens `sentence` and governs it; empty for none. */
export function governorOfSentence(sentence: string): string {
  return agreed.exec(sentence)?.[1] ?? '';
}

/** A word that opens the line, or the figure's own cell, and governs what follows. */
export function governorOf(f: Found): string {
  const line = f.line.text.replace(fieldNumber, '');
  return governing.exec(line)?.[1] ?? governing.exec(f.cell?.text ?? '')?.[1] ?? ofAnotherTime.exec(line)?.[1] ?? '';
}

/** The label of a line that has columns but no header: its first cell, where that is words alone. */
export function lineLabel(text: string, f: Found): string {
  const first = f.line.cells[0];
  if (!first || !f.cell || f.cell === first || f.line.cells.length < 3 || listsPairs(f.line)) return '';
  // `carpet square Th 11/20:   on timer   5 min`: the date behind the words is none of them.
  const words = text
    .slice(first.start, first.end)
    .replace(fieldNumber, '')
    .replace(/(?<=[a-z]{3}) (?:[A-Z][a-z]{0,8}\.?,? )?\(?\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\)?(?=:$)/, '');
  return /\d|:(?!\s*$)/.test(words) ? '' : clean(words);
}

/** The words of a stretch of text in one line. */
export function plainText(text: string): string {
  return clean(text);
}

/** The text of `page` with every student's name blanked, each letter in its place. */
export function withoutNames(page: OpenPage): string {
  let { text } = page.sheet;
  for (const { start, end } of page.students) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return text;
}

/** Whether a stretch holds a word that can name something. */
const tells = (text: string) => /[A-Za-zÀ-ÿ]{4}/.test(text);
const breaks = /,\s|;|\s-\s|\(|\band\b|\bbut\b|\bthen\b|:/gi;

/** The part of a sentence around a figure: from the break before it to the break behind it, or to its neighbours. */
export function partOf(text: string, f: Found, previous: Found | null, next: Found | null, sentence: Sentence): string {
  const neighbour =
    previous && previous.end > sentence.start && tells(text.slice(previous.end, f.start))
      ? previous.end
      : sentence.start;
  const from = Math.max(sentence.start, neighbour);
  const to = Math.min(sentence.end, next && next.start < sentence.end ? next.start : sentence.end);
  const before = text.slice(from, f.start);
  const after = text.slice(f.end, to);
  const open = [...before.matchAll(breaks)].at(-1);
  const lead = open ? before.slice(open.index + open[0].length) : before;
  const close = [...after.matchAll(breaks)][0];
  const own = tells(lead) ? lead : before;
  return clean(`${own} ${text.slice(f.start, f.end)} ${close ? after.slice(0, close.index) : after}`);
}
