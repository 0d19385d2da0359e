/** The student and the day of a mention, from its own place first and from the document after. */
import { dayInWeekOf, weekdayOfDay } from '../../binders/days/calendar.ts';
import type { Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';

/** Whose the mention is; null where that is somebody else, or nobody can say. */
export function studentOf(m: Mention, context: MeaningContext): string | null {
  if (m.stranger) return null;
  if (m.studentIds !== null) {
    const [only] = m.studentIds;
    if (m.studentIds.length === 1 && only) {
      // In running text about one student another one's name makes the figure the other's.
      return context.profiles.has(only) || context.studentId === null ? only : null;
    }
    return context.studentId !== null && m.studentIds.includes(context.studentId) ? context.studentId : null;
  }
  return context.studentId;
}

/** The day of a mention; `unsure` where the page bears no date at all. */
export function dayOf(m: Mention, context: MeaningContext): { day: Day; unsure: boolean } {
  if (m.day) return { day: m.day, unsure: false };
  if (context.documentDate) return { day: context.documentDate, unsure: false };
  return { day: context.uploadDate, unsure: true };
}

/** Friday of the week of `day`; a weekend day stands for the week before it. */
export function endOfWeek(day: Day): Day {
  const weekday = weekdayOfDay(day);
  return weekday === 6 || weekday === 0 ? dayInWeekOf(day, 5) : dayInWeekOf(day, 5);
}

/** The last day of the week that a weekly figure covers. */
export function weekOf(m: Mention, context: MeaningContext): Day {
  if (m.day && m.dayFrom !== 'sentence') return m.dayFrom === 'column' ? endOfWeek(m.day) : m.day;
  return context.weekEnd ?? m.day ?? context.documentDate ?? context.uploadDate;
}
