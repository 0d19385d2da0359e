/** Where one document ends and the next begins: hard evidence decides, soft evidence is weighed, doubt is said. */
import { describe, expect, it } from 'vitest';
import { splitPages } from '../../../services/binders/split-pages.ts';
import { caseloadSchema } from '../../../services/domain/caseload.ts';
import { textPage } from '../../evals/eval-case.ts';

const student = (id: string, givenName: string, familyName: string) => ({
  id,
  givenName,
  familyName,
  grade: '4',
  schoolId: 'school',
  caseManagerId: 'staff',
  teacherIds: [],
  homeLanguage: 'en',
  plan: { start: '2025-08-25', end: '2026-08-24' },
  goals: [],
  services: [],
});
const caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Fenwick Public Schools', timeZone: 'America/Chicago' },
  schools: [],
  staff: [],
  periods: [],
  students: [student('ida', 'Ida', 'Marchbanks'), student('tom', 'Tomas', 'Kirkwood')],
});

const split = (...texts: string[]) =>
  splitPages(
    texts.map((text, i) => ({
      ...textPage(text, 'binder.pdf', i + 1),
      source: text === '' ? ('blank' as const) : ('text_layer' as const),
    })),
    caseload,
  );
const groups = (...texts: string[]) => split(...texts).map((group) => group.pages);

const sheet =
  'CALL-OUTS      Student: Tomas Kirkwood      11/14/25\n\nDate      Count   Where\n11/10      4     hall\n11/11      6     gym';

