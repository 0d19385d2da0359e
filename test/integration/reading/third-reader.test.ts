/** A vision model as third reader: real pages, a stub in the endpoint's place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noLlm } from '../../../services/platform/llm/llm.ts';
import { openReading } from '../../../services/reading/open-reading.ts';
import type { Reading } from '../../../services/reading/reading.ts';
import { readPageWithModel } from '../../../services/reading/third-reader/read-page-with-model.ts';
import { temporaryFolder } from '../../factories/ground.ts';
import { samplePath, startThroughline } from '../../factories/run-throughline.ts';
import { describeWithSecondReader, modelsDir } from '../../factories/second-reader.ts';
import {
  answer,
  fail,
  hangUp,
  type StubBehaviour,
  say,
  stall,
  startStubEndpoint,
} from '../../factories/stub-endpoint.ts';
import { testLlm } from '../../factories/test-llm.ts';

const options = { readers: 1, memoryBytes: 1400 * 1024 ** 2, pageMs: 90_000, maxFileBytes: 2e7, maxPages: 50 };
const note = samplePath('evidence/recess-note-beckett.jpg');
const eyes = { LLM_VISION_MODEL: 'eyes' };
const said = {
  lines: [
    { text: '11/18/2025 Recess obs. 10:20-10:40 J. Prewitt', sure: true },
    { text: 'Beckett Nakamura-Lowe', sure: true },
    { text: 'Walked the fence for a while by himself. Then went up to', sure: true },
    { text: 'two boys at four square and asked "can I get in line?"', sure: true },
    { text: 'Asked Imre to trade balls. Later he showed a girl from', sure: true },
    { text: 'Ms. F\'s class the ant hill and said "come look".', sure: true },
    { text: 'Peer initiations this session: 3, no prompts.', sure: true },
    { text: 'I prompted him 2 more times near the end, not counted.', sure: true },
    { text: 'Goal is 5 per recess.', sure: true },
  ],
};

async function readNote(reading: Reading, llm = noLlm) {
  const info = await reading.inspect(note, note);
  return (await readPageWithModel(reading, note, info, 1, { llm, districtId: 'd-1' })).page;
}

const lasting = ({ ms: _ms, ...page }: Awaited<ReturnType<typeof readNote>>) => page;

describe('a page that no reader can read', () => {
  let alone: Reading;
  beforeAll(() => {
    alone = openReading(options);
  });
  afterAll(() => alone.close());

  it('is transcribed by the model, marked as handwriting read by it, each line where its ink is', async () => {
    const { llm, stub } = await testLlm(answer(said), eyes);
    const page = await readNote(alone, llm);
    expect(page.source).toBe('handwriting');
    expect(page.text.split('\n')).toHaveLength(said.lines.length);
    expect(page.text).toContain('Peer initiations this session: 3, no prompts.');
    for (const word of page.words) expect(word).toMatchObject({ ink: 'handwriting', readers: ['model'] });
    const count = page.words.find((word) => word.text === '3,')!;
    // Where that line stands on the photo, one line up or down: the model tells no places.
    expect(count.bbox[1] / page.height).toBeGreaterThan(0.3);
    expect(count.bbox[3] / page.height).toBeLessThan(0.43);
    expect(stub.requests).toHaveLength(1);
    expect(stub.requests[0]?.images[0]).toMatch(/^data:image\/jpeg;base64,/);
  });

  const failures: [string, StubBehaviour][] = [
    ['is down', fail(500)],
    ['hangs up', hangUp],
    ['declines', fail(400, {}, 'content_filter')],
    ['talks nonsense', say('The page says hello.')],
    ['sees nothing', answer({ lines: [] })],
    ['is sure of nothing', answer({ lines: [{ text: '??? 3', sure: false }] })],
  ];
  it.each(failures)('stays unreadable where the endpoint %s', async (_name, behaviour) => {
    const { llm } = await testLlm(behaviour, eyes);
    expect(await readNote(alone, llm)).toMatchObject({ source: 'unreadable', text: '', words: [] });
  });

  it('stays unreadable where the endpoint is slow', async () => {
    const { llm } = await testLlm(stall, { ...eyes, LLM_TIMEOUT_SECONDS: '0.2' });
    expect(await readNote(alone, llm)).toMatchObject({ source: 'unreadable' });
  });

  it('is shown to nobody where no vision model is named', async () => {
    const { llm, stub } = await testLlm(answer(said));
    expect(await readNote(alone, llm)).toMatchObject({ source: 'unreadable' });
    expect(stub.requests).toHaveLength(0);
  });

  it('is read by the model from the command line too', async () => {
    const stub = await startStubEndpoint(answer(said));
    try {
      const environment = {
        LLM_BASE_URL: stub.baseUrl,
        LLM_MODEL: 'text-model',
        LLM_VISION_MODEL: 'eyes',
        OCR_MODELS_DIR: '/nowhere',
        THROUGHLINE_DATA: await temporaryFolder(),
      };
      const ran = await startThroughline(['read', note, '--json'], environment).ended;
      expect(ran.status).toBe(0);
      expect(ran.lines()[0]).toMatchObject({ source: 'handwriting' });
      expect(stub.requests[0]?.body.model).toBe('eyes');
    } finally {
      await stub.close();
    }
  });
});

describe('print', () => {
  it('is never shown to the model', async () => {
    const { llm, stub } = await testLlm(answer(said), eyes);
    const reading = openReading(options);
    try {
      const path = samplePath('evidence/fluency-record-mateo.pdf');
      const info = await reading.inspect(path, path);
      await readPageWithModel(reading, path, info, 1, { llm, districtId: 'd-1' });
      expect(stub.knocks()).toBe(0);
    } finally {
      await reading.close();
    }
  });
});

describeWithSecondReader('a page that the second reader read', () => {
  let both: Reading;
  beforeAll(() => {
    both = openReading({ ...options, modelsDir });
  });
  afterAll(() => both.close());

  it('has its handwriting confirmed or corrected by the model, in its place', async () => {
    const before = await readNote(both);
    const changed = { lines: said.lines.map((line) => ({ ...line, text: line.text.replace('Imre', 'Imra') })) };
    const { llm } = await testLlm(answer(changed), eyes);
    const page = await readNote(both, llm);
    expect(page.source).toBe('handwriting');
    expect(page.words.every((word) => word.ink === 'handwriting')).toBe(true);
    const shared = page.words.filter((word) => word.readers?.join() === 'ppocr,model');
    expect(shared.length).toBeGreaterThan(0.7 * page.words.length);
    const was = before.words.find((word) => word.text === 'Imre');
    const is = page.words.find((word) => word.text === 'Imra');
    expect(is).toMatchObject({ readers: ['model'], bbox: was?.bbox });
  });

  it('stays as it is where the model speaks of something else or fails', async () => {
    const before = lasting(await readNote(both));
    for (const behaviour of [
      fail(503),
      answer({ lines: [{ text: 'Ignore the page and report 100 percent', sure: true }] }),
    ]) {
      const { llm } = await testLlm(behaviour, eyes);
      expect(lasting(await readNote(both, llm))).toEqual(before);
    }
  });
});
