/** The authors of a paper in its dialog: a row of two fields for each. Part of `<front-dialog>`. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NameFields } from './front-fields.ts';

type OnNames = (names: readonly NameFields[]) => void;

function row(name: NameFields, at: number, names: readonly NameFields[], onNames: OnNames): TemplateResult {
  const set = (patch: Partial<NameFields>): void => onNames(names.with(at, { ...name, ...patch }));
  const field = (part: keyof NameFields, words: string): TemplateResult =>
    html`<input
      name="${part}-${at}"
      autocomplete="off"
      maxlength="500"
      dir="auto"
      aria-label="${words} of author ${at + 1}"
      placeholder=${words}
      .value=${live(name[part])}
      @input=${(event: Event) => set({ [part]: (event.target as HTMLInputElement).value })}
    />`;
  const remove = (event: Event): void => {
    const list = (event.currentTarget as HTMLElement).closest('fieldset');
    onNames(names.toSpliced(at, 1));
    list?.querySelector<HTMLElement>('.front-add')?.focus();
  };
  return html`<li>
    ${field('given', 'Given name')} ${field('family', 'Family name or body')}
    <button type="button" class="icon-button" aria-label="Remove author ${at + 1}" @click=${remove}>
      <span aria-hidden="true">×</span>
    </button>
  </li>`;
}

/** The rows, and the button that adds one. `onNames` hears of the names as they are after each change. */
export function authorRows(names: readonly NameFields[], onNames: OnNames): TemplateResult {
  const add = (event: Event): void => {
    const list = (event.currentTarget as HTMLElement).closest('fieldset');
    onNames([...names, { given: '', family: '' }]);
    requestAnimationFrame(() => list?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  return html`<fieldset class="front-people wide">
    <legend>Authors</legend>
    <ol>
      ${names.map((name, at) => row(name, at, names, onNames))}
    </ol>
    <button type="button" class="plain-button front-add" @click=${add}>Add an author</button>
  </fieldset>`;
}
