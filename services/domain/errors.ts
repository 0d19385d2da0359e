/**
 * What can go wrong, by name. One error class, one table: command line, HTTP and records take code, status and the
 * words for people from here.
 */
import { z } from 'zod';

/** Why a file could not be read (CONTRACT 1). */
export const fileErrorCodes = [
  'unsupported_type',
  'corrupt',
  'encrypted',
  'too_large',
  'too_many_pages',
  'timeout',
  'empty',
] as const;
export const fileErrorCodeSchema = z.enum(fileErrorCodes);
export type FileErrorCode = z.infer<typeof fileErrorCodeSchema>;

export const errorCodes = [
  ...fileErrorCodes,
  'invalid_request',
  'not_found',
  'conflict',
  'invalid_transition',
  'locked',
  'busy',
  'internal',
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

interface ErrorInfo {
  /** HTTP status. */
  readonly status: number;
  /** A short title in plain words. */
  readonly title: string;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
}

export const errorTable = {
  unsupported_type: { status: 415, title: 'This kind of file cannot be read', retryable: false },
  corrupt: { status: 422, title: 'The file is damaged', retryable: false },
  encrypted: { status: 422, title: 'The file is protected by a password', retryable: false },
  too_large: { status: 413, title: 'The file is too large', retryable: false },
  too_many_pages: { status: 413, title: 'The file has too many pages', retryable: false },
  timeout: { status: 504, title: 'The file took too long to read', retryable: true },
  empty: { status: 422, title: 'The file is empty', retryable: false },
  invalid_request: { status: 400, title: 'The request is not complete', retryable: false },
  not_found: { status: 404, title: 'Not found', retryable: false },
  conflict: { status: 409, title: 'Someone else changed this first', retryable: false },
  invalid_transition: { status: 409, title: 'That step is not possible now', retryable: false },
  locked: { status: 409, title: 'Approved statements cannot be changed', retryable: false },
  busy: { status: 503, title: 'The service is busy', retryable: true },
  internal: { status: 500, title: 'Something went wrong on our side', retryable: true },
} as const satisfies Record<ErrorCode, ErrorInfo>;

/** An error with a stable code. `message` is written for a teacher; technical detail belongs in `cause`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }

  get retryable(): boolean {
    return errorTable[this.code].retryable;
  }
}

/** Whether a code names something wrong with the file itself, so that no retry helps. */
export function isFileErrorCode(code: string): code is FileErrorCode {
  return (fileErrorCodes as readonly string[]).includes(code);
}
