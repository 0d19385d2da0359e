import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../../services/extraction/mentions/number-words.ts';
import { deriveFigures } from '../../../services/extraction/model/derive-figures.ts';
import { locateQuotes, placesOf } from '../../../services/extraction/model/locate-quote.ts';
import { proposal } from '../../factories/proposals.ts';

describe('numbers', () => {
  it.each([
    ['8/10', [8, 10]],
    ['fifty-eight words, five errors', [58, 5]],
    ['a hundred and four, then two hundred twelve', [104, 212]],
    ['all but two of twenty', [2, 20]],
    ['seven and a half minutes', [7.5]],
    ['2.5 of 4', [2.5, 4]],
    ['someone often wonders', []],
    ['ninety one percent', [91]],
  ])('%s', (text, expected) => {
    expect(numbersIn(text).map((n) => n.value)).toEqual(expected);
  });
});

describe('a quote', () => {
  const text =
    'Sight words: 8/10 on Monday.\nSight words: 8/10 on Tuesday.\nDivision 18/10?  “missed 3 of 20”\nThe student read   41 words\ncorrectly in a minute';

  it('is found exactly, with other spaces and signs, and nearly', () => {
    const slice = (quote: string) => placesOf(text, quote).map((p) => text.slice(p.start, p.end));
    expect(slice('8/10')).toEqual(['8/10', '8/10']);
    expect(slice('"Missed 3  of 20"')).toEqual(['“missed 3 of 20”']);
    expect(slice('read 41 words correctly')).toEqual(['read   41 words\ncorrectly']);
    expect(slice('The studemt read 41 words')).toEqual(['The student read   41 words']);
  });

  it('is not found with another digit, in part, or inside a longer number or word', () => {
    expect(placesOf(text, 'The student read 47 words')).toEqual([]);
    expect(placesOf(text, 'read 41 words correctly and then 60 more')).toEqual([]);
    expect(placesOf(text, '8/1')).toEqual([]);
    expect(placesOf('scored 1.5 points', '5')).toEqual([]);
    expect(placesOf('12/10/25', '12/10')).toEqual([]);
    expect(placesOf(text, '')).toEqual([]);
  });

  it('that stands twice is told apart by its line, or not at all', () => {
    const line = 'Sight words: 8/10 on Tuesday.';
    expect(locateQuotes(text, [{ quote: '8/10', line }])[0]?.start).toBe(text.indexOf(line) + 13);
    expect(locateQuotes(text, [{ quote: '8/10', line: 'somewhere else' }])).toEqual([null]);
    const twice = 'call-outs 4  4';
    const both = locateQuotes(twice, [
      { quote: '4', line: twice },
      { quote: '4', line: twice },
    ]);
    expect(both.map((p) => p?.start)).toEqual([10, 13]);
    expect(locateQuotes(twice, [{ quote: '4', line: twice }])).toEqual([null]);
  });

  it('any slice of a page that stands alone is found where it was cut out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 5, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const page = words.join(' ');
          const from = a % words.length;
          const to = Math.min(words.length, from + 1 + (b % 6));
          const start = words.slice(0, from).join(' ').length + (from > 0 ? 1 : 0);
          const quote = words.slice(from, to).join(' ');
          expect(placesOf(page, quote)).toContainEqual({ start, end: start + quote.length });
        },
      ),
    );
  });
});

describe('a value', () => {
  const derive = (quote: string, parts: Parameters<typeof proposal>[1]) => deriveFigures(proposal(quote, parts), quote);

  it.each([
    ['8 of 10', { numerator: 8, denominator: 10 }, { type: 'ratio', numerator: 8, denominator: 10 }],
    [
      'eighteen out of the twenty',
      { numerator: 18, denominator: 20 },
      { type: 'ratio', numerator: 18, denominator: 20 },
    ],
    ['all but three of twenty', { numerator: 17, denominator: 20 }, { type: 'ratio', numerator: 17, denominator: 20 }],
    ['missed 3 of 20', { numerator: 17, denominator: 20 }, { type: 'ratio', numerator: 17, denominator: 20 }],
    ['6 right, 2 wrong', { numerator: 6, denominator: 8 }, { type: 'ratio', numerator: 6, denominator: 8 }],
    ['+ + - +', { numerator: 3, denominator: 4 }, { type: 'marks', right: 3, wrong: 1, prompted: 0 }],
    ['++-+', { numerator: 3, denominator: 4 }, { type: 'marks', right: 3, wrong: 1, prompted: 0 }],
    ['ninety percent', { value: 'ninety percent' }, { type: 'percent', value: 90 }],
    ['80 %', { value: '80%' }, { type: 'percent', value: 80 }],
    ['10:12-10:19', { value: '10:12-10:19', kind: 'duration' as const }, { type: 'time', seconds: 420, form: 'range' }],
    [
      'seven and a half minutes',
      { value: 'seven and a half minutes', kind: 'duration' as const },
      { type: 'time', seconds: 450, form: 'units' },
    ],
    ['reads at Level J', { value: 'J', kind: 'level' as const }, { type: 'letter', value: 10, letter: 'J' }],
    ['//// /', { value: '5', kind: 'count' as const }, { type: 'tally', value: 5 }],
    ['forty-seven wcpm', { value: 'forty-seven wcpm', kind: 'rate' as const }, { type: 'number', value: 47 }],
  ])('follows from %s', (quote, parts, quantity) => {
    expect(derive(quote, parts)).toMatchObject([{ quantity }]);
  });

  it('that was taken away holds the word that says so, so that it is not taken away twice', () => {
    const quote = 'she missed three of the twenty';
    const [figure] = derive(quote, { numerator: 17, denominator: 20 }) ?? [];
    expect(quote.slice(figure?.start, figure?.end)).toBe('missed three of the twenty');
  });

  it('of a timed reading is each of its numbers', () => {
    const figures = derive('fifty-eight words with five errors in one minute', {
      kind: 'rate',
      words: 58,
      errors: 5,
      minutes: 1,
    });
    expect(figures?.map((f) => f.quantity)).toMatchObject([{ value: 58 }, { value: 5 }, { type: 'time', seconds: 60 }]);
  });

  it.each([
    ['8 of 10', { numerator: 9, denominator: 10 }],
    ['8 of 10', { numerator: 2, denominator: 10 }],
    ['8 of 10', { value: '100%' }],
    ['+ + - +', { numerator: 4, denominator: 4 }],
    ['words read 58', { kind: 'rate' as const, words: 58, errors: 0 }],
    ['7 min', { value: '70 min', kind: 'duration' as const }],
    ['Level J', { value: 'K', kind: 'level' as const }],
    ['//// /', { value: '7', kind: 'count' as const }],
    ['4 call-outs', { value: '4%' }],
    ['did very well', { value: '100' }],
    ['did very well', {}],
    ['8 of 10', { numerator: 10, denominator: 8 }],
    ['0 of 0', { numerator: 0, denominator: 0 }],
  ])('does not follow from %s when it is %o', (quote, parts) => {
    expect(derive(quote, parts)).toBeNull();
  });

  it('is never made of a number that is not written', () => {
    const some = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }),
        some,
        some,
        some,
        some,
        (written, numerator, denominator, words, errors) => {
          const quote = `got ${written.join(' and ')} today`;
          const figures = derive(quote, { numerator, denominator, words, errors });
          for (const { quantity: q } of figures ?? []) {
            const numbers = q.type === 'ratio' ? [q.numerator, q.denominator] : q.type === 'number' ? [q.value] : [];
            for (const n of numbers) expect(written).toContain(n);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
