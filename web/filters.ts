/** Filters above a list: each change goes into the address, and the list follows the address. */
import { type Child, h } from './dom.ts';
import { linkTo, type Place } from './router.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

let count = 0;

/** A field with its label. */
export function field(label: string, control: HTMLElement, hint?: string): HTMLElement {
  count += 1;
  control.id = `field-${count}`;
  const hintId = `${control.id}-hint`;
  if (hint) control.setAttribute('aria-describedby', hintId);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: control.id }, label),
    control,
    hint ? h('p', { class: 'hint', id: hintId }, hint) : null,
  );
}

export function select(name: string, any: string, choices: readonly Choice[], value: string): HTMLSelectElement {
  const options = [{ value: '', label: any }, ...choices].map((choice) =>
    h('option', { value: choice.value, selected: choice.value === value }, choice.label),
  );
  return h('select', { name }, options);
}

export function dayInput(name: string, value: string): HTMLInputElement {
  return h('input', { type: 'date', name, value });
}

/** A form whose fields are the query of the place. `apply` is the word on its button. */
export function filterForm(place: Place, apply: string, ...fields: Child[]): HTMLFormElement {
  const form = h('form', { class: 'filters' }, fields, h('button', { type: 'submit', class: 'primary' }, apply));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
    location.hash = linkTo(place.path, Object.fromEntries(entries));
  });
  return form;
}
