/** How a page begins: with a title, a letterhead, the words of a form, a greeting, or a line that may be any of these. */
import type { DayMention } from '../days/day-mention.ts';
import { isFieldCell } from '../layout/cell-kinds.ts';
import { foldWord } from '../page-text/fold.ts';
import type { Line } from '../page-text/sheet.ts';
import { isPartHeading } from './numbering.ts';
import { isMarks, isRow, isValued } from './rows.ts';
import { isParagraph, isRunningText } from './running-text.ts';

const titleLines = 3;

/** Labels of a form without a colon: `Given by    T. Winnick`. */
const formLabel =
  /^(?:(?:given|scored|checked|observed|taken|written|prepared|administered|rated|graded|seen) by|examiner|reader|rater|teacher|observer|staff|tester|therapist|provider|grade|room|school|class|period|time|setting|passage|story|book|subject|topic|level|score|scores|total|goal|target|notes?|comments?)$/i;

/** Whether a line can be a title: capitals, or a short line of capitalised words, and no field or value. */
function isTitle(line: Line): boolean {
  if (isRow(line)) return false;
  const text = line.cells[0]?.text ?? '';
  const words = text.match(/[A-Za-zÀ-ÿ]{3,}/g) ?? [];
  if (
    words.length === 0 ||
    /[.,;:]$/.test(text) ||
    /^\W*\d+[.)]/.test(text) ||
    /^(?:name|date|student)\b/i.test(text) ||
    formLabel.test(text)
  )
    return false;
  const capital = words.filter((w) => w === w.toUpperCase()).length;
  const raised = words.filter((w) => /^[A-Z]/.test(w)).length;
  const opensInCapitals = words.length <= 14 && /^\W*[A-Z]{3,}[ -][A-Z]{3,}\b/.test(text);
  return (
    opensInCapitals ||
    capital >= words.length * 0.6 ||
    (words.length <= 9 && raised >= words.length * 0.6 && !isFieldCell(text))
  );
}

const forms =
  /\b(?:probe|running record|rr|rubric|checklist|exit|ticket|slip|log|chart|tally|data|observation|obs|quiz|test|worksheet|classwork|homework|report|program|iep|evaluation|assessment|notice|form|list|schedule|menu|note|notes|check|record|sheet|summary|attendance|minutes|fluency|timing|sprint|cbm|maze|orf|rating|progress|frequency|duration|latency|abc|trials?|task analysis|routine|drill|session|letter|update|permission|authorization|work sample|spelling|practice|visit|phone|call|conference|level|questions|count|counts|facts|read|sample|journal|card)\b/i;
const greeting =
  /^\s*(?:dear|hi|hello|good (?:morning|afternoon)|greetings|bonjour|to whom it may concern|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:d[ií]as|tardes))\b/i;
