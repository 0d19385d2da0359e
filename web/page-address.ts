/** A page and its boxes as they stand in the address, and opening one over the present view. */
import type { Bbox } from '../services/domain/geometry.ts';
import { withOverlay } from './router.ts';

const MOST_BOXES = 40;

export interface OpenPage {
  readonly uploadId: string;
  readonly page: number;
  readonly boxes: readonly Bbox[];
}

function boxesOf(text: string): Bbox[] {
  return text.split('_').flatMap((part) => {
    const numbers = part.split('.').map(Number);
    const [x0, y0, x1, y1] = numbers;
    const whole = numbers.length === 4 && numbers.every((number) => Number.isFinite(number));
    return whole ? [[x0, y0, x1, y1] as Bbox] : [];
  });
}

/** The page that the address asks for, if any. */
export function openPageIn(query: URLSearchParams): OpenPage | null {
  const match = /^(.+)\.(\d+)$/.exec(query.get('page') ?? '');
  if (!match?.[1] || !match[2]) return null;
  return { uploadId: match[1], page: Number(match[2]), boxes: boxesOf(query.get('box') ?? '') };
}

/** The address of a page over the present view. */
export function pageAddress(uploadId: string, page: number, boxes: readonly Bbox[]): string {
  const text = boxes
    .slice(0, MOST_BOXES)
    .map((box) => box.map(Math.round).join('.'))
    .join('_');
  return withOverlay(`${uploadId}.${page}`, text);
}

export function openPage(uploadId: string, page: number, boxes: readonly Bbox[]): void {
  location.hash = pageAddress(uploadId, page, boxes);
}
