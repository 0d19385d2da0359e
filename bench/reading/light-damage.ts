/** Light and paper that darken a page: a shadow, a lamp at one side, coloured paper. */
import sharp from 'sharp';
import { createRandom } from '../../samples/generator/drawing/random.ts';
import { type Damage, openGrey, sizeOf } from './page-damage.ts';

/** A picture of light laid over the page: its brightness multiplies that of the page. */
export async function lit(path: string, svg: (width: number, height: number) => string): Promise<Buffer> {
  const { width, height } = await sizeOf(path);
  const light = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg(width, height)}</svg>`;
  const page = await openGrey(path).toColourspace('srgb').png().toBuffer();
  return sharp(page)
    .composite([{ input: Buffer.from(light), blend: 'multiply' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

export const shadowed: Damage = {
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

export const coloured: Damage = {
  name: 'coloured paper',
  apply: (path, seed) => {
    const colour = createRandom(`${seed}/paper`).pick(['#f6d7a0', '#bfe3c0', '#f4b8c4', '#b9d3ee', '#f3ee9a']);
    return lit(path, () => `<rect width="100%" height="100%" fill="${colour}"/>`);
  },
};

/** A lamp beside the page: bright near it, dark in the far corner, and a bright spot where it shines back. */
export const unevenlyLit: Damage = {
  name: 'an uneven lamp',
  apply: (path, seed) =>
    lit(path, () => {
      const random = createRandom(`${seed}/lamp`);
      const [x, y] = [random.pick([0, 1]), random.pick([0, 1])];
      const grey = (from: number, to: number) => Math.round(random.between(from, to));
      const [middle, far] = [grey(165, 195), grey(75, 105)];
      return `<defs><radialGradient id="lamp" cx="${x}" cy="${y}" r="1.3">
          <stop offset="0" stop-color="#ffffff"/>
          <stop offset="0.5" stop-color="rgb(${middle},${middle},${middle})"/>
          <stop offset="1" stop-color="rgb(${far},${far},${far})"/>
        </radialGradient></defs>
        <rect width="100%" height="100%" fill="url(#lamp)"/>`;
    }),
};
