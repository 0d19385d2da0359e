/** What the stages work with: the ground, the bell, the reading children and, where one is configured, a model. */
import type { Ground } from '../platform/ground.ts';
import type { Llm } from '../platform/llm/llm.ts';
import type { Bell } from '../platform/queue/bell.ts';
import type { Reading } from '../reading/reading.ts';

export interface PipelineContext extends Ground {
  readonly bell: Bell;
  readonly reading: Reading;
  readonly llm: Llm;
}
