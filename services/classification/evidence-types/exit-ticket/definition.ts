/** A few questions at the end of a lesson. */
import type { EvidenceType } from '../evidence-type.ts';

export const exitTicket: EvidenceType = {
  type: 'exit_ticket',
  name: 'Exit ticket',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 14,
      head: /\bexit[- ]?(?:tickets?|slips?|cards?|tix|tkts?|pass|checks?|quiz|question)\b|\b(?:quick|concept|understanding) checks?\b|\bboletos? de salida\b/i,
    },
    {
      weight: 12,
      head: /\btickets? (?:out|to leave)\b(?: (?:the|of) \w+)?|\bcheck for understanding\b|\bcfu\b|\bout the door\b/i,
    },
    { weight: 11, title: /\btickets?(?= *(?:$|[,:#–-]|\d| {2}))|\bslip:|\bslips?\b.{0,12}\bitems\b/im },
    {
      weight: 11,
      head: /\bbefore you (?:go|leave)\b|\bon your way out\b|\bleaving class (?:question|check|card)\b|\blast (?:5|five) minutes\b|\bend[- ]of[- ](?:class|lesson) (?:check|questions?|quiz)\b|\bclosing question\b/i,
    },
    { weight: 10, text: /\bno ticket\b|\btickets? (?:total|score|avg|this week)\b/i },
    { weight: -10, head: /\bpermission slip\b|\blunch ticket\b|\btardy slip\b|\bticket booth\b/i },
    { weight: -10, when: (f) => f.judgesText },
    { weight: 11, title: /^\W*exit\b(?! (?:criteri|interview|meeting|plan|iep))/im },
  ],
};
