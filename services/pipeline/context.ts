/** What the stages work with: the ground, the bell and the reading children. */
import type { Ground } from '../platform/ground.ts';
import type { Bell } from '../platform/queue/bell.ts';
import type { Reading } from '../reading/reading.ts';

export interface PipelineContext extends Ground {
  readonly bell: Bell;
  readonly reading: Reading;
}
