import { describe, expect, it } from 'vitest';
import { repairLine } from '../../../services/reading/ocr/repair-line.ts';

/** Words side by side on one line. */
const lineOf = (text: string) => {
  let x = 0;
  return text.split(' ').map((word) => {
    const left = x;
    x += word.length * 10 + 12;
    return {
      text: word,
      bbox: [left, 0, left + word.length * 10, 20] as [number, number, number, number],
      confidence: 1,
    };
  });
};
const repaired = (text: string) =>
  repairLine(lineOf(text))
    .map((word) => word.text)
    .join(' ');

describe('putting lone marks of a line where they belong', () => {
  it.each([
    ['he said , and left .', 'he said, and left.'],
    ['in “ Anatomy of Expression ”', 'in “Anatomy of Expression”'],
    ['the priest: " owing to this', 'the priest: "owing to this'],
    ['" we went home', '"we went home'],
    ['were slain." " Can you come', 'were slain." "Can you come'],
  ])('%s', (read, put) => {
    expect(repaired(read)).toBe(put);
  });

  it('leaves a straight quote alone where nothing shows whether it opens', () => {
    expect(repaired('it was 12 " wide')).toBe('it was 12 " wide');
  });
});

describe('numbers in which an engine took one sign for another', () => {
  it.each([
    ['7/.20 of 10./17/25', '7/20 of 10/17/25'],
    ['Wed 1i/12', 'Wed 11/12'],
    ['12,ooo and 1O%', '12,000 and 10%'],
  ])('%s without its specks and letters', (read, put) => {
    expect(repaired(read)).toBe(put);
  });

  it('are no sums with letters, no headings and no ends of sentences', () => {
    for (const text of ['3 + 2i', 'I/G', '1.5 lb.', 'is 25.']) expect(repaired(text)).toBe(text);
  });
});
