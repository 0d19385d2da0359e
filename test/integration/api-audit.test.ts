/** The audit trail: a chain that shows what was changed or taken out. */
import { describe, expect, it } from 'vitest';
import { auditGenesis, recordAudit, verifyAuditChain } from '../../services/access/record-audit.ts';
import { openStore } from '../../services/platform/store/open-store.ts';
import { testContext } from '../factories/ground.ts';

const event = { districtId: 'd1', actor: 'staff-1', action: 'student.read', resource: 'students/s1', studentId: 's1' };

async function chainOf(count: number) {
  const context = await testContext();
  for (let index = 0; index < count; index += 1) await recordAudit(context, { ...event, detail: { b: index, a: 'x' } });
  return context;
}

describe('the chain of the audit trail', () => {
  it('begins at the genesis and links each event to the one before', async () => {
    const { store } = await chainOf(3);
    const events = await store.auditEvents.find({ districtId: 'd1' }).sort({ sequence: 1 }).lean();
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(events[0]?.previousHash).toBe(auditGenesis);
    expect(events[2]?.previousHash).toBe(events[1]?.hash);
    expect(await verifyAuditChain(store, 'd1')).toEqual({ events: 3, lastHash: events[2]?.hash, problems: [] });
    expect(await verifyAuditChain(store, 'd2')).toEqual({ events: 0, lastHash: auditGenesis, problems: [] });
  });

  it('shows an event that was changed, whatever was changed in it', async () => {
    const changes = [{ actor: 'someone-else' }, { at: new Date(0) }, { 'detail.b': 7 }, { studentId: null }];
    for (const change of changes) {
      const { store } = await chainOf(3);
      await store.auditEvents.updateOne({ districtId: 'd1', sequence: 2 }, { $set: change });
      expect((await verifyAuditChain(store, 'd1')).problems).toEqual(['event 2 was changed']);
    }
  });

  it('shows an event that was taken out', async () => {
    const { store } = await chainOf(4);
    await store.auditEvents.deleteOne({ districtId: 'd1', sequence: 2 });
    expect((await verifyAuditChain(store, 'd1')).problems).toEqual(['events 2 to 2 are missing']);
  });

  it('stays whole when many write at once, through one store and through two', async () => {
    const context = await testContext();
    const second = { ...context, store: { ...context.store } };
    const writers = Array.from({ length: 40 }, (_, index) => recordAudit(index % 2 === 0 ? context : second, event));
    await Promise.all(writers);
    expect(await verifyAuditChain(context.store, 'd1')).toMatchObject({ events: 40, problems: [] });
  });

  it('is still whole after the store was closed and opened again', async () => {
    const context = await chainOf(2);
    await context.store.close();
    const store = await openStore({ dataDir: context.config.dataDir });
    try {
      await recordAudit({ ...context, store }, event);
      expect(await verifyAuditChain(store, 'd1')).toMatchObject({ events: 3, problems: [] });
    } finally {
      await store.close();
    }
  });
});
