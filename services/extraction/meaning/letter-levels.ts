/** The instructional reading level of a running record, where a goal is a letter level. */
import type { Mention } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { judgementIn, judgementOfAccuracy, type ReadingJudgement } from './levels.ts';
import type { Resolved } from './resolve.ts';
import { dayOf, studentOf } from './whose-and-when.ts';

interface Judged {
  readonly mention: Mention;
  readonly judgement: ReadingJudgement | null;
  /** Named as the instructional level itself, not only judged. */
  readonly explicit: boolean;
}

/** Accuracy on the line of the mention or the one below, from a percent or from words and errors. */
function accuracyNear(m: Mention, all: readonly Mention[]): number | null {
  const near = all.filter(
    (o) => o.pageIndex === m.pageIndex && o.block === m.block && o.line >= m.line && o.line <= m.line + 1,
  );
  const percent = near.find((o) => o.quantity.type === 'percent' && o.quantity.value > 50);
  return percent?.quantity.type === 'percent' ? percent.quantity.value : null;
}

function judged(m: Mention, all: readonly Mention[]): Judged {
  const lead = m.lead.slice(-30);
  const own = judgementIn(lead) ?? judgementIn(m.tail.slice(0, 30));
  const onLine =
    all.filter((o) => o.pageIndex === m.pageIndex && o.line === m.line && o.quantity.type === 'letter').length === 1
      ? judgementIn(m.sentence)
      : null;
  const below = all.filter((o) => o.pageIndex === m.pageIndex && o.line === m.line + 1 && o.block === m.block);
  const next = below.some((o) => o.quantity.type === 'letter') ? null : judgementIn(below[0]?.sentence ?? '');
  const accuracy = accuracyNear(m, all);
  return {
    mention: m,
    judgement: own ?? onLine ?? next ?? (accuracy === null ? null : judgementOfAccuracy(accuracy)),
    explicit:
      /\binstr(?:uctional|uct|ucci[oó]n)?\b\.?/i.test(lead) || /^\W{0,3}(?:is |= ?)?instructional/i.test(m.tail),
  };
}

/** What a page with a single level says of it anywhere: in a ticked box, in a word, or by its accuracy. */
function judgementOfPage(m: Mention, all: readonly Mention[], context: MeaningContext): ReadingJudgement | null {
  const said = judgementIn(context.topics[m.pageIndex]?.text ?? '');
  if (said) return said;
  const accuracies = all.flatMap((o) =>
    o.pageIndex === m.pageIndex && o.quantity.type === 'percent' && o.quantity.value > 50 ? [o.quantity.value] : [],
  );
  return new Set(accuracies).size === 1 ? judgementOfAccuracy(accuracies[0]!) : null;
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
    byDay.set(day, [...(byDay.get(day) ?? []), judged(m, all)]);
  }
  return [...byDay].flatMap(([day, group]): Resolved[] => {
    const only = new Set(group.map((g) => levelOf(g.mention))).size === 1 && byDay.size === 1;
    if (only && group.every((g) => g.judgement === null)) {
      const judgement = judgementOfPage(group[0]!.mention, all, context);
      group = group.map((g) => ({ ...g, judgement }));
    }
    const instructional = group.filter((g) => g.judgement === 'instructional');
    const explicit = instructional.filter((g) => g.explicit);
    const pool = explicit.length > 0 ? explicit : instructional;
    const highest = [...pool].sort((a, b) => levelOf(b.mention) - levelOf(a.mention))[0];
    if (!highest) return [];
    const value = {
      value: levelOf(highest.mention),
      text: `Level ${String.fromCharCode(64 + levelOf(highest.mention))}`,
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
    };
    const differs = new Set(explicit.map((g) => levelOf(g.mention))).size > 1;
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

const levelOf = (m: Mention): number => (m.quantity.type === 'letter' ? m.quantity.value : 0);

/** The letter levels of `mentions` as results. */
export function readLetterLevels(mentions: readonly Mention[], context: MeaningContext): Resolved[] {
  if (context.restated) return [];
  const letters = mentions.filter(
    (m) => m.quantity.type === 'letter' && judge(m, Number(dayOf(m, context).day.slice(5, 7))).verdict === 'data',
  );
  const byStudent = new Map<string, Mention[]>();
  for (const m of letters) {
    const id = studentOf(m, context);
    if (id) byStudent.set(id, [...(byStudent.get(id) ?? []), m]);
  }
  return [...byStudent].flatMap(([id, own]) => {
    const profile = (context.profiles.get(id) ?? []).find((p) => p.letterLevel);
    return profile ? resultFor(profile, own, mentions, context) : [];
  });
}
