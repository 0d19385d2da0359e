/** Whether a session was given, missed, or never due, from words and from the codes that a log explains. */

export type SessionStatus = 'given' | 'missed' | 'none';

const neverDue =
  /\b(?:holiday|no school|school closed|weekend|staff development|in-?service|teacher work ?day|spring break|winter break|fall break|thanksgiving|not scheduled|snow day|no sped|early release|conferences? day|vacation|d[ií]a festivo|sin clases)\b/i;
const missed =
  /\b(?:absent|abs|not (?:delivered|provided|seen|held|given|available|made up)|undelivered|cancel+ed|no[- ]show|out sick|home sick|sick day|(?:student|st\.?|child|pupil) (?:out|sick|ill|gone|unavailable|left)|(?:provider|therapist|slp|ot|pt|teacher|counselor|coach|staff|para) (?:out|sick|absent|ill|unavailable|at|in|pulled)|refused|missed|declined|suspended|did not (?:meet|attend|occur)|no session|no service|unavailable|conflict|assembly|ausente|faltó|no vino|not made up)\b|\bin (?:iep|ard) (?:mtg|meeting)\b|\bfield trip\b|\btesting\b/i;
const given = /\b(?:delivered|provided|seen|held|completed|made up|make-?up|yes|attended|present|served|done)\b/i;
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
  /(?<![A-Za-z])([A-Z]{1,3}|--?|x)\s?(?:=|:|-|–|\s)\s?((?:[a-z][a-z' /]*)(?:,? ?0 ?min)?)(?=[,;.)|]|\s{2,}|$|\s+[A-Z]{1,3}\s?[=:])/gm;

/** The codes that a log explains: `A = absent`, `SA student absent`. */
export function readCodes(text: string): ReadonlyMap<string, SessionStatus> {
  const codes = new Map<string, SessionStatus>();
  for (const match of text.matchAll(codeEntry)) {
    const status = statusOf(match[2] ?? '');
    if (status && match[1]) codes.set(match[1], status);
  }
  return codes;
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
export function statusOfCode(cell: string, codes: ReadonlyMap<string, SessionStatus>): SessionStatus | null {
  const plain = cell.trim().replace(/\.$/, '');
  return codes.get(plain) ?? usualCodes[plain.toUpperCase()] ?? null;
}
