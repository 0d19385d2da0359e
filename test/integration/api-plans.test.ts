/** The plan of an IEP over HTTP: proposed with the place of every part, in force only once a person has confirmed it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ProposedPlan } from '../../services/domain/proposed-plan.ts';
import { assignStudent } from '../../services/pipeline/correct-document.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { stages } from '../../services/pipeline/stages.ts';
import { submitFile } from '../../services/pipeline/submit-file.ts';
import { verifyStore } from '../../services/pipeline/verify-store.ts';
import { temporaryFolder, testContext, testReading } from '../factories/ground.ts';
import { blurtingPlan as iep } from '../factories/iep-pages.ts';
import { sampleCaseload } from '../factories/text-page.ts';
import { startApi } from './api-server.ts';

/** An upload of typed `text`, read to the end. */
async function readText(
  {
    context,
    pipeline,
    folder,
    districtId,
  }: Pick<Awaited<ReturnType<typeof readIep>>, 'context' | 'pipeline' | 'folder' | 'districtId'>,
  name: string,
  text: string,
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  const { upload } = await submitFile(context, districtId, path);
  await pipeline.idle();
  return upload._id;
}

async function readIep() {
  const folder = await temporaryFolder();
  const context = await testContext({ reading: testReading(), dataDir: folder });
  const caseload = sampleCaseload();
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: true });
  onTestFinished(() => pipeline.stop());
  const districtId = caseload.district.id;
  const uploadId = await readText({ context, pipeline, folder, districtId }, 'iep.txt', iep);
  const api = await startApi({ context, district: districtId });
  const [document] = (await api.call('GET', `/documents?uploadId=${uploadId}`)).body.items;
  const student = () => context.store.students.findOne({ id: 'stu-sha' }).lean();
  return { ...api, context, pipeline, folder, id: document.id as string, student, districtId };
}

/** What the page sends when a person accepts the whole proposal. */
function accepted({ goals, services, plan }: ProposedPlan) {
  return { studentId: 'stu-sha', plan, goals, services, replaces: false };
}

it('is shown with its places and its missing parts, and changes nothing before it is confirmed', async () => {
  const { call, id, student } = await readIep();
  const before = await student();
  const { body } = await call('GET', `/documents/${id}`);
  expect(body).toMatchObject({ documentType: 'iep', studentId: 'stu-sha', state: 'filed', dataPoints: [] });
  expect(body.plan).toMatchObject({ state: 'proposed', decidedBy: null, studentId: 'stu-sha' });
  expect(body.plan.plan).toEqual({ start: '2026-04-02', end: '2027-04-01' });
  const [goal] = body.plan.goals;
  expect(goal).toMatchObject({ area: 'Behavior - Blurting Out', baseline: { value: 5 }, target: { value: 2 } });
  const { file: _, ...place } = goal.places.target;
  expect(place).toMatchObject({ page: 1, quote: '2 or fewer times per day' });
  expect(iep.slice(place.start, place.end)).toBe(place.quote);
  expect(goal.places.target.bbox).toHaveLength(4);
  expect(body.plan.incomplete).toMatchObject([{ area: 'Writing', missing: ['baseline'], target: { value: 12 } }]);
  expect(body.plan.incomplete[0]).not.toHaveProperty('baseline');
  expect(await student()).toEqual(before);
});

