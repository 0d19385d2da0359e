import { describe, expect, it } from 'vitest';
import type { TextRegion } from '../../../services/reading/ocr/ppocr/text-region.ts';
import { readDoubtfulAgain } from '../../../services/reading/ocr/read-again.ts';
import type { ReadWord } from '../../../services/reading/ocr/reader.ts';
import { judgeOf } from '../../../services/reading/ocr/vocabulary.ts';

const region: TextRegion = { x0: 0, x1: 1000, curve: [20, 0, 0], height: 36 };
const image = { data: new Uint8Array(4), width: 2, height: 2 };
const dictionary = new Set(
  'the cats sat filled with five to fifteen small loaves over by their fire and every one was warm there today'.split(
    ' ',
  ),
);

/** Words of 80 pixels with gaps of 20, as sure as `sureness` says of each. */
function lineOf(text: string, sureness: (word: string) => number): ReadWord[] {
  return text.split(' ').map((word, index) => {
    const sure = sureness(word);
    return { text: word, bbox: [index * 100 + 10, 5, index * 100 + 90, 35], confidence: sure, weakest: sure };
  });
}

/** What becomes of a line that is read as `before`, when the words `now` are seen where it is looked at again. */
async function readAgain(before: ReadWord[], now: ReadWord[]) {
  const lines = [before];
  const asked: TextRegion[] = [];
  const reader = {
    readRegions: async (_image: unknown, regions: readonly TextRegion[]) => {
      asked.push(...regions);
      return regions.map(({ x0, x1 }) => now.filter(({ bbox }) => bbox[2] > x0 && bbox[0] < x1));
    },
  };
  const judge = judgeOf([...lines, lineOf([...dictionary].join(' '), () => 1)], (word) => dictionary.has(word));
  await readDoubtfulAgain(image, { regions: [region], lines }, reader, judge);
  return { text: lines[0]!.map((word) => word.text).join(' '), asked: asked.length };
}

describe('a closer look at doubtful words', () => {
  it('is taken at a word that should be in the dictionary and is not, and the word of the dictionary wins', async () => {
    const before = lineOf('the cats flled five small loaves', (word) => (word === 'flled' ? 0.99 : 1));
    const now = lineOf('the cats filled five small loaves', (word) => (word === 'filled' ? 0.9 : 1));
    expect(await readAgain(before, now)).toEqual({ text: 'the cats filled five small loaves', asked: 1 });
  });

  it('does not put a word that is none in the place of one of the dictionary, however sure', async () => {
    const before = lineOf('the cats filled five small loaves', (word) => (word === 'filled' ? 0.6 : 1));
    const now = lineOf('the cats fllled five small loaves', () => 1);
    expect(await readAgain(before, now)).toEqual({ text: 'the cats filled five small loaves', asked: 1 });
  });

  it('is not taken at a word of the dictionary that is a little doubtful, but at a name that is', async () => {
    const sureness = (word: string) => (/every|Soren/.test(word) ? 0.85 : 1);
    const known = lineOf('every one was by their fire', sureness);
    expect(await readAgain(known, known)).toMatchObject({ asked: 0 });
    const named = lineOf('Soren sat by their fire and', sureness);
    expect(await readAgain(named, named)).toMatchObject({ asked: 1 });
  });

  it('leaves a word as it is where it is then seen as one with its neighbour', async () => {
    const before = lineOf('sat by "and every one was', (word) => (word === '"and' ? 0.5 : 1));
    const [first, second, , , ...others] = lineOf('sat by and every one was', () => 1);
    const joined: ReadWord = { text: '"andevery', bbox: [210, 5, 390, 35], confidence: 1, weakest: 1 };
    expect((await readAgain(before, [first!, second!, joined, ...others])).text).toBe('sat by "and every one was');
  });
});

describe('what a dictionary says', () => {
  const knows = (word: string) => dictionary.has(word);

  it('says nothing of names, figures and codes', () => {
    const judge = judgeOf([lineOf([...dictionary].join(' '), () => 1)], knows);
    expect(['Soren', '12', '8/10', 'WCPM', '+'].map(judge)).toEqual([null, null, null, null, null]);
    expect(['fire.', '"every', 'flled', 'over-by', 'cats’s'].map(judge)).toEqual([
      'known',
      'known',
      'unknown',
      'known',
      'known',
    ]);
  });

  it('says nothing on a page of another language', () => {
    const page =
      'los gatos estaban junto al fuego y todos tenían calor porque era una noche de invierno muy fría en el pueblo';
    expect(judgeOf([lineOf(page, () => 1)], knows)('flled')).toBeNull();
  });
});
