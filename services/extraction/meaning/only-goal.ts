/** What ties a figure to the one goal that can have it, where its own words hardly do. */
import type { Mention, Topic } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { matchText } from './match-text.ts';
import { isExactScore, type TopicFit } from './topic-fit.ts';

/** How exactly a text was read says nothing of other goals. */
export const ofReading = /\bacc(?:uracy)?\b/i;
export const ofText = /\b(?:running record|oral reading|passages?|texts?|books?|decod\w+)\b/i;

/** A label that is nothing but that of how exactly a text was read, on a page that tells of reading aloud. */
const readingAccuracy =
  /^\W*(?:(?:reading|oral|word|total) )*acc(?:uracy)?(?: rate)?(?: (?:on|of|in) (?:the |this )?(?:passage|text|reading))?\W*$/i;
const aloud = /\b(?:running (?:record|words)|r\.?w\.?|words? read|read aloud|w?c[wr]?pm|orf|passage|miscues)\b/i;
const isTextAccuracy = ({ goal }: GoalProfile) =>
  goal.measure.kind === 'percent' &&
  /\baccura/i.test(goal.statement) &&
  /\bread/i.test(goal.statement) &&
  ofText.test(goal.statement);

/** A score out of the goal's own maximum on a page that names the goal's own rubric. */
function namesInstrument(m: Mention, profile: GoalProfile, topic: Topic): boolean {
  const { kind, max } = profile.goal.measure;
  if (kind !== 'rubric' || m.quantity.type !== 'ratio' || m.quantity.denominator !== max || !profile.instrument)
    return false;
  return topic.text.toLowerCase().includes(profile.instrument);
}

/** `word list 9     12 / 15` for the one goal that is out of 15, where the page says nothing of anything else. */
function fitOfExact(m: Mention, own: GoalProfile, all: readonly GoalProfile[], topic: Topic): TopicFit {
  const none: TopicFit = { score: 0, tier: null, conflict: false };
  if (!isExactScore(m, own) || all.some((p) => p !== own && p.goal.measure.max === own.goal.measure.max)) return none;
  const around = matchText(`${topic.title} ${m.section} ${m.sentence}`, own);
  const isPlain = !around.conflict && around.hits > 0.1 && around.strange <= 1;
  return isPlain && (own.goal.measure.max ?? 0) > 10 ? { score: 3, tier: 'title', conflict: false } : none;
}

/** What ties a figure to the one goal that can have it where its own words hardly do. */
export function fitOfOnlyOne(m: Mention, own: GoalProfile, all: readonly GoalProfile[], topic: Topic): TopicFit {
  const none: TopicFit = { score: 0, tier: null, conflict: false };
  if (namesInstrument(m, own, topic)) return { score: 3, tier: 'title', conflict: false };
  const ofTexts = all.filter((p) => isTextAccuracy(p));
  if (ofTexts.length === 1 && ofTexts[0] === own && readingAccuracy.test(m.lead) && aloud.test(topic.text))
    return { score: 12, tier: 'section', conflict: false };
  if (m.place !== 'prose') return fitOfExact(m, own, all, topic);
  const { kind, max } = own.goal.measure;
  // `Most help she needed today = level 3` on a page that is called after the one goal with levels of help.
  const named = matchText(topic.title.split('\n')[0] ?? '', own);
  const saysLevel = own.levelKey.length > 0 && /\blevel\W*$/i.test(m.lead) && m.part.length < 80;
  if (saysLevel && named.hits >= 1 && !named.conflict && all.filter((p) => p.levelKey.length > 0).length === 1)
    return { score: 5, tier: 'title', conflict: false };
  const around = matchText(`${m.before} ${m.sentence}`, own);
  if (around.conflict || around.hits <= 0.1) return none;
  // `knew 19 out of 52`, and only one goal is out of 52; `that is level 3`, and only one goal has levels of help.
  const isWhole = m.quantity.type === 'ratio' && kind === 'score' && max !== undefined && max > 10;
  const isLevel = own.levelKey.length > 0 && /\blevel\W*$/i.test(m.lead);
  const rivals = all.filter((p) => (isLevel ? p.levelKey.length > 0 : isWhole && p.goal.measure.max === max));
  return (isWhole || isLevel) && rivals.length === 1 ? { score: 6, tier: 'section', conflict: false } : none;
}
