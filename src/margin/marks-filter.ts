/** `<marks-filter>`: by what one can choose among the marks, with how many there would be. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { meanings, type Desk } from '../desk/desk.ts';
import { toggled, without, type Facet, type MarkFilter } from '../desk/mark-filter.ts';
import type { MarkList } from '../desk/mark-list.ts';
import { markKinds, markStates } from '../desk/marks.ts';
import { TagsRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { colours } from '../model/colours.ts';
import { valueName, valueSign } from './marks-chips.ts';
import { MarksController } from './marks-controller.ts';

/** So many tags show at first: the most used ones. */
const fewTags = 16;

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** @fires tags-request - The reader wants to rename or merge tags. */
@customElement('marks-filter')
export class MarksFilter extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private hasAllTags = false;
  readonly #marks = new MarksController(this);

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [meanings(desk)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const list = this.#marks.list;
    const desk = this.store?.desk;
    if (!list || !desk) return nothing;
    const { counts } = list.listing;
    const known = (facet: Facet, order: readonly string[]): readonly string[] => {
      const found = counts.get(facet);
      const wanted = list.look.filter.wanted[facet];
      const others = [...new Set([...(found?.keys() ?? []), ...(wanted ?? [])])];
      return [
        ...order.filter((one) => found?.has(one) === true || wanted?.has(one) === true),
        ...others.filter((one) => !order.includes(one)),
      ];
    };
    const colourKeys = colours.map(({ key }) => key);
    return html`<div class="marks-panel" role="group" aria-label="Filters">
      ${this.#facet(desk, list, 'colour', 'Colour', known('colour', colourKeys))} ${this.#tags(desk, list)}
      ${this.#facet(desk, list, 'kind', 'Kind', known('kind', markKinds))} ${this.#said(desk, list)}
      ${this.#facet(desk, list, 'state', 'Passage', known('state', markStates))}
      ${this.#facet(desk, list, 'layer', 'Whose', known('layer', desk.layers.map(({ id }) => id).reverse()))}
      ${this.#section(desk, list)} ${this.#dates(list)}
    </div>`;
  }

  /** Where there is no choice, none is offered. */
  #facet(desk: Desk, list: MarkList, facet: Facet, title: string, values: readonly string[]) {
    const hasChoice = values.length > 1 || (list.look.filter.wanted[facet]?.size ?? 0) > 0;
    return hasChoice
      ? fieldset(
          title,
          values.map((value) => this.#chip(desk, list, facet, value)),
        )
      : nothing;
  }

  #said(desk: Desk, list: MarkList): TemplateResult {
    const chips = (['written', 'bare'] as const).map((value) => this.#chip(desk, list, 'note', value));
    return fieldset('Note', [...chips, this.#chip(desk, list, 'thread', 'replied')]);
  }

  #chip(desk: Desk, list: MarkList, facet: Facet, value: string): TemplateResult {
    const { filter } = list.look;
    const number = list.listing.counts.get(facet)?.get(value) ?? 0;
    const isWanted = filter.wanted[facet]?.has(value) === true;
    return html`<li>
      <button
        type="button"
        class="sift-chip"
        aria-pressed=${isWanted}
        ?data-none=${number === 0 && !isWanted}
        @click=${() => list.show({ filter: toggled(filter, facet, value) })}
      >
        ${valueSign(facet, value)}<span>${valueName(desk, facet, value)}</span
        ><span class="marks-number">${number.toLocaleString('en')}</span>
      </button>
    </li>`;
  }

  #tags(desk: Desk, list: MarkList): TemplateResult | typeof nothing {
    const { filter } = list.look;
    const counts = list.listing.counts.get('tag') ?? new Map<string, number>();
    const wanted = filter.wanted.tag ?? new Set<string>();
    const all = [...new Set([...counts.keys(), ...wanted])].filter((tag) => tag !== without);
    if (all.length === 0 && !wanted.has(without)) return nothing;
    const byUse = all.toSorted(
      (one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || collator.compare(one, other),
    );
    const few = byUse.filter((tag, at) => at < fewTags || wanted.has(tag));
    const tags = this.hasAllTags ? all.toSorted(collator.compare) : few;
    return fieldset(
      'Tag',
      [...tags, without].map((tag) => this.#chip(desk, list, 'tag', tag)),
      html`<div class="marks-tag-tools">
        ${wanted.size > 1 ? this.#allAtOnce(filter) : nothing}
        ${all.length > few.length || this.hasAllTags ? this.#moreTags(all.length) : nothing}
        <button type="button" class="link-button" @click=${() => this.dispatchEvent(new TagsRequest())}>
          Rename or merge …
        </button>
      </div>`,
    );
  }

  #allAtOnce({ tagged }: MarkFilter): TemplateResult {
    const onChange = (event: Event): void =>
      this.#filter({ tagged: (event.target as HTMLInputElement).checked ? 'all' : 'any' });
    return html`<label
      ><input type="checkbox" .checked=${tagged === 'all'} @change=${onChange} /> all of them at once</label
    >`;
  }

  #moreTags(count: number): TemplateResult {
    return html`<button
      type="button"
      class="link-button"
      aria-expanded=${this.hasAllTags}
      @click=${() => (this.hasAllTags = !this.hasAllTags)}
    >
      ${this.hasAllTags ? 'The most used tags' : `All ${count.toLocaleString('en')} tags`}
    </button>`;
  }

  #filter(patch: Partial<MarkFilter>): void {
    const { list } = this.#marks;
    list?.show({ filter: { ...list.look.filter, ...patch } });
  }

  #section({ paper }: Desk, { look }: MarkList): TemplateResult | typeof nothing {
    if (paper.sections.length === 0) return nothing;
    const { section } = look.filter;
    return html`<label class="marks-field"
      ><span>Section</span>
      <select
        @change=${(event: Event) => this.#filter({ section: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" ?selected=${section === null}>Everywhere</option>
        ${paper.sections.map(
          ({ address, label, title, level }) =>
            html`<option value=${address} ?selected=${section === address}>
              ${'\u2003'.repeat(Math.max(0, level - 1))}${`${label} ${title}`.trim()}
            </option>`,
        )}
      </select></label
    >`;
  }

  #dates({ look }: MarkList): TemplateResult {
    const { from, to } = look.filter;
    const field = (words: string, name: 'from' | 'to', value: string | null): TemplateResult =>
      html`<label class="marks-field"
        ><span>${words}</span>
        <input
          type="date"
          .value=${value ?? ''}
          @change=${(event: Event) => this.#filter({ [name]: (event.target as HTMLInputElement).value || null })}
      /></label>`;
    return html`<div class="marks-dates">${field('Made from', 'from', from)} ${field('to', 'to', to)}</div>`;
  }
}

const fieldset = (
  title: string,
  chips: readonly TemplateResult[],
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<fieldset class="marks-facet">
    <legend>${title}</legend>
    <ul class="sift-chips" role="list">
      ${chips}
    </ul>
    ${more}
  </fieldset>`;

declare global {
  interface HTMLElementTagNameMap {
    'marks-filter': MarksFilter;
  }
}
