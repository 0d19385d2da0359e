/** Building a text piece by piece, so that every citation knows exactly which words it stands for. */
import type { Citation } from '../domain/statement.ts';

export interface CitedPoint {
  readonly _id: string;
  readonly source: Citation['source'];
}

export interface TextBuilder {
  /** Adds plain words. */
  say(words: string): TextBuilder;
  /** Adds words that rest on data points. */
  cite(words: string, points: readonly CitedPoint[]): TextBuilder;
  build(): { text: string; citations: Citation[] };
}

export function createText(): TextBuilder {
  let text = '';
  const citations: Citation[] = [];
  const builder: TextBuilder = {
    say(words) {
      text += words;
      return builder;
    },
    cite(words, points) {
      const start = text.length;
      text += words;
      for (const point of points) {
        citations.push({ start, end: text.length, dataPointId: point._id, source: point.source });
      }
      return builder;
    },
    build: () => ({ text, citations }),
  };
  return builder;
}
