/** Children that hang, grow or die cost one request, never the pool. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { ChildPool } from '../../../services/platform/sandbox/child-pool.ts';

const entry = new URL('./children/odd-child.ts', import.meta.url);
let pool: ChildPool;

function openPool(options: { size?: number; recycleAfter?: number; entry?: URL } = {}): ChildPool {
  pool = new ChildPool({
    entry: options.entry ?? entry,
    settings: { colour: 'green' },
    size: options.size ?? 1,
    memoryBytes: 400 * 1024 ** 2,
    recycleAfter: options.recycleAfter ?? 100,
    recycleBytes: 300 * 1024 ** 2,
    pollMs: 50,
  });
  return pool;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

afterEach(() => pool.close());

describe('the pool of children', () => {
  it('gives settings once and answers with data of any kind', async () => {
    const body = { bytes: new Uint8Array([1, 2, 3]), nested: [1, null, 'x'] };
    expect(await openPool().request(body, 10_000)).toEqual({ settings: { colour: 'green' }, body });
  });

  it('kills a child that does not end, and the next request is answered by another', async () => {
    openPool();
    const first = await pool.request<number>('pid', 10_000);
    await expect(pool.request('hang', 300)).rejects.toMatchObject({ reason: 'time' });
    const second = await pool.request<number>('pid', 10_000);
    expect(second).not.toBe(first);
    expect(isRunning(first)).toBe(false);
  });

  it('does not count the time in which a child comes up', async () => {
    openPool({ entry: new URL('./children/late-child.ts', import.meta.url) });
    expect(await pool.request('x', 1000)).toBe('x');
    await expect(pool.request('hang', 300)).rejects.toMatchObject({ reason: 'time' });
  });

  it('kills a child that grows past its limit', async () => {
    await expect(openPool().request('grow', 60_000)).rejects.toMatchObject({ reason: 'memory' });
    expect(await pool.request('x', 10_000)).toMatchObject({ body: 'x' });
  });

  it('reports a child that dies, and goes on', async () => {
    await expect(openPool().request('die', 10_000)).rejects.toMatchObject({ reason: 'died' });
    expect(await pool.request('x', 10_000)).toMatchObject({ body: 'x' });
  });

  it('hands on a typed refusal, and calls any other error damage', async () => {
    await expect(openPool().request('refuse', 10_000)).rejects.toMatchObject({ code: 'encrypted', message: 'Locked.' });
    await expect(pool.request('break', 10_000)).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('lets nothing out: no network, no server, and little of the environment', async () => {
    expect(await openPool().request('fetch', 10_000).catch(String)).toMatch(/not available|damaged/);
    await expect(pool.request('listen', 10_000)).rejects.toMatchObject({ code: 'corrupt' });
    const names = await pool.request<string[]>('environment', 10_000);
    expect(names).not.toContain('PATH');
    expect(names).not.toContain('HOME');
  });

  it('replaces a child after its share of requests', async () => {
    openPool({ recycleAfter: 2 });
    const pids = [];
    for (let index = 0; index < 4; index++) pids.push(await pool.request<number>('pid', 10_000));
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[1]);
    expect(pids[3]).toBe(pids[2]);
  });

  it('answers urgent requests before those that wait longer', async () => {
    openPool();
    const order: string[] = [];
    const ask = (name: string, urgent: boolean) => pool.request(name, 10_000, { urgent }).then(() => order.push(name));
    await Promise.all([ask('first', false), ask('second', false), ask('urgent', true)]);
    expect(order).toEqual(['first', 'urgent', 'second']);
  });

  it('ends its children when it closes, and refuses what comes later', async () => {
    openPool({ size: 2 });
    const pids = await Promise.all([pool.request<number>('pid', 10_000), pool.request<number>('pid', 10_000)]);
    const waiting = pool.request('hang', 10_000);
    const refused = expect(waiting).rejects.toMatchObject({ name: 'ChildFailure' });
    await pool.close();
    await refused;
    await expect(pool.request('x', 1000)).rejects.toMatchObject({ reason: 'closed' });
    await sleep(50);
    expect(pids.filter(isRunning)).toEqual([]);
  });
});
