/** An image-only PDF as office scanners write it: one picture a page, fax-coded where black and white, JPEG where grey. */
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from 'pdf-lib';
import { type Raster, sharpOf } from '../drawing/raster.ts';

export interface ScannedPage {
  readonly raster: Raster;
  readonly mode: 'bitonal' | 'grey';
}

/** The bytes of the only tile of a little-endian TIFF. */
function onlyTile(tiff: Buffer): Buffer {
  const directory = tiff.readUInt32LE(4);
  const entries = tiff.readUInt16LE(directory);
  const value = (tag: number): number => {
    for (let i = 0; i < entries; i++) {
      const at = directory + 2 + i * 12;
      if (tiff.readUInt16LE(at) === tag) return tiff.readUInt32LE(at + 8);
    }
    throw new RangeError(`the TIFF has no tag ${tag}`);
  };
  const [offsets, lengths] = [324, 325];
  return tiff.subarray(value(offsets), value(offsets) + value(lengths));
}

/** CCITT Group 4 by way of a TIFF of one tile; width and height must be multiples of 16. */
async function faxCode(raster: Raster): Promise<Buffer> {
  const { width, height } = raster;
  const tiff = await sharpOf(raster)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tile: true, tileWidth: width, tileHeight: height })
    .toBuffer();
  return onlyTile(tiff);
}

async function imageOf(document: PDFDocument, { raster, mode }: ScannedPage): Promise<PDFRef> {
  const { width, height } = raster;
  const common = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, ColorSpace: 'DeviceGray' };
  const { context } = document;
  if (mode === 'grey') {
    const jpeg = await sharpOf(raster).toColourspace('b-w').jpeg({ quality: 42 }).toBuffer();
    return context.register(
      PDFRawStream.of(context.obj({ ...common, BitsPerComponent: 8, Filter: 'DCTDecode', Length: jpeg.length }), jpeg),
    );
  }
  const fax = await faxCode(raster);
  const parameters = { K: -1, Columns: width, Rows: height, BlackIs1: true };
  const entries = { ...common, BitsPerComponent: 1, Filter: 'CCITTFaxDecode', Length: fax.length };
  return context.register(PDFRawStream.of(context.obj({ ...entries, DecodeParms: parameters }), fax));
}

/** The pages as one PDF on US letter. `created` is ISO 8601 and fixed, so that bytes repeat. */
export async function scannedPdf(pages: AsyncIterable<ScannedPage>, created: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setProducer('Office scanner MX-310');
  document.setCreationDate(new Date(created));
  document.setModificationDate(new Date(created));
  for await (const scanned of pages) {
    const page = document.addPage([612, 792]);
    page.node.setXObject(PDFName.of('Im0'), await imageOf(document, scanned));
    const content = document.context.stream('q 612 0 0 792 0 0 cm /Im0 Do Q');
    page.node.addContentStream(document.context.register(content));
  }
  return document.save();
}
