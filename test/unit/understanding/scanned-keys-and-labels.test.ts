/** Keys and labels whose gaps a scanner made narrow. */
import { describe, expect, it } from 'vitest';
import { listsPairs } from '../../../services/binders/layout/label-pairs.ts';
import { legendOf } from '../../../services/binders/page-text/legend.ts';
import { openSheet } from '../../../services/binders/page-text/sheet.ts';
import { vocabularyOf } from '../../../services/binders/page-text/vocabulary.ts';
import { readMarkKey } from '../../../services/extraction/mentions/mark-key.ts';
import { sampleCaseload, textPage } from '../../factories/text-page.ts';

const sheetOf = (text: string) => openSheet(textPage(text), vocabularyOf(sampleCaseload()));

describe('a key with narrow gaps', () => {
  it('explains each of its signs', () => {
    const { words } = legendOf(sheetOf('TH IN SENTENCES, picture cards    (+ clear - not clear)'));
    expect([...words.keys()]).toEqual(['+', '-']);
    expect(words.get('+')).toBe('clear');
  });

  it('means a letter as a capital too where both have one shape, unless it explains both', () => {
    const one = readMarkKey(sheetOf('+  did it, no cue        c  did it after a cue\n+ C + C'));
    expect(one.meanings.get('C')).toBe(one.meanings.get('c'));
    expect(one.meanings.get('C')).toBe('prompted');
  });
});

describe('a line of labels and values', () => {
  it.each([
    ['Integers  4/5     Fractions  2/4     Overall  6/9', true],
    ['Integers  4/5     Fractions  2/4     Overall 6/9', true],
    ['10/15   10/10   14/25   7/20', false],
    ['Integers   all right   Fractions  2/4', false],
  ])('%s: %s', (text, pairs) => expect(listsPairs(sheetOf(text).lines[0]!)).toBe(pairs));
});
