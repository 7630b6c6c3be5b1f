/** Divides a BibTeX file into its entries, so that a broken one does not take the others with it. */
import { Scanner, Stopped, type Part } from './bibtex-scanner.ts';
import { LineIndex, type Finding } from './finding.ts';

/** An entry as it is written: values by field, macros put in, TeX left as it is. */
export interface BibtexEntry {
  readonly entry: number;
  readonly line: number;
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

const head = /(?<![\w.])@[ \t]*([A-Za-z][\w:+-]*)\s*([{(])/gu;
const headOnLine = /^[ \t]*@[ \t]*[A-Za-z][\w:+-]*\s*[{(]/gmu;
const fieldName = /[A-Za-z_][\w:+.-]*/uy;

// Months are macros of BibTeX itself; citation.js reads their names.
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

type Tell = (words: string, at: number) => void;

interface Fields {
  label: string;
  readonly properties: Record<string, string>;
}

function joined(
  parts: readonly Part[],
  macros: ReadonlyMap<string, string>,
  tell: (name: string) => void,
): string {
  return parts
    .map(({ isMacro, words }) => {
      const name = words.toLowerCase();
      if (!isMacro || (months.includes(name) && !macros.has(name))) return words;
      if (!macros.has(name)) tell(words);
      return macros.get(name) ?? words;
    })
    .join('');
}

/** Reads the fields up to the closing sign into `found`: what stands before a mistake is kept. Throws `Stopped`. */
function readFields(
  scanner: Scanner,
  closing: string,
  found: Fields,
  set: (name: string, parts: Part[]) => void,
  tell: Tell,
): void {
  scanner.skip();
  const start = scanner.at;
  found.label = scanner.take(/[^\s,={}()"#%]+/uy);
  scanner.skip();
  // An entry without a key begins with its first field.
  if (scanner.sign === '=') {
    found.label = '';
    scanner.at = start;
  }
  for (;;) {
    while (scanner.takeSign(',')) scanner.skip();
    if (scanner.takeSign(closing)) return;
    const at = scanner.at;
    const name = scanner.take(fieldName);
    scanner.skip();
    if (name === '')
      throw new Stopped(
        scanner.sign === ''
          ? `no closing ${closing === '}' ? 'brace' : 'bracket'}`
          : `“${scanner.sign}” is no field`,
        scanner.sign === '' ? start : at,
      );
    if (!scanner.takeSign('=')) throw new Stopped(`no equals sign after “${name}”`, at);
    set(name.toLowerCase(), scanner.value());
    scanner.skip();
    if (/[A-Za-z_]/u.test(scanner.sign)) tell(`a comma is missing after “${name}”`, scanner.at);
  }
}

/** Reads a file's entries in order. */
class BibtexFile {
  readonly entries: BibtexEntry[] = [];
  readonly findings: Finding[] = [];
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #macros = new Map<string, string>();
  #count = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  /** `most`: how many entries are read at most. */
  read(most: number): void {
    const limits = [...this.#text.matchAll(headOnLine)].map((match) => match.index).concat(this.#text.length);
    let limit = 0;
    head.lastIndex = 0;
    for (let match = head.exec(this.#text); match; match = head.exec(this.#text)) {
      while ((limits[limit] as number) <= match.index) limit += 1;
      const end = limits[limit] as number;
      const scanner = new Scanner(this.#text, match.index + match[0].length, end);
      if (this.#count >= most && !/^(?:comment|preamble|string)$/iu.test(match[1] as string)) {
        const line = this.#lines.at(match.index);
        this.findings.push({
          entry: null,
          key: '',
          line,
          words: `only the first ${most.toLocaleString('en')} entries were read`,
        });
        return;
      }
      this.#entry((match[1] as string).toLowerCase(), match[2] === '{' ? '}' : ')', scanner, match.index);
      head.lastIndex = Math.max(scanner.at, match.index + match[0].length);
    }
  }

  #entry(type: string, closing: string, scanner: Scanner, at: number): void {
    if (type === 'comment' || type === 'preamble') {
      this.#pass(scanner, closing);
      return;
    }
    const isMacro = type === 'string';
    if (!isMacro) this.#count += 1;
    const found: Fields = { label: '', properties: {} };
    const begins = this.#lines.at(at);
    const tell: Tell = (words, place) =>
      void this.findings.push({
        entry: this.#count || null,
        key: found.label,
        line: this.#lines.at(place),
        ...(isMacro ? {} : { begins }),
        words,
      });
    const set = (name: string, parts: Part[]): void => {
      const value = joined(parts, this.#macros, (macro) =>
        tell(`“${macro}” stands for nothing; kept as it is written`, scanner.at),
      );
      if (isMacro) this.#macros.set(name, value);
      else if (!Object.hasOwn(found.properties, name))
        Object.defineProperty(found.properties, name, { value, enumerable: true });
      else tell(`“${name}” stands twice; the first is kept`, scanner.at);
    };
    let isBroken = false;
    try {
      readFields(scanner, closing, found, set, tell);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      isBroken = true;
      const isSome = Object.keys(found.properties).length > 0;
      tell(isSome ? `${error.message}; what stands before it is kept` : error.message, error.at);
    }
    const isEmpty = Object.keys(found.properties).length === 0;
    if (isEmpty && !isBroken && !isMacro) tell('names no work and was left out', at);
    if (isEmpty || isMacro) return;
    this.entries.push({ entry: this.#count, line: begins, type, ...found });
  }

  /** Passes what is for TeX alone. */
  #pass(scanner: Scanner, closing: string): void {
    try {
      if (closing === '}') {
        scanner.at -= 1;
        scanner.enclosed();
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
  }
}

/** The entries of a BibTeX file and what could not be read; never throws. At most `most` entries. */
export function readBibtexEntries(text: string, most: number): Pick<BibtexFile, 'entries' | 'findings'> {
  const file = new BibtexFile(text);
  file.read(most);
  return file;
}

/** Whether the text looks like BibTeX. */
export const isBibtex = (text: string): boolean =>
  text.search(headOnLine) >= 0 || /@[A-Za-z]+\s*[{(]/u.test(text.slice(0, 2_000));
