/** Reading the arguments of a command: each problem is one line that names the argument. */
import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { type Caseload, caseloadSchema } from '../domain/caseload.ts';
import { daySchema } from '../domain/dates.ts';
import { documentTypeSchema } from '../domain/evidence.ts';
import { holdsRecords } from '../platform/store/holds-records.ts';
import { type ModelSize, modelSizes } from '../reading/models/model-sets.ts';
import { UsageError } from './output.ts';

export function parseDay(value: string): string {
  if (!daySchema.safeParse(value).success) throw new InvalidArgumentError('Expected a date such as 2025-10-31.');
  return value;
}

/** A parser for whole numbers from `least` to `most`. */
export function parseWhole(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

export function parseDocumentType(value: string): string {
  if (!documentTypeSchema.safeParse(value).success) {
    throw new InvalidArgumentError(`Expected one of ${documentTypeSchema.options.join(', ')}.`);
  }
  return value;
}

export function parseModelSize(value: string): ModelSize {
  const size = modelSizes.find((known) => known === value);
  if (!size) throw new InvalidArgumentError(`Expected one of ${modelSizes.join(', ')}.`);
  return size;
}

/** Reads a caseload file. Throws a `UsageError` that says what is wrong with it. */
export async function readCaseloadFile(path: string): Promise<Caseload> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`--caseload: cannot read ${path}`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(`--caseload: ${path} is not JSON`);
  }
  const parsed = caseloadSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`--caseload: ${path}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`);
  }
  return parsed.data;
}

/** Throws a `UsageError` naming `argument` for a student who is not on the caseload. */
export function assertStudent(caseload: Caseload, studentId: string | undefined, argument = '--student'): void {
  if (studentId !== undefined && !caseload.students.some((student) => student.id === studentId)) {
    throw new UsageError(`${argument}: no student "${studentId}" on this caseload`);
  }
}

/** Throws a `UsageError` unless the data directory holds records: looking something up must not make an empty store. */
export async function assertRecords(dataDir: string): Promise<void> {
  if (!(await holdsRecords(dataDir))) throw new UsageError(`--data: there are no records of Throughline in ${dataDir}`);
}
