/** How well the words around a mention name what a goal is about. */

import { namesWhen } from '../../binders/layout/when-words.ts';
import { conceptsIn } from '../../binders/topics/concepts.ts';
import type { Mention } from '../mentions/mention.ts';
import { type GoalProfile, manner } from './goal-profile.ts';
import { isAverage, isBest, isPartOfDay, isTotal, takesBack } from './labels.ts';
import { type Match, matchText } from './match-text.ts';
import { partBehind } from './part-of-period.ts';

/** `near`: its own label. `section`: the heading above. `title`: the document as a whole. */
export type Tier = 'near' | 'section' | 'title';

export interface TopicFit {
  /** 0 where nothing ties the mention to the goal. */
  readonly score: number;
  readonly tier: Tier | null;
  /** How much more it says than other figures of the same goal. */
  readonly bonus?: number;
  /** The words around it speak of something that the goal is not about. */
  readonly conflict: boolean;
}

const none: TopicFit = { score: 0, tier: null, conflict: false };
const clash: TopicFit = { score: 0, tier: null, conflict: true };

/** What stands closest to a mention, as one text. */
export function nearText(mention: Mention): string {
  const column = mention.dayFrom === 'column' ? '' : mention.column;
  if (mention.place === 'prose') return mention.sentence;
  const tail = mention.tail.slice(0, 48).split(/[(–;]| - /)[0] ?? '';
  const row = mention.hours ? '' : mention.row;
  // What was taken back is no label of what stands in its place.
  const lead = mention.lead.replace(takesBack, '');
  return [row, column, lead, lead === mention.lead ? tail : ''].filter((text) => text.trim() !== '').join(' | ');
}

/** Least weight of shared words that ties a mention to a goal. */
const enough = 0.45;
/** Least weight where a sentence, not the words right at the figure, ties it. */
const enoughAround = 1.2;

/** A label that names what the goal does not name is likely about something else. */
function labelMatch(label: string, profile: GoalProfile, weight = 0.7): Match {
  // How it was done (`without a reminder`, `unprompted`) names nothing; a goal that counts prompts is told of them.
  const counts = profile.goal.measure.kind === 'count' || profile.goal.measure.kind === 'level';
  const text = counts ? label : label.replace(manner, ' ');
  const match = matchText(text, profile);
  const foreign = [...conceptsIn(text).ids].filter((id) => id !== 'by-oneself' && !profile.concepts.ids.has(id)).length;
  return { ...match, hits: match.hits - weight * foreign };
}

const isTimed = (profile: GoalProfile) => ['count', 'duration', 'latency'].includes(profile.goal.measure.kind);

/** A figure whose own label says nothing takes its topic from the heading, else from the title. */
function inherited(mention: Mention, profile: GoalProfile, title: string, least: number): TopicFit {
  // A row above in the same table stands nearer than the heading over both.
  const strand = matchText(isTimed(profile) ? mention.strand : '', profile);
  if (strand.conflict) return clash;
  if (strand.hits >= least) return { score: 7.5 + Math.min(strand.hits, 5), tier: 'section', conflict: false };
  const named = matchText(mention.section, profile);
  // A line of the day (`lunch: not counted`) is no heading of what is counted under it.
  const heading = isTimed(profile) && named.hits < least && namesWhen(mention.section) ? '' : mention.section;
  const section = heading === '' ? matchText('', profile) : named;
  if (section.conflict) return clash;
  if (section.hits >= least) return { score: 8 + Math.min(section.hits, 5), tier: 'section', conflict: false };
  // A remark on how it was counted is no heading: where it names nothing, the title speaks for the rows of days and hours.
  const remark = isTimed(profile) && mention.place === 'row' && conceptsIn(heading).ids.size === 0;
  // What stands out of the goal's own maximum needs less said about it.
  if (section.strange > 2 && !remark && least >= enough && !title.includes(mention.section)) return none;
  if (strand.strange > 1) return none;
  const whole = matchText(title, profile);
  if (whole.conflict) return clash;
  return whole.hits >= least ? { score: 2 + Math.min(whole.hits, 5), tier: 'title', conflict: false } : none;
}

/** `4 call-outs yesterday, 2 today`: what is counted was named before. */
const ofNow = /^\W{0,2}(?:today|this (?:week|session)|now)\b/i;

/** `4 min before lunch and again for 7 min`: the words for it stand before the first. */
const again = /\band (?:then )?again(?: for| at)?\W*$/i;

/** Running text: the words right around the figure decide; its whole sentence only where it is the one figure in it. */
function proseFit(mention: Mention, profile: GoalProfile, title: string): TopicFit {
  const part = labelMatch(mention.part, profile, 0.25);
  if (part.conflict) return clash;
  if (part.hits >= enough) return { score: 15 + Math.min(part.hits, 6), tier: 'near', conflict: false };
  const sentence = matchText(mention.sentence, profile);
  if (sentence.conflict) return clash;
  // An average and a total sum up what their sentence tells; parts of a day carry it on.
  if (
    isTimed(profile) &&
    (again.test(mention.lead) ||
      isAverage(mention) ||
      isBest(mention) ||
      isTotal(mention) ||
      partBehind(mention) !== '' ||
      ofNow.test(mention.tail)) &&
    sentence.hits >= enough
  )
    return { score: 14 + Math.min(sentence.hits, 4), tier: 'near', conflict: false };
  if (mention.alone && sentence.hits >= enoughAround)
    return { score: 13 + Math.min(sentence.hits, 4), tier: 'near', conflict: false };
  // A few words without a topic of their own take it from the heading, as a label would.
  const plain = matchText(mention.sentence.replace(/\([^()]*\)/g, ' '), profile);
  const told = Math.min(plain.strange, sentence.strange) <= 1 ? inherited(mention, profile, title, enough) : none;
  if (told.score > 0 || told.conflict) return told;
  // Whatever words a remark has, it stands under what the entry of a list is about.
  const over = matchText(mention.section, profile);
  const headed = /^\W*(?:\d{1,2}|[a-z])?[.)]?\s*[A-Z]/.test(mention.section) && over.strange <= 2 && !over.conflict;
  if (headed && over.hits >= 1 && mention.alone && part.hits > -0.3)
    return { score: 4 + Math.min(over.hits, 5), tier: 'section', conflict: false };
  const before = matchText(mention.before, profile);
  // A time is of little else than a timed goal: for it less need be said.
  const timed = mention.quantity.type === 'time' && isTimed(profile);
  const carries =
    mention.alone && before.hits >= (timed ? 0.6 : 1.5) && !before.conflict && sentence.strange <= (timed ? 6 : 4);
  return carries ? { score: 2 + before.hits, tier: 'section', conflict: false } : none;
}

