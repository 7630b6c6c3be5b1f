/** Captions find the figure or table that they belong to: the one before them, or the one that comes. For word processors. */
import { wordsOf, type DraftInline } from '../../model/draft.ts';
import type { Drafting } from './drafting.ts';

const ofTable = /^(?:table|tab\.|tabelle|tableau|tabla|tabela|tabella|таблица)\b/iu;

/** Holds a caption back until what it belongs to is there. */
export class Captions {
  readonly drafting: Drafting;
  #waiting: readonly DraftInline[] | null = null;

  constructor(drafting: Drafting) {
    this.drafting = drafting;
  }

  /** A caption was met. */
  take(content: readonly DraftInline[]): void {
    this.settle();
    const { blocks } = this.drafting;
    const last = blocks.at(-1);
    const isFree = (last?.kind === 'figure' || last?.kind === 'table') && wordsOf(last.content).trim() === '';
    const fits = last?.kind === 'table' || !ofTable.test(wordsOf(content).trim());
    if (last && isFree && fits) blocks[blocks.length - 1] = { ...last, content };
    else this.#waiting = content;
  }

  /** The caption of a figure or table that is met now. */
  next(): readonly DraftInline[] {
    const content = this.#waiting ?? [];
    this.#waiting = null;
    return content;
  }

  /** Something else is met: a caption without figure is a paragraph. */
  settle(): void {
    if (this.#waiting) this.drafting.add('paragraph', this.#waiting);
    this.#waiting = null;
  }
}
