/** Trial-by-trial data: plus and minus, steps of a task analysis, prompt levels, opportunities. */
import type { EvidenceType } from '../evidence-type.ts';

export const trialSheet: EvidenceType = {
  type: 'trial_sheet',
  name: 'Trial data sheet',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 6,
      head: /\btrial(?: data)?(?: sheet| record| log)?\b|\bdiscrete trial|\bdtt\b|\btask analysis\b|\bstep analysis\b/i,
    },
    {
      weight: 4,
      head: /\b(?:data sheet|data collection|data form|session data|therapy data|skill data|goal data|daily data|probe data)\b/i,
    },
    { weight: 3, head: /\bdata\b/i },
    {
      weight: 4,
      head: /\b(?:articulation|speech|language|aac|decoding|directions|comprehension|adaptive|life skills|self[- ]help|fine motor|gross motor|community[- ]based)\b.{0,30}\bdata\b/i,
    },
    {
      weight: 3,
      text: /(?:^|\s)[+✓CIV] ?= ?\w|\bkey\b.{0,12}[+✓IVGPC]|(?:^|\s)\+ (?:correct|independent|indep|right|read|yes|response)/im,
    },
    {
      weight: 3,
      text: /\b(?:steps? (?:independent|indep|correct)|independent steps|prompt(?:s|ing)? (?:level|used|hierarchy|key)|opportunit(?:y|ies)|opps)\b/i,
    },
    { weight: 3, when: (f) => f.markRows >= 1 && f.sentences < 8 },
    { weight: 1.5, when: (f) => f.ratios >= 4 && f.dayHeaders > 0 },
    { weight: 2, when: (f) => f.ratios >= 4 && f.leadingDays >= 3 },
    { weight: 2, head: /\/[a-z]{1,3}\/|\bartic(?:ulation)?\b/i },
  ],
};
