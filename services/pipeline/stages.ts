/**
 * The stage table: what each stage works on, how often it is tried, how long it may take, how many run at once, and
 * what comes next. A stage writes its output and the new state first; what is due is always derived from the states
 * in the store, so that a lost ring, a lost queue or a crash between two writes loses nothing.
 */
import type { Stage } from './stage.ts';
import { classifyStage } from './stages/classify.ts';
import { draftStage } from './stages/draft.ts';
import { extractStage } from './stages/extract.ts';
import { fileStage } from './stages/file.ts';
import { intakeStage } from './stages/intake.ts';
import { readStage } from './stages/read.ts';
import { splitStage } from './stages/split.ts';
import type { StageName } from './work.ts';

export const stages: Readonly<Record<StageName, Stage>> = {
  intake: intakeStage,
  read: readStage,
  split: splitStage,
  classify: classifyStage,
  extract: extractStage,
  file: fileStage,
  draft: draftStage,
};
