/** Places on a page: pixels of the page image as read, origin top left. */
import { z } from 'zod';

/** `[x0, y0, x1, y1]` in pixels of the page image, `x1 >= x0`, `y1 >= y0`. */
export const bboxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bbox = z.infer<typeof bboxSchema>;

/** The smallest box that holds all of `boxes`; null for none. */
export function unionOf(boxes: readonly Bbox[]): Bbox | null {
  const [first, ...rest] = boxes;
  if (!first) return null;
  const union: Bbox = [...first];
  for (const [x0, y0, x1, y1] of rest) {
    union[0] = Math.min(union[0], x0);
    union[1] = Math.min(union[1], y0);
    union[2] = Math.max(union[2], x1);
    union[3] = Math.max(union[3], y1);
  }
  return union;
}
