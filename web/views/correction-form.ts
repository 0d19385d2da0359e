/** A person's value in the place of what was read. */
import type { DataPointView, DecisionRequest } from '../../services/domain/views.ts';
import { h } from '../dom.ts';
import { dayInput, field } from '../filters.ts';
import { countedDay, countedValue } from '../labels.ts';

/** `decide` is called with the correction, `cancel` when the person thinks better of it. */
export function correctionForm(
  point: DataPointView,
  decide: (request: DecisionRequest) => Promise<void>,
  cancel: () => void,
): HTMLFormElement {
  const value = h('input', {
    type: 'number',
    name: 'value',
    step: 'any',
    min: 0,
    required: true,
    value: countedValue(point),
  });
  const day = dayInput('date', countedDay(point));
  const unit = point.unit === 'percent' ? 'percent, 0 to 100' : point.unit;
  const form = h(
    'form',
    { class: 'correction' },
    field(`Right value (${unit})`, value),
    field('Day', day),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, 'Save'),
      h('button', { type: 'button', class: 'quiet', on: { click: cancel } }, 'Cancel'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const moved = day.value && day.value !== point.date ? { date: day.value } : {};
    void decide({ decision: 'correct', value: value.valueAsNumber, ...moved });
  });
  return form;
}
