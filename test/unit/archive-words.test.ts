/** The words of a search and where they stand on a page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightsOf, holdsAll, snippetOf } from '../../services/archive/hit-words.ts';
import { stemOf, termsOf, wordsIn } from '../../services/archive/search-words.ts';

/** A page whose words stand one after another on one line, 10 pixels a letter. */
function lineOf(text: string) {
  let x = 0;
  const words = text.split(/\s+/).map((word) => {
    const bbox: [number, number, number, number] = [x, 0, x + word.length * 10, 20];
    x = bbox[2] + 10;
    return { text: word, bbox, confidence: 1 };
  });
  return { words };
}

describe('the words of a search', () => {
  it('are plain words, whatever signs stand between them', () => {
    expect(termsOf('fluency Jordan')).toEqual([['fluency'], ['jordan']]);
    expect(termsOf('-fluency $where {a:1} NEAR/3 *')).toEqual([['fluency'], ['where'], ['a', '1'], ['near', '3']]);
    expect(termsOf('   ?! "" ')).toEqual([]);
  });

  it('stand together where they are quoted or joined by a sign', () => {
    expect(termsOf('"task analysis" call-outs 8/10')).toEqual([
      ['task', 'analysis'],
      ['call', 'outs'],
      ['8', '10'],
    ]);
  });

  it('are the same with and without accents and capitals', () => {
    expect(termsOf('JOSÉ')).toEqual(termsOf('jose'));
    expect(wordsIn('José read').map(({ word }) => word)).toEqual(['jose', 'read']);
  });

  it('never hold a sign that a store could take for syntax', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const words = termsOf(query).flat();
        expect(words.join('')).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });

  it('find the other forms of a word, but never another number', () => {
    expect(stemOf('prompted')).toBe(stemOf('prompts'));
    expect(stemOf('reading')).toBe(stemOf('reads'));
    expect(stemOf('10')).not.toBe(stemOf('100'));
    expect(stemOf('2026s')).toBe('2026s');
  });
});

describe('the words of a hit', () => {
  it('are marked on the page word by word, with the box of each', () => {
    const page = lineOf('Jordan needed two verbal prompts, then one prompt.');
    expect(highlightsOf(termsOf('prompt'), page)).toEqual([
      { text: 'prompts,', bbox: [250, 0, 330, 20] },
      { text: 'prompt.', bbox: [430, 0, 500, 20] },
    ]);
  });

  it('are marked only where quoted words stand together', () => {
    const page = lineOf('verbal work and verbal prompts');
    expect(highlightsOf(termsOf('"verbal prompt"'), page).map(({ bbox }) => bbox[0])).toEqual([160, 230]);
    expect(holdsAll(termsOf('"verbal prompt"'), 'verbal work, no prompt')).toBe(false);
  });

  it('are in the snippet, which is a short piece of the page on one line', () => {
    const filler = 'one two three four five six seven eight nine ten\n'.repeat(20);
    const snippet = snippetOf(termsOf('fluency probe'), `${filler}the fluency probe of today\n${filler}`);
    expect(snippet).toContain('fluency probe of today');
    expect(snippet).not.toContain('\n');
    expect(snippet.length).toBeLessThan(230);
    expect(snippet.startsWith('… ')).toBe(true);
    expect(snippet.endsWith(' …')).toBe(true);
  });

  it('are looked for around the place that holds most of them', () => {
    const filler = 'word '.repeat(100);
    const snippet = snippetOf(termsOf('maze probe score'), `maze ${filler} maze probe score ${filler}`);
    expect(snippet).toContain('maze probe score');
  });

  it('make a snippet of pieces of the page only', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('maze', 'probe', 'a', 'longer-word', '8/10', '\n', 'é')), (words) => {
        const text = words.join(' ');
        const inner = snippetOf(termsOf('maze probe'), text).replace(/^… | …$/g, '');
        expect(text.replace(/\s+/g, ' ')).toContain(inner);
      }),
    );
  });
});
