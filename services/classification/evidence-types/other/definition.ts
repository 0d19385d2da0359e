/** Papers of a school that are no evidence of a goal: forms, schedules, notices. */
import type { EvidenceType } from '../evidence-type.ts';

export const other: EvidenceType = {
  type: 'other',
  name: 'Other',
  yields: 'none',
  logsServices: false,
  cues: [
    { weight: 3.5, when: () => true },
    {
      weight: 10,
      title:
        /\bpermission (?:form|slip)\b|\bfield trip\b|\bconsent\b|\brelease of (?:information|records)\b|\bprior written notice\b|\bprocedural safeguards\b/i,
    },
    {
      weight: 11,
      title:
        /\b(?:bell|lunch|bus|class|testing|daily|master|room) schedule\b|\bschedule\b.{0,24}\b(?:room|effective)\b|\broom use\b|\bcalendar\b|\bmenu\b|\broster\b|\bseating chart\b|\bsupply list\b/i,
    },
    {
      weight: 10,
      title:
        /\bmedication\b|\bhealth (?:services|form|plan|history)\b|\bimmunization\b|\bemergency (?:card|contact|form)\b|\benrollment\b|\bregistration\b|\btransportation (?:form|request)\b|\bnurse\b/i,
    },
    {
      weight: 8,
      title:
        /\bnewsletter\b|\binvitation\b|\bflyer\b|\bagenda\b|\bminutes of\b|\border form\b|\binvoice\b|\breceipt\b|\blibrary (?:notice|card)\b|\bpicture day\b|\bbook fair\b|\bfundraiser\b|\blunch (?:account|balance)\b|\btardy policy\b|\bcode of conduct\b|\bdress code\b|\btechnology agreement\b|\bmeeting notice\b|\bnotice of (?:meeting|conference)\b|\bfax cover\b|\btable of contents\b/i,
    },
    { weight: 6, title: /\bauthorization\b|\bnotice\b|\bform\b(?! [a-c]\b)/i },
  ],
};
