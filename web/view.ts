/** What a view is, and the pieces that every view is made of. */
import { Failure } from './client.ts';
import { type Child, h, replace } from './dom.ts';
import type { Place } from './router.ts';

export interface Shown {
  readonly title: string;
  readonly element: HTMLElement;
  /** Called when the person leaves. */
  readonly leave?: () => void;
}

export type View = (place: Place) => Shown;

export function errorText(error: unknown): string {
  return error instanceof Failure ? error.message : 'Something went wrong on this page. Please load it again.';
}

/** A part of the view that is filled when its content has come, or says why it has not. */
export function later(load: () => Promise<Child>, words = 'Loading …'): HTMLElement {
  const part = h('div', {}, words ? h('p', { class: 'note' }, words) : null);
  load().then(
    (content) => replace(part, content),
    (error) => replace(part, h('p', { class: 'error', role: 'alert' }, errorText(error))),
  );
  return part;
}

/** The frame of a view: its heading takes the focus when the view is shown. */
export function page(title: Child, ...content: Child[]): HTMLElement {
  return h('div', { class: 'view' }, h('h1', { tabindex: '-1' }, title), content);
}

export type Tone = 'plain' | 'good' | 'ask' | 'bad' | 'lock';

export function chip(text: string, tone: Tone = 'plain'): HTMLElement {
  return h('span', { class: `chip ${tone}` }, text);
}

/** Items one after another, with a button for more. */
export function growingList<Item>(
  load: (cursor: string | null) => Promise<{ items: Item[]; nextCursor: string | null }>,
  row: (item: Item) => Child,
  none: string,
  layout: 'cards' | 'cards grid' | 'lines' = 'cards',
): HTMLElement {
  const list = h('ul', { class: layout });
  const more = h('div', { class: 'more' });
  const whole = h('div', {}, list, more);
  const add = async (cursor: string | null): Promise<void> => {
    replace(more, h('p', { class: 'note' }, 'Loading …'));
    try {
      const { items, nextCursor } = await load(cursor);
      const rows = items.map((item) => h('li', {}, row(item)));
      list.append(...rows);
      if (!cursor && items.length === 0) replace(more, h('p', { class: 'empty' }, none));
      else if (nextCursor) {
        replace(more, h('button', { type: 'button', on: { click: () => void add(nextCursor) } }, 'Show more'));
      } else replace(more);
      // The button that was pressed is gone: go on where the new rows begin.
      if (cursor) rows[0]?.querySelector<HTMLElement>('a, button')?.focus();
    } catch (error) {
      replace(
        more,
        h('p', { class: 'error', role: 'alert' }, errorText(error)),
        h('button', { type: 'button', on: { click: () => void add(cursor) } }, 'Try again'),
      );
    }
  };
  void add(null);
  return whole;
}
