/** The goals of an IEP: each part is taken from where the page states it; a baseline or a target that it does not state is missing. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Day } from '../../domain/dates.ts';
import type { Source } from '../../domain/evidence.ts';
import type { IncompleteGoal, ProposedGoal } from '../../domain/proposed-plan.ts';
import { sourceOf } from '../grounding.ts';
import { type Amount, amountsIn, bareNumberIn } from './amounts.ts';
import type { FoundGoal, PlanDays, Span, Stated } from './found-goal.ts';
import { type GoalBlock, goalBlocks, type Part, type PartName } from './goal-blocks.ts';
import { goalTables } from './goal-tables.ts';
import { scheduleIn } from './schedule.ts';

const textAt = (page: OpenPage, { start, end }: Span) => page.sheet.text.slice(start, end);
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Sentences of a stretch, by their offsets on the page. A point within a number or after one letter ends none. */
function sentencesOf(page: OpenPage, span: Span): Span[] {
  const text = textAt(page, span);
  const sentences: Span[] = [];
  let from = 0;
  for (const m of text.matchAll(/[.;](?=\s+[A-Z(]|\s*$)/g)) {
    const end = m.index + 1;
    if (/\b(?:[A-Z]|gr|min|approx|vs|Mr|Ms|Mrs|Dr)\.$/.test(text.slice(0, end))) continue;
    sentences.push({ start: span.start + from, end: span.start + end });
    from = end;
  }
  sentences.push({ start: span.start + from, end: span.end });
  return sentences.filter((sentence) => textAt(page, sentence).trim() !== '');
}

const now = /\bcurrent(?:ly)?\b|\bnow\b|\bat present\b|\bbaseline\b|\bat this time\b|\bas of\b/i;
const fromTo = /\bfrom (?:an? (?:average|baseline) of )?(.{1,48}?),? to (?=\D{0,24}\d|level)/i;
const upFrom =
  /\b(?:up|down|increased|reduced|decreased)?,? ?(?:from|was|baseline(?: of)?|currently(?: at)?) (?:an? (?:average|baseline) of )?(?=\D{0,16}\d|level)/i;

/** Amounts of a stretch, by their offsets on the page. */
function amountsAt(page: OpenPage, span: Span, statement: string): Stated[] {
  return amountsIn(textAt(page, span), statement).map((amount) => ({
    ...amount,
    start: amount.start + span.start,
    end: amount.end + span.start,
  }));
}

const comparable = (a: Amount, b: Amount) =>
  a.measure.kind === b.measure.kind && (a.measure.max ?? 0) === (b.measure.max ?? 0) && sameUnit(a, b);
const sameUnit = (a: Amount, b: Amount) => a.measure.kind !== 'rate' || a.measure.unit === b.measure.unit;

/** The first amount of `spans` that can be compared with `target`; a bare number where a stretch holds nothing else. */
function comparableIn(page: OpenPage, spans: readonly Span[], target: Amount, statement: string): Stated | null {
  for (const span of spans) {
    const amounts = amountsAt(page, span, statement);
    const same = amounts.find((amount) => comparable(amount, target));
    if (same) return same;
    // A share that the goal states in percent may be written as a fraction.
    const fraction = amounts.find(({ measure }) => measure.max !== undefined);
    if (fraction?.measure.max && target.measure.kind === 'percent') {
      const value = Math.round((1000 * fraction.value) / fraction.measure.max) / 10;
      return { ...fraction, value, measure: target.measure };
    }
    // Duration and latency are told apart by the goal's own words, so are a count's periods.
    const timed = amounts.find(
      ({ measure }) =>
        /duration|latency/.test(`${measure.kind}`) &&
        /duration|latency/.test(target.measure.kind) &&
        measure.unit === target.measure.unit,
    );
    if (timed) return { ...timed, measure: target.measure };
    if (amounts.length > 0) continue;
    const bare = bareNumberIn(textAt(page, span));
    const most = target.measure.max ?? (target.measure.kind === 'percent' ? 100 : Number.POSITIVE_INFINITY);
    if (bare && bare.value <= most && target.measure.kind !== 'level') {
      return {
        ...bare,
        start: bare.start + span.start,
        end: bare.end + span.start,
        measure: target.measure,
        bare: true,
      };
    }
  }
  return null;
}

interface Parts {
  readonly statement: Span;
  readonly baseline: readonly Span[];
  readonly target: readonly Span[];
}

const named = (parts: readonly Part[], ...names: PartName[]) => parts.filter(({ name }) => names.includes(name));

/** A goal's first line is its heading where its sentence begins on the next. */
function withoutHeading(page: OpenPage, part: Part): Span {
  const text = textAt(page, part);
  const end = text.trimStart().indexOf('\n') + text.length - text.trimStart().length;
  const head = text.slice(0, Math.max(0, end));
  const isHeading =
    part.name === 'lead' && end > 0 && !/\bwill\b|\bby\b|,\s*$/i.test(head) && /^\s*\S/.test(text.slice(end));
  return isHeading ? { start: part.start + end, end: part.end } : part;
}

/** Which stretches of `block` may state what. */
function partsIn({ page, parts }: GoalBlock): Parts | null {
  const stated = named(parts, 'statement', 'lead').flatMap((part) => sentencesOf(page, withoutHeading(page, part)));
  const will = stated.filter((sentence) => /\bwill\b/.test(textAt(page, sentence)));
  const statement = will[0] ?? named(parts, 'statement')[0] ?? stated[0];
  if (!statement) return null;
  const rest = stated.filter((sentence) => sentence !== statement);
  const inStatement = textAt(page, statement);
  const change = fromTo.exec(inStatement);
  const before = upFrom.exec(inStatement);
  const after = (index: number): Span => ({ start: statement.start + index, end: statement.end });
  const from: Span | null = change
    ? { start: statement.start + change.index, end: statement.start + change.index + change[0].length }
    : null;
  const target: Span = change
    ? after(change.index + change[0].length)
    : before
      ? { start: statement.start, end: statement.start + before.index }
      : statement;
  return {
    statement,
    baseline: [
      ...named(parts, 'baseline'),
      ...(from ? [from] : before ? [after(before.index + before[0].length)] : []),
      ...rest.filter((sentence) => now.test(textAt(page, sentence))),
    ],
    target: [
      target,
      ...named(parts, 'target'),
      ...(before && !change ? [] : rest.filter((sentence) => !now.test(textAt(page, sentence)))),
    ],
  };
}

function areaOf({ page, parts }: GoalBlock): string | null {
  const [area] = named(parts, 'area');
  if (area) return tidy(textAt(page, area)).replace(/[.:;]$/, '');
  const [lead] = named(parts, 'lead');
  const head = lead ? (textAt(page, lead).trimStart().split('\n')[0] ?? '') : '';
  const bare = head
    .replace(
      /^\s*(?:measurable )?(?:annual )?goals? ?(?:area )?(?:#|no\.?|number)? ?\d{0,2}\s*[-–—:.]?\s*|^\s*(?:\d{1,2}|[A-H])[.)]\s*/i,
      '',
    )
    .trim();
  const title = /^([A-Z][^.:]{2,60}?)(?:[.:](?:\s|$)|\s{2,}|$)/.exec(bare)?.[1]?.trim() ?? null;
  return title && !/\b(?:will|by|given|when)\b/i.test(title) ? title : null;
}

function dayIn(page: OpenPage, spans: readonly Span[]): Day | null {
  for (const { start, end } of spans) {
    const found = page.days.days.find((day) => day.hasYear && day.start >= start && day.end <= end);
    if (found) return found.day;
  }
  return null;
}

function readBlock(block: GoalBlock): FoundGoal | null {
  const { page, parts } = block;
  const stretches = partsIn(block);
  if (!stretches) return null;
  const statement = textAt(page, stretches.statement);
  const target = stretches.target.flatMap((span) => amountsAt(page, span, statement))[0] ?? null;
  const baseline = target ? comparableIn(page, stretches.baseline, target, statement) : null;
  const alone = target ? null : (stretches.baseline.flatMap((span) => amountsAt(page, span, statement))[0] ?? null);
  // A goal without any number is one that cannot be measured; a stretch without a goal's words is none.
  if (!target && !alone && !/\bwill\b/.test(statement)) return null;
  const said = [...named(parts, 'schedule', 'method'), ...named(parts, 'lead', 'statement', 'baseline', 'target')];
  const [schedule] = said.flatMap((span) => {
    const found = scheduleIn(textAt(page, span));
    return found
      ? [{ value: found.schedule, span: { start: span.start + found.start, end: span.start + found.end } }]
      : [];
  });
  const dated = stretches.baseline.filter(
    (span) => !baseline || (span.start <= baseline.start && span.end >= baseline.end),
  );
  const by = /\bby\b[^.;]{0,40}/i.exec(statement);
  const bySpan = by
    ? [{ start: stretches.statement.start + by.index, end: stretches.statement.start + by.index + by[0].length }]
    : [];
  return {
    page,
    whole: block,
    area: areaOf(block),
    statement: stretches.statement,
    baseline: baseline ?? alone,
    target,
    baselineDay: dayIn(page, dated),
    targetDay: dayIn(page, [...bySpan, ...named(parts, 'date', 'target')]),
    schedule: schedule ?? null,
  };
}

function proposalOf(found: FoundGoal, index: number, plan: PlanDays): ProposedGoal | IncompleteGoal | null {
  const { page, baseline, target, schedule } = found;
  const at = (span: Span | null): Source | undefined => {
    if (!span) return undefined;
    const words = textAt(page, span);
    const start = span.start + (words.length - words.trimStart().length);
    return sourceOf(page, start, start + words.trim().length) ?? undefined;
  };
  const statement = at(found.statement) ?? at(found.whole);
  if (!statement) return null;
  const uncertain = [
    ...(found.area ? [] : ['area']),
    ...(baseline && !found.baselineDay ? ['baseline.date'] : []),
    ...(target && !found.targetDay ? ['target.date'] : []),
    ...(baseline?.bare ? ['baseline.value'] : []),
    ...(schedule ? [] : ['schedule']),
  ];
  const [baselineAt, targetAt, scheduleAt] = [at(baseline), at(target), at(schedule?.span ?? null)];
  const places = {
    statement,
    ...(baselineAt && { baseline: baselineAt }),
    ...(targetAt && { target: targetAt }),
    ...(scheduleAt && { schedule: scheduleAt }),
  };
  const measured = target ?? baseline;
  const falls = /\b(?:reduce|decrease|no more than|or fewer|or less|at most|fewer than|less than|within)\b/i;
  const text = tidy(textAt(page, found.statement)).replace(/^(?:\d{1,2}|[A-H])[.)]\s+/, '');
  const common = {
    id: `proposed-${index + 1}`,
    area: found.area ?? `Goal ${index + 1}`,
    statement: text,
    schedule: schedule?.value ?? ({ every: 1, per: 'week' } as const),
    uncertain,
    places,
  };
  const start = baseline && { value: baseline.value, date: found.baselineDay ?? plan.start };
  const end = target && { value: target.value, date: found.targetDay ?? plan.end };
  if (start && end && measured) {
    const up = end.value === start.value ? !falls.test(text) : end.value > start.value;
    return {
      ...common,
      measure: measured.measure,
      baseline: start,
      target: end,
      direction: up ? 'increase' : 'decrease',
    };
  }
  return {
    ...common,
    ...(measured && { measure: measured.measure }),
    ...(start && { baseline: start }),
    ...(end && { target: end }),
    missing: [...(start ? [] : (['baseline'] as const)), ...(end ? [] : (['target'] as const))],
  };
}

/** The goals that `pages` state, in their order. */
export function findGoals(
  pages: readonly OpenPage[],
  plan: PlanDays,
): { goals: ProposedGoal[]; incomplete: IncompleteGoal[] } {
  const found = pages.flatMap((page) => {
    const blocks = goalBlocks(page)
      .map(readBlock)
      .filter((goal) => goal !== null);
    return blocks.length > 0 ? blocks : goalTables(page);
  });
  const made = found.map((goal, i) => proposalOf(goal, i, plan)).filter((goal) => goal !== null);
  return {
    goals: made.filter((goal): goal is ProposedGoal => !('missing' in goal)),
    incomplete: made.filter((goal): goal is IncompleteGoal => 'missing' in goal),
  };
}
