/** Fields of a Word text (page numbers, references, links): their instructions are not text, their shown results are. */

interface Field {
  instruction: string;
  isShown: boolean;
}

/** What the results of open fields are. */
export interface FieldState {
  /** Where a link leads; null outside of links. */
  readonly href: string | null;
  /** The bookmark of a note that is referred to once more; null elsewhere. */
  readonly note: string | null;
  readonly isContents: boolean;
}

const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/iu;
const noteReference = /^\s*(?:NOTEREF|FTNREF)\s+(\S+)/iu;

/** Fields as they open and close, within paragraphs and across them. */
export class Fields {
  readonly #open: Field[] = [];

  /** A begin, a separate or an end. */
  turn(type: string | null): void {
    const last = this.#open.at(-1);
    if (type === 'begin') this.#open.push({ instruction: '', isShown: false });
    else if (type === 'end') this.#open.pop();
    else if (last) last.isShown = true;
  }

  instruct(words: string): void {
    const last = this.#open.at(-1);
    if (last && !last.isShown && last.instruction.length < 4000) last.instruction += words;
  }

  /** Whether what stands here is an instruction. */
  get isHidden(): boolean {
    return this.#open.some(({ isShown }) => !isShown);
  }

  get state(): FieldState {
    if (this.#open.length === 0) return plain;
    const found = (pattern: RegExp): string | null =>
      this.#open.map(({ instruction }) => pattern.exec(instruction)?.[1]).find(Boolean) ?? null;
    const isContents = this.#open.some(({ instruction }) => /^\s*(?:TOC|INDEX|TOA)\b/iu.test(instruction));
    return { href: found(address), note: found(noteReference), isContents };
  }
}

const plain: FieldState = { href: null, note: null, isContents: false };

/** What a field in one piece (`fldSimple`) is. */
export function simpleField(instruction: string): FieldState {
  const fields = new Fields();
  fields.turn('begin');
  fields.instruct(instruction);
  fields.turn('separate');
  return fields.state;
}
