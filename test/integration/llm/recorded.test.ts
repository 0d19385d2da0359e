/** Replies as a model gave them, replayed: what rules and model together make of the typed notes of the samples. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { proposalsSchema } from '../../../services/extraction/model/proposal.ts';
import { understandWithModel } from '../../../services/extraction/model/understand-with-model.ts';
import { understandDocument } from '../../../services/extraction/understand-document.ts';
import { replay } from '../../factories/stub-endpoint.ts';
import { testLlm } from '../../factories/test-llm.ts';
import { sampleCaseload, textPage } from '../../factories/text-page.ts';

const folder = new URL('recorded/', import.meta.url);
const samples = new URL('../../../samples/', import.meta.url);
const recordingSchema = z.object({ of: z.string(), reply: proposalsSchema });
const expectedSchema = z.object({
  uploadDate: z.string(),
  documents: z.array(
    z.object({
      dataPoints: z.array(z.object({ goalId: z.string(), date: z.string(), value: z.number() })),
      notData: z.array(z.object({ value: z.number() })),
    }),
  ),
});
const caseload = sampleCaseload();
const keyOf = (p: { goalId: string; date: string; value: number }) => `${p.goalId} ${p.date} ${p.value}`;

let rightInAll = 0;

describe.each(readdirSync(folder))('the reply %s', (name) => {
  const { of: file, reply } = recordingSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  const page = textPage(readFileSync(new URL(`evidence/${file}`, samples), 'utf8'), { file });
  const expected = expectedSchema.parse(JSON.parse(readFileSync(new URL(`expected/${file}.json`, samples), 'utf8')));
  const right = new Set(expected.documents.flatMap((d) => d.dataPoints.map(keyOf)));
  const options = { uploadDate: expected.uploadDate };

  it('brings right points, keeps what the rules found, and adds nothing wrong', async () => {
    const asked: string[] = [];
    const { llm, stub } = await testLlm((request, response) => {
      asked.push(request.input);
      return replay(new Map([[request.input, reply]]), { measurements: [] })(request, response);
    });
    const byRules = understandDocument([page], caseload, options);
    const document = await understandWithModel([page], caseload, options, llm);
    expect(stub.requests).toHaveLength(1);
    expect(document.questions?.join() ?? '').not.toContain('does not stand on the page');
    const found = new Set(document.dataPoints.map(keyOf));
    rightInAll += [...right].filter((key) => found.has(key)).length;
    const surelyWrong = document.dataPoints.filter((p) => p.status === 'proposed' && !right.has(keyOf(p)));
    expect(surelyWrong).toEqual([]);
    for (const point of byRules.dataPoints) expect(found).toContain(keyOf(point));
    const alone = document.dataPoints.filter((p) => !byRules.dataPoints.some((r) => keyOf(r) === keyOf(p)));
    for (const point of alone) expect([point.status, right.has(keyOf(point))]).toEqual(['needs_review', true]);
  });
});

describe('the recorded replies together', () => {
  it('bring the points of notes that the rules alone do not know', () => {
    expect(rightInAll).toBe(14);
  });
});
