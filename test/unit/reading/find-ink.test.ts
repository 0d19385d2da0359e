import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../samples/generator/drawing/random.ts';
import { findInk } from '../../../services/reading/image/find-ink.ts';
import type { GreyImage } from '../../../services/reading/image/grey-image.ts';
import { decodeImage, toGrey } from '../../../services/reading/image/open-image.ts';
import { removeRules } from '../../../services/reading/image/remove-rules.ts';

/** The same by its definition: the mean of the window around every pixel. */
function inkByDefinition({ data, width, height }: GreyImage, contrast: number): Uint8Array {
  const half = Math.max(8, Math.round(Math.max(width, height) / 32));
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, area] = [0, 0];
      for (let v = Math.max(0, y - half); v <= Math.min(height - 1, y + half); v++) {
        for (let u = Math.max(0, x - half); u <= Math.min(width - 1, x + half); u++) {
          sum += data[v * width + u]!;
          area++;
        }
      }
      const value = data[y * width + x]!;
      if (sum / area - value > contrast && value < (sum / area) * 0.875) mask[y * width + x] = 1;
    }
  }
  return mask;
}

function grainyImage(seed: string, width: number, height: number): GreyImage {
  const random = createRandom(seed);
  const data = Uint8Array.from({ length: width * height }, (_, at) => {
    const paper = 150 + ((at % width) / width) * 100;
    return random.next() < 0.2 ? random.between(0, paper) : paper + random.between(-10, 5);
  });
  return { data, width, height };
}

describe('ink', () => {
  it.each([
    [90, 60, 24],
    [40, 120, 24],
    [17, 9, 24],
    [60, 60, 80],
  ])(
    'of %i × %i pixels is what is darker than its surroundings by %i levels and an eighth',
    (width, height, contrast) => {
      const image = grainyImage(`${width}`, width, height);
      const { data, contrasts } = findInk(image, contrast);
      const expected = inkByDefinition(image, contrast);
      expect(Buffer.from(data).equals(Buffer.from(expected))).toBe(true);
      expect(contrasts.reduce((sum, count) => sum + count, 0)).toBe(expected.reduce((sum, ink) => sum + ink, 0));
    },
  );

  it('loses its level and upright rules, but not a stroke that crosses them nor a letter that stands beside them', () => {
    const [width, height] = [200, 150];
    const data = new Uint8Array(width * height);
    const draw = (x0: number, y0: number, x1: number, y1: number): void => {
      for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
    };
    draw(10, 70, 190, 72); // a level rule
    draw(150, 5, 152, 145); // an upright rule
    draw(60, 55, 66, 90); // a stroke across the level rule
    draw(30, 100, 45, 115); // a letter
    removeRules({ data, width, height, contrasts: new Uint32Array(256) });
    const at = (x: number, y: number) => data[y * width + x];
    expect([at(20, 70), at(120, 71), at(150, 20), at(151, 140)]).toEqual([0, 0, 0, 0]);
    expect([at(62, 60), at(62, 70), at(62, 88), at(37, 107)]).toEqual([1, 1, 1, 1]);
  });
});

describe('decoding a picture', () => {
  const pixels = Buffer.from([0, 60, 120, 180, 240, 255]);
  const grey = sharp(pixels, { raw: { width: 3, height: 2, channels: 1 } }).toColourspace('b-w');

  it('keeps a grey scan in one channel, with its brightness', async () => {
    const decoded = await decodeImage(await grey.clone().png().toBuffer(), 1);
    expect(decoded.channels).toBe(1);
    expect([...toGrey(decoded).data]).toEqual([...pixels]);
  });

  it('reads 16-bit grey and grey with transparency as the eye sees them', async () => {
    const deep = await decodeImage(await grey.clone().toColourspace('grey16').png().toBuffer(), 1);
    expect([...toGrey(deep).data]).toEqual([...pixels]);
    const clear = sharp(Buffer.from([0, 0, 0, 255]), { raw: { width: 2, height: 1, channels: 2 } });
    const shown = await decodeImage(await clear.toColourspace('b-w').png().toBuffer(), 1);
    expect([...toGrey(shown).data]).toEqual([255, 0]);
  });

  it('keeps the colours of a photo for people to see', async () => {
    const red = sharp({ create: { width: 4, height: 4, channels: 3, background: '#c02020' } });
    const decoded = await decodeImage(await red.png().toBuffer(), 1);
    expect(decoded.channels).toBe(3);
    expect([...decoded.pixels.subarray(0, 3)]).toEqual([192, 32, 32]);
  });
});
