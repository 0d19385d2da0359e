/** Papers of a school that are no evidence of a goal: forms, schedules, notices. */
import type { EvidenceType } from '../evidence-type.ts';

export const other: EvidenceType = {
  type: 'other',
  name: 'Other',
  yields: 'unsure',
  logsServices: false,
  cues: [
    { weight: 1, when: () => true },
    { weight: 1.5, when: (f) => f.goals.size === 0 && (f.valueRows < 2 || !f.namesStudent) },
    {
      weight: 10,
      title:
        /\bpermission (?:form|slip)\b|\bfield trip\b|\bconsent\b|\brelease of (?:information|records)\b|\bprior written notice\b|\bprocedural safeguards\b|\bpermiso\b|\bwaiver\b/i,
    },
    {
      weight: 11,
      title:
        /\b(?:bell|lunch|bus|class|testing|daily|master|room|therapy|service|related services?|conference) schedule\b|\bschedule\b.{0,24}\b(?:room|effective|change)\b|\broom use\b|\bcalendar\b|\bmenu\b|\broster\b|\bseating chart\b|\b(?:supply|packing|reading|book|word) list\b(?! (?:check|test|probe|data|quiz|score|drill|record|trials?|[A-Z]\b|#?\d))|\bhorario\b|\bclass list\b|(?<!\bon |\bon the |\bof )\bschedule\b/i,
    },
    {
      weight: 10,
      title:
        /\bmedication\b|\bhealth (?:services|form|plan|history|office)\b(?! (?:visits?|log|passes)\b)|\bimmunizations?\b|\bemergency (?:card|contact|form)\b|\benrollment\b|\bregistration\b|\btransportation\b|\bnurse\b(?! (?:visits?|log|passes)\b)|\bvision (?:and hearing )?screening\b|\ballerg\w+\b|\bseizure\b/i,
    },
    {
      weight: 9,
      title:
        /\bnewsletter\b|\binvitation\b|\bflyer\b|\bagenda\b|\bmeeting minutes\b|\border form\b|\binvoice\b|\breceipt\b|\blibrary\b|\boverdue\b|\bpicture day\b|\bbook fair\b|\bfundraiser\b|\b(?:lunch|meal) (?:account|balance|form)\b|\btardy policy\b|\bcode of conduct\b|\bdress code\b|\b(?:technology|device|chromebook|laptop) (?:agreement|checkout|loan|form)\b|\bmeeting notice\b|\bnotice of (?:meeting|conference)\b|\bfax (?:cover|transmittal)\b|\btable of contents\b|\blost (?:and|&) found\b|\bequipment (?:request|checkout|loan|list)\b|\binventory\b|\bmaintenance\b|\bwork order\b|\bcertificate\b|\baward\b|\brecipe\b|\blesson plan\b|\bunit plan\b|\bsub(?:stitute)? plans?\b|\bchecklist of (?:forms|documents)\b|\bsign[- ](?:in|up) sheet\b|\bdirections to\b|\binstructions for\b/i,
    },
    {
      weight: 6,
      title:
        /\bauthorization\b|\bnotice\b|\b(?:request|intake|sign-?up|checkout|withdrawal|transfer|information|contact) form\b|\bagreement\b|\bpolicy\b/i,
    },
    {
      weight: 2,
      when: (f) =>
        f.ratios + f.markRows + f.tallies + f.countRows + f.sessionRows === 0 &&
        f.proseShare < 0.3 &&
        (f.valueRows < 2 || !f.namesStudent),
    },
    {
      weight: 10,
      title:
        /\btime ?table\b|\bwho (?:is where|rides)\b|\b(?:health|nurse|hall|library|bathroom)(?: room)? pass\b(?!.*\n\W*(?:left|out)\b)|\bretakes?\b|\border (?:form|envelopes?)\b|\bduty (?:roster|list|schedule)\b|\bbus (?:list|roster|change)\b|\bcarpool\b|\bsign-?up\b|\blocker\b|\bsupplies\b/i,
    },
    {
      weight: 4,
      when: (f) =>
        f.clockRows >= 3 && f.goals.size === 0 && !f.readsAsLog && f.ratios <= 1 && f.markRows + f.tallies === 0,
    },
    {
      weight: 11,
      title:
        /\b(?:route|rotation|itinerary|(?:therapy|service|pull-?out|visit|session|group) times)\b[^\n]*\b(?:posted|effective|starting|starts|spring|fall|winter|summer|semester|trimester|quarter|new)\b/i,
    },
    // Who is where on which day of the week: several people, hours, and no result.
    {
      weight: 5,
      when: (f) =>
        f.students >= 3 &&
        f.leadingDays >= 4 &&
        f.clockRows + f.sessionRows >= 1 &&
        !f.readsAsLog &&
        f.ratios + f.markRows + f.tallies + f.countRows === 0,
    },
    { weight: 3, when: (f) => !f.namesStudent && f.ratios + f.markRows + f.tallies + f.itemMarks + f.countRows === 0 },
    {
      weight: 6,
      title:
        /\b(?:pass|visit) ?(?:\/|and|or)? ?(?:visit)? slip\b|\bhealth office\b|\bhealth room\b|\bnurse'?s? office\b/i,
    },
  ],
};
