/** Reading rooms through their public door: with both readers, or with the first alone. */
import { availableParallelism } from 'node:os';

import { fileURLToPath } from 'node:url';
import { openReading } from '../../services/reading/open-reading.ts';
import type { Reading, ReadPage } from '../../services/reading/reading.ts';

export const jobs = Math.max(1, Math.min(4, availableParallelism()));
const modelsDir = process.env.OCR_MODELS_DIR ?? fileURLToPath(new URL('../../models', import.meta.url));

export function openRoom(readers: 'both' | 'first', children = jobs): Reading {
  return openReading({
    readers: children,
    memoryBytes: 1400 * 1024 ** 2,
    pageMs: 120_000,
    maxFileBytes: 500 * 1024 ** 2,
    maxPages: 5000,
    ...(readers === 'both' ? { modelsDir } : {}),
  });
}

/** All pages of a file, in order. */
export async function readFilePages(reading: Reading, path: string): Promise<ReadPage[]> {
  const info = await reading.inspect(path, path);
  return Promise.all(Array.from({ length: info.pageCount }, (_, index) => reading.readPage(path, info, index + 1)));
}

export async function readFirstPage(reading: Reading, path: string): Promise<ReadPage['page']> {
  return (await readFilePages(reading, path))[0]!.page;
}

/** Does `work` for each item, `width` at a time, in order of the list. */
export async function eachOf<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
