/** Between school and family: e-mail, letter, call log, home-school note. */
import type { EvidenceType } from '../evidence-type.ts';

export const parentCommunication: EvidenceType = {
  type: 'parent_communication',
  name: 'Message home',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 9, prose: true, head: /^\s*(?:from|de):.*\n(?:.*\n)?\s*(?:to|sent|date|cc|para|subject|asunto):/im },
    { weight: 4, prose: true, head: /^\s*(?:subject|asunto|re):/im },
    {
      weight: 8,
      prose: true,
      head: /\b(?:parents?|family|guardian|home|mom|mother|dad|father)\b.{0,16}\b(?:contact|communication|phone|call(?:ed)?|message|conference|log|note|letter|update|text(?:ed)?|e-?mail)\b|\b(?:phone|text|e-?mail|voicemail|message|conference|meeting)\b.{0,20}\b(?:parents?|family|guardian|mom|mother|dad|father|mrs\.?|sra\.?|grandm\w+)\b/i,
    },
    {
      weight: 8,
      prose: true,
      head: /\bhome[ -/]+(?:and )?school\b|\bschool[ -/]+home\b|\bnote home\b|\bcommunication (?:log|notebook|book|folder|sheet)\b|\bback (?:and|&|\+) forth (?:note)?book\b|\bphone (?:log|call|contact)\b|\btake[- ]home note\b|\bdaily note (?:home|to)\b|\bcuaderno de comunicaci[oó]n\b|\bbackpack note\b|\bweekly update\b|\bfriday (?:folder|letter)\b|\bfamilia(?:s)?\b/i,
    },
    {
      weight: 8,
      prose: true,
      head: /^\s*(?:dear|hi|hello|good (?:morning|afternoon|evening)|estimad[oa]s?|querid[oa]s?|hola|buen[oa]s)\b(?!.*\s{2,}\d{1,2}\s*$)/im,
    },
    {
      weight: 4,
      text: /\b(?:parent signature|firma(?: del padre)?|spoke (?:with|to)|left (?:a )?(?:voicemail|message)|(?:mom|dad|mother|father|grandma|parent) (?:says|said|called|reports|reported|asked)|sincerely|atentamente|saludos|warmly|thank(?:s| you) (?:so much|for everything|again)|best regards|see you (?:at|on)\\b.{0,30}|para la familia)\b/i,
    },
    {
      weight: 3,
      prose: true,
      head: /\bto: .*\b(?:family|parents?|mom|dad)\b|'s (?:family|mom|mother|dad|father|parents)\b/i,
    },
    {
      weight: -8,
      prose: true,
      head: /\bprogress report\b|\bpermission\b|\bauthorization\b|\bindividuali[sz]ed education|\bevaluation\b|\bservice log\b/i,
    },
    { weight: 2, text: /\b(?:por favor|gracias|saludos|su hij[oa])\b/i },
    {
      weight: 3,
      prose: true,
      head: /^\s*(?:hola|estimad[oa]s?|querid[oa]s?|dear|hi|hello|good)\b[^\n]{2,40}[,:!]\s*$/im,
    },
    {
      weight: 8,
      prose: true,
      head: /\bpara (?:la |el )?(?:mam|pap|familia|abuel)|\bpara (?:los )?(?:padres|familias)\b|\ba (?:la|los) (?:familia|padres) de\b/i,
    },
    {
      weight: 8,
      prose: true,
      head: /\bconference (?:summary|notes?|form|record)\b|\b(?:telephone|phone) (?:record|contact|conference)\b|\btext (?:thread|messages?)\b|\bhappy note\b|\bto the (?:family|parents?|guardians?) of\b|\bto [A-Z][\w'’]+'s (?:parents?|family|mom|dad|grand\w+)\b|\bour day\b|^\W*(?:all about )?\w+(?: [A-Z][\w.-]*)?['’]s day\b/im,
    },
    {
      weight: 4,
      text: /^\s*(?:love|xo+|warm(?:ly| regards)|kind regards|regards|best|cheers|con cari[ñn]o|gracias(?: por todo)?)\b,?/im,
    },
    {
      weight: 4,
      text: /\bplease (?:send|sign|call|return|ask|let (?:me|us) know)\b|\byour (?:child|son|daughter)\b|\bpls\b|\bthx\b|\bmam[áa] de\b|\bpap[áa] de\b/i,
    },
    {
      weight: 3.5,
      text: /\b(?:reached|caller|spoke to|spoke with|talked (?:to|with)|called|texted|e-?mailed)\b.{0,30}\b(?:mother|father|mom|dad|grand\w+|guardian|parents?|mrs\.|mr\.)/i,
    },
    { weight: 3, when: (f) => f.addressed >= 2 && f.proseShare >= 0.3 },
    {
      weight: 7,
      prose: true,
      head: /\b(?:call|contact|phone|telephone) (?:record|log|notes?|sheet|form)\b|\b(?:with|to|from|reached|spoke to|contacted)\W{1,6}(?:the )?(?:mother|father|mom|dad|grand\w+|guardian|parents?|aunt|uncle|foster)\b/i,
    },
    {
      weight: 11,
      prose: true,
      head: /\b(?:text|message|chat|app|sms|dojo)\b.{0,12}\b(?:thread|messages?|conversation|exchange|log)\b|^\s*\[?\d{1,2}:\d{2}(?: ?[ap]\.?m\.?)?\]? ?[A-Z][\w.' ]{1,24}:/im,
    },
    {
      weight: 8,
      prose: true,
      head: /^\s*(?:maestr[oa]|profe(?:sora?)?|se[ñn]or(?:a|ita)?|sra?\.?|mrs?\.?|ms\.?|teacher) [A-ZÀ-Ý][\wÀ-ÿ'-]+\s*[:,]\s*$/im,
    },
    { weight: -9, prose: true, head: /^\s*to:.*\b(?:file|binder|folder|self|myself|me|records?|notes)\b/im },
  ],
};
