/** What one page tells about where a document begins: its student, date, title and page number, and how it starts. */
import type { DayMention } from './days/day-mention.ts';
import { isFieldCell, isValueCell } from './layout/cell-kinds.ts';
import type { OpenPage } from './open-page.ts';
import { foldWord } from './page-text/fold.ts';
import type { Line } from './page-text/sheet.ts';
import type { StudentMention } from './people/student-mention.ts';
import { looksLikeSeparator } from './separators.ts';

export interface PageClues {
  readonly page: number;
  readonly file: string;
  readonly blank: boolean;
  /** Ink that nobody could read: it tells nothing about its document. */
  readonly unreadable: boolean;
  readonly separator: boolean;
  /** `Page 2 of 5`; `of` is null where only the number stands there. */
  readonly number: { readonly n: number; readonly of: number | null } | null;
  /** Students that the head of the page names; several where a name fits several. */
  readonly students: readonly string[];
  /** The same without what stands in rows, which is of the row where a table goes on overleaf. */
  readonly outsideRows: { readonly students: readonly string[]; readonly date: string | null };
  /** Students named anywhere on it. */
  readonly anywhere: readonly string[];
  /** A date in its head: `2025-11-14`, or `-11-14` where the page gives no year. */
  readonly date: string | null;
  /** The first line names a kind of paper: a probe, a log, a note, a letter. */
  readonly opensForm: boolean;
  /** The first line bears a date. */
  readonly startsWithDate: boolean;
  /** The first line names a student, and is no running text. */
  readonly startsWithName: boolean;
  /** A greeting or the head of a message. */
  readonly greets: boolean;
  /** Folded words of the title line; empty where the page begins without one. */
  readonly title: readonly string[];
  /** The name of the school or the district heads it. */
  readonly letterhead: boolean;
  /** Fields of a form in the head: name, date. */
  readonly hasFields: boolean;
  /** It begins in the middle of something: a sentence, a numbered item, a table row. */
  readonly carriesOn: boolean;
  /** What the cells of its first and of its last line hold, where those are rows: `date value value`. */
  readonly firstRow: string | null;
  readonly lastRow: string | null;
  /** It says that it goes on: `continued`, `(cont.)`. */
  readonly saysContinued: boolean;
  /** Labels of its table columns and fields, folded: how it is laid out. */
  readonly layout: ReadonlySet<string>;
}

const headLines = 7;
const pageOf = /\b(?:page|pg|p|página|sheet|hoja)\.?:?\s*(\d{1,3})\s*(?:of|\/|de)\s*(\d{1,3})\b/im;
/** `3 of 5` alone on the first or the last line. */
const bareOf = /^\s*-?\s*(\d{1,2}) (?:of|\/) (\d{1,2})\s*-?\s*$/;
const pageAlone = /(?:^|\s{2,})(?:page|pg|p)\.?:?\s*(\d{1,2})\s*$|^\s*-\s*(\d{1,2})\s*-\s*$/im;

function numberOf(text: string): PageClues['number'] {
  const lines = text.split('\n');
  const both = pageOf.exec(text) ?? bareOf.exec(lines[0] ?? '') ?? bareOf.exec(lines.at(-1) ?? '');
  if (both) {
    const n = Number(both[1]);
    const of = Number(both[2]);
    if (n >= 1 && n <= of) return { n, of };
  }
  const alone = pageAlone.exec(text);
  return alone ? { n: Number(alone[1] ?? alone[2]), of: null } : null;
}

/** A row of a table: three cells or more, the last of them a value and no words alone before it. */
function isRow(line: Line): boolean {
  const last = line.cells.at(-1)?.text ?? '';
  const values = line.cells.filter((c) => isValueCell(c.text)).length;
  return (
    line.cells.length >= 3 &&
    (values >= 2 || isValueCell(line.cells[0]?.text ?? '')) &&
    !/^(?:[A-Z]{2,}[^a-z]*){2}$/.test(line.cells[0]?.text ?? '') &&
    isValueCell(last) &&
    !line.cells.some((c) => isFieldCell(c.text)) &&
    !/\d[/-]\d{1,2}[/-]\d/.test(line.text)
  );
}

