/** The reading room as the configuration wants it. */
import type { Config } from '../platform/config.ts';
import { openReading } from './open-reading.ts';
import type { Reading } from './reading.ts';

export function openConfiguredReading(config: Config, readers = config.readers): Reading {
  return openReading({
    readers,
    memoryBytes: config.readerMemoryBytes,
    pageMs: config.readerMs,
    maxFileBytes: config.maxFileBytes,
    maxPages: config.maxPages,
    modelsDir: config.modelsDir,
  });
}
