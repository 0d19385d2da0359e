/** The parts of a line that are worth a second look: the words in doubt and their neighbours, not all of the line. */
import { partOf, type TextRegion } from './ppocr/text-region.ts';
import type { ReadLine, ReadWord } from './reader.ts';

export interface Part {
  /** The words in doubt, and sure ones between them: from this one of the line up to, but not with, that one. */
  readonly from: number;
  readonly to: number;
  /** Where those stand. */
  readonly x0: number;
  readonly x1: number;
  /** What is to be read: those and their neighbours. */
  readonly region: TextRegion;
}

/** Words on each side that are read again too: one that is cut out alone is read worse, and its edges are not certain. */
const NEIGHBOURS = 1;
/** Parts that make up more of the line than this cost as much as all of it. */
const MOST_OF_LINE = 0.7;

/** Runs of words in doubt; those between which no two sure words stand are one. */
function runsOf(words: ReadLine, isDoubtful: (word: ReadWord) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [index, word] of words.entries()) {
    if (!isDoubtful(word)) continue;
    const last = runs.at(-1);
    if (last && index - NEIGHBOURS <= last.to + NEIGHBOURS) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  return runs;
}

/** Where the line may be cut before word `index`: in the middle of the gap, and at its ends where the line ends. */
function cutBefore(words: ReadLine, index: number, region: TextRegion): number {
  if (index <= 0) return region.x0;
  if (index >= words.length) return region.x1;
  return (words[index - 1]!.bbox[2] + words[index]!.bbox[0]) / 2;
}

/** The parts of a line that hold the words in doubt; all of it where they are most of it, none where there are none. */
export function doubtfulParts(words: ReadLine, region: TextRegion, isDoubtful: (word: ReadWord) => boolean): Part[] {
  const cut = (index: number) => cutBefore(words, index, region);
  const parts = runsOf(words, isDoubtful).map(({ from, to }): Part => {
    const [left, right] = [cut(from - NEIGHBOURS), cut(to + NEIGHBOURS)];
    return { from, to, x0: cut(from), x1: cut(to), region: partOf(region, left, right) };
  });
  const length = parts.reduce((sum, part) => sum + part.region.x1 - part.region.x0, 0);
  if (length <= MOST_OF_LINE * (region.x1 - region.x0)) return parts;
  return [{ from: 0, to: words.length, x0: region.x0, x1: region.x1, region }];
}
