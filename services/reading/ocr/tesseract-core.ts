/**
 * The engine inside tesseract.js, driven directly: in a child that can be killed it needs no worker thread of its
 * own, the picture is not copied to one, and words come back without a tree of symbols in between.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { webAssembly } from '../web-assembly.ts';

/** As declared in tesseract's baseapi.h. */
export interface TesseractApi {
  Init(dataPath: string, language: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(exif: number, angle: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  MeanTextConf(): number;
  IsValidWord(word: string): number;
  Clear(): void;
}

export interface TesseractModule {
  readonly TessBaseAPI: new () => TesseractApi;
  readonly FS: { writeFile(path: string, data: Uint8Array): void };
}

const LSTM_ONLY = 1;
const own = createRequire(import.meta.url);
const engine = createRequire(own.resolve('tesseract.js'));

/** The fastest build that this Node can run. */
async function chooseBuild(): Promise<string> {
  const relaxed = await readFile(engine.resolve('tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm'));
  if (webAssembly.validate(relaxed)) return 'tesseract.js-core/tesseract-core-relaxedsimd-lstm';
  return 'tesseract.js-core/tesseract-core-simd-lstm';
}

/** The engine with the English model, ready to be given pictures. Rejects when its files are missing. */
export async function loadTesseract(): Promise<{ module: TesseractModule; api: TesseractApi }> {
  const create = engine(await chooseBuild()) as (options: object) => Promise<TesseractModule>;
  const silent = { print: () => {}, printErr: () => {} };
  const data = dirname(own.resolve('@tesseract.js-data/eng/package.json'));
  const [module, packed] = await Promise.all([
    create(silent),
    readFile(join(data, '4.0.0_best_int', 'eng.traineddata.gz')),
  ]);
  module.FS.writeFile('/eng.traineddata', await promisify(gunzip)(packed));
  const api = new module.TessBaseAPI();
  if (api.Init('/', 'eng', LSTM_ONLY) !== 0) throw new Error('The reader could not be started.');
  return { module, api };
}
