/** Between school and family: e-mail, letter, call log, home-school note. */
import type { EvidenceType } from '../evidence-type.ts';

export const parentCommunication: EvidenceType = {
  type: 'parent_communication',
  name: 'Family communication',
  yields: 'results',
  logsServices: false,
  cues: [
    { weight: 8, head: /^\s*from:.*\n(?:.*\n)?\s*(?:to|sent|date|cc):/im },
    { weight: 4, head: /^\s*subject:|^\s*re:/im },
    {
      weight: 8,
      head: /\b(?:parent|family|guardian|home)\b.{0,12}\b(?:contact|communication|phone|call|message|conference notes?|log|note|letter|update)\b/i,
    },
    {
      weight: 8,
      head: /\bhome[ -/]+school\b|\bnote home\b|\bcommunication (?:log|notebook|book|folder)\b|\bphone (?:log|call|contact)\b|\btake[- ]home note\b|\bdaily note\b/i,
    },
    {
      weight: 7,
      head: /^\s*(?:dear|hi|hello|good (?:morning|afternoon)|estimad[oa]s?|querid[oa]s?|hola|buen[oa]s)\b/im,
    },
    {
      weight: 4,
      text: /\b(?:parent signature|spoke (?:with|to)|left (?:a )?voicemail|mom (?:says|said|called)|dad (?:says|said|called)|sincerely|atentamente|saludos|warmly|thank(?:s| you) (?:so much|for everything|again)|best regards)\b/i,
    },
    { weight: 3, head: /\bto: .*\b(?:family|parents?|mom|dad)\b|'s family\b/i },
    {
      weight: -8,
      head: /\bprogress report\b|\bpermission\b|\bauthorization\b|\bindividuali[sz]ed education|\bevaluation\b/i,
    },
  ],
};
