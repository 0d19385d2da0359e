/** Writing: how teachers name it. */
import { type Concept, concept } from '../concept.ts';

export const writingConcepts: readonly Concept[] = [
  concept('trait-ideas', /\bideas?\b(?! principal)|\bcontent\b|\bfocus\b|\bdevelopment\b|\belaboration\b/i, 'trait'),
  concept('trait-organization', /\borgani[sz]ation\b|\btext structure\b/i, 'trait'),
  concept('trait-voice', /\bvoice\b(?! output)/i, 'trait'),
  concept('trait-word-choice', /\bword choice\b|\bprecise language\b/i, 'trait'),
  concept('trait-sentence-fluency', /\bsentence (?:fluency|structure|variety)\b/i, 'trait'),
  concept('trait-conventions', /\bconventions?\b|\bmechanics\b|\bediting\b|\bgrammar and punctuation\b/i, 'trait'),
  concept('trait-evidence', /\bevidence\b|\btext support\b/i, 'trait'),
  concept('trait-presentation', /\bpresentation\b/i, 'trait'),
  concept('spelling', /\bspell\w*|\bdictat\w*|\bencod\w*/i),
  concept('cws', /\bcws\b|\bcorrect (?:word|writing) sequences?\b/i, 'writing-count'),
  concept('tww', /\btww\b|\btotal words written\b|\bwords written\b/i, 'writing-count'),
  concept('wsc', /\bwsc\b|\bwords spelled correctly\b/i, 'writing-count'),
  concept('cls', /\bcls\b|\bcorrect letter sequences?\b/i, 'writing-count'),
  concept('complete-sentences', /\b(?:complete|full|whole) sentences?\b/i),
  concept(
    'essay',
    /\bessays?\b|\bargument(?:ative)?\b|\bwritten expression\b|\bopinion (?:piece|paper|writing)\b|\bnarrative\b|\bwriting\b|\bescritura\b/i,
  ),
  concept('maze', /\bmaze\b|\bcloze\b/i),
];
