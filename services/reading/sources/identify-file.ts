/** What a file is, told from its content; the name only tells flavours of plain text apart. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../../domain/errors.ts';

export type FileKind = 'pdf' | 'image' | 'heic' | 'text' | 'docx' | 'email';

export interface FileIdentity {
  readonly kind: FileKind;
  readonly mediaType: string;
}

/** Enough for every signature, and for the names of the first entries of a `.docx`. */
const HEAD_BYTES = 8192;
/** A PDF may have some rubbish before its header. */
const PDF_HEADER_WITHIN = 1024;

const imageTypes = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif']);
const heicTypes = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);
const textNames: Record<string, string> = {
  '': 'text/plain',
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.log': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.csv': 'text/csv',
};

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-16 with its mark; sound and other data may begin with the same two bytes, but do not go on as text. */
function isUtf16(head: Buffer): boolean {
  const little = head[0] === 0xff && head[1] === 0xfe;
  if (!little && !(head[0] === 0xfe && head[1] === 0xff)) return false;
  try {
    // `stream`: the last character may be cut in two.
    const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be', { fatal: true });
    const text = decoder.decode(head.subarray(0, head.length & ~1), { stream: true });
    return !/[\p{Cc}\p{Cn}]/u.test(text.replace(/[\t-\r]/g, ''));
  } catch {
    return false;
  }
}

/** Text holds no control characters but white space, and is UTF-8 or a Western encoding. */
function looksLikeText(head: Buffer): boolean {
  return !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
}

/** The inner parts of a PDF whose header was lost. */
function holdsPdfObjects(head: Buffer): boolean {
  return /^\s*\d+ \d+ obj\b/m.test(head.toString('latin1'));
}

/** TIFF and BigTIFF in either byte order; their directory may lie anywhere in the file. */
function isTiff(head: Buffer): boolean {
  const mark = head.toString('latin1', 0, 4);
  return ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(mark);
}

function looksLikeEmail(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const known = fields.match(/^(from|to|subject|date|received|message-id|mime-version|content-type|return-path):/gim);
  return new Set(known?.map((field) => field.toLowerCase())).size >= 3;
}

function identifyText(head: Buffer, name: string): FileIdentity {
  const extension = extname(name).toLowerCase();
  if (extension === '.eml' || (extension === '' && looksLikeEmail(head.toString('latin1')))) {
    return { kind: 'email', mediaType: 'message/rfc822' };
  }
  const mediaType = textNames[extension];
  if (mediaType) return { kind: 'text', mediaType };
  throw new DomainError(
    'unsupported_type',
    `This file is named “${extension}” but holds plain text. Rename it to .txt if it is a typed note.`,
  );
}

/** Throws `DomainError`: `empty`, or `unsupported_type` with a word on what to do. */
export async function identifyFile(path: string, name: string): Promise<FileIdentity> {
  const head = await readHead(path);
  if (head.length === 0) throw new DomainError('empty', 'This file is empty.');
  if (head.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-') || holdsPdfObjects(head)) {
    return { kind: 'pdf', mediaType: 'application/pdf' };
  }
  if (isTiff(head)) return { kind: 'image', mediaType: 'image/tiff' };
  if (isUtf16(head)) return identifyText(head, name);
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  if (type && imageTypes.has(type.mime)) return { kind: 'image', mediaType: type.mime };
  if (type && heicTypes.has(type.mime)) return { kind: 'heic', mediaType: type.mime };
  const zipped = type?.mime === 'application/zip' || type?.ext === 'docx';
  if (zipped && head.includes('word/')) {
    return { kind: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  }
  if (!type && looksLikeText(head)) return identifyText(head, name);
  const what = type ? ` (${type.ext.toUpperCase()})` : '';
  throw new DomainError(
    'unsupported_type',
    `This kind of file${what} cannot be read. Add a PDF, a photo (JPEG, PNG, WebP, TIFF, HEIC), a Word file, an e-mail or a typed note.`,
  );
}
