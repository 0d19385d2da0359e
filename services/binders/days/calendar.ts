/** Names of months and weekdays in English and Spanish, and arithmetic on days. */
import { addDays, type Day, daysBetween } from '../../domain/dates.ts';

const monthNames = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febr', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];

const weekdayNames = [
  ['sunday', 'sun', 'domingo'],
  ['monday', 'mon', 'lunes', 'lun'],
  ['tuesday', 'tues', 'tue', 'martes'],
  ['wednesday', 'weds', 'wed', 'miercoles', 'miércoles'],
  ['thursday', 'thurs', 'thur', 'thu', 'jueves', 'jue'],
  ['friday', 'fri', 'viernes', 'vie'],
  ['saturday', 'sat', 'sábado', 'sabado'],
];

const indexOfName = (lists: readonly (readonly string[])[], name: string): number | null => {
  const plain = name.toLowerCase().replace(/\.$/, '');
  const found = lists.findIndex((names) => names.includes(plain));
  return found < 0 ? null : found;
};

const alternatives = (lists: readonly (readonly string[])[]) =>
  lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|');

export const monthPattern = alternatives(monthNames);
export const weekdayPattern = alternatives(weekdayNames);

/** 1 to 12 for the name or abbreviation of a month. */
export function monthOf(name: string): number | null {
  const found = indexOfName(monthNames, name);
  return found === null ? null : found + 1;
}

/** 0 (Sunday) to 6 for the name or abbreviation of a weekday. */
export function weekdayOf(name: string): number | null {
  return indexOfName(weekdayNames, name);
}

/** The day, or null where the calendar has none such. Two-digit years are of this century up to 49. */
export function makeDay(year: number, month: number, day: number): Day | null {
  const full = year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;
  if (full < 1900 || full > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const text = `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

/** 0 (Sunday) to 6. */
export function weekdayOfDay(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day with that weekday in the Monday-to-Sunday week of `day`. */
export function dayInWeekOf(day: Day, weekday: number): Day {
  const monday = addDays(day, -((weekdayOfDay(day) + 6) % 7));
  return addDays(monday, (weekday + 6) % 7);
}

/** Days a page may bear a date past its upload: clocks, time zones, a sheet dated for the next morning. */
const grace = 3;

/**
 * The day of a date without a year: the latest one not after `upload`, unless the page bears a date of its own (`near`),
 * then the one nearest to that. Null where the calendar has none such.
 */
export function fitYear(month: number, day: number, upload: Day, near: Day | null): Day | null {
  const year = Number(upload.slice(0, 4));
  const around = near ? Number(near.slice(0, 4)) : year;
  const options = [around - 1, around, around + 1]
    .map((y) => makeDay(y, month, day))
    .filter((option): option is Day => option !== null);
  if (near) {
    return options.sort((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0] ?? null;
  }
  const past = options.filter((option) => daysBetween(option, upload) >= -grace);
  return past.at(-1) ?? null;
}
