/** Whose a page is: every form in which teachers write a name, and who is asked about instead of guessed. */
import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../../services/classification/classify-document.ts';
import { type Caseload, caseloadSchema } from '../../../services/domain/caseload.ts';
import { textPage } from '../../evals/eval-case.ts';

const student = (id: string, givenName: string, familyName: string, grade = '4') => ({
  id,
  givenName,
  familyName,
  grade,
  schoolId: 'school',
  caseManagerId: 'staff',
  teacherIds: [],
  homeLanguage: 'en',
  plan: { start: '2025-08-25', end: '2026-08-24' },
  goals: [],
  services: [],
});

const caseload: Caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Fenwick Public Schools', timeZone: 'America/Chicago' },
  schools: [{ id: 'school', name: 'Fenwick Elementary' }],
  staff: [
    { id: 'staff', name: 'Dora Winslade', email: 'd@fenwick.example', role: 'case_manager', schoolIds: ['school'] },
  ],
  periods: [],
  students: [
    student('s-1101', 'Benedict', 'Thornquist'),
    student('s-1102', 'Oluwaseun', 'Adeyemi-Cole'),
    student('s-1103', 'Juan Pablo', 'Escamilla'),
    student('s-1104', 'Marisol', 'Pemberton', '2'),
    student('s-1105', 'Marcus', 'Pemberton', '6'),
    student('s-1106', 'Ngozi', 'Nguyen'),
    student('s-1107', 'Nadia', 'Nguyen-Farrell'),
    student('s-1108', 'Theodore', 'Blackwood'),
    student('s-1109', 'Cody', 'Haugen'),
    student('s-1110', 'Cody', 'Haugland'),
    student('s-1111', 'Leopold', 'Stavros-King'),
    student('s-1112', 'Leonard', 'Stavros'),
    student('s-1113', 'Santiago', 'Reyes-Villa'),
    student('s-1114', 'Santino', 'Reyes'),
    student('s-1115', 'Samuel', 'Rook'),
    student('s-1116', 'Samantha', 'Rye'),
  ],
});

const read = (text: string, studentId: string | null = null) =>
  classifyDocument([textPage(text, 'page.txt')], caseload, { uploadDate: '2025-11-20', studentId });
const whose = (head: string) => read(`${head}\nwords right 41 of 50`).studentId;

describe('a student is known', () => {
  it.each([
    ['by the whole name', 'Benedict Thornquist     11/18/25', 's-1101'],
    ['as a class list writes it', 'Thornquist, Benedict     11/18/25', 's-1101'],
    ['as a class list without its comma', 'Name: Thornquist B.     11/18/25', 's-1101'],
    ['by a nickname', 'Theo Blackwood     11/18/25', 's-1108'],
    ['by a nickname alone', 'Benny     11/18/25', 's-1101'],
    ['by a name cut short', 'Student: Bened. Thornquist     11/18/25', 's-1101'],
    ['by the end of a long name', 'Speaker: Seun Adeyemi-Cole     11/18/25', 's-1102'],
    ['by the given name and initials', 'Seun A-C     11/18/25', 's-1102'],
    ['by the initial and the family name', 'B. Thornquist     11/18/25', 's-1101'],
    ['by the initials of both family names', 'Leo S-K     11/18/25', 's-1111'],
    ['by two initials and the family name', 'J.P. Escamilla     11/18/25', 's-1103'],
    ['by a given name of two words', 'Juan Pablo     11/18/25', 's-1103'],
    ['by the number', 'Reading check     ID 1101     11/18/25', 's-1101'],
    ['by the grade behind a name that fits two', 'M. Pemberton, 2nd     11/18/25', 's-1104'],
    ['through look-alike letters of a scanner', 'Theodore B1ackwood     11/18/25', 's-1108'],
    ['through a letter blurred by worn print', 'Student: Benedict Thornqvist     11/18/25', 's-1101'],
  ])('%s', (_form, head, id) => {
    expect(whose(head)).toBe(id);
  });
});

