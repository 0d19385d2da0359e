/** A value in the unit of a goal, with what it came from. */

export interface Value {
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly text?: string;
}

/** Rounded to one decimal, as percents and rates are kept. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
