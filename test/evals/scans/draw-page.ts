/**
 * A typed document as a sheet of paper: what is set in columns keeps its columns, by a typewriter's letters; running
 * text is set in one of several faces. The same text and seed give the same sheet.
 */
import { textWidth } from '../../../samples/generator/drawing/fonts.ts';
import { createSheet, type Sheet } from '../../../samples/generator/drawing/sheet.ts';
import type { PrintFont } from '../../../samples/generator/drawing/surface.ts';

const PAGE_LINES = 52;
const LINE_POINTS = 520;
/** Lines of running text that are longer are broken, as a word processor does. */
const LONGEST_PROSE = 84;
const columns = /\S {2,}\S|\t|\s\|\s|^\s{3,}\S/;
const faces: readonly PrintFont[] = ['mono', 'sans', 'serif', 'comic'];
/** Marks that no face has: drawn with a pen, in a box as wide as `1` and as high as `1`. */
const strokes: Readonly<Record<string, string>> = {
  '✓': 'M0.1 -0.35L0.4 -0.05L0.95 -0.8',
  '✔': 'M0.1 -0.35L0.4 -0.05L0.95 -0.8',
  '√': 'M0.1 -0.35L0.4 -0.05L0.95 -0.8',
  '✗': 'M0.1 -0.7L0.9 -0.05M0.9 -0.7L0.1 -0.05',
  '✘': 'M0.1 -0.7L0.9 -0.05M0.9 -0.7L0.1 -0.05',
};

function broken(line: string): string[] {
  if (line.length <= LONGEST_PROSE || columns.test(line)) return [line];
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_PROSE) {
    const at = rest.lastIndexOf(' ', LONGEST_PROSE);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

function printLine(sheet: Sheet, line: string, y: number, font: PrintFont, size: number): void {
  let x = 46;
  for (const part of line.split(/([✓✔√✗✘])/)) {
    const mark = strokes[part];
    if (mark) {
      const box = textWidth('mono', '0', size);
      const path = mark.replace(/-?\d+(?:\.\d+)?/g, (n) => String(Math.round(Number(n) * box * 100) / 100));
      sheet.shape(path, x, y, { stroke: '#1a1a1a', width: size * 0.1 });
      x += box;
    } else if (part !== '') {
      if (part.trim() !== '') sheet.print(part, x, y, { font, size });
      x += textWidth(font, part, size);
    }
  }
}

/** The sheets on which `text` stands. Throws where a letter is in no face. */
export function drawPages(text: string, seed: string): Sheet[] {
  const lines = text.replace(/\t/g, '    ').trimEnd().split('\n').flatMap(broken);
  const isTable = lines.some((line) => columns.test(line));
  const first = createSheet({ seed });
  const font = isTable ? 'mono' : first.random.pick(faces);
  const longest = Math.max(...lines.map((line) => textWidth(font, line.replace(/[✓✔√✗✘]/g, '0'), 1)), 1);
  const size = Math.min(11, LINE_POINTS / longest);
  const lead = size * 1.42;
  const sheets: Sheet[] = [];
  for (let at = 0; at < lines.length; at += PAGE_LINES) {
    const sheet = at === 0 ? first : createSheet({ seed: `${seed}-${at}` });
    lines.slice(at, at + PAGE_LINES).forEach((line, i) => {
      if (line.trim() !== '') printLine(sheet, line, 64 + i * lead, font, size);
    });
    sheets.push(sheet);
  }
  return sheets;
}
