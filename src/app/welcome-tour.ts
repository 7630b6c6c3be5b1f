/** `<welcome-tour>`: a first visit's way in: one claim and its four faces; skipped with one key. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import type { Store } from '../desk/store.ts';
import type { Claim } from '../model/records.ts';

interface Step {
  readonly title: string;
  readonly words: string;
  /** Where to look: a CSS selector for the face, `ID` standing for the claim's id. */
  readonly face: string;
}

const steps: readonly Step[] = [
  {
    title: 'One claim, four faces',
    words: 'A claim is first of all a passage: the words that state it are underlined in the text.',
    face: 'mark[data-claim~="ID"]',
  },
  {
    title: 'Beside the text',
    words: 'Its card stands in the margin, with the notes that carry it and the way up to the conclusion.',
    face: '#card-ID',
  },
  {
    title: 'On the map',
    words: 'The same claim is a box on the map: what supports it below, what it leads to above.',
    face: '#map',
  },
  {
    title: 'In the outline',
    words:
      'And a line in the outline, for the keyboard and the ear. Point at any face and all four light up. Now select a passage and make it yours.',
    face: '#map',
  },
];

/** A claim that shows all there is to show: stated once, carried by a note, leading somewhere. */
function sample(store: Store): Claim | null {
  const graph = argument(store.desk);
  const { passages } = placed(store.desk);
  const speaking = passages
    .map((passage) => passage.record)
    .filter((record): record is Claim => record.kind === 'claim')
    .filter((claim) => claim.notes.length > 0 && graph.stepsFrom(claim.id).length > 0);
  return speaking[0] ?? null;
}

/** @fires tour-done - It was finished or skipped. */
@customElement('welcome-tour')
export class WelcomeTour extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private at = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const step = steps[this.at];
    if (!step || !this.store || !sample(this.store)) return nothing;
    return html`<section class="tour" aria-labelledby="tour-title" @keydown=${this.#onKey}>
      <h2 id="tour-title">${step.title}</h2>
      <p aria-live="polite">${step.words}</p>
      <div class="tour-foot">
        <span class="hint">${this.at + 1} of ${steps.length}</span>
        <button type="button" class="plain-button" @click=${this.#done}>Skip</button>
        <button type="button" class="main-button" @click=${this.#next}>
          ${this.at === steps.length - 1 ? 'Start reading' : 'Next'}
        </button>
      </div>
    </section>`;
  }

  protected override firstUpdated(): void {
    // The text's own view paints the passage that the tour points at.
    requestAnimationFrame(() => this.#point());
  }

  /** Lights the claim, so that the face shows itself. */
  #point(): void {
    const claim = this.store && sample(this.store);
    if (!claim || !this.store) return;
    this.store.reveal({ kind: 'claim', id: claim.id }, 'route');
  }

  readonly #next = (): void => {
    if (this.at === steps.length - 1) {
      this.#done();
      return;
    }
    this.at += 1;
    this.#point();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#done();
  };

  readonly #done = (): void => {
    this.store?.setSession({ focus: null, hover: null });
    this.dispatchEvent(new Event('tour-done', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'welcome-tour': WelcomeTour;
  }
}
