/** The plan itself: present levels, goals, services. It promises; it does not measure. */
import type { EvidenceType } from '../evidence-type.ts';

export const iep: EvidenceType = {
  type: 'iep',
  name: 'IEP',
  yields: 'none',
  logsServices: false,
  cues: [
    {
      weight: 12,
      head: /\bindividuali[sz]ed educational? (?:program|plan)\b|\bindividual education plan\b|\bprograma de educaci[oó]n individualizada\b/i,
    },
    {
      weight: 9,
      head: /\bpresent levels?\b|\bplaafp\b|\bplop\b|\bsection 504\b|\b504 (?:accommodation )?plan\b|\bmeasurable annual goals?\b/i,
    },
    {
      weight: 6,
      head: /\b(?:iep|ard|annual review)(?:\/iep)? (?:team )?(?:meeting|mtg)\b|\bmeeting date\b|\biep at a glance\b|\biep -|\biep amendment\b/i,
    },
    {
      weight: 4,
      text: /\bannual goals?\b|\bschedule of services\b|\bspecial education and related services\b|\bannual review due\b|\bleast restrictive\b|\bextended school year\b/i,
    },
    { weight: -9, head: /\bprogress reports?\b|\bprogress (?:toward|on)\b|\bevaluation report\b/i },
  ],
};
