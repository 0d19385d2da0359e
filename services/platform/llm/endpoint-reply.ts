/** Reads the body of a chat completion: what was said, why it ended, what it cost. Believes nothing about its form. */
import { z } from 'zod';
import { EndpointFailure } from './endpoint-failure.ts';

const completionSchema = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        finish_reason: z.string().nullish(),
        message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z.looseObject({ total_tokens: z.number().nonnegative() }).nullish().catch(null),
});
const errorSchema = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** One answer as it came over the wire. */
export interface EndpointReply {
  readonly content: string;
  /** Null where the endpoint does not say. */
  readonly tokens: number | null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The endpoint's name for an error, from the body of its answer; null where it gives none. */
export function errorCodeIn(body: string): string | null {
  const parsed = errorSchema.safeParse(parseJson(body));
  return parsed.success ? parsed.data.error.code : null;
}

/** The tokens that a body says were spent; null where it does not. */
export function tokensIn(body: string): number | null {
  const parsed = completionSchema.safeParse(parseJson(body));
  return parsed.success ? (parsed.data.usage?.total_tokens ?? null) : null;
}

/** Reads `body`. Throws an `EndpointFailure`: `refused` or `nonsense`. */
export function readReply(body: string): EndpointReply {
  const parsed = completionSchema.safeParse(parseJson(body));
  const choice = parsed.success ? parsed.data.choices[0] : undefined;
  if (!parsed.success || !choice)
    throw new EndpointFailure('nonsense', 'The answer is not a chat completion.', { again: true });
  if (choice.message.refusal) throw new EndpointFailure('refused', 'The model declined.');
  if (choice.finish_reason === 'content_filter')
    throw new EndpointFailure('refused', 'The content filter stopped the answer.');
  if (choice.finish_reason === 'length')
    throw new EndpointFailure('nonsense', 'The answer was cut off at its longest.');
  const content = choice.message.content ?? '';
  if (content.trim() === '') throw new EndpointFailure('nonsense', 'The answer is empty.', { again: true });
  return { content, tokens: parsed.data.usage?.total_tokens ?? null };
}

const fence = /^\s*```[a-z]*\s*\n([\s\S]*?)\n?\s*```\s*$/i;

/**
 * The value in `content`, checked against `schema`. Local servers may set a code fence around it; nothing else is
 * forgiven. Throws an `EndpointFailure` (`nonsense`).
 */
export function readValue<T>(content: string, schema: z.ZodType<T>): T {
  const value = parseJson(fence.exec(content)?.[1] ?? content);
  if (value === undefined) throw new EndpointFailure('nonsense', 'The answer is not JSON.', { again: true });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new EndpointFailure('nonsense', 'The answer has not the shape that was asked for.', { again: true });
}
