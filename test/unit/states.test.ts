import { describe, expect, it } from 'vitest';
import { caseloadSchema } from '../../services/domain/caseload.ts';
import { addDays, dayIn, daysBetween } from '../../services/domain/dates.ts';
import { DomainError, errorCodes, errorTable, fileErrorCodes, isFileErrorCode } from '../../services/domain/errors.ts';
import { unionOf } from '../../services/domain/geometry.ts';
import { parseStatementRecordId, statementRecordId } from '../../services/domain/records.ts';
import {
  assertMayFollow,
  dataPointTransitions,
  documentTransitions,
  finalDocumentStates,
  finalUploadStates,
  pageTransitions,
  statementTransitions,
  uploadTransitions,
} from '../../services/domain/states.ts';

const machines = {
  upload: { transitions: uploadTransitions, start: 'received', final: finalUploadStates },
  page: { transitions: pageTransitions, start: 'waiting', final: ['read', 'failed'] },
  document: { transitions: documentTransitions, start: 'split', final: finalDocumentStates },
  statement: { transitions: statementTransitions, start: 'draft', final: ['approved', 'sent'] },
  'data point': { transitions: dataPointTransitions, start: 'proposed', final: ['confirmed', 'rejected'] },
} as const;

describe.each(Object.entries(machines))('the states of a %s', (name, { transitions, start, final }) => {
  const table = transitions as Record<string, readonly string[]>;

  it('lead from the first state to each final one', () => {
    const reached = new Set<string>([start]);
    for (const state of reached) for (const next of table[state] ?? []) reached.add(next);
    for (const state of final) expect(reached, name).toContain(state);
  });

  it('name only states that exist', () => {
    for (const next of Object.values(table).flat()) expect(Object.keys(table)).toContain(next);
  });
});

describe('an approved statement', () => {
  it('can only be sent', () => {
    expect(statementTransitions.approved).toEqual(['sent']);
    expect(statementTransitions.sent).toEqual([]);
    expect(() => assertMayFollow(statementTransitions, 'approved', 'draft', 'The statement')).toThrowError(DomainError);
  });
});

describe('the errors', () => {
  it('have a status and words for every code, and the codes of files are told apart', () => {
    for (const code of errorCodes) {
      expect(errorTable[code].status).toBeGreaterThanOrEqual(400);
      expect(errorTable[code].title).toMatch(/^[A-Z]/);
    }
    expect(fileErrorCodes.every(isFileErrorCode)).toBe(true);
    expect(isFileErrorCode('conflict')).toBe(false);
    expect(new DomainError('busy', 'x').retryable).toBe(true);
    expect(new DomainError('corrupt', 'x').retryable).toBe(false);
  });
});

describe('the id of a statement', () => {
  it('gives its parts back, whatever is in them', () => {
    const id = statementRecordId('d~1', 's%2', 'g/3', 'q 4');
    expect(parseStatementRecordId(id)).toEqual({ districtId: 'd~1', studentId: 's%2', goalId: 'g/3', periodId: 'q 4' });
    expect(parseStatementRecordId('only~three~parts')).toBeNull();
  });
});

describe('days', () => {
  it('are counted without regard to clock changes', () => {
    expect(daysBetween('2025-10-31', '2025-11-03')).toBe(3);
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayIn('America/Los_Angeles', new Date('2025-11-04T05:00:00Z'))).toBe('2025-11-03');
    expect(dayIn('America/New_York', new Date('2025-11-04T05:00:00Z'))).toBe('2025-11-04');
  });
});

describe('boxes', () => {
  it('join to the smallest that holds them', () => {
    expect(unionOf([])).toBeNull();
    const boxes: [number, number, number, number][] = [
      [5, 5, 10, 10],
      [1, 7, 6, 20],
    ];
    expect(unionOf(boxes)).toEqual([1, 5, 10, 20]);
  });
});

describe('a caseload', () => {
  it('is refused when an id is used twice', () => {
    const district = { id: 'd', name: 'D', timeZone: 'America/Chicago' };
    const school = { id: 's', name: 'S' };
    const lists = { staff: [], periods: [], students: [] };
    expect(caseloadSchema.safeParse({ district, schools: [school], ...lists }).success).toBe(true);
    const parsed = caseloadSchema.safeParse({ district, schools: [school, school], ...lists });
    expect(parsed.error?.issues[0]?.message).toContain('"s"');
  });
});