describe('pages stay together', () => {
  it('by page 1 of 2 and page 2 of 2, at the foot or at the head', () => {
    expect(groups(`${sheet}\n\n   Page 1 of 2`, 'Notes on the week\n\n   Page 2 of 2')).toEqual([[1, 2]]);
    expect(groups(`${sheet}\nPage: 1 of 2`, `${sheet}\nPage: 2 of 2`)).toEqual([[1, 2]]);
    expect(groups(`   p. 1 of 2\n${sheet}`, '   p. 2 of 2\nNotes on the week')).toEqual([[1, 2]]);
  });

  it('where some pages of one long report were copied', () => {
    const head = 'Individualized Education Program\nStudent: Tomas Kirkwood      meeting 4/9/2025';
    expect(groups(`${head}\nPRESENT LEVELS\n\nPage 4 of 14`, `${head}\nANNUAL GOALS\n\nPage 7 of 14`)).toEqual([
      [1, 2],
    ]);
    expect(
      groups(`${head}\n\nPage 4 of 14`, `${head.replace('Tomas Kirkwood', 'Ida Marchbanks')}\n\nPage 7 of 14`),
    ).toEqual([[1], [2]]);
  });

  it('where a table goes on without its heading', () => {
    const [only] = split(sheet, '11/12      3     hall\n11/13      2     gym');
    expect(only).toMatchObject({ pages: [1, 2], joint: { certain: true } });
  });

  it('where a page says that it continues', () => {
    expect(groups(sheet, '(continued)\n\nTotal 15 for the week')).toEqual([[1, 2]]);
  });

  it('where a sentence goes on, whatever dates it holds', () => {
    const letter = 'Dear Ms. Kirkwood,\n\nWe met about the new plan and everybody agreed that the change';
    const [only] = split(
      letter,
      'takes effect on November 3, 2025. Your copy of the notice is enclosed.\n\nSincerely,\nA. Lund',
    );
    expect(only).toMatchObject({ pages: [1, 2], joint: { certain: true } });
  });

  it('where the items are counted on, and where the page sends the reader overleaf', () => {
    const quiz = 'Fractions   Tomas Kirkwood   11/14/25\n1) 1/2 + 1/4 = 3/4\n2) 2/3 + 1/6 = 5/6\n3) 3/8 + 1/8 = 4/8';
    expect(groups(quiz, 'Part B\n4) 5/6 - 1/6 = 4/6\n5) 7/8 - 1/2 = 3/8')).toEqual([[1, 2]]);
    expect(groups(`${quiz}\n                     turn over`, 'HOW IT WENT\nquickly, two by herself')).toEqual([[1, 2]]);
  });

  it('where the row of headings stands over the rest of the table again', () => {
    const log =
      'ABC log     Tomas Kirkwood\nWhere      Before      What he did      After\nhall       bell        ran             walked back';
    expect(
      groups(log, 'Where      Before      What he did      After\ngym        noise       hid             sat with him'),
    ).toEqual([[1, 2]]);
  });

  it('where dated lines go on, a colon or not', () => {
    const notes =
      'Counseling notes      T. Kirkwood\n9/11/25   30 min   a list of hard days\n9/18/25   30 min   role play: asking';
    const [only] = split(notes, '10/2/25   30 min   breathing\n10/9/25   0 min    absent');
    expect(only).toMatchObject({ pages: [1, 2], joint: { certain: true } });
  });

  it('in the reverse order, where they were scanned from the last to the first', () => {
    const page = (n: number, text: string) => `${n} of 3\nSUPPORT PLAN      Tomas Kirkwood\n\n${text}`;
    expect(groups(page(3, 'Part C. Review'), page(2, 'Part B. Adults'), page(1, 'Part A. What we see'))).toEqual([
      [1, 2, 3],
    ]);
  });

  it('by a foot that names the student and counts', () => {
    const foot = (n: number) => `\nKirkwood, T.                         ${n}`;
    expect(groups(`REPORT\nTomas Kirkwood\nseen in May${foot(1)}`, `RESULTS\nWord attack 98${foot(2)}`)).toEqual([
      [1, 2],
    ]);
  });

  it('with their blank backs', () => {
    expect(groups(sheet, '', 'Name: Ida Marchbanks    Date: 11/18/25\nSPELLING TEST\n1. because ✓', '')).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

describe('a new document begins', () => {
  it('behind a separator sheet, which stands alone', () => {
    expect(groups(sheet, '   *** DOCUMENT SEPARATOR ***', 'total 15')).toEqual([[1], [2], [3]]);
  });

  it('where another student is named', () => {
    const [, second] = split(sheet, 'Ida Marchbanks     11/14/25\nread 41 of 50 words');
    expect(second).toMatchObject({ pages: [2], joint: { certain: true } });
  });

  it('where the page numbers start anew', () => {
    expect(groups(`${sheet}\n\n  Page 2 of 2`, 'Work sheet\n1. 4 + 4 = 8\n\n  Page 1 of 3')).toEqual([[1], [2]]);
  });

  it('with another paper of the same kind of the same student, of another day', () => {
    const other = sheet.replace('11/14/25', '11/21/25').replace('11/10', '11/17').replace('11/11', '11/18');
    expect(groups(sheet, other)).toEqual([[1], [2]]);
  });

  it('though its last line is a score that looks like the number of a page', () => {
    const check = (day: string, score: string) =>
      `On-task check      Tomas Kirkwood\n${day}   math\n+ + - + -\n${score}`;
    expect(groups(check('10/14/25', '12 of 20'), check('10/16/25', '16 of 20'))).toEqual([[1], [2]]);
    expect(groups(check('10/14/25', '3 of 5'), check('10/16/25', '4 of 5'))).toEqual([[1], [2]]);
  });

  it('behind a divider of a few words', () => {
    expect(groups(sheet, 'LOOSE PAGES', 'totals for the month')).toEqual([[1], [2], [3]]);
    expect(groups(sheet, 'LOOSE PAGES\n- to file -', 'totals for the month')).toEqual([[1], [2], [3]]);
  });

  it('with the same form for the next week, column headings and all', () => {
    const week = (day: string) =>
      `Refusals      Tomas K.      week of ${day}\n      M    T    W\nAM    1    0    0\nPM    2    3    1`;
    expect(groups(week('Oct 6'), week('Oct 13'))).toEqual([[1], [2]]);
  });

  it('with a note that was stuck between', () => {
    const report =
      'Observation of Tomas Kirkwood, 10/14/25\nHe sat at the side and wrote for ten minutes.\n\nB. Roark, OTR/L';
    const [, note] = split(report, 'Ms Abara -\n  please send the math home.   Office');
    expect(note).toMatchObject({ pages: [2], joint: { certain: false } });
  });

  it('with a letter', () => {
    expect(groups(sheet, 'Dear Ms. Kirkwood,\nTomas had a good week.')).toEqual([[1], [2]]);
  });
});

describe('a person is asked', () => {
  it('where a heading stands without a name, a date or a field', () => {
    const [, second] = split(sheet, 'A DAY AT THE LAKE AND ON THE HILL\n\nbecause\nfriend');
    expect(second?.joint.certain).toBe(false);
    expect(second?.joint.reason).toMatch(/^It seems to begin a new document/);
  });

  it('where a page with neither a heading nor a row of the table before follows', () => {
    const [only] = split(sheet, 'We also tried a quiet corner.');
    expect(only).toMatchObject({ pages: [1, 2], joint: { certain: false } });
    expect(only?.joint.reason).toMatch(/Page 2: It seems to go on/);
  });

  it('where only a date sets a page apart', () => {
    const [, second] = split(sheet, 'WORDS 4-02   second list\n81 read, 4 wrong');
    expect(second?.joint.certain ?? false).toBe(false);
  });

  it('where a sibling is told of overleaf, and the page goes on', () => {
    const [only] = split(
      'Tomas Kirkwood    Journal    10/29/25\nToday I did the magnets with Mr. Cole. Two norths push each other away.',
      'I asked why and he said that every clip is a little weaker than the last one. I told\nIda about it and she only laughed at me the whole way home.',
    );
    expect(only).toMatchObject({ pages: [1, 2], joint: { certain: false } });
  });

  it('where a page says that it continues but names another student', () => {
    const [only] = split(sheet, 'CALL-OUTS, cont.     Student: Ida Marchbanks\ntotal 9');
    expect(only?.joint.certain).toBe(false);
  });
});

describe('a form whose code stands alone above its letterhead', () => {
  const filled = (week: string, days: string, notes: string) =>
    `SST-7\nJuniper Flats Elementary\nStudent Support Team\nDAILY BEHAVIOR TALLY\nStudent: Tomas Kirkwood                       Grade: 4          Weekof: ${week}\nCompleted by: C. Sundqvist                      Behavior: Blurting out\nOne mark each time he talks without being called on. Write the total for the day at the bottom.\nMon             Tues             Wed             Thurs              Fri\nTime\n${days}\n8:10 - 10:15          3              2              3              2              1\nDAY TOTAL             8              7              6              6              5\nGoal: 4 or fewer per day\nNotes:  ${notes}`;

  it('is a document of its own each time that it is filled in', () => {
    const pages = [
      filled(
        '11/10/2025',
        '11/10/25       11/11/25       11/12/25       11/13/25       11/14/25',
        'Tuesday was Veterans Day.',
      ),
      filled(
        '12/1/2025',
        '12/1/25        12/2/25        12/3/25        12/4/25        12/5/25',
        'Talk tickets since Monday.',
      ),
    ];
    expect(groups(...pages)).toEqual([[1], [2]]);
  });
});
