/** `<verdict-banner>`: told once when a paper opens whose passages are not all in place, with the way to look at them. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ReviewRequest } from '../desk/requests.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Store } from '../desk/store.ts';
import { countFates, type Fates } from '../desk/verdicts.ts';

/** `212 of 214 in place, 1 moved, 1 doubtful`. */
export function fatesInWords(counts: Fates): string {
  const parts = [
    `${counts.placed} of ${counts.all} passages in place`,
    counts.moved > 0 && `${counts.moved} moved`,
    counts.doubtful > 0 && `${counts.doubtful} changed`,
    counts.orphan > 0 && `${counts.orphan} not found`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** @fires review-request - The reader wants to look at what is not in place. */
@customElement('verdict-banner')
export class VerdictBanner extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  /** What was told; null until everything was looked for once. */
  @state() private told: Fates | null = null;
  @state() private isOver = false;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      (desk) => [countFates(desk)],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** It speaks when a search is over; later it only follows what is done, and goes when all is done. */
  protected override willUpdate(): void {
    const counts = this.store && countFates(this.store.desk);
    if (!counts) return;
    // A search that is under way brings news: of the opened paper, of marks that were taken in.
    if (counts.searching > 0) {
      this.isOver = false;
      this.told = null;
      return;
    }
    const isDone = counts.placed === counts.all;
    if (isDone && counts.all > 0) this.isOver = true;
    this.told = isDone ? null : counts;
  }

  protected override render(): TemplateResult {
    const { told, isOver } = this;
    return html`<div role="status">
      ${
        told && !isOver
          ? html`<div class="verdict-banner">
              <p>${fatesInWords(told)}</p>
              <button
                type="button"
                class="plain-button"
                @click=${() => this.dispatchEvent(new ReviewRequest())}
              >
                Review
              </button>
              <button
                type="button"
                class="icon-button"
                aria-label="Dismiss"
                @click=${() => (this.isOver = true)}
              >
                ×
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'verdict-banner': VerdictBanner;
  }
}
