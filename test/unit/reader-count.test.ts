import { totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../services/platform/config.ts';
import { defaultReaders, usableMemory } from '../../services/platform/reader-count.ts';

const GIB = 1024 ** 3;

describe('the number of reading children', () => {
  it.each([
    ['a large server', 64, 256 * GIB, 8],
    ['as many as cores, where memory allows', 4, 16 * GIB, 4],
    ['fewer than cores, where memory is short', 8, 8 * GIB, 5],
    ['one, however small the machine', 8, 1 * GIB, 1],
  ])('%s', (_name, cores, memory, expected) => {
    expect(defaultReaders(1.4 * GIB, cores, memory)).toBe(expected);
  });

  it('is taken from the machine unless it is given, and follows the limit of a child', () => {
    expect(usableMemory()).toBeGreaterThan(0);
    expect(usableMemory()).toBeLessThanOrEqual(totalmem());
    expect(loadConfig({ READERS: '7' }).readers).toBe(7);
    expect(loadConfig({ READER_MEMORY_MB: '1000000000' }).readers).toBe(1);
  });
});