it('comes into force as the person has corrected it, is recorded, and stays when the document is read again', async () => {
  const { call, id, student, context, pipeline, districtId } = await readIep();
  const { plan } = (await call('GET', `/documents/${id}`)).body;
  const request = accepted(plan);
  request.goals[0] = { ...request.goals[0]!, target: { value: 3, date: '2027-04-01' } };
  const known = (await student())?.goals.length ?? 0;

  const { status, body } = await call('POST', `/documents/${id}/plan`, request);
  expect(status).toBe(200);
  expect(body.plan).toMatchObject({ start: '2026-04-02', end: '2027-04-01', kind: 'iep' });
  const after = await student();
  expect(after?.goals).toHaveLength(known + 1);
  const fresh = after?.goals.at(-1);
  expect(fresh).toMatchObject({ area: 'Behavior - Blurting Out', target: { value: 3 }, baseline: { value: 5 } });
  expect(fresh).not.toHaveProperty('places');
  expect(fresh?.id).toMatch(/^iep-/);
  expect(after?.services.map((s) => s.minutes)).toContain(90);
  const event = await context.store.auditEvents.findOne({ action: 'plan.confirmed' }).lean();
  expect(event).toMatchObject({ actor: 'staff-1', studentId: 'stu-sha', resource: `documents/${id}` });

  // Pressed twice, or read again: the same goals, none doubled.
  await call('POST', `/documents/${id}/plan`, request);
  await assignStudent(context, { districtId, documentId: id, studentId: 'stu-sha', by: 'staff-1' });
  await pipeline.idle();
  expect((await student())?.goals).toEqual(after?.goals);
  expect((await call('GET', `/documents/${id}`)).body.plan).toMatchObject({ state: 'confirmed', decidedBy: 'staff-1' });
});

it('takes the place of the goals before where the person says so, and records of their time still hold', async () => {
  const { call, id, student, context } = await readIep();
  const ended = (await student())?.goals.map((g) => g.id);
  const { plan } = (await call('GET', `/documents/${id}`)).body;
  await call('POST', `/documents/${id}/plan`, { ...accepted(plan), replaces: true });
  expect((await student())?.goals.map((g) => g.area)).toEqual(['Behavior - Blurting Out']);
  expect((await student())?.services.map((s) => s.kind)).toEqual(['Specialized Reading Instruction']);
  expect((await student())?.pastGoals?.map((g) => g.id)).toEqual(ended);
  for await (const problem of verifyStore(context)) expect.unreachable(JSON.stringify(problem));
});

it('is not undone by the caseload file that was there before, but by one with a later plan', async () => {
  const { call, id, student, context } = await readIep();
  const { plan } = (await call('GET', `/documents/${id}`)).body;
  await call('POST', `/documents/${id}/plan`, { ...accepted(plan), replaces: true });
  const confirmed = await student();
  await importCaseload(context, sampleCaseload());
  expect(await student()).toEqual(confirmed);

  const file = sampleCaseload();
  const later = file.students.map((s) => ({ ...s, plan: { ...s.plan, start: '2026-06-01', end: '2027-05-31' } }));
  await importCaseload(context, { ...file, students: later });
  expect((await student())?.goals.length).toBe(file.students.find((s) => s.id === 'stu-sha')?.goals.length);
  expect((await student())?.pastGoals?.map((g) => g.area)).toEqual(['Behavior - Blurting Out']);
});

it('finds in earlier evidence what only its goals and services ask for, and leaves a person’s decisions alone', async () => {
  const setup = await readIep();
  const { call, id, context, pipeline } = setup;
  const rubric = `Writing conference          Soren Halvorsen          4/20/2026

Paragraph rubric        9 / 16

Blurting out today: 4`;
  const uploadId = await readText(setup, 'rubric.txt', rubric);
  const points = () => context.store.dataPoints.find({ uploadId }).sort({ value: 1 }).lean();
  const before = await points();
  expect(before.map(({ value }) => value)).toEqual([4]);
  await context.store.dataPoints.updateOne({ _id: before[0]?._id }, { $set: { state: 'confirmed', decidedBy: 'cm' } });

  const { plan } = (await call('GET', `/documents/${id}`)).body;
  const request = accepted(plan);
  const writing = {
    ...request.goals[0]!,
    id: 'proposed-writing',
    area: 'Writing',
    statement: 'Soren will score 12 of 16 points on the paragraph rubric.',
    measure: { kind: 'score' as const, unit: 'points', max: 16 },
    baseline: { value: 6, date: '2026-04-02' },
    target: { value: 12, date: '2027-04-01' },
    direction: 'increase' as const,
  };
  await call('POST', `/documents/${id}/plan`, { ...request, goals: [writing] });
  await pipeline.idle();
  const after = await points();
  expect(after.map(({ value, state }) => [value, state])).toEqual([
    [4, 'confirmed'],
    [9, expect.stringMatching(/proposed|needs_review/)],
  ]);
  expect(after[0]?.goalId).toBe(before[0]?.goalId);
  expect(after[1]?.goalId).toMatch(/^iep-/);
  expect((await setup.student())?.understandFrom).toBeUndefined();
});

