/** The piece of a page on which a number stands, with its box; a press opens the whole page. */
import type { Bbox } from '../services/domain/geometry.ts';
import { h, replace } from './dom.ts';
import { openPage } from './page-address.ts';
import { pageImage } from './page-images.ts';
import { whenSeen } from './seen.ts';

interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STRIP_RATIO = 5;

/** What of the page is shown: wide enough to see the words around the box, never beyond the page. */
export function regionAround(bbox: Bbox, pageWidth: number, pageHeight: number): Region {
  const [x0, y0, x1, y1] = bbox;
  const width = Math.min(pageWidth, Math.max((x1 - x0) * 1.6, (y1 - y0) * 1.8 * STRIP_RATIO, pageWidth * 0.3));
  const height = Math.min(pageHeight, Math.max(width / STRIP_RATIO, (y1 - y0) * 1.5));
  const within = (centre: number, size: number, most: number) => Math.max(0, Math.min(most - size, centre - size / 2));
  return {
    x: within((x0 + x1) / 2, width, pageWidth),
    y: within((y0 + y1) / 2, height, pageHeight),
    width,
    height,
  };
}

function percent(part: number, whole: number): string {
  return `${(part / whole) * 100}%`;
}

/** Lays a box over a picture of which `region` is shown. */
export function placeBox(box: HTMLElement, [x0, y0, x1, y1]: Bbox, region: Region): void {
  box.style.left = percent(x0 - region.x, region.width);
  box.style.top = percent(y0 - region.y, region.height);
  box.style.width = percent(x1 - x0, region.width);
  box.style.height = percent(y1 - y0, region.height);
}

export interface StripSubject {
  readonly uploadId: string;
  readonly page: number;
  readonly bbox: Bbox | null;
  readonly quote: string;
}

async function show(button: HTMLElement, subject: StripSubject & { bbox: Bbox }): Promise<void> {
  const image = h('img', { alt: '' });
  image.src = await pageImage(subject.uploadId, subject.page);
  await image.decode();
  const region = regionAround(subject.bbox, image.naturalWidth, image.naturalHeight);
  const box = h('span', { class: 'box' });
  placeBox(box, subject.bbox, region);
  image.style.width = percent(image.naturalWidth, region.width);
  image.style.left = percent(-region.x, region.width);
  image.style.top = percent(-region.y, region.height);
  const frame = h('span', { class: 'strip-frame' }, image, box);
  frame.style.aspectRatio = `${region.width} / ${region.height}`;
  replace(button, frame);
}

/** A strip of the page around the quote; the quote in words where there is no box or no picture. */
export function evidenceStrip(subject: StripSubject): HTMLElement {
  const words = h('span', { class: 'strip-quote' }, `“${subject.quote}”`);
  const label = `Show “${subject.quote}” on page ${subject.page}`;
  const button = h('button', { type: 'button', class: 'strip', 'aria-label': label, title: label }, words);
  const { bbox } = subject;
  button.addEventListener('click', () => openPage(subject.uploadId, subject.page, bbox ? [bbox] : []));
  if (bbox) whenSeen(button, () => show(button, { ...subject, bbox }).catch(() => undefined));
  return button;
}
