/**
 * A route is declared once: method, path, what it takes, what it answers, who was looked at. Express and OpenAPI are
 * both made from the declaration, so neither can say what the other does not.
 */
import type { Readable } from 'node:stream';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '../domain/errors.ts';
import type { Actor } from './api-context.ts';

/** A touch of students' records, for the audit trail. */
export interface Access {
  readonly action: string;
  readonly resource: string;
  readonly studentIds: readonly (string | null)[];
  readonly detail?: Record<string, string | number | boolean | null>;
}

/** Every handler says whose records it hands out; null where they are nobody's. */
interface Accessed {
  readonly access: Access | null;
}

export interface JsonReply<Body> extends Accessed {
  readonly body: Body;
}

export interface FileReply extends Accessed {
  readonly content: Readable;
  readonly mediaType: string;
  /** Offered as a download under this name; shown in place where it is not given. */
  readonly attachment?: string;
}

/** Writes the events itself, until `closed`. */
export interface EventsReply extends Accessed {
  readonly send: (response: Response) => void;
}

export interface HandledRequest<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Actor;
  readonly http: Request;
}

interface RouteBase<Params, Query, Body> {
  readonly operationId: string;
  readonly method: 'get' | 'post';
  /** Below `/api/v1`, parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: z.ZodObject & z.ZodType<Params>;
  readonly query?: z.ZodObject & z.ZodType<Query>;
  /** A JSON body. */
  readonly body?: z.ZodType<Body>;
  /** A body of another kind, which the handler reads itself. */
  readonly rawBody?: { readonly mediaType: string; readonly schema: z.ZodType };
  /** Beside `invalid_request` and `internal`, which every route may answer. */
  readonly errors: readonly ErrorCode[];
}

export interface JsonRoute<Params, Query, Body, Answer> extends RouteBase<Params, Query, Body> {
  readonly kind: 'json';
  readonly status?: 200 | 201;
  readonly response: z.ZodType<Answer>;
  handle(request: HandledRequest<Params, Query, Body>): Promise<JsonReply<Answer>>;
}

export interface FileRoute<Params, Query> extends RouteBase<Params, Query, unknown> {
  readonly kind: 'file';
  readonly mediaTypes: readonly string[];
  handle(request: HandledRequest<Params, Query, unknown>): Promise<FileReply>;
}

export interface EventsRoute<Params, Query> extends RouteBase<Params, Query, unknown> {
  readonly kind: 'events';
  /** What the data of each event is. */
  readonly response: z.ZodType;
  handle(request: HandledRequest<Params, Query, unknown>): Promise<EventsReply>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of every shape; each was checked by its define… below
export type Route = JsonRoute<any, any, any, any> | FileRoute<any, any> | EventsRoute<any, any>;

/** Declares a route that answers JSON. */
export function jsonRoute<Params, Query, Body, Answer>(
  route: Omit<JsonRoute<Params, Query, Body, Answer>, 'kind'>,
): Route {
  return { ...route, kind: 'json' };
}

/** Declares a route that answers the bytes of a file. */
export function fileRoute<Params, Query>(route: Omit<FileRoute<Params, Query>, 'kind'>): Route {
  return { ...route, kind: 'file' };
}

/** Declares a route that answers server-sent events. */
export function eventsRoute<Params, Query>(route: Omit<EventsRoute<Params, Query>, 'kind'>): Route {
  return { ...route, kind: 'events' };
}
