/** A log of services as delivered: date, minutes, delivered or not and why. */
import type { EvidenceType } from '../evidence-type.ts';

export const serviceLog: EvidenceType = {
  type: 'service_log',
  name: 'Service log',
  yields: 'results',
  logsServices: true,
  cues: [
    {
      weight: 9,
      head: /\b(?:services?(?: delivery)?|therapy|treatment|session|coaching|counseling|intervention|provider|minutes|ot|pt|slp|sdi|sai|speech|push[- ]in|pull[- ]out|related services?|contact|resource|consult(?:ation)?|support)\b(?: \w+){0,3} (?:log|logs|record of minutes|minutes log|time log|service record|delivery record|tracking|attendance log)\b/i,
    },
    {
      weight: 6,
      head: /\battendance\b.{0,12}\bminutes\b|\bminutes\b.{0,12}\b(?:log|record|tracker|delivered|provided)\b|\bservice (?:delivery|minutes|record|documentation|tracker|calendar)\b/i,
    },
    {
      weight: 5,
      text: /\bmin(?:ute)?s?\.? (?:delivered|provided|served|given)|\bdelivered \(?min|\bnot delivered\b|\bsession (?:min|length)\b/i,
    },
    {
      weight: 3,
      text: /\bi certify\b|\bprovider signature\b|\bcoach signature\b|\btherapist signature\b|\bcpt\b ?\d|\bmedicaid\b/i,
    },
    {
      weight: 3,
      text: /\b(?:iep|promised|required|owed) ?(?:minutes|min|mins)\b|\bmin(?:utes)?\b.{0,12}\b(?:per week|\/ ?wk|\/ ?week|per month|\/ ?mo)/i,
    },
    { weight: 1.5, text: /\bmake-?ups?\b/i },
    { weight: -8, head: /\b(?:parent|family|home|phone)\b.{0,12}\b(?:contact|communication|call)?\s*log\b/i },
    { weight: -6, head: /\b(?:bell )?schedule\b|\broom use\b|\bindividuali[sz]ed education|\bprogress report\b/i },
  ],
};
