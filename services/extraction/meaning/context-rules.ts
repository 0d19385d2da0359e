/**
 * What the words around a figure make of it. Most numbers on a page are no new measurement: targets, baselines, norms,
 * averages of others, last year, hopes. Each rule gives the reason that a person is shown.
 */
import type { Mention } from '../mentions/mention.ts';
import { baselineCode, earlier, earlierBefore, earlierBehind, unitBehind } from './context/earlier-results.ts';
import { home, homeWords } from './context/home.ts';
import { hope, hopeWords } from './context/hopes.ts';
import { norm, normBefore, normBehind } from './context/norms.ts';
import { group, groupBefore, groupBehind, somebodyElse, somebodyElseWords } from './context/other-people.ts';
import {
  noGoalWords,
  notCompleteWords,
  notCountedWords,
  onFileWords,
  otherLanguageWords,
  ownRatingWords,
  warmUpWords,
} from './context/set-aside.ts';
import { target, targetBefore, targetBehind } from './context/targets.ts';

export type Verdict = 'data' | 'not_data';

export interface Judgement {
  readonly verdict: Verdict;
  /** Why it is no data; empty for data. */
  readonly reason: string;
}

interface Rule {
  readonly reason: string;
  readonly pattern: RegExp;
}

/** Words before a figure, in its own cell or clause. The last of them before the figure decides, unless a word of the present follows. */
const leadRules: readonly Rule[] = [
  { reason: target, pattern: targetBefore },
  { reason: earlier, pattern: earlierBefore },
  { reason: earlier, pattern: baselineCode },
  { reason: norm, pattern: normBefore },
  { reason: group, pattern: groupBefore },
];

/** Words that return a figure to the present, after a target or a baseline was named. */
const present =
  /\b(?:today|now|current(?:ly)?|this (?:week|time|morning|afternoon|session|probe|period)|score[ds]?|got|earned|result|new probe|actual|and (?:got|earned|had|scored|read)|but|hoy|ahora|esta semana|obtuvo)\b(?!.*\b(?:goal|target|baseline)\b)/i;

/** `down from 8, and he stayed …`: the word was about the figure behind it, and a new clause has begun since. */
const spent = /\d[^,;]*[,;](?: and| but| then)? (?:s?he|they|we|I|[A-Z][a-z]+) [a-z]/;

/** Words behind a figure. */
const tailRules: readonly Rule[] = [
  { reason: 'the number of a form', pattern: /^\W{0,2}rev(?:\b|\.|ised|ision)/i },
  { reason: target, pattern: targetBehind },
  { reason: earlier, pattern: earlierBehind },
  { reason: norm, pattern: normBehind },
  { reason: group, pattern: groupBehind },
];

/** Minutes per week are a promise. */
const promised = /^\W{0,2}(?:per|\/|a|each|every)\s?(?:wk|week|mo|month|semana)\b/i;

/** Words of a whole sentence or line. */
const sentenceRules: readonly Rule[] = [
  { reason: hope, pattern: hopeWords },
  { reason: home, pattern: homeWords },
  { reason: 'not counted by whoever wrote it down', pattern: notCountedWords },
  { reason: 'the page says that it belongs to no goal', pattern: noGoalWords },
  { reason: somebodyElse, pattern: somebodyElseWords },
  { reason: 'in another language than the goal', pattern: otherLanguageWords },
  { reason: 'not complete yet', pattern: notCompleteWords },
  { reason: 'the student’s own rating', pattern: ownRatingWords },
  { reason: 'an average of results that are already on file', pattern: onFileWords },
];

