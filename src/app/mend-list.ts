/** `<mend-list>`: what an import is not sure of, by kind, in the order of the text; what is chosen with all that one can decide. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Draft, ImportFinding } from '../model/draft.ts';
import { grouped, openFindings } from '../model/draft-findings.ts';
import { reportOf } from './import-report.ts';
import { decisions, type Decision } from './mend-decisions.ts';
import { around, moves } from './mend-moves.ts';
import { findingLine, findingName, stateWords } from './mend-words.ts';

/** A finding is to be shown; null: the next or the one before. */
export class FindingChosen extends Event {
  readonly finding: string;
  constructor(finding: string) {
    super('finding-chosen', { bubbles: true });
    this.finding = finding;
  }
}

/** A key's doing is wanted by its button. */
export class MendKeyRequest extends Event {
  readonly pressed: string;
  constructor(pressed: string) {
    super('mend-key-request', { bubbles: true });
    this.pressed = pressed;
  }
}

/**
 * @fires finding-chosen - A finding is to be shown in its place.
 * @fires mend-key-request - What a key does was asked for by its button.
 */
@customElement('mend-list')
export class MendList extends LitElement {
  @property({ attribute: false }) draft: Draft | null = null;
  /** Id of the finding that is shown; null where none is. */
  @property({ attribute: false }) chosen: string | null = null;
  @property({ type: Boolean }) locked = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (!draft) return nothing;
    const report = html`<p class="mend-report">${reportOf(draft)}.</p>`;
    const all = draft.findings.length;
    const looked = all - openFindings(draft).length;
    if (all === 0)
      return html`${report}
        <p class="hint mend-none">
          The import was sure of everything it found. What is wrong nevertheless can be mended in the text:
          press the sign beside a block.
        </p>`;
    return html`${report}
      <p class="mend-progress">
        <progress max=${all} .value=${looked} aria-label="Looked at"></progress>
        <span>${looked.toLocaleString('en')} of ${all.toLocaleString('en')} looked at</span>
      </p>
      ${this.#chosen(draft)} ${grouped(draft).map(({ kind, findings }) => this.#group(kind, findings))}`;
  }

  #chosen(draft: Draft): TemplateResult | typeof nothing {
    const finding = draft.findings.find(({ id }) => id === this.chosen);
    if (!finding)
      return html`<p class="hint mend-choose">Choose what you want to look at, or press N for the first.</p>`;
    const [before, after] = finding.place ? around(draft, finding.place) : ['', ''];
    return html`<section class="mend-chosen" aria-label="Chosen">
      <h2 tabindex="-1">${findingLine(finding)}</h2>
      ${finding.state === 'open' ? nothing : html`<p class="hint">Was ${stateWords[finding.state]}.</p>`}
      ${finding.place ? html`<p class="mend-context">… ${before}<span class="mend-here" aria-hidden="true"></span>${after} …</p>` : nothing}
      <div class="mend-decisions">
        ${decisions(draft, finding).map((one) => this.#decision(one))}
        ${moves(draft, finding).map((one) => this.#decision(one, around(draft, one.place)))}
        ${this.#isMovable(finding) ? this.#button('M', 'Move it to the caret') : nothing}
      </div>
      <div class="mend-steps">${this.#button('P', 'Previous')} ${this.#button('N', 'Next')}</div>
    </section>`;
  }

  #isMovable({ kind }: ImportFinding): boolean {
    return /^(?:marker|note|page)/u.test(kind);
  }

  #decision(one: Decision, context?: readonly [string, string]): TemplateResult {
    if (!context) return this.#button(one.key, one.words);
    const [before, after] = context;
    const here = html`<span class="mend-here" aria-hidden="true"></span>`;
    return this.#button(one.key, html`${one.words}: … ${before.slice(-24)}${here}${after.slice(0, 16)} …`);
  }

  #button(key: string, words: string | TemplateResult): TemplateResult {
    return html`<button
      type="button"
      class="plain-button mend-decision"
      ?disabled=${this.locked && key !== 'N' && key !== 'P'}
      @click=${() => this.dispatchEvent(new MendKeyRequest(key))}
    >
      <span>${words}</span> <kbd aria-hidden="true">${key}</kbd>
    </button>`;
  }

  #group(kind: ImportFinding['kind'], findings: readonly ImportFinding[]): TemplateResult {
    const open = findings.filter(({ state }) => state === 'open').length;
    return html`<details class="mend-group" open>
      <summary>
        <span>${findingName(kind, findings.length)}</span>
        <span class="mend-count">${open > 0 ? `${open} open` : 'looked at'}</span>
      </summary>
      <ul>
        ${repeat(
          findings,
          ({ id }) => id,
          (one) => this.#line(one),
        )}
      </ul>
    </details>`;
  }

  #line(finding: ImportFinding): TemplateResult {
    const words = finding.quote || findingName(finding.kind);
    return html`<li>
      <button
        type="button"
        class="mend-line"
        data-finding=${finding.id}
        data-state=${finding.state}
        aria-current=${finding.id === this.chosen ? 'true' : 'false'}
        @click=${() => this.dispatchEvent(new FindingChosen(finding.id))}
      >
        <span>${words}</span>
        ${finding.state === 'open' ? nothing : html`<span class="mend-state">${stateWords[finding.state]}</span>`}
      </button>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mend-list': MendList;
  }
  interface HTMLElementEventMap {
    'finding-chosen': FindingChosen;
    'mend-key-request': MendKeyRequest;
  }
}