/** What the cells of a row hold, in order; null for a line that is no row of values. */
function rowShape(line: Line | undefined, opened: OpenPage): string | null {
  if (!line || line.cells.length < 2 || line.cells.some((c) => isFieldCell(c.text))) return null;
  // A heading in capitals with a grade or a form number beside it.
  if (/^(?:[A-Z]{2,}[^a-z]*){2}$/.test(line.cells[0]?.text ?? '')) return null;
  const kinds = line.cells.map((cell) => {
    const isDate = opened.days.days.some(
      (d) => d.line === line.index && d.start <= cell.start + 5 && d.end >= cell.end - 2,
    );
    return isDate ? 'date' : isValueCell(cell.text) ? 'value' : 'words';
  });
  const hasValue = line.cells.slice(1).some((c, i) => kinds[i + 1] === 'value' && !/^[-–—]+$/.test(c.text));
  return hasValue || kinds[0] === 'date' ? kinds.join(' ') : null;
}

/** Whether a line can be a title: capitals, or a short line of capitalised words, and no field or value. */
function isTitle(line: Line): boolean {
  if (isRow(line)) return false;
  const text = line.cells[0]?.text ?? '';
  const words = text.match(/[A-Za-zÀ-ÿ]{3,}/g) ?? [];
  if (
    words.length === 0 ||
    /[.,;]$/.test(text) ||
    /^\W*\d+[.)]/.test(text) ||
    /:$/.test(text) ||
    /^(?:name|date|student)\b/i.test(text)
  )
    return false;
  const capital = words.filter((w) => w === w.toUpperCase()).length;
  const raised = words.filter((w) => /^[A-Z]/.test(w)).length;
  return capital >= words.length * 0.6 || (words.length <= 9 && raised >= words.length * 0.6 && !isFieldCell(text));
}

