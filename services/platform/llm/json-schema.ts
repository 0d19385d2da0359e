/** The JSON schema that an endpoint is sent. */
import { z } from 'zod';

/**
 * Of an object whose fields are all required and whose further fields are forbidden, as strict structured output asks
 * for. Plain data: libraries take zod's own result for a schema to convert once more, and lose half of it.
 */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...plain } = JSON.parse(JSON.stringify(z.toJSONSchema(schema)));
  return plain;
}
