/** A few questions at the end of a lesson. */
import type { EvidenceType } from '../evidence-type.ts';

export const exitTicket: EvidenceType = {
  type: 'exit_ticket',
  name: 'Exit ticket',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 12, head: /\bexit[- ]?(?:ticket|slip|card|tix|tkt|pass|check|quiz)s?\b/i },
    { weight: 8, head: /\b(?:ticket out(?: the door)?|boleto de salida|check for understanding|cfu)\b/i },
  ],
};
