/** What a reading child does: everything that opens a file. */
import { readFile } from 'node:fs/promises';
import { DomainError } from '../../domain/errors.ts';
import { decodeImage } from '../image/open-image.ts';
import { encodeImage, turnImage } from '../image/turn-image.ts';
import { readPicture } from '../ocr/read-picture.ts';
import { openReaders, type Readers } from '../ocr/readers.ts';
import { rasterise, readLayerPage, shownPixels } from '../pdf/read-pdf-page.ts';
import { renderColour } from '../pdf/render-page.ts';
import { renderText } from '../pdf/render-text.ts';
import type { ReaderAnswers, ReaderRequest, ReaderSettings } from '../reader-requests.ts';
import type { PageGeometry, PageImage, ReadPage, SourceInfo } from '../reading.ts';
import { decodeText, paginate, setText } from '../sources/text-pages.ts';
import { inspectFile } from './inspect-file.ts';
import { OpenFiles } from './open-files.ts';

interface Place {
  readonly path: string;
  readonly info: SourceInfo;
  readonly page: number;
}

export class RequestAnswerer {
  readonly #settings: ReaderSettings;
  readonly #files = new OpenFiles();
  readonly #readers: Readers;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
    this.#readers = openReaders(settings.modelsDir);
  }

  /** Throws a `DomainError` where the file is at fault. */
  async answer(request: ReaderRequest): Promise<ReaderAnswers[ReaderRequest['op']]> {
    switch (request.op) {
      case 'inspect':
        return inspectFile(request.path, request.name, this.#settings, this.#files);
      case 'read':
        return this.#read(request);
      case 'render':
        return this.#render(request, request.geometry);
      case 'confirm':
        return null;
    }
  }

  async #textOf({ path, page }: Place): Promise<string> {
    const text = paginate(decodeText(await readFile(path)))[page - 1];
    if (text === undefined) throw new DomainError('corrupt', `This file has no page ${page}.`);
    return text;
  }

  async #read(place: Place): Promise<ReadPage> {
    const start = performance.now();
    const { reading, image } = await this.#readSource(place);
    return { page: { page: place.page, ...reading, ms: Math.round(performance.now() - start) }, image };
  }

  async #readSource(
    place: Place,
  ): Promise<{ reading: Omit<ReadPage['page'], 'page' | 'ms'>; image: PageImage | null }> {
    const { path, info, page } = place;
    if (info.kind === 'text') {
      const text = await this.#textOf(place);
      const { words, width, height } = setText(text);
      const still = { rotation: 0 as const, skew: 0, confidence: 1 };
      return { reading: { width, height, source: 'text_layer', ...still, text, words }, image: null };
    }
    if (info.kind === 'pdf') {
      const document = await this.#files.pdf(path);
      const layer = document.withPage(page, (pointer) => readLayerPage(document, pointer));
      if (layer) return { reading: layer, image: null };
    }
    const { reading, picture } = await readPicture(await this.#picture(place), this.#readers);
    return { reading, image: await encodeImage(picture) };
  }

  async #picture({ path, info, page }: Place) {
    if (info.kind === 'image') return decodeImage(path, page);
    const document = await this.#files.pdf(path);
    return document.withPage(page, (pointer) => rasterise(document, pointer));
  }

  async #render(place: Place, known: PageGeometry | null): Promise<PageImage> {
    if (place.info.kind === 'text') {
      const { lines, width, height } = setText(await this.#textOf(place));
      const pixels = Buffer.from(await renderText(lines, width, height));
      return encodeImage({ pixels, channels: 1, width, height });
    }
    const geometry = known ?? (await this.#read(place)).page;
    if (place.info.kind === 'pdf') {
      const document = await this.#files.pdf(place.path);
      const shown = document.withPage(place.page, (pointer) => {
        const { width, height } = shownPixels(document, pointer);
        if (width !== geometry.width || height !== geometry.height) return null;
        return {
          pixels: Buffer.from(renderColour(document, pointer, width, height)),
          channels: 3 as const,
          width,
          height,
        };
      });
      if (shown) return encodeImage(shown);
    }
    return encodeImage(await turnImage(await this.#picture(place), geometry.rotation + geometry.skew));
  }
}
