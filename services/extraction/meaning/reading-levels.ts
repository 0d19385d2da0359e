/**
 * The level of text that a student reads, in letters or in numbers: a running record names levels and judges each. A goal
 * about the instructional level takes what was judged so, in words, in a ticked box, or by its accuracy.
 */
import type { Mention } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { judgementIn, judgementOfAccuracy, type ReadingJudgement } from './levels.ts';
import { isNewResult } from './new-results.ts';
import { ratePart } from './rate-parts.ts';
import type { Resolved } from './resolved.ts';
import { dayOf, studentOf } from './whose-and-when.ts';

interface Judged {
  readonly mention: Mention;
  readonly judgement: ReadingJudgement | null;
  /** Named as the instructional level itself, not only judged. */
  readonly explicit: boolean;
}

const levelWord = /\b(?:levels?|lvl|lv|dra2?|edl2?|grl|f ?& ?p|guided reading|nivel)\b/i;

/** The level that a mention gives in the goal's own scale; null for none. */
function levelOf(m: Mention, profile: GoalProfile): number | null {
  if (profile.letterLevel) return m.quantity.type === 'letter' ? m.quantity.value : null;
  if (m.quantity.type !== 'number' || m.quantity.asWord || m.inParentheses) return null;
  const column = m.dayFrom === 'column' ? '' : m.column;
  const own = m.lead.split(/[,;]/).at(-1)?.slice(-32);
  const label = column === '' ? `${own || m.row}` : `${column} ${own}`;
  const named =
    levelWord.test(label) && !/\b(?:words?|err(?:or)?s?|comp\w*|rate|acc\w*|fluency|engagement|grade)\b/i.test(label);
  return named || /^\W{0,2}(?:is |as )?(?:her|his|their|the)? ?(?:new )?instructional\b/i.test(m.tail)
    ? m.quantity.value
    : null;
}

const isNear = (m: Mention, o: Mention, lines: number) =>
  o.pageIndex === m.pageIndex && o.block === m.block && o.line >= m.line && o.line <= m.line + lines;

/** The accuracy of `near`: a percent, a number so labelled, or what words and errors come to. */
function accuracyIn(near: readonly Mention[]): number | null {
  for (const { quantity, row, column, lead, tail } of near) {
    if (quantity.type === 'percent' && quantity.value > 50 && !/\bcomp\w*\b|\bretell/i.test(`${column} ${lead}`))
      return quantity.value;
    if (quantity.type === 'number' && quantity.value > 50 && quantity.value <= 100)
      if (/\bacc(?:ur(?:acy)?)?\b/i.test(`${row} ${column} ${lead.slice(-16)} ${tail.slice(0, 8)}`))
        return quantity.value;
  }
  const of = (part: string) => near.find((o) => ratePart(o)?.part === part)?.quantity;
  const words = of('total');
  const wrong = of('errors');
  if (words?.type !== 'number' || wrong?.type !== 'number' || words.value < 20 || wrong.value > words.value)
    return null;
  return (100 * (words.value - wrong.value)) / words.value;
}

function judged(m: Mention, profile: GoalProfile, all: readonly Mention[]): Judged {
  const isLevel = (o: Mention) => levelOf(o, profile) !== null;
  const lead = m.lead.slice(-44);
  const told = /\b(?:is|now|currently|still)\b.{0,16}\breading\b.{0,16}\b(?:at|on)\b[^.;]{0,12}$/i.test(m.lead)
    ? 'instructional'
    : null;
  const accurate = Number(/^accuracy (\d+(?:\.\d+)?)$/.exec(m.tail)?.[1] ?? Number.NaN);
  const own =
    judgementIn(lead) ??
    told ??
    judgementIn(m.tail.slice(0, 40)) ??
    judgementIn(m.row) ??
    (Number.isNaN(accurate) ? null : judgementOfAccuracy(accurate));
  const whole = all.filter((o) => o.pageIndex === m.pageIndex && o.line === m.line);
  // Of several levels on one line each has what follows it, up to the next.
  const following = whole.find((o) => o.start > m.start && isLevel(o));
  const line =
    whole.filter(isLevel).length > 1
      ? whole.filter((o) => o.start >= m.start && o.start < (following?.start ?? Number.POSITIVE_INFINITY))
      : whole;
  const onLine = whole.filter(isLevel).length === 1 ? judgementIn(m.sentence) : null;
  const below = all.filter((o) => isNear(m, o, 1) && o.line === m.line + 1);
  const alone = !below.some(isLevel);
  const next = alone ? judgementIn(below[0]?.sentence ?? '') : null;
  const accuracy = accuracyIn(line) ?? (alone ? accuracyIn([...line, ...below]) : null);
  return {
    mention: m,
    judgement: own ?? onLine ?? next ?? (accuracy === null ? null : judgementOfAccuracy(accuracy)),
    explicit:
      /\binst(?:r(?:uctional|uct|ucci[oó]n)?)?\b\.?/i.test(`${lead} ${m.row}`) ||
      /^\W{0,3}(?:is |= ?|as )?(?:her |his |their |the )?(?:new )?instructional/i.test(m.tail),
  };
}

