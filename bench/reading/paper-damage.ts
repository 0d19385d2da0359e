/** Paper that shows beside its text: rules, squares, holes, the print of its other side. Books are scanned at 300 dpi. */
import sharp from 'sharp';
import { createRandom } from '../../samples/generator/drawing/random.ts';
import { lit } from './light-damage.ts';
import { type Damage, openGrey, sizeOf } from './page-damage.ts';

const MM = 300 / 25.4;

/** Another page, the wrong way round and blurred by the paper between, darkens this one a little. */
export const seenThrough: Damage = {
  name: 'the other side showing through',
  apply: async (path, seed, other) => {
    const { width, height } = await sizeOf(path);
    const light = Math.round(createRandom(`${seed}/through`).between(165, 205));
    const behind = await openGrey(other)
      .flop()
      .resize({ width, height, fit: 'fill' })
      .blur(2)
      .linear((255 - light) / 255, light)
      .toColourspace('srgb')
      .png()
      .toBuffer();
    const page = await openGrey(path).toColourspace('srgb').png().toBuffer();
    return sharp(page)
      .composite([{ input: behind, blend: 'multiply' }])
      .jpeg({ quality: 85 })
      .toBuffer();
  },
};

const levelLines = (height: number, from: number, step: number, width: number): string =>
  Array.from({ length: Math.max(0, Math.ceil((height - from) / step)) }, (_, index) => from + index * step)
    .map((y) => `<path d="M0 ${y.toFixed(1)}H${width}"/>`)
    .join('');

const uprightLines = (width: number, from: number, step: number, height: number): string =>
  Array.from({ length: Math.max(0, Math.ceil((width - from) / step)) }, (_, index) => from + index * step)
    .map((x) => `<path d="M${x.toFixed(1)} 0V${height}"/>`)
    .join('');

/** College or wide rule with its red margin; the text keeps to its own lines, so that rules run through it. */
export const linedPaper: Damage = {
  name: 'lined paper',
  apply: (path, seed) =>
    lit(path, (width, height) => {
      const random = createRandom(`${seed}/lined`);
      const step = random.pick([7.1, 8.7]) * MM;
      const colour = random.pick(['#8fb0dc', '#a3b8d0', '#9a9a9a']);
      const margin = random.between(0.1, 0.16) * width;
      return `<g stroke="${colour}" stroke-width="${random.between(2.5, 4).toFixed(1)}" fill="none">
        ${levelLines(height, random.between(0, step), step, width)}</g>
        <path d="M${margin} 0V${height}" stroke="#d98c98" stroke-width="4"/>`;
    }),
};

export const graphPaper: Damage = {
  name: 'graph paper',
  apply: (path, seed) =>
    lit(path, (width, height) => {
      const random = createRandom(`${seed}/graph`);
      const step = random.pick([5, 6.35]) * MM;
      const colour = random.pick(['#9fbfdf', '#9fd0b8', '#b0b0b0']);
      return `<g stroke="${colour}" stroke-width="${random.between(2, 3).toFixed(1)}" fill="none">
        ${levelLines(height, random.between(0, step), step, width)}
        ${uprightLines(width, random.between(0, step), step, height)}</g>`;
    }),
};

/** Holes for a binder in a margin beside the text, dark as the lid of a scanner that was left open. */
export const punched: Damage = {
  name: 'punched holes',
  apply: async (path, seed) => {
    const { width, height } = await sizeOf(path);
    const random = createRandom(`${seed}/holes`);
    const margin = Math.round(16 * MM);
    const radius = 3.5 * MM;
    const page = await openGrey(path).toColourspace('srgb').png().toBuffer();
    const at = random.pick([
      [0.12, 0.5, 0.88],
      [0.37, 0.63],
      [0.15, 0.22, 0.42, 0.49, 0.69, 0.76, 0.9],
    ]);
    const dark = Math.round(random.between(20, 90));
    const holes = at.map(
      (share) =>
        `<circle cx="${random.between(9, 11) * MM}" cy="${share * height + random.normal(4)}" r="${radius}" fill="rgb(${dark},${dark},${dark})" stroke="#303030" stroke-width="5"/>`,
    );
    const sheet = `<svg xmlns="http://www.w3.org/2000/svg" width="${width + margin}" height="${height}">${holes.join('')}</svg>`;
    const wide = await sharp(page).extend({ left: margin, background: '#ffffff' }).png().toBuffer();
    return sharp(wide)
      .composite([{ input: Buffer.from(sheet) }])
      .png()
      .toBuffer();
  },
};
