/** Ties mentions to goals: by kind and unit first, then by what was measured; a close second is kept as a rival. */
import type { Mention, Topic } from '../mentions/mention.ts';
import type { Candidate, MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { takesErrorsOff } from './gross-rates.ts';
import { isAverage } from './labels.ts';
import { keyedLevel } from './levels.ts';
import { isOfHeading, unplacedLists } from './lists-under-headings.ts';
import { matchText } from './match-text.ts';
import { isNewResult } from './new-results.ts';
import type { RateReading } from './one-rate.ts';
import { fitOfOnlyOne, ofReading, ofText } from './only-goal.ts';
import { isOfOtherScale } from './other-scale.ts';
import { isPartOfPeriod } from './part-of-period.ts';
import { namesSameThing } from './rate-nouns.ts';
import { perMinute } from './rate-parts.ts';
import { readRates } from './rates.ts';
import { isReadingLevel } from './reading-levels.ts';
import { rightScope, titleProper } from './rubric-totals.ts';
import { isNet, type NetScore, netScores, scoreValue } from './scores.ts';
import { governedFit, isExactScore, itemsFit, listedFit, nearText, type TopicFit, topicFit } from './topic-fit.ts';
import type { Value } from './value.ts';
import { valueFor } from './values.ts';
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
  readonly doubt: string | null;
}

/** A column of a log that counts what was seen in the session: `prompts whole shift`. */
const countColumn = (m: Mention) =>
  m.dayFrom !== 'column' &&
  /^\W*(?:# of |number of |no\. of |total )?(?:prompts?|reminders?|redirections?|requests?|refusals?|call-?outs?|outbursts?|drops|bites|hits|elopements?|incidents?|comments?|cues)\b/i.test(
    m.column,
  );

/** `total 120` under a log of minutes. */
const sumOfMinutes =
  /\b(?:(?:sub|grand )?totals?|sum|in all|altogether|minutes|delivered|seen|given|this (?:week|month))\b/gi;

const monthOf = (day: string): number => Number(day.slice(5, 7));

function isData(m: Mention, context: MeaningContext): boolean {
  if (context.fromHome) return false;
  // The numbers of a log's own columns are minutes of service.
  const amount =
    (m.quantity.type === 'number' && !countColumn(m) && !perMinute.test(`${m.column} ${m.tail.slice(0, 12)}`)) ||
    m.quantity.type === 'time';
  // A line of its own among the entries, `late arrivals this week:  2`, says what it counts.
  const isNamed = m.place === 'line' && m.dayFrom !== 'row' && /[a-z]{4}[^\d]*:\W*$/i.test(m.lead);
  if (
    context.logsServices &&
    amount &&
    !isNamed &&
    (m.fillsCell || m.dayFrom === 'column' || !/[a-z]{4}/i.test(`${m.lead.replace(sumOfMinutes, '')} ${m.tail}`))
  )
    return false;
  // A column of Y and N down a log says which sessions took place.
  const isColumn =
    m.quantity.type === 'marks' && /\n/.test(context.topics[m.pageIndex]?.text.slice(m.start, m.end) ?? '');
  if (context.logsServices && isColumn) return false;
  if (context.restated && !isNewResult(m)) return false;
  return judge(m, monthOf(dayOf(m, context).day)).verdict === 'data';
}

function rateFit(m: Mention, reading: RateReading, profile: GoalProfile, title: string): TopicFit {
  const near = `${nearText(m)} | ${reading.labels}`;
  // Of several results in a sentence each has its own words.
  const own = m.place === 'prose' && !m.alone ? namesSameThing(m.part, profile) : null;
  const same = own ?? namesSameThing(near, profile);
  const none: TopicFit = { score: 0, tier: null, conflict: same === false };
  if (same === false) return none;
  const fit = topicFit(m, profile, title);
  if (fit.conflict) return fit;
  if (same === true) return { score: Math.max(fit.score, 14), tier: 'near', conflict: false };
  if (fit.tier === 'near' && fit.score >= 15) return fit;
  const around = namesSameThing(`${m.section} ${title}`, profile);
  if (around === false) return none;
  if (fit.score > 0) return fit;
  // `Organization  1` on a page that was typed: a score of something else.
  if (reading.isScore && matchText(`${m.row} ${m.lead}`, profile).strange > 0) return none;
  return around === true ? { score: 3, tier: 'title', conflict: false } : none;
}

