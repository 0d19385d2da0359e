/** Numbers that stand alone, in digits or in words: counts, scores, words read. What they mean, their labels say. */
import { type Claim, claimsOf, digits, numberOf } from './family.ts';

const bareNumber = new RegExp(
  `(?<![A-Za-z0-9/.:#$-]|\\d,)(${digits})(?![A-Za-z0-9/:%+-]|\\.\\d|,\\d{3})|(?<![\\w/.:#$-])(${digits})(?=x\\b|s?\\s*\\(|[a-z]{2,6}\\b)|(?<=\\bx ?)(\\d{1,3})\\b|(?<![\\w/.:#$-])(\\d{1,3})(?= ?/ ?\\d{1,2} ?min\\b)`,
  'gi',
);
const wordNumber =
  /(?<![À-ÿ])\b(zero|none|(?<!\bnot )once|one(?= (?:elopement|walk-?out|call-?out|outburst|tantrum|meltdown|incident|refusal|accident|time)\b)|twice|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|no(?= (?:\w+ ){0,2}(?:elopements?|accidents?|incidents?|tantrums?|call-?outs?|aggression|outbursts?|prompts?|reminders?|tardies|absences|hits|redirections?|episodes?|head hits?|bites?|kicks?|refusals?|meltdowns?|bolts?|blurts?|cuts|conflicts|talk-?outs?|shout-?outs?|throws|falls|spits|scratches|pinches|(?:hit|bit|kick|cry|leav|call|run|bolt|throw|spit|swear|scream|push|blurt|scratch|elop|wander|pinch)\w*ing)\b))\b(?!-| ?\+|[À-ÿ])/gi;

/** `never once`, `did not leave her seat once`, `not one time`: none at all. */
const notOnce =
  /(?<=\b(?:never|not)(?: even)? )(?:once|one(?: single)? time|a single time)\b|(?<=\b(?:(?:did|does|has|had|was)(?: not|n['’]t)|never)\b[^.;,!?\d]{2,50}? )(?:once|a single time|one single time)\b/gi;

/** `Reminders: just the one`. */
const justOne = /(?<=[a-z]: (?:(?:just|only) )?(?:the )?)one\b(?=\W*(?:$|\n|[.;,]))/gi;

const andHalf = /(?<![\w/.:])(\d{1,3})(?: and a half\b| 1\/2(?![\d/]))/gi;

/** `/ 12` with nothing before the stroke: what a blank that was not filled in, or not read, is out of. */
const ofBlank = /(?:^|[^\d\s_]\s+|\s{2})\/ ?$/;

/** The numbers in `text`. */
export function readNumbers(text: string): Claim[] {
  return [
    ...claimsOf(text, notOnce, () => ({ type: 'number', value: 0, asWord: true })),
    ...claimsOf(text, andHalf, (m) => ({ type: 'number', value: Number(m[1]) + 0.5 })),
    ...claimsOf(text, bareNumber, (m) =>
      ofBlank.test(text.slice(Math.max(0, (m.index ?? 0) - 8), m.index ?? 0))
        ? undefined
        : { type: 'number', value: Number(m[1] ?? m[2] ?? m[3] ?? m[4]) },
    ),
    ...claimsOf(text, justOne, () => ({ type: 'number', value: 1, asWord: true })),
    // `no prompt: 7`: the word belongs to the label of the number behind it.
    ...claimsOf(text, wordNumber, (m) => {
      const behind = (m.index ?? 0) + m[0].length;
      const labels = /^(?: \w+){1,3}\s?[:=]\s?\d/.test(text.slice(behind, behind + 40));
      return labels ? undefined : { type: 'number', value: numberOf(m[1]), asWord: true };
    }),
  ];
}
