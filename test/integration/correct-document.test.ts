/** A person corrects whose a document is, or which pages belong together: only that is done again, nothing is lost. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCaseloadFile } from '../../services/cli/arguments.ts';
import type { PipelineContext } from '../../services/pipeline/context.ts';
import { assignStudent, regroupPages } from '../../services/pipeline/correct-document.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { type Pipeline, runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { stages } from '../../services/pipeline/stages.ts';
import { submitFile } from '../../services/pipeline/submit-file.ts';
import { verifyStore } from '../../services/pipeline/verify-store.ts';
import { temporaryFolder, testContext, testReading } from '../factories/ground.ts';
import { projectRoot, samplePath } from '../factories/run-throughline.ts';

const pages = [
  `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
11/20/2025    6/10
12/4/2025     6/10`,
  `GROUP PARTICIPATION DATA
Student: Zuri Adeyinka      Date: 11/12/2025

Date         Minutes at circle time
11/12/2025   4`,
  `11/14/2025
C. Vantongeren turned in 6 of 8 assignments this week.`,
];

async function notes(): Promise<{
  context: PipelineContext;
  pipeline: Pipeline;
  uploadId: string;
  districtId: string;
}> {
  const folder = await temporaryFolder();
  const context = await testContext({ reading: testReading(), dataDir: folder });
  const caseload = await readCaseloadFile(join(projectRoot, samplePath('caseload.json')));
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: true });
  onTestFinished(() => pipeline.stop());
  const path = join(folder, 'notes.txt');
  await writeFile(path, pages.join('\f'));
  const districtId = caseload.district.id;
  const { upload } = await submitFile(context, districtId, path);
  await pipeline.idle();
  return { context, pipeline, uploadId: upload._id, districtId };
}

async function documentsOf({ store }: PipelineContext, uploadId: string) {
  const documents = await store.documents.find({ uploadId }).sort({ _id: 1 }).lean();
  return documents.map(({ pages: own, studentId, state }) => ({ pages: own, studentId, state }));
}

async function sound(context: PipelineContext): Promise<void> {
  for await (const problem of verifyStore(context)) expect.unreachable(JSON.stringify(problem));
}

describe('naming the student of a document', () => {
  it('asks while two students fit, and finds the measurement once a person has said who it is', async () => {
    const { context, pipeline, uploadId, districtId } = await notes();
    const { store } = context;
    expect(await documentsOf(context, uploadId)).toEqual([
      { pages: [1], studentId: 'stu-mqu', state: 'filed' },
      { pages: [2], studentId: 'stu-zad', state: 'filed' },
      { pages: [3], studentId: null, state: 'filed' },
    ]);
    const asked = await store.documents.findOne({ uploadId, pages: 3 }).lean();
    expect(asked?.questions?.length).toBeGreaterThan(0);
    expect(await store.dataPoints.countDocuments({ documentId: asked?._id })).toBe(0);

    const documentId = asked?._id ?? '';
    await assignStudent(context, { districtId, documentId, studentId: 'stu-cav', by: 'cm' });
    await pipeline.idle();
    const points = await store.dataPoints.find({ documentId }).lean();
    expect(points.map(({ studentId, goalId, value }) => [studentId, goalId, value])).toEqual([
      ['stu-cav', 'cav-hmw', 75],
    ]);
    const statement = await store.statements.findOne({ goalId: 'cav-hmw', periodId: '2025-q2' }).lean();
    expect(statement?.facts.points).toBe(1);

    // It was the other one after all: what was found for the first is taken back, statement included.
    await store.dataPoints.updateOne(
      { documentId },
      { $set: { state: 'confirmed', decidedBy: 'cm', decidedAt: new Date() } },
    );
    await assignStudent(context, { districtId, documentId, studentId: 'stu-cuv', by: 'cm' });
    await pipeline.idle();
    expect((await store.dataPoints.find({ documentId, goalId: 'cav-hmw' }).lean()).map(({ state }) => state)).toEqual([
      'rejected',
    ]);
    expect((await store.statements.findOne({ goalId: 'cav-hmw', periodId: '2025-q2' }).lean())?.facts.points).toBe(0);
    await sound(context);
  });

  it('refuses a student who is not on the caseload, and a document of another district', async () => {
    const { context, uploadId, districtId } = await notes();
    const document = await context.store.documents.findOne({ uploadId, pages: 3 }).lean();
    const documentId = document?._id ?? '';
    const assign = (change: object) =>
      assignStudent(context, { districtId, documentId, studentId: 'stu-cav', by: 'cm', ...change });
    await expect(assign({ studentId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(assign({ districtId: 'elsewhere' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

/** Approves every statement of a student that cites a number; returns the ids of those numbers. */
async function approveStatementsOf({ store }: PipelineContext, studentId: string): Promise<string[]> {
  const citing = (await store.statements.find({ studentId }).lean()).filter(({ citations }) => citations.length > 0);
  await store.statements.updateMany({ _id: { $in: citing.map((s) => s._id) } }, { $set: { state: 'approved' } });
  const ids = new Set(citing.flatMap(({ citations }) => citations.map((c) => c.dataPointId)));
  expect(ids.size).toBeGreaterThan(0);
  return [...ids].sort();
}

