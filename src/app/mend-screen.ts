/** `<mend-screen>`: an imported paper as it will read, beside it what the import is not sure of; all of it mended by hand. */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Announce } from '../desk/requests.ts';
import type { Draft, ImportFinding } from '../model/draft.ts';
import { joinNext, splitBlock } from '../model/draft-edits.ts';
import { inOrder } from '../model/draft-findings.ts';
import { mark } from '../model/draft-markers.ts';
import type { DraftEdit } from '../model/draft-places.ts';
import '../ui/pop-menu.ts';
import type { PopMenu } from '../ui/pop-menu.ts';
import { blockMenu, type MendHand } from './mend-acts.ts';
import './mend-asking.ts';
import type { MendAsking } from './mend-asking.ts';
import { noteCaretIn } from './mend-caret.ts';
import { mendBar } from './mend-bar.ts';
import { decisions, type Decision } from './mend-decisions.ts';
import { MendDesk } from './mend-desk.ts';
import './mend-list.ts';
import { moveHere, moves } from './mend-moves.ts';
import { noteMenu } from './mend-note-acts.ts';
import './mend-text.ts';
import type { MendMenuRequest } from './mend-requests.ts';
import type { MendText } from './mend-text.ts';
import { mendKey } from './mend-keys.ts';
import { readPreferences } from './preferences.ts';

