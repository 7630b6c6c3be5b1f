/** Waiting for what a test has set in motion: Lit's renderings, and states that come with an event of the browser. */
import { nextFrame } from '@open-wc/testing';

interface Updating extends Element {
  readonly updateComplete: Promise<boolean>;
  readonly isUpdatePending: boolean;
}

const isUpdating = (element: Element): element is Updating => 'updateComplete' in element;

const litElements = (root: ParentNode): Updating[] => [...root.querySelectorAll('*')].filter(isUpdating);

/** Resolves when no Lit element under `root` (nor `root` itself) has anything left to render. */
export async function settled(root: ParentNode = document): Promise<void> {
  for (;;) {
    const all = [...(root instanceof Element && isUpdating(root) ? [root] : []), ...litElements(root)];
    const pending = all.filter((element) => element.isUpdatePending);
    if (pending.length === 0) return;
    await Promise.all(pending.map((element) => element.updateComplete));
  }
}

/** Resolves with the first true answer, asked once a frame; the test's own time limit ends a wait in vain. */
export async function until<T>(answer: () => T): Promise<NonNullable<T>> {
  for (;;) {
    const value = answer();
    if (value) return value;
    await nextFrame();
  }
}

/** The one element that a selector finds under `root`; throws where there is none or more than one. */
export function only<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelectorAll<E>(selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements are “${selector}”.`);
  return found[0];
}

/** The button under `root` whose words (or accessible label) are these. */
export function button(root: ParentNode, words: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].filter(
    (one) => (one.getAttribute('aria-label') ?? one.textContent.replace(/\s+/gu, ' ').trim()) === words,
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} buttons are called “${words}”.`);
  return found[0];
}

/** Text as one reads it: white space made single. */
export const plain = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/gu, ' ').trim();
