/** What a cell holds, judged by its text alone. */

const absentWord =
  /^(?:absent|abs\.?|ab|no data|no school|no sch\.?|n\/?a|ns|not done|not observed|not scheduled|holiday|out sick|sick|out|field trip|excused|omit(?:ted)?|-{1,3}|–|—|\.{2,}|_+|x)$/i;
const numeric =
  /^[~<>=≈]?\s?\$?\(?\[?\d+(?:[.,:]\d+)*\)?\]?\s*(?:%|x|pts?\.?|points?|min\.?|mins?|minutes?|sec\.?|secs?|seconds?|hrs?|s|m|wcpm|cwpm|wpm|°|\+)?$/i;
const fraction = /^\(?\d+(?:\.\d+)?\s*(?:\/|of|out of)\s*\d+\)?(?:\s*(?:=|\()?\s*\d+(?:\.\d+)?\s?%\)?)?$/i;
const markWord = /^(?:[+✓✔√✗✘×☑☒☐●○■□*-]|[A-Z]{1,3}|[/|\\]{1,6}|[oO]|yes|no|y|n)$/;
const markRun = /^(?:[+✓✔√✗✘×●○CXOPVGMIox/|\\–-]{1,3}\s?){2,}$/;
const clock = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m?\.?)?(?:\s?[-–]\s?\d{1,2}:\d{2}(?:\s?[ap]\.?m?\.?)?)?$/i;

/** `--`, `absent`, `no data`: a place where a value would stand, without one. */
export function isAbsence(text: string): boolean {
  return absentWord.test(text.trim());
}

/** Whether a cell holds a value, a mark, or the word that says there is none. */
export function isValueCell(text: string): boolean {
  const plain = text.trim();
  if (numeric.test(plain) || fraction.test(plain) || markWord.test(plain) || clock.test(plain)) return true;
  if (/^\[.{1,3}\]$|^\(.{1,2}\)$/.test(plain)) return true;
  // A value with a short remark: `2  (PP)`, `4 (V)`, `7 min`.
  return markRun.test(plain) || isAbsence(plain) || /^\d+(?:\.\d+)?\s*\([A-Za-z+]{1,4}\)$/.test(plain);
}

/** A field of a form: `Student: …`, `Date: …`. */
export function isFieldCell(text: string): boolean {
  return /^[A-Za-z#][\w .,'/()#&-]{0,32}:\s*\S/.test(text) && !/^\d/.test(text);
}
