/** Curriculum-based measurement: short timed probes of reading, writing or math, one sheet or a record of many. */
import type { EvidenceType } from '../evidence-type.ts';

export const cbmProbe: EvidenceType = {
  type: 'cbm_probe',
  name: 'Reading or math probe',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 6,
      head: /\b(?:r-?cbm|m-?cbm|cbm|orf|lsf|lnf|nwf|psf|dcpm|m-?comp|dibels|aimsweb|acadience|easycbm|fastbridge)\b/i,
    },
    {
      weight: 6,
      head: /\b(?:oral reading|reading|passage|letter[- ](?:sound|name|naming)|phoneme segment\w*|nonsense word|math|math fact|computation|number (?:naming|id\w*)|sight word|word|fact|writing|retell|lectura)s? fluen(?:cy|te)\b|\bfluency (?:check|probe|test|record|graph|sheet|data|friday|passages?)\b|\bfluidez\b/i,
    },
    {
      weight: 5,
      head: /\bprogress[- ]monitoring\b(?!.{0,20}\breport)|\bbenchmark (?:screening|assessment|window|probe)\b/i,
    },
    { weight: 4, head: /\bprobes?\b(?! sheet -)|\bfluency\b/i },
    {
      weight: 4.5,
      head: /\b(?:cold|hot|timed|one[- ]minute|1[- ]min(?:ute)?)\.? (?:reads?|reading|oral|timing|writing|probe)|\b(?:basic |math |multiplication |addition |subtraction |division )?facts? (?:timing|sprint|drill|test|check|page)s?\b|\btimings?\b|\bmad minute\b|\bminute math\b|\b(?:in )?(?:60 seconds|(?:1|one|2|two|3|three)[- ]?min(?:ute)?s?)\b.{0,14}\b(?:timed|each|probe|read|test|writ\w*)?/i,
    },
    {
      weight: 5,
      head: /\bmaze\b|\bcorrect (?:writing|word|letter) sequences\b|\bcws\b|\bcls\b|\btww\b|\btotal words written\b|\bstory starter\b|\bmissing number\b|\bquantity discrimination\b|\boral counting\b/i,
    },
    {
      weight: 3.5,
      text: /\b(?:wcpm|cwpm|wcm|wpm|words (?:read )?(?:correct|right)(?:ly)? ?(?:per|\/|in)?|correct words|words read|twr|wrc|digits (?:correct|right)|correct digits|(?:letter )?sounds correct|dc\/min|correct\/min|correct replacements|words right|palabras correctas)\b/i,
    },
    { weight: 2, text: /\b(?:errors?|err|incorrect|miscues)\b[\s\S]*\b(?:per|\/|in|a|one|1) ?min/i },
    {
      weight: 2.5,
      head: /\b(?:letter|number|sight word|word) (?:names?|sounds?|id|identification|flash|list|ring|check|cards?)\b.{0,16}(?:\(?untimed\)?|timed|check)?/i,
    },
    { weight: 3, when: (f) => f.goals.has('rate') && f.proseShare < 0.4 },
    { weight: 1.5, when: (f) => f.goals.has('score') && f.proseShare < 0.4 && f.numberedItems < 4 },
    { weight: 3, text: /\bwrc\b|\bdc\b ?:|\bwcpm\b|\bgoal line\b/i },
    { weight: 4, head: /\bsprint\b|\b(?:division|addition|subtraction|multiplication|math) facts\b/i },
    { weight: -4, when: (f) => f.restated >= 2 },
    {
      weight: 3,
      text: /\b(?:in (?:the|one|a|1) min(?:ute)?|(?:1|one)[ -]min(?:ute)?\b|correct ?\/ ?min|words? (?:read )?in 1 min|last word|wrong words|correct words)\b/i,
    },
    { weight: -8, when: (f) => f.restated >= 2 },
    {
      weight: -8,
      title:
        /\b(?:(?:iep|ard) (?:meeting|date|team|notes)|meeting|conference|timetable|schedule|folder|report|evaluation)\b/i,
    },
    { weight: -4, when: (f) => f.readsAsLog && f.ratios === 0 && !f.goals.has('rate') },
    { weight: -5, when: (f) => f.goals.has('behavior') && !f.goals.has('rate') },
  ],
};
