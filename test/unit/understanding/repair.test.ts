/** What a scanner misreads is mended towards numbers, known words and names of the caseload, and nothing else is. */
import { describe, expect, it } from 'vitest';
import { repairText } from '../../../services/binders/page-text/repair.ts';
import { vocabularyOf } from '../../../services/binders/page-text/vocabulary.ts';
import { sampleCaseload } from '../../factories/text-page.ts';

const caseload = sampleCaseload();
const named = (givenName: string, familyName: string) => ({ ...caseload.students[0]!, givenName, familyName });
const vocabulary = vocabularyOf({
  ...caseload,
  students: [named('Philippa', 'Winslow'), named('Felix', 'MacAllister')],
});
const mend = (text: string) => repairText(text, vocabulary).text;

describe('a scanned page is mended', () => {
  it.each([
    ['digits taken for letters', '3O 4S l1/07/25 1O/17', '30 45 11/07/25 10/17'],
    ['minutes and wholes that begin with a letter', 'S0   10:20   10:S0   38/S0', '50   10:20   10:50   38/50'],
    ['months of Spanish papers', 'el 9 de diciernbre', 'el 9 de diciembre'],
    ['minutes with their unit close behind', '3Om 45rn 3Ornin l5m', '30m 45m 30min 15m'],
    ['a speck behind the number of a cell', '11/06   Valdes   25.   drill', '11/06   Valdes   25   drill'],
    ['a letter between the strokes of a sound', '/1/ blends, final /1/', '/l/ blends, final /l/'],
    ['worn letters inside words', 'not dclivered, abscnt', 'not delivered, absent'],
    ['an e worn to a c before an l', 'Counscling', 'Counseling'],
    ['a word that fell apart', 'Beh avior support', 'Behavior support'],
    ['a name that fell apart and was misread', 'Phi 1ippa', 'Philippa'],
    ['a name that fell apart into two words', 'Win slow, Philippa', 'Winslow, Philippa'],
    ['a name with a capital inside that fell apart', 'Felix Mac Allister', 'Felix MacAllister'],
  ])('%s', (_, read, written) => expect(mend(read)).toBe(written));

  it.each([
    ['students and forms by number', 'S1 and S2 on form B12'],
    ['numbers of a list and ends of sentences', '12.  storm   7.  third\nHe read 25.'],
    ['times of the day and units', '30m 45 min 8am 10:50'],
    ['prompt counts', 'I6 V3 P1'],
    ['two words that are two', 'all one in to'],
  ])('but %s stand as they are', (_, text) => expect(mend(text)).toBe(text));

  it('and each letter keeps its place on the page', () => {
    const { text, starts, ends } = repairText('min 3Ornin end', vocabulary);
    const at = text.indexOf('30min');
    expect(starts[at]).toBe(4);
    expect(ends[at + 4]).toBe(10);
  });
});
