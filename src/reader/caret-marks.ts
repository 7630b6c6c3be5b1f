/** Says which of the reader's marks the caret enters and leaves: each once, however many blocks and elements it runs over. */
import type { Desk } from '../desk/desk.ts';
import { marksAt, nameOfMark, ownerOfMark } from '../desk/marks-at.ts';
import type { Passage } from '../desk/passages.ts';

/** What is heard of a mark that the caret has come into: its name, whose it is, and how many lie there. */
function entering(desk: Desk, mark: Passage, here: readonly Passage[]): string {
  const owner = ownerOfMark(desk, mark);
  const place = here.length > 1 ? `, ${here.indexOf(mark) + 1} of ${here.length} overlapping` : '';
  return `mark: ${nameOfMark(desk, mark)}${owner ? `, ${owner}` : ''}${place}`;
}

/** A polite live region of its own in the pane; silent until the caret comes into a mark. */
export class CaretMarks {
  readonly #region = document.createElement('div');
  #here: readonly Passage[] = [];
  isOn = true;

  constructor(pane: HTMLElement) {
    this.#region.className = 'visually-hidden';
    this.#region.setAttribute('aria-live', 'polite');
    this.#region.dataset['says'] = 'marks';
    pane.append(this.#region);
  }

  destroy(): void {
    this.#region.remove();
  }

  /** The caret stands at an offset (code points), or no caret is there: null. */
  follow(desk: Desk, offset: number | null): void {
    const all = offset === null ? [] : marksAt(desk, offset);
    const here = all.filter(({ kind }) => kind === 'annotation');
    const before = new Set(this.#here.map(({ id }) => id));
    const now = new Set(here.map(({ id }) => id));
    const come = here.filter(({ id }) => !before.has(id));
    const gone = this.#here.filter(({ id }) => !now.has(id));
    this.#here = here;
    if (!this.isOn || come.length + gone.length === 0) return;
    const words = [
      ...gone.map((mark) => `out of ${nameOfMark(desk, mark)}`),
      ...come.map((mark) => entering(desk, mark, here)),
    ];
    this.#region.textContent = words.join('; ');
  }
}
