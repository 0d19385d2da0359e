/** Reading and deciding over HTTP: documents, points, statements, students, findings. */
import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '../../services/access/record-audit.ts';
import { documentOf, pageOf, pointOf, seed, upload } from './api-records.ts';
import { startApi } from './api-server.ts';

async function seeded() {
  const api = await startApi();
  return { api, store: api.context.store, ...(await seed(api.context.store)) };
}

describe('the records over HTTP', () => {
  it('show a document with its points, what was not tied to a goal, and its questions', async () => {
    const { api, document } = await seeded();
    const { body } = await api.call('GET', `/documents/${document._id}`);
    expect(body).toMatchObject({ id: 'u1~d00001', pointCount: 1, reviewCount: 1, studentIds: ['s1'], questions: [] });
    expect(body.dataPoints[0]).toMatchObject({ value: 62, state: 'needs_review', decisions: [] });
    expect(body.dataPoints[0].source).toEqual(pointOf(document).source);
  });

  it('list documents by student, kind, day and state, in pages without a gap or a double', async () => {
    const { api, store } = await seeded();
    const days = ['2025-12-01', '2025-12-15', '2026-01-09', '2026-01-20'];
    for (const [index, date] of days.entries()) {
      const id = `v${index}`;
      await store.uploads.create(upload({ _id: id }));
      const documentType = index % 2 === 0 ? 'rubric' : 'service_log';
      await store.documents.create(
        documentOf(id, [1], { date, documentType, studentId: null, studentIds: ['s1', 's2'] }),
      );
    }
    const ids = async (query: string) => {
      const { body } = await api.call('GET', `/documents?${query}`);
      return body.items.map((item: { uploadId: string }) => item.uploadId);
    };
    expect(await ids('')).toEqual(['v3', 'v2', 'v1', 'v0', 'u1']);
    expect(await ids('studentId=s2')).toEqual(['v3', 'v2', 'v1', 'v0']);
    expect(await ids('type=rubric')).toEqual(['v2', 'v0']);
    expect(await ids('from=2025-12-15&to=2026-01-09')).toEqual(['v2', 'v1', 'u1']);
    expect(await ids('state=failed')).toEqual([]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await api.call('GET', `/documents?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map((item: { uploadId: string }) => item.uploadId));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['v3', 'v2', 'v1', 'v0', 'u1']);
  });

  it('show students without their birth date, and the periods', async () => {
    const { api } = await seeded();
    const list = await api.call('GET', '/students');
    expect(list.body.items.map((student: { id: string }) => student.id)).toEqual(['s2', 's1']);
    const one = await api.call('GET', '/students/s1');
    expect(one.body).toMatchObject({ givenName: 'Juniper', homeLanguage: 'en' });
    expect(one.body.goals).toHaveLength(2);
    expect(JSON.stringify([list.body, one.body])).not.toContain('2016-04-03');
    const periods = await api.call('GET', '/periods');
    expect(periods.body.items).toHaveLength(1);
  });

  it('show the gaps as they are now, by student, kind and period, in pages', async () => {
    const { api, point } = await seeded();
    const gaps = async (query: string) => (await api.call('GET', `/findings?${query}`)).body.items;
    const kinds = (items: { kind: string; goalId?: string }[]) => items.map(({ kind, goalId }) => [kind, goalId]);
    expect(kinds(await gaps('studentId=s1'))).toEqual([
      ['review_needed', undefined],
      ['missing_evidence', 'g3'],
    ]);
    expect(kinds(await gaps('studentId=s1&kind=missing_evidence'))).toEqual([['missing_evidence', 'g3']]);
    expect(await gaps('periodId=q9')).toEqual([]);
    const all = await gaps('');
    expect(all).toHaveLength(3);
    const first = (await api.call('GET', '/findings?limit=2')).body;
    const rest = (await api.call('GET', `/findings?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(rest.nextCursor).toBeNull();
    await api.call('POST', `/data-points/${point._id}/decision`, { decision: 'confirm' });
    expect(kinds(await gaps('studentId=s1'))).toEqual([['missing_evidence', 'g3']]);
  });

  it('show a page as it was read', async () => {
    const { api } = await seeded();
    const { body } = await api.call('GET', '/uploads/u1/pages/1');
    expect(body.content.text).toContain('62 wcpm');
    expect(body.content.words[1]).toMatchObject({ text: '62', bbox: [122, 100, 140, 124] });
    expect((await api.call('GET', '/uploads/u1/pages/2')).body.code).toBe('not_found');
    expect((await api.call('GET', '/uploads/u1/pages/zero')).body).toMatchObject({
      code: 'invalid_request',
      field: 'n',
    });
  });
});

describe('a decision about a data point', () => {
  it('keeps what the machine read beside what the person said, and each step in order', async () => {
    const { api, point } = await seeded();
    const path = `/data-points/${point._id}/decision`;
    const corrected = await api.call('POST', path, { decision: 'correct', value: 67, comment: 'The 2 is a 7.' });
    expect(corrected.body).toMatchObject({
      state: 'corrected',
      value: 62,
      corrected: { value: 67 },
      decidedBy: 'staff-1',
    });
    const rejected = await api.call('POST', path, { decision: 'reject' });
    expect(rejected.body).toMatchObject({ state: 'rejected', corrected: null });
    const confirmed = await api.call('POST', path, { decision: 'confirm' });
    expect(
      confirmed.body.decisions.map((step: { from: string; to: string; value: number | null }) => step),
    ).toMatchObject([
      { from: 'needs_review', to: 'corrected', value: 67, comment: 'The 2 is a 7.' },
      { from: 'corrected', to: 'rejected', value: null },
      { from: 'rejected', to: 'confirmed', value: null },
    ]);
  });

  it('asks for the drafts that rest on the number', async () => {
    const { api, store, point } = await seeded();
    await api.call('POST', `/data-points/${point._id}/decision`, { decision: 'confirm' });
    const jobs = await store.jobs.find({ stage: 'draft' }).lean();
    expect(jobs.map((job) => job.key).sort()).toEqual(['d1~s1~g1~q2', 'd1~s1~g3~q2']);
  });

  it('is refused where the states do not allow it, or the measure cannot have the value', async () => {
    const { api, store, document, point } = await seeded();
    const path = `/data-points/${point._id}/decision`;
    await api.call('POST', path, { decision: 'confirm' });
    expect((await api.call('POST', path, { decision: 'confirm' })).body.code).toBe('invalid_transition');
    await store.dataPoints.create(pointOf(document, { _id: 'p2', goalId: 'g3', unit: 'percent', value: 80 }));
    const tooMuch = await api.call('POST', '/data-points/p2/decision', { decision: 'correct', value: 101 });
    expect(tooMuch.body).toMatchObject({ code: 'invalid_request', field: 'value' });
    const negative = await api.call('POST', '/data-points/p2/decision', { decision: 'correct', value: -1 });
    expect(negative.body).toMatchObject({ code: 'invalid_request', field: 'value' });
  });

  it('is refused to the second of two who decide at once', async () => {
    const { api, point } = await seeded();
    const path = `/data-points/${point._id}/decision`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => api.call('POST', path, { decision: 'correct', value: 60 + index })),
    );
    const kept = answers.filter(({ status }) => status === 200).length;
    const { body } = await api.call('GET', '/data-points');
    expect(kept).toBeGreaterThan(0);
    expect(body.items[0].decisions).toHaveLength(kept);
    expect(answers.filter(({ body: answer }) => answer.code === 'conflict')).toHaveLength(6 - kept);
  });
});

