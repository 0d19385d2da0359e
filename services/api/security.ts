/**
 * What stands between a browser and the records while there is no sign-in: the page may load nothing from elsewhere,
 * no other site may frame it or change anything, and no name that merely points at this machine is answered.
 */
import type { Request, RequestHandler } from 'express';
import { DomainError } from '../domain/errors.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  });
  next();
};

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host to listen on is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * While the server listens on loopback, only loopback names are answered: a page of another site whose name was
 * pointed at 127.0.0.1 (DNS rebinding) bears its own name in `Host`.
 */
export function hostCheck(listensOn: string): RequestHandler {
  if (!isLoopback(listensOn)) return (_request, _response, next) => next();
  const known = [...loopbackNames, listensOn];
  return (request, _response, next) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!known.includes(name)) throw new DomainError('invalid_request', 'This server does not answer to that name.');
    next();
  };
}

function comesFromElsewhere(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** A browser says where a request comes from: what changes something must come from the page itself. */
export const sameOriginCheck: RequestHandler = (request, _response, next) => {
  const changes = !['GET', 'HEAD'].includes(request.method);
  if (changes && comesFromElsewhere(request)) {
    throw new DomainError('invalid_request', 'Requests from other sites are not accepted.');
  }
  next();
};