/** Words of a column that say how it was measured, for what is counted or timed. */
const measureWords =
  /\b(?:elapsed|durations?|how (?:long|many)|length|lasted|took|tall(?:y|ies)|mean|average|avg|secs?|seconds?|mins?|minutes?|marks?|strokes?|timer|stop ?watch|clicker)\b/gi;

/** Words of a column that say that it holds a level of help, and not for what. */
const helpWords = /\b(?:prompt(?:ing|s)?|help|cue|support|assistance)(?: (?:level|lvl|needed|given|used))?\b/gi;

/** Words for the levels themselves: `3 gesture`. */
const kindsOfHelp =
  /\b(?:indep(?:endent(?:ly)?)?|verbal(?:ly)?|gestur(?:e|al)|(?:partial|full|light) (?:physical|phys|prompt|assist\w*)|physical|hand over hand|hoh)\b\.?/gi;

/** The label of a figure without the words that only say how it was measured. */
function labelOf(mention: Mention, profile: GoalProfile): string {
  if (isTimed(profile)) return nearText(mention).replace(measureWords, ' ');
  if (/\bown work\b/i.test(mention.lead)) return nearText(mention).replace(/\bown work\b/gi, ' ');
  if (profile.levelKey.length === 0) return nearText(mention);
  const near = nearText(mention).replace(kindsOfHelp, ' ');
  return mention.place === 'row' ? near.replace(helpWords, ' ') : near;
}