describe('the review of a statement', () => {
  it('goes from draft to approved, shows its evidence, and is locked afterwards', async () => {
    const { api, statement } = await seeded();
    const path = `/statements/${encodeURIComponent(statement._id)}`;
    const { body } = await api.call('GET', path);
    expect(body).toMatchObject({ state: 'draft', student: { id: 's1' }, goal: { id: 'g1' }, period: { id: 'q2' } });
    expect(body.dataPoints).toHaveLength(1);
    expect(body.citations[0].dataPointId).toBe(body.dataPoints[0].id);
    const moves = `${path}/moves`;
    expect((await api.call('POST', moves, { to: 'returned', version: 1 })).body.code).toBe('invalid_request');
    const returned = await api.call('POST', moves, { to: 'returned', comment: 'Say it in plainer words.', version: 1 });
    expect(returned.body.events).toMatchObject([{ from: 'draft', to: 'returned', by: 'staff-1' }]);
    await api.call('POST', moves, { to: 'in_review', version: 1 });
    expect((await api.call('POST', moves, { to: 'approved', version: 7 })).body.code).toBe('conflict');
    expect((await api.call('POST', moves, { to: 'approved', version: 1 })).body.state).toBe('approved');
    expect((await api.call('POST', moves, { to: 'returned', comment: 'No.', version: 1 })).body.code).toBe('locked');
    expect((await api.call('GET', '/statements?state=approved&studentId=s1&periodId=q2')).body.items).toHaveLength(1);
    expect((await api.call('GET', '/statements?state=draft')).body.items).toEqual([]);
  });

  it('shows only the points of its goal and its period, by the day that counts', async () => {
    const { api, store, document, statement } = await seeded();
    await store.dataPoints.create(pointOf(document, { _id: 'early', date: '2025-10-31' }));
    await store.dataPoints.create(
      pointOf(document, {
        _id: 'moved',
        date: '2025-10-31',
        state: 'corrected',
        corrected: { value: 50, date: '2025-11-02' },
      }),
    );
    await store.dataPoints.create(pointOf(document, { _id: 'other', goalId: 'g3' }));
    const { body } = await api.call('GET', `/statements/${encodeURIComponent(statement._id)}`);
    expect(body.dataPoints.map((point: { id: string }) => point.id)).toEqual(['moved', 'u1~d00001~p1']);
  });
});

