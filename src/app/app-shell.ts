/** `<app-shell>`: the whole app: reads the address, shows library or desk, says what happened. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { Announce } from '../desk/requests.ts';
import { readBeginning, readJats } from '../formats/jats.ts';
import type { Paper } from '../model/paper.ts';
import { WhileConnected } from '../ui/while-connected.ts';
import { afterPaint } from './after-paint.ts';
import { changeLook, type LookChange } from './change-look.ts';
import { fetchPaper } from './corpus.ts';
import './desk-screen.ts';
import { icon } from './icons.ts';
import { onLibraryNews } from './library-news.ts';
import { messageFor, type Message } from './messages.ts';
import { isMissingPart } from './mishap.ts';
import { mishaps } from './mishap-log.ts';
import { readPreferences } from './preferences.ts';
import { applyLook, themes, watchContrast, type Theme } from './reading-look.ts';
import { placeIn } from './reading-place.ts';
import { formatRoute, parseRoute, type Route } from './routes.ts';
import type { FoundPlace } from '../text/find-address.ts';
import './toast-line.ts';
import type { ToastLine } from './toast-line.ts';

/** How long the first screens of a long paper are left alone, in ms. */
const firstMove = 150;

const themeWords: Readonly<Record<Theme, string>> = {
  auto: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
  sepia: 'Theme: sepia',
  contrast: 'Theme: high contrast',
};

@customElement('app-shell')
export class AppShell extends LitElement {
  @state() private route: Route = parseRoute(location.hash);
  @state() private paper: Paper | null = null;
  @state() private trouble: Message | null = null;
  @state() private theme: Theme = readPreferences().theme;
  @state() private hasLibrary = false;
  @state() private hasMend = false;
  #isReturn = false;
  #mustReload = false;
  #stopContrast: (() => void) | null = null;
  @query('toast-line') private toast!: ToastLine;

  constructor() {
    super();
    new WhileConnected(this, (signal) => onLibraryNews(this.#onNews, signal));
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyLook(readPreferences());
    this.#stopContrast = watchContrast(() => applyLook(readPreferences()));
    addEventListener('look-changed', this.#onLook);
    addEventListener('popstate', this.#onLocation);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('announce', this.#onAnnounce);
    this.addEventListener('place-chosen', ({ place }) => void this.#goToPlace(place));
    void this.#go(this.route);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopContrast?.();
    removeEventListener('look-changed', this.#onLook);
    removeEventListener('popstate', this.#onLocation);
  }

  protected override render(): TemplateResult {
    return html`${this.route.screen === 'desk' && this.paper ? this.#skipLinks() : nothing} ${this.#screen()}
      <button
        type="button"
        class="theme-button icon-button"
        aria-label=${themeWords[this.theme]}
        title=${themeWords[this.theme]}
        @click=${this.#nextTheme}
      >
        ${icon(this.theme)}
      </button>
      <toast-line></toast-line>`;
  }

  #skipLinks(): TemplateResult {
    return html`<nav class="skip-links" aria-label="Skip to">
      <a href="#reading" @click=${this.#skip}>The text</a>
      <a href="#notes-title" @click=${this.#skip}>The notes</a>
      <a href="#map" @click=${this.#skip}>The map</a>
    </nav>`;
  }

  #screen(): TemplateResult | typeof nothing {
    const { route, paper } = this;
    if (this.trouble) return this.#troubleScreen(this.trouble);
    if (route.screen === 'library')
      return this.hasLibrary ? html`<library-screen></library-screen>` : nothing;
    if (route.screen === 'mend' && this.hasMend)
      return html`<mend-screen .paper=${route.paper}></mend-screen>`;
    if (route.screen === 'desk' && paper?.id === route.paper) {
      return html`<desk-screen .paper=${paper} .aim=${route.aim} .isReturn=${this.#isReturn}></desk-screen>`;
    }
    return html`<main class="screen-wait"><p role="status">Opening the paper …</p></main>`;
  }

  #troubleScreen(trouble: Message): TemplateResult {
    return html`<main class="screen-trouble">
      <h1>${trouble.title}</h1>
      <p>${trouble.words}</p>
      <p>
        <a class="main-button" href="#/">To the library</a>
        <button type="button" class="plain-button" @click=${this.#again}>Try again</button>
      </p>
    </main>`;
  }

  /** What was open last may have another text now, of a better copy or mended: it is fetched anew when it is opened. */
  readonly #onNews = (): void => {
    if (this.route.screen !== 'desk') this.paper = null;
  };

  readonly #onLocation = (event: PopStateEvent): void => {
    if (location.hash !== '' && !location.hash.startsWith('#/')) return;
    this.#isReturn = placeIn(event.state) !== null;
    void this.#go(parseRoute(location.hash));
  };

  async #go(route: Route): Promise<void> {
    const before = this.route;
    this.route = route;
    this.trouble = null;
    try {
      if (route.screen === 'library') {
        await import('./library-screen.ts');
        this.hasLibrary = true;
        document.title = 'Library – Warrant';
      } else if (route.screen === 'mend') {
        await import('./mend-screen.ts');
        // What is read afterwards is read anew: its text may be another one.
        this.paper = null;
        this.hasMend = true;
        document.title = 'Mend the text – Warrant';
      } else if (route.screen === 'unknown') {
        this.trouble = {
          title: 'Nothing has this address',
          words: `“${route.hash}” is not an address in Warrant. Your papers and notes are where they were.`,
        };
      } else {
        await this.#openPaper(route.paper);
      }
    } catch (error) {
      mishaps.note(error, true);
      this.#mustReload = isMissingPart(error);
      this.trouble = messageFor(error);
    }
    if (before.screen !== route.screen) await this.#focusScreen();
  }

  async #openPaper(id: string): Promise<void> {
    if (this.paper?.id !== id) {
      this.paper = null;
      const xml = await fetchPaper(id);
      const isWanted = (): boolean => this.route.screen === 'desk' && this.route.paper === id;
      if (isWanted()) this.paper = readBeginning(xml, id);
      // Of a long paper the first screens are shown while all of it is read, which holds the page up for a moment:
      // what the reader does first, a scroll or a press, comes before that.
      if (this.paper) await afterPaint().then(() => new Promise((resolve) => setTimeout(resolve, firstMove)));
      if (isWanted()) this.paper = readJats(xml, id);
    }
    if (this.paper) document.title = `${this.paper.front.title} – Warrant`;
  }

