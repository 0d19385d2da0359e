/** Which model to ask, and within which limits. Part of the configuration; the key is never printed. */
import { z } from 'zod';
import { Secret } from '../secret.ts';

/** Hosts that a plain `http` address may name: this machine and the inside of a network. */
const insideHost =
  /^(localhost|127(\.\d+){3}|\[::1\]|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|[^.:[\]]+|.+\.(local|internal|lan|svc))$/i;

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && insideHost.test(hostname));
}

/** The variables of the environment that speak of the model. Empty means: no model, everything by rules. */
export const llmEnvironmentShape = {
  /** Of any OpenAI-compatible endpoint, up to and with `/v1`; of Azure the resource's own address. */
  LLM_BASE_URL: z
    .string()
    .refine(isSafeAddress, { message: 'must be an https:// address (http:// only within your own network)' })
    .optional(),
  LLM_API_KEY: z.string().min(1).optional(),
  /** Name of the model; with Azure the name of the deployment. */
  LLM_MODEL: z.string().min(1).optional(),
  /** Reads pictures of handwriting. Pictures leave as they are, names included: set it only where that is allowed. */
  LLM_VISION_MODEL: z.string().min(1).optional(),
  LLM_PROVIDER: z.enum(['openai', 'azure']).default('openai'),
  LLM_API_VERSION: z.string().min(1).optional(),
  /** Longest wait for one answer, retries included. */
  LLM_TIMEOUT_SECONDS: z.coerce.number().positive().max(600).default(40),
  /** Tokens that one district may spend on one day (UTC). */
  LLM_DAILY_TOKENS: z.coerce.number().int().nonnegative().default(2_000_000),
  LLM_REQUESTS_PER_MINUTE: z.coerce.number().positive().default(60),
};
const llmEnvironmentSchema = z.object(llmEnvironmentShape);
export type LlmEnvironment = z.infer<typeof llmEnvironmentSchema>;

export interface LlmSettings {
  readonly baseUrl: string;
  readonly apiKey: Secret | null;
  readonly model: string;
  readonly visionModel: string | null;
  readonly provider: 'openai' | 'azure';
  readonly apiVersion: string | null;
  readonly timeoutMs: number;
  readonly dailyTokens: number;
  readonly requestsPerMinute: number;
}

/** What is missing for the variables to make sense together: variable and message. */
export function llmProblems(environment: LlmEnvironment): { name: string; message: string }[] {
  const { LLM_BASE_URL: url, LLM_MODEL: model, LLM_API_KEY: key, LLM_VISION_MODEL: vision } = environment;
  const azure = environment.LLM_PROVIDER === 'azure';
  const problems: { name: string; message: string }[] = [];
  if (url && !model) problems.push({ name: 'LLM_MODEL', message: 'is needed with LLM_BASE_URL' });
  if (!url && (model || key || vision)) problems.push({ name: 'LLM_BASE_URL', message: 'is needed to ask a model' });
  if (url && azure && !key) problems.push({ name: 'LLM_API_KEY', message: 'is needed with LLM_PROVIDER=azure' });
  if (url && azure && !environment.LLM_API_VERSION) {
    problems.push({ name: 'LLM_API_VERSION', message: 'is needed with LLM_PROVIDER=azure' });
  }
  return problems;
}

/** The settings, or null where no model is configured. */
export function llmSettingsFrom(environment: LlmEnvironment): LlmSettings | null {
  if (!environment.LLM_BASE_URL || !environment.LLM_MODEL) return null;
  return {
    baseUrl: environment.LLM_BASE_URL.replace(/\/+$/, ''),
    apiKey: environment.LLM_API_KEY ? new Secret(environment.LLM_API_KEY) : null,
    model: environment.LLM_MODEL,
    visionModel: environment.LLM_VISION_MODEL ?? null,
    provider: environment.LLM_PROVIDER,
    apiVersion: environment.LLM_API_VERSION ?? null,
    timeoutMs: Math.round(environment.LLM_TIMEOUT_SECONDS * 1000),
    dailyTokens: environment.LLM_DAILY_TOKENS,
    requestsPerMinute: environment.LLM_REQUESTS_PER_MINUTE,
  };
}
