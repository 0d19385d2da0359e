/** How well the words around a mention name what a goal is about. */

import { conceptsIn } from '../../binders/topics/concepts.ts';
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isPartOfDay } from './labels.ts';
import { type Match, matchText } from './match-text.ts';

/** `near`: its own label. `section`: the heading above. `title`: the document as a whole. */
export type Tier = 'near' | 'section' | 'title';

export interface TopicFit {
  /** 0 where nothing ties the mention to the goal. */
  readonly score: number;
  readonly tier: Tier | null;
  /** The words around it speak of something that the goal is not about. */
  readonly conflict: boolean;
}

const none: TopicFit = { score: 0, tier: null, conflict: false };
const clash: TopicFit = { score: 0, tier: null, conflict: true };

/** What stands closest to a mention, as one text. */
export function nearText(mention: Mention): string {
  const column = mention.dayFrom === 'column' ? '' : mention.column;
  if (mention.place === 'prose') return mention.sentence;
  const row = isPartOfDay(mention) ? '' : mention.row;
  const tail = mention.tail.slice(0, 48).split(/[(–;]| - /)[0] ?? '';
  return [row, column, mention.lead, tail].filter((text) => text.trim() !== '').join(' | ');
}

/** Least weight of shared words that ties a mention to a goal. */
const enough = 0.45;

/** A label that names what the goal does not name is likely about something else. */
function nearMatch(mention: Mention, profile: GoalProfile): Match {
  const text = nearText(mention);
  const match = matchText(text, profile);
  if (mention.place === 'prose') return match;
  const foreign = [...conceptsIn(text).ids].filter((id) => id !== 'by-oneself' && !profile.concepts.ids.has(id)).length;
  return { ...match, hits: match.hits - 0.7 * foreign };
}

/** How well `mention` fits `profile`; `title` is what the whole document is about. */
export function topicFit(mention: Mention, profile: GoalProfile, title: string): TopicFit {
  const near = nearMatch(mention, profile);
  const part = mention.place === 'prose' ? matchText(mention.part, profile) : null;
  if (part && part.conflict) return clash;
  if (near.conflict) return clash;
  const section = matchText(mention.section, profile);
  if (near.hits >= enough) {
    if (section.conflict && near.hits < 1.5) return clash;
    const bonus = Math.min(section.hits, 2) * 0.5 + Math.min(matchText(title, profile).hits, 2) * 0.25;
    // In running text the words right around a figure count more than the rest of its sentence.
    const close = part ? Math.min(part.hits, 3) - (part.hits >= enough ? 0 : 1.5) : 0;
    return { score: 6 + near.hits + bonus + close, tier: 'near', conflict: false };
  }
  // A few words without a topic of their own take it from the heading, as a label would.
  if (mention.place === 'prose' && near.strange > 1) {
    const before = matchText(mention.before, profile);
    return before.hits >= 1.5 && !before.conflict && near.strange <= 4
      ? { score: 2 + before.hits, tier: 'section', conflict: false }
      : none;
  }
  // A label that speaks of something else does not inherit what the heading says.
  if (near.strange > 0) return none;
  if (section.conflict) return clash;
  if (section.hits >= enough) return { score: 4 + section.hits, tier: 'section', conflict: false };
  if (section.strange > 2) return none;
  const whole = matchText(title, profile);
  if (whole.conflict) return clash;
  return whole.hits >= enough ? { score: 2 + whole.hits, tier: 'title', conflict: false } : none;
}
