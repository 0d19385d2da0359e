/** One page of a report on reading. All that comes from a page is text here, never markup. */
import type { Page, Word } from '../../domain/page.ts';
import type { PageImage } from '../../reading/reading.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Characters that no document may hold are shown as replaced. */
export function escapeHtml(text: string): string {
  const safe = text.replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '\uFFFD');
  return safe.replace(/[&<>"']/g, (character) => entities[character]!);
}

const tags = { tesseract: 'T', ppocr: 'P', text_layer: 'L', model: 'M' } as const;
const percent = (share: number): string => `${Math.round(share * 100)} %`;
const levelOf = ({ confidence }: Word): string => (confidence >= 0.9 ? 'high' : confidence >= 0.7 ? 'mid' : 'low');
const inkOf = (word: Word): string => (word.ink === 'handwriting' ? 'hand' : 'print');

function overlay(word: Word): string {
  const [x0, y0, x1, y1] = word.bbox;
  const [width, height] = [Math.max(1, x1 - x0), Math.max(1, y1 - y0)].map((value) => Math.round(value * 10) / 10);
  const readers = word.readers ?? [];
  const about = `“${word.text}”: ${percent(word.confidence)} sure, ${word.ink ?? 'print'}, read by ${readers.join(' and ') || 'nobody named'}`;
  const size = Math.round(height! * 0.8 * 10) / 10;
  return (
    `<g class="${levelOf(word)} ${inkOf(word)}"><title>${escapeHtml(about)}</title>` +
    `<rect class="${levelOf(word)} ${inkOf(word)}" x="${x0}" y="${y0}" width="${width}" height="${height}"/>` +
    `<text class="said" x="${x0}" y="${Math.round(y1 - height! * 0.2)}" font-size="${size}" textLength="${width}" lengthAdjust="spacingAndGlyphs">${escapeHtml(word.text)}</text>` +
    `<text class="tag" x="${x0}" y="${Math.round(y0)}" font-size="${Math.round(height! * 0.45)}">${readers.map((reader) => tags[reader]).join('')}</text></g>`
  );
}

/** The text of the page with each of its words marked as it stands in it. */
function markedText({ text, words }: Page): string {
  let at = 0;
  return text
    .split(/(\s+)/)
    .map((part) => {
      const word = part === '' || /^\s/.test(part) ? undefined : words[at++];
      if (!word) return escapeHtml(part);
      return `<span class="${levelOf(word)} ${inkOf(word)}">${escapeHtml(part)}</span>`;
    })
    .join('');
}

const sources: Record<Page['source'], string> = {
  text_layer: 'text of the file',
  ocr: 'read from its picture',
  handwriting: 'written by hand',
  blank: 'blank',
  unreadable: 'not readable',
};

function factsOf(page: Page): string {
  const { source, confidence, words, rotation, skew, ms } = page;
  const byHand = words.filter((word) => word.ink === 'handwriting').length;
  const parts = [
    sources[source],
    ...(words.length > 0 ? [`${percent(confidence)} sure`, `${words.length} words`] : []),
    ...(byHand > 0 && byHand < words.length ? [`${byHand} by hand`] : []),
    ...(rotation !== 0 ? [`turned by ${rotation}°`] : []),
    ...(skew !== 0 ? [`straightened by ${Math.round(skew * 10) / 10}°`] : []),
    `${ms} ms`,
  ];
  return parts.join(', ');
}

/** `image` is the page as it was read, so that boxes are in its pixels. */
export function pageSection(page: Page, image: PageImage): string {
  const { width, height, warnings = [] } = page;
  const name = escapeHtml(`${page.file}, page ${page.page}`);
  const data = Buffer.from(image.bytes).toString('base64');
  return `<section>
<h2>${name}</h2>
<p class="facts">${escapeHtml(factsOf(page))}</p>
${warnings.map((warning) => `<p class="warning">${escapeHtml(warning)}</p>\n`).join('')}<output aria-live="polite">Arrow keys go from word to word.</output>
<div class="page">
<div class="picture" tabindex="0" role="group" aria-label="Picture of ${name}, with its words">
<img alt="" src="data:${image.mediaType};base64,${data}" width="${width}" height="${height}" loading="lazy">
<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${page.words.map(overlay).join('\n')}</svg>
</div>
<pre tabindex="0" aria-label="Text of ${name}">${markedText(page)}</pre>
</div>
</section>
`;
}

/** What stands in the place of a page or a file that could not be read. */
export function failureSection(file: string, page: number | undefined, message: string): string {
  const name = page === undefined ? file : `${file}, page ${page}`;
  return `<section>\n<h2>${escapeHtml(name)}</h2>\n<p class="warning">${escapeHtml(message)}</p>\n</section>\n`;
}
