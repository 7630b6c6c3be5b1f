/** Takes the papers of a package into the library. What is there already is never written over; each paper stands by itself. */
import { readJats } from '../formats/jats.ts';
import { draftText } from '../formats/paper/draft-text.ts';
import type { PackedPaper, Package } from '../formats/paper/package.ts';
import { soundDraft } from '../model/draft-sound.ts';
import type { Draft } from '../model/draft.ts';
import { hashText, type Paper } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper, PaperFile } from '../storage/papers.ts';
import { takeNotebooks, type TakenNotebooks } from './package-notebooks.ts';

/** What became of a paper of a package. */
export interface TakenPaper {
  readonly title: string;
  /** Its id in this library; null where it was refused. */
  readonly id: string | null;
  /** `known`: its very text was here already, and stayed as it was. */
  readonly fate: 'added' | 'known' | 'refused';
  /** Why it was refused; null where it was not. */
  readonly fault: unknown;
  readonly notebooks: TakenNotebooks;
}

/** The papers that ship, as far as packages must know them. */
export interface ShippedTexts {
  readonly ids: readonly string[];
  /** JATS of one of them. */
  xml(id: string): Promise<string>;
}

/** What was taken, and the way back from all of it; null where nothing has changed. */
export interface TakenPackage {
  readonly papers: readonly TakenPaper[];
  readonly back: (() => Promise<void>) | null;
}

const noNotebooks: TakenNotebooks = { own: 0, layers: 0, known: 0, refused: 0, back: null };

/** What the library says of a paper's size. */
export const countsOf = ({ notes, text }: Paper): KeptPaper['counts'] => ({
  notes: notes.length,
  pages: text.pages.length,
  words: text.text.match(/\S+/gu)?.length ?? 0,
});

/** The draft that came along, where it is sound and of this very text; null otherwise: mending would change the text. */
export function draftOf({ draft }: Pick<PackedPaper, 'draft'>, { text }: Paper): Draft | null {
  const sound = soundDraft(draft);
  return sound && draftText(sound) === text.text ? sound : null;
}

/** An id that no paper has yet: its own, or that with a number. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted.slice(0, 58)}-${number}`;
  return id;
}

/** Takes one package after another into a library. */
export class PackageTaking {
  readonly #storage: Storage;
  readonly #shipped: ShippedTexts;
  readonly #ways: (() => Promise<void>)[] = [];

  constructor(storage: Storage, shipped: ShippedTexts) {
    this.#storage = storage;
    this.#shipped = shipped;
  }

  /** Takes a package. `onPaper` hears after each paper. What of it cannot be read is refused, the rest is taken. */
  async take({ papers, purpose }: Package, onPaper: (done: number) => void): Promise<TakenPackage> {
    const taken: TakenPaper[] = [];
    for (const paper of papers) {
      taken.push(await this.#take(paper, purpose));
      onPaper(taken.length);
    }
    const ways = this.#ways.splice(0).reverse();
    const back = async (): Promise<void> => {
      for (const way of ways) await way();
    };
    return { papers: taken, back: ways.length > 0 ? back : null };
  }

  async #take(packed: PackedPaper, purpose: Package['purpose']): Promise<TakenPaper> {
    const { title } = packed.front;
    try {
      const paper = readJats(packed.xml, packed.id);
      const hash = await hashText(paper.text.text);
      const known = await this.#known(packed.id, hash);
      const id = known ?? (await this.#keep(packed, paper, hash));
      const notebooks = await takeNotebooks(packed.notebooks, {
        id,
        purpose,
        storage: this.#storage,
        others: this.#shipped.ids,
      });
      if (notebooks.back) this.#ways.push(notebooks.back);
      return { title: paper.front.title, id, fate: known ? 'known' : 'added', fault: null, notebooks };
    } catch (fault) {
      return { title, id: null, fate: 'refused', fault, notebooks: noNotebooks };
    }
  }

  /** The id of the paper with this very text, back on the shelf where it was removed; null where there is none. */
  async #known(wanted: string, hash: string): Promise<string | null> {
    const kept = (await this.#storage.papers.list()).find((one) => one.hash === hash);
    if (kept && kept.removed !== null) {
      await this.#storage.papers.update({ ...kept, removed: null });
      this.#ways.push(() => this.#storage.papers.update(kept));
    }
    if (kept) return kept.id;
    if (!this.#shipped.ids.includes(wanted)) return null;
    const shipped = readJats(await this.#shipped.xml(wanted), wanted);
    return (await hashText(shipped.text.text)) === hash ? wanted : null;
  }

  async #keep(packed: PackedPaper, paper: Paper, hash: string): Promise<string> {
    const { papers } = this.#storage;
    const taken = new Set([...(await papers.list()).map((one) => one.id), ...this.#shipped.ids]);
    const id = freeId(packed.id, taken);
    const files = packed.files.map(({ name, role, type, bytes }): PaperFile => ({
      paper: id,
      name,
      role,
      type,
      bytes,
    }));
    const kept: KeptPaper = {
      id,
      hash,
      firstHash: packed.firstHash,
      front: paper.front,
      tags: packed.tags,
      counts: countsOf(paper),
      format: packed.format,
      fileName: packed.fileName,
      size: files.reduce((sum, { bytes }) => sum + bytes.length, new Blob([packed.xml]).size),
      added: new Date().toISOString(),
      removed: null,
    };
    await papers.keep(kept, { id, xml: packed.xml, draft: draftOf(packed, paper) }, files);
    // Somebody may have begun to read it meanwhile: it goes to the removed ones, not away.
    this.#ways.push(() => papers.update({ ...kept, removed: new Date().toISOString() }));
    return id;
  }
}
