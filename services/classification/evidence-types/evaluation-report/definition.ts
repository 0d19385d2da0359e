/** An evaluation for eligibility: norm-referenced scores, not progress on goals. */
import type { EvidenceType } from '../evidence-type.ts';

export const evaluationReport: EvidenceType = {
  type: 'evaluation_report',
  name: 'Evaluation report',
  yields: 'none',
  logsServices: false,
  cues: [
    {
      weight: 9,
      head: /\b(?:evaluation|assessment|reevaluation|re-evaluation) (?:report|summary)\b|\bpsycho-?educational\b|\b(?:full )?individual evaluation\b|\binitial evaluation\b|\btriennial\b|\bmultidisciplinary\b/i,
    },
    { weight: 4, head: /\bevaluation\b|\breevaluation\b|\bdiagnostic(?:ian)?\b/i },
    {
      weight: 5,
      text: /\bstandard scores?\b|\bscaled\b|\bpercentiles?\b|%ile|\bgrade equiv|\bage equiv|\bconfidence interval\b|\b9[05]% (?:ci|conf)/i,
    },
    {
      weight: 3,
      text: /\bdates? (?:of testing|tested)\b|\btest dates?\b|\bc\.a\.|\bevaluator\b|\beligib(?:le|ility)\b|\bmeets criteria\b|\bqualif(?:ies|y)\b/i,
    },
    {
      weight: -5,
      head: /\bprogress report\b|\brunning record\b|\bprogress monitoring\b|\bindividuali[sz]ed education/i,
    },
  ],
};
