/** Every error has one form, whatever it was. */
import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DetailedError, problemHandler, toProblem } from '../../services/api/problem.ts';
import { DomainError, errorCodes, errorTable } from '../../services/domain/errors.ts';
import { problemSchema } from '../../services/domain/views.ts';
import { createLog } from '../../services/platform/log.ts';

function throwing(error: unknown) {
  const app = express();
  app.get('/', () => {
    throw error;
  });
  app.use(problemHandler(createLog('silent')));
  return request(app).get('/');
}

describe('a problem', () => {
  it.each(errorCodes)('of the code %s has its status, its title and its code', async (code) => {
    const answer = await throwing(new DomainError(code, 'What a teacher reads.'));
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const problem = problemSchema.strict().parse(JSON.parse(answer.text));
    expect(problem).toMatchObject({ code, status: errorTable[code].status, title: errorTable[code].title });
    expect(answer.status).toBe(errorTable[code].status);
    expect(problem.detail).toBe(code === 'internal' ? errorTable.internal.title : 'What a teacher reads.');
    expect(answer.headers['retry-after']).toBe(answer.status === 503 ? '5' : undefined);
  });

  it('says nothing of an error that is not known, be it an error or not', async () => {
    for (const secret of [
      new TypeError('Juniper, 62 wcpm'),
      'Juniper, 62 wcpm',
      { status: 500, message: 'Juniper' },
      null,
    ]) {
      const problem = toProblem(secret);
      expect(problem.code).toBe('internal');
      expect(JSON.stringify(problem)).not.toContain('Juniper');
    }
  });

  it('names the field of a request that is wrong, however deep, and one that does not exist', () => {
    const schema = z.strictObject({ part: z.object({ value: z.number() }) });
    expect(toProblem(schema.safeParse({ part: { value: 'x' } }).error)).toMatchObject({
      code: 'invalid_request',
      field: 'part.value',
    });
    expect(toProblem(schema.safeParse({ part: { value: 1 }, extra: 1 }).error)).toMatchObject({ field: 'extra' });
  });

  it('can say more than its code', () => {
    expect(toProblem(new DetailedError('too_large', 'Too large.', { results: [] }))).toMatchObject({
      code: 'too_large',
      results: [],
    });
  });
});