/**
 * What the heading of a list ties its rows of marks to, whatever the rows are called: `snack  S M S`, `red  + +`. Only for
 * lists of which no row names a goal.
 */
export function listedFit(mention: Mention, profile: GoalProfile, title: string): TopicFit {
  const near = labelMatch(labelOf(mention, profile), profile);
  if (near.conflict || near.hits < -1.5) return none;
  const told = inherited(mention, profile, title, 1);
  // Rows with words of their own need a heading, not only a title, where they are no marks.
  if (told.tier === 'title' && mention.quantity.type !== 'marks') return none;
  return told.score > 0 ? { ...told, score: Math.min(told.score, 9) } : told;
}

/** What the items of a row of marks are, where nothing else says what it is about: `1 who ✓   2 where ✗   3 why ✗`. */
export function itemsFit(mention: Mention, profile: GoalProfile): TopicFit {
  const items = matchText(mention.sentence, profile);
  const isTold = mention.quantity.type === 'marks' && items.hits >= enoughAround && items.firm && !items.conflict;
  return isTold ? { score: 3, tier: 'section', conflict: false } : none;
}

/** Whether a result was put together from the columns of its row. */
export function isOfParts(mention: Mention): boolean {
  return mention.place === 'row' && mention.quantity.type === 'ratio' && mention.column === '' && mention.lead === '';
}

/** `9:30  fluency page   30 s`: what went on at that hour, not what was timed. */
function isTimeAtHour(mention: Mention): boolean {
  return (
    mention.place === 'line' &&
    mention.quantity.type === 'time' &&
    mention.quantity.form === 'units' &&
    /^\W*\d{1,2}:\d{2}\b(?!\s*[-–])/.test(mention.sentence)
  );
}

/** How well `mention` fits `profile`; `title` is what the whole document is about. */
export function topicFit(mention: Mention, profile: GoalProfile, title: string): TopicFit {
  if (mention.place === 'prose') return proseFit(mention, profile, title);
  const near = labelMatch(labelOf(mention, profile), profile);
  // An hour or a class of the day says when, not what.
  const when = (isPartOfDay(mention) || isTimeAtHour(mention)) && isTimed(profile);
  if (near.conflict && !when) return clash;
  const exact = isExactScore(mention, profile);
  if (near.hits >= (exact ? 0.2 : enough) && (near.firm || near.strange === 0)) {
    const section = matchText(mention.section, profile);
    if (section.conflict && near.hits < 1.5) return clash;
    const bonus = Math.min(section.hits, 2) * 0.5 + Math.min(matchText(title, profile).hits, 2) * 0.25;
    return { score: 14 + Math.min(near.hits, 6) + bonus, tier: 'near', conflict: false };
  }
  // A label that speaks of something else does not inherit what the heading says; on dated lines it may be a remark.
  const remark = mention.dayFrom === 'row' && near.strange <= 2 && near.hits > -0.5;
  const weakly = near.hits >= enough && near.strange <= 2;
  // `snack   4   3   1   0` under `chances   on her own   model`: where it was, when the page is about nothing else.
  const occasion = isOfParts(mention) && near.hits === 0 && near.strange <= 2 && conceptsIn(mention.row).ids.size === 0;
  if (near.strange > 0 && !when && !remark && !weakly && !occasion) return none;
  const told = inherited(mention, profile, title, exact ? 0.2 : enough);
  // A column of elapsed time is what a timed goal asks for, before any other time of the row.
  const fit =
    told.score > 0 && (isElapsed(mention, profile) || isCountColumn(mention, profile)) ? { ...told, bonus: 11 } : told;
  return remark && near.strange > 0 && fit.score + (fit.bonus ?? 0) < 4.5 ? none : fit;
}

