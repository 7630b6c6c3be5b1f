/** The draft that is being mended, with what was done to it: each edit can be taken back and done again. */
import { isBody, wordsOf, type Draft } from '../model/draft.ts';
import type { DraftEdit } from '../model/draft-places.ts';

interface Step {
  readonly words: string;
  readonly before: Draft;
  readonly after: Draft;
}

/** So many edits can be taken back: drafts share what did not change. */
const longest = 500;

/** Whether anything would be left to read. */
const hasText = ({ blocks }: Draft): boolean =>
  blocks.some((one) => isBody(one) && wordsOf(one.content).trim() !== '');

export class MendHistory {
  #draft: Draft;
  #done: Step[] = [];
  #undone: Step[] = [];
  readonly #onChange: (draft: Draft) => void;

  /** `onChange` hears of each new draft. */
  constructor(draft: Draft, onChange: (draft: Draft) => void) {
    this.#draft = draft;
    this.#onChange = onChange;
  }

  get draft(): Draft {
    return this.#draft;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Does an edit; `words` say what it was. Answers why it cannot be, or null where it is done. */
  do(edit: DraftEdit, words: string): string | null {
    const after = edit(this.#draft);
    if (typeof after === 'string') return after;
    if (!hasText(after)) return 'Nothing would be left of the text.';
    this.#done = [...this.#done.slice(1 - longest), { words, before: this.#draft, after }];
    this.#undone = [];
    this.#to(after);
    return null;
  }

  /** Takes the last edit back; answers its words, or null where there is none. */
  undo(): string | null {
    const step = this.#done.pop();
    if (!step) return null;
    this.#undone.push(step);
    this.#to(step.before);
    return step.words;
  }

  /** Does again what was taken back; answers its words, or null where there is nothing. */
  redo(): string | null {
    const step = this.#undone.pop();
    if (!step) return null;
    this.#done.push(step);
    this.#to(step.after);
    return step.words;
  }

  #to(draft: Draft): void {
    this.#draft = draft;
    this.#onChange(draft);
  }
}
