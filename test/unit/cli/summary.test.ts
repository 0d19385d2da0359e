/** What a person at the terminal is told about a run. */
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../services/cli/summary.ts';
import { wrap } from '../../../services/cli/summary-statements.ts';
import { documentTypeName, progressNames } from '../../../services/cli/summary-words.ts';
import { type DataPoint, documentTypes } from '../../../services/domain/evidence.ts';
import type { ProcessResult } from '../../../services/domain/process-result.ts';
import { documentTypeLabels, progressLabels } from '../../../web/labels.ts';
import { sampleCaseload } from '../../factories/text-page.ts';

const caseload = sampleCaseload();
const source = { file: 'in/probe.pdf', page: 2, quote: '62\nwcpm', start: 4, end: 11, bbox: null };
const point: DataPoint = {
  goalId: 'mqu-orf',
  studentId: 'stu-mqu',
  date: '2025-09-12',
  value: 62,
  unit: 'wcpm',
  confidence: 0.8,
  status: 'needs_review',
  reason: 'It is written by hand: please check the reading.',
  source,
};
const text = 'The latest result was 62 words. That is enough.';
const result: ProcessResult = {
  files: 3,
  pages: 2,
  documents: [
    {
      file: 'in/probe.pdf',
      pages: [1, 2],
      documentType: 'cbm_probe',
      typeConfidence: 0.9,
      studentId: 'stu-mqu',
      date: '2025-09-12',
      dataPoints: [point],
      services: [],
      unmapped: [],
      questions: ['Whose is it?'],
    },
  ],
  statements: [
    {
      studentId: 'stu-mqu',
      goalId: 'mqu-orf',
      periodId: caseload.periods[0]?.id ?? '',
      state: 'draft',
      progressCode: 'on_track',
      text,
      language: 'en',
      readingGrade: 4,
      facts: {
        points: 1,
        latest: { value: 62, date: '2025-09-12' },
        baseline: { value: 50, date: '2025-08-20' },
        target: { value: 90, date: '2026-05-01' },
        unit: 'wcpm',
        trendPerWeek: null,
        neededPerWeek: null,
        projected: null,
        expected: null,
        weeklyChange: null,
        max: null,
        dates: [],
      },
      citations: [{ start: 22, end: 24, dataPointId: 'p', source }],
    },
  ],
  findings: [],
  skipped: [
    { file: 'in/again.pdf', reason: 'duplicate', of: 'in/probe.pdf' },
    { file: 'in/probe.pdf', reason: 'duplicate', of: 'in/probe.pdf' },
  ],
  errors: [{ file: 'in/cut.pdf', code: 'corrupt', message: 'This PDF is damaged and cannot be opened.' }],
  timings: {},
};

describe('the summary of a run', () => {
  const lines = summarise(result, caseload);
  const told = lines.join('\n');

  it('names kinds, students and goals in words, and files without the folder that all of them share', () => {
    expect(lines[0]).toBe('3 files, 2 pages, 1 document, from in');
    expect(told).toContain('1  Reading or math probe');
    expect(told).toMatch(/1 {2}Mateo Quiñones +Oral Reading Fluency \(1 to check\)/);
    expect(told).not.toMatch(/cbm_probe|on_track|in\/probe/);
  });

  it('marks the cited words of a statement and says on what they rest', () => {
    expect(told).toContain('The latest result was 62 [1] words.');
    expect(told).toContain('[1] "62 wcpm" in probe.pdf, page 2');
  });

  it('tells everything that a person must look at, with its place', () => {
    expect(told).toContain('What a person must look at (3)');
    expect(told).toContain('cut.pdf: This PDF is damaged');
    expect(told).toContain('probe.pdf, page 1: Whose is it?');
    expect(told).toContain('probe.pdf, page 2: "62 wcpm", taken as 62 wcpm (Mateo Quiñones, Oral Reading Fluency).');
  });

  it('names copies, and not the files that were merely handed in again', () => {
    expect(lines.slice(-2)).toEqual(['Copies, not read again', '  again.pdf is the same as probe.pdf']);
  });

  it('calls kinds of evidence and progress as the page does', () => {
    const kinds = Object.fromEntries(documentTypes.map((type) => [type, documentTypeName(type)]));
    expect(kinds).toEqual(documentTypeLabels);
    const codes = Object.entries(progressNames).map(([code, name]) => [code, name.replace(/ yet$/, '')]);
    const shown = Object.entries(progressLabels).map(([code, name]) => [code, name.toLowerCase().replace(/ yet$/, '')]);
    expect(codes).toEqual(shown);
  });

  it('breaks long texts between words', () => {
    expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('incomprehensibilities x', 5)).toEqual(['incomprehensibilities', 'x']);
  });
});
