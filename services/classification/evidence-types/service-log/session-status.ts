/** Whether a session was given, missed, or never due, from words and from the codes that a log explains. */

export type SessionStatus = 'given' | 'missed' | 'none';

const neverDue =
  /\b(?:holiday|no school|school closed|weekend|(?:staff|professional) development|pd day|in-?service(?: day)?|teacher work ?day|(?:spring|winter|fall|summer) (?:break|recess)|thanksgiving|recess (?:day|week)|not (?:her|his|their|a|my) (?:\w+ )?day|not (?:scheduled|due|required|on (?:the |her |his |their )?schedule)|no (?:shift|group|groups|session due)|off (?:day|today)|snow day|no sped|early release|(?:parent |teacher )?conferences? day|vacation|building closed|no students|d[ií]a festivo|sin clases)\b/i;
/** Said of a session that did not take place. */
const missed =
  /\b(?:absent|abs|not (?:delivered|provided|seen|held|given|available|made up|met|in school|at school)|undelivered|cancel+ed|cxl|canc|no[- ]?show|out sick|out ill|out with|home sick|sick day|sick|(?:student|st\.?|child|pupil|kid) (?:out|sick|ill|gone|unavailable|left)|(?:provider|therapist|slp|ot|pt|teacher|counselor|coach|staff|para) (?:out|sick|absent|ill|unavailable|at|in|pulled)|refused|missed|declined|suspended|suspension|did not (?:meet|attend|occur|come)|didn'?t (?:meet|attend|come)|no session|no service|unavailable|ausente|faltó|no vino|not made up)\b|\bin (?:iep|ard) (?:mtg|meeting)\b/i;
/** What takes a session's time: all of it where no minutes are stated, else a part. */
const inTheWay =
  /\b(?:assembly|field trip|testing|conflict|fire drill|lock ?down|drill|appointment|dentist|doctor|concert|rehearsal|pictures?|at (?:\w+ )?(?:evaluation|training|meeting|school))\b/i;
const given =
  /\b(?:delivered|del|provided|seen|held|completed|made up|make-?up|yes|attended|present|served|done|met|asisti[oó])\b/i;
const denied = /\bnot (?:delivered|provided|seen|held|given|met)\b|\bundelivered\b|\bno session\b|\bno service\b/i;
/** Work for the student without the student. */
const indirect =
  /\bconsult(?:ed|ing|ation)?\b.{0,4}\b(?:w|with|to)\b|\bconsult w\/|\bindirect\b|\bparent (?:mtg|meeting|call|conference)\b|\bplanning\b|\bpaperwork\b|\breport writing\b|\biep (?:mtg|meeting) held\b|\bteacher consult\b|\bnot present\b.{0,40}\bnot count\b/i;

/** Whether the words leave no doubt that no session was due: no school that day, or work without the student. */
export function isNoSession(text: string): boolean {
  return (
    indirect.test(text) ||
    /\b(?:no (?:school|students|sped|shift|groups?)|school closed|building closed|not scheduled|weekend|work ?day|in-?service)\b/i.test(
      text,
    )
  );
}

/** What the words beside a session say of it; null where they say nothing. */
export function statusOf(text: string): SessionStatus | null {
  if (denied.test(text)) return 'missed';
  if (indirect.test(text)) return 'none';
  const makeUp =
    /\bmake-?up\b|\bmade up\b|\bmakes up\b/i.test(text) &&
    !/\bnot made up\b|\bneeds? (?:a )?make-?up\b|\bto be made up\b|\bwill make up\b|\bmakes? ?-?up (?:on |next |mon|tue|wed|thu|fri|\d)|\bowe/i.test(
      text,
    );
  if (/\bdelivered\b|\bseen\b|\bprovided\b/i.test(text) && !/\babsent\b|\bcancel/i.test(text)) return 'given';
  if (missed.test(text) && !makeUp) return 'missed';
  if (neverDue.test(text)) return 'none';
  if (makeUp) return 'given';
  if (given.test(text)) return 'given';
  return inTheWay.test(text) || /^\W*no\b/i.test(text) ? 'missed' : null;
}

/** `25 min, left early (sick)`: some of it was given although a word of absence stands there. */
export function wasPartlyGiven(text: string): boolean {
  if (/\bnot (?:delivered|provided|seen|held)\b|\babsent\b|\babs\b|\bcancel|\bno[- ]?show\b|\bcxl\b/i.test(text))
    return false;
  const cutShort =
    /\b(?:left early|left for|came late|arrived late|ended early|stopped early|started late|late|partial|shortened|cut short|took the rest|bell)\b/i;
  return cutShort.test(text) || !missed.test(text);
}

const codeEntry =
  /(?<![A-Za-z])([A-Z]{1,3}|--?|x)\s?(?:=|:|-|–|\s)\s?([a-z][a-z' /]*?)\s?(?:,? ?\(?(\d{1,3}) ?(?:min)?\)?)?(?=[,;.)|]|\s{2,}|$|\s+[A-Z]{1,3}\s?[=:])/gm;

/** A code of several letters or words with an equals sign: `no gp = group not scheduled that day`. */
const longEntry =
  /(?<=^|\s{2}|[,;(]\s?)([A-Za-z][A-Za-z/.]*(?: [A-Za-z/.]+){0,2}) ?= ?([a-z][^=\n;]*?)(?=\s{2,}|[;.)]|,\s*\S{1,8} ?=|$)/gm;

export interface LogCodes {
  readonly statuses: ReadonlyMap<string, SessionStatus>;
  /** Minutes of a session that a code stands for: `P present 30 min`. */
  readonly minutes: ReadonlyMap<string, number>;
  /** How long every session of the log is; null where it does not say. */
  readonly each: number | null;
}

/** `Speech group (30 min)`, `45 minutes` in the heading: the length of every session. */
function lengthOfEach(text: string): number | null {
  const head = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 4)
    .join('\n');
  const length =
    /\((?:[^()\n]{0,24}[ ,])?(\d{2,3}) ?min(?:ute)?s?\.?(?: each| sessions?)?\)|\b(\d{2,3})[- ]min(?:ute)?s? (?:sessions?|each|blocks?|groups?)\b/i.exec(
      text,
    ) ?? /(?:^|[,(]| {2})(\d{2,3}) ?min(?:ute)?s?\)?$/im.exec(head);
  const each = Number(length?.[1] ?? length?.[2] ?? Number.NaN);
  return Number.isInteger(each) ? each : null;
}

/** The codes that a log explains: `A = absent`, `SA student absent`. */
export function readCodes(text: string): LogCodes {
  const statuses = new Map<string, SessionStatus>();
  const minutes = new Map<string, number>();
  for (const match of text.matchAll(codeEntry)) {
    const code = match[1];
    // `N = teacher covering another class, 0 min`: whatever it was, nothing was given.
    const status = match[3] === '0' ? 'missed' : statusOf(match[2] ?? '');
    if (!status || !code) continue;
    statuses.set(code, status);
    if (Number(match[3]) > 0) minutes.set(code, Number(match[3]));
  }
  for (const [, code = '', words = ''] of text.matchAll(longEntry)) {
    const status = statusOf(words);
    if (status && !statuses.has(code)) statuses.set(code, status);
  }
  // A scanner reads a lone x as a capital.
  const crossed = statuses.get('x');
  if (crossed && !statuses.has('X')) statuses.set('X', crossed);
  const each = lengthOfEach(text);
  for (const [code, status] of statuses)
    if (status === 'given' && !minutes.has(code) && each !== null) minutes.set(code, each);
  if (each !== null)
    for (const code of ['P', 'D', 'X', '✓', '√'])
      if (!statuses.has(code) && !minutes.has(code)) minutes.set(code, each);
  return { statuses, minutes, each };
}

const usualCodes: Readonly<Record<string, SessionStatus>> = {
  A: 'missed',
  ABS: 'missed',
  AB: 'missed',
  X: 'missed',
  C: 'missed',
  CX: 'missed',
  CXL: 'missed',
  CANC: 'missed',
  ND: 'missed',
  SA: 'missed',
  PA: 'missed',
  TA: 'missed',
  SICK: 'missed',
  NO: 'missed',
  NS: 'none',
  'N/S': 'none',
  H: 'none',
  NA: 'none',
  D: 'given',
  DEL: 'given',
  P: 'given',
  YES: 'given',
};

/** The status that a cell of one code gives. */
export function statusOfCode(cell: string, codes: LogCodes): SessionStatus | null {
  const plain = cell.trim().replace(/\.$/, '');
  return (
    codes.statuses.get(plain) ??
    (codes.minutes.has(plain) ? 'given' : undefined) ??
    usualCodes[plain.toUpperCase()] ??
    null
  );
}
