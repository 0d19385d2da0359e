/** Puts declared routes into express: checks what comes in, records who was looked at, sends what goes out. */
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { recordAudit } from '../access/record-audit.ts';
import type { ApiContext } from './api-context.ts';
import type { Access, FileReply, HandledRequest, Route } from './route.ts';

const JSON_LIMIT = '256kb';

/** `/uploads/{id}` as express writes it: `/uploads/:id`. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Before anything is handed out: what cannot be recorded is not shown. */
async function audit(context: ApiContext, access: Access | null): Promise<void> {
  if (!access) return;
  const students = [...new Set(access.studentIds.filter((id) => id !== null))].sort();
  const actor = context.actor();
  await recordAudit(context, {
    districtId: actor.districtId,
    actor: actor.id,
    action: access.action,
    resource: access.resource,
    studentId: students.length === 1 ? (students[0] ?? null) : null,
    detail: { ...access.detail, ...(students.length > 1 && { students: students.join(' ') }) },
  });
}

/** A name in a header: quoted plainly, and exactly as RFC 8187 writes it. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

async function sendFile(reply: FileReply, response: Response): Promise<void> {
  response.setHeader('Content-Type', reply.mediaType);
  if (reply.attachment !== undefined) {
    response.setHeader('Content-Disposition', dispositionOf(reply.attachment));
    // Should it be opened in place after all, it can run nothing.
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  }
  try {
    await pipeline(reply.content, response);
  } catch (error) {
    const left = (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (!left) throw error;
  }
}

async function answer(context: ApiContext, route: Route, request: Request, response: Response): Promise<void> {
  const handled: HandledRequest<unknown, unknown, unknown> = {
    params: route.params?.parse(request.params),
    query: route.query?.parse(request.query),
    body: route.body?.parse(request.body ?? {}),
    actor: context.actor(),
    http: request,
  };
  if (route.kind === 'json') {
    const reply = await route.handle(handled);
    await audit(context, reply.access);
    response.status(route.status ?? 200).json(reply.body);
  } else if (route.kind === 'file') {
    const reply = await route.handle(handled);
    try {
      await audit(context, reply.access);
    } catch (error) {
      reply.content.destroy();
      throw error;
    }
    await sendFile(reply, response);
  } else {
    const reply = await route.handle(handled);
    await audit(context, reply.access);
    reply.send(response);
  }
}

/** An express router with every route, to be used below `/api/v1`. */
export function mountRoutes(context: ApiContext, routes: readonly Route[]): Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const json = express.json({ limit: JSON_LIMIT, strict: true });
  for (const route of routes) {
    const handler = async (request: Request, response: Response): Promise<void> => {
      response.locals.route = route.path;
      await answer(context, route, request, response);
    };
    const path = expressPath(route.path);
    if (route.body) router[route.method](path, json, handler);
    else router[route.method](path, handler);
  }
  return router;
}
