/** The reading children as the configuration wants them. */
import type { Config } from '../platform/config.ts';
import { openReading } from '../reading/open-reading.ts';
import type { Reading } from '../reading/reading.ts';

export function openReadingFor(config: Config, readers = config.readers): Reading {
  return openReading({
    readers,
    memoryBytes: config.readerMemoryBytes,
    pageMs: config.readerMs,
    maxFileBytes: config.maxFileBytes,
    maxPages: config.maxPages,
    modelsDir: config.modelsDir,
  });
}
