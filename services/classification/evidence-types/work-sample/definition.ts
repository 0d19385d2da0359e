/** What a student made: a worksheet, a test, a page of writing, with or without marks. */
import type { EvidenceType } from '../evidence-type.ts';

export const workSample: EvidenceType = {
  type: 'work_sample',
  name: 'Work sample',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 6, head: /\bstudent work\b|\bwork ?samples?\b|\bwriting sample\b/i },
    {
      weight: 5,
      head: /\b(?:worksheet|classwork|class work|homework|hw|packet|workbook|practice (?:page|sheet)|do[- ]now|warm[- ]?up|independent practice|morning work|journal entry)\b/i,
    },
    {
      weight: 4,
      head: /\b(?:spelling|vocabulary|unit|chapter|math|science|weekly|dictation)\s+(?:words )?(?:test|quiz|check)\b|\bquiz\b|\btest\b(?! (?:date|score))/i,
    },
    {
      weight: 3,
      head: /\b(?:solve|answer|write|circle|complete|find|count|read|trace|cut|name|match|fill in|add|subtract|multiply|simplify)\b.{0,20}\b(?:each|the|all|these|every)\b/i,
    },
    { weight: 3, when: (f) => f.numberedItems >= 5 && f.itemMarks >= 4 },
    { weight: 1, when: (f) => f.numberedItems >= 4 },
  ],
};
