/** The student and the day of a mention, from its own place first and from the document after. */
import { dayInWeekOf, weekdayOf, weekdayOfDay, weekdayPattern } from '../../binders/days/calendar.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import { numbersIn } from '../mentions/number-words.ts';
import type { MeaningContext } from './candidate.ts';

/** Whose the mention is; null where that is somebody else, or nobody can say. */
export function studentOf(m: Mention, context: MeaningContext): string | null {
  // On a page about one student a row of two capitalised words is a label, not a person.
  if (m.stranger && (context.studentId === null || context.peopleInRows)) return null;
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

/** Words that say themselves which day is told of. */
const namesDay = /\b(?:today|yesterday|this (?:morning|afternoon|week)|hoy|ayer|esta (?:semana|mañana))\b/i;

const relativeDay = new RegExp(
  `(?:\\b(next|last|by|until|every|each|will|this coming)\\s+)?\\b(${weekdayPattern})\\b(?!\\.?\\s*\\d{1,2}[/:-]\\d)`,
  'gi',
);

const weekdaysIn = (text: string) =>
  [...text.matchAll(relativeDay)].filter((match) => !match[1] && !/^(?:sat|sun)$/i.test(match[2] ?? ''));

/**
 * The weekday of a figure of running text: the last one before it, where the sentence names a day before its first figure
 * (`on Tuesday 4 of 5, on Wednesday 2 of 5`), else the next one behind it (`4 of 5 on Tuesday, 2 of 5 on Wednesday`). A
 * sentence that names none may go on about the day of the one before.
 */
function governingWeekday(m: Mention): number | null {
  const [first] = weekdaysIn(m.sentence);
  if (!first) {
    const before = m.alone && !namesDay.test(m.sentence) && !namesDay.test(m.before) ? weekdaysIn(m.before) : [];
    return before.length === 1 ? weekdayOf(before[0]?.[2] ?? '') : null;
  }
  const dayFirst = first.index <= (numbersIn(m.sentence)[0]?.start ?? Number.POSITIVE_INFINITY);
  const named = dayFirst ? weekdaysIn(m.clause).at(-1) : weekdaysIn(m.tail)[0];
  return named ? weekdayOf(named[2] ?? '') : null;
}

/** The weekday that a sentence names, in the week up to the document's date: `on Wednesday's observation`. */
function weekdayInSentence(m: Mention, documentDate: Day): Day | null {
  if (m.place !== 'prose') return null;
  if (/\b(?:today|this (?:morning|afternoon)|hoy)\b/i.test(m.part)) return null;
  if (/\b(?:yesterday|ayer)\b/i.test(`${m.part} ${m.tail.slice(0, 24)}`)) return addDays(documentDate, -1);
  const weekday = governingWeekday(m);
  if (weekday === null || weekday === 0 || weekday === 6) return null;
  const back = (weekdayOfDay(documentDate) - weekday + 7) % 7;
  return addDays(documentDate, -back);
}

/** The day of a mention; `unsure` where the page bears no date at all. */
export function dayOf(m: Mention, context: MeaningContext): { day: Day; unsure: boolean } {
  if (m.day) return { day: m.day, unsure: false };
  if (context.documentDate)
    return { day: weekdayInSentence(m, context.documentDate) ?? context.documentDate, unsure: false };
  return { day: context.uploadDate, unsure: true };
}

/** Friday of the week of `day`. */
export function endOfWeek(day: Day): Day {
  return dayInWeekOf(day, 5);
}

/** The last school day of the week that a weekly figure covers. */
export function weekOf(m: Mention, context: MeaningContext): Day {
  if (m.day && m.dayFrom === 'column') {
    // A short week ends where the page says that it does.
    const end = context.weekEnd;
    return end && end >= m.day && endOfWeek(end) === endOfWeek(m.day) ? end : endOfWeek(m.day);
  }
  if (m.day && m.dayFrom !== 'sentence') {
    // One row a week, named by its Monday or by its end; or one row a day, each a part of its week.
    return context.dailyRows || weekdayOfDay(m.day) === 1 ? endOfWeek(m.day) : m.day;
  }
  return context.weekEnd ?? endOfWeek(m.day ?? context.documentDate ?? context.uploadDate);
}
