/**
 * Choosing a student in place: those whom the pages may mean as buttons, all others by typing a part of their name. The
 * field is a combobox as ARIA describes one: the arrows move in the list, Enter chooses, Escape empties the field.
 */
import type { StudentSummary } from '../services/domain/views.ts';
import { announce } from './announce.ts';
import type { KnownCaseload } from './caseload.ts';
import { h, replace } from './dom.ts';
import { field } from './filters.ts';
import { counted, nameOf } from './labels.ts';
import { errorText } from './view.ts';

const MOST_SHOWN = 40;

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The students each of whose typed words begins a part of the name, in the order in which they came. */
export function studentsMatching(students: readonly StudentSummary[], typed: string): StudentSummary[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return students.filter((student) => {
    const parts = folded(nameOf(student)).split(/[\s-]+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

export interface ChooserSettings {
  readonly known: KnownCaseload;
  /** Those who come first. */
  readonly candidateIds: readonly string[];
  /** The student whom it is not. */
  readonly exceptId?: string | null;
  /** Throws what the server says against it. */
  readonly choose: (studentId: string) => Promise<void>;
}

let count = 0;

function described(student: StudentSummary): string {
  return `${nameOf(student)} · grade ${student.grade}`;
}

function combobox(students: readonly StudentSummary[], label: string, choose: (id: string) => void): HTMLElement {
  count += 1;
  const listId = `students-${count}`;
  const list = h('ul', { role: 'listbox', id: listId, class: 'options', 'aria-label': 'Students', hidden: true });
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    placeholder: 'Type a part of the name',
  });
  let shown: readonly StudentSummary[] = [];
  let active = -1;

  const mark = (index: number): void => {
    active = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === active));
      if (at === active) option.scrollIntoView({ block: 'nearest' });
    });
    if (active >= 0 && shown.length > 0) input.setAttribute('aria-activedescendant', `${listId}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const open = (isOpen: boolean): void => {
    shown = isOpen ? studentsMatching(students, input.value).slice(0, MOST_SHOWN) : [];
    const rows = shown.map((student, index) =>
      h(
        'li',
        {
          role: 'option',
          id: `${listId}-${index}`,
          'aria-selected': 'false',
          // Before the field loses the focus, which would close the list.
          on: { mousedown: (event) => event.preventDefault(), click: () => choose(student.id) },
        },
        nameOf(student),
        h('span', { class: 'note' }, ` grade ${student.grade}`),
      ),
    );
    const none = h('li', { role: 'option', 'aria-disabled': 'true', class: 'note' }, 'No student has such a name.');
    replace(list, rows.length > 0 || !isOpen ? rows : none);
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    mark(isOpen && input.value.trim() !== '' && shown.length > 0 ? 0 : -1);
  };

  input.addEventListener('input', () => {
    open(true);
    announce(counted(shown.length, 'student'));
  });
  input.addEventListener('click', () => open(true));
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (shown.length > 0) mark((active + step + (active < 0 && step < 0 ? 1 : 0) + shown.length) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const student = shown[active];
      if (student) choose(student.id);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      input.value = '';
      open(false);
    }
  });
  return h('div', { class: 'combobox' }, field(label, input), list);
}

/** A group of controls that ends with `choose`. */
export function studentChooser({ known, candidateIds, exceptId, choose }: ChooserSettings): HTMLElement {
  const area = h('div', { class: 'chooser', role: 'group', 'aria-label': 'Whose is it?' });
  const said = h('div', {});
  const take = (id: string): void => {
    area.inert = true;
    replace(said, h('p', { class: 'note', role: 'status' }, `Saving: ${known.studentName(id)} …`));
    choose(id).catch((error) => {
      area.inert = false;
      replace(said, h('p', { class: 'error', role: 'alert' }, errorText(error)));
    });
  };
  const candidates = candidateIds.flatMap((id) => known.students.find((student) => student.id === id) ?? []);
  const others = known.students.filter(({ id }) => !candidateIds.includes(id) && id !== exceptId);
  const buttons = candidates.map((student) =>
    h('button', { type: 'button', class: 'candidate', on: { click: () => take(student.id) } }, described(student)),
  );
  replace(
    area,
    buttons.length > 0 ? h('div', { class: 'buttons' }, buttons) : null,
    combobox(others, buttons.length > 0 ? 'Or another student' : 'Student', take),
    said,
  );
  return area;
}
