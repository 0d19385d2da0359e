/** The second reader: PP-OCRv6 on the ONNX runtime, where its models are. */
import { readFile } from 'node:fs/promises';
import type { GreyImage } from '../../image/grey-image.ts';
import type { FoundModels } from '../../models/model-files.ts';
import type { Reader, ReadLine, ReadWord } from '../reader.ts';
import { type Alphabet, readAlphabet } from './alphabet.ts';
import { detectLines } from './detect-lines.ts';
import { loadModel, type Model } from './onnx.ts';
import { recogniseLine } from './recognise-line.ts';
import type { TextRegion } from './text-region.ts';
import { trimModel } from './trim-model.ts';

/** The detector sees letters of this height (pixels) well; larger ones cost time, smaller ones are missed. */
const BEST_LETTER = 9;
const MOST_PIXELS = 2_600_000;

export class PpocrReader implements Reader {
  readonly name = 'ppocr';
  readonly #detection: Model;
  readonly #recognition: Model;
  readonly #alphabet: Alphabet;

  private constructor(detection: Model, recognition: Model, alphabet: Alphabet) {
    this.#detection = detection;
    this.#recognition = recognition;
    this.#alphabet = alphabet;
  }

  /** Rejects where the runtime is not installed or a model is not the one expected. */
  static async start(files: FoundModels): Promise<PpocrReader> {
    const onnx = await import('onnxruntime-node');
    const alphabet = readAlphabet(await readFile(files.dictionary, 'utf8'));
    const trimmed = trimModel(await readFile(files.recognition), alphabet.classes, alphabet.kept);
    const [detection, recognition] = await Promise.all([
      readFile(files.detection).then((bytes) => loadModel(onnx, bytes)),
      loadModel(onnx, trimmed),
    ]);
    return new PpocrReader(detection, recognition, alphabet);
  }

  async readPage(image: GreyImage, letterHeight: number): Promise<ReadLine[]> {
    const lines: ReadLine[] = [];
    for (const region of await this.detect(image, letterHeight)) {
      const words = await this.readRegion(image, region);
      if (words.length > 0) lines.push(words);
    }
    return lines;
  }

  /** Where text is on a page whose letters are about `letterHeight` pixels high. */
  detect(image: GreyImage, letterHeight: number): Promise<TextRegion[]> {
    const most = Math.sqrt(MOST_PIXELS / (image.width * image.height));
    const scale = Math.min(most, letterHeight > 0 ? BEST_LETTER / letterHeight : 1);
    return detectLines(this.#detection, image, scale);
  }

  readRegion(image: GreyImage, region: TextRegion): Promise<ReadWord[]> {
    return recogniseLine(this.#recognition, this.#alphabet, image, region);
  }

  async readLine(image: GreyImage): Promise<ReadWord[]> {
    const { width, height } = image;
    const region = { x0: 0, x1: width, curve: [height / 2, 0, 0], height } as const;
    return this.readRegion(image, region);
  }
}
