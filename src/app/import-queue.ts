/** `<import-queue>`: the files on their way into the library, each with what was found in it and what to do with it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { WhileConnected } from '../ui/while-connected.ts';
import { isPlain, type ImportItem } from './import-items.ts';
import type { ImportDecision } from './import-requests.ts';
import './import-row.ts';
import { endedWords, sumWords } from './import-words.ts';
import { imports } from './own-imports.ts';
import { formatRoute, mendRoute } from './routes.ts';

/** So long (ms) what ended is gathered before it is said: fifty files end one after the other. */
const breath = 400;

/** Shows nothing while nothing is on its way. What is kept is put away with it. */
@customElement('import-queue')
export class ImportQueue extends LitElement {
  @state() private items: readonly ImportItem[] = imports.items;
  @state() private said = '';
  #ended: readonly string[] = [];
  #timer = 0;

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      this.items = imports.items;
      signal.addEventListener(
        'abort',
        imports.subscribe(() => this.#onChange()),
      );
      signal.addEventListener('abort', () => imports.tidy());
    });
    this.addEventListener('import-decision', (event) => void this.#decide(event));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="visually-hidden" role="status">${this.said}</div>
      ${this.items.length > 0 ? this.#list() : nothing}`;
  }

  #list(): TemplateResult {
    const plain = this.items.filter(isPlain);
    const running = this.items.filter(({ state: { is } }) => is === 'waiting' || is === 'reading');
    const sum = sumWords(this.items);
    return html`<section class="import-queue" aria-labelledby="import-queue-title">
      <div class="import-head">
        <h2 id="import-queue-title" tabindex="-1">To be added</h2>
        ${sum ? html`<span class="hint">${sum}</span>` : nothing}
        ${
          plain.length > 1
            ? html`<button type="button" class="main-button" @click=${() => void this.#keepAll(plain)}>
                Keep all ${plain.length}
              </button>`
            : nothing
        }
        ${
          running.length > 1
            ? html`<button type="button" class="plain-button" @click=${() => this.#leaveAll(running)}>
                Cancel ${running.length}
              </button>`
            : nothing
        }
      </div>
      <ul class="import-list" role="list">
        ${repeat(
          this.items,
          ({ key }) => key,
          (item) =>
            html`<li class="import-entry" data-state=${item.state.is}>
              <import-row data-key=${item.key} .item=${item}></import-row>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #onChange(): void {
    const before = new Map(this.items.map((item) => [item.key, item.state.is]));
    const ended = imports.items.filter(({ key, state: { is } }) => before.get(key) !== is).map(endedWords);
    this.items = imports.items;
    this.#ended = [...this.#ended, ...ended.filter(Boolean)];
    if (this.#ended.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#say(), breath);
  }

  #say(): void {
    const sum = sumWords(this.items);
    this.said =
      this.#ended.length > 2 ? `${sum}.` : [...this.#ended, sum && `${sum}.`].filter(Boolean).join(' ');
    this.#ended = [];
  }

  async #decide({ key, wish }: ImportDecision): Promise<void> {
    const item = this.items.find((one) => one.key === key);
    if (!item) return;
    const older = item.state.is === 'read' ? item.state.older : null;
    if (wish.to === 'open') imports.again(key, wish.password);
    else if (wish.to === 'again') imports.again(key);
    else if (wish.to === 'set-apart') imports.setApart(key);
    else if (wish.to === 'keep') await imports.keep(key);
    else if (wish.to === 'replace') await imports.keep(key, older);
    else if (wish.to === 'keep-and-read')
      await this.#keepAndGo(key, (id) => formatRoute(id, { to: 'start' }));
    else if (wish.to === 'look') await this.#keepAndGo(key, mendRoute);
    else if (wish.to === 'bring-back') await this.#away(key, () => imports.bringBack(key));
    else if (wish.to === 'leave') await this.#away(key, () => imports.leave(key));
  }

  async #keepAndGo(key: number, routeOf: (id: string) => string): Promise<void> {
    const id = await imports.keep(key);
    if (id === null || !this.isConnected) return;
    imports.leave(key);
    location.hash = routeOf(id);
  }

  /** Where a row goes, the focus goes to the next one; after the last to what adds more. */
  async #away(key: number, act: () => unknown): Promise<void> {
    const had = this.#row(key)?.contains(document.activeElement);
    const at = this.items.findIndex((item) => item.key === key);
    await act();
    await this.updateComplete;
    if (!had || this.#row(key)) return;
    const next = this.items[Math.min(at, this.items.length - 1)];
    if (next) this.#row(next.key)?.focusFirst();
    else document.querySelector<HTMLElement>('add-paper button')?.focus();
  }

  #row(key: number) {
    return [...this.querySelectorAll('import-row')].find(({ item }) => item?.key === key);
  }

  async #keepAll(items: readonly ImportItem[]): Promise<void> {
    for (const { key } of items) await imports.keep(key);
    this.#focusTitle();
  }

  #leaveAll(items: readonly ImportItem[]): void {
    for (const { key } of items) imports.leave(key);
    this.#focusTitle();
  }

  #focusTitle(): void {
    const title = this.querySelector<HTMLElement>('#import-queue-title');
    if (title) title.focus();
    else document.querySelector<HTMLElement>('add-paper button')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-queue': ImportQueue;
  }
}
