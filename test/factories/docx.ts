/** Word files of nothing but a body. */
import type { Readable } from 'node:stream';
import JSZip from 'jszip';

/** What stands before and behind the paragraphs of a document; `start` is how the paragraphs begin. */
export function docxBody(start: string): [before: string, behind: string] {
  const head =
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
  return [`${head}${start}`, '</w:body></w:document>'];
}

/** The file around `document`, the XML of its text. */
export function docxOf(document: string | Readable): Promise<Buffer> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file('word/document.xml', document, { compression: 'DEFLATE' });
  return zip.generateAsync({ type: 'nodebuffer', streamFiles: true, compression: 'DEFLATE' });
}
