/** A hit in the archive (CONTRACT 2.5). */
import { z } from 'zod';
import { daySchema } from './dates.ts';
import { documentTypeSchema } from './evidence.ts';
import { bboxSchema } from './geometry.ts';

export const searchHitSchema = z.object({
  documentId: z.string(),
  /** With `page`, where the page and its picture are to be had. */
  uploadId: z.string(),
  file: z.string(),
  page: z.number().int().positive(),
  studentId: z.string().nullable(),
  documentType: documentTypeSchema,
  date: daySchema.nullable(),
  score: z.number(),
  snippet: z.string(),
  /** Words of the page that were taken for a searched one, which stands nowhere: it was probably misread. */
  near: z.array(z.string()).optional(),
  highlights: z.array(z.object({ text: z.string(), bbox: bboxSchema })),
});
export type SearchHit = z.infer<typeof searchHitSchema>;