/** What a page with a single level says of it anywhere: in a ticked box, in a word, or by its accuracy. */
function judgementOfPage(m: Mention, all: readonly Mention[], context: MeaningContext): ReadingJudgement | null {
  const said = judgementIn(context.topics[m.pageIndex]?.text ?? '');
  if (said) return said;
  const accuracies = all.flatMap((o) =>
    o.pageIndex === m.pageIndex && o.quantity.type === 'percent' && o.quantity.value > 50 ? [o.quantity.value] : [],
  );
  const stated = new Set(accuracies).size === 1 ? accuracies[0]! : null;
  const accuracy =
    stated ?? (accuracies.length === 0 ? accuracyIn(all.filter((o) => o.pageIndex === m.pageIndex)) : null);
  return accuracy === null ? null : judgementOfAccuracy(accuracy);
}

/** The judgement that the goal asks for. */
function wanted(profile: GoalProfile): ReadingJudgement {
  const { statement, area } = profile.goal;
  return /\binstruct/i.test(statement) || !/\bindependent(?:ly)?\b/i.test(`${area} ${statement}`)
    ? 'instructional'
    : 'independent';
}

function resultFor(
  profile: GoalProfile,
  mentions: readonly Mention[],
  all: readonly Mention[],
  context: MeaningContext,
): Resolved[] {
  const byDay = new Map<string, Judged[]>();
  for (const m of mentions) {
    const { day } = dayOf(m, context);
    byDay.set(day, [...(byDay.get(day) ?? []), judged(m, profile, all)]);
  }
  const level = (m: Mention) => levelOf(m, profile) ?? 0;
  return [...byDay].flatMap(([day, found]): Resolved[] => {
    const only = new Set(found.map((g) => level(g.mention))).size === 1 && byDay.size === 1;
    const unjudged = only && found.every((g) => g.judgement === null);
    const ofPage = unjudged ? judgementOfPage(found[0]!.mention, all, context) : null;
    const group = unjudged ? found.map((g) => ({ ...g, judgement: ofPage })) : found;
    const right = group.filter((g) => g.judgement === wanted(profile));
    const explicit = right.filter((g) => g.explicit);
    const pool = explicit.length > 0 ? explicit : right;
    const highest = [...pool].sort((a, b) => level(b.mention) - level(a.mention))[0];
    if (!highest) return [];
    const value = {
      value: level(highest.mention),
      text: `Level ${profile.letterLevel ? String.fromCharCode(64 + level(highest.mention)) : level(highest.mention)}`,
    };
    const candidate = {
      mention: highest.mention,
      profile,
      value,
      day,
      dayUnsure: dayOf(highest.mention, context).unsure,
      score: 8,
      margin: Number.POSITIVE_INFINITY,
      rival: null,
      computed: null,
      doubt: null,
    };
    const differs = new Set(explicit.map((g) => level(g.mention))).size > 1;
    return [
      {
        candidate,
        value,
        review: differs ? 'The page names more than one instructional level.' : null,
        computed: null,
      },
    ];
  });
}

/** Whether a goal's level is one of texts, not one of help: it has no key of its own. */
export function isReadingLevel(profile: GoalProfile): boolean {
  return (
    profile.goal.measure.kind === 'level' &&
    (profile.letterLevel || (profile.levelKey.length === 0 && profile.concepts.ids.has('reading-level')))
  );
}

/** The reading levels of `mentions` as results. */
export function readReadingLevels(mentions: readonly Mention[], context: MeaningContext): Resolved[] {
  const data = mentions.filter(
    (m) =>
      (!context.restated || isNewResult(m)) && judge(m, Number(dayOf(m, context).day.slice(5, 7))).verdict === 'data',
  );
  const byStudent = new Map<string, Mention[]>();
  for (const m of data) {
    const id = studentOf(m, context);
    if (id) byStudent.set(id, [...(byStudent.get(id) ?? []), m]);
  }
  return [...byStudent].flatMap(([id, own]) => {
    const profile = (context.profiles.get(id) ?? []).find(isReadingLevel);
    if (!profile) return [];
    return resultFor(
      profile,
      own.filter((m) => levelOf(m, profile) !== null),
      mentions,
      context,
    );
  });
}
