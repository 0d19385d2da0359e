/** A rubric or rating scale: traits with points, or a total of points. */
import type { EvidenceType } from '../evidence-type.ts';

export const rubric: EvidenceType = {
  type: 'rubric',
  name: 'Rubric',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 10, head: /\brubrics?\b|\br[uú]brica\b/i },
    { weight: 2, title: /\brubric\b/i },
    {
      weight: 7,
      head: /\b(?:rating (?:scale|form|sheet)|scoring (?:guide|sheet)|score ?card|trait scores?|6 ?\+ ?1 traits?|skills? rating)\b/i,
    },
    {
      weight: 3,
      text: /\beach (?:trait|item|row|area|skill) (?:is )?(?:scored |worth )?\d ?(?:-|to) ?\d|\bpts?\.? (?:per|each) row|\b0 ?=? ?not yet\b|\b(?:scored?|rated) \d ?(?:-|to) ?\d\b|\brows? x \d|\b\d ?(?:-|to) ?\d (?:each|per)\b|\b\d to \d each\b/i,
    },
    { weight: 3, text: /\btraits?\b[\s\S]*\b(?:organization|conventions|ideas|voice)\b/i },
    { weight: 1.5, when: (f) => f.goals.has('rubric') && f.proseShare < 0.4 },
    { weight: 6, head: /\bchecklist\b.{0,12}\(?\d{1,2} ?(?:pts|points)|\bscoring checklist\b/i },
    { weight: 6, when: (f) => f.ratedTraits >= 3 && f.hasSum && f.proseShare < 0.4 },
    { weight: 2.5, when: (f) => f.ratedTraits >= 4 && f.goals.has('rubric') },
    {
      weight: 5,
      head: /\bscor(?:e|ing) (?:sheet|form|sheets|guide)\b|\b(?:\d ?)?(?:pts|points) (?:a|per|each) row\b|\b0 ?= ?no\b|\bpeer\b.{0,16}\bteacher\b|\bself\b\s+\bteacher\b/i,
    },
    // Three traits or more, each out of the same few points.
    { weight: 6, text: /^[^\n\d]{3,40}\s\d(?:\.5)?\/([3-6])[ \t]*(?:\n[^\n\d]{3,40}\s\d(?:\.5)?\/\1[ \t]*){2,}$/m },
    // Points of rows that come to their total: on a page that says what each row is worth, or about a goal of a rubric.
    {
      weight: 7,
      when: (f) =>
        f.addsUpRatings &&
        f.proseShare < 0.4 &&
        (f.goals.has('rubric') || /\b0 ?(?:-|to) ?[3-6]\b|\b\d{1,2} possible\b|\brating\b/i.test(f.head)),
    },
    { weight: 4, text: /\bscores? \([0-4] ?(?:-|to) ?[3-6]\)/i },
  ],
};
