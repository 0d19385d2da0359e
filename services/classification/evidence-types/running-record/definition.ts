/** A running record: a text at a level read aloud, errors and self-corrections marked, a level decided. */
import type { EvidenceType } from '../evidence-type.ts';

export const runningRecord: EvidenceType = {
  type: 'running_record',
  name: 'Running record',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 10, head: /\brunning[- ]record/i },
    {
      weight: 4,
      head: /\breading (?:level|inventory)\b|\bguided reading\b.*\blevel\b|\bbenchmark (?:book|assessment)\b|\bmiscue analysis\b|\b(?:dra|f ?& ?p|irla)\b/i,
    },
    { weight: 3, text: /\b(?:RW|running words)\b/ },
    { weight: 3, text: /\bself[- ]?corrections?\b|\bSC(?: rate| ratio)?\b ?:?\d|\b1:\d+\b/ },
    {
      weight: 3,
      text: /\b(?:instructional|independent|frustration(?:al)?|hard)\b.{0,20}\b(?:level|lvl)\b|\b(?:level|lvl)\b.{0,20}\b(?:instructional|independent|frustration)/i,
    },
    { weight: 2, text: /\b(?:level|lvl)\.? ?:? ?[A-Z]\b[\s\S]*\b(?:accuracy|acc)\b/i },
  ],
};
