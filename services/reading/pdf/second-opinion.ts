/** Damaged PDFs that PDFium cannot open: another parser, pdf.js by way of pdf-parse, often still can. */
import { readFile } from 'node:fs/promises';
import type { DecodedImage } from '../image/open-image.ts';
import { decodeImage } from '../image/open-image.ts';

/** Larger files are not given to it: it holds them whole. */
export const MOST_BYTES = 100 * 1024 ** 2;
/** Pixels a point: 300 dpi. */
const SCALE = 300 / 72;

export interface SecondOpinion {
  readonly pageCount: number;
  /** The page as a picture; rejects where it cannot be drawn. */
  draw(page: number): Promise<DecodedImage>;
  close(): Promise<void>;
}

/** Rejects where this parser cannot open the file either. */
export async function askSecondOpinion(path: string): Promise<SecondOpinion> {
  // Loaded only here: hardly any file needs it, and it is half of what a child would spend on starting.
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    data: new Uint8Array(await readFile(path)),
    isEvalSupported: false,
    maxImageSize: 100_000_000,
    verbosity: 0,
  });
  const { total } = await parser.getInfo();
  if (!total) throw new RangeError('no pages');
  return {
    pageCount: total,
    async draw(page) {
      const { pages } = await parser.getScreenshot({
        partial: [page],
        scale: SCALE,
        imageBuffer: true,
        imageDataUrl: false,
      });
      const [drawn] = pages;
      if (!drawn?.data) throw new RangeError('nothing drawn');
      return decodeImage(Buffer.from(drawn.data), 1);
    },
    close: () => parser.destroy(),
  };
}