/** A sentence without a subject that tells what somebody else said: `- Says she reads 20 at home`. */
const hearsay = /^\W*(?:says|mentions|mentioned|feels|thinks|dice)\b(?! ?["“'])/i;

/** What a remark anywhere on the line takes out of account, even in another cell. */
const lineRule: Rule = {
  reason: 'the page says that it does not count',
  pattern:
    /\b(?:old|former|previous) goal\b|\b(?:screening|placement|practice) only\b|\bnot (?:the|an?|her|his|for (?:the|an|her|his)) (?:iep )?(?:measure|goals?|iep|data)\b|\bno (?:\w+ ){0,2}goal\b(?! met)|\bnot on (?:the |her |his )?iep\b|\b(?:just )?for fun\b|\bnot (?:counted|counting|valid)\b|\binvalid\b|\b(?:do|does|did)(?: not|n'?t) count\b|\bvoid\b/i,
};

/** `TOTAL of 24  ____`: the most that there is to get. */
const maximum =
  /\b(?:total|score|points?|sum)[^.;:\d]{0,12} (?:out )?of\W*$|\b(?:possible|max(?:imum)?) (?:total|score|points?|pts)\W*$|\b(?:total|score|points?|pts) (?:possible|available)\W*$/i;

/** `04/22   14   BASELINE`: what the last column of a row says of all of it. */
const endsEarlier =
  /\d[\d.,%/]*["']? ?(?:[a-z/]+ )?["']?(?:(?:at )?baseline|pre-?test|archived?|(?:prior|previous|last) (?:school )?(?:year|yr))\W*$/i;

/** `G, P do not count`: which marks of the sheet do not, not which results. */
const codesOut = /(?<![A-Za-z])(?:[A-Z]{1,3}(?:,? (?:and |or |& )?|\/|, ?)){1,4}(?:do|does|did)(?: not|n'?t) count\b/g;

/** `a pass to get a medicine does not count`: a remark on one kind of thing is no heading of what stands below it. */
const ofThatAlone = /\b(?:an?|any|the|each) (?:[\w-]+ ){2,8}(?:do|does|did)(?: not|n'?t) count\b/gi;

/** `1 shift = 1 tally line`: how the sheet is to be read. */
const keyLine =
  /^\W*(?:[1lI]|one|each|every) (?:[a-z]+(?: [a-z]+)?|[/|]) = |\b(?:1|one|each|every) (?:marks?|strokes?|slash|tall(?:y|ies)|tally marks?|lines?|dots?|ticks?|checks?|hash(?: marks?)?) ?= ?(?:1|one|an?)\b/i;

/** `peer:  off task in 3 of 24`. */
const ofPeer = /^\W*(?:typical |comparison |same[- ]sex )?peers?(?: [a-z]+)?\s*:/i;

const notData = (reason: string): Judgement => ({ verdict: 'not_data', reason });
const data: Judgement = { verdict: 'data', reason: '' };

const governors: readonly Rule[] = [
  { reason: earlier, pattern: /^(?:base|bl|l[ií]nea|last|prior|prev|spring|fall|autumn|winter|summer)/i },
  { reason: home, pattern: /^(?:(?:from|at) )?(?:home|casa)/i },
  { reason: norm, pattern: /^(?:norm|expect|benchmark)/i },
  { reason: hope, pattern: /^(?:plan|next|note to self)/i },
  { reason: 'the key of the sheet', pattern: /^(?:key|scale|record|ex|example)/i },
  { reason: target, pattern: /./ },
];

/** The last rule that speaks in `text`, and where it ends. */
function lastOf(rules: readonly Rule[], text: string): { rule: Rule; end: number } | null {
  let best: { rule: Rule; end: number } | null = null;
  for (const rule of rules) {
    for (const match of text.matchAll(rule.pattern)) {
      const end = match.index + match[0].length;
      if (!best || end > best.end) best = { rule, end };
    }
  }
  return best;
}

/** A month named without a day speaks of another time: `In Sept she was at 1`, `Sept. level: G`. */
const monthWord =
  /\b(?:in|since|back in|from|of|en|desde)?\s*\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?=,? 20\d\d)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b\.?(?! ?\d{1,2}\b)(?:,? ?20\d\d)?/gi;
const monthNumbers: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  may: 5,
  ago: 8,
  dic: 12,
};

function speaksOfAnotherMonth(text: string, month: number | null): boolean {
  for (const match of text.matchAll(monthWord)) {
    const named = monthNumbers[(match[1] ?? '').slice(0, 3).toLowerCase()];
    if (named !== undefined && month !== null && named !== month) return true;
  }
  return false;
}

/** \`it was 9 x the day of the fire drill\`: another day than the one that is told of. */
const otherTime =
  /^\W{0,3}(?:(?:x|times?|min\w*|sec\w*|%)\W? ?)?(?:on |back |during )?(?:the|that) (?:day|week|time|morning|month|year) (?:of|before|after|we|he|she|they|that|when)\b/i;

/** A measurement that was taken the day before: `on yesterday's quiz`, `yesterday on the probe`. */
const measuredYesterday =
  /\b(?:taken|given|done|collected|probed|checked|timed|measured) yesterday\b|\byesterday['’]s (?!total|count|data|number|score\b)\w+|\b(?:quiz|test|probe|check|ticket|session|sample|timing|running record|lesson)\b[^.;]{0,30}\byesterday\b|\byesterday\b[^.;]{0,40}\b(?:quiz|test|probe|check|ticket|session|sample|timing|running record)\b|\b(?:prueba|examen|sesi[oó]n) de ayer\b/i;
const namesToday = /\b(?:today|this (?:morning|afternoon)|now|hoy)\b/i;

/** `4 yesterday, 2 today`: an earlier result beside the one of the day. What was measured yesterday, and told alone, is a result. */
function isOfYesterday(m: Mention): boolean {
  const own = m.place === 'prose' ? `${m.part} ${m.tail.slice(0, 32)}` : `${m.row} ${m.lead} ${m.tail.slice(0, 24)}`;
  if (!/\b(?:yesterday|ayer)\b/i.test(own) || isOfNow.test(m.tail)) return false;
  return m.place !== 'prose' || namesToday.test(m.sentence) || !measuredYesterday.test(m.sentence);
}

/** Columns that say what a result is out of or how it weighs. */
const measureOnly = /^\W*(?:weight(?:ing)?|wt|multiplier|possible|poss|max(?:imum)?|out of)\W*$/i;

/** `1 pt each`: what one item is worth. */
const weighs = /^\W{0,2}(?:pts?|points?|puntos?)\b\.? (?:each|apiece|per|cada)\b/i;

/** Columns that the student, not the adult, filled in. */
const ownRating = /^\W*(?:self|me|my (?:score|count|rating)|student(?:'s)? (?:score|rating|count)|partner|peer)\W*$/i;

/** `4 yesterday, 2 today`: what stands behind it says when it was. */
const isOfNow = /^\W{0,2}(?:today|this (?:week|morning|session)|now)\b/i;

/** Rows of an export that are not the student's, or not of this year. */
const rowOfGroup =
  /^\W*(?:class|grade|gr\.? ?\d|cohort|group|school|district|building)\b.{0,20}\b(?:mean|average|avg|median|norm)\b/i;
const rowOfOldYear = /\b(?:prior|last|previous) (?:school )?(?:year|yr)\b|\barchived?\b/i;

/** Judges one mention; `month` (1 to 12) is the month that its evidence is of. */
export function judge(mention: Mention, month: number | null): Judgement {
  if (mention.governor !== '') {
    const rule = governors.find((r) => r.pattern.test(mention.governor));
    if (rule) return notData(rule.reason);
  }
  if (mention.dayFrom !== 'column' && ownRating.test(mention.column)) return notData('the student’s own rating');
  if (mention.dayFrom !== 'column' && measureOnly.test(mention.column))
    return notData('what it is out of, not a result');
  if (mention.quantity.type === 'number' && mention.place !== 'prose' && measureOnly.test(mention.lead))
    return notData('what it is out of, not a result');
  for (const label of [mention.row, mention.column]) {
    const found = lastOf(leadRules, label);
    if (found) return notData(found.rule.reason);
  }
  // `head down from 10:02 until 10:11`: since when, not what it came down from.
  const isRange = mention.quantity.type === 'time' && mention.quantity.form !== 'units';
  const lead = isRange ? mention.clause.replace(/\bfrom\W*$/i, '') : mention.clause;
  const found = lastOf(leadRules, lead);
  if (
    found &&
    !isOfNow.test(mention.tail) &&
    !present.test(lead.slice(found.end)) &&
    !spent.test(lead.slice(found.end))
  )
    return notData(found.rule.reason);
  // `32 of 42 possible`: the whole stands within the figure itself.
  const tail =
    mention.quantity.type === 'ratio'
      ? mention.tail.replace(/^\W{0,3}(?:points? )?(?:possible|available)\b/i, ' ')
      : mention.tail;
  for (const rule of tailRules) if (rule.pattern.test(tail)) return notData(rule.reason);
  if (mention.place === 'prose' && earlierBehind.test(tail.replace(unitBehind, ''))) return notData(earlier);
  // `Circle is 15 min long`: how long the thing lasts, not how long anybody stayed.
  if (
    mention.quantity.type === 'time' &&
    /\b(?:is|are|lasts?|runs?)\W*$/i.test(lead) &&
    /^\W{0,2}long\b/i.test(mention.tail)
  )
    return notData('how long it lasts, not a result');
  if (mention.quantity.type === 'number' && weighs.test(mention.tail))
    return notData('what it is out of, not a result');
  if (mention.quantity.type === 'time' && promised.test(mention.tail)) return notData('minutes promised, not given');
  if (isOfYesterday(mention)) return notData(earlier);
  if (/\b(?:was|were|had(?: been)?|got|did)\W*$/i.test(lead) && otherTime.test(mention.tail)) return notData(earlier);
  if (/^was\b/i.test(lead) && mention.inParentheses) return notData(earlier);
  if (
    speaksOfAnotherMonth(lead, month) ||
    (/^\W{0,3}(?:times? )?(?:an? (?:day|week|session) )?(?:back )?in [A-Z]/.test(mention.tail) &&
      speaksOfAnotherMonth(mention.tail, month))
  ) {
    return notData(earlier);
  }
  if (mention.place === 'row' && mention.dayFrom === 'row') {
    if (rowOfGroup.test(mention.sentence)) return notData(group);
    if (rowOfOldYear.test(mention.sentence)) return notData(earlier);
  }
  if (keyLine.test(mention.sentence)) return notData('the key of the sheet');
  if (ofPeer.test(mention.sentence)) return notData(group);
  if (mention.quantity.type === 'number' && maximum.test(mention.clause))
    return notData('what it is out of, not a result');
  if (warmUpWords.test(mention.section) || (mention.dayFrom !== 'column' && warmUpWords.test(mention.column)))
    return notData(lineRule.reason);
  if (mention.place === 'row' && endsEarlier.test(mention.sentence)) return notData(earlier);
  if (mention.quoted) return notData('words that the page quotes');
  if (mention.place === 'prose' && hearsay.test(mention.sentence))
    return notData('told by somebody else, not measured at school');
  // A remark in parentheses with a figure of its own is about that one: `6 miscues (5 self-corrected, not counted)`.
  const sentence = mention.inParentheses
    ? mention.sentence
    : mention.sentence.replace(/(?<=\d.*)\([^()]*\d[^()]*\)/g, ' ');
  const around = mention.place === 'prose' ? sentence : `${mention.row} ${mention.lead} ${mention.tail}`;
  for (const rule of sentenceRules) if (rule.pattern.test(around)) return notData(rule.reason);
  const heading = mention.place === 'prose' ? '' : mention.section.replace(ofThatAlone, ' ');
  if ([sentence, mention.over, heading].some((text) => lineRule.pattern.test(text.replace(codesOut, ' '))))
    return notData(lineRule.reason);
  return data;
}
