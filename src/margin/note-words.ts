/** `<note-words>`: the words of a note in one copy, with a caret to select them, their links and the reader's marks. */
import { ReactiveElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Range as Offsets } from '../desk/desk.ts';
import type { NoteWords as Words } from '../desk/note-words.ts';
import type { NotePassage } from '../desk/passages.ts';
import type { NoteSpan } from '../model/paper.ts';
import { chunksOf, type Run } from './note-runs.ts';

const sameMarks = (one: readonly NotePassage[] | null, other: readonly NotePassage[] | null): boolean =>
  one?.length === other?.length &&
  (one ?? []).every((mark, at) => {
    const its = other?.[at];
    return mark.record === its?.record && mark.start === its.start && mark.end === its.end;
  });

/**
 * Like the text of the paper it is editable only so that there is a caret; every change is refused, and what
 * an input method writes nevertheless is painted over.
 *
 * @fires mark-pressed - A mark was pressed; `detail` is the id of its record.
 */
@customElement('note-words')
export class NoteWords extends ReactiveElement {
  @property({ attribute: false }) words: Words | null = null;
  @property({ attribute: false, hasChanged: (one, other) => !sameMarks(one as null, other as null) })
  marks: readonly NotePassage[] = [];
  /** How the copy has set the words. */
  @property({ attribute: false }) spans: readonly NoteSpan[] = [];
  /** Id of the record that is lit; null where none is. */
  @property({ attribute: false }) lit: string | null = null;
  /** What a screen reader calls it. */
  @property() label = '';
  /** False in long lists: then the caret comes by pointer or on demand, not by Tab. */
  @property({ type: Boolean }) stop = true;

  readonly #repair = new MutationObserver(() => this.#paint());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.role = 'textbox';
    this.ariaReadOnly = 'true';
    this.ariaMultiLine = 'true';
    // Said in the template too: once an element stands, saying it makes the browser lay out the whole page at once.
    if (this.contentEditable !== 'true') this.contentEditable = 'true';
    this.spellcheck = false;
    this.inputMode = 'none';
    for (const kind of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'] as const)
      this.addEventListener(kind, this.#refuse);
    this.addEventListener('click', this.#onClick);
    this.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#repair.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.ariaLabel = this.label;
    this.tabIndex = this.stop ? 0 : -1;
    if (changed.has('words') || changed.has('marks') || changed.has('spans')) this.#paint();
    for (const mark of this.querySelectorAll('mark'))
      mark.classList.toggle(
        'lit',
        this.lit !== null && mark.dataset['annotation']?.split(' ').includes(this.lit),
      );
  }

  /** What of the words is selected, in code points; null where nothing is, or not here alone. */
  selected(): Offsets | null {
    const selection = getSelection();
    if (!selection?.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (range.collapsed || !this.contains(range.startContainer) || !this.contains(range.endContainer))
      return null;
    const start = this.#offset(range.startContainer, range.startOffset);
    return { start, end: start + [...range.toString()].length };
  }

  /** Puts the caret at an offset and gives the words the focus. */
  focusAt(offset: number): void {
    this.focus({ preventScroll: true });
    const [node, unit] = this.#spot(offset);
    getSelection()?.collapse(node, unit);
  }

  readonly #refuse = (event: Event): void => event.preventDefault();

  /** Where an editable text has its links, a press would only set the caret. */
  readonly #onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const mark = target?.closest('mark');
    if (!mark || target?.closest('a') || this.selected()) return;
    const id = mark.dataset['annotation']?.split(' ').at(-1);
    if (id) this.dispatchEvent(new CustomEvent('mark-pressed', { detail: id }));
  };

  /** Enter presses what the caret stands in: there is nothing to be written. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== this) return;
    const at = getSelection()?.focusNode?.parentElement?.closest('mark');
    const id = at && this.contains(at) ? at.dataset['annotation']?.split(' ').at(-1) : null;
    if (id) this.dispatchEvent(new CustomEvent('mark-pressed', { detail: id }));
    event.preventDefault();
  };

  #offset(node: Node, unit: number): number {
    const before = new Range();
    before.setStart(this, 0);
    before.setEnd(node, unit);
    return [...before.toString()].length;
  }

  /** The text node and unit of an offset; the element itself where it is empty. */
  #spot(offset: number): [Node, number] {
    const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
    let left = offset;
    let last: [Node, number] = [this, 0];
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const points = [...node.data];
      if (left <= points.length) return [node, points.slice(0, left).join('').length];
      left -= points.length;
      last = [node, node.length];
    }
    return last;
  }

  /** Draws the words anew; the caret stays where it was. */
  #paint(): void {
    this.#repair.disconnect();
    const hasCaret = document.activeElement === this;
    const selection = getSelection();
    const node = hasCaret ? selection?.focusNode : null;
    const caret = node && this.contains(node) ? this.#offset(node, selection?.focusOffset ?? 0) : null;
    const { words } = this;
    this.replaceChildren(
      ...(words ? chunksOf(words.text, this.marks, this.spans) : []).flatMap(({ href, runs }) => {
        const nodes = runs.map(drawn);
        return href === null ? nodes : [link(href, nodes)];
      }),
    );
    if (caret !== null) this.focusAt(caret);
    this.#repair.observe(this, { childList: true, characterData: true, subtree: true });
  }
}

/** A link of the author's: followed in a tab of its own that knows nothing of this one. */
function link(href: string, content: readonly Node[]): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.target = '_blank';
  element.rel = 'noopener noreferrer nofollow';
  element.contentEditable = 'false';
  element.append(...content);
  return element;
}

const settings: Readonly<Record<string, string>> = {
  em: 'em',
  strong: 'strong',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

/** Words as the copy has set them. */
function setting(text: string, set: readonly string[]): Node {
  return set.reduce<Node>((inner, name) => {
    const element = document.createElement(settings[name] ?? 'span');
    if (name === 'small_caps') element.className = 'small-caps';
    element.append(inner);
    return element;
  }, document.createTextNode(text));
}

/** A run as text, or as a mark that carries the ids of what covers it. */
function drawn({ text, set, marks }: Run): Node {
  const top = marks.at(-1);
  if (!top) return setting(text, set);
  const mark = document.createElement('mark');
  const ids = (kind: NotePassage['kind']): string =>
    [...new Set(marks.filter((one) => one.kind === kind).map((one) => one.id))].join(' ');
  if (ids('annotation')) mark.dataset['annotation'] = ids('annotation');
  if (ids('claim')) mark.dataset['claim'] = ids('claim');
  for (const { record } of marks) {
    if (record.kind === 'annotation') mark.dataset['colour'] = record.colour;
    else mark.dataset['role'] = record.role;
  }
  if (marks.length > 1) mark.dataset['depth'] = String(Math.min(marks.length, 4));
  mark.append(setting(text, set));
  return mark;
}

declare global {
  interface HTMLElementTagNameMap {
    'note-words': NoteWords;
  }
}
