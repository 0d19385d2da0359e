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
      head: /\bprogress reports?\b|\breport of progress\b|\b(?:iep|goal|special education|annual goal) progress\b|\bprogress (?:toward|on|summary|update|statement|notes? to)\b|\binforme de progreso\b|\bprogreso (?:de|hacia)\b|\bgoal (?:status|summary) report\b/i,
    },
    {
      weight: 5,
      head: /\breporting period\b|\breport date\b|\bdate of report\b|\bmarking period\b|\b(?:quarter|trimester|semester|nine weeks|q[1-4])\b.{0,24}\b(?:report|progress|update)\b|\breport card\b/i,
    },
    {
      weight: 3.5,
      text: /\b(?:making|made|shows?) (?:sufficient|adequate|some|satisfactory|expected|little|no|good|steady)? ?progress\b|\bon track\b|\bsufficient progress\b|\bgoal (?:met|not met)\b|\bprogress code\b|\bprogressing\b|\bexpected to meet\b/i,
    },
    {
      weight: 3,
      text: /\bbaseline\b[\s\S]*\btarget\b|\bbaseline\b[\s\S]*\bgoal\b[\s\S]*\bbaseline\b|\bbaseline\b.{0,20}\b(?:now|current)\b.{0,20}\b(?:target|goal)\b/i,
    },
    {
      weight: 2,
      text: /\b(?:quarter|period|this quarter|trimester)(?:'s)? (?:average|avg|mean)\b|\baverag(?:ed|e) (?:this|about|for)\b/i,
    },
    {
      weight: -6,
      head: /\bprogress[- ]monitoring\b|\bpresent levels\b|\bindividuali[sz]ed education|\bevaluation report\b/i,
    },
    {
      weight: 9,
      head: /\breport on (?:iep )?goals?\b|\b(?:trimester|quarter|semester|term) \d (?:report|progress)|\bgoals? (?:report|update)\b/i,
    },
    { weight: 3, text: /\bprogress: ?\w+|\bprogress code\b|\bcode:? ?[A-Z0-9]\b|\badequate\b/i },
    { weight: 4, when: (f) => f.restated >= 2 },
    {
      weight: 9,
      prose: true,
      head: /\b(?:semester|quarter(?:ly)?|trimester|term|year(?:-end)?|annual|end[- ]of[- ](?:year|term)) summary\b/i,
    },
    // `from 10 to 18 of 24. Bus: from level 1 to level 4`: where everything began and where it is.
    {
      weight: 5,
      text: /(?:\bfrom (?:\w+ )?\d+%?|\d+%) to (?:\w+ )?\d+[\s\S]*(?:\bfrom (?:\w+ )?\d+%?|\d+%) to (?:\w+ )?\d+/i,
    },
    {
      weight: 8,
      head: /\bhow [A-Z]?\w+ (?:\w+ )?is doing\b|\b(?:start|baseline|was|fall)\b.{0,60}\b(?:this (?:qtr|quarter|period|term)|now|current(?:ly)?|latest)\b.{0,40}\b(?:goal|target|rating)\b/i,
    },
    {
      weight: 3,
      text: /\b[A-Z]{1,2} ?= ?(?:progressing|making|mastered|met|sufficient)|\brating\b|\bwill likely meet\b|\blast q(?:tr|uarter)\b/i,
    },
  ],
};
