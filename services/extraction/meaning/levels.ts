/** Levels: the instructional level of a running record, and prompt levels by the goal's own key. */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import type { Value } from './value.ts';

export type ReadingJudgement = 'independent' | 'instructional' | 'frustration';

const wordsFor: Readonly<Record<ReadingJudgement, RegExp>> = {
  instructional:
    /\binst(?:r(?:uction(?:al(?:ly)?)?|uct)?)?\b\.?|\bjust right\b|\bde instrucci[oó]n\b|\binstruccional\b/i,
  independent: /\bind(?:ep(?:endent(?:ly)?)?)?\b\.?|\beasy\b/i,
  frustration: /\bfrust(?:r(?:ation(?:al)?)?)?\b|\bhard\b|\btoo difficult\b/i,
};

/** The judgement that `text` gives: a ticked box first, else the one word it holds. */
export function judgementIn(text: string): ReadingJudgement | null {
  const ticked = /[[(|]\s?[xX✓]\s?[\])|]\s*(\w+)|☑\s*(\w+)|(\w+)\s*_+\s?[xX✓]\s?_+/.exec(text);
  // Choices of which none is ticked here say nothing: the tick stands elsewhere.
  const open = /\[ ?\]|☐|\w\s*_{2,}(?!\s?[xX✓])/.test(text);
  const from = ticked ? (ticked[1] ?? ticked[2] ?? ticked[3] ?? '') : open ? '' : text;
  const found = (Object.keys(wordsFor) as ReadingJudgement[]).filter((kind) => wordsFor[kind].test(from));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** ≥ 95 % independent, 90-94 % instructional, below 90 % frustration. */
export function judgementOfAccuracy(percent: number): ReadingJudgement {
  return percent >= 94.5 ? 'independent' : percent >= 89.5 ? 'instructional' : 'frustration';
}

const promptCodes: Readonly<Record<string, RegExp>> = {
  I: /independent/,
  IND: /independent/,
  INDEP: /independent/,
  V: /verbal/,
  VP: /verbal/,
  G: /gestur/,
  GP: /gestur/,
  GES: /gestur/,
  M: /model/,
  MP: /model/,
  PP: /partial/,
  FP: /full|hand over hand|hoh/,
  HOH: /full|hand over hand|hoh/,
  P: /(?<!partial |full )physical/,
};

/** A prompt level from words or a code: `gesture`, `(PP)`, `hand over hand`. */
export function promptLevel(text: string, profile: GoalProfile): { value: number; words: string } | null {
  const plain = text.trim();
  for (const { words, value } of [...profile.levelKey].sort((a, b) => b.words.length - a.words.length)) {
    const stem = words
      .split(' ')
      .map((w) => w.slice(0, 6))
      .join('\\w*\\s+');
    if (new RegExp(`\\b${stem}`, 'i').test(plain)) return { value, words };
  }
  const code = promptCodes[plain.replace(/[().]/g, '').toUpperCase()];
  const entry = code ? profile.levelKey.find(({ words }) => code.test(words)) : undefined;
  if (entry) return entry;
  if (/\bhand[- ]over[- ]hand\b/i.test(plain))
    return profile.levelKey.find(({ words }) => /full|hand/.test(words)) ?? null;
  return null;
}

const counted =
  /\b(?:total|how many|number of|no\.? of|# of|count)\b|#|\b(?:prompts|cues|reminders|steps|trials)\b(?! (?:level|scale|score))/i;
const levelLabel = /\b(?:prompt )?(?:level|lvl|nivel)\b|\bprompt\b|\bscore\b|\brating\b/i;

/** The value of a number for a goal with a key of levels. */
export function keyedLevel(m: Mention, profile: GoalProfile): Value | null {
  if (m.quantity.type === 'wording') {
    const found = promptLevel(m.quantity.words, profile);
    return found ? { value: found.value, text: found.words } : null;
  }
  if (m.quantity.type !== 'number' || profile.letterLevel) return null;
  const { value } = m.quantity;
  // `with just a verbal cue (a 4)`: in parentheses where the words before them say the same.
  // `(level 4)`, `with one verbal reminder (3)`: a label, or the words of the key before the parenthesis.
  const inParentheses =
    (/^\W*(?:level|lvl|fim)\W*$/i.test(m.lead) && /^\s*\)/.test(m.tail)) ||
    promptLevel(m.part, profile)?.value === value;
  if (m.inParentheses && !inParentheses) return null;
  const entry = profile.levelKey.find((e) => e.value === value);
  const max = profile.goal.measure.max;
  if (profile.levelKey.length > 0 && !entry) return null;
  if (profile.levelKey.length === 0 && max !== undefined && value > max) return null;
  const column = m.dayFrom === 'column' ? '' : m.column;
  const label = `${m.row} ${column} ${m.lead.slice(-40)}`;
  // How many times help was given, or how many steps went well, is no level of help.
  if (
    counted.test(label) ||
    /^\W{0,2}(?:[a-z]+ )?(?:prompts?|reminders?|cues?|times|steps?|x\b|of\b|min|sec|%)/i.test(m.tail)
  )
    return null;
  const labelled = levelLabel.test(label);
  const onScale = /^\W{0,2}on (?:the|our|his|her) (?:[\w-]+ ){0,2}(?:scale|key)\b/i.test(m.tail);
  // `we did it together, so 1`; `4 - all alone`, where the words say the same as the number.
  const concluded = /\b(?:so|that(?:'s| is| makes)|gave (?:it|her|him)|scored|rated|marked)(?: an?)?\s*$|=\s*$/i.test(
    m.lead,
  );
  // `so that is gesture, a 3`: the words before it say the same.
  const named = /([a-z][a-z -]{2,24}?)\W{0,3}(?:(?:so|or|is|which is|that is|an?|=|level) )*$/i.exec(
    `${m.lead.slice(-40)} `,
  )?.[1];
  const told = /^\W{0,3}(.{3,24})/.exec(m.tail)?.[1];
  const same = [told, named].some((words) => words !== undefined && promptLevel(words, profile)?.value === value);
  const stated = profile.levelKey.length > 0 && /[:=]\s*$/.test(m.lead);
  // `11/12 - 4, tried the soap alone`: what stands right behind its day.
  const ofDay =
    m.dayFrom === 'row' &&
    m.place === 'line' &&
    /^[\d/.\s–-]*$/.test(m.lead) &&
    /^(?:[^\w]|$|\S+(?: \S+)?$)/.test(m.tail);
  return labelled || onScale || concluded || ofDay || m.inParentheses || same || stated || m.fillsCell
    ? { value, ...(entry ? { text: entry.words } : {}) }
    : null;
}
