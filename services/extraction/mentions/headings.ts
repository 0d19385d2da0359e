/** What lines of data stand under: the title of the document and the heading of their part. */

import { weekdayPattern } from '../../binders/days/calendar.ts';
import { isAbsence, isValueCell } from '../../binders/layout/cell-kinds.ts';
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { OpenPage } from '../../binders/open-page.ts';
import { legendOf } from '../../binders/page-text/legend.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import { workTopics } from './work-topics.ts';

/** Fields that say who, when and where, and nothing of what was measured. */
const formField =
  /^(?:name|student|pupil|child|writer|date|gr\.?|grade(?! \d+ (?:text|passage|level|words?|book|story))|rm\.?|room|teachers?|tchr|staff|observers?|examiner|scorer|scored by|rated by|recorder|school|dob|d\.o\.b|id|ssid|per\.?|completed by|turned in by|coach|case manager|cm|age|school year|init|initials|checked by|signature|signed|timer|certified)\b|^(?:time|from|to|by|sent|cc|form|month|week of|period|provider|slp|ot|pt|parent|due|turned in)\s*[:#]/i;
const staffLike = /^(?:(?:mr|mrs|ms|dr|sra?)\.? )?[A-Z]\. ?[A-Z][\w'-]+(?:,.*)?$|^(?:mr|mrs|ms|dr)\.? [A-Z]/i;

/** What was done on a date says nothing of what was measured. */
const dateWord =
  /\b(?:turned in|handed in|due|assigned|submitted|completed|made up|collected|given|scored|checked)(?: on)?[: ]*$/i;

/** A field that names the text that was read or written, or the sheet of a kit: what it is called says nothing of what was measured. */
const textField = /^(?:text|title|book|story|novel|article|book title|text title|piece)\s*:/i;
const bareField = /^(?:text|title|book|story|novel|article|book title|text title|piece|name|student)\s*:?$/i;

/** `(division not given today)`: a part of a form that the page leaves out says nothing of what is on it. */
const notGiven = /^\W*(?:[a-z]+\W+){1,3}(?:(?:was|were)\s+)?not (?:given|done|tested|administered)\b/i;

/** `[X] English   [ ] Spanish`: what was not ticked is not so. */
function withoutUnticked(text: string): string {
  return text.replace(/(?:\[ ?\]|\( \)|[☐□])\s?[^\s[\](☐□☑☒■]+(?: [a-z][\w-]*)?/g, (words) => ' '.repeat(words.length));
}

/** The words of a line that may say what was measured. */
export function topicOf(line: Line, page: OpenPage): string {
  const names = page.students.filter((m) => m.line === line.index);
  const days = page.days.days.filter((d) => d.line === line.index);
  return line.cells
    .filter((cell, i, all) => {
      // `Text:` and its title in a cell of its own.
      const label = all[i - 1]?.text ?? '';
      if (/:$/.test(label) && bareField.test(label)) return false;
      const isField = formField.test(cell.text) || textField.test(cell.text);
      return !isField && !staffLike.test(cell.text) && !isAbsence(cell.text) && !notGiven.test(cell.text);
    })
    .map((cell) => {
      let text = withoutUnticked(cell.text);
      for (const span of [...names, ...days]) {
        if (span.start >= cell.start && span.end <= cell.end) {
          const from = span.start - cell.start;
          const lead = text.slice(0, from).replace(dateWord, (word) => ' '.repeat(word.length));
          text = lead + ' '.repeat(span.end - span.start) + text.slice(from + span.end - span.start);
        }
      }
      return text.trim();
    })
    .filter((text) => /[A-Za-z/]/.test(text))
    .join('  ');
}

export interface Headings {
  /** What all of the page is about: the words above its first data. */
  readonly title: string;
  /** For each line of data, the nearest heading; empty where there is none. */
  readonly sectionOf: (line: number) => string;
  /** The words of the few lines above a line that are neither data nor keys nor the title, the nearest first. */
  readonly above: (line: number) => readonly string[];
  /** The line of that heading; null where there is none. */
  readonly sectionLineOf: (line: number) => number | null;
}

/** `4 = on her own   3 = gesture`: a key, not a heading. */
function isKey(line: Line, page: OpenPage): boolean {
  return (
    legendOf(page.sheet).lines.has(line.index) ||
    (line.text.match(/(?:^|[\s(,;])[+✓✗\w-]{1,3}\s?=\s?[a-z]/gi) ?? []).length >= 2
  );
}

/** A line of words or prices that the marks of `below` stand under: items, not a heading, unless a label stands before them. */
function listsItems(line: Line, below: Line): boolean {
  const isLabelled = line.cells.length === below.cells.length + 1 && line.index === below.index - 1;
  return line.cells.length >= 4 && line.cells.every((cell) => cell.text.split(' ').length <= 2) && !isLabelled;
}

const instruction =
  /^\W*(?:\d+[.)]\s*)?(?:read|solve|answer|write|circle|count|find|name|say|match|add|subtract|multiply|divide|use|look|listen|complete|fill|choose|directions?|instructions?|spell|trace|draw|cut|label|sort|order|compare|simplify|measure|show)\b/i;

/** A field that says what is measured. */
const topicField =
  /^\W*(?:target )?(?:behaviou?rs?|skills?|targets?|tasks?|goals?|objectives?|activity|measure|focus|topic|measuring|measured|definition|conducta|meta|routine|sound|standard)\s*(?:\d\s*)?[:=-]/i;

/** Whether a line is one of three or more under one another that are parted alike: a list of items and what became of them. */
function isListed(line: Line, lines: readonly Line[]): boolean {
  if (line.cells.length < 2) return false;
  const alike = (other: Line | undefined) =>
    other !== undefined &&
    other.block === line.block &&
    other.cells.length === line.cells.length &&
    Math.abs((other.cells[1]?.x0 ?? 0) - (line.cells[1]?.x0 ?? 0)) <= 1;
  const near = [-2, -1, 1, 2].map((step) => alike(lines[line.index + step]));
  return (near[0] && near[1]) || (near[1] && near[2]) || (near[2] && near[3]) || false;
}

/** How far in a line begins, in characters of the page. */
const indentOf = (line: Line) => line.cells[0]?.x0 ?? 0;
/** Words of a scan that begin under one another do so within less than this. */
const INDENTED = 0.7;
/** A line of data that does not say what it is of: before its first number stand days and absences alone. */
function isWordless(page: OpenPage, line: Line): boolean {
  if (page.layout.rows.get(line.index)?.label === '' || !/[A-Za-zÀ-ÿ]{2}/.test(line.text)) return true;
  let { text } = line;
  for (const d of page.days.days)
    if (d.line === line.index) {
      const from = d.start - line.start;
      text = text.slice(0, from) + ' '.repeat(d.end - d.start) + text.slice(d.end - line.start);
    }
  return dayThenNumber.test(text);
}

const dayThenNumber = new RegExp(`^\\W*(?:(?:${weekdayPattern})\\b\\W*)?\\d`, 'i');

/** A first heading of a table that says what all of it is: `LAUNDRY (10 steps)`. */
const namesThing = /^[A-Za-z][A-Za-z ]{3,}\([^)]*\)$|^[A-Z][A-Z ]{4,}$/;

/** A heading that ends in a key of its own: `COUNTS OUT EXACT AMOUNT, 12 prices, + exact, - not`. */
const opensWithTopic = /^\W*(?!(?:key|legend|codes?|scale|marks?)\b)[A-Za-z]{3,}(?: [A-Za-z-]{2,})+[,.:(]/i;

/** What opens an entry whose further lines are set in: `Goal 3, subtraction with regrouping. Baseline 25%, …`. */
const entryOpener =
  /^\s*(?:(?:goal|area|objective) ?#?\d{1,2}\s?[,.:)–-]*\s*|\d{1,2}[.)]\s+)?([A-Z][A-Za-z ,'’/-]{4,48}?)(?:[.:]|\s[–-])\s+(?=.*\d)/i;

const titleLines = 9;
/** How far up the words that govern a line of data may stand: so many lines with words, so many gaps between them. */
const linesAbove = 4;
const gapsAbove = 1;

/** The headings of `page`; `dataLines` are the lines that hold figures with a meaning, `figureLines` those that hold any, `prose` the running text. */
export function findHeadings(
  page: OpenPage,
  dataLines: ReadonlySet<number>,
  figureLines: ReadonlySet<number>,
  prose: ReadonlySet<number>,
  work: ReadonlySet<number>,
): Headings {
  const { lines } = page.sheet;
  const inHeader = (index: number) => page.layout.headers.some((h) => h.firstLine <= index && h.lastLine >= index);
  const isItem = (line: Line) =>
    (/^\s*\(?\d{1,2}[.)]?\s+\S/.test(line.text) || /^\s*\(?[a-z][.)]\s+\S/.test(line.text)) &&
    !/^\s*\d{1,2}[.)]?\s+(?:min|minute)/i.test(line.text);
  // An hour of the day without a mark, among hours that have some.
  const isEmptyHour = (line: Line) =>
    namesWhen(line.text) &&
    [lines[line.index - 1], lines[line.index + 1]].some((l) => l && dataLines.has(l.index) && namesWhen(l.text));
  const isHeading = (line: Line) =>
    line.cells.length > 0 &&
    !isEmptyHour(line) &&
    !dataLines.has(line.index) &&
    !isItem(line) &&
    !work.has(line.index) &&
    !page.layout.leadingDays.has(line.index) &&
    (!isKey(line, page) ||
      namesThing.test(line.cells[0]?.text ?? '') ||
      (opensWithTopic.test(line.text) && dataLines.has(line.index + 1))) &&
    !/^\W*(?:mon|tue|wed|thu|fri)\w*\W*$/i.test(line.text) &&
    !prose.has(line.index) &&
    !inHeader(line.index) &&
    topicOf(line, page) !== '' &&
    !isListed(line, lines) &&
    !(page.layout.rows.has(line.index - 1) && page.layout.rows.has(line.index + 1)) &&
    !(line.cells.length > 1 && /^[YN✓✔✗✘+√-](?:\s*\(.*\))?$/.test(line.cells.at(-1)?.text ?? '')) &&
    !line.cells.every((c) => isValueCell(c.text));
  const filled = lines.filter((l) => l.cells.length > 0);
  const strong = filled.find(
    (line) =>
      page.layout.rows.has(line.index) ||
      (/[✓✔✗✘]|(?:\+ |- ){3}|\d\s?\/\s?\d{1,2}(?![\d/])/.test(line.text) &&
        dataLines.has(line.index) &&
        line.index > 1),
  );
  const end = strong?.index ?? lines.length;
  const mostlyProse = prose.size > 0 && prose.size >= filled.length / 2;
  const title: string[] = [];
  for (const [i, line] of filled.slice(0, titleLines).entries()) {
    if (line.index >= end && i > 0) break;
    if (inHeader(line.index) || (isItem(line) && i > 0)) continue;
    if (prose.has(line.index) && i > 0 && (mostlyProse || !instruction.test(line.text)) && !topicField.test(line.text))
      continue;
    if (work.has(line.index)) continue;
    if (i > 1 && (isKey(line, page) || page.layout.leadingDays.has(line.index))) continue;
    if (dataLines.has(line.index) && i > 1 && !topicField.test(line.text)) continue;
    const words = topicOf(line, page);
    if (words) title.push(words);
  }
  const sections = new Map<number, number | null>();
  for (const line of lines) {
    if (!figureLines.has(line.index)) continue;
    const group = page.layout.groupHeads.get(line.index);
    if (group !== undefined && topicOf(lines[group]!, page) !== '') {
      sections.set(line.index, group);
      continue;
    }
    let found: number | null = null;
    for (let i = line.index - 1; i >= 0; i -= 1) {
      const above = lines[i]!;
      if (above.cells.length === 0) {
        // A heading that stands alone over a blank line.
        const over = lines.slice(0, i).findLast((l) => l.cells.length > 0);
        const alone =
          over &&
          isHeading(over) &&
          over.cells.length <= 2 &&
          over.block === line.block - 1 &&
          lines.filter((l) => l.block === over.block).every((l) => isHeading(l) || inHeader(l.index));
        found = alone && over.index > 1 ? over.index : null;
        break;
      }
      const names = isWordless(page, line) && !prose.has(line.index) && prose.has(i) && i === line.index - 1;
      // The lines of an entry of a numbered list stand under what opens it; a row of a table stands under its head.
      const inTable = page.layout.rows.has(line.index);
      const words = (line.text.match(/[A-Za-zÀ-ÿ]{3,}/g) ?? []).length >= 3;
      const ownItem = isItem(line) && !prose.has(line.index);
      const entry =
        !inTable && isItem(above) && words && !ownItem && !work.has(i) && indentOf(line) > indentOf(above) + INDENTED;
      // Under a table whose first heading is no kind of row but a thing: `LAUNDRY (10 steps)`.
      const overTable = inHeader(i) && !page.layout.rows.has(line.index) && namesThing.test(above.cells[0]?.text ?? '');
      if (entry || overTable || (isHeading(above) && !listsItems(above, line)) || names) {
        found = i;
        break;
      }
    }
    sections.set(line.index, found);
  }
  const wordsAbove = (index: number): string[] => {
    const found: string[] = [];
    let gaps = 0;
    for (let i = index - 1; i >= 0 && found.length < linesAbove && gaps <= gapsAbove; i -= 1) {
      const line = lines[i]!;
      if (line.cells.length === 0) gaps += 1;
      else if (!(dataLines.has(i) && !inHeader(i)) && !isKey(line, page) && !work.has(i)) {
        const words = topicOf(line, page);
        if (words !== '' && !title.includes(words)) found.push(words);
      } else if (
        indentOf(lines[index]!) > indentOf(line) + 1 &&
        /^\W*[A-Za-z]{3}[^\d]*$/.test(line.cells[0]?.text ?? '')
      ) {
        // What is set in under a line of figures is of what that line opens with.
        found.push(line.cells[0]?.text ?? '');
        break;
      }
    }
    return found;
  };
  const openerOver = (index: number): string => {
    const line = lines[index];
    if (!line) return '';
    for (let i = index - 1; i >= 0 && lines[i]?.block === line.block; i -= 1) {
      const above = lines[i]!;
      if (indentOf(above) > indentOf(line) - INDENTED) continue;
      return figureLines.has(i) ? (entryOpener.exec(above.text)?.[1] ?? '') : '';
    }
    return '';
  };
  const textOf = (index: number | null | undefined) =>
    index === null || index === undefined ? '' : topicOf(lines[index]!, page);
  return {
    title: [...title, workTopics(lines)].filter((words) => words !== '').join(' \n '),
    above: wordsAbove,
    sectionOf: (line) => openerOver(line) || textOf(sections.get(line)),
    sectionLineOf: (line) => sections.get(line) ?? null,
  };
}
