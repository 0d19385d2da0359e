/** The plan itself: present levels, goals, services. It promises; it does not measure. */
import type { EvidenceType } from '../evidence-type.ts';

export const iep: EvidenceType = {
  type: 'iep',
  name: 'IEP',
  yields: 'none',
  logsServices: false,
  cues: [
    {
      weight: 13,
      head: /\bindividuali[sz]ed education(?:al)? (?:program|plan)\b|\bindividual education(?:al)? (?:plan|program)\b|\b(?:programa|plan) (?:de educaci[oó]n|educativo) individual\w*\b/i,
    },
    {
      weight: 9,
      head: /\bpresent levels?\b|\bplaafp\b|\bplop\b|\bsection 504\b|\b504 (?:accommodation )?plan\b|\bmeasurable annual goals?\b|\bspecially designed instruction (?:and|page)\b|\bstatement of (?:services|special education)\b/i,
    },
    {
      weight: 6,
      head: /\b(?:iep|ard|annual review|annual iep)(?:\/iep)? (?:team )?(?:meeting|mtg|page|goals|goal page|services|draft|amendment)\b|\bmeeting date\b|\biep at a glance\b|\biep -|\bannual goals?\b/i,
    },
    {
      weight: 4,
      text: /\bannual goals?\b|\bschedule of services\b|\bspecial education and related services\b|\bannual review due\b|\bleast restrictive\b|\bextended school year\b|\baccommodations:\b|\bshort-term objectives\b|\bgoals? and (?:objectives|services)\b/i,
    },
    { weight: 2, text: /\bby (?:\d{1,2}\/\d{1,2}\/\d{2,4}|\w+ \d{4}),? .{0,40}\bwill\b/i },
    {
      weight: -10,
      head: /\bprogress reports?\b|\bprogress (?:toward|on|update|summary)\b|\b(?:iep|goal) progress\b|\bevaluation report\b|\bminutes log\b|\bservice log\b|\bdata sheet\b|\bprobe\b/i,
    },
    // In a table of days the small numbers of a plan turn up by chance.
    { weight: 6, when: (f) => f.restated >= 2 && !(f.dayHeaders > 0 && f.valueRows >= 2) },
    {
      weight: 3,
      when: (f) =>
        f.restated === 1 &&
        f.lines >= 6 &&
        f.tableRows + f.markRows + f.tallies === 0 &&
        /\b(?:baseline|present|annual|plan)\b/i.test(f.text),
    },
    {
      weight: 3,
      text: /\b(?:min(?:utes)?|mins)\b ?(?:\/|per|a|each) ?(?:wk|week|month|mo)\b[\s\S]*\b(?:location|provider|frequency|special education|general education|setting)\b|\bplacement\b|\bparticipation\b.{0,30}\bgeneral education\b/i,
    },
    {
      weight: 4,
      head: /\bgoals?\s*(?:#|no\.?)?\s*\d? ?(?:of \d)?\b.{0,40}\bbaseline\b|\bplan (?:date|start|period|year)\b|\bduration of (?:this )?(?:iep|plan|services)\b|\bannual plan\b|\btransition plan\b|\bservice plan\b|\bpresent level\b/i,
    },
    {
      weight: 8,
      head: /\b(?:ard|iep) (?:date|meeting|mtg|team|committee)\b|\biep (?:notes|minutes|draft|summary)\b|\bmeeting notes\b/i,
    },
    { weight: 6, text: /^\W*goal(?:s)? ?#? ?\d\b.*\bwill\b/im },
    {
      weight: 3,
      text: /\bmeasured by\b|\bagreed services\b|\bnext (?:yr|year)\b|\bservices\b[\s\S]{0,80}\bmin(?:utes)?\s?(?:\/|per|a) ?(?:wk|week)/i,
    },
  ],
};
