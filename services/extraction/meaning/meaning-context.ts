/** Gathers what a whole document says about every one of its mentions. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Classification } from '../../classification/classification.ts';
import { evidenceTypes } from '../../classification/evidence-types/registry.ts';
import type { Caseload } from '../../domain/caseload.ts';
import type { Day } from '../../domain/dates.ts';
import type { Mention, Topic } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';
import { type GoalProfile, profilesOf } from './goal-profile.ts';
import { probeLengths } from './probe-length.ts';
import { endOfWeek } from './whose-and-when.ts';

const cache = new WeakMap<Caseload, ReadonlyMap<string, readonly GoalProfile[]>>();

function allProfiles(caseload: Caseload): ReadonlyMap<string, readonly GoalProfile[]> {
  const known = cache.get(caseload);
  if (known) return known;
  const profiles = new Map(caseload.students.map((student) => [student.id, profilesOf(student)] as const));
  cache.set(caseload, profiles);
  return profiles;
}

/** A probe that names no time at all is of one minute, as reading and fact probes are. */
function usualMinutes(pages: readonly OpenPage[], classification: Classification): number | null {
  const timed = pages.some((page) => /\bmin(?:ute)?s?\b|\d:\d\d/i.test(page.sheet.text));
  return classification.documentType === 'cbm_probe' && !timed ? 1 : null;
}

/** A document that names several weeks, `Week of 11/3: 2. Week of 11/10: 1.`, covers no single one. */
function namesSeveralWeeks(pages: readonly OpenPage[]): boolean {
  const named = pages.flatMap((page) => page.days.days.filter((d) => d.role === 'week').map((d) => endOfWeek(d.day)));
  return new Set(named).size > 1;
}

/** The last day of the week that the document covers: week ending, week of, a range of days, the columns of a week. */
function weekEndOf(pages: readonly OpenPage[]): Day | null {
  if (namesSeveralWeeks(pages)) return null;
  for (const page of pages) {
    const { days } = page.days;
    const week = days.find((d) => d.role === 'week');
    if (week) {
      const before = page.sheet.text.slice(Math.max(0, week.start - 30), week.start);
      return /\bend(?:ing|s)?\b|w\/e/i.test(before) ? week.day : endOfWeek(week.day);
    }
    const last = days.findLast((d) => d.role === 'range');
    if (last) return last.day;
    const columns = page.layout.headers
      .filter((h) => h.kind === 'days')
      .flatMap((h) => h.columns.map((c) => c.day))
      .filter((d) => d !== null);
    const final = columns.at(-1);
    if (final && columns.length >= 4) return final;
  }
  return weekOfDays(pages);
}

/** The Friday of the one week that three or more days of the pages fall in. */
function weekOfDays(pages: readonly OpenPage[]): Day | null {
  const days = pages.flatMap((page) => [
    ...page.layout.leadingDays.values(),
    ...page.days.days.filter((d) => d.role === 'plain').map((d) => d.day),
  ]);
  const weeks = new Set(days.map(endOfWeek));
  const [only] = weeks;
  return weeks.size === 1 && only && new Set(days).size >= 3 ? only : null;
}

/** A line that begins with a student's name and goes on with values. */
function hasPeopleInRows(page: OpenPage): boolean {
  return page.students.some((m) => {
    const line = page.sheet.lines[m.line];
    const first = line?.cells[0];
    return (
      first !== undefined &&
      m.strength !== 'relative' &&
      m.line > 1 &&
      m.start <= first.start + 2 &&
      (line?.cells.length ?? 0) > 1 &&
      /\d|[+✓✗]/.test(line?.text.slice(m.end - (line?.start ?? 0)) ?? '')
    );
  });
}

/** Two dated rows of one week: each row is a day. */
function hasDailyRows(pages: readonly OpenPage[]): boolean {
  const weeks = pages.flatMap((page) => [...page.layout.leadingDays.values()]).map(endOfWeek);
  return new Set(weeks).size < weeks.length;
}

const sender = /^\s*(?:from|de)\s*:\s*(.+)$/im;

/** Whether the one who sent an e-mail bears the family name of its student. */
function isFromFamily(pages: readonly OpenPage[], caseload: Caseload, studentId: string | null): boolean {
  const from = sender.exec(pages[0]?.sheet.text ?? '')?.[1]?.toLowerCase();
  const family = caseload.students.find((s) => s.id === studentId)?.familyName.toLowerCase() ?? '';
  const staff = caseload.staff.some((s) => from?.includes(s.name.toLowerCase()));
  return from !== undefined && !staff && family.split(/[\s-]+/).some((name) => name.length > 3 && from.includes(name));
}

/** `studentIds` of the classification bound whose results may be taken; a document of one student is that one's alone. */
export function meaningContext(
  pages: readonly OpenPage[],
  topics: readonly Topic[],
  classification: Classification,
  caseload: Caseload,
  uploadDate: Day,
  restated: boolean,
): MeaningContext {
  const profiles = allProfiles(caseload);
  const lengthOf = probeLengths(pages);
  const usual = usualMinutes(pages, classification);
  const allowed = classification.studentId
    ? [classification.studentId]
    : classification.questions.length > 0 && classification.studentIds.length === 0
      ? []
      : classification.studentIds;
  return {
    uploadDate,
    documentDate: classification.date,
    studentId: classification.studentId,
    studentIds: classification.studentIds,
    profiles: new Map([...profiles].filter(([id]) => allowed.includes(id))),
    topics,
    minutesOf: (m: Mention) => lengthOf(m) ?? usual,
    weekEnd: weekEndOf(pages),
    peopleInRows: pages.some(hasPeopleInRows),
    dailyRows: hasDailyRows(pages),
    logsServices: evidenceTypes[classification.documentType].logsServices,
    readsAloud: classification.documentType === 'running_record',
    restated,
    fromHome: isFromFamily(pages, caseload, classification.studentId),
  };
}
