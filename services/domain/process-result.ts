/** What `process` prints (CONTRACT 2.4), and a file's error as every command prints it (CONTRACT 1). */
import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';
import { evidenceDocumentSchema } from './evidence.ts';
import { findingSchema } from './finding.ts';
import { statementSchema } from './statement.ts';

export const fileErrorLineSchema = z.object({
  file: z.string(),
  error: z.object({ code: errorCodeSchema, message: z.string() }),
});
export type FileErrorLine = z.infer<typeof fileErrorLineSchema>;

export const processResultSchema = z.object({
  files: z.number().int().nonnegative(),
  pages: z.number().int().nonnegative(),
  documents: z.array(evidenceDocumentSchema),
  statements: z.array(statementSchema),
  findings: z.array(findingSchema),
  skipped: z.array(z.object({ file: z.string(), reason: z.literal('duplicate'), of: z.string() })),
  errors: z.array(z.object({ file: z.string(), code: errorCodeSchema, message: z.string() })),
  timings: z.record(z.string(), z.object({ count: z.number().int().nonnegative(), ms: z.number().nonnegative() })),
});
export type ProcessResult = z.infer<typeof processResultSchema>;
