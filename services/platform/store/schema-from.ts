/**
 * mongoose's schemas, made from the zod schemas of the records: the fields are written down once. mongoose stores and
 * indexes; what nested values look like is checked where they come in, by zod.
 */
import mongoose from 'mongoose';
import type { z } from 'zod';

export type IndexKey = Readonly<Record<string, 1 | -1 | 'text'>>;
export interface IndexDeclaration {
  readonly key: IndexKey;
  readonly unique?: boolean;
}

export interface RecordOptions {
  readonly indexes: readonly IndexDeclaration[];
  /** Whether people edit these records: `save()` then fails where someone else has saved in between. */
  readonly isEdited?: boolean;
}

interface Definition {
  readonly type: string;
  readonly innerType?: { readonly def: Definition };
  readonly element?: { readonly def: Definition };
}

function typeOf(definition: Definition): unknown {
  switch (definition.type) {
    case 'nullable':
    case 'optional':
      return typeOf((definition.innerType as { def: Definition }).def);
    case 'string':
    case 'enum':
      return String;
    case 'number':
      return Number;
    case 'boolean':
      return Boolean;
    case 'date':
      return Date;
    case 'array':
      return [typeOf((definition.element as { def: Definition }).def)];
    default:
      return mongoose.Schema.Types.Mixed;
  }
}

/** A text index without a language: words are found as they are written, in any language, here and on MongoDB. */
const textOptions = { default_language: 'none', language_override: 'textIndexLanguage' };

/** The schema of one collection. An unknown field throws, in a record as in a filter. */
export function schemaFrom<Shape extends z.ZodRawShape>(
  record: z.ZodObject<Shape>,
  { indexes, isEdited = false }: RecordOptions,
): mongoose.Schema {
  const fields = Object.entries(record.shape).map(([name, field]) => {
    const type = typeOf((field as unknown as { def: Definition }).def);
    return [name, Array.isArray(type) ? { type, default: undefined } : { type }];
  });
  const schema = new mongoose.Schema(Object.fromEntries(fields), {
    strict: 'throw',
    strictQuery: 'throw',
    minimize: false,
    id: false,
    autoIndex: false,
    autoCreate: false,
    ...(isEdited ? { optimisticConcurrency: true } : { versionKey: false }),
  });
  for (const { key, unique } of indexes) {
    const isText = Object.values(key).includes('text');
    schema.index(key as Record<string, mongoose.IndexDirection>, isText ? textOptions : unique ? { unique } : {});
  }
  return schema;
}
