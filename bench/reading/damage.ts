/** What happens to pages on their way: turned, crooked, shaded, faint, small. The same seed gives the same damage. */
import sharp from 'sharp';
import { createRandom } from '../../samples/generator/drawing/random.ts';

export interface Damage {
  readonly name: string;
  apply(path: string, seed: string): Promise<Buffer>;
}

/** The page in grey at its full resolution. */
const open = (path: string) => sharp(path).flatten({ background: '#ffffff' }).toColourspace('b-w');

const turned = (degrees: number): Damage => ({
  name: `turned by ${degrees}°`,
  apply: (path) => open(path).rotate(degrees).png().toBuffer(),
});

const skewed = (least: number, most: number): Damage => ({
  name: `crooked by ${least}-${most}°`,
  apply: (path, seed) => {
    const random = createRandom(`${seed}/skew`);
    const degrees = random.between(least, most) * random.pick([-1, 1]);
    return open(path).rotate(degrees, { background: '#ffffff' }).png().toBuffer();
  },
});

async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(path).metadata();
  return { width, height };
}

/** A picture of light laid over the page: its brightness multiplies that of the page. */
async function lit(path: string, svg: (width: number, height: number) => string): Promise<Buffer> {
  const { width, height } = await sizeOf(path);
  const light = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg(width, height)}</svg>`;
  const page = await open(path).toColourspace('srgb').png().toBuffer();
  return sharp(page)
    .composite([{ input: Buffer.from(light), blend: 'multiply' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

const shadowed: Damage = {
  name: 'a shadow across it',
  apply: (path, seed) =>
    lit(path, (width, height) => {
      const random = createRandom(`${seed}/shadow`);
      const [x, y] = [random.between(0.1, 0.6) * width, random.between(0.1, 0.6) * height];
      const grey = Math.round(random.between(80, 120));
      return `<defs><filter id="soft"><feGaussianBlur stdDeviation="${width / 25}"/></filter></defs>
        <rect width="100%" height="100%" fill="#ffffff"/>
        <ellipse cx="${x}" cy="${y}" rx="${width * 0.45}" ry="${height * 0.3}" fill="rgb(${grey},${grey},${grey})" filter="url(#soft)"/>`;
    }),
};

const coloured: Damage = {
  name: 'coloured paper',
  apply: (path, seed) => {
    const colour = createRandom(`${seed}/paper`).pick(['#f6d7a0', '#bfe3c0', '#f4b8c4', '#b9d3ee', '#f3ee9a']);
    return lit(path, () => `<rect width="100%" height="100%" fill="${colour}"/>`);
  },
};

const faint: Damage = {
  name: 'low contrast',
  apply: async (path, seed) => {
    const paper = createRandom(`${seed}/faint`).between(185, 215);
    const page = await open(path)
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
    return open(path)
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
    const page = await open(path).png().toBuffer();
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
  shadowed,
  coloured,
  faint,
  small,
  bordered,
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
