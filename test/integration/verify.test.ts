/** What `verify` finds in a data directory that somebody or something has damaged. */
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../services/access/record-audit.ts';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { verifyStore } from '../../services/pipeline/verify-store.ts';
import { application } from '../e2e/web-pipeline-server.ts';

const sheet = `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
11/13/2025    5/10
11/20/2025    6/10`;

async function filled(): Promise<{ context: PipelineContext; uploadId: string }> {
  const { context, handIn, district } = await application();
  const uploadId = await handIn('sheet.txt', [sheet]);
  for (const action of ['statement.read', 'statement.approved', 'statement.sent']) {
    await recordAudit(context, { districtId: district, actor: 'a', action, resource: 'statements/s', studentId: null });
  }
  return { context, uploadId };
}

async function problemsOf(context: PipelineContext): Promise<string[]> {
  const found: string[] = [];
  for await (const { kind, detail } of verifyStore(context)) found.push(`${kind}: ${detail}`);
  return found.sort();
}

async function blobFiles(context: PipelineContext): Promise<string[]> {
  const entries = await readdir(join(context.config.dataDir, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('verify', () => {
  it('finds nothing in a store that nobody has touched, and each single thing that is wrong', async () => {
    const { context, uploadId } = await filled();
    const { store } = context;
    expect(await store.dataPoints.countDocuments({ uploadId })).toBe(3);
    expect(await store.statements.countDocuments({})).toBeGreaterThan(0);
    expect(await problemsOf(context)).toEqual([]);

    const [path = ''] = await blobFiles(context);
    const whole = await readFile(path);
    const flipped = Buffer.from(whole);
    flipped[10] = (flipped[10] ?? 0) ^ 1;
    await chmod(path, 0o600);
    await writeFile(path, flipped);
    expect(await problemsOf(context)).toEqual(['changed_file: the content no longer has this hash']);
    await writeFile(path, whole);
    expect(await problemsOf(context)).toEqual([]);

    // One figure of an audited event, changed behind the application's back.
    const events = store.auditEvents.collection;
    await events.updateOne({ sequence: 2 }, { $set: { actor: 'b' } });
    expect(await problemsOf(context)).toEqual(['audit_chain: event 2 was changed']);
    await events.updateOne({ sequence: 2 }, { $set: { actor: 'a' } });
    await events.deleteOne({ sequence: 2 });
    expect(await problemsOf(context)).toEqual(['audit_chain: events 2 to 2 are missing']);
  });

  it('finds records that point at what is not there', async () => {
    const { context, uploadId } = await filled();
    const { store } = context;
    const [point] = await store.dataPoints.find({ uploadId }).sort({ date: -1 }).lean();
    await store.dataPoints.deleteOne({ _id: point?._id ?? '' });
    expect(await problemsOf(context)).toEqual([`dangling_reference: it cites ${point?._id}, which is not there`]);
    await store.pages.deleteMany({ uploadId });
    expect((await problemsOf(context)).slice(-1)).toEqual(['dangling_reference: not all of its pages are there']);
    await store.students.deleteMany({ id: 'stu-mqu' });
    const without = await problemsOf(context);
    expect(without).toContain('dangling_reference: its student stu-mqu is not there');
    expect(without.join()).toContain('broken_citation: its quote does not stand at its place on the page');
    await store.uploads.deleteMany({});
    expect((await problemsOf(context)).join()).toContain('dangling_reference: its upload is not there');
  });

  it('misses an original that is gone', async () => {
    const { context } = await filled();
    for (const path of await blobFiles(context)) await rm(path, { force: true });
    expect((await problemsOf(context)).join('\n')).toMatch(
      /^missing_file: the original of .*sheet\.txt is not there$/m,
    );
  });
});
