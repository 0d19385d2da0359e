/** Curriculum-based measurement: short timed probes of reading, writing or math, one sheet or a record of many. */
import type { EvidenceType } from '../evidence-type.ts';

export const cbmProbe: EvidenceType = {
  type: 'cbm_probe',
  name: 'CBM probe',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 4, head: /\b(?:cbm|orf|lsf|lnf|nwf|psf|dcpm|oral reading fluency|reading fluency|passage fluency)\b/i },
    {
      weight: 4,
      head: /\b(?:letter (?:sound|name|naming)|phoneme segment\w*|nonsense word|math fact|computation|number (?:naming|id\w*)|sight word|fact)s? fluency\b/i,
    },
    { weight: 4, head: /\bprogress[- ]monitoring\b(?!.*report)/i },
    { weight: 3, head: /\bprobes?\b|\bbenchmark screening\b|\bfluency\b/i },
    {
      weight: 4,
      head: /\bcold reads?\b|\bhot reads?\b|\b(?:1|one|2|two|3|three)[- ]min(?:ute)?\b.{0,20}\b(?:read|timed|probe|writ\w+|page)|\btimed\b|\bmad minute\b|\bminute math\b/i,
    },
    {
      weight: 4,
      head: /\bmaze\b|\bcorrect writing sequences\b|\bcws\b|\btotal words written\b|\bcorrect letter sequences\b/i,
    },
    {
      weight: 3,
      text: /\b(?:wcpm|cwpm|wcm|words correct (?:per|\/|in)|correct words per|words read|digits correct|correct digits|letter sounds correct|sounds correct|dc\/min|correct\/min)/i,
    },
    { weight: 1.5, text: /\b(?:errors?|incorrect)\b[\s\S]*\b(?:per|\/) ?min/i },
  ],
};
