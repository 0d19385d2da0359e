/**
 * A log with a line for every incident that leaves the counting to its reader: `9:05 ran out | 11:20 - 11:24 cried`. What
 * its lines add up to is always asked about: only a person knows whether the log holds all of the day.
 */
import type { Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { matchText } from './match-text.ts';
import type { Resolved } from './resolved.ts';
import { dayOf, studentOf } from './whose-and-when.ts';

type Dated = Resolved & { readonly day: Day };

/** Fewest lines that make a log. */
const fewest = 2;
/** Least weight of shared words by which a line speaks of what a goal counts. */
const enough = 0.6;

/** One line of a log: the time that opens it, and how long it lasted, where that is said. */
interface Incident {
  readonly mention: Mention;
  readonly seconds: number | null;
}

/** Whether `m` is the time that a line of a log opens with. */
function opensLine(m: Mention): boolean {
  if (m.quantity.type !== 'time' || m.quantity.form === 'units' || m.place === 'prose') return false;
  return /^\W*\d{1,2}:\d{2}/.test(m.sentence) && m.lead === '';
}

function incidentsOf(mentions: readonly Mention[]): Incident[] {
  const found = new Map<string, Incident>();
  for (const mention of mentions) {
    const key = `${mention.pageIndex}:${mention.line}`;
    if (found.has(key) || !opensLine(mention)) continue;
    const stretch = mentions.find(
      ({ pageIndex, line, quantity }) =>
        `${pageIndex}:${line}` === key && quantity.type === 'time' && quantity.form !== 'clock',
    );
    found.set(key, { mention, seconds: stretch?.quantity.type === 'time' ? stretch.quantity.seconds : null });
  }
  return [...found.values()];
}

/** What the incidents of one goal and day add up to; null where one of them does not say how long it was. */
function addUp(own: readonly Incident[], { goal }: GoalProfile): { value: number; computed: string } | null {
  if (goal.measure.kind === 'count') return { value: own.length, computed: `${own.length} lines of the log` };
  const lengths = own.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  if (lengths.length < own.length) return null;
  const unit = /^s/i.test(goal.measure.unit) ? 1 : 60;
  const value = Math.round((lengths.reduce((sum, s) => sum + s, 0) / unit) * 10) / 10;
  return { value, computed: `${lengths.map((s) => Math.round((s / unit) * 10) / 10).join(' + ')} = ${value}` };
}

/** The days of logs that the page itself does not add up; `known` are the results that it states. */
export function readIncidents(mentions: readonly Mention[], context: MeaningContext, known: readonly Dated[]): Dated[] {
  if (context.restated || context.fromHome || context.logsServices) return [];
  const all = incidentsOf(mentions).filter(
    ({ mention }) => judge(mention, Number(dayOf(mention, context).day.slice(5, 7))).verdict === 'data',
  );
  if (all.length < fewest) return [];
  return [...context.profiles].flatMap(([studentId, profiles]) =>
    profiles.flatMap((profile): Dated[] => {
      const { kind, per } = profile.goal.measure;
      if (per !== 'day' || (kind !== 'count' && kind !== 'duration')) return [];
      const own = all.filter(({ mention }) => {
        const match = matchText(mention.sentence, profile);
        return studentOf(mention, context) === studentId && match.hits >= enough && match.firm && !match.conflict;
      });
      const byDay = new Map<Day, Incident[]>();
      for (const incident of own) {
        const { day } = dayOf(incident.mention, context);
        byDay.set(day, [...(byDay.get(day) ?? []), incident]);
      }
      return [...byDay].flatMap(([day, ofDay]): Dated[] => {
        const sum = addUp(ofDay, profile);
        const first = ofDay[0]?.mention;
        if (!sum || !first || known.some((k) => k.candidate.profile === profile && k.day === day)) return [];
        const value = { value: sum.value };
        const candidate = {
          mention: first,
          profile,
          value,
          day,
          dayUnsure: dayOf(first, context).unsure,
          score: 8,
          margin: Number.POSITIVE_INFINITY,
          rival: null,
          computed: sum.computed,
          doubt: null,
        };
        const review = 'This was added up from the lines of the log. Do they hold all of the day?';
        return [{ candidate, value, review, computed: sum.computed, day }];
      });
    }),
  );
}
