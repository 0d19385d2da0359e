/** Reading files for the command line, without a store: every page of every file, in order. */
import { stat } from 'node:fs/promises';
import { DomainError } from '../domain/errors.ts';
import type { Page } from '../domain/page.ts';
import type { FileErrorLine } from '../domain/process-result.ts';
import type { Reading, ReadPage, SourceInfo } from '../reading/reading.ts';
import { readPageWithModel, type ThirdReader } from '../reading/third-reader/read-page-with-model.ts';
import { inOrder } from './in-order.ts';
import { fileErrorLine } from './output.ts';

export interface PageResult {
  readonly file: string;
  readonly page: Page;
  readonly info: SourceInfo;
  readonly image: ReadPage['image'];
}
export type ReadResult = PageResult | (FileErrorLine & { page?: number });

interface Task {
  readonly file: string;
  readonly info?: SourceInfo;
  readonly number?: number;
  readonly error?: unknown;
}

export function isFailure(result: ReadResult): result is FileErrorLine & { page?: number } {
  return 'error' in result;
}

async function inspectFile(reading: Reading, file: string): Promise<SourceInfo> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new DomainError('not_found', 'There is no such file.');
  if (!found.isFile()) throw new DomainError('unsupported_type', 'This is a folder, not a file.');
  return reading.inspect(file, file);
}

async function* tasksOf(reading: Reading, files: readonly string[]): AsyncGenerator<Task> {
  for (const file of files) {
    try {
      const info = await inspectFile(reading, file);
      for (let number = 1; number <= info.pageCount; number += 1) yield { file, info, number };
    } catch (error) {
      yield { file, error };
    }
  }
}

/** Reads every page, `atOnce` at a time; a page or file that cannot be read gives an error in its place. */
export function readFiles(
  reading: Reading,
  files: readonly string[],
  atOnce: number,
  third: ThirdReader,
): AsyncGenerator<ReadResult> {
  return inOrder(tasksOf(reading, files), atOnce, async ({ file, info, number, error }): Promise<ReadResult> => {
    if (!info || !number) return fileErrorLine(file, error);
    try {
      const { page, image } = await readPageWithModel(reading, file, info, number, third);
      return { file, page: { ...page, file }, info, image };
    } catch (failure) {
      const line = fileErrorLine(file, failure);
      return info.pageCount > 1 ? { ...line, page: number } : line;
    }
  });
}
