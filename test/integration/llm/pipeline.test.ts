/** The pipeline with a model that fails, comes back, or obeys an attacker: the rules go on, and nothing moves on its word. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PipelineContext } from '../../../services/pipeline/context.ts';
import { importCaseload } from '../../../services/pipeline/load-caseload.ts';
import { runPipeline } from '../../../services/pipeline/run-pipeline.ts';
import { stages } from '../../../services/pipeline/stages.ts';
import { submitFile } from '../../../services/pipeline/submit-file.ts';
import { sweepStates } from '../../../services/pipeline/sweep.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { closedReading, temporaryFolder, testContext } from '../../factories/ground.ts';
import { injectionPages } from '../../factories/injection-pages.ts';
import { proposal } from '../../factories/proposals.ts';
import { answer, fail, type StubBehaviour, say } from '../../factories/stub-endpoint.ts';
import { testLlm } from '../../factories/test-llm.ts';
import { sampleCaseload, textPage } from '../../factories/text-page.ts';

const note = `Fluency check
Name: Amaya Delacroix-Reyes
Date: 11/18/2025
WCPM: 47`;

/** Every upload is one page of typed text, which is the file's own content. */
function textReading(texts: readonly string[]): Reading {
  let next = 0;
  return {
    ...closedReading,
    inspect: async () => ({ kind: 'text', mediaType: 'text/plain', pageCount: 1 }),
    readPage: async () => {
      const { file: _, ...page } = textPage(texts[next++ % texts.length] ?? '');
      return { page, image: null };
    },
  };
}

async function running(texts: readonly string[], behaviour: StubBehaviour) {
  const folder = await temporaryFolder();
  const { llm, stub, time } = await testLlm(behaviour);
  const opened = await testContext({ reading: textReading(texts), dataDir: folder, llm });
  let ahead = 0;
  const context: PipelineContext = { ...opened, clock: { now: () => new Date(Date.now() + ahead) } };
  const caseload = sampleCaseload();
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: true });
  onTestFinished(() => pipeline.stop());
  const hand = async (text: string, name: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    const { upload } = await submitFile(context, caseload.district.id, path);
    await pipeline.idle();
    return upload._id;
  };
  const later = async (ms: number) => {
    ahead += ms;
    time.now += ms;
    await sweepStates(context, stages);
    await pipeline.idle();
  };
  return { context, stub, hand, later };
}

const said = answer({ measurements: [proposal('47', { line: 'WCPM: 47', kind: 'rate', value: '47' })] });

describe('an endpoint that is down', () => {
  it('leaves the rules’ result, says so, and is asked again once it has rested: then the result is surer, none doubled', async () => {
    const { context, stub, hand, later } = await running([note], fail(500));
    const uploadId = await hand(note, 'note.txt');
    const document = () => context.store.documents.findOne({ uploadId }).lean();
    const points = () => context.store.dataPoints.find({ uploadId }).lean();
    expect(await document()).toMatchObject({ state: 'filed', model: { tookPart: false, mayAnswerLater: true } });
    const [byRules] = await points();
    expect(byRules).toMatchObject({ value: 47, state: 'proposed' });

    stub.behave(said);
    const asked = stub.requests.length;
    await later(60_000);
    expect(stub.requests).toHaveLength(asked);
    await later(30 * 60_000);
    expect(stub.requests.length).toBeGreaterThan(asked);
    expect(await document()).toMatchObject({ state: 'filed', model: { tookPart: true, mayAnswerLater: false } });
    const after = await points();
    expect(after).toHaveLength(1);
    expect(after[0]?._id).toBe(byRules?._id);
    expect(after[0]?.confidence).toBeGreaterThan(byRules?.confidence ?? 1);
  });

  it('does not undo what a person decided meanwhile', async () => {
    const { context, stub, hand, later } = await running([note], fail(500));
    const uploadId = await hand(note, 'note.txt');
    const { dataPoints } = context.store;
    await dataPoints.updateMany({ uploadId }, { $set: { state: 'rejected', decidedBy: 'staff-1' } });
    stub.behave(said);
    await later(30 * 60_000);
    expect(await dataPoints.find({ uploadId }).lean()).toMatchObject([{ state: 'rejected', decidedBy: 'staff-1' }]);
  });
});

describe('pages that give orders to a model that obeys', () => {
  it('move nothing in the records: no state, no other student, nothing counted that the rules do not find', async () => {
    const pages = injectionPages(12, 77, 'attacker.example');
    const texts = pages.map(({ page }) => page.text);
    const { context, stub, hand } = await running(texts, answer({ measurements: [] }));
    const plain = await running(texts, answer({ measurements: [] }));
    for (const [i, { obeyed }] of pages.entries()) {
      stub.behave(typeof obeyed === 'string' ? say(obeyed) : answer(obeyed));
      await hand(`${i} ${texts[i]}`, `page-${i}.txt`);
      await plain.hand(`${i} ${texts[i]}`, `page-${i}.txt`);
    }
    expect(stub.requests.length).toBeGreaterThan(0);
    const recordsOf = async ({ store }: PipelineContext) => {
      const counted = await store.dataPoints.find({ state: 'proposed' }).lean();
      const students = await store.students.find({}).sort({ id: 1 }).lean();
      const statements = await store.statements.find({}).sort({ _id: 1 }).lean();
      return {
        counted: counted.map(({ studentId, goalId, date, value }) => `${studentId} ${goalId} ${date} ${value}`).sort(),
        decided: await store.dataPoints.countDocuments({ decidedBy: { $ne: null } }),
        documents: (await store.documents.find({}).sort({ _id: 1 }).lean()).map((d) => [d.state, d.studentId]),
        statements: statements.map((s) => [s._id.split('~').slice(1).join('~'), s.state, s.text]),
        students,
      };
    };
    const [attacked, untouched] = [await recordsOf(context), await recordsOf(plain.context)];
    expect(untouched.counted.length).toBeGreaterThan(3);
    // An order may make a person look at more; it never makes more count.
    for (const point of attacked.counted) expect(untouched.counted).toContain(point);
    expect(attacked.decided).toBe(0);
    expect(attacked.documents).toEqual(untouched.documents);
    expect(attacked.students).toEqual(untouched.students);
    expect(new Set(attacked.statements.map(([, state]) => state))).toEqual(new Set(['draft']));
    const written = attacked.statements.map(([, , text]) => text).join('\n');
    expect(written).not.toMatch(/attacker|ignore|approve/i);
  });
});
