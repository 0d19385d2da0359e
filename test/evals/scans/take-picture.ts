/** A sheet of paper on its way into the machine: through an office scanner, a copier's copy of a copy, or a phone. */
import sharp from 'sharp';
import { photograph } from '../../../samples/generator/camera/photograph.ts';
import { scanPage, scanWidth } from '../../../samples/generator/camera/scan-page.ts';
import { createRandom, type Random } from '../../../samples/generator/drawing/random.ts';
import { rasterizeSheet, type Sheet } from '../../../samples/generator/drawing/sheet.ts';

export const looks = ['black and white', 'grey', 'worn copy', 'photo'] as const;
export type Look = (typeof looks)[number];

export interface Picture {
  readonly bytes: Buffer;
  readonly extension: 'png' | 'jpg';
}

async function scan(sheet: Sheet, look: Look, seed: string, random: Random): Promise<Picture> {
  const mode = look === 'grey' ? 'grey' : 'bitonal';
  const page = await scanPage(await rasterizeSheet(sheet, scanWidth), {
    seed,
    mode,
    skew: random.normal(0.9),
    holes: random.next() < 0.5,
    worn: look === 'worn copy',
    edge: random.next() < 0.3 ? random.pick(['left', 'right', 'top'] as const) : 'none',
  });
  const grey = sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } }).toColourspace('b-w');
  const bytes = mode === 'grey' ? grey.jpeg({ quality: 70 }) : grey.png({ colours: 2, palette: true });
  return { bytes: await bytes.toBuffer(), extension: mode === 'grey' ? 'jpg' : 'png' };
}

async function photo(sheet: Sheet, seed: string, random: Random): Promise<Picture> {
  const edge = () => random.between(0.02, 0.07);
  const bytes = await photograph(await rasterizeSheet(sheet, 1900), {
    seed,
    width: 2268,
    height: 3024,
    corners: [
      [edge(), edge()],
      [1 - edge(), edge()],
      [1 - edge(), 1 - edge()],
      [edge(), 1 - edge()],
    ],
    desk: random.pick(['oak', 'walnut', 'laminate', 'cloth'] as const),
    light: {
      toward: random.between(0, 360),
      fall: random.between(0.08, 0.3),
      warmth: random.between(-0.3, 0.4),
      shadows: random.next() < 0.3 ? [{ x: 0.6, y: 1, rx: 0.5, ry: 0.35, turn: 10, soft: 0.5, depth: 0.3 }] : [],
    },
    curl: random.between(0, 0.006),
    folds: random.next() < 0.2 ? 'half' : 'none',
    blur: random.between(0.6, 1.1),
    noise: random.between(3, 6),
    quality: 78,
  });
  return { bytes, extension: 'jpg' };
}

/** How the picture named `seed` is taken: half black and white, a quarter grey, the rest photos and worn copies. */
export function lookOf(seed: string): Look {
  const chance = createRandom(`${seed}/look`).next();
  if (chance < 0.5) return 'black and white';
  if (chance < 0.75) return 'grey';
  return chance < 0.85 ? 'worn copy' : 'photo';
}

/** The picture of `sheet`; the same seed gives the same picture. */
export function takePicture(sheet: Sheet, seed: string): Promise<Picture> {
  const random = createRandom(`${seed}/picture`);
  const look = lookOf(seed);
  return look === 'photo' ? photo(sheet, seed, random) : scan(sheet, look, seed, random);
}
