/** The selection toolbar's small buttons that mark the words for a reason of their own: to ask about them, to come back to them. */
import { html, svg, type TemplateResult } from 'lit';
import { markAs } from '../desk/annotation-commands.ts';
import type { Range } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import type { Motivation } from '../model/records.ts';
import { newId } from '../notebook/id.ts';

const said: Readonly<Partial<Record<Motivation, string>>> = {
  questioning: 'Question marked',
  tagging: 'Marked, to be tagged',
  bookmarking: 'Bookmarked',
};

/** Marks a passage for a reason; a question and a tag are written at once, a bookmark is one already. `host` fires what is said. */
export function markFor(store: Store, host: EventTarget, motivation: Motivation, range: Range | null): void {
  const id = newId();
  if (!store.run(markAs(motivation, range, { id }))) return;
  const isWritten = motivation !== 'bookmarking';
  store.setSession({ selection: null, ...(isWritten ? { editing: id } : {}) });
  if (isWritten) store.reveal({ kind: 'annotation', id }, 'text');
  host.dispatchEvent(new Announce(said[motivation] ?? 'Marked', 'undo'));
}

const reasons = [
  {
    motivation: 'questioning',
    words: 'Ask about it',
    key: 'U',
    sign: svg`<path d="M5.4 6a2.6 2.6 0 1 1 3.9 2.2c-.9.5-1.3 1-1.3 2M8 12.8v.2" />`,
  },
  {
    motivation: 'bookmarking',
    words: 'Bookmark',
    key: 'B',
    sign: svg`<path d="M4.5 2.5h7v11L8 10.8l-3.5 2.7z" />`,
  },
] as const;

/** The buttons. `hasKeys`: whether single keys count, so that they are worth naming. */
export const reasonButtons = (store: Store | null, host: EventTarget, hasKeys: boolean): TemplateResult[] =>
  reasons.map(({ motivation, words, key, sign }) => {
    const name = hasKeys ? `${words} (${key})` : words;
    return html`<button
      type="button"
      class="bar-button bar-sign"
      tabindex="-1"
      aria-label=${words}
      title=${name}
      @click=${() => store && markFor(store, host, motivation, store.desk.session.selection)}
    >
      <svg
        viewBox="0 0 16 16"
        width="16"
        height="16"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        aria-hidden="true"
      >
        ${sign}
      </svg>
    </button>`;
  });
