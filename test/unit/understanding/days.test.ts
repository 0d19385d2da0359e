/** Which day a page is of: every form in which US schools write a date, and which of several dates is the page's own. */
import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../../services/classification/classify-document.ts';
import { caseloadSchema } from '../../../services/domain/caseload.ts';
import { textPage } from '../../evals/eval-case.ts';

const caseload = caseloadSchema.parse({
  district: { id: 'd', name: 'Fenwick Public Schools', timeZone: 'America/Chicago' },
  schools: [],
  staff: [],
  periods: [],
  students: [],
});

const dated = (text: string, uploadDate = '2025-11-20') =>
  classifyDocument([textPage(text, 'page.txt')], caseload, { uploadDate }).date;

describe('a date is read', () => {
  it.each([
    ['with slashes', '11/18/2025', '2025-11-18'],
    ['with a short year', '11/18/25', '2025-11-18'],
    ['with dashes', '11-18-25', '2025-11-18'],
    ['with points', '11.18.25', '2025-11-18'],
    ['in words', 'November 18, 2025', '2025-11-18'],
    ['shortened, with an ending', 'Nov. 18th', '2025-11-18'],
    ['the day first', '18 Nov 2025', '2025-11-18'],
    ['as the rest of the world writes it, where it can be nothing else', '18/11/25', '2025-11-18'],
    ['in Spanish', '18 de noviembre de 2025', '2025-11-18'],
    ['as a computer writes it', '2025-11-18', '2025-11-18'],
    ['behind a weekday, without a year', 'Tues. 11/18', '2025-11-18'],
    ['behind the letter of a weekday', 'Science, T 11/18', '2025-11-18'],
    ['with a dash and no year, at the head', '11-18', '2025-11-18'],
    ['with letters for digits', '1l/l8/2O25', '2025-11-18'],
  ])('%s', (_form, head, day) => {
    expect(dated(`Reading check      ${head}\nwords right 41`)).toBe(day);
  });

  it('without a year takes the school year that fits the upload', () => {
    expect(dated('Reading check      Tues. 11/18', '2026-02-03')).toBe('2025-11-18');
    expect(dated('Reading check   Jan. 12', '2026-02-03')).toBe('2026-01-12');
  });

  it('is none where the page bears none', () => {
    expect(dated('Reading check\nwords right 41 of 50')).toBeNull();
  });
});

describe("a page's own date", () => {
  it.each([
    ['is the one of the report, not of the testing', 'Tested: 10/27/2025   Report: 11/14/2025\nscore 80', '2025-11-14'],
    ['is the one on which it was written up', 'Tested 10/27/25   written up 11/14/25\nscore 80', '2025-11-14'],
    ['is the day it was done, not the day it was set', 'assigned Fri 11/7, made up Wed 11/12/25\n5 / 8', '2025-11-12'],
    ['is the end of the week that it covers', 'Behavior sheet      Nov 10 - Nov 14, 2025\nMon 2   Tue 1', '2025-11-14'],
    [
      'is the end of the week also where the month stands once',
      'Minutes, week of November 10 to 14, 2025',
      '2025-11-14',
    ],
    ['is the one that the week ends with', 'Tally       Week ending Fri 11/14/25\nhits 4', '2025-11-14'],
    [
      'is the latest of several columns',
      'Ticket and retake   Wed 11/12/25   Thurs 11/13/25\nright   2/4   3/4',
      '2025-11-13',
    ],
    ['is the day it was handed in', 'Level log\n11/4/25   2\n11/11/25   3\nsheet in 11/14/25', '2025-11-14'],
    ['is no birthday', 'Progress    b. 10/08/2017     issued 11/14/25', '2025-11-14'],
    [
      'is what a notice announces, where it bears nothing else',
      'WHO RIDES WITH WHOM     starting 11/17/2025',
      '2025-11-17',
    ],
  ])('%s', (_case, text, day) => {
    expect(dated(text)).toBe(day);
  });

  it('is not made of fractions in a column', () => {
    const sheet = [
      'date       blends      final',
      '9/24       9/25        4/20',
      '10/6       12/25       5/20',
      '10/15      14/25       7/20',
    ];
    expect(dated(sheet.join('\n'))).toBe('2025-10-15');
  });
});
