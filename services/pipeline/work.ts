/** A piece of work: one stage on one thing. */
export const stageNames = ['intake', 'read', 'split', 'classify', 'extract', 'file', 'draft'] as const;
export type StageName = (typeof stageNames)[number];

export interface Work {
  readonly stage: StageName;
  /** Id of the upload, page, document or statement that the stage works on. */
  readonly key: string;
  readonly districtId: string;
}

/** The id of the job record of a piece of work. */
export function jobIdOf(work: Pick<Work, 'stage' | 'key'>): string {
  return `${work.stage}~${work.key}`;
}

export function isStageName(name: string): name is StageName {
  return (stageNames as readonly string[]).includes(name);
}
