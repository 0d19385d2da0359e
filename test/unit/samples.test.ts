import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceFiles } from '../../samples/generator/catalogue.ts';
import { createSheet, sheetText } from '../../samples/generator/drawing/sheet.ts';
import { binderPages } from '../../samples/generator/evidence/binder.ts';
import { type ExpectedPoint, readExpected } from '../../samples/generator/expected.ts';
import { caseloadSchema } from '../../services/domain/caseload.ts';
import { measureKinds } from '../../services/domain/measure.ts';

const samples = new URL('../../samples/', import.meta.url);
const caseload = caseloadSchema.parse(JSON.parse(readFileSync(new URL('caseload.json', samples), 'utf8')));
const files = readdirSync(new URL('evidence/', samples)).sort();
const expected = files.map(readExpected);
const points = expected.flatMap((file) => file.documents.flatMap((document) => document.dataPoints));
const services = expected.flatMap((file) => file.documents.flatMap((document) => document.services));
const goals = new Map(
  caseload.students.flatMap((student) => student.goals.map((goal) => [goal.id, { student, goal }])),
);
const bytesOf = (name: string): Buffer => readFileSync(new URL(`evidence/${name}`, samples));

function countByGoalAndPeriod(counted: readonly ExpectedPoint[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { goalId, date } of counted) {
    const period = caseload.periods.find((p) => p.start <= date && date <= p.end);
    const key = `${goalId} ${period?.id}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

describe('the sample caseload', () => {
  it('has eight students or more with three to five goals each, of all eight measure kinds', () => {
    expect(caseload.students.length).toBeGreaterThanOrEqual(8);
    for (const student of caseload.students) {
      expect(student.goals.length, student.id).toBeGreaterThanOrEqual(3);
      expect(student.goals.length, student.id).toBeLessThanOrEqual(5);
    }
    const kinds = new Set([...goals.values()].map(({ goal }) => goal.measure.kind));
    expect([...kinds].sort()).toEqual([...measureKinds].sort());
  });

  it('names schools, staff and periods that exist', () => {
    const schools = caseload.schools.map((school) => school.id);
    const staff = caseload.staff.map((person) => person.id);
    for (const student of caseload.students) {
      expect(schools).toContain(student.schoolId);
      for (const id of [student.caseManagerId, ...student.teacherIds]) expect(staff).toContain(id);
    }
    expect(caseload.periods).toHaveLength(4);
  });
});

describe('the sample evidence', () => {
  it('is what the catalogue lists, each with its expected result', () => {
    expect(files).toEqual(evidenceFiles.map((file) => file.name).sort());
    expect(readdirSync(new URL('expected/', samples)).sort()).toEqual(files.map((name) => `${name}.json`).sort());
    expect(files.length).toBeGreaterThanOrEqual(24);
    expect(expected.map((file) => file.file)).toEqual(files);
  });

  it('stays small enough to be kept beside the code', () => {
    const total = files.reduce((sum, name) => sum + statSync(new URL(`evidence/${name}`, samples)).size, 0);
    expect(total).toBeLessThan(12 * 1024 * 1024);
  });

  it('measures goals that exist, for their student, in their unit, on school days before the upload', () => {
    for (const file of expected) {
      for (const point of file.documents.flatMap((document) => document.dataPoints)) {
        const { student, goal } = goals.get(point.goalId)!;
        expect(point.studentId, point.goalId).toBe(student.id);
        expect(point.unit, point.goalId).toBe(goal.measure.unit);
        expect(point.value).toBeLessThanOrEqual(goal.measure.max ?? (goal.measure.kind === 'percent' ? 100 : Infinity));
        expect([0, 6], `${point.goalId} ${point.date}`).not.toContain(new Date(point.date).getUTCDay());
        expect(point.date > goal.baseline.date && point.date < file.uploadDate, `${file.file} ${point.date}`).toBe(
          true,
        );
      }
    }
  });

  it('logs services that exist, with no minutes where nothing was delivered', () => {
    const known = new Map(caseload.students.flatMap((s) => s.services.map((service) => [service.id, service.kind])));
    expect(services.length).toBeGreaterThan(0);
    for (const entry of services) {
      expect(known.get(entry.serviceId)).toBe(entry.kind);
      expect(entry.delivered).toBe(entry.minutes > 0);
    }
  });

  it('measures every kind, and gives at least four goals a printed trend within one period', () => {
    expect(new Set(points.map((point) => goals.get(point.goalId)!.goal.measure.kind)).size).toBe(measureKinds.length);
    const printed = countByGoalAndPeriod(points.filter((point) => point.ink === 'print'));
    expect([...printed.values()].filter((count) => count >= 3).length).toBeGreaterThanOrEqual(4);
  });

  it('shows one goal met, one getting worse and one with too little evidence', () => {
    const latest = (goalId: string) =>
      points.filter((p) => p.goalId === goalId).sort((a, b) => b.date.localeCompare(a.date));
    expect(latest('zad-elo')[0]!.value).toBeLessThanOrEqual(goals.get('zad-elo')!.goal.target.value);
    expect(latest('cuv-dis')[0]!.value).toBeGreaterThan(goals.get('cuv-dis')!.goal.baseline.value);
    expect(latest('cuv-equ')).toHaveLength(1);
  });

  it('gives no value twice for one goal and day', () => {
    const keys = points.map((point) => `${point.goalId} ${point.date}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('holds a duplicate with the same bytes, a damaged file, an empty one and one of a foreign kind', () => {
    const duplicate = expected.find((file) => file.duplicateOf)!;
    expect(bytesOf(duplicate.file).equals(bytesOf(duplicate.duplicateOf!))).toBe(true);
    expect(new Set(expected.map((file) => file.error))).toEqual(
      new Set([undefined, 'corrupt', 'empty', 'unsupported_type']),
    );
  });
});

