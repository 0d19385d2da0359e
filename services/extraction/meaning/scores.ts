/** What a figure is worth as points of a rubric or as a raw score. */
import type { Mention } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import { matchText } from './match-text.ts';
import { ratePart } from './rate-parts.ts';
import type { Value } from './value.ts';
import { countsWrong, wrongLabel } from './values.ts';

const scoreLabel =
  /\b(?:score|points?|pts|total|rating|rated|earned|correct(?:as?|os?)?|right|bien|number correct|result|raw|puntos|named|read|spelled|known|knows|mastered|gave|identified|letters|sounds|words|aciertos)\b/i;
/** What stands before a result in running text: `named`, `counted to`, `score of record:`. */
const achieved =
  /\b(?:got|gets|scored?|named|read|reads|spelled|knew|knows|known|identified|counted|(?:counted|made it|got|went|way|up|all the way) to|reached|earned|gave|wrote|circled|pointed to|filled in|stopped at|correct(?:ly)?|right|total|score|was|is|for|ley[oó]|nombr[oó]|cont[oó]|lleg[oó] (?:hasta|a)|hasta|escribi[oó]|obtuvo|sac[oó]|bien)\W{0,3}(?:(?:all|only|just|about|an?|her|his|up|to|hasta|el|las|los|solo) )*$|[:=]\s*$/i;
/** What stands before the number of things that there are in all: `the list of 50 words`. */
const wholeBefore =
  /\b(?:list|lista|set|deck|pack|page|test|juego|hoja|prueba)(?: (?:of|de|with|con|has|have|tiene))?(?: the| las| los)?\W*$|\b(?:of|out of|de|all|the|todas?|todos?|las|los|her|his)\W*$/i;
const done =
  /\b(?:score|points|earned|correct(?:ly|as?|os?)?|right|result|named|read|spelled|known|knows|knew|mastered|gave|identified|got|all|every|perfect|ley[oó]|nombr[oó]|bien)\b/i;
/** What follows a result in running text. */
const achievedBehind =
  /^\W{0,2}(?:(?:were|was|are|of them|words?|letters?|sounds?|numerals?|items?|palabras|letras)\b.{0,16})?\b(?:correct(?:ly|as?|os?)?|right|known|spelled|named|bien)\b|^\W{0,2}(?:words|letters|sounds|numerals|numbers|colors|shapes|elements|fields|parts|palabras|letras|points)\b/i;

/** `In circle he got a 3`. */
const givenScore =
  /\b(?:got|gets|was|is|gave|give|went to|up to|call(?: \w+){0,2})(?: (?:it|her|him|this|that|today))? an?\W*$|\bto an?\W*$/i;

/** Whether the goal counts what is right less what is wrong. */
export function isNet(profile: GoalProfile): boolean {
  return /\b(?:minus|less|net of)\b.{0,8}\b(?:wrong|incorrect|errors?|mistakes)\b/i.test(profile.goal.statement);
}

const netLabel = /\b(?:minus|less|net|adjusted|corrected)\b|\bscore\b|[-–] ?(?:wrong|incorrect|errors?)\b/i;

export interface NetScore {
  readonly value: number;
  readonly computed: string;
}

/** Scores net of errors that a form leaves to be worked out: right less wrong of one block, by the mention of what was right. */
export function netScores(mentions: readonly Mention[]): Map<Mention, NetScore> {
  const scores = new Map<Mention, NetScore>();
  const blocks = new Map<string, Mention[]>();
  for (const m of mentions) {
    const key = `${m.pageIndex}:${m.block}:${m.dayFrom === 'column' ? m.column : ''}`;
    blocks.set(key, [...(blocks.get(key) ?? []), m]);
  }
  for (const group of blocks.values()) {
    const of = (part: string) =>
      group.filter((m) => ratePart(m)?.part === part && !netLabel.test(`${m.row} ${m.lead}`));
    const [right, ...others] = of('correct');
    const [wrong, ...more] = of('errors');
    if (!right || !wrong || others.length > 0 || more.length > 0) continue;
    if (right.quantity.type !== 'number' || wrong.quantity.type !== 'number') continue;
    const value = right.quantity.value - wrong.quantity.value;
    if (value >= 0) scores.set(right, { value, computed: `${right.quantity.value} - ${wrong.quantity.value}` });
  }
  return scores;
}

/** The value of `m` for a goal of the kind rubric or score; null where it cannot be one. */
export function scoreValue(m: Mention, profile: GoalProfile): Value | null {
  const q = m.quantity;
  const { kind, max } = profile.goal.measure;
  if (q.type === 'ratio') {
    if (max !== undefined && q.denominator !== max) return null;
    const wrong = countsWrong(m.lead, m.tail);
    return { value: wrong ? q.denominator - q.numerator : q.numerator, denominator: q.denominator };
  }
  if (q.type === 'marks' && kind === 'score') return q.right + q.wrong + q.prompted === max ? { value: q.right } : null;
  if (q.type !== 'number' || m.inParentheses || (max !== undefined && q.value > max)) return null;
  if (q.asWord && m.place !== 'prose') return null;
  // `missed 6   correct ____`: what is left of the whole that the goal names.
  const isMissed = wrongLabel.test(`${m.column || m.row || m.lead}`) && /_{2,}/.test(m.sentence) && m.fillsCell;
  if (kind === 'score' && max !== undefined && isMissed) return { value: max - q.value, denominator: max };
  if (kind === 'rubric')
    return m.fillsCell ||
      m.place === 'row' ||
      /[:=]\s*$/.test(m.lead) ||
      scoreLabel.test(m.lead) ||
      givenScore.test(m.lead)
      ? { value: q.value }
      : null;
  if (m.place === 'prose' && !achieved.test(`${m.lead} `) && (!achievedBehind.test(m.tail) || wholeBefore.test(m.lead)))
    return null;
  const near = `${m.column} ${m.row} ${m.lead} ${m.tail.slice(0, 24)}`;
  // How many there are in all is no result, unless the page says that all of them went well.
  if (q.value === max && !done.test(near)) return null;
  // A number alone beside its date: what it is, the heading says.
  const isBare =
    m.fillsCell &&
    (m.dayFrom === 'row' || m.dayFrom === 'column') &&
    !/[A-Za-z]{2}/.test(m.dayFrom === 'column' ? `${m.row} ${m.lead} ${m.tail}` : near);
  // So it is beside a name alone: `Reyes, Santino ..... 16`.
  const isOfName = m.place !== 'prose' && m.studentIds?.length === 1 && !/[A-Za-z]{2}/.test(near);
  const labelled = isBare || isOfName || scoreLabel.test(near) || matchText(near, profile).hits >= 0.45;
  if (
    !labelled ||
    /\b(?:errors?|incorrect|wrong|missed|unknown|not (?:known|read|correct|named))\b/i.test(
      `${m.column} ${m.lead.replace(netLabel, '')}`,
    )
  ) {
    const net = isNet(profile) && netLabel.test(`${m.column} ${m.row} ${m.lead}`);
    return net ? { value: q.value } : null;
  }
  return isNet(profile) && !netLabel.test(`${m.column} ${m.row} ${m.lead}`) ? null : { value: q.value };
}
