import { describe, expect, it } from 'vitest';
import type { Word } from '../../../services/domain/page.ts';
import type { DecodedImage } from '../../../services/reading/image/open-image.ts';
import { wordsInPen } from '../../../services/reading/ocr/pen-colour.ts';

type Colour = readonly [number, number, number];
const black: Colour = [40, 38, 36];
const bluePen: Colour = [50, 60, 120];

/** A page of as many words as there are inks, in rows of ten, on `paper`; each is a few strokes in its box. */
function page(inks: readonly Colour[], paper: Colour = [250, 248, 240]): { picture: DecodedImage; words: Word[] } {
  const [width, height] = [600, 40 * Math.ceil(inks.length / 10)];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) pixels.set(paper, at);
  const words = inks.map((ink, i): Word => {
    const [x, y] = [(i % 10) * 60 + 5, Math.floor(i / 10) * 40 + 8];
    for (let stroke = 0; stroke < 5; stroke += 1)
      for (let row = 0; row < 20; row += 1)
        for (let thick = 0; thick < 3; thick += 1) pixels.set(ink, ((y + row) * width + x + stroke * 9 + thick) * 3);
    return { text: `w${i}`, bbox: [x, y, x + 44, y + 20], confidence: 0.9, ink: 'print' };
  });
  return { picture: { pixels, channels: 3, width, height }, words };
}

const textsOf = ({ picture, words }: ReturnType<typeof page>) =>
  [...wordsInPen(picture, [words])].map((word) => word.text);
const print = (count: number) => Array.from({ length: count }, () => black);

describe('ink of another colour', () => {
  it('is told from the print around it, whatever the light', () => {
    expect(textsOf(page([...print(12), bluePen, ...print(6), bluePen]))).toEqual(['w12', 'w19']);
    expect(textsOf(page([...print(12), bluePen, ...print(6), bluePen], [225, 200, 160]))).toEqual(['w12', 'w19']);
  });

  it('says nothing where most of the page is of that colour, on grey pictures, and on too few words', () => {
    expect(textsOf(page([...print(4), ...Array.from({ length: 10 }, () => bluePen)]))).toEqual([]);
    expect(textsOf(page([...print(3), bluePen]))).toEqual([]);
    const { picture, words } = page([...print(12), bluePen]);
    expect([...wordsInPen({ ...picture, channels: 1 }, [words])]).toEqual([]);
  });
});
