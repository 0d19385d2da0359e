/**
 * `npm run eval -- --scans [--limit N] [--only SET] [--one-reader] [--any-reading] [--verbose]`: the same documents as
 * pictures, through the real readers. Slow: a page takes seconds the first time; what was drawn and read is kept under `.cache/scans`.
 */
import { appendFileSync } from 'node:fs';
import { loadConfig } from '../../../services/platform/config.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { EvalSet } from '../eval-case.ts';
import type { Figures } from '../score.ts';
import { type ScanScore, scoreScans } from './score-scans.ts';

export interface NamedSet {
  readonly set: EvalSet;
  /** Figures only: what goes wrong there is not shown. */
  readonly quiet: boolean;
}

interface ScanOptions {
  readonly limit: number;
  readonly verbose: boolean;
  readonly oneReader: boolean;
  readonly anyReading: boolean;
  readonly historyPath: string | null;
}

/** By how many points of a hundred the scans are below the clean text, line by line. */
function lost(clean: Figures, scanned: Figures): Record<string, number> {
  const lines = ['precision', 'recall', 'serviceF1', 'type', 'student', 'date'] as const;
  return Object.fromEntries(lines.map((line) => [line, Math.round((clean[line] - scanned[line]) * 1000) / 10]));
}

function summary({ clean, scanned, sure, askedInVain, secondReadings, readingMs }: ScanScore) {
  return {
    cases: scanned.cases,
    lostPoints: lost(clean, scanned),
    studentWrong: scanned.studentWrong,
    ...sure,
    askedInVain,
    msPerSecondReading: secondReadings === 0 ? 0 : Math.round(readingMs / secondReadings),
  };
}

/** Scores `sets` as scans and prints a table, then every value that is wrong and was not asked about. */
export async function evalScans(
  sets: readonly NamedSet[],
  row: (name: string, figures: Figures) => string,
  { limit, verbose, oneReader, anyReading, historyPath }: ScanOptions,
): Promise<void> {
  const config = loadConfig();
  const reading = openReading({
    readers: 1,
    memoryBytes: config.readerMemoryBytes,
    pageMs: config.readerMs * 4,
    maxFileBytes: config.maxFileBytes,
    maxPages: config.maxPages,
    ...(oneReader ? {} : { modelsDir: config.modelsDir }),
  });
  const readings = { reading, readers: oneReader ? 'one reader' : 'both readers', anyReading };
  const history: Record<string, unknown> = {};
  try {
    for (const { set, quiet } of sets) {
      const score = await scoreScans(set, limit, readings);
      console.log(row(`${set.name} clean`, score.clean));
      console.log(row(`${set.name} scanned`, score.scanned));
      for (const [look, figures] of score.byLook) console.log(row(`  ${look}`, figures));
      const figures = summary(score);
      history[set.name] = figures;
      console.log(`  ${JSON.stringify(figures)}\n`);
      if (!quiet) for (const note of score.notes) if (verbose || /SURE AND WRONG/.test(note)) console.log(`  ${note}`);
    }
  } finally {
    await reading.close();
  }
  const kind = oneReader ? 'scansByOneReader' : 'scans';
  if (historyPath)
    appendFileSync(historyPath, `${JSON.stringify({ at: new Date().toISOString(), [kind]: history })}\n`);
}