describe('putting pages together in another way', () => {
  it('does only the changed documents again and keeps what a person decided', async () => {
    const { context, pipeline, uploadId, districtId } = await notes();
    const { store } = context;
    const circle = { goalId: 'zad-cir', uploadId };
    await store.dataPoints.updateOne(circle, { $set: { state: 'confirmed', decidedBy: 'cm', decidedAt: new Date() } });
    const untouched = await store.jobs.findOne({ stage: 'extract', key: { $regex: 'd00001$' } }).lean();

    await regroupPages(context, { districtId, uploadId, groups: [[1], [2, 3]] });
    await pipeline.idle();
    expect((await documentsOf(context, uploadId)).map((document) => document.pages)).toEqual([[1], [2, 3]]);
    expect(await store.dataPoints.findOne(circle).lean()).toMatchObject({
      state: 'confirmed',
      documentId: expect.stringMatching(/d00002$/),
    });
    expect(await store.jobs.findOne({ stage: 'extract', key: { $regex: 'd00001$' } }).lean()).toEqual(untouched);
    await sound(context);

    await regroupPages(context, { districtId, uploadId, groups: [[1, 2], [3]] });
    await pipeline.idle();
    expect((await store.dataPoints.findOne(circle).lean())?.documentId).toMatch(/d00001$/);
    expect((await store.uploads.findOne({ _id: uploadId }).lean())?.state).toBe('done');
    await sound(context);
  });

  it('keeps the numbers that an approved report cites, asks about them where they are not found again, and doubles none', async () => {
    const { context, pipeline, uploadId, districtId } = await notes();
    const { store } = context;
    const pointsOf = () => store.dataPoints.find({ uploadId }).sort({ _id: 1 }).lean();
    const before = await pointsOf();
    const cited = await approveStatementsOf(context, 'stu-mqu');
    const locked = await store.statements.find({ state: 'approved' }).sort({ _id: 1 }).lean();

    // Put together, the first two pages are of two students: what the machine finds of them changes.
    await regroupPages(context, { districtId, uploadId, groups: [[1, 2, 3]] });
    await pipeline.idle();
    const after = await pointsOf();
    expect(new Set(after.map(({ _id }) => _id)).size).toBe(after.length);
    for (const id of cited) expect(after.map((point) => point._id)).toContain(id);
    expect(await store.statements.find({ state: 'approved' }).sort({ _id: 1 }).lean()).toEqual(locked);
    await sound(context);

    await regroupPages(context, { districtId, uploadId, groups: [[1], [2], [3]] });
    await pipeline.idle();
    expect((await pointsOf()).map(({ _id, value, state }) => ({ _id, value, state }))).toEqual(
      before.map(({ _id, value, state }) => ({ _id, value, state })),
    );
    await sound(context);
  });

  it('gives an approved report’s numbers to a person when the document turns out to be somebody else’s', async () => {
    const { context, pipeline, uploadId, districtId } = await notes();
    const { store } = context;
    const mine = { uploadId, studentId: 'stu-mqu' };
    const cited = await approveStatementsOf(context, 'stu-mqu');
    const documentId = (await store.dataPoints.findOne(mine).lean())?.documentId ?? '';
    const others = { uploadId, documentId: { $ne: documentId } };
    const untouched = await store.dataPoints.find(others).sort({ _id: 1 }).lean();

    await assignStudent(context, { districtId, documentId, studentId: 'stu-ofa', by: 'cm' });
    await pipeline.idle();
    const kept = await store.dataPoints.find(mine).lean();
    expect(kept.map(({ _id }) => _id).sort()).toEqual(cited);
    for (const point of kept) expect(point).toMatchObject({ state: 'needs_review', documentId });
    expect(kept[0]?.reason).toContain('approved report');
    expect(await store.dataPoints.find(others).sort({ _id: 1 }).lean()).toEqual(untouched);
    await sound(context);
  });

  it('refuses a page that is left out or named twice', async () => {
    const { context, uploadId, districtId } = await notes();
    for (const groups of [
      [[1], [2]],
      [
        [1, 2],
        [2, 3],
      ],
      [[1, 2, 3], []],
      [[1, 2, 3, 4]],
    ]) {
      await expect(regroupPages(context, { districtId, uploadId, groups })).rejects.toMatchObject({
        code: 'invalid_request',
      });
    }
  });
});
