/** One question about a text, through LangChain: instructions and examples first, so that endpoints can keep them warm. */
import type { z } from 'zod';
import type { EndpointFetch } from './endpoint-fetch.ts';
import { jsonSchemaOf } from './json-schema.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { PromptVersion } from './prompt.ts';
import type { DisguisedText } from './pseudonyms/disguise.ts';

export interface ChatQuestion {
  readonly prompt: PromptVersion;
  readonly input: DisguisedText;
  readonly schema: z.ZodType;
}

/** Local servers ask for no key, the library does. */
const NO_KEY = 'none';

async function openModel(settings: LlmSettings, fetch: typeof globalThis.fetch, maxTokens: number) {
  // Half a second to load and 40 MB: only those who have a model pay for it.
  const { AzureChatOpenAICompletions, ChatOpenAICompletions } = await import('@langchain/openai');
  const reasons = /^(o\d|gpt-5)/.test(settings.model);
  const shared = {
    model: settings.model,
    maxRetries: 0,
    maxTokens,
    timeout: settings.timeoutMs,
    // Models that reason by themselves refuse a temperature.
    ...(reasons ? {} : { temperature: 0 }),
  };
  const apiKey = settings.apiKey?.reveal() ?? NO_KEY;
  const client = { fetch, logLevel: 'off' as const, organization: null, project: null };
  if (settings.provider === 'azure') {
    return new AzureChatOpenAICompletions({
      ...shared,
      azureOpenAIApiKey: apiKey,
      azureOpenAIEndpoint: settings.baseUrl,
      azureOpenAIApiDeploymentName: settings.model,
      azureOpenAIApiVersion: settings.apiVersion ?? '',
      configuration: client,
    });
  }
  return new ChatOpenAICompletions({ ...shared, apiKey, configuration: { ...client, baseURL: settings.baseUrl } });
}

/**
 * Sends the question. What came back is left in `endpoint`; the library's own reading of it is not used. Throws
 * whatever the library throws.
 */
export async function askChatModel(
  settings: LlmSettings,
  question: ChatQuestion,
  endpoint: EndpointFetch,
  signal: AbortSignal,
): Promise<void> {
  const { prompt, input, schema } = question;
  const model = await openModel(settings, endpoint.fetch, prompt.maxOutputTokens);
  const structured = model.withStructuredOutput(jsonSchemaOf(schema), {
    name: prompt.task.replaceAll('-', '_'),
    method: 'jsonSchema',
    strict: true,
    includeRaw: true,
  });
  const shown = prompt.examples.flatMap((example): [string, string][] => [
    ['user', example.input],
    ['assistant', JSON.stringify(example.output)],
  ]);
  await structured.invoke([['system', prompt.instructions], ...shown, ['user', input]], { signal });
}
