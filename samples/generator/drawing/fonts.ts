/**
 * Open fonts (SIL Open Font License) from npm packages, turned into outlines glyph by glyph: what the samples look like
 * does not depend on the fonts of a machine.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type PathCommand } from 'opentype.js';

const files = {
  sans: 'carlito-latin-400-normal',
  'sans-bold': 'carlito-latin-700-normal',
  'sans-italic': 'carlito-latin-400-italic',
  serif: 'gelasio-latin-400-normal',
  'serif-bold': 'gelasio-latin-700-normal',
  'serif-italic': 'gelasio-latin-400-italic',
  mono: 'courier-prime-latin-400-normal',
  'mono-bold': 'courier-prime-latin-700-normal',
  comic: 'comic-neue-latin-400-normal',
  'comic-bold': 'comic-neue-latin-700-normal',
  caveat: 'caveat-latin-500-normal',
  kalam: 'kalam-latin-400-normal',
  reenie: 'reenie-beanie-latin-400-normal',
  gochi: 'gochi-hand-latin-400-normal',
  patrick: 'patrick-hand-latin-400-normal',
} as const;

export type FontName = keyof typeof files;
/** Fonts that imitate writing by hand: a quick adult, an upright adult, a ball-point scrawl, a child, a neat adult. */
export type HandName = 'caveat' | 'kalam' | 'reenie' | 'gochi' | 'patrick';

export interface PlacedGlyph {
  readonly character: string;
  readonly x: number;
  readonly advance: number;
  /** Outline with the glyph's origin at 0, 0; y grows downwards. */
  readonly outline: readonly PathCommand[];
}

const require = createRequire(import.meta.url);
const loaded = new Map<FontName, Font>();

function loadFont(name: FontName): Font {
  const known = loaded.get(name);
  if (known) return known;
  const file = files[name];
  const family = file.slice(0, file.indexOf('-latin'));
  const bytes = readFileSync(require.resolve(`@fontsource/${family}/files/${file}.woff`));
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  loaded.set(name, font);
  return font;
}

/** The glyphs of `text` set at `size` from x = 0, with kerning. Throws where the font lacks a character. */
export function setText(name: FontName, text: string, size: number): PlacedGlyph[] {
  const font = loadFont(name);
  const scale = size / font.unitsPerEm;
  const characters = [...text];
  let x = 0;
  return characters.map((character, index) => {
    const glyph = font.charToGlyph(character);
    if (glyph.index === 0) throw new RangeError(`the font "${name}" has no "${character}"`);
    const following = characters[index + 1];
    const kerning = following === undefined ? 0 : font.getKerningValue(glyph, font.charToGlyph(following));
    const advance = (glyph.advanceWidth + kerning) * scale;
    const placed = { character, x, advance, outline: glyph.getPath(0, 0, size).commands };
    x += advance;
    return placed;
  });
}

/** Width of `text` in the unit of `size`. */
export function textWidth(name: FontName, text: string, size: number): number {
  const last = setText(name, text, size).at(-1);
  return last ? last.x + last.advance : 0;
}
