/** The characters that the second reader may answer with. */

/** Marks of forms, score sheets and print; beside them ASCII and the letters of European languages are kept. */
const MARKS = '“”‘’„–—…•·°±×÷√✓✔☐☑☒□■●○→←↑↓½¼¾²³£€¢§©®™¿¡«»≤≥≠≈';

function isWanted(character: string): boolean {
  return /^[\x20-\x7eÀ-ÖØ-öø-ÿŁłŒœŠšŽž]$/.test(character) || MARKS.includes(character);
}

export interface Alphabet {
  /** Number of classes of the model: the blank, the dictionary, the space. */
  readonly classes: number;
  /** Classes kept; the first is the blank. */
  readonly kept: number[];
  /** The character of each class kept; the blank's is empty. */
  readonly characters: string[];
}

/** The alphabet from the text of the model's dictionary: one character a line. */
export function readAlphabet(dictionary: string): Alphabet {
  const lines = dictionary.replace(/\r/g, '').replace(/\n$/, '').split('\n');
  const all = ['', ...lines, ' '];
  const kept = all.flatMap((character, index) => (index === 0 || isWanted(character) ? [index] : []));
  return { classes: all.length, kept, characters: kept.map((index) => all[index]!) };
}
