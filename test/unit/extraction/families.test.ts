import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCodes, readSizes } from '../../../services/extraction/mentions/families/codes.ts';
import type { Family } from '../../../services/extraction/mentions/families/family.ts';
import { readNumbers } from '../../../services/extraction/mentions/families/numbers.ts';
import { readPercents } from '../../../services/extraction/mentions/families/percents.ts';
import { readRatios } from '../../../services/extraction/mentions/families/ratios.ts';
import { readTimes } from '../../../services/extraction/mentions/families/times.ts';
import { findFigures } from '../../../services/extraction/mentions/figures.ts';
import { numbersIn } from '../../../services/extraction/mentions/number-words.ts';

/** What stands where a family claims something, and what it takes it for. */
const claimsIn = (family: Family, text: string) =>
  family(text).map(({ start, end, quantity }) => [text.slice(start, end), quantity]);
const figuresIn = (text: string) =>
  findFigures(text, []).map(({ start, end, quantity }) => [text.slice(start, end), quantity]);
const ratio = (numerator: number, denominator: number) => ({ type: 'ratio', numerator, denominator });

describe('parts of a whole', () => {
  it.each([
    ['8/10', 8, 10],
    ['8 of 10', 8, 10],
    ['8 out of 10', 8, 10],
    ['28  out of  36', 28, 36],
    ['19.5 / 30', 19.5, 30],
    ['three of the four', 3, 4],
    ['3 of those 5', 3, 5],
    ['4 de las 10', 4, 10],
    ['29 letters legible out of 34', 29, 34],
    ['14 correct, 3 wrong', 14, 17],
    ['7 by himself, 1 with help', 7, 8],
  ])('%s', (text, part, whole) => {
    expect(claimsIn(readRatios, text)).toContainEqual([text, ratio(part, whole)]);
  });

  it('does not take the end of one line and the start of the next for one', () => {
    expect(claimsIn(readRatios, '1.99 /\n4')).toEqual([]);
  });

  it('does not take more than the whole for a part of it', () => {
    expect(figuresIn('12/10').filter(([, q]) => (q as { type: string }).type === 'ratio')).toEqual([]);
  });
});

describe('stretches of time', () => {
  it.each([
    ['6:30', 390],
    ['10:05:00', 36_300],
    ['10:12-10:19', 420],
    ['11:55 to 12:10', 900],
    ['3 min 10 s', 190],
    ['1 hr 15 min', 4500],
    ['two minutes', 120],
    ['45 segundos', 45],
  ])('%s', (text, seconds) => {
    expect(claimsIn(readTimes, text)[0]).toMatchObject([text, { type: 'time', seconds }]);
  });

  it.each(['50 min class', '15 minute play session', 'in our 20 min'])('takes no result from %s', (text) => {
    expect(figuresIn(text).filter(([, q]) => (q as { type: string }).type === 'time')).toEqual([]);
  });
});

describe('percents', () => {
  it.each([
    ['80%', 80],
    ['62.5 %', 62.5],
    ['80 percent', 80],
    ['80 por ciento', 80],
  ])('%s', (text, value) => {
    expect(claimsIn(readPercents, text)).toEqual([[text, { type: 'percent', value }]]);
  });

  it('leaves percentiles alone', () => {
    expect(claimsIn(readPercents, '50 %ile')).toEqual([]);
  });

  it('does not join a number to the percent sign that opens the next line', () => {
    expect(claimsIn(readPercents, 'CWS   24\n% CWS   59')).toEqual([]);
  });
});

describe('bare numbers', () => {
  it.each([
    ['6 and a half', 6.5],
    ['6 1/2', 6.5],
    ['twelve', 12],
    ['none', 0],
  ])('%s', (text, value) => {
    expect(claimsIn(readNumbers, text)[0]).toMatchObject([text, { type: 'number', value }]);
  });

  it('takes no number from 3+ and from two-word', () => {
    expect(claimsIn(readNumbers, '3+ words, two-word')).toEqual([]);
  });
});

describe('what is never a measurement', () => {
  it.each(['3.NF.A.1', 'Room 14', '$4.35', 'Grade 3', '7th', '555-0167', 'Lesson 12', 'Math 7 '])('%s', (text) => {
    expect(figuresIn(`see ${text}`)).toEqual([]);
    expect(readCodes(text).length + readSizes(text).length).toBeGreaterThan(0);
  });

  it.each(['1/4 inch', '5 mg', '1/2 day', '10 ft'])('%s', (text) => {
    expect(figuresIn(text)).toEqual([]);
  });
});

/** Pieces of teachers' notes, put together at random. */
const piece = fc.oneof(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })).map(([a, b]) => `${a}/${b}`),
  fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 20 })).map(([a, b]) => `${a} of ${b}`),
  fc.nat(100).map((n) => `${n}%`),
  fc.nat(130).map((n) => `${n} wcpm`),
  fc.tuple(fc.nat(12), fc.nat(59)).map(([m, s]) => `${m}:${String(s).padStart(2, '0')}`),
  fc.nat(50).map((n) => `${n} min`),
  fc.constantFrom(
    'three of five',
    'no accidents',
    'Room 12',
    '3.NF.A.1',
    'p. 14',
    '+ - +',
    'goal 80%',
    '\n',
    '  ',
    ': ',
    ' - ',
    '(',
    ')',
    'half',
  ),
  fc.string({ maxLength: 6 }),
);
const note = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));

describe('in any text', () => {
  it('figures stand in order, apart from one another, and within the text', () => {
    fc.assert(
      fc.property(note, (text) => {
        let last = 0;
        for (const { start, end } of findFigures(text, [])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('a figure can be worked out from the words that it stands in, and from nothing else', () => {
    fc.assert(
      fc.property(note, (text) => {
        for (const { start, end, quantity } of findFigures(text, [])) {
          const quote = text.slice(start, end);
          if (quantity.type === 'number' && quantity.asWord) {
            expect(numbersIn(quote).map((n) => n.value)).toContain(quantity.value);
            continue;
          }
          // In a list of times the unit stands with one of them: `40, 42 and 47 seconds`.
          if (quantity.type === 'time' && /^\d+(?:\.\d+)?$/.test(quote)) {
            expect([Number(quote), Number(quote) * 60]).toContain(quantity.seconds);
            continue;
          }
          expect(findFigures(quote, []).map((f) => f.quantity)).toContainEqual(quantity);
          if (quantity.type !== 'ratio') continue;
          const written = numbersIn(quote.replace(/[/%]/g, ' ')).map((n) => n.value);
          const parts = [quantity.numerator, quantity.denominator, quantity.denominator - quantity.numerator];
          expect(parts.filter((part) => written.includes(part)).length).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  it('takes nothing from what is known to be a date', () => {
    fc.assert(
      fc.property(note, (text) => {
        const whole = [{ start: 0, end: text.length }];
        expect(findFigures(text, whole)).toEqual([]);
      }),
    );
  });
});
