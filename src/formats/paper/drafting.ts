/** A draft as it is made, block by block: ids, notes by the keys that a file has for them, findings. For all readers of markup. */
import { beat } from '../../model/beat.ts';
import {
  noteId,
  type Draft,
  type DraftBlock,
  type DraftFront,
  type DraftInline,
  type DraftKind,
  type DraftMarker,
  type DraftNote,
  type DraftPlace,
  type FindingKind,
  type ImportFinding,
  type PaperFormat,
} from '../../model/draft.ts';
import { markedNotes, orderNotes } from './note-order.ts';
import { hasWords, tidyRuns } from './tidy-inline.ts';

type More = Partial<Omit<DraftBlock, 'id' | 'kind' | 'content'>> & { readonly id?: string };

const lengthOf = (text: string): number => [...text].length;

/** Collects a draft. Keys of notes are the file's own; the draft's ids are made of the labels. */
export class Drafting {
  readonly blocks: DraftBlock[] = [];
  readonly findings: ImportFinding[] = [];
  readonly #notes = new Map<string, DraftNote>();
  readonly #keys = new Map<string, string>();
  readonly #noteIds = new Set<string>();
  readonly #blockIds = new Set<string>();
  #count = 0;

  /** Adds a block, its words made tidy; null where there is nothing in it. A wanted `id` that is taken is made anew. */
  add(kind: DraftKind, content: readonly DraftInline[], { id, ...more }: More = {}): string | null {
    const tidy = tidyRuns(content);
    if (!hasWords(tidy) && !more.table && !more.picture && kind !== 'figure') {
      this.keepPages(tidy);
      return null;
    }
    const block = { id: this.blockId(id), kind, content: [...this.takePages(), ...tidy], ...more };
    this.blocks.push(block);
    return block.id;
  }

  #waiting: DraftInline[] = [];

  /** A page that begins where there are no words begins with the next block. */
  private keepPages(content: readonly DraftInline[]): void {
    this.#waiting.push(...content.filter((one) => one.kind === 'page'));
  }

  private takePages(): readonly DraftInline[] {
    const pages = this.#waiting;
    this.#waiting = [];
    return pages;
  }

  private blockId(wanted: string | undefined): string {
    const isFree = wanted && /^[\w-]+$/u.test(wanted) && !this.#blockIds.has(wanted);
    let id = isFree ? wanted : '';
    while (!id || (!isFree && this.#blockIds.has(id))) id = `b${(this.#count += 1)}`;
    this.#blockIds.add(id);
    return id;
  }

  /** The draft's id of the note that the file calls `key`; made when first asked for, of the label or, if wanted, as it is. */
  noteIdOf(key: string, label: string, wanted?: string): string {
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    const isFree = wanted && /^[\w-]+$/u.test(wanted) && !this.#noteIds.has(wanted);
    const id = isFree ? wanted : noteId(label, this.#noteIds);
    this.#noteIds.add(id);
    this.#keys.set(key, id);
    return id;
  }

  /** A marker of the note that the file calls `key`. */
  marker(key: string, label: string, wanted?: string): DraftMarker {
    return { kind: 'marker', note: this.noteIdOf(key, label, wanted), label };
  }

  /** A note's words. Said twice for one key, the first that has words stays. */
  note(key: string, label: string, content: readonly (readonly DraftInline[])[], wanted?: string): string {
    const id = this.noteIdOf(key, label, wanted);
    const tidy = content.map(tidyRuns).filter(hasWords);
    if ((this.#notes.get(id)?.content.length ?? 0) === 0) this.#notes.set(id, { id, label, content: tidy });
    return id;
  }

  /** Tells of something that is not sure. */
  find(kind: FindingKind, place: DraftPlace | null, quote: string, certainty: number): void {
    const id = `f${this.findings.length + 1}`;
    const short = [...quote.replace(/\s+/gu, ' ').trim()].slice(0, 80).join('');
    this.findings.push({ id, kind, place, certainty, quote: short, state: 'open' });
  }

  /** The draft, with what is to be said of notes without words and notes without markers. */
  finish(format: PaperFormat, front: DraftFront, language: string | null): Draft {
    const marked = markedNotes(this.blocks, this.#notes);
    const places = this.firstMarkers();
    for (const [id, { place, label }] of places) {
      if (!this.#notes.has(id)) this.#notes.set(id, { id, label, content: [] });
      if (this.#notes.get(id)?.content.length === 0) this.find('note-missing', place, label, 1);
    }
    const notes = orderNotes([...this.#notes.values()], markedNotes(this.blocks, this.#notes));
    for (const { id, label } of notes)
      if (!marked.has(id)) this.find('note-unmarked', { note: id }, label, 0.9);
    return { format, front, language, blocks: this.blocks, notes, findings: this.findings };
  }

  private firstMarkers(): ReadonlyMap<string, { place: DraftPlace; label: string }> {
    const places = new Map<string, { place: DraftPlace; label: string }>();
    const see = (content: readonly DraftInline[], placed: (offset: number) => DraftPlace): void => {
      let offset = 0;
      for (const one of content) {
        beat();
        if (one.kind === 'text') offset += lengthOf(one.text);
        if (one.kind === 'marker' && !places.has(one.note))
          places.set(one.note, { place: placed(offset), label: one.label });
      }
    };
    for (const { id, content, table } of this.blocks) {
      see(content, (offset) => ({ block: id, offset }));
      for (const cell of (table ?? []).flat()) see(cell.content, () => ({ block: id, offset: 0 }));
    }
    for (const { id, content } of this.#notes.values())
      for (const paragraph of content) see(paragraph, () => ({ note: id }));
    return places;
  }
}
