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
      head: /\bexit[- ]?(?:tickets?|slips?|cards?|tix|tkts?|pass|checks?|quiz|question)\b|\bboletos? de salida\b/i,
    },
    {
      weight: 12,
      head: /\btickets? (?:out|to leave)\b(?: (?:the|of) \w+)?|\bcheck for understanding\b|\bcfu\b|\bout the door\b/i,
    },
    { weight: 11, title: /\btickets?\b(?!.{0,12}(?:office|price|book))|\bslip:|\bslips?\b.{0,12}\bitems\b/i },
    {
      weight: 11,
      head: /\bbefore you (?:go|leave)\b|\bon your way out\b|\bleaving class\b|\blast (?:5|five) minutes\b|\bend[- ]of[- ](?:class|lesson) (?:check|questions?|quiz)\b|\bclosing question\b/i,
    },
    { weight: 5, text: /\b(?:no )?ticket\b|\bstrip\b/i },
    { weight: -10, head: /\bpermission slip\b|\bplease ask\b|\blunch ticket\b/i },
  ],
};
