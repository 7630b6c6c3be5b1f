/** `<welcome-tour>`: a first visit's way in: one claim and its four faces; skipped with one key. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { argument } from '../desk/desk.ts';
import { placed } from '../desk/passages.ts';
import type { Store } from '../desk/store.ts';
import type { Claim } from '../model/argument-records.ts';

interface Step {
  readonly title: string;
  readonly words: string;
  /** What is said instead where the map is not in view. */
  readonly away?: string;
}

const steps: readonly Step[] = [
  {
    title: 'One claim, four faces',
    words: 'A claim is first of all a passage: the words that state it are underlined in the text.',
  },
  {
    title: 'Its card',
    words: 'Its card tells which notes carry it, what supports it, and the way up to the conclusion.',
  },
  {
    title: 'On the map',
    words: 'The same claim is a box on the map: what supports it below, what it leads to above.',
    away: 'The same claim is a box on the map: press “Map” to see what supports it and where it leads.',
  },
  {
    title: 'In the outline',
    words:
      'And it is a line in the outline, for the keyboard and the ear. Point at any face and all four light up. Now select a passage and make it yours.',
    away: 'And it is a line in the outline beside the map, for the keyboard and the ear. Now select a passage and make it yours.',
  },
];

/** A claim that shows all there is to show: stated in the text, carried by a note, leading somewhere. */
function sample(store: Store): Claim | null {
  const graph = argument(store.desk);
  const claims = placed(store.desk).passages.flatMap(({ record }) =>
    record.kind === 'claim' ? [record] : [],
  );
  return claims.find((claim) => claim.notes.length > 0 && graph.stepsFrom(claim.id).length > 0) ?? null;
}

/** @fires tour-done - It was finished or skipped. */
@customElement('welcome-tour')
export class WelcomeTour extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private at = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey, { capture: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const step = steps[this.at];
    if (!step || !this.store || !sample(this.store)) return nothing;
    const words = this.#map ? step.words : (step.away ?? step.words);
    return html`<section class="tour" role="dialog" aria-labelledby="tour-title" tabindex="-1">
      <h2 id="tour-title">${step.title}</h2>
      <p aria-live="polite">${words}</p>
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
    this.querySelector<HTMLElement>('.tour')?.focus({ preventScroll: true });
    this.#point();
  }

  /** The map, where it is in view. */
  get #map(): HTMLElementTagNameMap['argument-map'] | null {
    const map = document.querySelector('argument-map');
    return map?.offsetParent ? map : null;
  }

  /** Lights the claim, so that the face shows itself; the last step needs the outline. */
  #point(): void {
    const claim = this.store && sample(this.store);
    if (!claim || !this.store) return;
    const map = this.#map;
    if (map) map.view = this.at === steps.length - 1 ? 'both' : 'map';
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
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#done();
  };

  readonly #done = (): void => {
    const map = this.#map;
    if (map) map.view = 'map';
    this.store?.setSession({ focus: null, hover: null });
    this.dispatchEvent(new Event('tour-done', { bubbles: true }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'welcome-tour': WelcomeTour;
  }
}
