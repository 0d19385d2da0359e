/** An evaluation for eligibility: norm-referenced scores, not progress on goals. */
import type { EvidenceType } from '../evidence-type.ts';

export const evaluationReport: EvidenceType = {
  type: 'evaluation_report',
  name: 'Evaluation report',
  yields: 'none',
  logsServices: false,
  cues: [
    {
      weight: 10,
      head: /\b(?:re-?)?(?:evaluation|assessment) (?:report|summary|results|team)\b|\bpsycho-?(?:educational|logical)\b|\b(?:full )?individual evaluation\b|\binitial evaluation\b|\btriennial\b|\bmulti-?disciplinary\b|\beligibility (?:report|determination|evaluation)\b|\binforme de evaluaci[oó]n\b|\bfie\b/i,
    },
    {
      weight: 5,
      head: /\b(?:re-?)?evaluation\b|\bdiagnostic(?:ian)?\b|\bfba\b|\bfunctional behaviou?r(?:al)? assessment\b/i,
    },
    {
      weight: 6,
      text: /\bstandard scores?\b|\bscaled\b|\bpercentiles?(?: rank)?\b|%ile[\s\S]*\b(?:ss|range|raw)\b|\b(?:ss|raw)\b[\s\S]*%ile|\bgrade equiv|\bage equiv|\bconfidence interval\b|\b9[05]% (?:ci|conf)|\bt-scores?\b|\bdomain scores?\b/i,
    },
    {
      weight: 3,
      text: /\bdates? (?:of testing|tested|of assessment)\b|\btest dates?\b|\bc\.a\.|\bchronological age\b|\bevaluator\b|\beligib(?:le|ility)\b|\bmeets criteria\b|\bqualif(?:ies|y)\b|\bbelow average\b/i,
    },
    {
      weight: -6,
      head: /\bprogress report\b|\brunning record\b|\bprogress monitoring\b|\bindividuali[sz]ed education|\bprobe\b/i,
    },
    { weight: 6, when: (f) => f.normColumns >= 2 && f.tableRows >= 2 },
    { weight: 3, when: (f) => f.normColumns >= 3 },
    { weight: 5, head: /\bre-?eval\w*\b|\bexaminer\b|\btested\b|\bassessment report\b|\bwritten up\b|\bdiagnos\w+\b/i },
  ],
};
