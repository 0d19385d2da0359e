/**
 * A vision model as the third reader, where one is configured: it is shown what was written by hand, and nothing else.
 * It works outside of the reading children, which have no network, and on their pictures, never on a file. What it says
 * is a reading of handwriting like any other: marked, shown for checking, never counted by itself. Whatever the endpoint
 * does, the page comes out as well as without it.
 */
import { DomainError } from '../../domain/errors.ts';
import type { Bbox } from '../../domain/geometry.ts';
import type { Page, Word } from '../../domain/page.ts';
import type { Llm } from '../../platform/llm/llm.ts';
import { transcribeHandwriting } from '../../platform/llm/transcribe.ts';
import { arrangeLines } from '../layout/arrange-words.ts';
import type { Reading, ReadPage, SourceInfo } from '../reading.ts';
import { fitToBoxes, fitToWords } from './fit-transcription.ts';

export interface ThirdReader {
  readonly llm: Llm;
  /** Whose budget pays, and whose replies are kept. */
  readonly districtId: string;
}

type Content = Pick<Page, 'text' | 'words'>;

/** The words of the page by the lines of its text. */
function linesOf({ text, words }: Content): Word[][] {
  let at = 0;
  return text.split('\n').map((line) => {
    const count = line.split(/\s+/).filter(Boolean).length;
    at += count;
    return words.slice(at - count, at);
  });
}

const isByHand = (line: readonly Word[]): boolean => line.some((word) => word.ink === 'handwriting');

/** The part of the page from its first line by hand to its last. */
function partOf(lines: readonly Word[][]): Bbox {
  const boxes = lines.flat().map((word) => word.bbox);
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

function confidenceOf(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const right = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  return Math.round((right / Math.max(1, letters)) * 1000) / 1000;
}

async function transcribe(
  reading: Reading,
  place: { path: string; info: SourceInfo; page: ReadPage['page'] },
  { llm, districtId }: ThirdReader,
): Promise<Partial<Page> | null> {
  const { path, info, page } = place;
  const lines = page.source === 'unreadable' ? [] : linesOf(page);
  const first = lines.findIndex(isByHand);
  const last = lines.findLastIndex(isByHand);
  const part = first < 0 ? null : partOf(lines.slice(first, last + 1));
  const look = await reading.look(path, info, page.page, part, page);
  const said = await transcribeHandwriting(llm, look.image, districtId);
  if (!said.ok) return null;
  const fitted = part ? fitToWords(lines.slice(first, last + 1), said.value) : fitToBoxes(look.lines, said.value);
  if (!fitted) return null;
  const arranged = arrangeLines([...lines.slice(0, Math.max(0, first)), ...fitted, ...lines.slice(last + 1)]);
  const source = page.source === 'unreadable' ? 'handwriting' : page.source;
  return { ...arranged, source, confidence: confidenceOf(arranged.words) };
}

/** Reads a page as `reading.readPage` does, and has handwriting on it read by the model too. Throws what that throws. */
export async function readPageWithModel(
  reading: Reading,
  path: string,
  info: SourceInfo,
  number: number,
  third: ThirdReader,
): Promise<ReadPage> {
  const read = await reading.readPage(path, info, number);
  const { source, words } = read.page;
  const needed = source === 'unreadable' || isByHand(words);
  if (third.llm.visionModel === null || !needed) return read;
  const start = performance.now();
  try {
    const better = await transcribe(reading, { path, info, page: read.page }, third);
    if (!better) return read;
    return { ...read, page: { ...read.page, ...better, ms: read.page.ms + Math.round(performance.now() - start) } };
  } catch (error) {
    if (error instanceof DomainError) return read; // The picture could not be made again: what was read stands.
    throw error;
  }
}
