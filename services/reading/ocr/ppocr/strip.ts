/** A line cut out of the page, level and 48 pixels high, as the recogniser takes it. */
export interface Strip {
  /** Three equal planes of brightness from -1 to 1. */
  readonly input: Float32Array;
  readonly width: number;
  /** Pixels of the page per pixel of the strip. */
  readonly scale: number;
}

export interface ReadCharacter {
  readonly text: string;
  readonly confidence: number;
  /** Middle of the character on the page. */
  readonly x: number;
}

/** Height of every strip. */
export const HEIGHT = 48;
