/** The one place where an error becomes an answer: `application/problem+json` (RFC 9457) with a stable `code`. */
import type { ErrorRequestHandler, Response } from 'express';
import { z } from 'zod';
import { DomainError, type ErrorCode, errorTable } from '../domain/errors.ts';
import type { Problem } from '../domain/views.ts';
import type { Log } from '../platform/log.ts';

/** An error that says more than its code and its words. */
export class DetailedError extends DomainError {
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, members: Readonly<Record<string, unknown>>) {
    super(code, message);
    this.members = members;
  }
}

function problemOf(code: ErrorCode, detail: string, field?: string): Problem {
  const { status, title, retryable } = errorTable[code];
  return { type: `urn:throughline:problem:${code}`, title, status, code, detail, retryable, ...(field && { field }) };
}

function fieldOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') return [...issue.path, issue.keys[0] ?? ''].join('.');
  return issue?.path.join('.') ?? '';
}

/** What express and its body parser throw for a request that is wrong: an error with a 4xx `status`. */
function isBadRequest(error: unknown): error is Error & { status: number; type?: string } {
  const status = (error as { status?: unknown } | null)?.status;
  return error instanceof Error && typeof status === 'number' && status >= 400 && status < 500;
}

/** The problem that an error is. What is not known is `internal`, without a word of what happened inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    if (error.code === 'internal') return problemOf('internal', errorTable.internal.title);
    const members = error instanceof DetailedError ? error.members : {};
    return { ...problemOf(error.code, error.message), ...members };
  }
  if (error instanceof z.ZodError) {
    const field = fieldOf(error);
    const words = error.issues[0]?.message ?? 'is not as expected';
    return problemOf('invalid_request', field ? `${field}: ${words}` : words, field || undefined);
  }
  if (isBadRequest(error)) {
    if (error.status === 413) return problemOf('too_large', 'The request is larger than this address accepts.');
    if (error.status === 415) return problemOf('unsupported_type', 'This address does not accept that kind of body.');
    return problemOf('invalid_request', 'The request could not be understood.');
  }
  return problemOf('internal', errorTable.internal.title);
}

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Only where it happened: messages of unknown errors may quote a student's page, which has no place in a log. */
function framesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/** The last handler of the application. */
export function problemHandler(log: Log): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = toProblem(error);
    if (problem.code === 'internal') {
      const name = error instanceof Error ? error.name : typeof error;
      log.error({ name, method: request.method, route: response.locals.route, frames: framesOf(error) }, 'failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    sendProblem(response, problem);
  };
}
