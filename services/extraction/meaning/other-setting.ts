/** A goal for one lesson takes no figure of another: prompts in writing are not those in math. */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';

const settings: readonly (readonly [string, RegExp])[] = [
  ['math', /\bmath(?:s|ematics)?\b|\balgebra\b/i],
  ['writing', /\bwriting\b/i],
  ['reading', /\breading\b/i],
  ['science', /\bscience\b|\bbiology\b/i],
  ['social studies', /\bsocial studies\b|\bhistory\b/i],
  ['art', /\bart(?: class)?\b/i],
  ['music', /\bmusic\b|\bchoir\b|\bband\b/i],
  ['gym', /\bgym\b|\bp\.?e\.?\b(?! )/i],
  ['lunch', /\blunch\w*\b|\bcafeteria\b/i],
  ['recess', /\brecess\b|\bplayground\b/i],
  ['bus', /\bbus\b/i],
];

const namedIn = (text: string) => settings.filter(([, words]) => words.test(text)).map(([name]) => name);

/** Whether the words around `m` place it in a lesson that the goal, which names its own, does not name. */
export function isOtherSetting(m: Mention, profile: GoalProfile): boolean {
  const own = namedIn(`${profile.goal.area} ${profile.goal.statement}`);
  if (own.length === 0) return false;
  const around = m.place === 'prose' ? m.sentence : `${m.row} ${m.column} ${m.lead}`;
  const named = namedIn(around);
  return named.length > 0 && !named.some((name) => own.includes(name));
}
