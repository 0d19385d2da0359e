/**
 * What forms are drawn on. A sheet of paper (sheet.ts) and a page of a born-digital PDF (documents/typed-pdf.ts) are both
 * surfaces, so letterheads, fields and tables are written once. Lengths are points (1/72 inch), origin top left.
 */

export type PrintFont =
  | 'sans'
  | 'sans-bold'
  | 'sans-italic'
  | 'serif'
  | 'serif-bold'
  | 'serif-italic'
  | 'mono'
  | 'mono-bold'
  | 'comic'
  | 'comic-bold';

export interface TextStyle {
  readonly font?: PrintFont;
  readonly size?: number;
  /** `#rrggbb`. */
  readonly color?: string;
  /** What `x` is: the text's left end, its middle or its right end. */
  readonly align?: 'left' | 'center' | 'right';
}

export interface LineStyle {
  readonly color?: string;
  readonly width?: number;
  readonly dash?: readonly [number, number];
}

export interface BoxStyle extends LineStyle {
  readonly fill?: string;
  /** No outline where false. */
  readonly border?: boolean;
}

export interface Surface {
  readonly width: number;
  readonly height: number;
  /** Prints one line with its baseline at `y`. */
  print(text: string, x: number, y: number, style?: TextStyle): void;
  measure(text: string, style?: TextStyle): number;
  line(x0: number, y0: number, x1: number, y1: number, style?: LineStyle): void;
  box(x: number, y: number, width: number, height: number, style?: BoxStyle): void;
  /** A filled or stroked shape in SVG path data, its origin moved to `x`, `y`. */
  shape(path: string, x: number, y: number, style: { fill?: string; stroke?: string; width?: number }): void;
}

export const defaultText = { font: 'sans', size: 10, color: '#1a1a1a', align: 'left' } as const satisfies TextStyle;

/** Where the left end of a text goes so that `x` is its left end, middle or right end. */
export function leftOf(x: number, width: number, align: TextStyle['align']): number {
  if (align === 'center') return x - width / 2;
  return align === 'right' ? x - width : x;
}
