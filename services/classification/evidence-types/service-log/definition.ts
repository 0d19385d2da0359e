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
      head: /\b(?:services?(?: delivery)?|therapy|treatment|session|coach(?:ing)?|counseling|intervention|provider|minutes|ot|pt|slp|sdi|sai|speech|push[- ]in|pull[- ]out|related services?|contact|resource(?: room)?|consult(?:ation)?|support|group|instruction)\b(?: \w+){0,3} (?:log|logs|record|minutes log|time log|service record|delivery record|tracking|attendance log|contact minutes|contact log|notes? log)\b/i,
    },
    {
      weight: 7,
      head: /\battendance\b.{0,12}\bminutes\b|\bminutes\b.{0,12}\b(?:log|record|tracker|delivered|provided)\b|\bcontact minutes\b|\bservice (?:delivery|minutes|record|documentation|tracker|calendar|time)\b|\brecord of (?:sessions|services?|minutes)\b|\b(?:treatment|therapy|session) notes\b|\bregistro de servicios?\b/i,
    },
    {
      weight: 5,
      text: /\bmin(?:ute)?s?\.? (?:delivered|provided|served|given)|\bdelivered \(?min|\bnot delivered\b|\bsession (?:min|length)\b|\bunits ?\/ ?min\b|\bd ?=? ?delivered\b/i,
    },
    {
      weight: 3,
      text: /\bi certify\b|\b(?:provider|coach|therapist|clinician|counselor) signature\b|\bcpt\b ?\d|\bmedicaid\b|\bdate of service\b|\bdos\b/i,
    },
    {
      weight: 3,
      text: /\b(?:iep|promised|required|owed) ?(?:minutes|min|mins)\b|\bmin(?:utes)?\b.{0,12}\b(?:per week|\/ ?wk|\/ ?week|per month|\/ ?mo|weekly|monthly|a week|a month)/i,
    },
    { weight: 1.5, text: /\bmake-?ups?\b|\bmade up\b/i },
    { weight: 5, when: (f) => f.sessionRows >= 2 && f.sessionWords >= 3 },
    { weight: 2.5, when: (f) => f.sessionRows >= 3 && f.sessionWords >= 1 },
    { weight: -9, head: /\b(?:parent|family|home|phone)\b.{0,12}\b(?:contact|communication|call)?\s*log\b/i },
    {
      weight: -7,
      head: /\b(?:bell |daily )?schedule\b|\broom use\b|\bindividuali[sz]ed education|\bprogress report\b|\bbehaviou?r (?:chart|log|data)|\btally\b|\babc\b|\brunning record\b/i,
    },
    {
      weight: 5,
      head: /\b(?:resource|service|session|therapy|speech|counseling|ot|pt|instruction(?:al)?|contact) (?:minutes|notes|record|contact notes)\b|\bservice record\b|\bcontact notes\b/i,
    },
    {
      weight: 3,
      when: (f) => f.dayHeaders > 0 && f.countRows >= 2 && /\bminutes\b|\bmin\b/i.test(f.head) && f.sessionWords >= 1,
    },
    {
      weight: 8,
      head: /\b(?:speech|ot|pt|therapy|counseling|group|resource|intervention|service)(?: \w+){0,2} attendance\b|\battendance\b.{0,30}\b(?:slp|ot|pt|therapist|provider)\b/i,
    },
    // Columns of when it began, when it ended and how long it was, in lengths that sessions have.
    { weight: 6, when: (f) => f.readsAsLog && f.sessionRows >= 3 && /\bin\s{2,}out\s{2,}min/i.test(f.head) },
    { weight: 4, text: /\bP = present\b|\bA = absent\b|\bP present\b|\bA absent\b/ },
    { weight: 7, when: (f) => f.readsAsLog },
    { weight: -5, when: (f) => !f.readsAsLog && f.sessionRows < 2 && f.restated > 0 },
    { weight: -3, when: (f) => !f.readsAsLog && f.sessionRows === 0 && f.sessionWords <= 1 },
    { weight: 4, when: (f) => f.readsAsLog && f.ratios <= 1 && f.markRows === 0 },
    {
      weight: 4,
      head: /\b(?:time ?(?:card|sheet)|sign-?in (?:sheet|card)?|sessions|minutes by \w+|caseload,? week|(?:slp|ot|pt|sai|sdi) (?:time|log|notes|week)|card)\b/i,
    },
  ],
};