describe('the sample binder', () => {
  const binder = readExpected('binder-fall-2025.pdf');

  it('is a scan of thirty pages or more with separators, blanks, a page upside down and a crooked one', () => {
    expect(binder.pageCount).toBe(binderPages.length);
    expect(binder.pageCount).toBeGreaterThanOrEqual(30);
    const special = (test: (page: (typeof binder.pages)[number]) => boolean): number =>
      binder.pages.filter(test).length;
    expect(special((page) => page.kind === 'separator')).toBeGreaterThanOrEqual(5);
    expect(special((page) => page.kind === 'blank')).toBeGreaterThanOrEqual(3);
    expect(special((page) => page.rotation === 180)).toBe(1);
    expect(special((page) => Math.abs(page.skew ?? 0) >= 3)).toBe(1);
  });

  it('assigns every page to one document or calls it blank', () => {
    const inDocuments = binder.documents.flatMap((document) => document.pages);
    const blank = binder.pages.filter((page) => page.kind === 'blank').map((page) => page.page);
    const all = [...inDocuments, ...blank].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: binder.pageCount }, (_, i) => i + 1));
  });

  it('says on its sheets what is expected of them', () => {
    const textOf = (page: number): string => {
      const { seed, draw } = binderPages[page - 1]!;
      const sheet = createSheet({ seed });
      draw?.(sheet);
      return sheetText(sheet);
    };
    for (const document of binder.documents) {
      const text = document.pages.map(textOf).join('\n');
      const tokens = text.split(/[^\d.]+/);
      for (const point of document.dataPoints) {
        const [, month, day] = point.date.split('-').map(Number);
        expect(text, `${point.goalId} ${point.date}`).toContain(`${month}/${day}/`);
        if (goals.get(point.goalId)!.goal.measure.unit === 'level' && point.value > 5) continue;
        expect(tokens, `${point.goalId} ${point.date}`).toContain(String(point.numerator ?? point.value));
      }
    }
  });
});

describe('the generator', () => {
  it.each([
    'fluency-record-mateo.pdf',
    'speech-log-october.pdf',
    'counseling-notes-callum.docx',
    'parent-email-mateo.eml',
  ])('makes %s again byte for byte', async (name) => {
    const made = await evidenceFiles.find((file) => file.name === name)!.bytes();
    expect(Buffer.from(made).equals(bytesOf(name))).toBe(true);
  });

  it('takes the same photo twice', async () => {
    const photo = evidenceFiles.find((file) => file.name === 'sticky-note-zuri.jpg')!;
    const [first, second] = [await photo.bytes(), await photo.bytes()];
    expect(Buffer.from(first).equals(second)).toBe(true);
  });
});
