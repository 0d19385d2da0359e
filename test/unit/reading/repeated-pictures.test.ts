import { describe, expect, it } from 'vitest';
import type { Page } from '../../../services/domain/page.ts';
import { RepeatedPictures } from '../../../services/reading/repeated-pictures.ts';

function pageThatSays(text: string): Omit<Page, 'file'> {
  const words = [{ text, bbox: [0, 0, 10, 10] as [number, number, number, number], confidence: 0.9 }];
  const still = { width: 100, height: 50, rotation: 90 as const, skew: 1.5, confidence: 0.9 };
  return { page: 7, ms: 900, source: 'ocr', text, words, ...still };
}

describe('repeated pictures', () => {
  it('hand out the words of a picture that was read, but neither its page nor its time', () => {
    const pictures = new RepeatedPictures();
    pictures.keep('a', pageThatSays('62'));
    expect(pictures.list()).toEqual([{ hash: 'a', rotation: 90, skew: 1.5 }]);
    const again = pictures.recall('a');
    expect(again).toMatchObject({ text: '62', width: 100, rotation: 90 });
    expect(again).not.toHaveProperty('page');
    expect(again).not.toHaveProperty('ms');
    expect(pictures.recall('b')).toBeNull();
  });

  it('are not changed by what is done to a page that was handed out', () => {
    const pictures = new RepeatedPictures();
    pictures.keep('a', pageThatSays('62'));
    pictures.recall('a')!.words.pop();
    expect(pictures.recall('a')!.words).toHaveLength(1);
  });

  it('forget the one that was used longest ago', () => {
    const pictures = new RepeatedPictures();
    for (let index = 0; index < 200; index++) pictures.keep(String(index), pageThatSays(String(index)));
    pictures.recall('0');
    pictures.keep('new', pageThatSays('new'));
    expect(pictures.recall('0')).not.toBeNull();
    expect(pictures.recall('1')).toBeNull();
  });
});
