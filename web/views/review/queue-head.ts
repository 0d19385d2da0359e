/** Above the statements: which of them are shown and how many are done. */
import type { StatementView } from '../../../services/domain/views.ts';
import type { KnownCaseload } from '../../caseload.ts';
import { h, replace } from '../../dom.ts';
import { field, select } from '../../filters.ts';
import { nameOf } from '../../labels.ts';
import { filterLabels, isFilter, isLeft, passes, type QueueFilter } from './queue.ts';

interface Choice {
  readonly periodId: string;
  readonly studentId: string;
  readonly filter: QueueFilter;
}

export interface QueueHead {
  readonly element: HTMLElement;
  /** `all`: every statement of the period (and student), whatever the filter. */
  draw(choice: Choice, all: readonly StatementView[]): void;
}

/** `onChange` is called with what a person chose. */
export function queueHead(
  known: KnownCaseload,
  left: ReadonlyMap<string, number>,
  onChange: (change: Partial<Choice>) => void,
): QueueHead {
  const labelOf = (name: string, open: number): string => (open > 0 ? `${name} (${open} left)` : name);
  const periods = known.periods.map(({ id, name }) => ({ value: id, label: labelOf(name, left.get(id) ?? 0) }));
  const students = known.students.map((student) => ({ value: student.id, label: nameOf(student) }));
  const period = select('periodId', 'All periods', periods, '');
  const student = select('studentId', 'All students', students, '');
  const show = h('select', { name: 'state' });
  period.addEventListener('change', () => onChange({ periodId: period.value }));
  student.addEventListener('change', () => onChange({ studentId: student.value }));
  show.addEventListener('change', () => onChange({ filter: isFilter(show.value) ? show.value : 'left' }));
  const bar = h('progress', { max: 1, value: 0, 'aria-label': 'Approved' });
  const words = h('p', { class: 'left-words' });
  const element = h(
    'div',
    { class: 'queue-head' },
    h('div', { class: 'filters' }, field('Period', period), field('Student', student), field('Show', show)),
    h('div', { class: 'left-count' }, words, bar),
  );
  return {
    element,
    draw(choice, all) {
      period.value = choice.periodId;
      student.value = choice.studentId;
      const options = Object.entries(filterLabels).map(([value, label]) => {
        const count = isFilter(value) ? all.filter((one) => passes(one, value)).length : 0;
        return h('option', { value, selected: value === choice.filter }, `${label} (${count})`);
      });
      replace(show, options);
      const open = all.filter(isLeft).length;
      const done = all.length - open;
      const own = known.periods.find(({ id }) => id === choice.periodId);
      const option = period.selectedOptions[0];
      if (own && option && !choice.studentId) option.textContent = labelOf(own.name, open);
      bar.max = Math.max(all.length, 1);
      bar.value = done;
      replace(
        words,
        h('strong', {}, open === 0 ? 'Nothing left' : `${open} left`),
        ` · ${done} of ${all.length} approved`,
      );
    },
  };
}