/** Whether the title of the page speaks of another goal more than of this one. */
function titleIsOf(profiles: readonly GoalProfile[], own: GoalProfile, title: string): boolean {
  const { hits } = matchText(title, own);
  return profiles.some((p) => p !== own && matchText(title, p).hits > hits + 0.3);
}

/** `steps OK: 9 / 12` for the goal whose routine has twelve steps. */
function countsSteps(m: Mention, profile: GoalProfile): boolean {
  const own = `${m.row} ${m.column} ${m.lead} ${m.tail}`;
  return m.quantity.type === 'ratio' && m.quantity.denominator === profile.steps && /\bsteps?\b|\bpasos\b/i.test(own);
}

const onRubric = /\brubric\b|\bscoring guide\b/i;
const byPoints = /\brubric\b|\bchecklist\b|\bpoints\b|\bscale\b/i;
/** A figure whose label says nothing of what it is of. */
const isUnnamed = (m: Mention) =>
  m.place !== 'prose' && !/[a-z]{4}/i.test(`${m.row} ${m.lead}`.replace(/\b(?:total|score|points?|grand|sum)\b/gi, ''));

function worthOf(m: Mention, profile: GoalProfile, topic: Topic): Value | null {
  if (isOfOtherScale(m, profile)) return null;
  switch (profile.goal.measure.kind) {
    case 'level':
      return keyedLevel(m, profile);
    case 'rubric':
    case 'score':
      return scoreValue(m, profile);
    default:
      return valueFor(m, profile, topic);
  }
}

type FitOf = typeof topicFit;

function optionsFor(
  m: Mention,
  profiles: readonly GoalProfile[],
  topic: Topic,
  rate: RateReading | undefined,
  net: NetScore | undefined,
  readsAloud: boolean,
  fitOf: FitOf,
): Option[] {
  return profiles.flatMap((profile): Option[] => {
    const { kind } = profile.goal.measure;
    if (kind === 'rate') {
      if (!rate) return [];
      if (rate.gross && takesErrorsOff(profile)) return [];
      if (rate.byName && namesSameThing(nearText(m), profile) !== true) return [];
      const fit = rateFit(m, rate, profile, topic.title);
      if (fit.tier === 'title' && titleIsOf(profiles, profile, topic.title)) return [];
      return [{ profile, value: { value: rate.value }, fit, computed: rate.computed, doubt: rate.doubt }];
    }
    if (isPartOfPeriod(m, profile)) return [];
    if (
      readsAloud &&
      kind === 'percent' &&
      ofReading.test(`${m.column} ${m.lead} ${m.tail}`) &&
      !ofText.test(profile.goal.statement)
    )
      return [];
    // The points of a rubric are no share of right answers, unless the goal is told by one.
    if (kind === 'percent' && onRubric.test(topic.title) && !byPoints.test(profile.goal.statement) && isUnnamed(m))
      return [];
    if (isAverage(m) && !profile.asksAverage && kind !== 'latency') return [];
    if (isReadingLevel(profile)) return [];
    const made = kind === 'score' && isNet(profile) ? net : undefined;
    const value = made ? { value: made.value } : worthOf(m, profile, topic);
    if (!value) return [];
    if (!rightScope(m, value, profile, topic.text)) return [];
    const tied = fitOf(m, profile, kind === 'rubric' ? titleProper(topic.title) : topic.title);
    const named = tied.score === 0 && !tied.conflict ? fitOfOnlyOne(m, profile, profiles, topic) : tied;
    const exact = named.tier === 'title' && isExactScore(m, profile) ? { ...named, score: named.score + 4 } : named;
    const fit = exact.score > 0 && countsSteps(m, profile) ? { ...exact, score: exact.score + 4 } : exact;
    // A bare number is a raw score only where its own label or heading says so.
    // `words read` may be of the sheet's own subject, which is another goal's.
    if (fit.tier === 'near' && !matchText(nearText(m), profile).firm && titleIsOf(profiles, profile, topic.title))
      return [];
    // `Organization  3` in the rubric of an essay is a trait of it, and no score of a goal of that name.
    const rubrics = profiles.filter((p) => p.goal.measure.kind === 'rubric');
    if (kind === 'score' && m.quantity.type === 'number' && titleIsOf(rubrics, profile, topic.title)) return [];
    // `hrs` on a sheet of prompts says how long was worked, whatever goal is about work.
    const isTimed = kind === 'duration' || kind === 'latency';
    if (isTimed && fit.tier === 'title' && m.quantity.type === 'number' && titleIsOf(profiles, profile, topic.title))
      return [];
    const whole = topic.outOf !== null && topic.outOf === profile.goal.measure.max;
    const vague = kind === 'score' && m.quantity.type === 'number' && fit.tier === 'title' && fit.score < 5 && !whole;
    return vague ? [] : [{ profile, value, fit, computed: made?.computed ?? null, doubt: null }];
  });
}

