/** Parts of school forms: letterheads, blanks to fill in, boxes to tick, wrapped text, stamps. */
import { short } from './outline.ts';
import type { Sheet } from './sheet.ts';
import { defaultText, type PrintFont, type Surface, type TextStyle } from './surface.ts';

type Logo = 'district' | 'juniper' | 'stonebridge';

/** Badges in a 40 by 40 box: a bird over hills, a tree, a bridge. */
const badges: Readonly<Record<Logo, readonly { path: string; fill: string }[]>> = {
  district: [
    { path: 'M20 0A20 20 0 1 1 19.9 0Z', fill: '#23405e' },
    { path: 'M2 29L13 18L20 25L28 15L38 29A20 20 0 0 1 2 29Z', fill: '#dfe6ee' },
    { path: 'M9 12Q15 6 20 12Q25 6 31 12Q25 10 20 15Q15 10 9 12Z', fill: '#ffffff' },
  ],
  juniper: [{ path: 'M20 1L28 13H24L31 23H26L34 34H23V39H17V34H6L14 23H9L16 13H12Z', fill: '#2f5d46' }],
  stonebridge: [
    { path: 'M0 12H40V18H37V34H31V28A11 9 0 0 0 9 28V34H3V18H0Z', fill: '#5a4632' },
    { path: 'M1 36Q7 33 13 36T25 36T39 36V39H1Z', fill: '#6f8ca6' },
  ],
};

export function drawLogo(surface: Surface, logo: Logo, x: number, y: number): void {
  for (const { path, fill } of badges[logo]) surface.shape(path, x, y, { fill });
}

export interface Letterhead {
  readonly logo?: Logo;
  readonly school: string;
  readonly line?: string;
  readonly title?: string;
  /** Right-hand corner, e.g. a form number. */
  readonly corner?: string;
  readonly font?: PrintFont;
}

/** A letterhead at the top; returns the y below it. */
export function letterhead(surface: Surface, head: Letterhead, x = 48, y = 40): number {
  const { logo, school, line, title, corner, font = 'sans-bold' } = head;
  const left = logo ? x + 50 : x;
  if (logo) drawLogo(surface, logo, x, y - 6);
  surface.print(school, left, y + 10, { font, size: 15 });
  if (line) surface.print(line, left, y + 24, { size: 9, color: '#444444' });
  if (corner) surface.print(corner, surface.width - 48, y + 4, { size: 8, align: 'right', color: '#555555' });
  surface.line(x, y + 38, surface.width - 48, y + 38, { width: 1.2 });
  if (!title) return y + 52;
  surface.print(title, surface.width / 2, y + 58, { font: 'sans-bold', size: 13, align: 'center' });
  return y + 76;
}

/** A label with a ruled blank after it. Returns where the blank begins, to write on. */
export function field(
  surface: Surface,
  label: string,
  x: number,
  y: number,
  width: number,
  value = '',
  style: TextStyle = {},
): number {
  const labelStyle = { font: 'sans-bold', size: 10, ...style } as const;
  surface.print(label, x, y, labelStyle);
  const start = x + surface.measure(label, labelStyle) + 5;
  surface.line(start, y + 2.5, x + width, y + 2.5, { width: 0.5 });
  if (value) surface.print(value, start + 3, y, { size: labelStyle.size, font: 'sans' });
  return start + 4;
}

export function checkbox(surface: Surface, label: string, x: number, y: number, style: TextStyle = {}): void {
  const size = style.size ?? 10;
  surface.box(x, y - size * 0.72, size * 0.8, size * 0.8, { width: 0.8 });
  surface.print(label, x + size * 1.15, y, { size, ...style });
}

/** Breaks `text` at spaces so that no line is wider than `width`. A single `\n` keeps its break. */
export function wrap(surface: Surface, text: string, width: number, style: TextStyle = {}): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && surface.measure(longer, style) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

/** Prints wrapped text; returns the y of the line after it. */
export function paragraph(
  surface: Surface,
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle & { readonly lead?: number } = {},
): number {
  const lead = style.lead ?? (style.size ?? defaultText.size) * 1.35;
  const lines = wrap(surface, text, width, style);
  lines.forEach((line, i) => {
    if (line) surface.print(line, x, y + i * lead, style);
  });
  return y + lines.length * lead;
}

/** A rubber stamp, turned by `turn` degrees and unevenly inked. */
export function stamp(
  sheet: Sheet,
  lines: readonly string[],
  x: number,
  y: number,
  turn: number,
  color = '#9c2a2a',
): void {
  const size = 12;
  const width = Math.max(...lines.map((line) => sheet.measure(line, { font: 'sans-bold', size }))) + 18;
  const height = lines.length * 15 + 9;
  sheet.draw(`<g transform="translate(${short(x)} ${short(y)}) rotate(${turn})" opacity="0.72">`);
  sheet.box(0, 0, width, height, { color, width: 2 });
  lines.forEach(
    (line, i) => void sheet.print(line, width / 2, 15 + i * 15, { font: 'sans-bold', size, color, align: 'center' }),
  );
  for (let i = 0; i < 26; i++) {
    const cx = short(sheet.random.between(0, width));
    const cy = short(sheet.random.between(0, height));
    sheet.draw(`<circle cx="${cx}" cy="${cy}" r="${short(sheet.random.between(0.3, 1.1))}" fill="#ffffff"/>`);
  }
  sheet.draw('</g>');
  // The stamp's texts were noted at the group's origin; put them where they stand.
  for (const [i, text] of sheet.texts.splice(-lines.length).entries()) {
    sheet.note({ ...text, bbox: [x, y + i * 15, x + width, y + 15 + i * 15] });
  }
}

/** Ruled filler paper with a margin line and three punched holes. Returns the baseline of line `n`, from 0. */
export function ruledPaper(sheet: Sheet, lead = 20.5, top = 92): (line: number) => number {
  for (let y = top; y < sheet.height - 20; y += lead)
    sheet.line(0, y, sheet.width, y, { color: '#a9c3dd', width: 0.6 });
  sheet.line(84, 0, 84, sheet.height, { color: '#e39a9a', width: 0.8 });
  for (const y of [sheet.height * 0.12, sheet.height * 0.5, sheet.height * 0.88]) {
    sheet.draw(`<circle cx="26" cy="${short(y)}" r="9" fill="#d9d6d0" stroke="#b9b5ad" stroke-width="0.6"/>`);
  }
  return (line) => top + line * lead - 3;
}
