/** The total of a rubric whose rows are scored, where the page leaves it out or gives it without a label. */
import type { Day } from '../../domain/dates.ts';
import type { Mention } from '../mentions/mention.ts';
import type { MeaningContext } from './candidate.ts';
import { judge } from './context-rules.ts';
import type { GoalProfile } from './goal-profile.ts';
import { isAverage, isTotal } from './labels.ts';
import { matchText } from './match-text.ts';
import type { Resolved } from './resolved.ts';
import type { Value } from './value.ts';
import { thoseThatCount } from './which-counts.ts';
import { dayOf, studentOf } from './whose-and-when.ts';

type Dated = Resolved & { readonly day: Day };

/** Whether the goal is about the sum of its rubric's rows. */
export function wantsTotal(profile: GoalProfile): boolean {
  return profile.asksTotal || (profile.goal.measure.max ?? 0) > 6;
}

/** `Truong-Beck, A.   9` on a page that says `12 points` of the goal's rubric: all that the line says is whose it is. */
function isOfWhole(m: Mention, profile: GoalProfile, page: string): boolean {
  const named = /[A-Za-z]{2}/.test(`${m.row} ${m.lead} ${m.column}`);
  const whole = new RegExp(String.raw`\b${profile.goal.measure.max} ?(?:points|pts|possible)\b`, 'i');
  return m.fillsCell && m.studentIds !== null && !named && whole.test(page);
}

/** Whether a goal that asks for the total is given one, and one that asks for a trait a row of it. */
export function rightScope(m: Mention, value: Value, profile: GoalProfile, page: string): boolean {
  if (profile.goal.measure.kind !== 'rubric') return true;
  return wantsTotal(profile)
    ? isTotal(m) || value.denominator !== undefined || isDatedTotal(m, profile) || isOfWhole(m, profile, page)
    : !isTotal(m);
}

/** `Work skills totals (of 24)` over dated lines with a number each. */
function isDatedTotal(m: Mention, profile: GoalProfile): boolean {
  const heading = new RegExp(String.raw`\btotals?\b|\b(?:out )?of ${profile.goal.measure.max}\b`, 'i');
  return m.fillsCell && m.dayFrom === 'row' && m.row === '' && heading.test(m.section);
}

/** The lines of a title that are no rows of the rubric themselves. */
export function titleProper(title: string): string {
  return title
    .split('\n')
    .filter((line) => !/:\s*\d|(?:\.\s*|\s{2,})\d+(?:\.\d)?(?:\s*\/\s*\d+)?\s*$/.test(line))
    .join('\n');
}

const numberOf = (m: Mention): number => (m.quantity.type === 'number' ? m.quantity.value : Number.NaN);
const labelOf = (m: Mention) => (m.row || m.lead).trim();
/** Fewest rows that make a rubric. */
const fewest = 3;
/** Lines below the last row that its sum may stand on. */
const reach = 3;

/** The rows of one rubric: one score a line, each with a label, in one column. */
function rowsOf(mentions: readonly Mention[]): Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const m of mentions) {
    const isRow =
      m.quantity.type === 'number' &&
      !m.quantity.asWord &&
      m.place !== 'prose' &&
      m.fillsCell &&
      /[A-Za-zÀ-ÿ]{3}/.test(labelOf(m)) &&
      !isTotal(m) &&
      !isAverage(m);
    if (!isRow) continue;
    const key = `${m.pageIndex}:${m.block}:${m.column}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  return [...groups.values()].filter((g) => g.length >= fewest && new Set(g.map((m) => m.line)).size === g.length);
}

/** The number that stands alone under the rows: their sum, if it is one. */
function bareSum(rows: readonly Mention[], all: readonly Mention[]): Mention | undefined {
  const last = rows.at(-1)!;
  return all.find(
    (m) =>
      m.pageIndex === last.pageIndex &&
      m.line > last.line &&
      m.line <= last.line + reach &&
      m.quantity.type === 'number' &&
      m.fillsCell &&
      (m.column === last.column || last.column === '') &&
      !/[A-Za-zÀ-ÿ]{2}/.test(labelOf(m)),
  );
}

/** The totals of rubrics of which `known` holds none, for the goals that ask for a total. */
export function readRubricTotals(
  mentions: readonly Mention[],
  context: MeaningContext,
  known: readonly Dated[],
): Dated[] {
  if (context.restated) return [];
  const data = mentions.filter((m) => judge(m, Number(dayOf(m, context).day.slice(5, 7))).verdict === 'data');
  return [...context.profiles].flatMap(([studentId, profiles]) => {
    const own = data.filter((m) => studentOf(m, context) === studentId);
    return profiles.flatMap((profile) => {
      const { kind, max } = profile.goal.measure;
      if (kind !== 'rubric' || max === undefined || !wantsTotal(profile)) return [];
      return totalsFor(profile, max, own, context, known);
    });
  });
}

function totalsFor(
  profile: GoalProfile,
  max: number,
  own: readonly Mention[],
  context: MeaningContext,
  known: readonly Dated[],
): Dated[] {
  const fits = rowsOf(own).filter((rows) => {
    const title = context.topics[rows[0]!.pageIndex]?.title ?? '';
    const named = matchText(`${title} ${rows[0]!.section}`, profile);
    const most = max / rows.length;
    return (
      named.hits >= 0.45 &&
      !named.conflict &&
      Number.isInteger(most) &&
      most >= 1 &&
      rows.every((m) => numberOf(m) <= most)
    );
  });
  const byDay = new Map<Day, Mention[][]>();
  for (const rows of fits) {
    const { day } = dayOf(rows[0]!, context);
    byDay.set(day, [...(byDay.get(day) ?? []), rows]);
  }
  return [...byDay].flatMap(([day, tables]): Dated[] => {
    if (known.some((k) => k.candidate.profile === profile && k.day === day)) return [];
    const counting = thoseThatCount(tables.map((rows) => ({ mention: rows[0]!, rows })));
    const [only] = counting;
    if (counting.length !== 1 || !only) return [];
    const sum = only.rows.reduce((total, m) => total + numberOf(m), 0);
    const written = bareSum(only.rows, own);
    if (written && numberOf(written) !== sum) return [];
    const mention = written ?? only.rows[0]!;
    const value = { value: sum, denominator: max };
    const computed = written ? null : `${only.rows.map(numberOf).join(' + ')} = ${sum}`;
    const candidate = {
      mention,
      profile,
      value,
      day,
      dayUnsure: dayOf(mention, context).unsure,
      score: 10,
      margin: Number.POSITIVE_INFINITY,
      rival: null,
      computed,
      doubt: null,
    };
    return [{ candidate, value, review: null, computed, day }];
  });
}
