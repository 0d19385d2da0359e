/** A running record: a text at a level read aloud, errors and self-corrections marked, a level decided. */
import type { EvidenceType } from '../evidence-type.ts';

export const runningRecord: EvidenceType = {
  type: 'running_record',
  name: 'Running record',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 11, head: /\brunning[- ]record|\bregistro de lectura\b/i },
    {
      weight: 5,
      head: /\boral reading record\b|\breading (?:level|inventory|conference|assessment)\b|\bguided reading\b.*\blevel\b|\bbenchmark (?:book|text)\b|\bmiscue analysis\b|\bleveled (?:text|book|reading)\b|\b(?:dra2?|f ?& ?p|bas|irla|rigby)\b|\brr\b/i,
    },
    { weight: 3, text: /\b(?:RW|running words)\b/ },
    { weight: 2, text: /\b(?:self[- ]?corrections?|sc)(?: rate| ratio)?\b ?:?\d|\b1:\d+\b|\berror rate\b/i },
    {
      weight: 4,
      text: /\b(?:instructional|independent|frustration(?:al)?|hard|easy)\b.{0,20}\b(?:level|lvl)\b|\b(?:level|lvl)\b.{0,60}\b(?:instructional|independent|frustration|easy|hard|just right)/i,
    },
    { weight: 3, text: /\b(?:level|lvl|nivel)\.? ?:? ?[A-Z]\b[\s\S]*\b(?:accuracy|acc|errors?|err|miscues)\b/i },
    {
      weight: -9,
      head: /\bprogress report\b|\bemail\b|\bsubject:|\bindividuali[sz]ed\b|\bannual goals?\b|\bpresent levels?\b|\bdear\b|\bservice log\b/i,
    },
    { weight: 11, when: (f) => f.judgesText && f.proseShare < 0.4 },
    { weight: 4, head: /\blevel(?:l?ing|ed) (?:check|record|sheet|assessment|conference)s?\b|\breading levels?\b/i },
    { weight: 3, when: (f) => f.goals.has('reading_level') && f.proseShare < 0.4 },
    { weight: -4, when: (f) => f.restated >= 2 },
    {
      weight: 4,
      text: /\blevel [A-Z]\b[\s\S]*\b(?:err(?:or)?s?|sc|miscues)\b|\b\d+ (?:words|wds|RW)\b[\s\S]*\b(?:errors?|err)\b[\s\S]*\b(?:sc|self-corr|9\d(?:\.\d)? ?%)/i,
    },
  ],
};
