import { readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LocalCopies } from '../../services/platform/blobs/local-copies.ts';

const content: Record<string, string> = { a: 'aaaa', b: 'bbbb', c: 'cccc' };

function copiesOf(mostBytes?: number) {
  const opened: string[] = [];
  const copies = new LocalCopies(async (name) => {
    opened.push(name);
    const text = content[name];
    if (!text) throw new Error('no such blob');
    return Readable.from([Buffer.from(text)]);
  }, mostBytes);
  onTestFinished(() => copies.close());
  return { copies, opened };
}

describe('local copies of blobs', () => {
  it('are fetched once for many uses, at the same time or one after the other', async () => {
    const { copies, opened } = copiesOf();
    const read = () => copies.use('a', (path) => readFile(path, 'utf8'));
    expect(await Promise.all([read(), read(), read()])).toEqual(['aaaa', 'aaaa', 'aaaa']);
    expect(await read()).toBe('aaaa');
    expect(opened).toEqual(['a']);
  });

  it('go when they take up too much room, the longest idle first, and never while they are in use', async () => {
    const { copies, opened } = copiesOf(8);
    await copies.use('a', async (inUse) => {
      await copies.use('b', async () => undefined);
      await copies.use('c', async () => undefined);
      expect(await readFile(inUse, 'utf8')).toBe('aaaa');
    });
    await copies.use('c', async () => undefined);
    expect(opened).toEqual(['a', 'b', 'c']);
    await copies.use('b', async () => undefined);
    expect(opened).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are not remembered when they could not be fetched, and leave nothing behind when they are closed', async () => {
    const { copies, opened } = copiesOf();
    await expect(copies.use('nowhere', async () => undefined)).rejects.toThrow('no such blob');
    await expect(copies.use('nowhere', async () => undefined)).rejects.toThrow('no such blob');
    expect(opened).toEqual(['nowhere', 'nowhere']);
    const path = await copies.use('a', async (there) => there);
    await copies.close();
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });
});
