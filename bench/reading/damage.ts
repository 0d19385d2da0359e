/** What happens to pages on their way: turned, crooked, shaded, faint, small. The same seed gives the same damage. */
import sharp from 'sharp';
import { createRandom } from '../../samples/generator/drawing/random.ts';
import { coloured, shadowed, unevenlyLit } from './light-damage.ts';
import { type Damage, openGrey, sizeOf } from './page-damage.ts';
import { graphPaper, linedPaper, punched, seenThrough } from './paper-damage.ts';

const turned = (degrees: number): Damage => ({
  name: `turned by ${degrees}°`,
  apply: (path) => openGrey(path).rotate(degrees).png().toBuffer(),
});

const skewed = (least: number, most: number): Damage => ({
  name: `crooked by ${least}-${most}°`,
  apply: (path, seed) => {
    const random = createRandom(`${seed}/skew`);
    const degrees = random.between(least, most) * random.pick([-1, 1]);
    return openGrey(path).rotate(degrees, { background: '#ffffff' }).png().toBuffer();
  },
});

const faint: Damage = {
  name: 'low contrast',
  apply: async (path, seed) => {
    const paper = createRandom(`${seed}/faint`).between(185, 215);
    const page = await openGrey(path)
      .blur(0.6)
      .linear(45 / 255, paper - 45)
      .png()
      .toBuffer();
    return sharp(page).jpeg({ quality: 85 }).toBuffer();
  },
};

/** Books are scanned at 300 dpi. */
const small: Damage = {
  name: '100 dpi',
  apply: async (path) => {
    const { width } = await sizeOf(path);
    return openGrey(path)
      .resize({ width: Math.round(width / 3), kernel: 'lanczos3' })
      .jpeg({ quality: 80 })
      .toBuffer();
  },
};

const bordered: Damage = {
  name: 'dark border',
  apply: async (path, seed) => {
    const random = createRandom(`${seed}/border`);
    const { width, height } = await sizeOf(path);
    const side = (share: number) => Math.round(random.between(0.02, 0.06) * share);
    const page = await openGrey(path).png().toBuffer();
    return sharp(page)
      .extend({ left: side(width), right: side(width), top: side(height), bottom: side(height), background: '#1c1c1c' })
      .png()
      .toBuffer();
  },
};

/** Damages of the kinds for which a limit of errors is asked. */
export const damages: readonly Damage[] = [
  turned(90),
  turned(180),
  turned(270),
  skewed(2, 5),
  skewed(5, 10),
  skewed(10, 15),
  shadowed,
  unevenlyLit,
  coloured,
  faint,
  small,
  bordered,
  seenThrough,
  linedPaper,
  graphPaper,
  punched,
];

/** The page without its last `rows` rows: the same to read, but another picture, so that no reader knows it already. */
export async function trimmed(path: string, rows: number): Promise<Buffer> {
  const { width, height } = await sharp(path)
    .autoOrient()
    .toBuffer({ resolveWithObject: true })
    .then(({ info }) => info);
  return sharp(path)
    .autoOrient()
    .extract({ left: 0, top: 0, width, height: height - rows })
    .png()
    .toBuffer();
}

/** A band of the page, `rows` high at most, that begins at row `from`, or at what is left of it after the last. */
export async function bandOf(path: string, from: number, rows: number): Promise<Buffer> {
  const { data, info } = await sharp(path).autoOrient().toBuffer({ resolveWithObject: true });
  const height = Math.min(rows, info.height);
  const top = from % Math.max(1, info.height - height);
  return sharp(data).extract({ left: 0, top, width: info.width, height }).png().toBuffer();
}
