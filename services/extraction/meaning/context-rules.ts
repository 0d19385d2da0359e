/**
 * What the words around a figure make of it. Most numbers on a page are no new measurement: targets, baselines, norms,
 * averages of others, last year, hopes. Each rule gives the reason that a person is shown.
 */
import type { Mention } from '../mentions/mention.ts';

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
  {
    reason: 'a target, not a result',
    pattern:
      /\b(?:(?:annual |iep |her |his |their |the |year-end |spring )?(?:goal|target|(?<!\b(?:cop(?:y|ied|ying)|writ(?:e|es|ing)|wrote|read(?:s|ing)?|post(?:ed)?|lesson|learning|content|language|date|class|daily|day['’]s) (?:(?:the|a|and|&|down|date|today['’]s|daily) )*)objective|crit(?:erion|eria)?|mastery|aim(?: ?line)?)s?(?! (?:area|sheet|data|met|\d\b)))\b(?!\))(?: (?:line|level|score|this week|is|of|for|was|by|set at|remains|stays))*|\bbenchmark\b|\bmeta(?: es| de)?\b|\bcut[- ]?(?:score|off)\b|\bexpect(?:ed|ation)s?\b|\bproficient\b|\bshould\b|\bneeds? to (?:be|get|reach|read|have)\b|\bend of (?:gr|grade|year|yr)\b|\bcontract\b|\breward\b|(?<!time )\b(?:limit|cap)\b|\b(?:most|max(?:imum)?) allowed\b|\bpromised\b|\bto pass\b|\bexit (?:score|criteri\w+)\b|\biep (?:total|score|number|mark|level)s?\b|\bneeds?\W*$|\bpay-?off\b|\bwe(?:['’]re| are| all)? (?:want|aim|shoot|work)(?:ing)?(?: for| at| toward| to (?:see|reach))?\b|\bwants? (?:to see|her|him|them) (?:at|to)\b|\bcriterio\b|\bmove (?:on|to)\b|\bon grade level\b/gi,
  },
  {
    reason: 'a baseline or an earlier result restated',
    pattern:
      /\bbase ?lines?\b|\bbeginning of (?:the )?(?:yr|year)\b|\bBOY\b|\blast (?:spring|fall|winter|summer|year|yr|school year|month|quarter|week|time|trimester|semester|marking period|grade|iep|probe|check)\b|\blast (?:mon|tues?|wed(?:nes)?|thurs?|fri)(?:day)?(?:['’]s)?\b|\blast (?:score|card|record|rec|result|sheet|form|time's)\b|\bprior\b|\bprev(?:ious(?:ly)?)?\b|\bused to\b|\bup from\b|\bdown from\b|\bcompared (?:to|with)\b|\b(?:spring|fall|winter|autumn|summer) (?:of )?20\d\d\b|\bwas at\b|\b(?:spring|fall|winter|autumn|summer) (?:total|score|result|level|rating)\b|\bstarting (?:point|level|score)\b|(?:^|\bwhere )(?:s?he |it )?start(?:ed)?\W*$|\bstarting (?:number|rate|count)\b|\bwhen we (?:began|started)\b|\bstarted (?:the year |out |the quarter )?(?:at|with)\b|\bback in (?=the (?:fall|spring|winter)|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|20\d\d)|\bago\b|\boriginal(?:ly)?\b|\bl[ií]nea (?:de )?base\b|\bel año pasado\b|\bpre-?test\b|\bfall probe\b|\balready on file\b/gi,
  },
  // In small letters it is a blend.
  { reason: 'a baseline or an earlier result restated', pattern: /\bBL\b/g },
  {
    reason: 'a norm, not this student',
    pattern:
      /\bnorm(?:s|ative)?\b|\bpercentiles?\b|%ile|\bnational\b|\bgrade[- ]level\b|\b(?:standard|std\.?|stand\.) ?scores?\b|^ss$|\bscaled\b|\b(?:age|grade|g|a)\.? ?eq(?:uiv\w*)?\b|\b(?:commercial|industry|production|competitive|job|employer) (?:standard|rate)\b|\bmid-?year\b(?! (?:probe|check|test|score))|\btypical(?:ly)?\b|\baverage (?:student|reader)\b|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\d(?:st|nd|rd|th)) graders?\b/gi,
  },
  {
    reason: 'a group or class figure, not this student',
    pattern:
      /\b(?:class|room|homeroom|group|grade|school|team|table|district|section|cohort|period|building|roster|everyone)(?:['’]s)?(?: \w+)? (?:avg|average|mean|median|total|score|range|norm|high|low)\b|\b(?:avg|average|mean|median|range) (?:of|for|in|across) (?:the |this |our |my |all )?(?:\w+ )?(?:class|room|group|grade|section|team|school|students|kids|peers)\b|^\W*(?:class|room|homeroom|grade level|classmates|peers)\W*$|\bclass(?:mates)?(?: \w+){0,2} (?:stay|average|got|scored)\b|(?<!\b(?:to|with|by|beside|near|at|for|of|from|and|a|the|his|her|their|another|one) )\bclassmates?\b|\b(?:comparison|other (?:students|kids)|typical peers?|buddy|neighbor|(?:desk|seat|table|lab|bench|row|reading|work)[- ]?(?:mate|partner)s?|peer next to (?:her|him)|rest of (?:the )?(?:class|group)|sibling|brother|sister|twin|cousin|compañeros)\b|\b(?:class|group|room)\s*[:=]|\bpeers? (?:average|avg|observed|comparison|mean|read|name|stay|in gr)\w*/gi,
  },
];

/** Words that return a figure to the present, after a target or a baseline was named. */
const present =
  /\b(?:today|now|current(?:ly)?|this (?:week|time|morning|afternoon|session|probe|period)|score[ds]?|got|earned|result|new probe|actual|and (?:got|earned|had|scored|read)|but|hoy|ahora|esta semana|obtuvo)\b(?!.*\b(?:goal|target|baseline)\b)/i;

/** `down from 8, and he stayed …`: the word was about the figure behind it, and a new clause has begun since. */
const spent = /\d[^,;]*[,;](?: and| but| then)? (?:s?he|they|we|I|[A-Z][a-z]+) [a-z]/;

/** Words behind a figure. */
const tailRules: readonly Rule[] = [
  { reason: 'the number of a form', pattern: /^\W{0,2}rev(?:\b|\.|ised|ision)/i },
  {
    reason: 'a target, not a result',
    pattern:
      /^\W{0,3}(?:or (?:fewer|less|more|better|above|below|under)|is (?:the|her|his) (?:goal|target)|(?:is )?(?:goal|target|criterion|needed|to (?:pass|master))\b|at (?:mastery|criterion)|possible\b|available\b|x 3\b|in (?:a row|4 of 5|\d of \d))/i,
  },
  {
    reason: 'a baseline or an earlier result restated',
    pattern:
      /^\W{0,3}(?:(?:at )?baseline|last (?:year|spring|fall|month|week|time)|in (?:the )?(?:fall|spring|winter|september|august)|back in (?:the fall|the spring|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|before (?:the )?(?:intervention|plan|break card)|at the (?:start|beginning) of the (?:year|quarter)|previously|el año pasado)\b/i,
  },
  {
    reason: 'a norm, not this student',
    pattern:
      /^\W{0,3}(?:(?:st|nd|rd|th) percentile|percentile|%ile|for (?:grade|gr|her grade|his grade|this grade|peers))\b/i,
  },
  {
    reason: 'a group or class figure, not this student',
    pattern: /^\W{0,3}(?:class|group) (?:avg|average|mean)\b|^\W{0,3}of (?:classmates|the class|peers|students)\b/i,
  },
];

/** Minutes per week are a promise. */
const promised = /^\W{0,2}(?:per|\/|a|each|every)\s?(?:wk|week|mo|month|semana)\b/i;

/** Words of a whole sentence or line. */
const sentenceRules: readonly Rule[] = [
  {
    reason: 'a hope or a plan, not a result',
    pattern:
      /(?:^|[\s("“,;])(?:if (?!.{0,20}frustrat)|would(?:'ve| of| have| be| get| like| love)?\b|could (?:of|have|be|get|earn|probably|reach|do)|might\b|prob(?:ably)? would|hop(?:e|es|ing) (?:to|for|that|s?he|we)|wish(?:es)?\b|i (?:bet|think s?he (?:can|could|will))|thinks? (?:if|that)? ?(?:we|s?he|they) ?(?:can|could|will|might)|can (?:earn|still|redo|become|go up|be raised)|next (?:week|month|time|session|probe|trial|quarter)\b|will (?:try|be|aim|get|move|need|start|do|have|work)|plans? to|going to|let'?s (?:try|aim|see)|up to \d|extra (?:points|credit)|tomorrow\b(?!.{0,30}(?:release|off|absent))|by (?:february|march|april|may|june|spring|winter break)\b|tendr[ií]a|podr[ií]a|si (?:falta|logra|llega|sigue|puede|mejora)|esperamos|ojal[aá])/i,
  },
  {
    reason: 'reported from home, not measured at school',
    pattern:
      /\b(?:saturday|sunday|tonight)\b|\bover (?:the )?(?:winter |spring |summer |thanksgiving )?(?:break|vacation|holidays?|summer)\b|\bat home\b|\ben casa\b|\bat church\b|\bover the (?:\w+ )?weekend\b|\bat (?:my|our) (?:house|place|church|\w+['’]s)\b|\bin our (?:house|kitchen|living room|yard|car)\b|\b(?:mom|dad|mother|father|mama|papa|grandma|grandmother|parent|aunt|sitter|foster mom)s?(?:\/\w+)? (?:says?|said|reports?|reported|feels?|felt|thinks?|thought|told|mentioned|states?|stated|shared|counted|wrote|estimates?|would like|wants?|asked|called)\b|\bat (?:dinner|bedtime|grandma)|\blast night\b|\bon saturday\b|\bon sunday\b|\bdice (?:la|su) mam/i,
  },
  {
    reason: 'not counted by whoever wrote it down',
    pattern:
      /\bnot (?:count(?:ing|ed)|scored|valid|a valid|included|using)\b|\b(?:do(?:es)?n'?t|do not|does not|did not|didn'?t|won'?t) (?:count|use|include)\b|\bnot (?:doing|taking|running) (?:the|a|any|data)\b|\bask the (?:aide|para|teacher)\b|\binvalid\b|\bvoid\b|\bthrown? out\b|\bdisregard\b|\bpractice (?:only|trials?|items?|round)\b|\bsample (?:item|problem)\b|\bestimat(?:e|es|ed)\b|\bi did(?: not|n'?t) (?:time|count|take data)\b/i,
  },
  {
    reason: 'the page says that it belongs to no goal',
    pattern:
      /\bnot (?:on|in|part of) (?:the |her |his |an? |any )?(?:iep|plan|goals?)\b|\bno (?:longer on|(?:\w+ ){0,2}goal (?:for|here|yet|in)|(?:\w+ ){0,2}goal\b(?!s? met))|\bnot (?:a|an|her|his|an iep) goal\b|\b(?:just )?for fun\b|\bscreening only\b|\bprobe only\b|\bmastered\b|\bmaintenance\b|\bnot a goal\b/i,
  },
  {
    reason: 'somebody else, not this student',
    pattern:
      /\b(?:another|other|a different) (?:student|child|kid|boy|girl|peer)\b|\bcomparison peer\b|\bclassmates? (?:stay|got|had|did|average|read|scored)|\b(?:his|her) (?:older|younger|twin|big|little) (?:brother|sister)\b|\bpeers (?:in|at|of|read|name|average)\b/i,
  },
  {
    reason: 'in another language than the goal',
    pattern:
      /\bin (?:spanish|french|arabic|somali|vietnamese|portuguese|mandarin|cantonese|hmong|russian|tagalog|(?:her|his|their) (?:home|first|native) language)\b/i,
  },
  {
    reason: 'not complete yet',
    pattern: /\b(?:this (?:week|morning|month)|today) so far\b|\bhasta ahora\b/i,
  },
  {
    reason: 'the student’s own rating',
    pattern:
      /\brated (?:her|him|them)?\s?sel(?:f|ves)\b|\bself[- ]rating\b|\bhow (?:i|you) feel\b|\b(?:\d )?out of \d stars\b/i,
  },
  {
    reason: 'an average of results that are already on file',
    pattern:
      /\b(?:quarter|period|monthly|term|semester|year|weekly|running|overall|sheet) (?:avg|average|mean)\b|\baverag(?:ed|es|ing)\b(?!.{0,16}\b(?:sec|min)).{0,60}\b(?:sessions|weeks|days|probes|month|quarter|trimester|since|so far)\b|\b(?:sessions|probes|scores|weeks|trials)\b.{0,20}\baverag(?:ed|es|ing)\b|\baverage for (?:this|the) (?:sheet|month|quarter|period|page|week)\b|\brang(?:ed|ing|es?) (?:from|between)\b|\bscores? from \d/i,
  },
];

/** A sentence without a subject that tells what somebody else said: `- Says she reads 20 at home`. */
const hearsay = /^\W*(?:says|mentions|mentioned|feels|thinks|dice)\b(?! ?["“'])/i;

/** What a remark anywhere on the line takes out of account, even in another cell. */
const lineRule: Rule = {
  reason: 'the page says that it does not count',
  pattern:
    /\b(?:screening|placement|practice) only\b|\bnot (?:the|an?|her|his|for (?:the|an|her|his)) (?:iep )?(?:measure|goals?|iep|data)\b|\bno (?:\w+ ){0,2}goal\b(?! met)|\bnot on (?:the |her |his )?iep\b|\b(?:just )?for fun\b|\bnot (?:counted|counting|valid)\b|\binvalid\b|\b(?:do|does|did)(?: not|n'?t) count\b|\bvoid\b/i,
};

/** `TOTAL of 24  ____`: the most that there is to get. */
const maximum = /\b(?:total|score|points?|sum)[^.;:\d]{0,12} (?:out )?of\W*$/i;

/** A part of the sheet that stands under such a heading is there for another reason: `SINGLE WORDS (mastered, warm up only)`. */
const warmUp =
  /\bwarm[- ]?ups? only\b|\(\s*(?:just |only )?(?:an? )?warm[- ]?up\b|\bmastered\b|\bmaintenance only\b|\bnot on (?:the |her |his )?iep\b/i;

/** `G, P do not count`: which marks of the sheet do not, not which results. */
const codesOut = /(?<![A-Za-z])(?:[A-Z]{1,3}(?:,? (?:and |or |& )?|\/|, ?)){1,4}(?:do|does|did)(?: not|n'?t) count\b/g;

/** `1 shift = 1 tally line`: how the sheet is to be read. */
const keyLine = /^\W*(?:1|one|each|every) [a-z]+(?: [a-z]+)? = /i;

const notData = (reason: string): Judgement => ({ verdict: 'not_data', reason });
const data: Judgement = { verdict: 'data', reason: '' };

const governors: readonly Rule[] = [
  { reason: 'a baseline or an earlier result restated', pattern: /^(?:base|bl|l[ií]nea)/i },
  { reason: 'reported from home, not measured at school', pattern: /^(?:(?:from|at) )?(?:home|casa)/i },
  { reason: 'a norm, not this student', pattern: /^(?:norm|expect|benchmark)/i },
  { reason: 'a hope or a plan, not a result', pattern: /^(?:plan|next|note to self)/i },
  { reason: 'the key of the sheet', pattern: /^(?:key|scale|record|ex|example)/i },
  { reason: 'a target, not a result', pattern: /./ },
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

/** Columns that the student, not the adult, filled in. */
const ownRating = /^\W*(?:self|me|my (?:score|count|rating)|student(?:'s)? (?:score|rating|count)|partner|peer)\W*$/i;

/** `4 yesterday, 2 today`: what stands behind it says when it was. */
const isOfNow = /^\W{0,2}(?:today|this (?:week|morning|session)|now)\b/i;

/** Judges one mention; `month` (1 to 12) is the month that its evidence is of. */
export function judge(mention: Mention, month: number | null): Judgement {
  if (mention.governor !== '') {
    const rule = governors.find((r) => r.pattern.test(mention.governor));
    if (rule) return notData(rule.reason);
  }
  if (mention.dayFrom !== 'column' && ownRating.test(mention.column)) return notData('the student’s own rating');
  if (mention.dayFrom !== 'column' && measureOnly.test(mention.column))
    return notData('what it is out of, not a result');
  for (const label of [mention.row, mention.column]) {
    const found = lastOf(leadRules, label);
    if (found) return notData(found.rule.reason);
  }
  const lead = mention.clause;
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
  if (mention.quantity.type === 'time' && promised.test(mention.tail)) return notData('minutes promised, not given');
  if (isOfYesterday(mention)) return notData('a baseline or an earlier result restated');
  if (/\b(?:was|were|had(?: been)?|got|did)\W*$/i.test(lead) && otherTime.test(mention.tail))
    return notData('a baseline or an earlier result restated');
  if (/^was\b/i.test(lead) && mention.inParentheses) return notData('a baseline or an earlier result restated');
  if (
    speaksOfAnotherMonth(lead, month) ||
    (/^\W{0,3}(?:times? )?(?:an? (?:day|week|session) )?(?:back )?in [A-Z]/.test(mention.tail) &&
      speaksOfAnotherMonth(mention.tail, month))
  ) {
    return notData('a baseline or an earlier result restated');
  }
  if (keyLine.test(mention.sentence)) return notData('the key of the sheet');
  if (mention.quantity.type === 'number' && maximum.test(mention.clause))
    return notData('what it is out of, not a result');
  if (warmUp.test(mention.section)) return notData('the page says that it does not count');
  if (mention.quoted) return notData('words that the page quotes');
  if (mention.place === 'prose' && hearsay.test(mention.sentence))
    return notData('told by somebody else, not measured at school');
  // A remark in parentheses with a figure of its own is about that one: `6 miscues (5 self-corrected, not counted)`.
  const sentence = mention.inParentheses
    ? mention.sentence
    : mention.sentence.replace(/(?<=\d.*)\([^()]*\d[^()]*\)/g, ' ');
  const around = mention.place === 'prose' ? sentence : `${mention.row} ${mention.lead} ${mention.tail}`;
  for (const rule of sentenceRules) if (rule.pattern.test(around)) return notData(rule.reason);
  const heading = mention.place === 'prose' ? '' : mention.section;
  if ([sentence, mention.over, heading].some((text) => lineRule.pattern.test(text.replace(codesOut, ' '))))
    return notData(lineRule.reason);
  return data;
}
