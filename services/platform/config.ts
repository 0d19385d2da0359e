/** The configuration: read from the environment once, at boot, and checked as a whole. Secrets are never printed. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type LlmSettings, llmEnvironmentShape, llmProblems, llmSettingsFrom } from './llm/llm-settings.ts';
import { defaultReaders } from './reader-count.ts';

const MIB = 1024 * 1024;
const url = (...schemes: string[]) =>
  z.string().refine((value) => schemes.some((scheme) => value.startsWith(`${scheme}://`)), {
    message: `must start with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

const environmentSchema = z
  .object({
    /** Records and files live here when `MONGODB_URL` is set; else in the data directory. */
    MONGODB_URL: url('mongodb', 'mongodb+srv').optional(),
    /** Jobs ring through BullMQ on this Redis; else inside the process. */
    REDIS_URL: url('redis', 'rediss').optional(),
    THROUGHLINE_DATA: z.string().min(1).default('.throughline'),
    /** Loopback unless told otherwise: there is no sign-in yet. */
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4180),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
    /** Reading children that run at once; by default what cores and memory bear. */
    READERS: z.coerce.number().int().min(1).max(64).optional(),
    MAX_FILE_MB: z.coerce.number().positive().default(500),
    MAX_PAGES: z.coerce.number().int().positive().default(1500),
    /** A reading child that holds more than this is killed. */
    READER_MEMORY_MB: z.coerce.number().positive().default(1400),
    /** A page that takes longer than this is given up. */
    READER_SECONDS: z.coerce.number().positive().default(90),
    /** Where the second reader's models lie. */
    OCR_MODELS_DIR: z
      .string()
      .min(1)
      .default(fileURLToPath(new URL('../../models', import.meta.url))),
    /** The model hub, or a mirror of it, that `throughline models` asks. */
    OCR_MODELS_HUB: url('http', 'https').default('https://huggingface.co'),
    ...llmEnvironmentShape,
  })
  .superRefine((environment, context) => {
    for (const { name, message } of llmProblems(environment)) {
      context.addIssue({ code: 'custom', message, path: [name] });
    }
  })
  .refine((environment) => !(environment.MONGODB_URL && !environment.REDIS_URL), {
    message: 'MONGODB_URL without REDIS_URL: several machines need both (see docker-compose.yml)',
    path: ['REDIS_URL'],
  });

export interface Config {
  readonly mongodbUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly readers: number;
  readonly maxFileBytes: number;
  readonly maxPages: number;
  readonly readerMemoryBytes: number;
  readonly readerMs: number;
  readonly modelsDir: string;
  readonly modelsHub: string;
  /** Null: no model, everything by rules. */
  readonly llm: LlmSettings | null;
}

/** Reads and checks the environment. Throws an `Error` that names each variable that is wrong. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is not complete:\n  ${problems.join('\n  ')}`);
  }
  const env = parsed.data;
  const readerMemoryBytes = Math.round(env.READER_MEMORY_MB * MIB);
  return {
    mongodbUrl: env.MONGODB_URL,
    redisUrl: env.REDIS_URL,
    dataDir: env.THROUGHLINE_DATA,
    host: env.HOST,
    port: env.PORT,
    logLevel: env.LOG_LEVEL,
    readers: env.READERS ?? defaultReaders(readerMemoryBytes),
    maxFileBytes: Math.round(env.MAX_FILE_MB * MIB),
    maxPages: env.MAX_PAGES,
    readerMemoryBytes,
    readerMs: Math.round(env.READER_SECONDS * 1000),
    modelsDir: env.OCR_MODELS_DIR,
    modelsHub: env.OCR_MODELS_HUB,
    llm: llmSettingsFrom(env),
  };
}

/** Variables by which libraries can be told to send what they see elsewhere, or to print it. */
const sideDoors = /^(LANGSMITH|LANGCHAIN)_|^OPENAI_LOG$/;

/** Shuts the side doors of the libraries that talk to models: what a page says goes to the endpoint or nowhere. */
export function shutSideDoors(environment: Record<string, string | undefined> = process.env): void {
  for (const name of Object.keys(environment)) if (sideDoors.test(name)) delete environment[name];
}
