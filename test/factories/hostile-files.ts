/** Files that nobody should have to open, made byte by byte. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { docxBody, docxOf } from './docx.ts';

/** A PNG of one colour and any size, some kilobytes large. */
export function flatPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(Math.min(1_000_000, Math.ceil(width / 8) + 1)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

/** A PDF whose objects are given; its cross-reference table is left to be repaired. */
function pdfOf(objects: readonly string[]): string {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return `%PDF-1.7\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`;
}

const streamOf = (dictionary: string, content: string) =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

const PADDING = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest();
const padded = (password: string) => Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);

/** The RC4 stream cipher, which old PDFs are locked with. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const out = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    j = (j + (state[i] ?? 0)) & 255;
    swap(i, j);
    out[at] = (data[at] ?? 0) ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
  }
  return out;
}

/** A PDF that opens with a password only (standard security handler, revision 2: PDF 1.7, 7.6.3). */
export function lockedPdf(password = 'open sesame'): Buffer {
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-4);
  const id = Buffer.alloc(16, 7);
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, PADDING);
  // The key of an object: the file's key with the object's number and generation (algorithm 1).
  const contents = rc4(
    md5(key, Buffer.from([4, 0, 0, 0, 0])).subarray(0, 10),
    Buffer.from('BT /F1 24 Tf 72 700 Td (Read 62 words) Tj ET'),
  );
  const plain = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    streamOf('', contents.toString('latin1')),
    `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
  ]);
  const hex = id.toString('hex');
  return Buffer.from(plain.replace('/Root 1 0 R', `/Root 1 0 R /Encrypt 5 0 R /ID [<${hex}><${hex}>]`), 'latin1');
}

/** A PDF of so many empty pages. */
export async function longPdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page++) document.addPage([200, 200]);
  return document.save();
}

/** A PDF of one page that takes for ever: a colour computed anew for each pixel, in a hundred thousand steps. */
export function endlessPdf(): string {
  const program = `{ ${'exch 0.5 mul '.repeat(50_000)} pop }`;
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Shading << /S 5 0 R >> >> >>',
    streamOf('', '/S sh'),
    '<< /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 612 0 792] /Function 6 0 R >>',
    streamOf('/FunctionType 4 /Domain [0 612 0 792] /Range [0 1]', program),
  ]);
}

/** A PDF whose tree of pages holds itself. */
export function circularPdf(): string {
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>',
    '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>',
  ]);
}

/** A `.docx` of less than a megabyte whose text takes `megabytes` once it is unpacked. */
export function swollenDocx(megabytes: number): Promise<Buffer> {
  function* text(): Generator<Buffer> {
    yield Buffer.from(docxBody('<w:p><w:r><w:t>')[0]);
    const much = Buffer.alloc(1024 ** 2, 'swollen ');
    for (let i = 0; i < megabytes; i++) yield much;
    yield Buffer.from(`</w:t></w:r></w:p>${docxBody('')[1]}`);
  }
  return docxOf(Readable.from(text()));
}
