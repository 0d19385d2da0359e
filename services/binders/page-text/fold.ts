/**
 * Words as a tired reader sees them: letters that scanners confuse are made one, so that `Narne`, `Name` and `NAME` are
 * the same word, and so are `Brandvo1d` and `Brandvold`.
 */

/** Letters of `word` without accents. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** Lower case, no accents, `rn` = `m`, `vv` = `w`, and one letter each for l/1/I/|, O/0 and S/5. */
export function foldWord(word: string): string {
  return withoutAccents(word)
    .replace(/[l1I|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .toLowerCase()
    .replace(/l/g, 'i')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

/**
 * A folded word with the letters of worn print made one inside it: e/c, h/b, t/f, u/v, d/cl. The first letter stands as it
 * is, so that two names are only taken for one where a scanner could have blurred the middle of a word.
 */
export function blurWord(word: string): string {
  const fold = foldWord(word);
  return (
    fold.charAt(0) +
    // e before d: in `dclivered` the c is an e before an l, and no half of a d.
    fold.slice(1).replace(/e/g, 'c').replace(/ci/g, 'd').replace(/b/g, 'h').replace(/f/g, 't').replace(/v/g, 'u')
  );
}
