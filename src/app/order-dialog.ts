/** `<order-dialog>`: the dialog in which the reader puts in order what they show before a room. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk/desk.ts';
import {
  addToPresentation,
  moveStep,
  ownPresentation,
  ownSteps,
  removeFromPresentation,
  whyNotAddToPresentation,
} from '../desk/presentation-commands.ts';
import { StoreController } from '../desk/store-controller.ts';
import type { Command, Store } from '../desk/store.ts';
import { icon, type IconName } from './icons.ts';
import { stepsOf, type Step } from './present-steps.ts';

type Act = 'up' | 'down' | 'remove';

/** What is in the order now. */
const listed = (desk: Desk): readonly Step[] =>
  ownSteps(desk).length > 0 ? stepsOf(desk, ownPresentation) : [];

/** What a key on a line does; null for every other key. */
function actOf(event: KeyboardEvent): Act | null {
  if (event.key === 'Delete') return 'remove';
  if (!event.altKey || event.ctrlKey || event.metaKey) return null;
  return event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
}

@customElement('order-dialog')
export class OrderDialog extends LitElement {
  @property({ attribute: false }) store: Store | null = null;
  @state() private isOpen = false;
  @state() private said = '';
  #opener: HTMLElement | null = null;

  constructor() {
    super();
    new StoreController(
      this,
      () => this.store,
      ({ layers, session }) => [layers, session.focus],
    );
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Opens the dialog; the focus goes back to `opener` when it is closed. */
  async open(opener: HTMLElement | null): Promise<void> {
    this.#opener = opener;
    this.isOpen = true;
    this.said = '';
    await this.updateComplete;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this;
    if (!store || !this.isOpen) return nothing;
    const steps = listed(store.desk);
    return html`<dialog class="dialog" aria-labelledby="order-title" @close=${this.#onClose}>
      <div class="dialog-head">
        <h2 id="order-title">Your order of showing</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${this.#close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      ${
        steps.length === 0
          ? html`<p class="hint">
              Nothing is in it yet. Go to a claim, a step or an attack, and add it here.
            </p>`
          : html`<ol class="order-steps">
              ${repeat(
                steps,
                ({ key }) => key,
                (step, at) => this.#line(step, at, steps.length),
              )}
            </ol>`
      }
      <p class="hint" role="status">${this.said}</p>
      <p class="hint">
        On a line, Alt and an arrow key move it and Delete takes it out. Each is one step of undo.
      </p>
      <div class="card-actions">
        ${this.#addButton(store.desk)}
        <button type="button" class="main-button" @click=${this.#close}>Done</button>
      </div>
    </dialog>`;
  }

  #addButton(desk: Desk): TemplateResult | typeof nothing {
    const { focus } = desk.session;
    if (!focus || whyNotAddToPresentation(desk, focus.id)) return nothing;
    return html`<button type="button" class="plain-button" @click=${() => this.#add(focus.id)}>
      Add what is in focus
    </button>`;
  }

  #line({ key, kind, words }: Step, at: number, count: number): TemplateResult {
    const button = (act: Act, name: string, sign: IconName, isOff: boolean): TemplateResult =>
      html`<button
        type="button"
        class="icon-button"
        data-act=${act}
        aria-label="${name}: ${words}"
        title=${name}
        aria-disabled=${isOff}
        @click=${() => this.#do(act, at)}
      >
        ${icon(sign)}
      </button>`;
    return html`<li data-step=${key} @keydown=${(event: KeyboardEvent) => this.#onKey(event, at)}>
      <span class="order-words"><span class="order-kind">${kind}</span> ${words}</span>
      ${button('up', 'Move up', 'up', at === 0)} ${button('down', 'Move down', 'down', at === count - 1)}
      ${button('remove', 'Take out', 'close', false)}
    </li>`;
  }

  #onKey(event: KeyboardEvent, at: number): void {
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const on = event.target instanceof HTMLElement ? event.target.dataset['act'] : undefined;
    this.#do(act, at, on);
  }

  /** The focus stays with what was moved, on the same button; what comes next has it where something was taken out. */
  #do(act: Act, at: number, on: string = act): void {
    const to = act === 'up' ? at - 1 : at + 1;
    if (!this.#run(act === 'remove' ? removeFromPresentation(at) : moveStep(at, to))) return;
    const count = this.store ? ownSteps(this.store.desk).length : 0;
    this.said = act === 'remove' ? `Taken out; ${count} left.` : `Moved to ${to + 1} of ${count}.`;
    this.#focus(act === 'remove' ? Math.min(at, count - 1) : to, on);
  }

  #add(id: string): void {
    if (!this.#run(addToPresentation(id))) return;
    const count = this.store ? ownSteps(this.store.desk).length : 0;
    this.said = `Added as ${count} of ${count}.`;
    this.#focus(count - 1, 'up');
  }

  #run(command: Command): boolean {
    return this.store?.run(command) ?? false;
  }

  #focus(at: number, act: string): void {
    void this.updateComplete.then(() => {
      const line = this.querySelectorAll('.order-steps li')[at];
      const button = line?.querySelector<HTMLElement>(`[data-act="${act}"]`);
      (button ?? this.querySelector<HTMLElement>('.main-button'))?.focus();
    });
  }

  readonly #close = (): void => this.querySelector('dialog')?.close();

  readonly #onClose = (): void => {
    this.isOpen = false;
    if (this.#opener?.isConnected) this.#opener.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'order-dialog': OrderDialog;
  }
}
