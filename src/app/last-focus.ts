/** What has the focus on a desk, or had it before a dialog took it: a command is chosen in a dialog and is about what is behind it. */

const known = new WeakMap<HTMLElement, { last: HTMLElement | null }>();

/** Listens once for each root, for as long as that lives. */
function watch(root: HTMLElement): { readonly last: HTMLElement | null } {
  const before = known.get(root);
  if (before) return before;
  const state: { last: HTMLElement | null } = { last: null };
  known.set(root, state);
  root.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest('dialog')) state.last = target;
  });
  // A press on nothing takes the focus away; a dialog that opens only covers it.
  root.addEventListener('focusout', () =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) state.last = null;
    }),
  );
  return state;
}

/** The focus within `root`. */
export class LastFocus {
  readonly #state: { readonly last: HTMLElement | null };

  constructor(root: HTMLElement) {
    this.#state = watch(root);
  }

  /** Null where nothing has it, or what had it is gone. */
  get element(): HTMLElement | null {
    const { last } = this.#state;
    return last?.isConnected ? last : null;
  }
}

/** What has the focus now; null where nothing of the page has it. */
export const focused = (): HTMLElement | null =>
  document.activeElement instanceof HTMLElement ? document.activeElement : null;
