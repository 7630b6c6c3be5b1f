/** Editing in the outline: does what is asked of a line, holds its one field and what was cut. */
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Announce, RelateRequest } from '../desk/requests.ts';
import type { Line } from '../desk/line-commands.ts';
import { whyOnlyRead } from '../desk/moves.ts';
import type { Store } from '../desk/store.ts';
import { newId } from '../notebook/id.ts';
import type { Doing, LineAct } from './outline-act.ts';
import { lineActs } from './outline-acts.ts';
import type { OutlineState } from './outline-item.ts';
import type { OutlineMenu } from './outline-menu.ts';
import { nameOf } from './outline-words.ts';
import {
  draftedIds,
  keepOpenField,
  keepOutlineDraft,
  outlineDraft,
  outlineDrafts,
} from './outline-drafts.ts';
import './outline-field.ts';
import type { FieldLeave, FieldSave, FieldTyped } from './outline-field.ts';
import { readWriting, writeWriting } from './outline-kept.ts';
import { outlineText } from './outline-text.ts';
import type { OutlineView } from './outline-view.ts';
import { draftName, fieldFor, savedFrom, type Writing } from './outline-writing.ts';
import type { OutlineItem } from './outline.ts';

/** What the controller has of its outline. */
export interface Outline extends ReactiveControllerHost, HTMLElement {
  readonly store: Store | null;
  readonly view: OutlineView;
  /** Brings the line of a claim, step or conflict into view and moves the focus there; nothing where there is none. */
  goTo(id: string): Promise<void>;
  /** Moves the focus to the line that one was at. */
  goBack(): Promise<void>;
}

