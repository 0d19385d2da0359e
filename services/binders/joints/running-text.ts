/** Running text, and whether a sentence goes on from one page to the next. */
import type { Line } from '../page-text/sheet.ts';
import { isNumberLine } from './page-number.ts';

const wordsOf = (text: string) => text.match(/[A-Za-zÀ-ÿ'’]{2,}/g) ?? [];

/** One long cell of words in lower case: what stands in it is told, not headed. */
export function isRunningText(line: Line | undefined): boolean {
  const words = wordsOf(line?.text ?? '');
  return (line?.cells.length ?? 9) <= 2 && words.length >= 8 && words.filter((w) => /^[a-zà-ÿ]/.test(w)).length >= 6;
}

/** A line of a paragraph, the short last one of a page too. */
export function isParagraph(line: Line | undefined): boolean {
  if (isRunningText(line)) return true;
  if (line?.cells.length !== 1 || /^\W*\d/.test(line.text)) return false;
  const words = wordsOf(line.text);
  return words.length >= 3 && words.filter((w) => /^[a-zà-ÿ]/.test(w)).length >= words.length * 0.6;
}

/** Words that no sentence ends with. */
const leadsOn =
  /\b(?:a|an|the|and|or|of|to|in|on|at|for|with|from|by|is|are|was|were|be|has|have|had|that|which|who|if|when|because|but|as|than|his|her|their|my|our|its|this|these|not|very|will|would|could|can|should|el|la|los|las|de|del|y|en|con|para|por|que|un|una|su|sus|se|no)$/i;

/** Whether the last sentence of a page has no end there. */
export function endsOpen(lines: readonly Line[]): boolean {
  const own = lines.filter((line) => !isNumberLine(line));
  const last = own.at(-1);
  if (last?.cells.length !== 1) return false;
  const text = last.text.trimEnd();
  if (/[.!?:;"”)\]_*-]$/.test(text)) return false;
  if (leadsOn.test(text) || /,$/.test(text)) return isParagraph(last) || isParagraph(own.at(-2));
  const above = own.at(-2);
  const isOpenAbove = isRunningText(above) && !/[.!?:;]$/.test(above?.text.trimEnd() ?? '');
  return isParagraph(last) && (isRunningText(last) || isOpenAbove);
}

/** Whether a page begins in the middle of a sentence. */
export function startsInside(line: Line | undefined): boolean {
  const text = line?.text.trim() ?? '';
  if (/^[,;)]/.test(text)) return true;
  return /^[a-zà-ÿ]/.test(text) && (isRunningText(line) || isParagraph(line));
}