  /** Browsers remember of a part that it did not arrive, for as long as the page lives. */
  readonly #again = (): void => {
    if (this.#mustReload) location.reload();
    else void this.#go(this.route);
  };

  /** A new screen starts at its top, and speech starts there too. */
  async #focusScreen(): Promise<void> {
    await this.updateComplete;
    if (this.route.screen !== 'desk')
      this.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }

  /** Links within the app act even where the address stays the same: one may want to go there again. */
  readonly #onClick = (event: MouseEvent): void => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#/"]') : null;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    this.#travel(link.getAttribute('href') ?? '#/');
  };

  /** Follows a link of the app: the browser's Back returns to the very line one leaves. */
  #travel(hash: string): void {
    this.#isReturn = false;
    this.querySelector('desk-screen')?.keepPlace();
    if (hash !== location.hash) history.pushState(null, '', hash);
    void this.#go(parseRoute(hash));
  }

  async #goToPlace(place: FoundPlace): Promise<void> {
    const { aimOf } = await import('./place-aim.ts');
    if (this.paper) this.#travel(formatRoute(this.paper.id, aimOf(this.paper, place)));
  }

  readonly #onAnnounce = (event: Announce): void => {
    const { words, offer } = event;
    const screen = this.querySelector('desk-screen');
    this.toast.say(words, offer === 'undo' ? screen && (() => screen.travel('undo')) : offer);
  };

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    const id = (event.currentTarget as HTMLAnchorElement).getAttribute('href')?.slice(1) ?? '';
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  };

  readonly #nextTheme = (): void => {
    const theme = themes[(themes.indexOf(this.theme) + 1) % themes.length] ?? 'auto';
    changeLook({ theme });
    this.toast.say(themeWords[theme]);
  };

  readonly #onLook = ({ look }: LookChange): void => {
    this.theme = look.theme;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'app-shell': AppShell;
  }
}
