/** Sessions of services in the ways that logs are kept: lists, grids, sections, codes, and what did not take place. */
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../services/binders/open-page.ts';
import { findSessions } from '../../../services/classification/evidence-types/service-log/find-sessions.ts';
import { type Caseload, caseloadSchema } from '../../../services/domain/caseload.ts';
import { textPage } from '../../evals/eval-case.ts';

const student = (id: string, givenName: string, familyName: string, kinds: string[]) => ({
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
  services: kinds.map((kind, i) => ({
    id: `${id}-v${i}`,
    kind,
    minutes: 60,
    per: 'week',
    start: '2025-08-25',
    end: '2026-08-24',
  })),
});

const caseload: Caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Fenwick Public Schools', timeZone: 'America/Chicago' },
  schools: [{ id: 'school', name: 'Fenwick Elementary' }],
  staff: [],
  periods: [],
  students: [
    student('ida', 'Ida', 'Marchbanks', ['Speech Therapy', 'Occupational Therapy']),
    student('tom', 'Tomas', 'Kirkwood', ['Speech Therapy']),
  ],
});

const sessions = (text: string, documentStudent: string | null = null) =>
  findSessions([openPage(textPage(text, 'log.txt'), caseload, '2025-11-24')], documentStudent, caseload).map(
    ({ session, service }) => `${session.student.id} ${service.kind} ${session.day} ${session.minutes}`,
  );

describe('a log of one student', () => {
  it('is read line by line, with what was not given as 0 minutes', () => {
    const log = [
      'Speech log',
      '11/4   30   picture cards',
      '11/6   0    at dentist, no session',
      '11/11  20   late from assembly',
    ];
    expect(sessions(log.join('\n'), 'ida')).toEqual([
      'ida Speech Therapy 2025-11-04 30',
      'ida Speech Therapy 2025-11-06 0',
      'ida Speech Therapy 2025-11-11 20',
    ]);
  });

  it('leaves out days without school and work without the student', () => {
    const log = [
      'Speech log',
      '11/4   30   cards',
      '11/6   -    in-service day, no students',
      '11/7   consult w/ Ms. Lowe   15 min',
      '11/18  30   cards',
    ];
    expect(sessions(log.join('\n'), 'ida').map((s) => s.slice(-13))).toEqual(['2025-11-04 30', '2025-11-18 30']);
  });

  it('takes hours, clock times and the length that the heading gives', () => {
    expect(sessions('OT log\n11/4   1 hr   gym\n11/6   1/2 hr   gym', 'ida').map((s) => s.slice(-2))).toEqual([
      '60',
      '30',
    ]);
    expect(
      sessions('OT card\nDate    In      Out\n11/4    9:00    9:25\n11/6    9:05    9:50', 'ida').map((s) =>
        s.slice(-2),
      ),
    ).toEqual(['25', '45']);
    expect(
      sessions('Speech (Tues, 45 minutes)\n11/4   yes\n11/11   no - suspended\n11/18   yes', 'ida').map((s) =>
        s.slice(-2),
      ),
    ).toEqual(['45', ' 0', '45']);
  });

  it('takes the minutes given, not those that were planned or spent on a part', () => {
    const log = [
      'Speech log',
      'date      planned   given   note',
      '11/4/25     30        20    called to office',
      '11/6/25     30         0    class play',
    ];
    expect(sessions(log.join('\n'), 'ida').map((s) => s.slice(-2))).toEqual(['20', ' 0']);
  });
});

describe('a log of several students', () => {
  it('gives each who is listed as present the session, and each who is absent a missed one', () => {
    const log = [
      'SPEECH GROUP',
      '11/4   9:30-10:00   present: Ida M., Cassidy W., Tomas K.',
      '11/6   9:30-10:00   present: Ida M.',
      '                     absent: Tomas K. (dentist)',
    ];
    expect(sessions(log.join('\n')).toSorted()).toEqual([
      'ida Speech Therapy 2025-11-04 30',
      'ida Speech Therapy 2025-11-06 30',
      'tom Speech Therapy 2025-11-04 30',
      'tom Speech Therapy 2025-11-06 0',
    ]);
  });

  it('explains a code by the minutes that it stands for', () => {
    const log = [
      'SPEECH MINUTES GIVEN        week of 11/3/25',
      '',
      '                   M 3      T 4      W 5      Th 6     F 7',
      'Marchbanks, Ida    30       30       A        N        30',
      'Kirkwood, Tomas    20       20       20       N        20',
      '',
      'A = student absent, 0 min      N = teacher covering another class, 0 min',
    ];
    const found = sessions(log.join('\n')).map((s) => s.replace(' Speech Therapy', ''));
    expect(found.filter((s) => s.endsWith(' 0')).toSorted()).toEqual([
      'ida 2025-11-05 0',
      'ida 2025-11-06 0',
      'tom 2025-11-06 0',
    ]);
  });

  it('is kept in sections, each under a name', () => {
    const log = [
      'Speech this week',
      '',
      'Ida Marchbanks (2 x 30)',
      '   11/4  30    11/6  30',
      'Tomas Kirkwood (1 x 20)',
      '   11/5  cancelled, no room',
    ];
    expect(sessions(log.join('\n')).map((s) => s.replace(' Speech Therapy', ''))).toEqual([
      'ida 2025-11-04 30',
      'ida 2025-11-06 30',
      'tom 2025-11-05 0',
    ]);
  });

  it('is a week on one line for each', () => {
    const log = [
      'SPEECH minutes     wk of Nov 3 - Nov 7 2025',
      '',
      'Marchbanks, Ida',
      '   M 30    T --    W 0 not delivered    Th 30    F --',
      '',
      '-- not scheduled',
    ];
    expect(sessions(log.join('\n')).map((s) => s.slice(-13).trim())).toEqual([
      '2025-11-03 30',
      '2025-11-05 0',
      '2025-11-06 30',
    ]);
  });

  it('has columns of times under each name', () => {
    const log = [
      'SPEECH TIME CARD',
      '',
      '            Ida Marchbanks               Tomas Kirkwood',
      '            in       out      min        in       out      min',
      'Tue 11/4    8:30     9:00     30         9:10     9:30     20',
      'Wed 11/5    sick     --        0         9:10     9:35     25',
    ];
    expect(
      sessions(log.join('\n'))
        .toSorted()
        .map((s) => s.replace(' Speech Therapy', '')),
    ).toEqual(['ida 2025-11-04 30', 'ida 2025-11-05 0', 'tom 2025-11-04 20', 'tom 2025-11-05 25']);
  });

  it('gives nothing to those who are not of the caseload', () => {
    const log = [
      'Speech   11/3 - 11/7',
      'student            date     min',
      'Pell, Dorian       11/4     30',
      'Kirkwood, Tomas    11/5     30',
    ];
    expect(sessions(log.join('\n'))).toEqual(['tom Speech Therapy 2025-11-05 30']);
  });
});
