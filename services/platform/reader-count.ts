/** How many reading children a machine, or the part of it that a container may use, can bear at once. */
import { availableParallelism, totalmem } from 'node:os';

const MOST = 8;
/** What the server, its store and the system need beside the children. */
const RESERVED_BYTES = 1024 ** 3;

/** Bytes of memory that this process and its children may use: the machine's, or less where a limit is set. */
export function usableMemory(): number {
  // 0 or a number past any machine where there is no limit.
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** At most one a core, and no more than memory has room for when each grows to `readerBytes`; at least one. */
export function defaultReaders(
  readerBytes: number,
  cores: number = availableParallelism(),
  memoryBytes: number = usableMemory(),
): number {
  const fit = Math.floor((memoryBytes - RESERVED_BYTES) / readerBytes);
  return Math.max(1, Math.min(MOST, cores, fit));
}
