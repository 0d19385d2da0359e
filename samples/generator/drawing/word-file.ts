/** A small `.docx`: paragraphs, headings and tables, as a word processor saves them. */
import JSZip from 'jszip';

export type WordPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

function partXml(part: WordPart): string {
  if (part.kind === 'table') {
    const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
      .join('');
    const columns = part.rows[0]?.length ?? 0;
    const grid = '<w:gridCol w:w="2200"/>'.repeat(columns);
    const rows = part.rows.map((cells, r) => {
      const row = cells.map((text) => `<w:tc><w:tcPr/><w:p>${run(text, r === 0)}</w:p></w:tc>`).join('');
      return `<w:tr>${row}</w:tr>`;
    });
    return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }
  return `<w:p>${run(part.text, part.kind === 'heading')}</w:p>`;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';

/** The file's bytes; `saved` (ISO 8601) is the time written on each part of the archive. */
export async function wordFile(parts: readonly WordPart[], saved: string): Promise<Uint8Array> {
  const body = parts.map(partXml).join('');
  const files: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/document.xml',
      `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ],
  ];
  const zip = new JSZip();
  for (const [name, text] of files) zip.file(name, text, { date: new Date(saved), createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
}
