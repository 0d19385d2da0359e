/** A report on goals for a period: it restates results that are already on file. */
import type { EvidenceType } from '../evidence-type.ts';

export const progressReport: EvidenceType = {
  type: 'progress_report',
  name: 'Progress report',
  yields: 'restated',
  logsServices: false,
  cues: [
    {
      weight: 11,
      head: /\bprogress reports?\b|\breport of progress\b|\bprogress (?:toward|on)(?: annual)? (?:iep )?goals\b|\bprogress summary\b|\bprogress update\b|\binforme de progreso\b/i,
    },
    { weight: 4, head: /\breporting period\b|\breport date\b|\bmarking period\b|\bquarter(?:ly)?\b.{0,20}\breport\b/i },
    {
      weight: 3,
      text: /\b(?:making|made) (?:sufficient|adequate|some|satisfactory|expected|little|no)? ?progress\b|\bon track\b|\bsufficient progress\b|\bgoal (?:met|not met)\b|\bprogress code\b/i,
    },
    { weight: 2, text: /\bbaseline\b[\s\S]*\btarget\b|\bbaseline\b[\s\S]*\bgoal\b[\s\S]*\bbaseline\b/i },
  ],
};
