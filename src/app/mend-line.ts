/** `<mend-line>`: above an imported paper, what its import is not sure of, with the way there; and that its text has changed elsewhere. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FindingKind, ImportFinding } from '../model/draft.ts';
import { openFindings } from '../model/draft-findings.ts';
import { soundDraft } from '../model/draft-sound.ts';
import type { Paper } from '../model/paper.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { isShipped } from './corpus.ts';
import { mendedChannel } from './mend-turn.ts';
import { findingName } from './mend-words.ts';
import { storage } from './own-storage.ts';
import { mendRoute } from './routes.ts';

/** So many kinds are named; the others are counted. */
const named = 2;

/** `3 weak note numbers, 2 undecided hyphens and 4 more`. */
export function unsure(open: readonly ImportFinding[]): string {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of open) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const all = [...counts].sort(([, one], [, other]) => other - one);
  const told = all
    .slice(0, named)
    .map(([kind, count]) => `${count} ${findingName(kind, count).toLowerCase()}`);
  const more = all.slice(named).reduce((sum, [, count]) => sum + count, 0);
  return more > 0 ? `${told.join(', ')} and ${more} more` : told.join(' and ');
}

@customElement('mend-line')
export class MendLine extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  @state() private open: readonly ImportFinding[] = [];
  @state() private isMended = false;
  @state() private away = '';

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      const channel = new BroadcastChannel(mendedChannel);
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (data === this.paper?.id) this.isMended = true;
      };
      signal.addEventListener('abort', () => channel.close());
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('paper')) return;
    this.open = [];
    this.isMended = false;
    if (this.paper && !isShipped(this.paper.id)) void this.#look(this.paper.id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper, open } = this;
    if (!paper) return nothing;
    if (this.isMended)
      return html`<p class="mend-line-words" role="status">
        <span>The text of this paper was mended in another tab.</span>
        <button type="button" class="plain-button" @click=${() => location.reload()}>
          Show it as it is now
        </button>
      </p>`;
    if (open.length === 0 || this.away === paper.id) return nothing;
    return html`<p class="mend-line-words">
      <span>The import is unsure of ${unsure(open)}.</span>
      <a class="plain-button" href=${mendRoute(paper.id)}>Look</a>
      <button
        type="button"
        class="icon-button"
        aria-label="Put this line away"
        @click=${() => (this.away = paper.id)}
      >
        <span aria-hidden="true">×</span>
      </button>
    </p>`;
  }

  async #look(id: string): Promise<void> {
    try {
      const body = await (await storage()).papers.body(id);
      const draft = soundDraft(body?.draft);
      if (this.paper?.id === id) this.open = draft ? openFindings(draft) : [];
    } catch {
      // Where the storage fails the desk itself says so.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mend-line': MendLine;
  }
}
