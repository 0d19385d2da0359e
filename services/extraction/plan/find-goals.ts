/** The goals of an IEP, each cut out of its page with its baseline and its target. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Goal } from '../../domain/caseload.ts';
import type { Day } from '../../domain/dates.ts';
import type { Source } from '../../domain/evidence.ts';
import { sourceOf } from '../grounding.ts';
import { amountIn, scheduleIn } from './goal-parts.ts';

export interface ProposedGoal {
  readonly goal: Goal;
  /** Fields that the page does not state and that were filled in. */
  readonly uncertain: readonly string[];
  readonly source: Source;
}

export interface IncompleteGoal {
  readonly text: string;
  readonly missing: readonly string[];
  readonly source: Source;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const opens =
  /^\s*(?:(?:annual )?goal\s*(?:#|no\.?)?\s*\d+\b|\d{1,2}[.)]\s|(?:annual goal|measurable annual goal)\s*:|[A-Z][A-Za-z /&-]{2,40}:\s)/i;
const closes =
  /^\s*(?:(?:schedule of |special education )?services?\b|extended school year|accommodations|placement|health|signatures?|page \d)/i;
const planWords = /\bbaseline\b|\btarget\b|\bwill\b|\bpresent level\b/i;

/** Stretches of lines that each hold one goal: from its heading to the next heading, blank line or section. */
function goalStretches(page: OpenPage): Stretch[] {
  const found: Stretch[] = [];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open) {
      const text = page.sheet.text.slice(open.start, open.end);
      if (planWords.test(text) && /\d|\blevel [A-Z]\b/.test(text))
        found.push({ ...open, text: text.replace(/\s+/g, ' ').trim() });
    }
    open = null;
  };
  for (const line of page.sheet.lines) {
    if (line.cells.length === 0 || closes.test(line.text)) {
      close();
      continue;
    }
    if (opens.test(line.text) && !/^\s*(?:student|name|date|dob|iep|meeting|teacher|school|grade)\b/i.test(line.text)) {
      close();
      open = { start: line.start, end: line.end };
    } else if (open) open = { start: open.start, end: line.end };
    else if (/\bwill\b/.test(line.text)) open = { start: line.start, end: line.end };
  }
  close();
  return found;
}

const baselinePart =
  /\b(?:baseline|present level|currently)\b\s*(?:is|of|:|was|prompt)?\s*((?:[^.;]|\.\d)*?)(?=[.;](?!\d)|,? target\b|,? goal\b|$)/i;
const targetPart = /\b(?:target|by \d{1,2}\/\d{1,2}\/\d{2,4}|will)\b(.*)$/i;

function dayNear(page: OpenPage, stretch: Stretch, after: RegExp, reach: number): Day | null {
  const at = after.exec(page.sheet.text.slice(stretch.start, stretch.end));
  if (!at) return null;
  const from = stretch.start + at.index;
  return (
    page.days.days.find(
      (d) => d.hasYear && d.start >= from && d.start <= from + at[0].length + reach && d.end <= stretch.end,
    )?.day ?? null
  );
}

interface PlanDays {
  readonly start: Day;
  readonly end: Day;
}

function goalFrom(
  page: OpenPage,
  stretch: Stretch,
  index: number,
  plan: PlanDays,
): ProposedGoal | IncompleteGoal | null {
  const source = sourceOf(page, stretch.start, stretch.end);
  if (!source) return null;
  const { text } = stretch;
  const baseline = amountIn(baselinePart.exec(text)?.[1] ?? '', text);
  const withoutBaseline = text.replace(baselinePart, ' ');
  const target = amountIn(targetPart.exec(withoutBaseline)?.[1] ?? withoutBaseline, text);
  const missing = [...(baseline ? [] : ['baseline']), ...(target ? [] : ['target'])];
  if (!baseline || !target) return { text, missing, source };
  const uncertain: string[] = [];
  const or = <T>(found: T | null, otherwise: T, field: string): T => {
    if (found === null) uncertain.push(field);
    return found ?? otherwise;
  };
  if (baseline.measure.kind !== target.measure.kind) uncertain.push('measure');
  const area =
    /^\s*(?:(?:annual )?goal\s*#?\s*\d*\s*[:.-]?\s*|\d{1,2}[.)]\s*)?([A-Z][^.:]{2,60}?)\s*[.:]/i
      .exec(text)?.[1]
      ?.trim() ?? 'Goal';
  return {
    goal: {
      id: `proposed-${index + 1}`,
      area,
      statement: text,
      measure: target.measure,
      baseline: {
        value: baseline.value,
        date: or(dayNear(page, stretch, baselinePart, 0), plan.start, 'baseline.date'),
      },
      target: { value: target.value, date: or(dayNear(page, stretch, /\bby\b|target/i, 60), plan.end, 'target.date') },
      direction: target.value >= baseline.value ? 'increase' : 'decrease',
      schedule: or(scheduleIn(text), { every: 1, per: 'week' }, 'schedule'),
    },
    uncertain,
    source,
  };
}

/** The goals that `pages` state; `index` counts over all pages. */
export function findGoals(
  pages: readonly OpenPage[],
  plan: PlanDays,
): { goals: ProposedGoal[]; incomplete: IncompleteGoal[] } {
  const all = pages.flatMap((page) => goalStretches(page).map((stretch) => ({ page, stretch })));
  const made = all.map(({ page, stretch }, i) => goalFrom(page, stretch, i, plan)).filter((goal) => goal !== null);
  return { goals: made.filter((g) => 'goal' in g), incomplete: made.filter((g) => 'missing' in g) };
}
