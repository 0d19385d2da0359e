/** What a student made: a worksheet, a test, a page of writing, with or without marks. */
import type { EvidenceType } from '../evidence-type.ts';

export const workSample: EvidenceType = {
  type: 'work_sample',
  name: 'Work sample',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 7,
      head: /\bstudent work\b|\bwork ?samples?\b|\b(?:handwriting|writing|drawing) (?:work ?)?samples?\b|\bcopy from (?:the )?board\b/i,
    },
    {
      weight: 6,
      head: /\b(?:work ?sheet|classwork|class work|homework (?:page|sheet|packet)|hw\b|packet|workbook|practice (?:page|sheet|set)|do[- ]now|warm[- ]?up|independent practice|morning work|seat ?work|journal (?:entry|page)|hoja de trabajo|tarea)\b/i,
    },
    {
      weight: 7,
      head: /\b(?:spelling|vocabulary|unit|chapter|math|science|weekly|dictation|friday|vocab)\s+(?:words )?(?:test|quiz|check|list)\b|\bquiz\b|\btest\b(?!s? (?:date|score|ed))|\bprueba\b|\bexamen\b/i,
    },
    {
      weight: 3.5,
      head: /(?:^|\n|\s{2,})\W*(?:\d+[.)] ?)?(?:directions?:? ?)?(?:solve|answer|write|circle|complete|find|count|read|trace|cut|match|fill in|add|subtract|multiply|divide|simplify|draw|show|underline)\b.{0,40}(?:[.!:]|\b(?:each|the|all|these|every)\b)/i,
    },
    { weight: 4, when: (f) => f.numberedItems >= 4 && f.itemMarks >= 4 },
    { weight: 3, when: (f) => f.equations >= 4 },
    { weight: 1.5, when: (f) => f.numberedItems >= 4 },
    { weight: 2, head: /\b(?:pg?|page|pp)\.? ?\d{1,3}\b(?! ?of)|\bname[:_ ]{1,3}(?:[A-Z]|_)/ },
    {
      weight: 5,
      head: /\b(?:reading|math|science|spelling|writing|language|phonics|social studies|ela|grammar|vocab(?:ulary)?)\s+(?:workbook |packet |book )?(?:pages?|pg|pp?)\b\.? ?\d|^\W*my [a-z]+(?: [a-z]+)?(?: {2}|\n|$)/i,
    },
    { weight: 4, when: (f) => f.tickedAnswers >= 4 },
    { weight: -4, title: /\bobservation\b|\blog\b|\breport\b|\bprogress\b/i },
    {
      weight: 1.5,
      when: (f) => (f.goals.has('academic') || f.goals.has('score')) && f.numberedItems + f.equations >= 4,
    },
    { weight: 3, when: (f) => f.itemMarks >= 3 && f.equations >= 3 },
    { weight: 10, when: (f) => f.readsAsStudentWriting },
    { weight: 4, when: (f) => f.equations >= 3 && f.itemMarks >= 3 },
    {
      weight: 4,
      head: /\b(?:sentence copy|copying|essay|story|paragraph|journal|application|worksheet|sheet \d|set [A-Z\d]\b|copy #?\d)\b/i,
    },
    {
      weight: 3,
      head: /\bshow your (?:work|regrouping|thinking|steps)\b|\bmake change\b|\btake away\b|\bodds?\b.{0,8}\b(?:page|only)\b/i,
    },
    // A short paper about a subject, with nothing on it but what came of it.
    {
      weight: 3.5,
      when: (f) =>
        f.goals.has('academic') &&
        f.hasFigures &&
        f.lines <= 9 &&
        f.ratios <= 4 &&
        f.proseShare < 0.3 &&
        f.dayHeaders === 0 &&
        f.leadingDays < 2 &&
        f.markRows === 0 &&
        f.explainedMarks === 0,
    },
    { weight: 3, head: /\b(?:math|science|chapter|unit) review\b|\bitem analysis\b/i },
    {
      weight: 5,
      head: /\s{2,}(?:student|[A-Z][a-z]+|s?he|they|i) (?:wrote|answered|put|said)(?:\s{2,}|\n|$)|\b(?:her|his|your|my|student'?s?) answers?(?:\s{2,}|\n|$)/,
    },
  ],
};
