/** Correcting over HTTP, through the real pipeline: whose a document is, and which pages belong together. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCaseloadFile } from '../../services/cli/arguments.ts';
import { jointDoubts, jointQuestion } from '../../services/pipeline/joint-question.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { stages } from '../../services/pipeline/stages.ts';
import { submitFile } from '../../services/pipeline/submit-file.ts';
import { temporaryFolder, testContext, testReading } from '../factories/ground.ts';
import { projectRoot, samplePath } from '../factories/run-throughline.ts';
import { seed } from './api-records.ts';
import { startApi } from './api-server.ts';

const pages = [
  `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
11/20/2025    6/10`,
  `11/14/2025
C. Vantongeren turned in 6 of 8 assignments this week.`,
  `A DAY AT THE LAKE AND ON THE HILL

because
friend
night`,
];

async function binder() {
  const folder = await temporaryFolder();
  const context = await testContext({ reading: testReading(), dataDir: folder });
  const caseload = await readCaseloadFile(join(projectRoot, samplePath('caseload.json')));
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: true });
  onTestFinished(() => pipeline.stop());
  const path = join(folder, 'binder.txt');
  await writeFile(path, pages.join('\f'));
  const { upload } = await submitFile(context, caseload.district.id, path);
  await pipeline.idle();
  const api = await startApi({ context, district: caseload.district.id });
  const documents = async () => {
    const { body } = await api.call('GET', `/documents?uploadId=${upload._id}&limit=200`);
    return body.items.reverse();
  };
  return { ...api, pipeline, uploadId: upload._id, documents, district: caseload.district.id };
}

describe('the student of a document over HTTP', () => {
  it('is asked for with the students who fit, is chosen by a person, and brings the measurements', async () => {
    const { call, documents, pipeline, context } = await binder();
    const asking = (await call('GET', '/documents?asks=true')).body.items;
    const id = asking.find((item: { pages: number[] }) => item.pages.includes(2)).id;
    expect((await call('GET', `/documents/${id}`)).body.candidateIds.sort()).toEqual(['stu-cav', 'stu-cuv']);

    const { body } = await call('POST', `/documents/${id}/student`, { studentId: 'stu-cav' });
    expect(body).toMatchObject({ id, state: 'split' });
    await pipeline.idle();
    const after = (await call('GET', `/documents/${id}`)).body;
    expect(after).toMatchObject({ state: 'filed', studentId: 'stu-cav', pointCount: 1, candidateIds: [] });
    expect((await documents())[1].questions.join()).not.toMatch(/whose/i);
    const event = await context.store.auditEvents.findOne({ action: 'document.assigned' }).lean();
    expect(event).toMatchObject({ actor: 'staff-1', resource: `documents/${id}`, detail: { to: 'stu-cav' } });
  });

  it('is the one whom a person names although the page bears another name, and nothing stays with the other', async () => {
    const { call, documents, pipeline, context } = await binder();
    const [sheet] = await documents();
    expect(sheet).toMatchObject({ studentId: 'stu-mqu', pointCount: 2 });
    await call('POST', `/documents/${sheet.id}/student`, { studentId: 'stu-ofa' });
    await pipeline.idle();
    const after = (await call('GET', `/documents/${sheet.id}`)).body;
    expect(after).toMatchObject({ state: 'filed', studentId: 'stu-ofa', questions: [], dataPoints: [] });
    expect(after.unmapped).toHaveLength(2);
    expect(await context.store.dataPoints.countDocuments({ studentId: 'stu-mqu' })).toBe(0);
  });

  it('must be on the caseload, and the document in the district', async () => {
    const { call, context } = await startApi();
    const { document } = await seed(context.store);
    await seed(context.store, 'd2');
    const assign = (id: string, body: object) => call('POST', `/documents/${id}/student`, body);
    expect((await assign(document._id, { studentId: 'nobody' })).body.code).toBe('not_found');
    expect((await assign('d2-u1~d00001', { studentId: 's1' })).body.code).toBe('not_found');
    expect((await assign(document._id, {})).body).toMatchObject({ code: 'invalid_request', field: 'studentId' });
    await context.store.documents.updateOne({ _id: document._id }, { $set: { state: 'classified' } });
    expect((await assign(document._id, { studentId: 's2' })).body.code).toBe('invalid_transition');
  });
});

describe('the pages of an upload over HTTP', () => {
  it('say where it is not sure that a document begins, and are put together by a person', async () => {
    const { call, documents, pipeline, uploadId, context } = await binder();
    const before = await documents();
    expect(before.map(({ pages: own }: { pages: number[] }) => own)).toEqual([[1], [2], [3]]);
    expect(before[2].doubts).toEqual([{ page: 3, reason: expect.stringMatching(/heading/) }]);

    const reply = await call('POST', `/uploads/${uploadId}/grouping`, { groups: [[1], [2, 3]] });
    expect(reply.body).toMatchObject({ id: uploadId, state: 'splitting' });
    await pipeline.idle();
    const after = await documents();
    expect(after.map(({ pages: own }: { pages: number[] }) => own)).toEqual([[1], [2, 3]]);
    expect(after.flatMap(({ doubts }: { doubts: unknown[] }) => doubts)).toEqual([]);
    const event = await context.store.auditEvents.findOne({ action: 'upload.regrouped' }).lean();
    expect(event?.detail).toMatchObject({ documentsBefore: 3, documents: 2 });
  });

  it('keep apart doubts about where a document begins and doubts about where it goes on', () => {
    const reason =
      'It is the first page. Page 3: It seems to go on: its heading is weak. Page 5: It could not be read.';
    const goesOn = [
      { page: 3, reason: 'It seems to go on: its heading is weak.' },
      { page: 5, reason: 'It could not be read.' },
    ];
    expect(jointDoubts({ pages: [1, 2, 3, 4, 5], questions: ['Whose is it?', jointQuestion(reason)] })).toEqual(goesOn);
    const begins = 'It seems to begin a new document: it has a heading. Page 9: It could not be read.';
    expect(jointDoubts({ pages: [8, 9], questions: [jointQuestion(begins)] })).toEqual([
      { page: 8, reason: 'It seems to begin a new document: it has a heading.' },
      { page: 9, reason: 'It could not be read.' },
    ]);
    expect(jointDoubts({ pages: [1], questions: ['Whose is it?'] })).toEqual([]);
  });

  it('are settled when a person leaves them as they are: nothing is asked again, nothing is done again', async () => {
    const { call, documents, pipeline, uploadId, context } = await binder();
    const doneAt = async () => (await context.store.jobs.find({ stage: 'extract' }).lean()).map((job) => job.doneAt);
    const before = await doneAt();
    await call('POST', `/uploads/${uploadId}/grouping`, { groups: [[1], [2], [3]] });
    await pipeline.idle();
    const after = await documents();
    expect(after.flatMap(({ doubts }: { doubts: unknown[] }) => doubts)).toEqual([]);
    expect(after[1].questions.join()).toMatch(/whose/i);
    expect(await doneAt()).toEqual(before);
  });

  it('must each stand in one document', async () => {
    const { call, uploadId } = await binder();
    const wrong = [[[1], [2]], [[1, 2, 3, 3]], [[1, 2, 3, 4]], [[1, 2, 3], []], []];
    for (const groups of wrong) {
      const { body } = await call('POST', `/uploads/${uploadId}/grouping`, { groups });
      expect([groups, body.code]).toEqual([groups, 'invalid_request']);
    }
    expect((await call('POST', '/uploads/nothing/grouping', { groups: [[1]] })).body.code).toBe('not_found');
  });
});

describe('what waits for a person', () => {
  it('is counted: questions, numbers to check, files, statements by state', async () => {
    const { call, context } = await startApi();
    const { document, statement } = await seed(context.store);
    await seed(context.store, 'd2');
    await context.store.documents.updateOne({ _id: document._id }, { $set: { questions: ['Whose is it?'] } });
    const none = { in_review: 0, returned: 0, approved: 0, sent: 0 };
    const counted = { documents: 1, dataPoints: 1, uploads: 0, statements: { draft: 1, ...none } };
    expect((await call('GET', '/waiting')).body).toEqual(counted);
    expect((await call('GET', '/waiting?periodId=q9')).body.statements.draft).toBe(0);
    const listed = await call('GET', '/statements');
    expect(listed.body.items[0]).toMatchObject({ id: statement._id, reviewCount: 1 });
    await call('POST', `/data-points/${document._id}~p1/decision`, { decision: 'confirm' });
    expect((await call('GET', '/statements')).body.items[0].reviewCount).toBe(0);
  });
});
