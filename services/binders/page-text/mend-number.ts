/** Numbers, dates, times and minutes in which a scanner took digits for letters. */

const digitLike: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};
/** A number, date, time or fraction in which letters may stand for digits. */
const numberShape = /^[(~$=]?[0-9OolI|SB]+(?:[/:.,-][0-9OolI|SB]+)*%?[),.;:]?$/;
const plainNumber = /^[(~$=]?\d+(?:[/:.,-]\d+)*%?[),.;:]?$/;

/** `S0` for 50, `B0` for 80. */
const roundNumber = /^[SB][0O][),.;:]?$/;
/** `38/S0`. */
const roundWhole = /^\d{1,3}\/[SB][0O][),.;:]?$/;
/** `10:S0`. */
const clockTime = /^\d{1,2}:[S0-5][\dOolISB][),.;:]?$/;

/** Prompt counts such as `I6 V3 P1` on the page: there `I6` is not a misread 16. */
export const promptCounts = /\b[VGPM]P?\s?\d/;

/** A number, date, time or fraction with letters in the place of digits, as digits; null for anything else. */
export function mendNumber(token: string, hasPromptCounts: boolean): string | null {
  if (!numberShape.test(token) || plainNumber.test(token) || !/\d/.test(token)) return null;
  // `S`, `B` and a small `o` only behind a digit: `S1` is a student, `B12` a form; but no form is `S0`.
  const leads = /(^|[/:.,(-])[SBo]/.test(token) && !/^\d{1,2}\/[SB]\b/.test(token);
  if (leads && !roundNumber.test(token) && !clockTime.test(token) && !roundWhole.test(token)) return null;
  if (hasPromptCounts && /^I\d+[,;.]?$/.test(token)) return null;
  if (/[a-zA-Z]{3,}/.test(token) && !/\d.*\d/.test(token)) return null;
  return token.replace(/[OolI|SB]/g, (letter) => digitLike[letter] ?? letter);
}

/** Minutes with their unit close behind, where digits or the unit are misread: `3Om`, `45rn`, `3Ornin`. */
const amount = /^([(~]?)(?=.{0,2}\d)([\dOolI]{1,3}|\d[SB])(rn|m|rnins?|mins?|m[1l]n)(\W*)$/;
const plainAmount = /^[(~]?\d+(?:m|mins?)\W*$/;

/** An amount of minutes as digits and unit; null for anything else. */
export function mendAmount(token: string): string | null {
  const match = plainAmount.test(token) ? null : amount.exec(token);
  if (!match) return null;
  const [, open = '', figure = '', unit = '', rest = ''] = match;
  const digits = figure.replace(/[OolISB]/g, (letter) => digitLike[letter] ?? letter);
  return `${open}${digits}${unit.replace('rn', 'm').replace(/[1l]/, 'i')}${rest}`;
}