/** @fires announce - What was done. */
@customElement('mend-screen')
export class MendScreen extends LitElement {
  /** Id of the paper. */
  @property() paper = '';
  @state() private chosen: string | null = null;
  @query('mend-text') private text!: MendText | null;
  @query('pop-menu') private menu!: PopMenu;
  @query('mend-asking') private asking!: MendAsking;
  readonly #desk = new MendDesk(this);
  #carried: MendHand['carried'] = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.addEventListener('finding-chosen', ({ finding }) => this.#choose(finding));
    this.addEventListener('mend-key-request', ({ pressed }) => this.#decide(pressed));
    this.addEventListener('mend-menu-request', (event) => this.#openMenu(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paper')) void this.#desk.open(this.paper);
  }

  protected override render(): TemplateResult {
    const { draft, trouble } = this.#desk;
    const words = trouble
      ? html`<p class="banner" role="alert"><strong>${trouble.title}.</strong> ${trouble.words}</p>`
      : nothing;
    return html`${mendBar(this.paper, this.#desk, {
        undo: () => this.#travel('undo'),
        redo: () => this.#travel('redo'),
      })}
      ${draft ? html`${words} ${this.#work(draft)}` : html`<main class="mend-trouble">${words}</main>`}
      <pop-menu></pop-menu><mend-asking></mend-asking>`;
  }

  #work(draft: Draft): TemplateResult {
    const finding = draft.findings.find(({ id }) => id === this.chosen) ?? null;
    const { isLocked } = this.#desk;
    return html`<main class="mend">
      <div class="mend-frame" role="group" aria-label="The text, block by block" lang=${draft.language ?? ''}>
        <mend-text .draft=${draft} .finding=${finding} .locked=${isLocked}></mend-text>
      </div>
      <section class="mend-side" aria-label="What the import is not sure of">
        <h2 class="mend-side-title">To look at</h2>
        <mend-list .draft=${draft} .chosen=${this.chosen} .locked=${isLocked}></mend-list>
      </section>
    </main>`;
  }

  #choose(id: string | null): void {
    this.chosen = id;
    void this.updateComplete.then(async () => {
      await this.text?.updateComplete;
      this.text?.showFinding();
    });
  }

  /** The next finding (1) or the one before (-1) of the chosen one; open ones alone where `isOpen`. */
  #step(by: 1 | -1, isOpen = false): ImportFinding | null {
    const all = this.#desk.draft ? inOrder(this.#desk.draft) : [];
    const at = all.findIndex(({ id }) => id === this.chosen);
    const from = by === 1 ? at + 1 : (at < 0 ? all.length : at) - 1;
    const order =
      by === 1 ? [...all.slice(from), ...all.slice(0, from)] : [...all.slice(0, from + 1)].reverse();
    const found = order.find((one) => one.id !== this.chosen && (!isOpen || one.state === 'open'));
    return found ?? null;
  }

  /** Does what a key says: a step, or a decision about the chosen finding. */
  #decide(key: string): void {
    if (key === 'N' || key === 'P') {
      const next = this.#step(key === 'N' ? 1 : -1);
      return next ? this.#choose(next.id) : undefined;
    }
    const { draft } = this.#desk;
    const finding = draft?.findings.find(({ id }) => id === this.chosen);
    if (!draft || !finding) return;
    const decision = this.#decisions(draft, finding).find((one) => one.key === key);
    if (decision) this.#settle(decision.edit, decision.done);
    else if (key === 'M') this.#say('Put the caret where it belongs, then press M.');
  }

  #decisions(draft: Draft, finding: ImportFinding): readonly Decision[] {
    const selection = this.text?.selection ?? null;
    const caret = selection && { block: selection.block, offset: selection.start };
    const here = moveHere(draft, finding, caret);
    return [...decisions(draft, finding), ...moves(draft, finding), ...(here ? [here] : [])];
  }

  #settle(edit: DraftEdit, done: string): void {
    if (!this.edit(edit, done)) return;
    const next = this.#step(1, true);
    this.#say(next ? `${done}.` : `${done}. All is looked at.`);
    if (next) this.#choose(next.id);
  }

  /** Does an edit; says why where it cannot be done, and answers whether it was. */
  edit(edit: DraftEdit, words: string): boolean {
    const why = this.#desk.edit(edit, words);
    if (why !== null) this.#say(why);
    return why === null;
  }

  #say(words: string, offer: Announce['offer'] = null): void {
    this.dispatchEvent(new Announce(words, offer));
  }

  #travel(way: 'undo' | 'redo'): void {
    const words = this.#desk[way]();
    if (words !== null) this.#say(`${way === 'undo' ? 'Undone' : 'Done again'}: ${words}`);
  }

  #hand(draft: Draft, opener: HTMLElement): MendHand {
    return {
      draft,
      selection: this.text?.selection ?? null,
      carried: this.#carried,
      edit: (edit, words) => {
        if (this.edit(edit, words)) this.#say(`${words}: done.`, () => this.#travel('undo'));
        this.#carried = null;
      },
      carry: (block, index, label) => {
        this.#carried = { block, index, label };
        this.#say(
          `Number ${label} is taken up: put the caret where it belongs, and choose it from the menu there.`,
        );
      },
      ask: (question) => this.asking.ask(question, opener),
    };
  }

  #openMenu({ handle }: MendMenuRequest): void {
    const { draft } = this.#desk;
    if (!draft || this.#desk.isLocked) return;
    const { block: blockId, note: noteId } = handle.closest<HTMLElement>('.mend-row')?.dataset ?? {};
    const hand = this.#hand(draft, handle);
    const block = draft.blocks.find(({ id }) => id === blockId);
    const note = draft.notes.find(({ id }) => id === noteId);
    const groups = block ? blockMenu(hand, block) : note ? noteMenu(hand, note, noteCaretIn(this)) : [];
    const { left, bottom } = handle.getBoundingClientRect();
    const back = handle.closest('.mend-row')?.contains(document.activeElement)
      ? (document.activeElement as HTMLElement)
      : handle;
    void this.menu.open(
      handle.getAttribute('aria-label') ?? '',
      groups,
      { clientX: left, clientY: bottom },
      back,
    );
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const key = mendKey(event, readPreferences().keys);
    if (key === null) return;
    if (key === 'undo' || key === 'redo') this.#travel(key);
    else if (key === 'S' || key === 'J' || key === 'K') this.#editAt(key);
    else this.#decide(key);
    event.preventDefault();
  };

  /** Keys that edit where the caret is, or the block with the focus. */
  #editAt(key: 'S' | 'J' | 'K'): void {
    const selection = this.text?.selection ?? null;
    const block = this.text?.currentBlock ?? null;
    if (key === 'J' && block !== null) return this.#doAt(joinNext(block), 'Joined');
    if (selection?.block !== block || selection === null)
      return this.#say('Put the caret into the words first.');
    const { start, end } = selection;
    if (key === 'S') this.#doAt(splitBlock(selection.block, start), 'Split');
    else this.#doAt(mark(selection.block, start, end), 'Made the number of a note');
  }

  #doAt(edit: DraftEdit, done: string): void {
    if (this.edit(edit, done)) this.#say(`${done}.`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mend-screen': MendScreen;
  }
}
