/**
 * Pages written by hand, with what they say: open handwriting fonts, each letter strayed, on ruled or plain paper, then
 * scanned or photographed. Real hands are harder than these.
 */
import { photograph } from '../../samples/generator/camera/photograph.ts';
import { scanPage } from '../../samples/generator/camera/scan-page.ts';
import type { HandName } from '../../samples/generator/drawing/fonts.ts';
import { write } from '../../samples/generator/drawing/handwriting.ts';
import type { Ink } from '../../samples/generator/drawing/pen.ts';
import { createRandom, type Random } from '../../samples/generator/drawing/random.ts';
import { sharpOf } from '../../samples/generator/drawing/raster.ts';
import { createSheet, rasterizeSheet, type Sheet } from '../../samples/generator/drawing/sheet.ts';
import { ruledNote } from '../../samples/generator/forms/ruled-page.ts';

export interface HandPage {
  readonly name: string;
  readonly truth: string;
  readonly taken: 'scan' | 'photo';
  bytes(): Promise<Buffer>;
}

const hands: readonly HandName[] = ['caveat', 'kalam', 'reenie', 'gochi', 'patrick'];
const sizes: Readonly<Record<string, number>> = { caveat: 20, kalam: 16, reenie: 22, gochi: 17, patrick: 17 };

const openings = [
  'Today he',
  'At recess she',
  'During math he',
  'In small group she',
  'After lunch he',
  'This morning she',
];
const doings = [
  'read the first page out loud',
  'needed two prompts to begin',
  'asked a friend for a turn',
  'finished the sheet by himself',
  'left the rug and came back',
  'counted the cubes by tens',
  'used the break card once',
  'named the main idea',
  'wrote three full sentences',
  'sat with the class for the story',
];
const endings = [
  'with no help.',
  'in 12 minutes.',
  'and got 8 of 10 right.',
  'twice.',
  'before the bell.',
  'again, 4 out of 5.',
];

function sentence(random: Random): string {
  return `${random.pick(openings)} ${random.pick(doings)} ${random.pick(endings)}`;
}

function fill(sheet: Sheet, lines: readonly string[], hand: HandName, ruled: boolean): void {
  const random = sheet.random.fork('style');
  const ink: Ink = random.pick(['blue', 'black', 'pencil']);
  const style = { hand, ink, size: sizes[hand] ?? 17, mess: random.between(1, 2.2), pen: random.between(0.15, 0.5) };
  if (ruled) ruledNote(sheet, lines, style);
  else lines.forEach((line, index) => void write(sheet, line, 70 + random.normal(4), 110 + index * 34, style));
}

/** `copies` pages of every hand, scanned and photographed. */
export function handPages(copies: number): HandPage[] {
  const pages: HandPage[] = [];
  for (const hand of hands) {
    for (let copy = 0; copy < copies; copy++) {
      for (const taken of ['scan', 'photo'] as const) pages.push(handPage(hand, `${hand}-${copy}-${taken}`, taken));
    }
  }
  return pages;
}

function handPage(hand: HandName, seed: string, taken: HandPage['taken']): HandPage {
  const random = createRandom(`bench/${seed}`);
  const lines = Array.from({ length: Math.round(random.between(6, 12)) }, () => sentence(random));
  return {
    name: `hand-${seed}`,
    truth: lines.join('\n'),
    taken,
    async bytes() {
      const sheet = createSheet({ seed: `bench/${seed}`, paper: random.pick(['#ffffff', '#fdfdf6', '#f9f4dc']) });
      fill(sheet, lines, hand, random.next() < 0.6);
      if (taken === 'scan') {
        const mode = random.pick(['grey', 'bitonal'] as const);
        const paper = await rasterizeSheet(sheet, 1712);
        return sharpOf(await scanPage(paper, { seed, mode, skew: random.normal(0.8) }))
          .png()
          .toBuffer();
      }
      const corner = (x: number, y: number): [number, number] => [x + random.normal(0.008), y + random.normal(0.008)];
      return photograph(await rasterizeSheet(sheet, 1400), {
        seed,
        width: 1800,
        height: 2330,
        corners: [corner(0.06, 0.05), corner(0.94, 0.05), corner(0.95, 0.95), corner(0.05, 0.95)],
        desk: random.pick(['oak', 'walnut', 'laminate', 'cloth'] as const),
        blur: random.between(0.6, 1.1),
        orientation: random.pick([1, 1, 6, 3] as const),
      });
    },
  };
}
