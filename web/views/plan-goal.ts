/** One goal of a proposed plan: what the page says, where, what it does not say, and fields to put it right. */
import type { DocumentDetail } from '../../services/domain/views.ts';
import { type Child, h } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { dayInput, field } from '../filters.ts';
import { measureText } from '../labels.ts';

type Plan = NonNullable<DocumentDetail['plan']>;
export type ConfirmedGoal = Plan['goals'][number];
type AnyGoal = ConfirmedGoal | Plan['incomplete'][number];

/** A goal in the form; `taken` is what a person would put in force, null where they leave it out or it is not complete. */
export interface GoalField {
  readonly element: HTMLElement;
  taken(): ConfirmedGoal | null;
}

const partWords: Readonly<Record<string, string>> = {
  area: 'the area',
  baseline: 'where the student stands now',
  'baseline.value': 'where the student stands now',
  'baseline.date': 'the day of the baseline',
  target: 'the target',
  'target.value': 'the target',
  'target.date': 'the day of the target',
  schedule: 'how often it is measured',
  minutes: 'the minutes a week',
  start: 'the first day',
  end: 'the last day',
};

/** The names of parts in words. */
export const partsText = (parts: readonly string[]): string => parts.map((part) => partWords[part] ?? part).join(', ');

function number(name: string, value: number | undefined): HTMLInputElement {
  return h('input', { type: 'number', name, step: 'any', min: 0, value });
}

function places(goal: AnyGoal, uploadId: string): Child {
  const { statement, baseline, target } = goal.places;
  const strips = [
    { label: 'The goal', source: statement },
    { label: 'Stands now', source: baseline },
    { label: 'Target', source: target },
  ];
  return h(
    'div',
    { class: 'plan-places' },
    strips.map(({ label, source }) =>
      source
        ? h(
            'div',
            {},
            h('p', { class: 'note' }, `${label}, page ${source.page}`),
            evidenceStrip({ uploadId, page: source.page, bbox: source.bbox, quote: source.quote }),
          )
        : h('p', { class: 'why' }, `${label}: not found on the page`),
    ),
  );
}

/** `missing` is empty for a goal that is complete. A goal that is not is taken once a person has filled it in. */
export function goalField(goal: AnyGoal, uploadId: string): GoalField {
  const missing = 'missing' in goal ? goal.missing : [];
  const take = h('input', { type: 'checkbox', name: 'take', checked: missing.length === 0 });
  const baseline = number('baseline', goal.baseline?.value);
  const baselineDay = dayInput('baseline-date', goal.baseline?.date ?? '');
  const target = number('target', goal.target?.value);
  const targetDay = dayInput('target-date', goal.target?.date ?? '');
  const { measure } = goal;
  const unit = measure ? measureText(measure) : 'no unit found';
  const element = h(
    'fieldset',
    { class: 'card plan-goal' },
    h('legend', {}, goal.area),
    h('p', {}, goal.statement),
    missing.length > 0
      ? h('p', { class: 'why' }, `Not complete. The page does not say ${partsText(missing)}; it is not guessed.`)
      : null,
    goal.uncertain.length > 0
      ? h('p', { class: 'note' }, `Not on the page, or not certain, please check: ${partsText(goal.uncertain)}.`)
      : null,
    places(goal, uploadId),
    measure
      ? h(
          'div',
          { class: 'plan-fields' },
          field(`Stands now (${unit})`, baseline),
          field('Day of that', baselineDay),
          field(`Target (${unit})`, target),
          field('To be met by', targetDay),
        )
      : h('p', { class: 'note' }, 'It says nothing that could be measured, so it cannot be taken over.'),
    measure ? h('label', { class: 'check' }, take, ' Put this goal in force') : null,
  );
  return {
    element,
    taken() {
      const values = [baseline.value, target.value, baselineDay.value, targetDay.value];
      if (!measure || !take.checked || values.includes('')) return null;
      const [from, to] = [baseline.valueAsNumber, target.valueAsNumber];
      return {
        ...goal,
        measure,
        baseline: { value: from, date: baselineDay.value },
        target: { value: to, date: targetDay.value },
        direction: goal.direction ?? (to >= from ? 'increase' : 'decrease'),
      };
    },
  };
}
