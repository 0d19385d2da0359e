/** A page as read (CONTRACT 2.1). */
import { z } from 'zod';
import { bboxSchema } from './geometry.ts';

export const readerNameSchema = z.enum(['tesseract', 'ppocr', 'text_layer', 'model']);
export type ReaderName = z.infer<typeof readerNameSchema>;

export const inkSchema = z.enum(['print', 'handwriting']);

export const wordSchema = z.object({
  text: z.string(),
  bbox: bboxSchema,
  confidence: z.number().min(0).max(1),
  ink: inkSchema.optional(),
  /** Who read the word; a word that two readers read alike names both. */
  readers: z.array(readerNameSchema).optional(),
});
export type Word = z.infer<typeof wordSchema>;

/**
 * `handwriting`: most of the ink is written by hand. `unreadable`: there is ink, but nothing worth showing was read.
 */
export const pageSourceSchema = z.enum(['text_layer', 'ocr', 'handwriting', 'blank', 'unreadable']);
export type PageSource = z.infer<typeof pageSourceSchema>;

export const rotationSchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);

export const pageSchema = z.object({
  file: z.string(),
  page: z.number().int().positive(),
  width: z.number().positive(),
  height: z.number().positive(),
  source: pageSourceSchema,
  rotation: rotationSchema,
  /** Degrees, clockwise positive, that the page was turned by to stand straight. */
  skew: z.number(),
  confidence: z.number().min(0).max(1),
  /** Reading order, lines separated by `\n`. */
  text: z.string(),
  words: z.array(wordSchema),
  /** What a person should know about the reading of this page, in plain words (hidden text, form fields left out). */
  warnings: z.array(z.string()).optional(),
  ms: z.number().nonnegative(),
});
export type Page = z.infer<typeof pageSchema>;
