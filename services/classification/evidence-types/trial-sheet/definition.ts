/** Trial-by-trial data: plus and minus, steps of a task analysis, prompt levels, opportunities. */
import type { EvidenceType } from '../evidence-type.ts';

export const trialSheet: EvidenceType = {
  type: 'trial_sheet',
  name: 'Trial sheet',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 7,
      head: /\btrials?(?: data)?(?: sheet| record| log| by trial)?\b|\bdiscrete trial|\bdtt\b|\btask analysis\b|\bstep analysis\b|\bprobe sheet\b/i,
    },
    {
      weight: 5,
      head: /\b(?:data sheet|data collection|data form|session data|therapy data|skill data|goal data|daily data|probe data|data log|data card|drill)\b/i,
    },
    { weight: 3.5, head: /\bdata\b|\bdatos\b/i },
    {
      weight: 4,
      head: /\b(?:articulation|artic|speech|language|aac|device|decoding|directions|comprehension|adaptive|life skills|self[- ]help|fine motor|gross motor|community[- ]based|pt|ot|slp|pragmatics?|pronouns?)\b.{0,30}\b(?:data|session|drill|check|practice|probe|trials?|therapy)\b/i,
    },
    {
      weight: 3,
      head: /\b(?:speech|therapy|session|therapist|greetings?|requests?|mands?|hand ?washing|tooth ?brushing|dressing|toileting steps|purchase|routine|steps|prompt levels?|opportunities)\b/i,
    },
    {
      weight: 3,
      text: /(?:^|\s)[+✓CIV] ?= ?\w|\bkey\b.{0,12}[+✓IVGPC]|(?:^|\s)\+ (?:correct|independent|indep|right|read|yes|response)/im,
    },
    {
      weight: 3,
      text: /\b(?:steps? (?:done )?(?:independent|indep|correct|alone)|independent steps|prompt(?:s|ing)? (?:level|used|hierarchy|key)|opportunit(?:y|ies)|opps|cues? given|\d+ (?:verbal|gesture|physical) prompts?)\b/i,
    },
    // What an adult asked beside what came of it.
    {
      weight: 6,
      head: /\b(?:asked(?: for)?|said|shown|shows?|given|told|held up)\s{2,}(?:s?he|they) (?:gave|said|showed|put|picked|handed|pointed)\b/i,
    },
    { weight: 5, when: (f) => f.explainedMarks >= 4 && f.proseShare < 0.4 },
    { weight: 6, when: (f) => f.countsRight },
    {
      weight: 7,
      text: /\b(?:spontaneous|unprompted|independent|indep|alone|on (?:(?:her|his) )?own)\s{2,}[^\n]{0,24}\b(?:after|with|w\/|prompt(?:ed)?|model\w*|cued?|help\w*)\b/i,
    },
    { weight: 4, when: (f) => f.markRows >= 1 && f.sentences < 8 && f.numberedItems < 4 },
    { weight: 2, when: (f) => f.ratios >= 3 && f.dayHeaders > 0 },
    { weight: 2.5, when: (f) => f.ratios >= 3 && f.leadingDays >= 3 },
    { weight: 1.5, when: (f) => f.ratios >= 2 && f.proseShare < 0.4 },
    { weight: 2.5, head: /\/[a-z]{1,3}\/|\bartic(?:ulation)?\b/i },
    {
      weight: 3,
      text: /\b\d ?= ?(?:\w+ ){0,3}(?:independent|alone|(?:on|by) (?:her|him|his) ?(?:self|own)|told|verbal|gesture|physical)/i,
    },
    { weight: -5, head: /\bservice\b.{0,16}\blog\b|\bsession log\b|\bparent\b|\bobservation\b/i },
    { weight: 3, when: (f) => (f.goals.has('speech') || f.goals.has('prompt_level')) && f.proseShare < 0.4 },
    { weight: 1, when: (f) => f.goals.has('academic') && f.proseShare < 0.4 },
    { weight: 4, when: (f) => f.boxes >= 3 },
    { weight: 2, when: (f) => f.itemMarks >= 4 && f.numberedItems < 3 },
    {
      weight: 3,
      text: /\bhand over hand\b|\bhoh\b|\bno response\b|\btrials?:? ?\d|\b(?:\d+|#) ?(?:of )?(?:trials|opps|opportunities)\b|\bverbal reminder\b|\bshadowing\b|\bgesture\b/i,
    },
    {
      weight: 2.5,
      head: /\bquestions\b.{0,30}\(|\bread[- ]aloud\b|\broutine\b|\bpractice (?:data|trials)\b|\bcommands? used\b|\bmaking change\b|\bmatching\b|\bidentification\b/i,
    },
    { weight: -4, when: (f) => f.restated >= 2 },
    // A card of the day with a line for each behavior.
    { weight: -8, when: (f) => f.behaviorRows >= 2 && f.markRows + f.itemMarks < 3 },
    { weight: 3, head: /\btask (?:list|steps|chain)\b|\bsteps?:\b|\bchain(?:ing)?\b/i },
    { weight: 3, when: (f) => f.promptMarks >= 3 },
    { weight: 2.5, when: (f) => f.markRows >= 2 },
    { weight: 3, when: (f) => f.promptMarks >= 2 && f.tallies === 0 },
    { weight: 2.5, head: /\b(?:SLP|OTR?|COTA|PT|DPT|OT|ccc-slp)\b/ },
    { weight: -7, when: (f) => f.readsAsLog },
    {
      weight: 2,
      text: /\b\d+ ?(?:of|out of|\/) ?\d+ ?(?:= ?\d+ ?%|alone|right|correct|indep\w*)|\b(?:no cue|after a cue|with cue|no model|no hand help|not tracked|wrong \/ no answer|no answer)\b/i,
    },
    {
      weight: 2.5,
      text: /\b(?:verbal|gestur\w*|physical|model|visual) (?:prompts?|cues?)\b|\b\d+ (?:purchases|requests|tries|attempts|turns|items|cards|pictures)\b.{0,20}\b\d+ (?:correct|right)\b/i,
    },
    { weight: 2.5, head: /\b(?:obligatory contexts|language sample|contexts|pct|times asked)\b/i },
  ],
};
