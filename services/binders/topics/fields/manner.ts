/** The manner in which a thing is done: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const mannerConcepts: readonly Concept[] = [
  concept(
    'by-oneself',
    /\bindep(?:endent(?:ly)?)?\b|\bon (?:her|his|their) own\b|\bby (?:her|him)self\b|\bwithout (?:a |any |adult |verbal )?(?:prompt\w*|help|cues?|assist\w*|reminders?|being told)\b|\bw\/?o (?:a |any )?(?:prompt\w*|help|cues?|assist\w*)\b|\bun(?:prompted|cued|assisted)\b|\bno (?:adult )?(?:prompts?|help|cues)\b|\bown work\b|\bspontaneous\w*|\bsol[oa]\b|\bwithout\b/i,
  ),
];
