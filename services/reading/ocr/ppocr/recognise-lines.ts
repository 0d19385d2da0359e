/** What lines say: bands are cut out level, read, and their characters put back where they stand. */
import type { GreyImage } from '../../image/grey-image.ts';
import type { ReadWord } from '../reader.ts';
import type { Alphabet } from './alphabet.ts';
import type { Model } from './onnx.ts';
import { cutStrip, type Strip, stackStrips } from './strip.ts';
import { middleAt, type TextRegion } from './text-region.ts';

/** So many columns are read in one run at most: more of them at once gain nothing and hold more memory. */
const MOST_COLUMNS = 1600;
/** Strips in one run are of like width: white that fills up the shorter ones costs as much as text. */
const LIKE_WIDTH = 0.85;

/** One character after decoding. */
interface ReadCharacter {
  readonly text: string;
  readonly confidence: number;
  /** Middle of the character on the page. */
  readonly x: number;
}

/** Greedy decoding: at each step the likeliest character, repeats joined, blanks dropped. */
function decode(
  scores: Float32Array,
  steps: number,
  alphabet: Alphabet,
  column: number,
  strip: Strip,
  x0: number,
): ReadCharacter[] {
  const classes = alphabet.kept.length;
  const characters: ReadCharacter[] = [];
  let previous = 0;
  let first = 0;
  let peak = 0;
  const end = (last: number): void => {
    if (previous === 0) return;
    const middle = ((first + last) / 2) * column;
    characters.push({ text: alphabet.characters[previous]!, confidence: peak, x: x0 + middle * strip.scale });
  };
  for (let step = 0; step < steps; step++) {
    let best = 0;
    let value = scores[step * classes]!;
    for (let index = 1; index < classes; index++) {
      const score = scores[step * classes + index]!;
      if (score > value) {
        value = score;
        best = index;
      }
    }
    if (best !== previous) {
      end(step);
      previous = best;
      first = step;
      peak = value;
    } else peak = Math.max(peak, value);
  }
  end(steps);
  return characters;
}

/** The words of a line with their boxes, from left to right. */
function toWords(characters: readonly ReadCharacter[], region: TextRegion): ReadWord[] {
  const words: ReadWord[] = [];
  let from = 0;
  const finish = (to: number): void => {
    const part = characters.slice(from, to);
    from = to + 1;
    if (part.length === 0) return;
    const width = part.length > 1 ? (part.at(-1)!.x - part[0]!.x) / (part.length - 1) : region.height * 0.4;
    const left = Math.max(region.x0, part[0]!.x - width / 2);
    const right = Math.min(region.x1, part.at(-1)!.x + width / 2);
    const middle = middleAt(region, (left + right) / 2);
    // The band is wider than its letters: what the detector adds on each side is taken off again.
    const half = region.height * 0.36;
    const confidence = part.reduce((sum, character) => sum + character.confidence, 0) / part.length;
    words.push({
      text: part.map((character) => character.text).join(''),
      bbox: [left, middle - half, Math.max(left + 1, right), middle + half],
      confidence,
      weakest: Math.min(...part.map((character) => character.confidence)),
    });
  };
  for (const [index, character] of characters.entries()) if (character.text === ' ') finish(index);
  finish(characters.length);
  return words;
}

/** Strips of like width together, widest first. */
function batchesOf(strips: readonly Strip[]): number[][] {
  const order = [...strips.keys()].sort((a, b) => strips[b]!.width - strips[a]!.width);
  const batches: number[][] = [];
  for (const index of order) {
    const batch = batches.at(-1);
    const widest = batch ? strips[batch[0]!]!.width : 0;
    const fits = batch && (batch.length + 1) * widest <= MOST_COLUMNS && strips[index]!.width >= LIKE_WIDTH * widest;
    if (fits) batch.push(index);
    else batches.push([index]);
  }
  return batches;
}

/** Reads bands of the page, cut out `height` pixels high; the words of each, in the order of the regions. */
export async function recogniseLines(
  model: Model,
  alphabet: Alphabet,
  image: GreyImage,
  regions: readonly TextRegion[],
  height: number,
): Promise<ReadWord[][]> {
  const strips = regions.map((region) => cutStrip(image, region, height));
  const lines: ReadWord[][] = regions.map(() => []);
  for (const batch of batchesOf(strips)) {
    const own = batch.map((index) => strips[index]!);
    const width = own[0]!.width;
    const { data, dims } = await model.run(stackStrips(own, width), [own.length, 3, height, width]);
    const steps = dims[1]!;
    const size = steps * alphabet.kept.length;
    for (const [place, index] of batch.entries()) {
      const region = regions[index]!;
      const scores = data.subarray(place * size, (place + 1) * size);
      lines[index] = toWords(decode(scores, steps, alphabet, width / steps, strips[index]!, region.x0), region);
    }
  }
  return lines;
}