/** Whether a stretch of time is how long a probe of the page was: only its own words make it a result. */
const isLength = ({ quantity }: Mention, lengths: ReadonlySet<number>) =>
  quantity.type === 'time' && quantity.form === 'units' && lengths.has(quantity.seconds);

const isMeasurement = (m: Mention) =>
  m.quantity.type === 'ratio' || m.quantity.type === 'percent' || m.quantity.type === 'marks';

/** Two goals that fit so nearly alike cannot be told apart. */
const close = 0.2;

/** Ties `mentions` to the goals of their students. Letter levels are left to their own rule. */
export function findCandidates(mentions: readonly Mention[], context: MeaningContext): Candidates {
  const data = mentions.filter((m) => isData(m, context));
  const readings = readRates(data, context.minutesOf, (m) => context.topics[m.pageIndex]?.title ?? '');
  const partsOfRates = new Set([...readings.values()].flatMap((reading) => reading.parts));
  const lengths = new Set([...readings.values()].flatMap(({ minutes }) => (minutes ? [minutes * 60] : [])));
  const nets = netScores(data);
  const candidates: Candidate[] = [];
  const leftovers: Leftover[] = [];
  const place = (mention: Mention, byList: FitOf | null) => {
    const studentId = studentOf(mention, context);
    const profiles = studentId ? context.profiles.get(studentId) : undefined;
    if (!profiles) return;
    const topic = context.topics[mention.pageIndex] ?? { title: '', text: '', outOf: null };
    const reading = readings.get(mention);
    // What a timed reading is made of is no score of something else beside it.
    const hasRate = profiles.some(({ goal }) => goal.measure.kind === 'rate');
    if (!reading && hasRate && partsOfRates.has(mention)) return;
    // What was worked out from it is the result, not the figure itself.
    const own = reading?.less ? profiles.filter(({ goal }) => goal.measure.kind === 'rate') : profiles;
    const rank = (among: readonly GoalProfile[], fitOf: FitOf) =>
      optionsFor(mention, among, topic, reading, nets.get(mention), context.readsAloud, fitOf)
        .filter((o) => o.fit.score > 0 && !(o.fit.tier !== 'near' && isLength(mention, lengths)))
        .sort((a, b) => b.fit.score - a.fit.score);
    const labelled = rank(own, byList ?? topicFit);
    const tied = labelled.filter((o) => labelled[0]!.fit.score - o.fit.score < close).map((o) => o.profile);
    const governed = byList || tied.length === 1 ? [] : rank(tied.length > 0 ? tied : own, governedFit);
    const ranked = governed.length > 0 ? governed : labelled;
    const isOther = ranked[0]?.fit.tier === 'near' && isOfHeading(mention, ranked[0].profile, profiles);
    const [best, second] = isOther ? [] : ranked;
    if (!best) {
      if (isMeasurement(mention) || reading) leftovers.push({ mention, reason: 'It fits no goal of this student.' });
      return;
    }
    const margin = second ? best.fit.score - second.fit.score : Number.POSITIVE_INFINITY;
    if (margin < close && second) {
      const names = `“${best.profile.goal.area}” or “${second.profile.goal.area}”`;
      leftovers.push({ mention, reason: `It may speak to ${names}.` });
      return;
    }
    const when = dayOf(mention, context);
    candidates.push({
      mention,
      profile: best.profile,
      value: best.value,
      day: best.profile.asksWeek && best.profile.goal.measure.kind !== 'rate' ? weekOf(mention, context) : when.day,
      dayUnsure: when.unsure,
      score: best.fit.score + (best.fit.bonus ?? 0),
      margin,
      rival: second?.profile ?? null,
      computed: best.computed,
      doubt: best.doubt,
    });
  };
  for (const mention of data) place(mention, null);
  const lists = unplacedLists(
    leftovers.map((l) => l.mention),
    candidates,
  );
  const rows = leftovers.map((l) => l.mention).filter((m) => m.quantity.type === 'marks' && m.place === 'line');
  const again = [...lists, ...rows.filter((m) => !lists.has(m))];
  const kept = leftovers.filter((l) => !again.includes(l.mention));
  leftovers.splice(0, leftovers.length, ...kept);
  for (const mention of again) place(mention, lists.has(mention) ? listedFit : itemsFit);
  return { candidates, leftovers };
}
