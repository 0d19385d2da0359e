/** What goes between the process and a sandboxed child. */
import type { ErrorCode } from '../../domain/errors.ts';

export type ToChild =
  | { readonly kind: 'start'; readonly settings: unknown }
  | { readonly kind: 'request'; readonly id: number; readonly body: unknown };

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly body: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly code: ErrorCode; readonly message: string };
