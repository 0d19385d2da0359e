/** Rows whose own words name no goal, or only say where: what heads their list says what all of them are. */
import type { Mention } from '../mentions/mention.ts';
import type { Candidate } from './candidate.ts';
import type { GoalProfile } from './goal-profile.ts';
import { matchText } from './match-text.ts';

const classLabel =
  /^\W*(?:algebra|geometry|math|ela|english|reading|writing|biology|bio|chemistry|science|sci|history|social studies|ss|spanish|health|art|music|p\.?e)(?: [\dI]{1,2})?\W*$/i;

/** `Algebra 4 of 5` under `Work turned in`: the name of a class says where, where the heading names another goal than `best`. */
export function isOfHeading(m: Mention, best: GoalProfile, profiles: readonly GoalProfile[]): boolean {
  if (m.place === 'prose' || !classLabel.test(m.row || m.lead)) return false;
  const named = profiles.filter((p) => {
    const heading = matchText(m.section, p);
    return heading.hits >= 1.5 && heading.firm && !heading.conflict;
  });
  return named.length === 1 && named[0] !== best;
}

/** The rows of marks that stand in lists of which no row has found a goal by its own words. */
export function unplacedLists(mentions: readonly Mention[], placed: readonly Candidate[]): Set<Mention> {
  const listOf = (m: Mention) => `${m.pageIndex}:${m.block}:${m.section}`;
  const taken = new Set(
    placed.filter(({ mention }) => mention.quantity.type === 'marks').map((c) => listOf(c.mention)),
  );
  const isClass = (m: Mention) => m.quantity.type === 'ratio' && classLabel.test(m.row || m.lead);
  const free = mentions.filter(
    (m) => (m.quantity.type === 'marks' || isClass(m)) && m.place !== 'prose' && !taken.has(listOf(m)),
  );
  return new Set(free.filter((m) => free.some((o) => o !== m && listOf(o) === listOf(m))));
}
