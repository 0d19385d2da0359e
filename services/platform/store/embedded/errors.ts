/** The errors of the embedded driver: the same classes, codes and fields as the server's, so that callers need one way. */
import mongoose from 'mongoose';

const { MongoServerError } = mongoose.mongo;

/** The server's error codes that the embedded driver can answer with. */
const codes = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  EmptyFieldName: 56,
  ImmutableField: 66,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CannotIndexParallelArrays: 171,
  NotImplemented: 238,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
} as const;
export type CodeName = keyof typeof codes;

/** An error as MongoDB's server would send it. */
export function serverError(codeName: CodeName, message: string, extra: Record<string, unknown> = {}): Error {
  return new MongoServerError({ message, errmsg: message, ok: 0, code: codes[codeName], codeName, ...extra });
}

/** What the embedded driver does not do: it says so and never guesses. */
export function unsupported(what: string): Error {
  return serverError('NotImplemented', `The embedded store does not support ${what}.`);
}

/** Error 11000 with the fields that callers read: which index, on which fields, with which values. */
export function duplicateKeyError(
  namespace: string,
  index: string,
  keyPattern: Readonly<Record<string, unknown>>,
  keyValue: Readonly<Record<string, unknown>>,
): Error {
  const key = Object.entries(keyValue).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index} dup key: { ${key.join(', ')} }`;
  return serverError('DuplicateKey', message, { keyPattern, keyValue });
}
