/** What a reading child does: everything that opens a file. */
import type { Bbox } from '../../domain/geometry.ts';
import type { ReaderName } from '../../domain/page.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { encodeImage, hashOf, turnAsRead } from '../image/turn-image.ts';
import { confirmPlace } from '../ocr/confirm-place.ts';
import { cleanLight, readPicture } from '../ocr/read-picture.ts';
import { openReaders, type Readers } from '../ocr/readers.ts';
import { type PictureNeeded, rasterise, readLayer, renderShown, toPage } from '../pdf/read-pdf-page.ts';
import { readRest } from '../pdf/read-rest.ts';
import { renderText } from '../pdf/render-text.ts';
import type { ReadAnswer, ReaderAnswers, ReaderRequest, ReaderSettings } from '../reader-requests.ts';
import type { Confirmation, PageGeometry, PageImage, PageLook, ReadPage, SourceInfo } from '../reading.ts';
import type { KnownPicture } from '../repeated-pictures.ts';
import type { PageContent } from '../sources/source.ts';
import { setText } from '../sources/text-pages.ts';
import { inspectFile } from './inspect-file.ts';
import { cutOut, findLineBoxes } from './look-at-part.ts';
import { OpenFiles } from './open-files.ts';

interface Place {
  readonly path: string;
  readonly info: SourceInfo;
  readonly page: number;
}

type Reading = Omit<ReadPage['page'], 'page' | 'ms'>;

/** The picture of a page that a PDF or a picture file holds, upright as the file says. */
async function pictureOf(content: PageContent): Promise<DecodedImage> {
  if (content.kind === 'picture') return content.decode();
  if (content.kind === 'pdf') {
    return content.document.withPage(content.page, (pointer) => rasterise(content.document, pointer));
  }
  const { lines, width, height } = setText(content.text);
  return { pixels: Buffer.from(await renderText(lines, width, height)), channels: 1, width, height };
}

export class RequestAnswerer {
  readonly #settings: ReaderSettings;
  readonly #files: OpenFiles;
  readonly #readers: Readers;
  /** The page that was looked at last, clean and straight: its numbers are confirmed one after the other. */
  #looked: { readonly key: string; readonly image: GreyImage; readonly scale: number } | null = null;

  constructor(settings: ReaderSettings) {
    this.#settings = settings;
    this.#files = new OpenFiles(settings.scratch);
    this.#readers = openReaders(settings.modelsDir);
  }

  /** Throws a `DomainError` where the file is at fault. */
  async answer(request: ReaderRequest): Promise<ReaderAnswers[ReaderRequest['op']]> {
    switch (request.op) {
      case 'inspect':
        return inspectFile(request.path, request.name, this.#settings, this.#files);
      case 'read':
        return this.#read(request, request.known);
      case 'render':
        return this.#render(request, request.geometry);
      case 'look':
        return this.#look(request, request.part, request.geometry);
      case 'confirm':
        return this.#confirm(request, request.bbox, request.geometry, request.readers);
    }
  }

  async #contentOf({ path, info, page }: Place): Promise<PageContent> {
    return (await this.#files.openAs(path, info.mediaType)).content(page);
  }

  async #read(place: Place, known: readonly KnownPicture[]): Promise<ReadAnswer> {
    const start = performance.now();
    const took = () => Math.round(performance.now() - start);
    const content = await this.#contentOf(place);
    const written = await this.#readWritten(content);
    if (written.kind === 'written') {
      return {
        read: { page: { page: place.page, ...written.reading, ms: took() }, image: null },
        picture: null,
        hidden: [],
      };
    }
    const { hidden } = written;
    const decoded = await pictureOf(content);
    const hash = hashOf(decoded);
    const before = known.find((one) => one.hash === hash);
    if (before) return { same: hash, image: await encodeImage(await turnAsRead(decoded, before)), ms: took(), hidden };
    const { reading, picture } = await readPicture(decoded, this.#readers);
    const image = await encodeImage(picture);
    return { read: { page: { page: place.page, ...reading, ms: took() }, image }, picture: hash, hidden };
  }

  /** What stands on the page as text, or that it must be read from its picture. */
  async #readWritten(content: PageContent): Promise<{ kind: 'written'; reading: Reading } | PictureNeeded> {
    if (content.kind === 'text') {
      const { words, width, height } = setText(content.text);
      const still = { rotation: 0 as const, skew: 0, confidence: 1 };
      const reading = { width, height, source: 'text_layer' as const, ...still, text: content.text, words };
      return { kind: 'written', reading };
    }
    if (content.kind !== 'pdf') return { kind: 'picture', hidden: [] };
    const layer = content.document.withPage(content.page, (pointer) => readLayer(content.document, pointer));
    if (layer.kind === 'picture') return layer;
    const { masked, width } = layer;
    const rest = masked ? await readRest(await pictureOf(content), masked, width, this.#readers) : [];
    return { kind: 'written', reading: toPage(layer, rest) };
  }

  async #geometryOf(place: Place, known: PageGeometry | null): Promise<PageGeometry> {
    if (known) return known;
    const content = await this.#contentOf(place);
    const written = await this.#readWritten(content);
    return written.kind === 'written'
      ? written.reading
      : (await readPicture(await pictureOf(content), this.#readers)).reading;
  }

  async #render(place: Place, known: PageGeometry | null): Promise<PageImage> {
    const content = await this.#contentOf(place);
    if (content.kind === 'text') return encodeImage(await pictureOf(content));
    const geometry = await this.#geometryOf(place, known);
    if (content.kind === 'pdf') {
      const shown = content.document.withPage(content.page, (pointer) => renderShown(content.document, pointer));
      if (shown.width === geometry.width && shown.height === geometry.height) return encodeImage(shown);
    }
    return encodeImage(await turnAsRead(await pictureOf(content), geometry));
  }

  async #look(place: Place, part: Bbox | null, known: PageGeometry | null): Promise<PageLook> {
    const { width, rotation, skew } = await this.#geometryOf(place, known);
    const picture = await turnAsRead(await pictureOf(await this.#contentOf(place)), { rotation, skew });
    const scale = picture.width / width;
    const by = (factor: number) => (box: Bbox) => box.map((value) => value * factor) as Bbox;
    const image = await cutOut(picture, part ? by(scale)(part) : [0, 0, picture.width, picture.height]);
    return { image, lines: part ? [] : (await findLineBoxes(picture, this.#readers)).map(by(1 / scale)) };
  }

  async #confirm(
    place: Place,
    bbox: Bbox,
    known: PageGeometry | null,
    readers: readonly ReaderName[] | null,
  ): Promise<Confirmation | null> {
    if (!(await this.#readers.ppocr())) return null;
    const geometry = await this.#geometryOf(place, known);
    const { width, rotation, skew } = geometry;
    const key = JSON.stringify([place.path, place.page, width, rotation, skew]);
    if (this.#looked?.key !== key) {
      const picture = await turnAsRead(await pictureOf(await this.#contentOf(place)), { rotation, skew });
      this.#looked = { key, image: cleanLight(toGrey(picture)), scale: picture.width / width };
    }
    const { image, scale } = this.#looked;
    const box = bbox.map((value) => value * scale) as Bbox;
    return confirmPlace(image, box, new Set(readers ?? ['ppocr']), this.#readers);
  }
}
