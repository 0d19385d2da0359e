/** The first reader: always there. */
import type { GreyImage } from '../image/grey-image.ts';
import type { Reader, ReadLine, ReadWord } from './reader.ts';
import { loadTesseract, type TesseractApi, type TesseractModule } from './tesseract-core.ts';

/** Page segmentation modes (publictypes.h). */
const AUTOMATIC = '3';
const SINGLE_LINE = '7';
const WORD_LEVEL = '5';

/** The picture as PGM, the form that costs nothing to write or read. */
function toPgm(image: GreyImage): Uint8Array {
  const header = Buffer.from(`P5\n${image.width} ${image.height}\n255\n`);
  return Buffer.concat([header, image.data]);
}

/** Lines of words from the engine's tab-separated table. */
function parseTable(table: string): ReadLine[] {
  const lines = new Map<string, ReadWord[]>();
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, ...text] = row.split('\t');
    const word = text.join(' ').trim();
    if (level !== WORD_LEVEL || word === '') continue;
    const [x, y] = [Number(left), Number(top)];
    const bbox = [x, y, x + Number(width), y + Number(height)] as const;
    const sure = Math.min(1, Math.max(0, Number(confidence) / 100));
    const key = `${block} ${paragraph} ${line}`;
    const words = lines.get(key) ?? [];
    for (const part of word.split(/\s+/)) words.push({ text: part, bbox: [...bbox], confidence: sure });
    lines.set(key, words);
  }
  return [...lines.values()];
}

export class TesseractReader implements Reader {
  readonly name = 'tesseract';
  readonly #module: TesseractModule;
  readonly #api: TesseractApi;

  private constructor(module: TesseractModule, api: TesseractApi) {
    this.#module = module;
    this.#api = api;
  }

  static async start(): Promise<TesseractReader> {
    const { module, api } = await loadTesseract();
    return new TesseractReader(module, api);
  }

  async readPage(image: GreyImage): Promise<ReadLine[]> {
    return this.#read(image, AUTOMATIC);
  }

  async readLine(image: GreyImage): Promise<ReadWord[]> {
    return this.#read(image, SINGLE_LINE).flat();
  }

  /** Whether the engine's dictionary holds the word. */
  knows(word: string): boolean {
    return this.#api.IsValidWord(word) !== 0;
  }

  #read(image: GreyImage, mode: string): ReadLine[] {
    this.#module.FS.writeFile('/input', toPgm(image));
    this.#api.SetVariable('tessedit_pageseg_mode', mode);
    this.#api.SetVariable('user_defined_dpi', '300');
    if (this.#api.SetImageFile(1, 0) === 1) throw new Error('The picture could not be given to the reader.');
    this.#api.Recognize(null);
    const lines = parseTable(this.#api.GetTSVText(0));
    this.#api.Clear();
    return lines;
  }
}