describe('the trail of who saw what', () => {
  it('has an event for each look at a student and each change, in an unbroken chain', async () => {
    const { api, store, document, point, statement } = await seeded();
    await api.call('GET', '/students/s2');
    await api.call('GET', `/documents/${document._id}`);
    await api.call('GET', '/uploads/u1/pages/1');
    await api.call('POST', `/data-points/${point._id}/decision`, { decision: 'confirm' });
    await api.call('POST', `/statements/${encodeURIComponent(statement._id)}/moves`, { to: 'approved', version: 1 });
    await api.call('GET', '/search?q=fluency');
    const events = await store.auditEvents.find({ districtId: 'd1' }).sort({ sequence: 1 }).lean();
    expect(events.map(({ action, studentId, actor }) => [action, studentId, actor])).toEqual([
      ['student.read', 's2', 'staff-1'],
      ['document.read', 's1', 'staff-1'],
      ['page.read', 's1', 'staff-1'],
      ['data_point.confirmed', 's1', 'staff-1'],
      ['statement.approved', 's1', 'staff-1'],
      ['archive.search', 's1', 'staff-1'],
    ]);
    expect((await verifyAuditChain(store, 'd1')).problems).toEqual([]);
  });

  it('names every student of a list', async () => {
    const { api, store } = await seeded();
    await api.call('GET', '/students');
    const [event] = await store.auditEvents.find({ action: 'student.list' }).lean();
    expect(event).toMatchObject({ studentId: null, detail: { students: 's1 s2' } });
  });
});

describe('another district', () => {
  it('looks like nothing at all, whatever is asked for', async () => {
    const { api, store } = await seeded();
    const gaps = async () => (await api.call('GET', '/findings')).body.items;
    const gapsAlone = await gaps();
    const foreign = await seed(store, 'd2');
    expect(await gaps()).toEqual(gapsAlone);
    const paths = [
      `/uploads/${foreign.upload._id}`,
      `/uploads/${foreign.upload._id}/file`,
      `/uploads/${foreign.upload._id}/events`,
      `/uploads/${foreign.upload._id}/pages/1`,
      `/uploads/${foreign.upload._id}/pages/1/image`,
      `/documents/${foreign.document._id}`,
      `/statements/${encodeURIComponent(foreign.statement._id)}`,
      '/students/nobody',
    ];
    for (const path of paths) {
      const { status, body } = await api.call('GET', path);
      expect([path, status, body.code]).toEqual([path, 404, 'not_found']);
    }
    const decision = await api.call('POST', `/data-points/${foreign.point._id}/decision`, { decision: 'confirm' });
    expect(decision.status).toBe(404);
    const move = `/statements/${encodeURIComponent(foreign.statement._id)}/moves`;
    expect((await api.call('POST', move, { to: 'approved', version: 1 })).status).toBe(404);
    for (const list of ['/uploads', '/documents', '/data-points', '/statements']) {
      expect((await api.call('GET', list)).body.items).toHaveLength(1);
    }
    expect((await api.call('GET', '/search?q=fluency')).body.items).toHaveLength(1);
    expect((await api.call('GET', '/students')).body.items).toHaveLength(2);
  });
});

describe('the search over HTTP', () => {
  it('finds pages with the boxes of the words, and asks for a word', async () => {
    const { api, store } = await seeded();
    await store.pages.create(pageOf('u1', 2, 'nothing of the kind'));
    const { body } = await api.call('GET', '/search?q=fluency%20probe&studentId=s1&type=cbm_probe&from=2026-01-01');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ uploadId: 'u1', page: 1, documentId: 'u1~d00001' });
    expect(body.items[0].highlights.map((word: { text: string }) => word.text)).toEqual(['fluency', 'probe']);
    expect((await api.call('GET', '/search?q=')).body).toMatchObject({ code: 'invalid_request', field: 'q' });
    expect((await api.call('GET', '/search?q=%3F%21')).body.items).toEqual([]);
  });
});
