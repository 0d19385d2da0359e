/** Figures that nobody counted: from one number to another, or a guess. */
import type { Mention } from '../mentions/mention.ts';

const opens = /(?:\d(?:\.\d+)?\s?(?:min\w*|sec\w*|times?)?\s?(?:to|or|-|–)|^\W*or)\s*$/i;
const goesOn =
  /^\s?(?:times? |x |min\w* |sec\w* )?(?:to|or|-|–)\s?(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|so\b)|^\W*or\W*$/i;
const guess =
  /\b(?:maybe|probably|perhaps|prob\.?|like|i (?:guess|think|would say)|at least|more than|over|under|less than|up to|almost|nearly|another|a couple of)\W*$/i;

/** `15 min of crying I think, did not time it`. */
const doubted =
  /^[^.;]{0,30}\bI (?:think|guess)\b|\bdid(?:n['’]t| not) (?:time|count) (?:it|them|her|him)\b|\bnot timed\b/i;

/** Whether `m` is one end of a span (`20 to 30 minutes`, `4 or 5 times`) or said to be a guess. */
export function isVague(m: Mention): boolean {
  const before = m.place === 'prose' ? m.lead : `${m.clause}`;
  if (m.place === 'prose' && doubted.test(m.tail)) return true;
  return opens.test(before) || goesOn.test(m.tail) || (m.place === 'prose' && guess.test(m.lead));
}
