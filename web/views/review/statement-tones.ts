/** How states and progress look. */
import type { StatementView } from '../../../services/domain/views.ts';
import type { Tone } from '../../view.ts';

export const statementTones: Record<StatementView['state'], Tone> = {
  draft: 'plain',
  in_review: 'ask',
  returned: 'ask',
  approved: 'lock',
  sent: 'lock',
};

export const progressTones: Record<StatementView['progressCode'], Tone> = {
  met: 'good',
  on_track: 'good',
  some_progress: 'plain',
  no_progress: 'ask',
  regressing: 'bad',
  insufficient_evidence: 'plain',
  not_introduced: 'plain',
};
