/** A rubric or rating scale: traits with points, or a total of points. */
import type { EvidenceType } from '../evidence-type.ts';

export const rubric: EvidenceType = {
  type: 'rubric',
  name: 'Rubric',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 9, head: /\brubric\b/i },
    { weight: 4, head: /\b(?:rating scale|scoring guide|score card|checklist|trait scores?|6 ?\+ ?1 traits?)\b/i },
    {
      weight: 2,
      text: /\beach (?:trait|item|row|area) (?:is )?(?:scored )?\d ?(?:-|to) ?\d|\bpts?\.? (?:per|each) row|\b0 ?=? ?not yet\b|\bscored? \d ?(?:-|to) ?\d\b/i,
    },
    { weight: 3, text: /\btraits?\b[\s\S]*\b(?:organization|conventions|ideas|voice)\b/i },
  ],
};
