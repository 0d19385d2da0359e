/**
 * Building the page. Text becomes text nodes and nothing else: what was read from a student's paper, or typed into a
 * file name, can never become markup.
 */

export type Child = Node | string | number | null | undefined | false | readonly Child[];

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

interface Settings {
  /** Attributes; `true` sets one without a value, `false` and undefined leave it out. */
  readonly [attribute: string]: string | number | boolean | undefined | Listeners;
  readonly on?: Listeners;
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (child instanceof Node) parent.appendChild(child);
    else if (typeof child === 'object') append(parent, child);
    else parent.appendChild(document.createTextNode(String(child)));
  }
}

function configure(element: Element, settings: Settings): void {
  const { on, ...attributes } = settings;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || typeof value === 'object') continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {})) element.addEventListener(name, listener as EventListener);
}

/** An HTML element with its attributes, listeners and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  settings: Settings = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  configure(element, settings);
  append(element, children);
  return element;
}

/** An SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  settings: Settings = {},
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  configure(element, settings);
  append(element, children);
  return element;
}

/** Puts `children` in the place of what is there. */
export function replace(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element;
}
