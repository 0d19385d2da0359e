/** A sheet that only parts documents: a divider, a tab, a scanner's separator. */
import type { EvidenceType } from '../evidence-type.ts';

export const separator: EvidenceType = {
  type: 'separator',
  name: 'Separator sheet',
  yields: 'none',
  logsServices: false,
  cues: [
    { weight: 18, when: (f) => f.isSeparator },
    { weight: 6, prose: true, head: /\bseparator\b|\bdivider\b|\bstart of new document\b/i },
    { weight: -14, when: (f) => !f.isSeparator },
  ],
};
