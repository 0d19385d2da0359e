import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { invert, project, type Quad, squareToQuad } from '../../samples/generator/camera/homography.ts';
import { photograph, placeInPhoto } from '../../samples/generator/camera/photograph.ts';
import { scanHeight, scanPage, scanWidth } from '../../samples/generator/camera/scan-page.ts';
import { scannedPdf } from '../../samples/generator/camera/scanned-pdf.ts';
import { write } from '../../samples/generator/drawing/handwriting.ts';
import { createRandom } from '../../samples/generator/drawing/random.ts';
import { createSheet, rasterizeSheet, renderSheetPng, sheetText } from '../../samples/generator/drawing/sheet.ts';
import { plainPage } from '../../samples/generator/forms/plain-page.ts';

const corners: Quad = [
  [0.1, 0.08],
  [0.92, 0.12],
  [0.88, 0.9],
  [0.06, 0.95],
];

describe('chance', () => {
  it('repeats for a seed, stays in its range and differs between seeds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), fc.integer({ min: 1, max: 1000 }), (seed, low, width) => {
        const [a, b] = [createRandom(seed), createRandom(seed)];
        for (let i = 0; i < 20; i++) {
          const value = a.between(low, low + width);
          expect(value).toBe(b.between(low, low + width));
          expect(value >= low && value < low + width).toBe(true);
        }
      }),
    );
    expect(createRandom('a').next()).not.toBe(createRandom('b').next());
    expect(createRandom('a').fork('x').next()).toBe(createRandom('a').fork('x').next());
  });
});

describe('perspective', () => {
  it('takes the corners of the square to the corners given, and back', () => {
    const square = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    square.forEach(([u, v], i) => {
      const [x, y] = project(squareToQuad(corners), u, v);
      expect(x).toBeCloseTo(corners[i]![0], 9);
      expect(y).toBeCloseTo(corners[i]![1], 9);
    });
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, unit, (u, v) => {
        const map = squareToQuad(corners);
        const [back, down] = project(invert(map), ...project(map, u, v));
        expect(back).toBeCloseTo(u, 6);
        expect(down).toBeCloseTo(v, 6);
      }),
    );
  });
});

describe('a sheet', () => {
  it('notes what was printed and written on it, in reading order', () => {
    const sheet = createSheet({ seed: 'order' });
    sheet.print('right', 300, 100);
    write(sheet, 'below', 60, 160, { hand: 'kalam', mess: 0 });
    sheet.print('left', 60, 100);
    expect(sheetText(sheet)).toBe('left right\nbelow');
    expect(sheet.texts.map((text) => text.ink)).toEqual(['print', 'handwriting', 'print']);
  });

  it('refuses characters that a font lacks', () => {
    expect(() => createSheet({ seed: 'x' }).print('\u2713', 10, 10)).toThrow(RangeError);
  });

  it('becomes a PNG of the size asked for', async () => {
    const sheet = createSheet({ seed: 'png' });
    plainPage(sheet, ['Exit ticket 4/5']);
    const { width, height } = await sharp(await renderSheetPng(sheet, 100)).metadata();
    expect([width, height]).toEqual([850, 1100]);
  });
});

describe('a photo', () => {
  const options = { seed: 'photo', width: 480, height: 640, corners };

  it('stands upright once its EXIF orientation is obeyed', async () => {
    const sheet = createSheet({ seed: 'photo' });
    sheet.box(40, 40, 120, 120, { fill: '#000000' });
    const paper = await rasterizeSheet(sheet, 500);
    for (const orientation of [1, 3, 6, 8] as const) {
      const bytes = await photograph(paper, { ...options, orientation });
      expect((await sharp(bytes).metadata()).orientation).toBe(orientation);
      const upright = await sharp(bytes).rotate().greyscale().raw().toBuffer({ resolveWithObject: true });
      expect([upright.info.width, upright.info.height]).toEqual([480, 640]);
      const at = ([x, y]: readonly [number, number]): number =>
        upright.data[Math.round(y) * upright.info.width + Math.round(x)]!;
      expect(at(placeInPhoto(options, 0.16, 0.13))).toBeLessThan(70);
      expect(at(placeInPhoto(options, 0.7, 0.6))).toBeGreaterThan(140);
    }
  });
});

describe('a scan', () => {
  it('is black and white or grey, and turns the page over where asked', async () => {
    const sheet = createSheet({ seed: 'scan' });
    sheet.box(60, 40, 400, 60, { fill: '#000000' });
    const paper = await rasterizeSheet(sheet, scanWidth);
    const inkInTopHalf = (data: Uint8Array): number => {
      let count = 0;
      for (let i = 0; i < data.length / 2; i++) if (data[i]! < 128) count++;
      return count;
    };
    const plain = await scanPage(paper, { seed: 'scan', holes: false });
    const turned = await scanPage(paper, { seed: 'scan', holes: false, upsideDown: true });
    expect([plain.width, plain.height]).toEqual([scanWidth, scanHeight]);
    expect(new Set(plain.data)).toEqual(new Set([0, 255]));
    expect(inkInTopHalf(plain.data)).toBeGreaterThan(100_000);
    expect(inkInTopHalf(turned.data)).toBeLessThan(5_000);
    const grey = await scanPage(paper, { seed: 'scan', mode: 'grey' });
    expect(new Set(grey.data).size).toBeGreaterThan(20);
  });

  it('becomes a PDF that keeps black ink on white paper', async () => {
    const sheet = createSheet({ seed: 'pdf' });
    sheet.box(60, 40, 400, 60, { fill: '#000000' });
    const raster = await scanPage(await rasterizeSheet(sheet, scanWidth), { seed: 'pdf', holes: false });
    async function* pages() {
      yield { raster, mode: 'bitonal' as const };
    }
    const pdf = await scannedPdf(pages(), '2025-12-01T12:00:00Z');
    const { PDFiumLibrary } = await import('@hyzyla/pdfium');
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(pdf);
    const page = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
    const at = (x: number, y: number): number => page.data[(y * page.width + x) * 4]!;
    expect(at(200, 70)).toBeLessThan(60);
    expect(at(200, 500)).toBeGreaterThan(200);
    document.destroy();
    library.destroy();
  });
});
