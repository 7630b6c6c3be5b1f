/** The way from a claim, a note or a command to an authority among the sources, and back to where it was left. */
import type { LitElement, ReactiveController } from 'lit';
import { Announce, type SourceRequest } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { formatRoute, type Aim } from './routes.ts';
import type { SideTab } from './side-tabs.ts';

/** The screen on which the jumps are made. */
type Host = LitElement & { keepPlace(): void };

/** Where a jump began: what had the focus, and the element around it that bears an id. */
interface Start {
  readonly opener: HTMLElement;
  readonly id: string;
}

const startOf = (opener: HTMLElement): Start => ({ opener, id: opener.closest('[id]')?.id ?? '' });

const controls = '.card-toggle, a[href], button, [tabindex]';

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Acts on `source-request`; each jump is an entry of the browser's history, so that Back undoes it. */
export class SourceJumps implements ReactiveController {
  readonly #host: Host;
  readonly #showSide: (tab: SideTab) => Promise<void>;
  /** The starts of this page's jumps, by the number that their entry of the history keeps. */
  readonly #starts = new Map<number, Start>();

  constructor(host: Host, showSide: (tab: SideTab) => Promise<void>) {
    this.#host = host;
    this.#showSide = showSide;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('source-request', this.#onRequest);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('source-request', this.#onRequest);
  }

  readonly #onRequest = (event: SourceRequest): void => {
    const isInNote = Boolean(event.opener?.closest('note-popover'));
    const opener = isInNote ? null : event.opener;
    const { authority } = event;
    // A key has no opener, and the note goes with its own: then the way back leads to whatever the open note would have given the focus to.
    this.#host.querySelector('note-popover')?.close(opener !== null);
    const { store } = this.#host.querySelector('paper-pane') ?? { store: null };
    if (store) this.#leave(store, opener, authority);
    void this.#show(authority);
  };

  /** The entry that is left says which claim was open, and what had the focus. */
  #leave({ desk }: Store, opener: HTMLElement | null, authority: string | null): void {
    const paper = desk.paper.id;
    const aim: Aim = authority === null ? { to: 'start' } : { to: 'source', value: authority };
    const hash = formatRoute(paper, aim);
    if (authority === null || hash === location.hash) return;
    this.#host.keepPlace();
    const { focus } = desk.session;
    const claim = focus?.kind === 'claim' ? formatRoute(paper, { to: 'claim', value: focus.id }) : '';
    const from = opener ?? (document.activeElement as HTMLElement | null);
    const jump = this.#starts.size + 1;
    if (from && from !== document.body) this.#starts.set(jump, startOf(from));
    history.replaceState({ ...(history.state as object | null), jump }, '', claim);
    history.pushState(null, '', hash);
  }

  async #show(authority: string | null): Promise<void> {
    await this.#showSide('sources');
    await customElements.whenDefined('sources-view');
    const view = this.#host.querySelector('sources-view');
    await view?.updateComplete;
    if (authority === null) view?.querySelector<HTMLElement>('.sources-filter, h2')?.focus();
    else if (!(await view?.show(authority))) {
      this.#host.dispatchEvent(new Announce('There is no such source here; these are all that are known.'));
    }
  }

  /** After the browser's Back or Forward: the focus goes to where the jump began, or the sources show again. */
  async return(aim: Aim): Promise<void> {
    if (aim.to === 'source') {
      await this.#showSide('sources');
      return;
    }
    const start = this.#starts.get(Number((history.state as { jump?: unknown } | null)?.jump));
    if (!start) return;
    // The card that was open opens again, and only then can it take the focus.
    await frame();
    await frame();
    await this.#host.updateComplete;
    const around = start.id ? document.getElementById(start.id) : null;
    const fallback = around?.matches(controls) ? around : around?.querySelector<HTMLElement>(controls);
    const to = start.opener.isConnected ? start.opener : fallback;
    to?.focus({ preventScroll: true });
  }
}
