/** `<mishap-notice>`: says that something went wrong that nobody foresaw, once however often; offers the file of everything, a report, the way on. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { WhileConnected } from '../ui/while-connected.ts';
import { messageFor } from './messages.ts';
import { isMissingPart, reportOf, type Mishap } from './mishap.ts';
import { mishaps, type MishapNoted } from './mishap-log.ts';
import { reloadPage } from './reload-page.ts';
import { saveEverything } from './rescue.ts';
import { surroundings } from './surroundings.ts';

/** In ms. */
const aMoment = 300;

const many = (count: number): string => (count < 2 ? '' : ` It has happened ${count} times by now.`);

@customElement('mishap-notice')
export class MishapNotice extends LitElement {
  /** What is being said; null where one has gone on. */
  @state() private shown: Mishap | null = null;
  /** What became of the last thing that was asked for. */
  @state() private said = '';
  @state() private isBusy = false;
  /** Whether nothing else is on the screen: then there is nothing to go on with. */
  @state() private isAlone = false;
  readonly #screens = new MutationObserver(() => this.#look());

  constructor() {
    super();
    new WhileConnected(this, (signal) => {
      mishaps.addEventListener('mishap-noted', (event) => this.#onNoted(event as MishapNoted), { signal });
      signal.addEventListener('abort', () => this.#screens.disconnect());
      // What went wrong while the app was loading was noted before this element was there.
      this.#show(mishaps.all.at(-1) ?? null);
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Shows what went wrong last once more. */
  show(): void {
    this.#show(mishaps.all.at(-1) ?? null);
  }

  #show(mishap: Mishap | null): void {
    if (this.shown?.print !== mishap?.print) this.said = '';
    this.shown = mishap;
    this.#look();
  }

  /** As long as nothing else is on the screen, it is watched whether that comes. */
  #look(): void {
    this.isAlone = !document.querySelector('app-shell main');
    this.#screens.disconnect();
    if (this.shown && this.isAlone) this.#screens.observe(document.body, { childList: true, subtree: true });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (!shown) return nothing;
    const { title, words } = messageFor(shown.error);
    return html`<section
      class="mishap ${this.isAlone ? 'is-alone' : ''}"
      role=${this.isAlone ? 'main' : 'region'}
      aria-label="Something went wrong"
    >
      <div role="alert">
        ${this.isAlone ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}
        <p>${words}${many(shown.count)}</p>
      </div>
      ${this.#ways(shown)}
      <p class="mishap-said hint" role="status">${this.said}</p>
      ${this.#report()}
    </section>`;
  }

  #ways(shown: Mishap): TemplateResult {
    const button = (words: string, act: () => void, kind = 'plain-button'): TemplateResult =>
      html`<button type="button" class=${kind} ?disabled=${this.isBusy} @click=${act}>${words}</button>`;
    return html`<div class="mishap-ways">
      ${
        this.isAlone
          ? html`${button('Reload', this.#reload, 'main-button')} ${button('To the library', this.#leave)}`
          : html`${button('Go on', this.#goOn, 'main-button')} ${button('Reload', this.#reload)}`
      }
      ${
        isMissingPart(shown.error)
          ? nothing
          : html`${button('Save a backup of everything', this.#save)} ${button('Copy the report', this.#copy)}`
      }
    </div>`;
  }

  /** What the report says can be read before it is given to anyone. */
  #report(): TemplateResult {
    return html`<details class="mishap-report">
      <summary>What the report says: nothing that you read or wrote</summary>
      <pre tabindex="0" aria-label="Report">${reportOf(mishaps.all, surroundings())}</pre>
    </details>`;
  }

  /** Of what is known already only the count goes up, and what was put aside stays there, unless nothing else is left. */
  readonly #onNoted = (event: MishapNoted): void => {
    const { mishap, isNews, isSaid } = event;
    if (isNews || this.shown?.print === mishap.print) this.#show(mishap);
    else if (!isSaid) {
      // A screen that could not be drawn is gone when the error has been passed on.
      setTimeout(() => {
        this.#look();
        if (this.isAlone) this.#show(mishap);
      }, aMoment);
    }
  };

  readonly #goOn = (): void => this.#show(null);

  readonly #reload = (): void => void reloadPage();

  readonly #leave = (): void => {
    location.hash = '#/';
    location.reload();
  };

  readonly #save = (): void => void this.#saveAll();

  async #saveAll(): Promise<void> {
    this.isBusy = true;
    this.said = 'Gathering everything …';
    this.said = await saveEverything();
    this.isBusy = false;
  }

  readonly #copy = (): void => void this.#copyReport();

  async #copyReport(): Promise<void> {
    try {
      await navigator.clipboard.writeText(reportOf(mishaps.all, surroundings()));
      this.said = 'Copied. Paste it into a message to whoever looks after Warrant for you.';
    } catch {
      this.querySelector('details')?.setAttribute('open', '');
      this.said = 'The browser does not let it be copied. It stands below: select it there.';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mishap-notice': MishapNotice;
  }
}
