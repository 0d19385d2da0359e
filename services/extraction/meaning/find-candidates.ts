/** Ties mentions to goals: by kind and unit first, then by what was measured; a close second is kept as a rival. */
import type { Mention, Topic } from '../mentions/mention.ts';
import type { Candidate, MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isAverage } from './labels.ts';
import { keyedLevel } from './levels.ts';
import { isBareDated, namesSameThing, ratePart, readRate } from './rates.ts';
import { nearText, type TopicFit, topicFit } from './topic-fit.ts';
import { type Value, valueFor } from './values.ts';
import { dayOf, studentOf, weekOf } from './whose-and-when.ts';

export interface Leftover {
  readonly mention: Mention;
  readonly reason: string;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** Measurements that fit no goal. */
  readonly leftovers: readonly Leftover[];
}

interface Option {
  readonly profile: GoalProfile;
  readonly value: Value;
  readonly fit: TopicFit;
  readonly computed: string | null;
}

/** Words by which a report calls a result new. */
const newResult =
  /\bnew (?:probe|data|score|measure|check|result|sample)\b|\bgiven (?:for this report|today|this week)\b|\bnot (?:yet )?(?:on|in) (?:the )?(?:graph|file|binder|chart)\b|\bprobed? (?:given|today)\b|\bnot yet graphed\b|\bfresh probe\b|\btoday'?s probe\b/i;

const monthOf = (day: string): number => Number(day.slice(5, 7));

function isData(m: Mention, context: MeaningContext): boolean {
  // The numbers of a log's own columns are minutes of service.
  if (context.logsServices && m.fillsCell && (m.quantity.type === 'number' || m.quantity.type === 'time')) return false;
  const own = m.place === 'prose' ? m.sentence : `${m.clause} ${m.tail}`;
  if (context.restated && !newResult.test(own)) return false;
  return judge(m, monthOf(dayOf(m, context).day)).verdict === 'data';
}

/** Rate readings by the mention that bears the value. */
function rateReadings(
  mentions: readonly Mention[],
  context: MeaningContext,
): Map<Mention, { value: number; computed: string | null }> {
  const groups = new Map<string, Mention[]>();
  const put = (key: string, m: Mention) => groups.set(key, [...(groups.get(key) ?? []), m]);
  const parts = mentions.filter((m) => ratePart(m) !== null);
  for (const m of parts) {
    if (m.place === 'row' && m.dayFrom === 'column') put(`c${m.pageIndex}:${m.block}:${m.column}`, m);
    else if (m.place === 'prose') put(`p${m.pageIndex}:${m.sentence}`, m);
    else put(`l${m.pageIndex}:${m.line}`, m);
  }
  const readings = new Map<Mention, { value: number; computed: string | null }>();
  const keep = (group: readonly Mention[]) => {
    const reading = readRate(group, context.minutes);
    if (reading) readings.set(reading.mention, { value: reading.value, computed: reading.computed });
    return reading !== null;
  };
  const loose = new Map<string, Mention[]>();
  for (const [key, group] of groups) {
    const rates = group.filter((m) => ratePart(m) === 'rate');
    if (rates.length > 1) for (const m of rates) keep([m]);
    else if (!keep(group) && key.startsWith('l')) {
      const block = `${group[0]?.pageIndex}:${group[0]?.block}`;
      loose.set(block, [...(loose.get(block) ?? []), ...group]);
    }
  }
  for (const [block, group] of loose) {
    const stated = [...readings.keys()].some((m) => `${m.pageIndex}:${m.block}` === block);
    if (!stated) keep(group);
  }
  if (context.minutes === null || context.minutes === 1) {
    for (const m of mentions) {
      const read = readings.has(m) || parts.includes(m);
      if (!read && m.quantity.type === 'number' && isBareDated(m, mentions))
        readings.set(m, { value: m.quantity.value, computed: null });
    }
  }
  // Words correct on a line of their own beside a stated rate in the same block are a part of it.
  for (const [m, reading] of [...readings]) {
    const better = [...readings.keys()].some(
      (o) =>
        o !== m &&
        o.block === m.block &&
        o.pageIndex === m.pageIndex &&
        o.place === 'line' &&
        m.place === 'line' &&
        ratePart(o) === 'rate' &&
        ratePart(m) !== 'rate',
    );
    if (better && reading.computed === null) readings.delete(m);
  }
  return readings;
}

