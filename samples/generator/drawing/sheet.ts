/**
 * A sheet of paper: print, lines and pen strokes are collected as SVG, and every text is noted with its place, so that a
 * picture of the sheet comes with what it says.
 */
import sharp from 'sharp';
import { setText, textWidth } from './fonts.ts';
import { pathData, short } from './outline.ts';
import { createRandom, type Random } from './random.ts';
import type { Raster } from './raster.ts';
import { defaultText, leftOf, type Surface } from './surface.ts';

export interface SheetText {
  readonly text: string;
  /** Points, origin top left. */
  readonly bbox: readonly [number, number, number, number];
  readonly ink: 'print' | 'handwriting';
}

export interface Sheet extends Surface {
  readonly random: Random;
  readonly texts: SheetText[];
  /** Adds SVG elements; later ones lie on top. */
  draw(svg: string): void;
  /** Notes a text that was drawn as strokes. */
  note(text: SheetText): void;
  svg(): string;
}

export interface SheetOptions {
  readonly seed: string;
  /** Points; US letter unless told. */
  readonly width?: number;
  readonly height?: number;
  /** Colour of the paper. */
  readonly paper?: string;
}

/** An empty sheet. */
export function createSheet({ seed, width = 612, height = 792, paper = '#ffffff' }: SheetOptions): Sheet {
  const parts: string[] = [];
  const texts: SheetText[] = [];
  const sheet: Sheet = {
    width,
    height,
    random: createRandom(seed),
    texts,
    draw: (svg) => void parts.push(svg),
    note: (text) => void texts.push(text),
    measure: (text, style) => textWidth(style?.font ?? defaultText.font, text, style?.size ?? defaultText.size),
    print: (text, x, y, style) => {
      const { font, size, color, align } = { ...defaultText, ...style };
      const glyphs = setText(font, text, size);
      const wide = textWidth(font, text, size);
      const left = leftOf(x, wide, align);
      const d = glyphs.map((g) => pathData(g.outline, (px, py) => [left + g.x + px, y + py])).join('');
      parts.push(`<path d="${d}" fill="${color}"/>`);
      texts.push({ text, bbox: [left, y - size * 0.75, left + wide, y + size * 0.22], ink: 'print' });
    },
    line: (x0, y0, x1, y1, { color = '#1a1a1a', width: w = 0.6, dash } = {}) => {
      const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
      const ends = `x1="${short(x0)}" y1="${short(y0)}" x2="${short(x1)}" y2="${short(y1)}"`;
      parts.push(`<line ${ends} stroke="${color}" stroke-width="${w}"${dashes}/>`);
    },
    box: (x, y, w, h, { color = '#1a1a1a', width: line = 0.6, fill = 'none', border = true } = {}) => {
      const stroke = border ? ` stroke="${color}" stroke-width="${line}"` : '';
      parts.push(
        `<rect x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}" fill="${fill}"${stroke}/>`,
      );
    },
    shape: (path, x, y, { fill = 'none', stroke, width: w = 1 }) => {
      const line = stroke ? ` stroke="${stroke}" stroke-width="${w}"` : '';
      parts.push(`<path transform="translate(${short(x)} ${short(y)})" d="${path}" fill="${fill}"${line}/>`);
    },
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${parts.join('')}</svg>`,
  };
  return sheet;
}

/** The sheet as pixels, three channels. `pixelWidth` defaults to 200 dpi. */
export async function rasterizeSheet(sheet: Sheet, pixelWidth = Math.round((sheet.width / 72) * 200)): Promise<Raster> {
  const density = (72 * pixelWidth) / sheet.width;
  const height = Math.round((sheet.height / sheet.width) * pixelWidth);
  const { data, info } = await sharp(Buffer.from(sheet.svg()), { density, unlimited: true })
    .resize(pixelWidth, height, { fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
}

/** The sheet as a PNG at `dpi`: the clean page, before any camera or scanner. */
export async function renderSheetPng(sheet: Sheet, dpi = 200): Promise<Buffer> {
  const { data, width, height } = await rasterizeSheet(sheet, Math.round((sheet.width / 72) * dpi));
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** What the sheet says, line by line from the top; texts whose middles lie within half a line are one line. */
export function sheetText(sheet: Sheet): string {
  const middle = (t: SheetText): number => (t.bbox[1] + t.bbox[3]) / 2;
  const lines: SheetText[][] = [];
  for (const text of [...sheet.texts].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middle(text) - middle(first) < (first.bbox[3] - first.bbox[1]) * 0.5) line.push(text);
    else lines.push([text]);
  }
  return lines
    .map((line) =>
      [...line]
        .sort((a, b) => a.bbox[0] - b.bbox[0])
        .map((t) => t.text)
        .join(' '),
    )
    .join('\n');
}
