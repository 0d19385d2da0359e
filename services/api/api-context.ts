/** What the routes work with. */
import type { PipelineContext } from '../pipeline/context.ts';

/** Who asks, and for which district. Every query is scoped by it. */
export interface Actor {
  readonly id: string;
  readonly districtId: string;
}

export interface ApiContext extends PipelineContext {
  /** Called once a file is durable: starts its way through the pipeline. */
  onUploadAccepted(uploadId: string): Promise<void>;
  /** The one local user, until there is a sign-in. */
  actor(): Actor;
}
