/** A teacher's note in running text: what was seen, sometimes with counts. */
import type { EvidenceType } from '../evidence-type.ts';

export const anecdotalNote: EvidenceType = {
  type: 'anecdotal_note',
  name: 'Anecdotal note',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 5, head: /\banecdot\w*\b/i },
    {
      weight: 4,
      head: /\bobs(?:ervation|erved)?\b|\b(?:teacher|para|staff|field|class|quick|running|case|session) notes?\b|\bnotes? (?:to|for|from) (?:file|cm|case manager|self)\b/i,
    },
    { weight: 5, when: (f) => f.proseShare > 0.6 && f.dayHeaders === 0 && f.markRows === 0 },
    { weight: 2.5, when: (f) => f.proseShare > 0.4 && f.dayHeaders === 0 },
    { weight: 1, when: (f) => f.sentences >= 3 },
    { weight: 2.5, when: (f) => f.startsWithDate && f.dayHeaders === 0 && f.numberedItems < 4 },
    { weight: -4, head: /\b(?:rubric|log|report|form|evaluation|program|record)\b/i },
  ],
};