function rateFit(m: Mention, profile: GoalProfile, title: string): TopicFit {
  const near = nearText(m);
  const same = namesSameThing(near, profile);
  const none: TopicFit = { score: 0, tier: null, conflict: same === false };
  if (same === false) return none;
  const fit = topicFit(m, profile, title);
  if (fit.conflict) return fit;
  if (same === true) return { score: Math.max(fit.score, 14), tier: 'near', conflict: false };
  const around = namesSameThing(`${m.section} ${title}`, profile);
  if (around === false) return none;
  if (fit.score > 0) return fit;
  return around === true ? { score: 3, tier: 'title', conflict: false } : none;
}

/** A figure of one day where the goal asks for the week, unless the days are added up. */
function isPartOfWeek(m: Mention, profile: GoalProfile): boolean {
  if (!profile.asksWeek || m.dayFrom === 'column' || m.dayFrom === 'row') return false;
  const around = m.place === 'prose' ? m.part : `${m.lead} ${m.tail}`;
  return (
    /\b(?:today|this (?:morning|afternoon)|hoy|esta mañana)\b/i.test(around) &&
    !/\bthis week\b|\besta semana\b/i.test(around)
  );
}

/** A score out of the goal's own maximum on a page that names the goal's own rubric. */
function namesInstrument(m: Mention, profile: GoalProfile, topic: Topic): boolean {
  const { kind, max } = profile.goal.measure;
  if (kind !== 'rubric' || m.quantity.type !== 'ratio' || m.quantity.denominator !== max || !profile.instrument)
    return false;
  return topic.text.toLowerCase().includes(profile.instrument);
}

function optionsFor(
  m: Mention,
  profiles: readonly GoalProfile[],
  topic: Topic,
  rate: { value: number; computed: string | null } | undefined,
): Option[] {
  return profiles.flatMap((profile): Option[] => {
    const { kind } = profile.goal.measure;
    if (kind === 'rate') {
      if (!rate) return [];
      const fit = rateFit(m, profile, topic.title);
      return [{ profile, value: { value: rate.value }, fit, computed: rate.computed }];
    }
    if (isPartOfWeek(m, profile)) return [];
    if (isAverage(m) && !profile.asksAverage && kind !== 'latency') return [];
    const value = kind === 'level' ? keyedLevel(m, profile) : valueFor(m, profile, topic);
    if (!value) return [];
    const tied = topicFit(m, profile, topic.title);
    const fit =
      tied.score === 0 && !tied.conflict && namesInstrument(m, profile, topic)
        ? { score: 3, tier: 'title' as const, conflict: false }
        : tied;
    // A bare number is a raw score only where its own label or heading says so.
    const vague = kind === 'score' && m.quantity.type === 'number' && fit.tier === 'title' && fit.score < 5;
    return vague ? [] : [{ profile, value, fit, computed: null }];
  });
}

const isMeasurement = (m: Mention) =>
  m.quantity.type === 'ratio' || m.quantity.type === 'percent' || m.quantity.type === 'marks';

/** Ties `mentions` to the goals of their students. Letter levels are left to their own rule. */
export function findCandidates(mentions: readonly Mention[], context: MeaningContext): Candidates {
  const data = mentions.filter((m) => isData(m, context));
  const readings = rateReadings(data, context);
  const candidates: Candidate[] = [];
  const leftovers: Leftover[] = [];
  for (const mention of data) {
    const studentId = studentOf(mention, context);
    const profiles = studentId ? context.profiles.get(studentId) : undefined;
    if (!profiles) continue;
    const topic = context.topics[mention.pageIndex] ?? { title: '', text: '', outOf: null };
    const reading = readings.get(mention);
    const options = optionsFor(mention, profiles, topic, reading)
      .filter((o) => o.fit.score > 0)
      .sort((a, b) => b.fit.score - a.fit.score);
    const [best, second] = options;
    if (!best) {
      if (isMeasurement(mention) || reading) leftovers.push({ mention, reason: 'It fits no goal of this student.' });
      continue;
    }
    const margin = second ? best.fit.score - second.fit.score : Number.POSITIVE_INFINITY;
    if (margin < 0.2 && second) {
      const names = `“${best.profile.goal.area}” or “${second.profile.goal.area}”`;
      leftovers.push({ mention, reason: `It may speak to ${names}.` });
      continue;
    }
    const when = dayOf(mention, context);
    candidates.push({
      mention,
      profile: best.profile,
      value: best.value,
      day: best.profile.asksWeek && best.profile.goal.measure.kind !== 'rate' ? weekOf(mention, context) : when.day,
      dayUnsure: when.unsure,
      score: best.fit.score,
      margin,
      rival: second?.profile ?? null,
      computed: best.computed,
    });
  }
  return { candidates, leftovers };
}
