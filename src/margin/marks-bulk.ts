/** `<marks-bulk>`: at the foot of the list: how many marks are selected, and what can be done to all of them. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addTag, claimsFrom, mostClaims, removeTag } from '../desk/bulk-commands.ts';
import type { MarkList } from '../desk/mark-list.ts';
import { marks, tagsOf, type Mark } from '../desk/marks.ts';
import { ExportMarksRequest } from '../desk/requests.ts';
import type { Command, Store } from '../desk/store.ts';
import { cleanTag } from '../model/tags.ts';
import { act, deleteMarks, leftOut, ownOf } from './marks-acts.ts';
import { lookPanel } from './marks-look.ts';
import { MarksController } from './marks-controller.ts';
import { counted } from './marks-words.ts';

type Panel = 'tag' | 'look' | null;

/** The tags of marks with how often each occurs, the most used first. */
function tagCounts(all: readonly Mark[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const mark of all) for (const tag of tagsOf(mark)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Most tags that are offered for completion, or to be taken away. */
const mostTags = 200;
const fewTags = 12;

/**
 * @fires announce - What was done, with an offer to undo it.
 * @fires export-marks-request - The selected marks are wanted in a file.
 */
@customElement('marks-bulk')
export class MarksBulk extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private panel: Panel = null;
  readonly #marks = new MarksController(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.#marks.list?.selected.size === 0) this.panel = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    const list = this.#marks.list;
    if (!store || !list) return nothing;
    const { size } = list.selected;
    const isBar = size > 0 || list.isChoosing;
    return html`<p class="visually-hidden" role="status">
        ${isBar ? `${size.toLocaleString('en')} of ${list.listing.marks.length.toLocaleString('en')} selected` : ''}
      </p>
      ${isBar ? this.#bar(store, list) : nothing}`;
  }

  #bar(store: Store, list: MarkList): TemplateResult {
    const { chosen } = list;
    const own = ownOf(chosen);
    const annotations = own.filter(({ record }) => record.kind === 'annotation');
    return html`<div class="marks-bar" role="group" aria-label="What to do with the selected marks">
      <div class="marks-line">
        <p class="marks-count">${chosen.length.toLocaleString('en')} selected</p>
        <button type="button" class="link-button" @click=${() => list.selectAll()}>
          ${`All ${list.listing.marks.length.toLocaleString('en')}`}
        </button>
        <button
          type="button"
          class="icon-button marks-end"
          aria-label="Select nothing"
          @click=${() => list.setChoosing(false)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${leftOut(chosen) ? html`<p class="marks-left">${leftOut(chosen)}</p>` : nothing}
      ${this.panel === 'tag' ? this.#tagPanel(store, annotations) : nothing}
      ${this.panel === 'look' ? lookPanel(store.desk, annotations, (command, done) => void this.#edit(command, annotations, done)) : nothing}
      <div class="marks-line">
        ${this.#opener('tag', 'Tag', annotations.length > 0)}
        ${this.#opener('look', 'Change', annotations.length > 0)}
        ${this.#button(
          'Make claims',
          chosen.some(({ kind }) => kind !== 'claim'),
          () => this.#claims(store, chosen),
        )}
        ${this.#button('Export', chosen.length > 0, () => this.#export(chosen))}
        ${this.#button('Delete', own.length > 0, () => void this.#delete(store, chosen), 'danger')}
      </div>
    </div>`;
  }

  #button(words: string, isPossible: boolean, run: () => void, look = ''): TemplateResult {
    return html`<button type="button" class="plain-button ${look}" ?disabled=${!isPossible} @click=${run}>
      ${words}
    </button>`;
  }

  #opener(panel: Panel, words: string, isPossible: boolean): TemplateResult {
    return html`<button
      type="button"
      class="plain-button"
      aria-expanded=${this.panel === panel}
      ?disabled=${!isPossible}
      @click=${() => this.#open(this.panel === panel ? null : panel)}
    >
      ${words}
    </button>`;
  }

  async #open(panel: Panel): Promise<void> {
    this.panel = panel;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.marks-act :is(input, button)')?.focus();
  }

  #tagPanel(store: Store, own: readonly Mark[]): TemplateResult {
    const known = tagCounts(marks(store.desk)).slice(0, mostTags);
    const theirs = tagCounts(own).slice(0, fewTags);
    return html`<form class="marks-act" @submit=${(event: Event) => this.#onTag(event, own)}>
      <label class="marks-field"
        ><span>Add a tag</span>
        <input name="tag" list="marks-tags" maxlength="200" autocomplete="off" />
      </label>
      <datalist id="marks-tags">${known.map(([tag]) => html`<option value=${tag}></option>`)}</datalist>
      <button type="submit" class="plain-button">Add</button>
      ${
        theirs.length > 0
          ? html`<ul class="sift-chips" role="list" aria-label="Take a tag away">
              ${theirs.map(
                ([tag, number]) =>
                  html`<li>
                    <button
                      type="button"
                      class="sift-chip"
                      aria-label="Take away the tag ${tag} from ${counted(number)}"
                      @click=${() => this.#edit(removeTag(idsOf(own), tag), own, `Tag “${tag}” taken from ${counted(number)}.`)}
                    >
                      <span>${tag}</span><span class="marks-cross" aria-hidden="true">×</span>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </form>`;
  }

  readonly #onTag = async (event: Event, own: readonly Mark[]): Promise<void> => {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('tag') as HTMLInputElement;
    const tag = cleanTag(field.value);
    const missing = own.filter((mark) => !tagsOf(mark).includes(tag)).length;
    const done = `${counted(missing)} tagged “${tag}”.`;
    if (tag && (await this.#edit(addTag(idsOf(own), tag), own, done))) field.value = '';
    field.focus();
  };

  async #edit(command: Command, own: readonly Mark[], done: string): Promise<boolean> {
    if (!this.store) return false;
    return act(this, this.store, { command, count: own.length, done, why: 'They are so already.' });
  }

  #claims(store: Store, chosen: readonly Mark[]): void {
    const from = chosen.filter(({ kind, passages }) => kind !== 'claim' && passages > 0);
    const count = from.length;
    const done = `${counted(count, 'claim')} made.`;
    const why =
      count > mostClaims
        ? `So many claims at once would bury the map: choose ${mostClaims} marks at most.`
        : 'None of these has a passage that a claim could be made of.';
    void act(this, store, {
      command: claimsFrom(idsOf(from)),
      count: Math.min(count, mostClaims),
      done,
      why,
    });
  }

  #export(chosen: readonly Mark[]): void {
    this.dispatchEvent(new ExportMarksRequest(idsOf(chosen)));
  }

  /** The focus goes to the next line: the button is gone with what was selected. */
  async #delete(store: Store, chosen: readonly Mark[]): Promise<void> {
    if (await deleteMarks(this, store, chosen)) void this.closest('marks-view')?.focusList();
  }
}

const idsOf = (all: readonly Mark[]): readonly string[] => all.map(({ id }) => id);

declare global {
  interface HTMLElementTagNameMap {
    'marks-bulk': MarksBulk;
  }
}
