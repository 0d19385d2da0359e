/** Whether a session was given, missed, or never due, from words and from the codes that a log explains. */

export type SessionStatus = 'given' | 'missed' | 'none';

const neverDue =
  /\b(?:holiday|no school|school closed|weekend|staff development|in-?service|teacher work ?day|spring break|winter break|fall break|thanksgiving|not scheduled|snow day|no sped|early release|conferences? day|vacation|d[ií]a festivo|sin clases)\b/i;
const missed =
  /\b(?:absent|abs|not (?:delivered|provided|seen|held|given|available|made up)|undelivered|cancel+ed|no[- ]show|out sick|home sick|sick day|(?:student|st\.?|child|pupil) (?:out|sick|ill|gone|unavailable|left)|(?:provider|therapist|slp|ot|pt|teacher|counselor|coach|staff|para) (?:out|sick|absent|ill|unavailable|at|in|pulled)|refused|missed|declined|suspended|did not (?:meet|attend|occur)|no session|no service|unavailable|conflict|assembly|ausente|faltó|no vino|not made up)\b|\bin (?:iep|ard) (?:mtg|meeting)\b|\bfield trip\b|\btesting\b/i;
const given =
  /\b(?:delivered|provided|seen|held|completed|made up|make-?up|yes|attended|present|served|done|asisti[oó])\b/i;
const denied = /\bnot (?:delivered|provided|seen|held|given)\b|\bundelivered\b|\bno session\b|\bno service\b/i;
/** Work for the student without the student. */
const indirect =
  /\bconsult(?:ed|ation)? (?:w\/|with)|\bindirect\b|\bparent (?:mtg|meeting|call|conference)\b|\bplanning\b|\bpaperwork\b|\biep (?:mtg|meeting) held\b|\bteacher consult\b/i;

/** What the words beside a session say of it; null where they say nothing. */
export function statusOf(text: string): SessionStatus | null {
  if (denied.test(text)) return 'missed';
  if (indirect.test(text) && !/\bconsult/i.test(text.slice(0, 12))) return 'none';
  const makeUp =
    /\bmake-?up\b|\bmade up\b/i.test(text) &&
    !/\bnot made up\b|\bneeds? (?:a )?make-?up\b|\bto be made up\b|\bwill make up\b|\bowe/i.test(text);
  if (/\bdelivered\b|\bseen\b|\bprovided\b/i.test(text) && !/\babsent\b|\bcancel/i.test(text)) return 'given';
  if (missed.test(text) && !makeUp) return 'missed';
  if (neverDue.test(text)) return 'none';
  return given.test(text) ? 'given' : null;
}

const codeEntry =
  /(?<![A-Za-z])([A-Z]{1,3}|--?|x)\s?(?:=|:|-|–|\s)\s?([a-z][a-z' /]*?)\s?(?:,? ?\(?(\d{1,3}) ?(?:min)?\)?)?(?=[,;.)|]|\s{2,}|$|\s+[A-Z]{1,3}\s?[=:])/gm;

export interface LogCodes {
  readonly statuses: ReadonlyMap<string, SessionStatus>;
  /** Minutes of a session that a code stands for: `P present 30 min`. */
  readonly minutes: ReadonlyMap<string, number>;
}

/** The codes that a log explains: `A = absent`, `SA student absent`. */
export function readCodes(text: string): LogCodes {
  const statuses = new Map<string, SessionStatus>();
  const minutes = new Map<string, number>();
  for (const match of text.matchAll(codeEntry)) {
    const code = match[1];
    const status = statusOf(match[2] ?? '');
    if (!status || !code) continue;
    statuses.set(code, status);
    if (match[3]) minutes.set(code, Number(match[3]));
  }
  // `Speech group (30 min)`: the length of every session.
  const length = /\((\d{2,3}) ?min(?:ute)?s?\.?(?: each| sessions?)?\)|\b(\d{2,3})[- ]min(?:ute)? sessions?\b/i.exec(
    text,
  );
  const each = Number(length?.[1] ?? length?.[2] ?? Number.NaN);
  for (const [code, status] of statuses)
    if (status === 'given' && !minutes.has(code) && Number.isInteger(each)) minutes.set(code, each);
  if (Number.isInteger(each))
    for (const code of ['P', 'D', 'X', '✓', '√'])
      if (!statuses.has(code) && !minutes.has(code)) minutes.set(code, each);
  return { statuses, minutes };
}

const usualCodes: Readonly<Record<string, SessionStatus>> = {
  A: 'missed',
  ABS: 'missed',
  AB: 'missed',
  X: 'missed',
  C: 'missed',
  CX: 'missed',
  ND: 'missed',
  SA: 'missed',
  PA: 'missed',
  TA: 'missed',
  NS: 'none',
  H: 'none',
  NA: 'none',
  D: 'given',
  P: 'given',
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