describe('the name that a plan uses for its student', () => {
  const goal = (statement: string) => ({
    id: `g-${statement.length}`,
    area: 'Reading',
    statement,
    measure: { kind: 'score', unit: 'words', max: 10 },
    baseline: { value: 1, date: '2025-09-05' },
    target: { value: 9, date: '2026-06-01' },
    direction: 'increase',
    schedule: { every: 1, per: 'week' },
  });
  const called = caseloadSchema.parse({
    ...caseload,
    students: [
      { ...student('s-1', 'Bernadetta', 'Quill-Marsh'), goals: [goal('Detta will read 9 of 10 words.')] },
      { ...student('s-2', 'Bernard', 'Marsh'), goals: [goal('Bernard (Bear) will read 9 of 10 words.')] },
      {
        ...student('s-3', 'Ignatius', 'Farrow'),
        goals: [goal('By May, given a list, the student will read 9 words.')],
      },
    ],
  });
  const id = (head: string) =>
    classifyDocument([textPage(`${head}\nwords right 4 of 10`, 'page.txt')], called, {
      uploadDate: '2025-11-20',
      studentId: null,
    }).studentId;

  it.each([
    ['alone', 'Detta     11/18/25', 's-1'],
    ['with a family name that another one bears as well', 'Detta Marsh     11/18/25', 's-1'],
    ['from its parentheses', 'Bear M.     11/18/25', 's-2'],
    ['cut short, where the family name tells them apart', 'Bern Quill-Marsh     11/18/25', 's-1'],
    ['made of two letters', 'Iggy Farrow     11/18/25', 's-3'],
  ])('is known %s', (_form, head, student) => {
    expect(id(head)).toBe(student);
  });

  it('is no reason to take one of two whose name is cut short alike', () => {
    expect(id('Bern Marsh     11/18/25')).toBeNull();
  });
});

describe('nobody is guessed', () => {
  it('where a name fits two of the caseload: both are named in the question', () => {
    const found = read('M. Pemberton     11/18/25\nwords right 41 of 50');
    expect(found.studentId).toBeNull();
    expect(found.studentIds).toEqual(['s-1104', 's-1105']);
    expect(found.questions.join()).toMatch(/fits more than one/);
  });

  it.each(['Santi R.     11/18/25', 'Student: Santi Reyes     11/18/25', 'Santi     11/18/25', 'Sam R.     11/18/25'])(
    'where two are called by one short name: %s',
    (head) => {
      expect(whose(head)).toBeNull();
    },
  );

  it('where a schedule says whom each adult sees', () => {
    const found = read(
      'Pull-out schedule     issued 11/10/2025\n\nRuzicka (rm 117)    M W   9:10-9:40     Benedict Thornquist, S. Ruel\nOstrander (rm 9)    W     1:00-1:45     Seun A-C\nOkonjo (rm 204)     M-F   per. 5        Seun A-C, Leo H., Benedict Thornquist',
    );
    expect(found.studentId).toBeNull();
    expect(found.studentIds.toSorted()).toEqual(['s-1101', 's-1102']);
  });

  it('where a name of two families fits a shorter one as well, unless the page tells them apart', () => {
    expect(whose('N. Nguyen     11/18/25')).toBeNull();
    const both = read('Counts   11/18/25\nNguyen-Farrell   4 of 9\nNguyen   6 of 9');
    expect(both.studentIds).toEqual(['s-1107', 's-1106']);
  });

  it('where the family name stands behind the given name of somebody else', () => {
    expect(whose('Student: Lorraine Thornquist     11/18/25')).toBeNull();
  });

  it('where the page names another student than the one chosen at upload', () => {
    const found = read('Student: Benedict Thornquist     11/18/25', 's-1108');
    expect(found.studentId).toBeNull();
    expect(found.questions.join()).toMatch(/another student/);
  });

  it('where a sheet is about several: all of them may have results on it', () => {
    const found = read(
      'Fluency 11/18/25\n\nName            Correct\nThornquist, B.    41\nBlackwood, T.     38\nPell, J.          50',
    );
    expect(found.studentId).toBeNull();
    expect(found.studentIds.toSorted()).toEqual(['s-1101', 's-1108']);
  });

  it('where students head the columns of a sheet', () => {
    const found = read(
      'Reading 11/18/25\n\nDate       Benedict T.    Lior P.    Dario K.\n11/4          41            38          50\n11/11         44            40          51',
    );
    expect(found.studentId).toBeNull();
    expect(found.studentIds).toEqual(['s-1101']);
  });

  it('but not the brother who is told of, nor an aide of the same name', () => {
    expect(whose('11/18/25 Benedict Thornquist, para Theo\n\nAte lunch with big brother Marcus.')).toBe('s-1101');
  });

  it('and is known by the family that a letter goes to', () => {
    expect(whose('To: Tricia Haugland\nDate: 11/18/25\n\nCody H. had a good day.')).toBe('s-1110');
  });

  it('and whose letters a heading sets apart', () => {
    expect(whose('       T H O R N Q U I S T ,   B E N E D I C T\n\n       DIVIDER  3')).toBe('s-1101');
    expect(whose('     O L U W A S E U N   A D E Y E M I - C O L E\n\n     SPEECH')).toBe('s-1102');
  });

  it('but subtests that read like names make no sheet of several', () => {
    const found = read(
      'Student: Theodore Blackwood    11/18/25\n\nArticulation, English      76\nVocabulary, receptive      91',
    );
    expect(found.studentId).toBe('s-1108');
  });
});
