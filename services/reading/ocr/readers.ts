/** The readers of a child: each is started when it is first needed. */
import { findAnyModels } from '../models/model-files.ts';
import { PpocrReader } from './ppocr/ppocr-reader.ts';
import { TesseractReader } from './tesseract-reader.ts';

export interface Readers {
  tesseract(): Promise<TesseractReader>;
  /** Null where its models or its runtime are not there. */
  ppocr(): Promise<PpocrReader | null>;
}

async function startPpocr(modelsDir: string | null): Promise<PpocrReader | null> {
  if (modelsDir === null) return null;
  const files = await findAnyModels(modelsDir);
  if (!files) return null;
  try {
    return await PpocrReader.start(files);
  } catch {
    return null; // The runtime is an optional dependency; the first reader goes on alone.
  }
}

/** `modelsDir`: a folder with the second reader's models, or null. */
export function openReaders(modelsDir: string | null): Readers {
  let tesseract: Promise<TesseractReader> | null = null;
  let ppocr: Promise<PpocrReader | null> | null = null;
  return {
    tesseract: () => {
      tesseract ??= TesseractReader.start();
      return tesseract;
    },
    ppocr: () => {
      ppocr ??= startPpocr(modelsDir);
      return ppocr;
    },
  };
}
