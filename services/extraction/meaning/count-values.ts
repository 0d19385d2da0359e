/** What a figure is worth as a count of what a goal counts: call-outs of a day, prompts of a session, cuts of a week. */
import { conceptsIn } from '../../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, stemOf } from '../../binders/topics/stems.ts';
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isTotal } from './labels.ts';
import { matchText } from './match-text.ts';
import { isOtherSetting } from './other-setting.ts';
import { partBehind } from './part-of-period.ts';
import { isVague } from './vague-figures.ts';
import type { Value } from './value.ts';

/** Words that end or carry on a phrase, so that the number before them counts what was named before it. */
const functionWord =
  /^(?:x|times?|veces|vez|total|in|on|at|by|to|of|for|from|with|w\/|without|per|each|every|an?|the|this|that|these|those|and|but|or|so|then|than|as|when|while|after|before|until|because|between|during|since|even|only|just|all|both|today|hoy|esta|este|en|de|por|se|que|con|y|he|she|it|they|we|i|her|his|their|my|our|was|were|is|are|had|has|did|unprompted|again|altogether|overall|still|also|now|not|no|which|who|where|mostly|mainly|usually|once|twice)$/i;

/** The words right behind a number, up to a sign or a function word: `3 verbal reminders | in art`. */
function countedWords(tail: string): string[] {
  const words: string[] = [];
  for (const word of tail.trim().split(/\s+/).slice(0, 4)) {
    const plain = word.replace(/^["“'‘]|[.,;:!?"”')]+$/g, '');
    if (plain === '' || !/^[A-Za-zÀ-ÿ]/.test(plain) || functionWord.test(plain)) break;
    words.push(plain);
    if (plain !== word) break;
  }
  return words;
}

/** Whether the words behind a number name something that the goal does not count. */
function countsOther(m: Mention, profile: GoalProfile): boolean {
  const words = countedWords(m.tail);
  if (words.length === 0) return false;
  const text = words.join(' ');
  for (const id of conceptsIn(m.tail.split(/[,;.:(]/)[0] ?? '').ids) if (profile.concepts.ids.has(id)) return false;
  const content = contentWords(text);
  if (content.some((word) => profile.stems.has(stemOf(word)) || isPlainLabel(word))) return false;
  // Behind the bare number of a row stands a remark, unless it is a plural: `3  Halloween`, but `3 stickers`.
  // Nor is what follows a number whose own label names what is counted: `bolts today   0   yay!`.
  const isLabelled = m.fillsCell && matchText(`${m.row} ${m.lead}`, profile).hits >= 1;
  const isRemark = m.place !== 'prose' && ((m.lead === '' && m.dayFrom !== null) || isLabelled);
  return !isRemark || words.some((word) => /[^s]s$/i.test(word));
}

/** Whether the words right around a figure are what the goal counts: `no elopements`, `elopements: none`. */
function namesCounted(text: string, profile: GoalProfile): boolean {
  const unit = contentWords(profile.goal.measure.unit).slice(-1).map(stemOf);
  const behaviors = profile.concepts.facets.get('behavior') ?? new Set<string>();
  return (
    [...conceptsIn(text).ids].some((id) => behaviors.has(id)) ||
    contentWords(text).some((word) => unit.includes(stemOf(word)))
  );
}

/** The last words of a lead: its last clause, where that says something. */
function ownLead(lead: string): string {
  const own = lead.split(/[,;:(]/).at(-1) ?? '';
  return (/[A-Za-z]{3}/.test(own) ? own : lead).split(/\s+/).slice(-9).join(' ');
}

/** In running text the counted thing stands right beside its number, not somewhere in the sentence. */
function countedBeside(m: Mention, profile: GoalProfile): boolean {
  const words = `${ownLead(m.lead)} | ${m.tail.split(/\s+/).slice(0, 6).join(' ')}`;
  if (matchText(words, profile).hits >= 0.45) return true;
  if ((isTotal(m) || partBehind(m) !== '') && matchText(m.sentence, profile).hits >= 0.45) return true;
  // `Comments: "…", "…" -> 6 for this session`: the figure sums its sentence up.
  const sumsUp = /(?:->|=|→|:|\bthat is|\bthat'?s|\bmakes|\btotal of)\W*$/i.test(m.lead);
  return (
    sumsUp &&
    (matchText(m.sentence, profile).hits >= 1 ||
      /^\W{0,2}(?:in all|altogether|for (?:the|this) (?:day|week|session)|this (?:week|session)|total)\b/i.test(m.tail))
  );
}

/** Columns and labels of what is no count of anything: minutes, clock times, shares, who and where. */
const otherColumn =
  /^\W*(?:#\s*of\s*)?(?:total\s+)?(?:min(?:ute)?s?|sec(?:ond)?s?|hours?|hrs?|time|duration|latency|length|start(?:ed)?|stop(?:ped)?|end(?:ed)?|arriv\w*|left|leave|in|out|%|percent\w*|id|grade|gr|age|room|rm|ph|phone|group size|grp|size|units?|intensity|excused|make-?ups?)\b|\b(?:min(?:ute)?s|seconds?|hours?)\b|\bnot counted\b|\bexcused\b(?!.*\bunexcused\b)/i;

/** `Excused tardy`, `late, excused`. */
const excused = /\b(?<!un|not )excused\b/i;

/** `3+ words`, `2-step`, `two + word`, `4 min`: the number is part of a name or of another measure. */
const partOfName = /^\s?(?:\+|,\d|-\s?[a-z]|°|(?:min|sec|hr|hour)s?\b|minutes?\b|seconds?\b|st\b|nd\b|rd\b|th\b)/i;

/** What was scored is not counted: `TOTAL of 16`, `points`; `week of 11/3` is a date. */
const scored = /\b(?:out )?of \d+\b(?!\s?[/-]\s?\d)|\b(?:points?|pts|rubric|rating|rated|percent|accuracy|score)\b|%/i;

/** `Behavior 2: 1`: what is counted was named elsewhere, under its number. */
const byNumber = /\b(?:behaviou?r|target|beh)\.?\s?#?\d\b/i;

/** What was added up over more than a week. */
const running =
  /\b(?:to date|ytd|cumulative|running total|(?:month|quarter|year|report|grand)(?:ly)? total|total for (?:the |this )?(?:month|quarter|year|report|period))\b/i;

/** Beside the name at the head of a page a bare number is a grade or a room. */
const headLines = 3;

function isInHead(m: Mention, profile: GoalProfile): boolean {
  return (
    !namesCounted(m.tail, profile) &&
    m.place === 'line' &&
    m.line < headLines &&
    m.dayFrom === null &&
    m.lead === '' &&
    m.row === '' &&
    m.column === ''
  );
}

/** A sheet of minutes, of scores or of answers counts something only where the label of the figure says so. */
function isElsewhere(m: Mention, profile: GoalProfile, title: string): boolean {
  if (m.quantity.type === 'tally') return false;
  const isOther = (text: string) =>
    /\bmin(?:ute)?s\b(?! (?:of )?(?:class|session))|\brubric\b|\bexit (?:ticket|slip)\b|\bquiz\b/i.test(text);
  const other = isOther(`${m.section} ${title}`);
  if (namesCounted(m.section, profile) && !isOther(m.section)) return false;
  // `PROMPT COUNT   1 class = 45 minutes`: the sheet itself is called after what is counted.
  if (namesCounted(title.split('\n')[0] ?? '', profile)) return false;
  return other && m.place !== 'prose' && !namesCounted(`${m.row} ${m.column} ${m.lead} ${m.tail} ${m.strand}`, profile);
}

/** The count that `m` gives for the goal; null for none. */
export function countValue(m: Mention, profile: GoalProfile, title: string): Value | null {
  const q = m.quantity;
  const column = m.dayFrom === 'column' ? '' : m.column;
  if (column !== '' && otherColumn.test(column) && !namesCounted(column, profile)) return null;
  // What was excused is not what the goal counts, unless it says so.
  if (excused.test(`${column} ${m.row}`) && !/\bexcused\b/i.test(profile.goal.statement)) return null;
  if (
    isInHead(m, profile) ||
    byNumber.test(`${m.row} ${m.lead}`) ||
    isOtherSetting(m, profile) ||
    isVague(m) ||
    scored.test(`${m.row} ${m.column} ${m.place === 'prose' ? '' : m.lead}`) ||
    isElsewhere(m, profile, title)
  )
    return null;
  if (running.test(`${m.row} ${m.column} ${m.lead}`)) return null;
  if (q.type === 'tally') return { value: q.value };
  if (
    q.type !== 'number' ||
    !Number.isInteger(q.value) ||
    (m.inParentheses && !/^\W{0,2}(?:altogether|in all|total|combined)\b/i.test(m.tail)) ||
    partOfName.test(m.tail)
  )
    return null;
  if (
    q.asWord &&
    q.value === 0 &&
    !m.fillsCell &&
    // `Tue - none`
    !(m.dayFrom === 'row' && m.tail === '' && !/[A-Za-z]{4}/.test(m.lead)) &&
    !namesCounted(`${ownLead(m.lead)} | ${m.tail.split(/\s+/).slice(0, 6).join(' ')}`, profile)
  )
    return null;
  if (/^\W{0,2}more\b/i.test(m.tail)) return null;
  if (m.place === 'prose' && !countedBeside(m, profile)) return null;
  return countsOther(m, profile) ? null : { value: q.value };
}