it('has evidence understood anew even where the process ended before it could', async () => {
  const setup = await readIep();
  const uploadId = await readText(setup, 'note.txt', 'Soren Halvorsen  4/21/2026\nBlurting out today: 6');
  const { context, pipeline } = setup;
  await context.store.students.updateOne({ id: 'stu-sha' }, { $set: { understandFrom: '2026-04-02' } });
  await context.store.dataPoints.deleteMany({ uploadId });
  await pipeline.sweep();
  await pipeline.idle();
  expect((await context.store.dataPoints.find({ uploadId }).lean()).map(({ value }) => value)).toEqual([6]);
  expect((await setup.student())?.understandFrom).toBeUndefined();
});

it('lets a caseload file with other goals have its evidence understood anew too, the same file nothing', async () => {
  const setup = await readIep();
  const { context, pipeline } = setup;
  const uploadId = await readText(setup, 'note.txt', 'Soren Halvorsen  4/21/2026\nBlurting out today: 6');
  const points = async () => (await context.store.dataPoints.find({ uploadId }).lean()).map(({ goalId }) => goalId);
  expect(await points()).toEqual(['sha-out']);

  const file = sampleCaseload();
  await importCaseload(context, file);
  expect((await setup.student())?.understandFrom).toBeUndefined();
  const students = file.students.map((student) => ({
    ...student,
    goals: student.goals.filter(({ id }) => id !== 'sha-out'),
  }));
  await importCaseload(context, { ...file, students });
  await pipeline.sweep();
  await pipeline.idle();
  expect(await points()).toEqual([]);
});

it('is refused where it does not hold together or is somebody else’s, and then nothing changes', async () => {
  const { call, id, student, context, districtId } = await readIep();
  const { plan } = (await call('GET', `/documents/${id}`)).body;
  const before = await student();
  const confirm = (change: object, document = id) =>
    call('POST', `/documents/${document}/plan`, { ...accepted(plan), ...change });
  const { measure: _, ...unmeasured } = plan.goals[0];
  expect((await confirm({ goals: [unmeasured] })).body).toMatchObject({ code: 'invalid_request', status: 400 });
  expect((await confirm({ goals: plan.incomplete })).body).toMatchObject({ code: 'invalid_request' });
  expect((await confirm({ plan: { start: '2027-04-01', end: '2026-04-01' } })).body.code).toBe('invalid_request');
  expect((await confirm({ goals: [plan.goals[0], plan.goals[0]] })).body.code).toBe('invalid_request');
  expect((await confirm({ studentId: 'stu-mqu' })).body.code).toBe('invalid_transition');
  expect((await confirm({ goals: [{ ...plan.goals[0], id: 'mqu-inf' }] })).body.code).toBe('invalid_request');
  expect((await confirm({}, 'nothing')).body.code).toBe('not_found');
  await context.store.documents.updateOne({ _id: id }, { $set: { districtId: 'elsewhere' } });
  expect((await confirm({})).body.code).toBe('not_found');
  await context.store.documents.updateOne({ _id: id }, { $set: { districtId, plan: null } });
  expect((await confirm({})).body.code).toBe('not_found');
  expect(await student()).toEqual(before);
});
