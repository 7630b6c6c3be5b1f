/** The fields of the dialog that hands a notebook out or in. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Desk, Layer } from '../desk/desk.ts';
import { mostBefore } from '../notebook/file.ts';
import { ownTags, type HandChoice } from './hand-file.ts';

export interface HandFields {
  readonly desk: Desk;
  readonly choice: HandChoice;
  /** The handouts that are open here. */
  readonly handouts: readonly Layer[];
  readonly change: (patch: Partial<HandChoice>) => void;
}

/** So many tags are offered. */
const mostTags = 30;

const field = (event: Event): string => (event.target as HTMLInputElement | HTMLTextAreaElement).value;
const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const check = (
  words: string,
  hint: string,
  checked: boolean,
  change: (checked: boolean) => void,
): TemplateResult =>
  html`<label class="hand-check"
    ><input type="checkbox" .checked=${checked} @change=${(event: Event) => change(isOn(event))} /><span
      >${words} <span class="hint">${hint}</span></span
    ></label
  >`;

const radio = (words: string, checked: boolean, choose: () => void): TemplateResult =>
  html`<label class="hand-check"
    ><input type="radio" name="hand-marks" .checked=${checked} @change=${choose} /><span
      >${words}</span
    ></label
  >`;

function tags({ desk, choice, change }: HandFields): TemplateResult | typeof nothing {
  const all = ownTags(desk).slice(0, mostTags);
  if (!choice.withMarks || all.length === 0) return nothing;
  const chosen = choice.tags;
  const toggle = (tag: string, isChosen: boolean): void => {
    const next = (chosen ?? []).filter((one) => one !== tag);
    change({ tags: isChosen ? [...next, tag] : next });
  };
  const list = html`<div class="hand-tag-list" role="group" aria-label="Tags">
    ${all.map(
      ([tag, count]) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${chosen?.includes(tag) ?? false}
            @change=${(event: Event) => toggle(tag, isOn(event))}
          />
          ${tag} <span class="hint">${count}</span></label
        >`,
    )}
  </div>`;
  return html`<fieldset class="hand-tags">
    <legend class="visually-hidden">Which marks</legend>
    ${radio('All marks', chosen === null, () => change({ tags: null }))}
    ${radio('Only those tagged …', chosen !== null, () => change({ tags: chosen ?? [] }))}
    ${chosen === null ? nothing : list}
  </fieldset>`;
}

function contents(fields: HandFields): TemplateResult {
  const { choice, change } = fields;
  return html`<fieldset class="hand-contents">
    <legend>What goes in</legend>
    ${check('Marks and notes', 'with what you call the colours', choice.withMarks, (withMarks) => change({ withMarks }))}
    ${tags(fields)}
    ${check('Claims and the map', '', choice.withClaims, (withClaims) => change({ withClaims }))}
    ${check('Works and words supplied', 'and what you corrected of the notes', choice.withSupplied, (withSupplied) => change({ withSupplied }))}
    ${check('The paper’s text', 'so that marks find their places in another edition of it', choice.withText, (withText) => change({ withText }))}
  </fieldset>`;
}

function asked({ choice, change }: HandFields): TemplateResult {
  const noteOnBefore =
    choice.before > 0
      ? 'Until then Warrant holds your marks back. That is a courtesy, not a lock: the file itself can be read.'
      : '0: they see it at once.';
  return html`<label class="field"
      ><span>Marks of their own before they see yours</span>
      <input
        type="number"
        class="hand-number"
        min="0"
        max=${mostBefore}
        step="1"
        inputmode="numeric"
        aria-describedby="hand-before"
        .value=${String(choice.before)}
        @input=${(event: Event) => change({ before: Number(field(event)) || 0 })}
      />
    </label>
    <p class="hint" id="hand-before">${noteOnBefore}</p>
    <label class="field"
      ><span>What they should do <span class="hint">Markdown; may be empty</span></span>
      <textarea
        rows="4"
        maxlength="20000"
        .value=${choice.instructions}
        @input=${(event: Event) => change({ instructions: field(event) })}
      ></textarea>
    </label>`;
}

function answered({ choice, handouts, change }: HandFields): TemplateResult | typeof nothing {
  if (handouts.length === 0) return nothing;
  return html`<label class="field"
    ><span>It answers</span>
    <select @change=${(event: Event) => change({ answers: field(event) || null })}>
      ${handouts.map(
        ({ id, name }) => html`<option value=${id} ?selected=${id === choice.answers}>${name}</option>`,
      )}
      <option value="" ?selected=${choice.answers === null}>No handout</option>
    </select>
  </label>`;
}

/** All fields, those first that one fills in each time. */
export function handFields(fields: HandFields): TemplateResult {
  const { choice, change } = fields;
  const isOut = choice.way === 'out';
  return html`<div class="hand-fields">
    <label class="field"
      ><span>Your name, as ${isOut ? 'the class' : 'your teacher'} is to see it</span>
      <input
        type="text"
        autofocus
        required
        maxlength="200"
        autocomplete="name"
        .value=${choice.name}
        @input=${(event: Event) => change({ name: field(event) })}
      />
    </label>
    ${
      isOut
        ? html`<label class="field"
              ><span
                >Title
                <span class="hint">handed out again under the same title it replaces the older</span></span
              >
              <input
                type="text"
                maxlength="200"
                placeholder="Handout"
                .value=${choice.title}
                @input=${(event: Event) => change({ title: field(event) })}
              />
            </label>
            ${asked(fields)}`
        : answered(fields)
    }
    ${contents(fields)}
  </div>`;
}
