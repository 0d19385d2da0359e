/** A paper about several students: whose each figure is. */
import { describe, expect, it } from 'vitest';
import { caseloadSchema } from '../../../services/domain/caseload.ts';
import { understandDocument } from '../../../services/extraction/understand-document.ts';
import { textPage } from '../../factories/text-page.ts';

const goal = (id: string, area: string, statement: string, kind: string, unit: string, more = {}) => ({
  id,
  area,
  statement,
  measure: { kind, unit, ...more },
  baseline: { value: 1, date: '2025-09-05' },
  target: { value: 99, date: '2026-06-01' },
  direction: 'increase',
  schedule: { every: 1, per: 'week' },
});
const student = (id: string, givenName: string, familyName: string, goals: ReturnType<typeof goal>[]) => ({
  id,
  givenName,
  familyName,
  grade: '6',
  schoolId: 's',
  caseManagerId: 't',
  teacherIds: [],
  homeLanguage: 'en',
  plan: { start: '2025-09-01', end: '2026-08-31' },
  goals,
  services: [],
});
const caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Low Fell Schools', timeZone: 'America/New_York' },
  schools: [{ id: 's', name: 'Low Fell Elementary' }],
  staff: [{ id: 't', name: 'Perpetua Glass', email: 'p@lowfell.example', role: 'case_manager', schoolIds: ['s'] }],
  periods: [],
  students: [
    student('om', 'Ottoline', 'Marsh', [
      goal('task', 'On Task', 'Ottoline will be on task in 80% of observed intervals.', 'percent', 'percent'),
      goal('sounds', 'Phonics', 'Ottoline will say 40 correct letter sounds per minute.', 'rate', 'letter sounds/min'),
    ]),
    student('eb', 'Everett', 'Boone', [
      goal('calls', 'Call-Outs', 'Everett will call out 1 time or less per day.', 'count', 'call-outs', { per: 'day' }),
      goal(
        'par',
        'Writing - Paragraph',
        'Everett will earn 10 of 12 points on the paragraph rubric.',
        'rubric',
        'points',
        {
          max: 12,
        },
      ),
      goal('vocab', 'Vocabulary', 'On a 25-word quiz, Everett will define 20 words.', 'score', 'words', { max: 25 }),
      goal('sub', 'Math - Subtraction', 'Everett will subtract two-digit numbers, 80% correct.', 'percent', 'percent'),
      goal('orf', 'Reading Fluency', 'Everett will read 90 words correct per minute.', 'rate', 'wcpm'),
    ]),
  ],
});
const pointsIn = (text: string) =>
  understandDocument([textPage(text)], caseload, { studentId: null, uploadDate: '2025-11-20' }).dataPoints.map(
    (p) => `${p.studentId} ${p.goalId} ${p.date} ${p.value}`,
  );

describe('in a note about several students', () => {
  it('a sentence without a name belongs to the entry that it stands in', () => {
    const text = `Push-in notes      Thurs 11/13/25      F. Okonjo

Ottoline - worked on her outline. I did 20 looks during silent reading: on task 15 of 20.
Everett - quiet morning with Leo. Three call-outs all day.
Leo - joined late. On task 9 of 20.
`;
    expect(pointsIn(text)).toEqual(['om task 2025-11-13 75', 'eb calls 2025-11-13 3']);
  });

  it('a sentence about her goes on about the one whom the paragraph has named', () => {
    const text = `Push-in notes      Thurs 11/13/25      F. Okonjo

Ottoline came in on time. She was on task for 12 of 20 looks.

Everett had 3 call-outs today. He sat up front.
`;
    expect(pointsIn(text)).toEqual(['om task 2025-11-13 60', 'eb calls 2025-11-13 3']);
  });

  it('a sentence behind one about somebody else is nobody’s', () => {
    const text = `Push-in notes      Thurs 11/13/25      F. Okonjo

Everett had 3 call-outs today.

Ottoline came in on time. Dede joined late. She was on task for 12 of 20 looks.
`;
    expect(pointsIn(text)).toEqual(['eb calls 2025-11-13 3']);
  });
});

describe('in a list of several students', () => {
  it('the cell that names a skill says what the numbers of its row are', () => {
    const text = `WIN BLOCK          THU 11/13/25          D. Amankwah          one-minute probes

                     gr    probe            total    err    correct
Boone, Everett       6     ORF 3-14           66      5       61
Marsh, Ottoline      6     letter sounds      24      3       21
Okoro-Finch, Dede    6     ORF 3-14           80      2       78
`;
    expect(pointsIn(text)).toEqual(['eb orf 2025-11-13 61', 'om sounds 2025-11-13 21']);
  });

  it('the skill is found beside what was tried and what was right as well', () => {
    const text = `Weekly checks      Thurs 11/13/25

Student            what               tried    right
Everett B.         subtraction          12        9
Dede O.            subtraction          10        4
`;
    expect(pointsIn(text)).toEqual(['eb sub 2025-11-13 75']);
  });

  it.each([
    ['GR 5/6 WRITING CLUB      paragraph rubric, 12 points     Nov. 13, 2025', 'par'],
    ['Paragraph rubric (12 pts)     Thurs 11/13/25     scorer P. Glass', 'par'],
    ['Vocabulary quiz, Unit 5, 25 words       11/13/25', 'vocab'],
  ])('a number beside a name alone is what the heading says: %s', (head, id) => {
    const text = `${head}

Boone, Everett        9
Okoro-Finch, D.       7
             mean     8
`;
    expect(pointsIn(text)).toEqual([`eb ${id} 2025-11-13 9`]);
  });
});
