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
  ],
};