/** Whether a column is that of the count, for a goal that is counted. */
function isCountColumn(mention: Mention, profile: GoalProfile): boolean {
  return (
    profile.goal.measure.kind === 'count' &&
    /^(?:#|count|tally|total|tot|freq(?:uency)?|how many|number|times|marks|incidents|occurrences)\b\.?(?! (?:to date|so far))/i.test(
      mention.column.trim(),
    )
  );
}

/** Whether the label of a mention says how long, for a goal that is timed. */
function isElapsed(mention: Mention, profile: GoalProfile): boolean {
  const { kind, unit } = profile.goal.measure;
  if (kind !== 'duration' && kind !== 'latency') return false;
  const label = `${mention.column} ${mention.row} ${mention.lead}`;
  return (
    /\b(?:elapsed|latency|duration|how long|length|lasted|took)\b/i.test(label) ||
    new RegExp(`\\b${unit.slice(0, 3)}`, 'i').test(label)
  );
}

/** A score out of exactly the goal's own maximum, where that is no everyday number. */
export function isExactScore(mention: Mention, profile: GoalProfile): boolean {
  const { kind, max } = profile.goal.measure;
  const { quantity } = mention;
  return (
    (kind === 'rubric' || kind === 'score') && quantity.type === 'ratio' && quantity.denominator === max && max > 5
  );
}

/** Least weight by which a sentence before says what a paragraph is about. */
const enoughBefore = 0.9;

/** Words of how something was done or found out name nothing else that is measured. */
const ofNoTopic = new Set(['by-oneself', 'counting']);

const isForeign = (text: string, profile: GoalProfile) =>
  [...conceptsIn(text).ids].some((id) => !ofNoTopic.has(id) && !profile.concepts.ids.has(id));

/** A score in running text may say nothing of what it is of: `On Tuesday he finished 4 of 5 tasks, on Friday 2 of 5.` A time says it, but for a bare one. */
function carriesOn({ quantity: { type }, sentence }: Mention, profile: GoalProfile): boolean {
  if (type === 'time') return isTimed(profile) && matchText(sentence, profile).strange <= 1;
  return type === 'ratio' || type === 'percent' || type === 'marks';
}

/** `Blends at the back table. I showed her ten cards. She got seven.`: the nearest stretch before that names something. */
function carriedOn(mention: Mention, profile: GoalProfile): TopicFit {
  if (!carriesOn(mention, profile) || isForeign(mention.part, profile) || matchText(mention.part, profile).conflict)
    return none;
  for (const [distance, words] of [mention.clause, ...mention.above].entries()) {
    const match = matchText(words, profile);
    if (match.conflict) return none;
    if (match.hits >= enoughBefore && match.firm)
      return { score: 5.5 - 0.6 * distance + 0.05 * Math.min(match.hits, 5), tier: 'section', conflict: false };
    if (isForeign(words, profile)) return none;
  }
  return none;
}

/** A line with more words of its own is an instruction or a remark. */
const strangeAbove = 2;

/**
 * What ties a figure to a goal where neither its labels nor its heading nor the title do, or where they leave it between
 * several: the nearest line above that names the goal.
 */
export function governedFit(mention: Mention, profile: GoalProfile): TopicFit {
  // A bare number may be anything that was counted or timed; a score is a score.
  if (mention.quantity.type === 'number' && isTimed(profile)) return none;
  if (mention.place === 'prose') return carriedOn(mention, profile);
  const near = labelMatch(labelOf(mention, profile), profile);
  if (near.conflict || near.strange > 0) return none;
  for (const [distance, words] of mention.above.entries()) {
    const match = labelMatch(words, profile);
    if (match.hits >= enough && match.firm && !match.conflict && match.strange <= strangeAbove)
      return { score: 6.5 - 0.6 * distance + 0.05 * Math.min(match.hits, 5), tier: 'section', conflict: false };
  }
  return none;
}