const messageHead = /^\s*(?:from|to|de|para|subject|asunto|sent|re|cc)\s*:/i;
/** `To Marguerite's parents`, `Para Sra. Ortiz`. */
const addressed =
  /^\s*(?:To|Para) (?:the |la |los )?(?:[A-Z][\w'’.]*|family|familia|parents|padres)|^\s*A (?:la|los) (?:familia|padres)\b/;

const letterhead =
  /\b(?:school|district|elementary|primary|middle|junior high|high|academy|unified|isd|usd|ecc|charter|escuela|county|public schools)\b/i;

const wordsOf = (text: string) => (text.match(/[A-Za-zÀ-ÿ]{3,}/g) ?? []).map(foldWord);

/** Whether a line is named after a kind of paper: a probe, a log, a note, a letter. */
export function namesForm(text: string): boolean {
  return (text.match(/\S+/g) ?? []).length <= 14 && forms.test(text);
}

/** Whether the name of a school or a district heads the page. */
export function hasLetterhead(lines: readonly Line[]): boolean {
  return lines.slice(0, 2).some((line) => isTitle(line) && letterhead.test(line.cells[0]?.text ?? ''));
}

/** Whether the page opens with a greeting, behind a date or an address at most, or with the head of a message. */
export function greets(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (!first) return false;
  const text = first.text.trim();
  if (greeting.test(text) || messageHead.test(text) || addressed.test(text)) return true;
  const above = lines.slice(1, 4).findIndex((line) => greeting.test(line.text));
  return above >= 0 && lines.slice(0, above + 1).every((line) => !isParagraph(line) && !isMarks(line));
}

/** Headings of the parts of a paper. */
const parts =
  /^(?:the|and|of|for|with|in|to|my|this|your|summary|recommendations?|notes?|background|history|services?|comments?|results?|goals?|behaviou?r|accommodations?|present|levels?|performance|observations?|remarks?|conclusions?|suggestions?|strengths?|needs?|concerns?|signatures?|plan|next|steps?|reason|referral|materials?|directions|procedure|scoring|score|total|totals|key|code|codes|testing|annual|objectives?|family|parent|teacher|student|input|appendix|supports?|transportation|participants?|attendees|action|items|follow|up|home|school|questions?|answers?|comprehension|vocabulary|part|section|page|back|side|continued|resumen|recomendaciones|notas|servicios|firmas|metas|comentarios)$/i;

/** Whether a title is made of words that head the parts of any paper: `Summary`, `Next steps`. */
export function isPartTitle(lines: readonly Line[]): boolean {
  const words = lines[0]?.text.match(/\p{L}{2,}/gu) ?? [];
  return words.length > 0 && words.length <= 4 && words.every((word) => parts.test(word));
}

/** Whether a heading stands over running text: a story, a report. */
export function isOverText(lines: readonly Line[]): boolean {
  return lines[0]?.cells.length === 1 && lines.slice(1, 3).some(isParagraph);
}

/** Opens with a word in capitals and is no field: `STAIRS up to room 21`, `OUT OF SEAT`. */
const inCapitals = (line: Line | undefined) =>
  line !== undefined && /^\W*[A-Z]{3,}/.test(line.text) && !/^[^a-z]{0,24}:/.test(line.text) && !isRow(line);

/** Whether the first line of `next` is set like headings further down on the page before: another part of the same. */
export function isHeadOfPart(lines: readonly Line[], next: readonly Line[]): boolean {
  return inCapitals(next[0]) && lines.slice(1).some(inCapitals);
}

/** Whether `line` is a line of the title: `next` stands below it, `last` above it. */
function isTitleLine(line: Line, last: Line | undefined, next: Line | undefined): boolean {
  // The name of the school heads every paper of it: it is no title.
  return (
    isTitle(line) &&
    !letterhead.test(line.cells[0]?.text ?? '') &&
    !(isValued(line) && (isValued(next) || isValued(last))) &&
    (!isPartHeading(line) || forms.test(line.text))
  );
}

/** Folded words of the title, the names of `students` left out; empty where the page begins without one. */
export function titleOf(
  lines: readonly Line[],
  students: readonly { line: number; start: number; end: number }[],
  days: readonly DayMention[],
): string[] {
  const found: Line[] = [];
  for (const [i, line] of lines.slice(0, titleLines).entries()) {
    if (isTitleLine(line, lines[i - 1], lines[i + 1])) found.push(line);
    // A heading below text or rows is one of a part.
    else if (
      !letterhead.test(line.text) &&
      !line.cells.some((cell) => isFieldCell(cell.text)) &&
      ![...students, ...days].some((mention) => mention.line === line.index && !isParagraph(line))
    )
      break;
  }
  return found.flatMap((line) => {
    let text = line.text;
    for (const s of students.filter((m) => m.line === line.index)) {
      text = `${text.slice(0, s.start - line.start)}${' '.repeat(s.end - s.start)}${text.slice(s.end - line.start)}`;
    }
    return wordsOf(text.replace(/\b(?:page|pg|p)\.? ?\d+.*$/i, ''));
  });
}

/** Words and letters of a heading in small letters: `Sign-in sheet for the sensory room`. */
const headlineWords = 10;
const headlineLength = 55;

const ownField = /^(?:name|student|date|nombre|fecha)\s*:/i;

/** Whether the first line may be a heading, though nothing but its length and what follows it says so. */
export function isHeadline(lines: readonly Line[]): boolean {
  const [line, next] = lines;
  const text = line?.cells[0]?.text ?? '';
  if (
    !line ||
    !next ||
    !(/^\W?[A-Z]/.test(text) || / [-–—] /.test(text) || line.cells.some((cell) => ownField.test(cell.text))) ||
    /[.!?,;:]$/.test(text) ||
    text.length > headlineLength
  )
    return false;
  if (isRow(line) || isMarks(line) || isValued(line) || isPartHeading(line) || isRunningText(line)) return false;
  return (text.match(/[\p{L}\d]+/gu) ?? []).length <= headlineWords && !/^\s*[a-z]/.test(next.text);
}
