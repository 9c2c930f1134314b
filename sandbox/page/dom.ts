type Child = Node | string | undefined | false;

/**
 * Makes an element. Properties starting with `on` listen, `class` and names with a dash are attributes, `undefined` is left out.
 * Children are nodes or text: text stays text.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Readonly<Record<string, unknown>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value as EventListener);
    else if (name === 'class' || name === 'role' || name === 'for' || name.includes('-'))
      element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children.filter(child => child !== undefined && child !== false));
  return element;
}

/** An element that `index.html` has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html lacks #${id}`);
  return element;
}

let last = 0;

/** An id no other element has. */
export const uniqueId = (stem: string): string => `${stem}-${++last}`;
