/** A teacher's note in running text: what was seen, sometimes with counts. */
import type { EvidenceType } from '../evidence-type.ts';

export const anecdotalNote: EvidenceType = {
  type: 'anecdotal_note',
  name: 'Note',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 6, prose: true, head: /\banecdot\w*\b/i },
    {
      weight: 4.5,
      prose: true,
      head: /\bobs\b|\bobserv(?:ation|ed|ing)s?\b(?!.{0,12}(?:sheet|form|interval|data))|\b(?:teacher|para|staff|field|class|quick|case|session|desk|sticky|post-?it|incident|margin|daily|sub|substitute|aide) notes?\b|\bnotes? (?:to|for|from) (?:file|cm|case manager|self|myself)\b|\bnotes? (?:on|re|about)\b|\bquick note\b|\b(?:job )?site visit\b|\bvoice memo\b|\bjotted\b|\bsticky\b/i,
    },
    { weight: 5, when: (f) => f.proseShare > 0.5 && f.dayHeaders === 0 && f.markRows === 0 },
    { weight: 3.5, when: (f) => f.proseShare > 0.3 && f.dayHeaders === 0 && f.markRows === 0 && f.numberedItems < 4 },
    { weight: 1.5, when: (f) => f.sentences >= 3 && f.proseShare >= 0.2 },
    {
      weight: 2.5,
      when: (f) =>
        f.startsWithDate && f.proseShare >= 0.2 && f.dayHeaders === 0 && f.numberedItems < 4 && f.leadingDays < 3,
    },
    {
      weight: -4,
      prose: true,
      head: /\b(?:rubric|service log|session log|report|form|evaluation|program|running record|data sheet|tally|chart|probe|test|quiz|worksheet)\b/i,
    },
    { weight: 2, when: (f) => f.lines <= 6 && f.proseShare >= 0.2 && f.markRows + f.tallies + f.tableRows === 0 },
    {
      weight: 2.5,
      text: /\b(?:today!+|usually|sat alone|seemed|told me|asked me|when i|i (?:saw|noticed|told|asked|gave|had|think))\b/i,
    },
    {
      weight: 4,
      prose: true,
      head: /\bnote to file\b|\b(?:lunch|recess|class|hallway|playground|math|reading|centers) obs(?:ervation)?\b/i,
    },
    {
      weight: 2.5,
      when: (f) =>
        f.proseShare >= 0.2 &&
        f.sentences >= 1 &&
        f.lines <= 7 &&
        f.tableRows === 0 &&
        f.markRows === 0 &&
        f.numberedItems < 3 &&
        f.tallies === 0 &&
        f.leadingDays < 2 &&
        f.hasFigures,
    },
    { weight: -4, when: (f) => !f.namesStudent },
    { weight: -6, when: (f) => f.readsAsLog || f.readsAsStudentWriting },
    { weight: -3, when: (f) => f.addressed >= 2 },
    {
      weight: -3,
      when: (f) => f.markRows + f.promptMarks >= 2 || f.tallies >= 2 || f.itemMarks >= 4 || f.tableRows >= 3,
    },
    { weight: 7, prose: true, head: /\bobs(?:ervation)?\.? notes?\b|\bnotes? from (?:class|observation)\b/i },
    { weight: 9, prose: true, head: /^\s*to:.*\b(?:file|binder|folder|self|myself|me|records?|notes)\b/im },
  ],
};
