/** Sheets that only part documents. */
import { isNumberLine } from './joints/page-number.ts';
import type { OpenPage } from './open-page.ts';

const says =
  /\bseparator\b|\bdivider\b|\bstart of (?:new )?(?:document|record|file|student)\b|\bend of (?:document|record|file)\b|\bscan everything (?:behind|after|below)\b|\bdo not (?:remove|staple|scan)\b|\b(?:patch|batch) (?:code|sheet|t\b)|\bplace divider\b|\bcover sheet\b|\bslip sheet\b|\b(?:index|folder) tab\b|\bfile (?:folder|divider|tab)\b|\bbegin(?:s|ning)? (?:new )?(?:file|document|section)\b|\bnext (?:document|student|file|record|folder)\b|\bdocument break\b|\b(?:scan(?:ning)?|barcode) (?:break )?(?:sheet|page|slip)\b|\bbreak sheet\b|\bpatch t\b|\b(?:batch|scan|job) (?:slip|header|ticket)\b|\binsert (?:between|before|behind)\b|\bintentionally (?:left )?blank\b/i;
const tab = /^\W*(?:tab|section|divider|folder|file|volume|box)\s*(?:#\s*)?(?:[0-9IVX]{1,4}|[A-Z])\b/im;
/** Words of filing and scanning. */
const filing =
  /\b(?:box|batch|folders?|files?|binder|section|part|tabs?|sheets?|sides?|pages?|scan(?:ned|ning)?|insert|follows?|behind|operator|qty|quantity|items?|records?|contents?|drawer|volume|copies|documents?|archive|index|barcode|cabinet|shelf|begins?|ends?)\b/gi;
/** A frame of strokes around the words. */
const frame = /([*=#_~-])(?: ?\1){5,}|[*=#<>]{4,}|\+-{3,}|^\s*(?:\. ?){8,}$/m;

/** Marks and results: a sheet that holds them parts nothing. `Box 2 of 9` is none. */
const results =
  /[✓✗✔✘]|\d\s?\/\s?\d(?!\d?\/)|\d\s?%|(?<!(?:box|part|divider|page|pg|batch|volume|tab|section|folder|file|vol|docs?|document|sheet|item|no)\W{0,2})\b\d+ (?:of|out of) \d+\b/i;
const fields = /\b(?:score|scored|correct|total|errors?|minutes|goal|checked|student|name|teacher)\s*[:=]/i;

const mostWords = 60;
const fewWords = 35;
const tabWords = 14;
/** Words of a label that needs no frame: `LOOSE PAGES - to file -`. */
const labelWords = 8;

/** Lines that end in a number of their own: rows of values. */
const hasValueRows = (page: OpenPage) =>
  page.sheet.lines.filter((line) => line.cells.length >= 2 && /^\d{1,3}$/.test(line.cells.at(-1)?.text ?? '')).length >=
  2;

/** More than one letter or digit: a word, not a speck. */
const letters = /[\p{L}\d].*[\p{L}\d]/u;

/** Running text: five words in lower case one after the other. */
const sentence = /(?:\b[a-z]{2,}\b[ ,]){5}/;

/** What stands on a student's tab beside the name: grade, room, school year, and names of people and places. */
const tabDetails =
  /\b(?:grade|gr|room|rm|period)\b\W{0,3}\d{0,3}\b|\b20\d\d\s?[-–/]\s?(?:20)?\d\d\b|\b(?:teacher|case manager|homeroom|class)\b/gi;

/** A student's tab: the name on top of the sheet, and below it no more than one or two details. */
function isNameTab({ sheet, students }: OpenPage): boolean {
  const [first] = students;
  const top = sheet.lines.findIndex((line) => letters.test(line.text));
  if (first?.strength !== 'full' || first.line !== top) return false;
  const own = first.studentIds.join();
  if (students.some((mention) => mention.studentIds.join() !== own)) return false;
  const named = students.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), sheet.text);
  const rest = named.replace(tabDetails, ' ').match(/[\p{L}\d]{2,}/gu) ?? [];
  return rest.length <= 4 && rest.every((word) => /^\p{Lu}\p{L}+$/u.test(word));
}

/** Words that are the whole text of other pages. */
const noDivider =
  /\b(?:the end|fin|notes?|figure|photo|drawing|picture|void|copy|draft|blank|page|absent|see|done|me|my|i)\b/i;

/** A divider: a heading of one to four words alone on a sheet, in capitals or with each word capitalised. */
function isBareHeading({ sheet }: OpenPage): boolean {
  const lines = sheet.lines.filter((line) => letters.test(line.text));
  const [only] = lines;
  if (lines.length !== 1 || !only || /[\d.?!,;]/.test(only.text) || noDivider.test(only.text)) return false;
  const words = only.text.match(/[\p{L}\p{M}'’]+/gu) ?? [];
  return (
    words.length <= 4 &&
    words.some((word) => word.length >= 4) &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:and|of|the|for|to|y|de|la)$/.test(word))
  );
}

/** Whether a page is a separator sheet: it says so, is a bare tab, a student's tab, or holds only words of filing set apart on the sheet. */
export function looksLikeSeparator(page: OpenPage): boolean {
  const own = page.sheet.lines.filter((line) => !isNumberLine(line));
  if (own.length < page.sheet.lines.length && /\b(?:page|pg|p)\b/i.test(page.sheet.text)) return false;
  const text = own.map((line) => line.text).join('\n');
  const words = text.match(/[A-Za-zÀ-ÿ]{2,}/g) ?? [];
  if (words.length === 0 || words.length > mostWords) return false;
  const undated = text.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, ' ');
  if (hasValueRows(page) || /_{4,}/.test(text)) return false;
  if (results.test(undated)) return says.test(text) && frame.test(text) && words.length <= fewWords;
  if (says.test(text)) return true;
  if (words.length > fewWords || fields.test(text)) return false;
  if ((tab.test(text) && words.length <= tabWords) || isNameTab(page) || isBareHeading(page)) return true;
  if (sentence.test(text)) return false;
  const filed = new Set((text.match(filing) ?? []).map((word) => word.toLowerCase())).size;
  // A punched hole is read as a sign of its own.
  const filled = page.sheet.lines.filter((line) => letters.test(line.text));
  const isSetApart = frame.test(text) || filled.every((line) => /^\s{4,}/.test(line.text));
  if (filed >= 2 && words.length <= labelWords && page.students.length === 0 && page.days.days.length === 0)
    return true;
  return isSetApart && (filed >= 2 || (filed === 1 && (words.length <= 12 || !/\d{2}/.test(text))));
}
