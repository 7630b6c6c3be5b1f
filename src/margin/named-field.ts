/** Who is named as the source of a note: the names, each to be taken off, and a field for another. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../model/records.ts';

/** What the field does. */
export interface NamedActions {
  /** Id of the list of suggestions, its own in the page. */
  readonly list: string;
  /** Names just these; `words` say what was done. */
  readonly set: (ids: readonly string[], words: string) => void;
  /** Adds what stands in the field `authority`. */
  readonly add: () => void;
}

/** Most names that are suggested while one types. */
const suggestions = 500;

function nameItem(id: string, name: string, now: readonly string[], actions: NamedActions): TemplateResult {
  const rest = now.filter((one) => one !== id);
  return html`<li>
    ${name}
    <button
      type="button"
      class="icon-button"
      aria-label="${name} is not named"
      title="Not named"
      @click=${() => actions.set(rest, `${name} is no longer named`)}
    >
      <span aria-hidden="true">×</span>
    </button>
  </li>`;
}

/** The field for another name, with the names that are known as suggestions. */
function addField(others: readonly Source[], { list, add }: NamedActions): TemplateResult {
  // Enter in the field adds the name; it does not end the correcting.
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    add();
  };
  return html`<input
      name="authority"
      list=${list}
      aria-label="Name to add"
      placeholder="A name"
      autocomplete="off"
      maxlength="200"
      @keydown=${onKey}
      @change=${() => add()}
    />
    <datalist id=${list}>
      ${others.slice(0, suggestions).map((one) => html`<option value=${one.name}></option>`)}
    </datalist>
    <button type="button" class="plain-button" @click=${() => add()}>Add the name</button>`;
}

const nobody = (actions: NamedActions): TemplateResult =>
  html`<button type="button" class="plain-button" @click=${() => actions.set([], 'Nobody is named')}>
    Nobody is named
  </button>`;

/** `now` are the ids that are named, `known` all authorities. */
export function namedField(
  now: readonly string[],
  known: ReadonlyMap<string, Source>,
  actions: NamedActions,
): TemplateResult {
  const others = [...known.values()].filter((one) => !now.includes(one.id));
  const names = now.map((id) => nameItem(id, known.get(id)?.name ?? id, now, actions));
  return html`<fieldset class="supply-named">
    <legend>Who is named as its source</legend>
    ${
      names.length === 0
        ? html`<p class="hint">Nobody.</p>`
        : html`<ul class="supply-names">
            ${names}
          </ul>`
    }
    <div class="supply-add">${addField(others, actions)} ${names.length > 0 ? nobody(actions) : nothing}</div>
  </fieldset>`;
}
