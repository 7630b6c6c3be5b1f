/** `<without-panel>`: what falls while authorities are taken away, step by step, each claim with the way that leads there. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { argument, type Desk } from '../desk/desk.ts';
import { nameOfAuthority } from '../desk/backing.ts';
import { nothingWithout, standings, toggleWithout, type Standings } from '../desk/standing.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { sliceSize, sliced, type Slices } from './source-slices.ts';
import { claimButton, count } from './source-words.ts';
import { wayView } from './way-view.ts';
import { standingWatched } from '../desk/weighed.ts';

/** Shows nothing while nothing is taken away. */
@customElement('without-panel')
export class WithoutPanel extends LitElement implements Slices {
  @property({ attribute: false }) store: Store | null = null;

  #shown = new Map<string, number>();

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, ...standingWatched(session)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** See `Slices`. */
  shown(key: string): number {
    return this.#shown.get(key) ?? sliceSize;
  }

  /** See `Slices`. */
  more(key: string): void {
    this.#shown.set(key, this.shown(key) + sliceSize);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const desk = this.store?.desk;
    const all = desk ? standings(desk) : null;
    return html`${desk && all ? this.#panel(desk, all) : nothing}
      <p class="visually-hidden" role="status">${all ? `Without ${all.names}: ${inSum(all)}` : ''}</p>`;
  }

  #panel(desk: Desk, all: Standings): TemplateResult {
    return html`<section class="without" aria-labelledby="without-title" @keydown=${this.#onKey}>
      <h3 id="without-title">Without ${all.names}</h3>
      <p>${inSum(all)}</p>
      <p class="without-names">
        ${[...desk.session.without].map(
          (id) =>
            html`<button
              type="button"
              class="plain-button"
              @click=${() => this.store?.setSession(toggleWithout(desk, id))}
            >
              Put ${nameOfAuthority(desk, id)} back
            </button>`,
        )}
      </p>
      ${this.#steps(desk, all)} ${this.#weaker(desk, all)} ${this.#released(desk, all)}
      <button type="button" class="plain-button" @click=${this.#back}>Put everything back</button>
    </section>`;
  }

  #steps(desk: Desk, all: Standings): TemplateResult | typeof nothing {
    const { steps } = all.outcome;
    if (steps.length === 0) return nothing;
    const at = desk.session.withoutStep;
    const last = steps.length - 1;
    const shown = at === null ? steps.map((_, step) => step) : [at];
    return html`<div class="without-steps" role="group" aria-label="Steps">
        ${this.#stepButton('Previous step', at === null || at === 0 ? null : at - 1)}
        ${at === null ? this.#stepButton('Step by step', 0) : this.#stepButton('Next step', at === last ? null : at + 1)}
        <button
          type="button"
          class="plain-button"
          aria-pressed=${at === null}
          @click=${() => this.store?.setSession({ withoutStep: null })}
        >
          All
        </button>
      </div>
      ${shown.map((step) => this.#step(desk, all, step))}`;
  }

  /** `to` null: there is no such step. The button keeps its place, and the focus. */
  #stepButton(words: string, to: number | null): TemplateResult {
    const go = (): void => {
      if (to !== null) this.store?.setSession({ withoutStep: to });
    };
    return html`<button type="button" class="plain-button" aria-disabled=${to === null} @click=${go}>
      ${words}
    </button>`;
  }

  #step(desk: Desk, { outcome }: Standings, step: number): TemplateResult {
    const claims = outcome.steps[step] ?? [];
    return html`<section class="without-step" data-step=${step}>
      <h4>Step ${step + 1} of ${outcome.steps.length}: ${stepWords(outcome, step)}</h4>
      ${sliced(
        this,
        `step ${step}`,
        claims,
        (id) => html`${claimButton(desk, id, this.#go)} ${wayView(desk, outcome, id)}`,
      )}
    </section>`;
  }

  #weaker(desk: Desk, { weakened, outcome }: Standings): TemplateResult | typeof nothing {
    const ids = [...argument(desk).claims.keys()].filter((id) => weakened.has(id));
    if (ids.length === 0) return nothing;
    const left = (id: string): string => {
      const kept = outcome.weakened.get(id)?.left;
      return kept === undefined
        ? 'falls in a later step'
        : `${count(kept, 'note or step', 'notes or steps')} left`;
    };
    return html`<section>
      <h4>Weaker, but carried by something else</h4>
      ${sliced(
        this,
        'weaker',
        ids,
        (id) => html`${claimButton(desk, id, this.#go)} <span class="sources-small">${left(id)}</span>`,
      )}
    </section>`;
  }

  /** Attacks that go with their attacker. Whether what they attacked stands the better for it, the map does not say. */
  #released(desk: Desk, { outcome }: Standings): TemplateResult | typeof nothing {
    if (outcome.released.length === 0 || desk.session.withoutStep !== null) return nothing;
    const graph = argument(desk);
    return html`<section>
      <h4>Attacked no longer</h4>
      ${sliced(this, 'released', outcome.released, ({ attacked, attacker }) => {
        const inference = graph.inferences.get(attacked);
        return html`${inference ? html`<span class="sources-small">The step to </span>` : nothing}
          ${claimButton(desk, inference?.conclusion ?? attacked, this.#go)}
          <span class="sources-small">by “${graph.claims.get(attacker)?.wording}”</span>`;
      })}
    </section>`;
  }

  readonly #go = (claim: string): void => this.store?.reveal({ kind: 'claim', id: claim }, 'margin');

  readonly #back = (): void => this.store?.setSession(nothingWithout);

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#back();
  };
}

/** How much falls, and how much is weaker. */
function inSum({ outcome, fallen, weakened }: Standings): string {
  const total = outcome.falls.size;
  if (total === 0 && outcome.weakened.size === 0) return 'Nothing changes.';
  const falls = `${count(total, 'claim')} ${total === 1 ? 'falls' : 'fall'}`;
  const part = fallen.size < total ? `${fallen.size} of ${count(total, 'claim')} fallen so far` : falls;
  return `${part}; ${weakened.size} weaker.`;
}

/** What makes the claims of a step fall. */
function stepWords({ steps, falls }: Standings['outcome'], step: number): string {
  const claims = steps[step] ?? [];
  const many = claims.length !== 1;
  const isCircular = falls.get(claims[0] ?? '')?.isCircular;
  const who = count(claims.length, 'claim');
  if (isCircular) return `${who} ${many ? 'hold up only each other' : 'holds up only itself'}`;
  if (step === 0) return `${who} ${many ? 'lose their' : 'loses its'} only notes`;
  return `${who} ${many ? 'lose their' : 'loses its'} last support`;
}

declare global {
  interface HTMLElementTagNameMap {
    'without-panel': WithoutPanel;
  }
}
