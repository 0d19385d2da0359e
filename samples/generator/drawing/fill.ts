/** How a form is filled in: by a typewriter, a computer or a hand. Forms take a `Fill` and do not care which. */
import { type HandStyle, write } from './handwriting.ts';
import type { Sheet } from './sheet.ts';
import type { TextStyle } from './surface.ts';

export interface Fill {
  readonly byHand: boolean;
  (sheet: Sheet, text: string, x: number, y: number, align?: 'left' | 'center'): void;
}

/** Filled in on a computer or typewriter. */
export function typed(style: TextStyle = { font: 'mono', size: 10.5 }): Fill {
  const put = (sheet: Sheet, text: string, x: number, y: number, align: 'left' | 'center' = 'left'): void =>
    sheet.print(text, x, y, { ...style, align });
  return Object.assign(put, { byHand: false });
}

/** Filled in with a pen. */
export function byHand(style: HandStyle): Fill {
  const put = (sheet: Sheet, text: string, x: number, y: number, align: 'left' | 'center' = 'left'): void => {
    const r = sheet.random;
    write(sheet, text, x + r.normal(0.8), y + r.normal(0.7), { ...style, align });
  };
  return Object.assign(put, { byHand: true });
}
