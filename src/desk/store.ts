/** The store: holds the desk, runs commands on the reader's notebook, and tells everyone of the change. */
import type { Edit, Notebook } from '../notebook/notebook.ts';
import { Distinct } from './distinct.ts';
import { releasedBy } from './layers.ts';
import {
  ownLayer,
  type Desk,
  type Face,
  type Focus,
  type Layer,
  type Reveal,
  type Saving,
  type Session,
} from './desk.ts';
import { withFound, type Found } from './placing.ts';

/** A plain function that says what would change; null means "not now" and disables its button. */
export type Command = (desk: Desk) => Edit | null;

export type Listener = (desk: Desk, previous: Desk) => void;

/** One place for all change. Session changes and edits alike reach every subscriber once. */
export class Store {
  #desk: Desk;
  readonly #notebook: Notebook;
  readonly #listeners = new Set<Listener>();
  readonly #distinct = new Distinct();
  #serial = 0;

  /** `desk.layers` ends with the layer of `notebook`. */
  constructor(desk: Desk, notebook: Notebook) {
    this.#desk = desk;
    this.#notebook = notebook;
    notebook.onChange(() => this.#fromNotebook());
    this.#fromNotebook();
  }

  get desk(): Desk {
    return this.#desk;
  }

  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs a command. False where it answered "not now". */
  run(command: Command): boolean {
    // On a desk that only compares there is no notebook that would be kept.
    const edit = this.#desk.session.compared ? null : command(this.#desk);
    if (!edit) return false;
    this.#notebook.apply(edit);
    return true;
  }

  /** Takes back the reader's own last edit; answers its label, or null where there is none. */
  undo(): string | null {
    return this.#notebook.undo();
  }

  /** Does again what was undone; answers its label, or null. */
  redo(): string | null {
    return this.#notebook.redo();
  }

  /** Changes the session. Nothing is saved and nothing can be undone. */
  setSession(patch: Partial<Session>): void {
    const { session } = this.#desk;
    const same = Object.entries(patch).every(([key, value]) => session[key as keyof Session] === value);
    if (!same) this.#set({ ...this.#desk, session: { ...session, ...patch } });
  }

  /** Lights something under the pointer; null puts the light out. */
  hover(focus: Focus | null): void {
    const now = this.#desk.session.hover;
    if (now?.id !== focus?.id || now?.kind !== focus?.kind) this.setSession({ hover: focus });
  }

  /** Focuses something and asks every other face to bring it into view. */
  reveal(target: Reveal['target'], by: Reveal['by'] | Face): void {
    this.#serial += 1;
    const focus = target.kind === 'offset' ? this.#desk.session.focus : target;
    this.setSession({ focus, reveal: { target, by, serial: this.#serial } });
  }

  /** Shows or hides a layer. The reader's own cannot be hidden. */
  setLayerVisible(id: string, visible: boolean): void {
    this.changeLayers((layers) =>
      layers.map((one) => (one.id === id && one.visible !== visible ? { ...one, visible } : one)),
    );
  }

  /**
   * Changes the layers below the reader's own: opens, closes, shows, hides, renames. `change` gets them and answers
   * what they are from now on; nobody's records are written, and the reader's own layer stays as it is.
   */
  changeLayers(change: (below: readonly Layer[]) => readonly Layer[]): void {
    const below = this.#desk.layers.slice(0, -1);
    const next = change(below);
    const isSame = next.length === below.length && next.every((layer, at) => layer === below[at]);
    if (!isSame) this.#setLayers([...next, ownLayer(this.#desk)]);
  }

  /** Takes in what the search has found, as one change. */
  setFound(found: readonly Found[]): void {
    const placings = withFound(this.#desk.placings, found);
    if (placings !== this.#desk.placings) this.#set({ ...this.#desk, placings });
  }

  setSaving(saving: Saving): void {
    if (this.#desk.saving !== saving) this.#set({ ...this.#desk, saving });
  }

  #fromNotebook(): void {
    const { records, canUndo, canRedo } = this.#notebook;
    const own = ownLayer(this.#desk);
    const { layers } = this.#desk;
    const next =
      own.records === records ? layers : this.#sound([...layers.slice(0, -1), { ...own, records }]);
    this.#set({ ...this.#desk, layers: next, canUndo, canRedo });
  }

  #setLayers(layers: readonly Layer[]): void {
    this.#set({ ...this.#desk, layers: this.#sound(layers) });
  }

  /** No id in two layers, and what was asked for before a layer shows asked for no more once it is there. */
  #sound(layers: readonly Layer[]): readonly Layer[] {
    return this.#distinct.apply(releasedBy(layers));
  }

  #set(desk: Desk): void {
    const previous = this.#desk;
    this.#desk = Object.freeze(desk);
    for (const listener of [...this.#listeners]) listener(desk, previous);
  }
}
