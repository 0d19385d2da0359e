/** How long a timed probe was, in minutes, as the page says it nearest to the figures of that probe. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Mention } from '../mentions/mention.ts';
import { perMinute } from './rate-parts.ts';

interface Length {
  readonly line: number;
  readonly block: number;
  readonly minutes: number;
}

const words: Readonly<Record<string, number>> = {
  a: 1,
  un: 1,
  one: 1,
  uno: 1,
  two: 2,
  dos: 2,
  three: 3,
  tres: 3,
  four: 4,
  five: 5,
  sixty: 60,
};
const amount = String.raw`(\d{1,3}(?:\.\d)?|one|two|three|four|five|sixty|un|dos|tres)`;
const lengthOf = new RegExp(
  String.raw`(?<![\w/.:-])${amount}[ -]?(min(?:ut[eo]s?|s)?\b\.?|sec(?:onds?|s)?\b\.?)|\b(?:timed?|timing|timer|length|time)\W{0,12}(\d):00\b|(?<!\d)(\d):00 ?min`,
  'gi',
);
/** Minutes of service, of a day or of a wait. */
const otherTime =
  /^\W{0,2}(?:per|\/|a|each|every|x|of)\s?(?:wk|week|day|month|session|time|service|class|reading|practice)|^\W{0,2}(?:late|early|per week|daily|break|think|thinking|plan\w*|wait\w*)\b|^\W{0,3}(?:\d ?x|x ?\d)/i;
const longest = 10;

function lengthsOf(page: OpenPage): Length[] {
  return page.sheet.lines.flatMap((line): Length[] =>
    [...line.text.matchAll(lengthOf)].flatMap((m) => {
      const end = m.index + m[0].length;
      if (otherTime.test(line.text.slice(end))) return [];
      // `Correct in 1 minute` names the rate, not the length of the probe.
      if (perMinute.test(line.text.slice(0, end)) && !/\btimed?\b|\bprobe\b/i.test(line.text.slice(0, m.index)))
        return [];
      const given = (m[1] ?? m[3] ?? m[4] ?? '').toLowerCase();
      const value = words[given] ?? Number(given);
      const minutes = /^sec/i.test(m[2] ?? '') ? value / 60 : value;
      return minutes >= 0.25 && minutes <= longest ? [{ line: line.index, block: line.block, minutes }] : [];
    }),
  );
}

const only = (lengths: readonly Length[]): number | null =>
  new Set(lengths.map((l) => l.minutes)).size === 1 ? (lengths[0]?.minutes ?? null) : null;

/** Title lines hold for the whole page. */
const titleLines = 4;

/** Finds the length of the probe that a figure is of; null where the page does not say or says several. */
export function probeLengths(pages: readonly OpenPage[]): (m: Mention) => number | null {
  const all = pages.map(lengthsOf);
  return (m) => {
    const lengths = all[m.pageIndex] ?? [];
    const own = lengths.filter((l) => l.line === m.line);
    const above = lengths.filter((l) => l.block === m.block && l.line < m.line);
    const nearest = above.filter((l) => l.line === above.at(-1)?.line);
    const below = lengths.filter((l) => l.block === m.block && l.line > m.line);
    const heading = lengths.filter((l) => l.line < titleLines);
    for (const group of [own, nearest, below, heading, lengths]) if (group.length > 0) return only(group);
    return only(all.flat());
  };
}
