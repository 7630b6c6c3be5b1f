/** Where one reads: kept with each entry of the browser's history and on the device, restored by text. */
import type { EditorView } from 'prosemirror-view';
import type { Reveal } from '../desk/desk.ts';
import type { Paper } from '../model/paper.ts';
import { blockAt } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import { formatRoute } from './routes.ts';

/** A line of the text: the offset (code points) and how far its top stands below the frame's top, in px. */
interface Place {
  readonly offset: number;
  readonly delta: number;
}

export interface Progress extends Place {
  /** Share of the text that has been reached, 0 to 1. */
  readonly reached: number;
  /** ISO date of the last reading. */
  readonly read: string;
}

/** Name of the setting that keeps a paper's progress. */
export const progressKey = (paper: string): string => `progress/${paper}`;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  Number.isInteger((value as Place).offset) &&
  Number.isFinite((value as Place).delta);

interface Listener {
  /** Address of the section at the top of the frame; '' before the first. */
  onSection(section: string): void;
}

export class ReadingPlace {
  readonly #paper: Paper;
  readonly #scroller: HTMLElement;
  readonly #view: () => EditorView | null;
  readonly #listener: Listener;
  readonly #abort = new AbortController();
  #storage: Storage | null = null;
  #timer = 0;
  #reached = 0;

  constructor(paper: Paper, scroller: HTMLElement, view: () => EditorView | null, listener: Listener) {
    this.#paper = paper;
    this.#scroller = scroller;
    this.#view = view;
    this.#listener = listener;
    const { signal } = this.#abort;
    scroller.addEventListener('scroll', () => this.#onScroll(), { signal, passive: true });
    addEventListener('popstate', (event) => this.#onPop(event), { signal });
    this.#onSection();
  }

  stop(): void {
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  /** Goes to where one last read, unless a link wants something else. */
  async restore(storage: Storage | null, hasAim: boolean): Promise<void> {
    this.#storage = storage;
    const kept = (await storage?.setting(progressKey(this.#paper.id)).catch(() => null)) as unknown;
    if (isPlace(kept)) this.#reached = Number((kept as Progress).reached) || 0;
    const entry = (history.state as { place?: unknown } | null)?.place;
    if (isPlace(entry)) this.#goTo(entry);
    else if (!hasAim && isPlace(kept)) this.#goTo(kept);
    this.#onSection();
  }

  /** A jump is about to happen: the browser's Back will return to exactly here. */
  leave(target: Reveal['target']): void {
    this.#keepEntry();
    const aim =
      target.kind === 'offset'
        ? ({ to: 'offset', value: target.offset } as const)
        : target.kind === 'claim' || target.kind === 'annotation'
          ? ({ to: target.kind, value: target.id } as const)
          : null;
    if (aim) history.pushState(null, '', formatRoute(this.#paper.id, aim));
  }

  #here(): Place | null {
    const view = this.#view();
    if (!view) return null;
    const frame = this.#scroller.getBoundingClientRect();
    const box = view.dom.getBoundingClientRect();
    const at = view.posAtCoords({ left: box.left + 8, top: Math.max(frame.top + 8, box.top + 2) });
    if (!at) return null;
    return {
      offset: this.#paper.text.toOffset(at.pos),
      delta: Math.round(view.coordsAtPos(at.pos, 1).top - frame.top),
    };
  }

  #goTo(place: Place): void {
    const view = this.#view();
    if (!view) return;
    const offset = Math.min(Math.max(0, place.offset), this.#paper.text.points.length);
    const top = view.coordsAtPos(this.#paper.text.toPos(offset, 'after'), 1).top;
    this.#scroller.scrollTop += top - this.#scroller.getBoundingClientRect().top - place.delta;
  }

  #onScroll(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#onSection();
      this.#keepEntry();
      this.#keepProgress();
    }, 120);
  }

  #onSection(): void {
    const here = this.#here();
    if (here) this.#listener.onSection(blockAt(this.#paper, here.offset)?.section ?? '');
  }

  #keepEntry(): void {
    const place = this.#here();
    if (place) history.replaceState({ place }, '');
  }

  #keepProgress(): void {
    const place = this.#here();
    const view = this.#view();
    if (!place || !view || !this.#storage) return;
    const frame = this.#scroller.getBoundingClientRect();
    const box = view.dom.getBoundingClientRect();
    const seen = Math.min(1, Math.max(0, (frame.bottom - box.top) / Math.max(1, box.height)));
    this.#reached = Math.max(this.#reached, seen);
    const progress: Progress = { ...place, reached: this.#reached, read: new Date().toISOString() };
    // A lost place costs a scroll, never a word: nothing to say where it cannot be kept.
    this.#storage.setSetting(progressKey(this.#paper.id), progress).catch(() => undefined);
  }

  #onPop(event: PopStateEvent): void {
    const place = (event.state as { place?: unknown } | null)?.place;
    if (isPlace(place)) requestAnimationFrame(() => this.#goTo(place));
  }
}
