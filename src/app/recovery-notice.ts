/** `<recovery-notice>`: says once, quietly, that something was healed when storage was opened; there is nothing to do about it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Recovery } from '../storage/contract.ts';
import { counted } from './library-entry.ts';
import { saveEverything } from './rescue.ts';

const changes = (count: number): string => counted(count, 'change');

const words: Readonly<Record<Recovery['healed'], (count: number) => string>> = {
  database: (count) =>
    `The browser had lost what Warrant keeps here. It was put back from the second copy: ${changes(count)}. There is nothing for you to do; a backup is a good thing to have all the same.`,
  journal: (count) =>
    `The second copy of your work was gone, and was made anew from the first: ${changes(count)}. There is nothing for you to do.`,
  changes: (count) =>
    `${count === 1 ? '1 change was' : `${changes(count)} were`} in only one of the two copies of your work, and ${count === 1 ? 'is' : 'are'} in both again. There is nothing for you to do.`,
};

@customElement('recovery-notice')
export class RecoveryNotice extends LitElement {
  @property({ attribute: false }) recovery: Recovery | null = null;
  @state() private said = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { recovery } = this;
    return html`<section class="recovered" aria-label="What was healed" ?hidden=${recovery === null}>
      <div role="status">
        ${
          recovery
            ? html`<h2>Nothing is lost</h2>
                <p>${words[recovery.healed](recovery.count)}</p>`
            : nothing
        }
        <p>${this.said}</p>
      </div>
      ${recovery ? this.#ways() : nothing}
    </section>`;
  }

  #ways(): TemplateResult {
    const save = async (): Promise<void> => void (this.said = await saveEverything());
    return html`<div class="mishap-ways">
      <button type="button" class="main-button" @click=${() => (this.recovery = null)}>Good</button>
      <button type="button" class="plain-button" @click=${() => void save()}>
        Save a backup of everything
      </button>
    </div>`;
  }
}

/** Says what was healed; what was said before gives way. */
export function sayRecovered(recovery: Recovery): void {
  const known = document.querySelector('recovery-notice');
  const notice = known ?? document.createElement('recovery-notice');
  if (!known) document.body.append(notice);
  notice.recovery = recovery;
}

declare global {
  interface HTMLElementTagNameMap {
    'recovery-notice': RecoveryNotice;
  }
}