/** One long cell of words in lower case: what stands in it is told, not headed. */
function isRunningText(line: Line | undefined): boolean {
  const words = line?.text.match(/[A-Za-zÀ-ÿ']{2,}/g) ?? [];
  return (line?.cells.length ?? 9) <= 2 && words.length >= 8 && words.filter((w) => /^[a-zà-ÿ]/.test(w)).length >= 6;
}

const forms =
  /\b(?:probe|running record|rr|rubric|checklist|exit|ticket|slip|log|chart|tally|data|observation|obs|quiz|test|worksheet|classwork|homework|report|program|iep|evaluation|assessment|notice|form|list|schedule|menu|note|notes|check|record|sheet|summary|attendance|minutes|fluency|timing|sprint|cbm|maze|orf|rating|progress|frequency|duration|latency|abc|trials?|task analysis|routine|drill|session|letter|update|permission|authorization|work sample|spelling|practice|visit|phone|call|conference|level|questions|count|counts|facts|read|sample|journal|card)\b/i;
const greeting =
  /^\s*(?:dear|hi|hello|good (?:morning|afternoon)|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:d[ií]as|tardes))\b|^\s*(?:from|to|de|para|subject|asunto|sent|re|cc)\s*:/i;
/** `To Marguerite's parents`, `Para Sra. Ortiz`. */
const addressed =
  /^\s*(?:To|Para) (?:the |la |los )?(?:[A-Z][\w'’.]*|family|familia|parents|padres)|^\s*A (?:la|los) (?:familia|padres)\b/;

const wordsOf = (text: string) => (text.match(/[A-Za-zÀ-ÿ]{3,}/g) ?? []).map(foldWord);

const letterhead =
  /\b(?:school|district|elementary|primary|middle|junior high|high|academy|unified|isd|usd|ecc|charter|escuela|county|public schools)\b/i;

function titleOf(lines: readonly Line[], students: readonly { line: number; start: number; end: number }[]): string[] {
  // The name of the school heads every paper of it: it is no title.
  const found = lines.slice(0, 3).filter((line) => isTitle(line) && !letterhead.test(line.cells[0]?.text ?? ''));
  const own = (line: Line) => {
    let text = line.text;
    for (const s of students.filter((m) => m.line === line.index)) {
      text = `${text.slice(0, s.start - line.start)}${' '.repeat(s.end - s.start)}${text.slice(s.end - line.start)}`;
    }
    return wordsOf(text.replace(/\b(?:page|pg|p)\.? ?\d+.*$/i, ''));
  };
  return found.flatMap(own);
}

/** The students that mentions agree on; none where they name several. */
function onlyOf(mentions: readonly StudentMention[]): readonly string[] {
  const sets = [...new Map(mentions.map((m) => [m.studentIds.join(), m.studentIds])).values()];
  return sets.length === 1 ? (sets[0] ?? []) : [];
}

/** Reads the clues of one page. */
export function pageClues(opened: OpenPage): PageClues {
  const { sheet } = opened;
  const lines = sheet.lines.filter((line) => line.cells.length > 0);
  const head = lines.slice(0, headLines);
  const headEnd = head.at(-1)?.end ?? 0;
  const named = opened.students.filter((m) => m.strength !== 'relative' && m.strength !== 'family');
  // A name or a date in a row of a table is of that row, not of the page.
  const inRow = new Set(head.filter((line) => rowShape(line, opened) !== null).map((line) => line.index));
  const inHead = named.filter((m) => m.start < headEnd && m.strength !== 'given');
  const outside = inHead.filter((m) => !inRow.has(m.line));
  const first = lines[0]?.text.trim() ?? '';
  const ends = [...head, ...lines.slice(-2)].map((line) => line.text).join('\n');
  const bearsDate = opened.days.days.some((d) => d.line === lines[0]?.index && d.role !== 'birth');
  const bearsName = named.some((m) => m.line === lines[0]?.index);
  const topEnd = lines[2]?.end ?? headEnd;
  const dates = opened.days.days.filter(
    (d) =>
      (d.start < topEnd || (d.start < headEnd && d.role === 'self')) &&
      (d.line === lines[0]?.index || !isRunningText(sheet.lines[d.line])) &&
      (d.role === 'self' ||
        d.role === 'plain' ||
        d.role === 'week' ||
        (d.role === 'due' && d.line === lines[0]?.index)),
  );
  const dateOf = (d: DayMention | undefined) => (d ? (d.hasYear ? d.day : d.day.slice(4)) : null);
  const hasFields = head.some((line) =>
    /\b(?:student|name|child|pupil|nombre|estudiante)\s*:|\b[a-z]+\s*:?\s*_{4,}|^\s*(?:name|nombre|student|child)\b\s*[.:]*\s*[A-Z]/i.test(
      line.text,
    ),
  );
  return {
    page: sheet.page.page,
    file: sheet.page.file,
    blank: sheet.page.source === 'blank' || lines.length === 0 || sheet.text.replace(/[^A-Za-z0-9]/g, '').length < 3,
    unreadable: sheet.page.source === 'unreadable',
    separator: looksLikeSeparator(opened),
    number: numberOf(ends),
    students: onlyOf(inHead),
    outsideRows: { students: onlyOf(outside), date: dateOf(dates.find((d) => !inRow.has(d.line))) },
    anywhere: [...new Set(named.flatMap((m) => m.studentIds))],
    date: dateOf(dates[0]),
    title: titleOf(head, opened.students),
    letterhead: head.slice(0, 2).some((line) => isTitle(line) && letterhead.test(line.cells[0]?.text ?? '')),
    hasFields,
    opensForm:
      lines[0] !== undefined &&
      (isTitle(lines[0]) || bearsDate || bearsName) &&
      (first.match(/\S+/g) ?? []).length <= 14 &&
      forms.test(first),
    startsWithDate: bearsDate,
    startsWithName: bearsName && !isRunningText(lines[0]),
    greets: greeting.test(first) || addressed.test(first),
    carriesOn:
      (/^[a-z]|^[,;)]/.test(first) && !forms.test(first) && !bearsDate && !bearsName) ||
      /^\(?(?:[2-9]|[1-9]\d)[.)]?\s+\S/.test(first) ||
      (lines[0] !== undefined && isRow(lines[0])),
    firstRow: rowShape(lines[0], opened),
    lastRow: rowShape(
      lines.findLast((line) => !pageAlone.test(line.text) && !pageOf.test(line.text)),
      opened,
    ),
    saysContinued:
      /\bcont(?:inued|'d|\.|d\.?)?\b(?: from)?|\(cont/i.test(
        head
          .slice(0, 3)
          .map((l) => l.text)
          .join(' '),
      ) && /\bcont/i.test(first + (lines[1]?.text ?? '')),
    layout: new Set([
      ...opened.layout.headers.flatMap((h) => h.columns.filter((c) => c.day === null).map((c) => foldWord(c.label))),
      ...lines.flatMap((line) =>
        line.cells.filter((c) => isFieldCell(c.text)).map((c) => foldWord(c.text.split(':')[0] ?? '')),
      ),
    ]),
  };
}
