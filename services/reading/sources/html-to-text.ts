/** HTML of word processors and mail programs as plain text: a line per block, the cells of a table row on one line. */

const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'table',
  'blockquote',
  'pre',
]);
const SILENT = new Set(['script', 'style', 'head', 'title', 'template']);
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  frac12: '½',
  deg: '°',
  times: '×',
};
/** Columns of a table are padded to at most this many characters. */
const MOST_PADDING = 30;

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z0-9]{2,8});/gi, (whole, name: string) => {
    if (name[0] !== '#') return ENTITIES[name.toLowerCase()] ?? whole;
    const code =
      name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The rows of a table as lines, cells two spaces or more apart and under one another. */
function layTable(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(MOST_PADDING, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column]!) : cell))
      .join('  ')
      .trimEnd(),
  );
}

class TextBuilder {
  readonly lines: string[] = [];
  #line = '';
  /** Rows of the open table; null outside of one. Tables inside of cells become part of the cell's text. */
  #rows: string[][] | null = null;
  #depth = 0;
  #cell: string | null = null;

  write(text: string): void {
    if (this.#cell !== null) this.#cell += text;
    else this.#line += text;
  }

  endBlock(): void {
    if (this.#cell !== null) {
      this.#cell += ' ';
      return;
    }
    const line = squeeze(this.#line);
    if (line !== '') this.lines.push(line);
    this.#line = '';
  }

  openTable(): void {
    this.endBlock();
    if (this.#depth++ === 0) this.#rows = [];
  }

  openRow(): void {
    this.#closeCell();
    if (this.#depth === 1) this.#rows?.push([]);
  }

  openCell(): void {
    if (this.#depth !== 1) return;
    this.#closeCell();
    if (this.#rows?.length === 0) this.#rows.push([]);
    this.#cell = '';
  }

  closeTable(): void {
    this.#closeCell();
    if (this.#depth === 0 || --this.#depth > 0) return;
    this.lines.push(...layTable(this.#rows ?? []).filter((line) => line.trim() !== ''));
    this.#rows = null;
  }

  #closeCell(): void {
    if (this.#depth !== 1 || this.#cell === null) return;
    this.#rows?.at(-1)?.push(squeeze(this.#cell));
    this.#cell = null;
  }
}

/** The text of `html`; scripts, styles and comments are left out, nothing is loaded. Time grows with its length only. */
export function htmlToText(html: string): string {
  const builder = new TextBuilder();
  let silent: string | null = null;
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (silent === null) builder.write(decodeEntities(html.slice(at, end)));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close < 0) break;
    at = close + 1;
    const [, slash, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, Math.min(close, open + 24))) ?? [];
    const tag = name.toLowerCase();
    if (silent !== null) {
      if (slash && tag === silent) silent = null;
    } else if (SILENT.has(tag) && !slash) silent = tag;
    else if (tag === 'br') builder.endBlock();
    else if (tag === 'table') slash ? builder.closeTable() : builder.openTable();
    else if (tag === 'tr' && !slash) builder.openRow();
    else if ((tag === 'td' || tag === 'th') && !slash) builder.openCell();
    else if (BLOCKS.has(tag)) builder.endBlock();
  }
  builder.closeTable();
  builder.endBlock();
  return builder.lines.join('\n');
}
