/** What commands print: data on standard output, one JSON value a line; words for people on standard error. */
import { DomainError } from '../domain/errors.ts';
import type { FileErrorLine } from '../domain/process-result.ts';

/** Prints one line of data, and waits while the reader of a pipe is slower than we are. */
export async function printLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  }
}

export function printJson(value: unknown): Promise<void> {
  return printLine(JSON.stringify(value));
}

/** Tells the person at the terminal something that is not data. */
export function tell(words: string): void {
  process.stderr.write(`${words}\n`);
}

/** The line that stands in the place of a file that could not be read. */
export function fileErrorLine(file: string, error: unknown): FileErrorLine {
  if (error instanceof DomainError) return { file, error: { code: error.code, message: error.message } };
  return { file, error: { code: 'internal', message: `This file could not be read: ${String(error)}` } };
}

/** Wrong usage: names the argument, ends with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
