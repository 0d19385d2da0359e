/** One question about a picture, through the openai package. */
import type { z } from 'zod';
import type { EndpointFetch } from './endpoint-fetch.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { PromptVersion } from './prompt.ts';

export interface VisionQuestion {
  readonly prompt: PromptVersion;
  readonly image: Uint8Array;
  readonly mediaType: string;
  readonly schema: z.ZodType;
}

async function openClient(settings: LlmSettings, model: string, fetch: typeof globalThis.fetch) {
  const { AzureOpenAI, OpenAI } = await import('openai');
  const shared = {
    apiKey: settings.apiKey?.reveal() ?? 'none',
    maxRetries: 0,
    timeout: settings.timeoutMs,
    fetch,
    logLevel: 'off' as const,
    organization: null,
    project: null,
  };
  if (settings.provider === 'azure') {
    return new AzureOpenAI({
      ...shared,
      endpoint: settings.baseUrl,
      deployment: model,
      apiVersion: settings.apiVersion ?? '',
    });
  }
  return new OpenAI({ ...shared, baseURL: settings.baseUrl });
}

/** Sends the question. What came back is left in `endpoint`. Throws whatever the library throws. */
export async function askVisionModel(
  settings: LlmSettings,
  model: string,
  question: VisionQuestion,
  endpoint: EndpointFetch,
  signal: AbortSignal,
): Promise<void> {
  const { prompt, image, mediaType, schema } = question;
  const client = await openClient(settings, model, endpoint.fetch);
  const url = `data:${mediaType};base64,${Buffer.from(image).toString('base64')}`;
  const reasons = /^(o\d|gpt-5)/.test(model);
  await client.chat.completions.create(
    {
      model,
      ...(reasons
        ? { max_completion_tokens: prompt.maxOutputTokens }
        : { max_tokens: prompt.maxOutputTokens, temperature: 0 }),
      response_format: {
        type: 'json_schema',
        json_schema: { name: prompt.task.replaceAll('-', '_'), schema: jsonSchemaOf(schema), strict: true },
      },
      messages: [
        { role: 'system', content: prompt.instructions },
        { role: 'user', content: [{ type: 'image_url', image_url: { url, detail: 'high' } }] },
      ],
    },
    { signal },
  );
}