/** See the head of this file. Nothing that is typed is lost: it is a draft until it is saved or thrown away. */
export class OutlineEditing {
  readonly #outline: Outline;
  #writing: Writing | null = null;
  #problem = '';
  /** False for a field that a reload found open: the page has the focus elsewhere. */
  #takesFocus = true;
  #paper: string | null = null;
  cut: Line | null = null;

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  /** Takes up what was left open in this paper, before anything is rendered of it. */
  restore(): void {
    const desk = this.#outline.store?.desk;
    const paper = desk && !whyOnlyRead(desk) ? desk.paper.id : null;
    if (paper === null || paper === this.#paper) return;
    this.#paper = paper;
    this.cut = null;
    this.#writing = readWriting(outlineDrafts(paper).open);
    this.#takesFocus = false;
  }

  /** What is being written; null while nothing is. */
  get writing(): Writing | null {
    return this.#writing;
  }

  /** All that can be done with a line, in groups. */
  acts(item: OutlineItem): readonly (readonly LineAct[])[] {
    const desk = this.#outline.store?.desk;
    return desk ? lineActs({ desk, item, view: this.#outline.view, cut: this.cut }) : [];
  }

  /** Opens the menu of an item's line beside what it was asked from. */
  showMenu(menu: OutlineMenu, item: OutlineItem, from: Element): void {
    const desk = this.#outline.store?.desk;
    const beside = from.closest('button') ?? from.closest('.map-row') ?? from;
    if (desk) void menu.show(beside.getBoundingClientRect(), nameOf(item, desk), this.acts(item));
  }

  /** Does the act of an id with a line; nothing where such a line has none such. */
  doNamed(id: string, item: OutlineItem): void {
    const act = this.acts(item)
      .flat()
      .find((one) => one.id === id);
    if (act) this.do(act, item);
  }

  /** Does what a key does with a line; false where it does nothing with such a line. */
  doKey(key: string, item: OutlineItem): boolean {
    // What walks the tree and shows a claim is not editing.
    if (key === 'Enter' || (key === 'Ctrl+C' && !getSelection()?.isCollapsed)) return false;
    const act = this.acts(item)
      .flat()
      .find((one) => one.key === key);
    if (act) this.do(act, item);
    else if (key === 'Ctrl+V') this.#say('Nothing is cut. Ctrl+X cuts a line.');
    return act !== undefined || key === 'Ctrl+V';
  }

  /** Does an act, or says why it cannot be done now. */
  do({ does, whyNot }: LineAct, item: OutlineItem): void {
    if (whyNot !== null) this.#say(whyNot);
    else if (does.do === 'write') this.write(does.writing);
    else this.#act(does, item);
  }

  /** Opens the field. */
  write(writing: Writing): void {
    const desk = this.#outline.store?.desk;
    const why = desk ? whyOnlyRead(desk) : null;
    if (why === null) this.#set(writing);
    else this.#say(why);
  }

  /** Forgets what was cut; false where nothing was. */
  uncut(): boolean {
    const had = this.cut !== null;
    this.cut = null;
    this.#outline.requestUpdate();
    return had;
  }

  /** What of the editing shows in the lines. */
  get lineState(): Pick<OutlineState, 'cut' | 'drafts' | 'field' | 'fieldIn'> {
    const writing = this.#writing;
    return {
      cut: this.cut?.claim ?? null,
      drafts: this.#paper === null ? new Set() : draftedIds(this.#paper, writing && draftName(writing)),
      field: () => this.view(),
      fieldIn: ({ key }) => (writing && writing.kind !== 'new' && writing.key === key ? this.view() : null),
    };
  }

  /** The field as it stands now; null while nothing is written. */
  view(): TemplateResult | null {
    const writing = this.#writing;
    const desk = this.#outline.store?.desk;
    if (!writing || !desk) return null;
    const form = fieldFor(writing, desk, outlineDraft(desk.paper.id, draftName(writing)));
    return html`${keyed(
      writing,
      html`<outline-field
        data-writes=${writing.kind}
        .form=${this.#form?.for === writing ? this.#form.form : (this.#form = { for: writing, form }).form}
        .problem=${this.#problem}
        .takesFocus=${this.#takesFocus}
        @field-typed=${(event: FieldTyped) => this.#keep(event.text)}
        @field-save=${(event: FieldSave) => this.#save(event)}
        @field-leave=${(event: FieldLeave) => this.#leave(event)}
      ></outline-field>`,
    )}`;
  }

  /** The form as the field opened: what is typed must not be set again by a rendering. */
  #form: { readonly for: Writing; readonly form: ReturnType<typeof fieldFor> } | null = null;

  #set(writing: Writing | null): void {
    this.#writing = writing;
    this.#problem = '';
    this.#takesFocus = true;
    if (this.#paper !== null) keepOpenField(this.#paper, writing && writeWriting(writing));
    this.#outline.requestUpdate();
  }

  #keep(text: string): void {
    if (this.#paper !== null && this.#writing) keepOutlineDraft(this.#paper, draftName(this.#writing), text);
  }

  #save({ text, role }: FieldSave): void {
    const { store } = this.#outline;
    const writing = this.#writing;
    if (!store || !writing) return;
    const { command, whyNot, said, made } = savedFrom(writing, store.desk, { text, role, id: newId() });
    // What is so already is no reason to keep the field open.
    const isSame =
      whyNot !== null && text === fieldFor(writing, store.desk, '').text && writing.kind !== 'new';
    if (whyNot !== null && !isSame) {
      this.#problem = whyNot;
      this.#outline.requestUpdate();
      return;
    }
    const isDone = store.run(command);
    this.#keep('');
    this.#set(null);
    if (isDone) this.#say(said, 'undo');
    void (made === null ? this.#outline.goBack() : this.#outline.goTo(made));
  }

  #leave({ isDropped }: FieldLeave): void {
    const name = this.#writing && draftName(this.#writing);
    if (isDropped) this.#keep('');
    const isKept = name !== null && this.#paper !== null && outlineDraft(this.#paper, name) !== '';
    this.#set(null);
    if (isKept) this.#say('What you typed is kept: open the field again to go on.');
    void this.#outline.goBack();
  }

  #act(does: Exclude<Doing, { do: 'write' }>, item: OutlineItem): void {
    const { store } = this.#outline;
    if (!store) return;
    // The focus goes back to the line, unless a dialog is asked for or the act itself leads somewhere.
    if (does.do !== 'run' && does.do !== 'relate') void this.#outline.goBack();
    switch (does.do) {
      case 'run':
        this.#run(store, does);
        break;
      case 'cut':
        this.cut = does.line;
        this.#say(does.said);
        this.#outline.requestUpdate();
        break;
      case 'show':
        store.reveal(does.focus, 'outline');
        break;
      case 'session':
        store.setSession(does.patch);
        break;
      case 'relate':
        this.#outline.dispatchEvent(new RelateRequest(does.claim, does.relation));
        break;
      case 'copy':
        void this.#copy(item, does.as);
    }
  }

  #run(store: Store, { command, said, goTo }: Extract<Doing, { do: 'run' }>): void {
    if (!store.run(command)) return;
    if (goTo !== undefined && goTo === this.cut?.claim) this.cut = null;
    this.#say(said, 'undo');
    void (goTo === undefined ? this.#outline.goBack() : this.#outline.goTo(goTo));
  }

  async #copy(item: OutlineItem, as: 'text' | 'markdown'): Promise<void> {
    const desk = this.#outline.store?.desk;
    if (!desk) return;
    try {
      await navigator.clipboard.writeText(outlineText([item], desk, as));
      this.#say(as === 'text' ? 'Copied' : 'Copied as Markdown');
    } catch {
      this.#say('The browser lets nothing be copied here.');
    }
  }

  #say(words: string, offer: Announce['offer'] = null): void {
    this.#outline.dispatchEvent(new Announce(words, offer));
  }
}
