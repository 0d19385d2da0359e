/** The second reader: PP-OCRv6 on the ONNX runtime, where its models are. */
import { readFile } from 'node:fs/promises';
import type { GreyImage } from '../../image/grey-image.ts';
import type { FoundModels } from '../../models/model-files.ts';
import type { Reader, ReadLine, ReadWord } from '../reader.ts';
import { type Alphabet, readAlphabet } from './alphabet.ts';
import { detectLines } from './detect-lines.ts';
import { leaveOutPaper } from './leave-out-paper.ts';
import { loadModel, type Model } from './onnx.ts';
import { quantiseModel } from './quantise-model.ts';
import { recogniseLines } from './recognise-lines.ts';
import { FULL_HEIGHT, QUICK_HEIGHT } from './strip.ts';
import type { TextRegion } from './text-region.ts';
import { trimModel } from './trim-model.ts';

/** How closely a page is looked at: `quick` is enough for clean print and costs less than a third. */
export type Care = 'quick' | 'full';

/** The detector sees letters of this height (pixels) well; larger ones cost time, smaller ones are missed. */
const BEST_LETTER: Readonly<Record<Care, number>> = { quick: 6, full: 9 };
const STRIP_HEIGHT: Readonly<Record<Care, number>> = { quick: QUICK_HEIGHT, full: FULL_HEIGHT };
const MOST_PIXELS = 2_600_000;

export class PpocrReader implements Reader {
  readonly name = 'ppocr';
  readonly #detection: Model;
  readonly #recognition: Readonly<Record<Care, Model>>;
  readonly #alphabet: Alphabet;

  private constructor(detection: Model, recognition: Readonly<Record<Care, Model>>, alphabet: Alphabet) {
    this.#detection = detection;
    this.#recognition = recognition;
    this.#alphabet = alphabet;
  }

  /** Rejects where the runtime is not installed or a model is not the one expected. */
  static async start(files: FoundModels): Promise<PpocrReader> {
    const onnx = await import('onnxruntime-node');
    const alphabet = readAlphabet(await readFile(files.dictionary, 'utf8'));
    const trimmed = trimModel(await readFile(files.recognition), alphabet.classes, alphabet.kept, FULL_HEIGHT);
    const [detection, full, quick] = await Promise.all([
      readFile(files.detection).then((bytes) => loadModel(onnx, bytes)),
      loadModel(onnx, trimmed),
      loadModel(onnx, quantiseModel(trimmed)),
    ]);
    return new PpocrReader(detection, { quick, full }, alphabet);
  }

  async readPage(image: GreyImage, letterHeight: number): Promise<ReadLine[]> {
    const lines = await this.readRegions(image, await this.detect(image, letterHeight), 'full');
    return lines.filter((words) => words.length > 0);
  }

  /** Where text is on a page whose letters are about `letterHeight` pixels high. */
  async detect(image: GreyImage, letterHeight: number, care: Care = 'full'): Promise<TextRegion[]> {
    const inked = leaveOutPaper(image, letterHeight);
    const most = Math.sqrt(MOST_PIXELS / (inked.image.width * inked.image.height));
    const scale = Math.min(most, letterHeight > 0 ? BEST_LETTER[care] / letterHeight : 1);
    return (await detectLines(this.#detection, inked.image, scale)).map(inked.toPage);
  }

  /** The words of each region, in the order of the regions; none where nothing was read. */
  readRegions(image: GreyImage, regions: readonly TextRegion[], care: Care): Promise<ReadWord[][]> {
    return recogniseLines(this.#recognition[care], this.#alphabet, image, regions, STRIP_HEIGHT[care]);
  }

  async readLine(image: GreyImage): Promise<ReadWord[]> {
    const { width, height } = image;
    const region = { x0: 0, x1: width, curve: [height / 2, 0, 0], height } as const;
    const [words] = await this.readRegions(image, [region], 'full');
    return words ?? [];
  }
}
