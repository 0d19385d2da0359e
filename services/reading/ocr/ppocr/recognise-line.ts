/** What a line says: the band is cut out level, read, and its characters put back where they stand. */
import type { GreyImage } from '../../image/grey-image.ts';
import type { ReadWord } from '../reader.ts';
import type { Alphabet } from './alphabet.ts';
import type { Model } from './onnx.ts';
import { HEIGHT, type ReadCharacter, type Strip } from './strip.ts';
import { middleAt, type TextRegion } from './text-region.ts';

/** One step of the recogniser covers eight columns of its picture. */
const STEP = 8;
const LEAST_WIDTH = 32;
const MOST_WIDTH = 3200;

/** Cuts the band out along its curve, 48 pixels high, brightness from -1 to 1. */
function cutStrip(image: GreyImage, region: TextRegion): Strip {
  const scale = region.height / HEIGHT;
  const natural = Math.ceil((region.x1 - region.x0) / scale);
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.ceil(natural / STEP) * STEP));
  const stretch = natural > MOST_WIDTH ? natural / MOST_WIDTH : 1;
  const plane = width * HEIGHT;
  const input = new Float32Array(3 * plane);
  const { data, width: w, height: h } = image;
  // Where the page is much finer than the strip, several samples a pixel keep thin strokes.
  const samples = Math.max(1, Math.min(4, Math.round(scale)));
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < HEIGHT; y++) {
      let sum = 0;
      for (let sample = 0; sample < samples; sample++) {
        const offset = (sample + 0.5) / samples;
        const px = region.x0 + (x + offset) * scale * stretch - 0.5;
        const py = middleAt(region, px) + (y + offset - HEIGHT / 2) * scale - 0.5;
        const left = Math.min(w - 2, Math.max(0, Math.floor(px)));
        const top = Math.min(h - 2, Math.max(0, Math.floor(py)));
        const dx = Math.min(1, Math.max(0, px - left));
        const dy = Math.min(1, Math.max(0, py - top));
        const at = top * w + left;
        sum +=
          (data[at]! * (1 - dx) + data[at + 1]! * dx) * (1 - dy) +
          (data[at + w]! * (1 - dx) + data[at + w + 1]! * dx) * dy;
      }
      const value = sum / samples / 127.5 - 1;
      const at = y * width + x;
      input[at] = value;
      input[at + plane] = value;
      input[at + 2 * plane] = value;
    }
  }
  return { input, width, scale: scale * stretch };
}

/** Greedy decoding: at each step the likeliest character, repeats joined, blanks dropped. */
function decode(scores: Float32Array, steps: number, alphabet: Alphabet, strip: Strip, x0: number): ReadCharacter[] {
  const classes = alphabet.kept.length;
  const characters: ReadCharacter[] = [];
  let previous = 0;
  let first = 0;
  let peak = 0;
  const end = (last: number): void => {
    if (previous === 0) return;
    const middle = ((first + last) / 2) * (strip.width / steps);
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
    });
  };
  for (const [index, character] of characters.entries()) if (character.text === ' ') finish(index);
  finish(characters.length);
  return words;
}

/** Reads one band of the page. */
export async function recogniseLine(
  model: Model,
  alphabet: Alphabet,
  image: GreyImage,
  region: TextRegion,
): Promise<ReadWord[]> {
  const strip = cutStrip(image, region);
  const { data, dims } = await model.run(strip.input, [1, 3, HEIGHT, strip.width]);
  return toWords(decode(data, dims[1]!, alphabet, strip, region.x0), region);
}
