/** A typed note as pages: its text as it is, and where each word would stand on a sheet of paper. */

import { DomainError } from '../../domain/errors.ts';
import type { Word } from '../../domain/page.ts';

/** Pixels at 150 dpi: a letter sheet, its margins, and 10-point Courier. */
export const sheet = { width: 1275, height: 1650, margin: 100, character: 12.5, line: 25, columns: 86 };

/** A note longer than this without a form feed goes on to another page. */
const LINES_A_PAGE = 400;

/** Windows-1252 from 0x80 to 0x9F; the rest is Latin-1. Some versions of Node decode it as Latin-1 alone. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);
}

/** Decodes UTF-8 (with or without mark), UTF-16 with its mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** The pages of a note: parted at form feeds and after many lines. Throws `empty` where there is no text. */
export function paginate(text: string): string[] {
  const clean = text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replaceAll('\t', '    ');
  const pages = clean.split('\f').flatMap((part) => {
    const lines = part.split('\n').map((line) => line.trimEnd());
    while (lines.length > 0 && lines.at(-1) === '') lines.pop();
    while (lines.length > 0 && lines[0] === '') lines.shift();
    const pieces: string[] = [];
    for (let from = 0; from < lines.length; from += LINES_A_PAGE) {
      pieces.push(lines.slice(from, from + LINES_A_PAGE).join('\n'));
    }
    return pieces;
  });
  const written = pages.filter((page) => page.trim() !== '');
  if (written.length === 0) throw new DomainError('empty', 'There is no text in this file.');
  return written;
}

export interface SheetLine {
  readonly text: string;
  /** Pixels from the top of the sheet to the top of the line. */
  readonly y: number;
}

/** The text set in lines that fit the sheet, and the words of it with their boxes. */
export function setText(text: string): { lines: SheetLine[]; words: Word[]; width: number; height: number } {
  const lines: SheetLine[] = [];
  const words: Word[] = [];
  let y = sheet.margin;
  for (const line of text.split('\n')) {
    let column = 0;
    let set = '';
    const endLine = (): void => {
      lines.push({ text: set, y });
      y += sheet.line;
      column = 0;
      set = '';
    };
    for (const [part] of line.matchAll(/\s+|\S+/g)) {
      const length = [...part].length;
      if (column > 0 && column + length > sheet.columns) endLine();
      if (part.trim() !== '') {
        const x = sheet.margin + column * sheet.character;
        const right = Math.min(sheet.width, x + length * sheet.character);
        words.push({ text: part, bbox: [x, y, right, y + sheet.line], confidence: 1, readers: ['text_layer'] });
      }
      set += part;
      column += length;
    }
    endLine();
  }
  return { lines, words, width: sheet.width, height: Math.max(sheet.height, y + sheet.margin) };
}
