/** What is folded on the map now: chosen once for the whole map, and anew for each neighbourhood. */
import type { ReactiveControllerHost } from 'lit';
import type { Argument } from '../model/argument.ts';
import { foldable, foldedAtFirst } from './fold.ts';

/** The pane that shows the map. */
export interface FoldingHost extends Pick<ReactiveControllerHost, 'requestUpdate'> {
  /** What is folded in the whole map; null: not chosen yet, then a large map opens folded. */
  folded: ReadonlySet<string> | null;
}

/** What is drawn now: `claims` are those of the neighbourhood that shows, null while all of the argument does. */
export interface Folded {
  readonly graph: Argument;
  readonly claims: ReadonlySet<string> | null;
}

const nothing: ReadonlySet<string> = new Set();

export class MapFolding {
  readonly #host: FoldingHost;
  /** What is folded in the neighbourhood `of`: it opens with each that is drawn. */
  #near: { readonly of: ReadonlySet<string>; readonly folded: ReadonlySet<string> } | null = null;

  /** True once the reader has folded or opened something of the whole map, now or when they were here before. */
  #isChosen = false;
  #opened = false;

  constructor(host: FoldingHost) {
    this.#host = host;
  }

  /** What the reader has folded in the whole map; null where all is as it opened. */
  get chosen(): readonly string[] | null {
    return this.#isChosen && this.#host.folded ? [...this.#host.folded] : null;
  }

  /** Ids of the folded groups. A claim more must not fold anything by itself. */
  now({ graph, claims }: Folded): ReadonlySet<string> {
    if (claims) {
      if (this.#near?.of !== claims) this.#near = { of: claims, folded: foldedAtFirst(graph) };
      return this.#near.folded;
    }
    const { folded } = this.#host;
    if (folded && !this.#opened) this.#isChosen = true;
    if (graph.claims.size > 0) this.#opened = true;
    if (folded || graph.claims.size === 0) return folded ?? nothing;
    return (this.#host.folded = foldedAtFirst(graph));
  }

  /** Folds a group, or opens it. */
  fold(drawn: Folded, group: string, isFolded: boolean): void {
    const folded = new Set(this.now(drawn));
    if (isFolded) folded.add(group);
    else folded.delete(group);
    this.#set(drawn, folded);
  }

  /** Opens every group; where all are open, folds the innermost ones. */
  foldAll(drawn: Folded): void {
    this.#set(drawn, this.now(drawn).size > 0 ? nothing : foldable(drawn.graph));
  }

  #set({ claims }: Folded, folded: ReadonlySet<string>): void {
    if (claims) this.#near = { of: claims, folded };
    else {
      this.#isChosen = true;
      this.#host.folded = folded;
    }
    this.#host.requestUpdate();
  }
}
