/** RIS: records as they stand in a file become CSL-JSON; what the tags mean is citation.js's knowledge. */
import { parseMixed } from '@citation-js/plugin-ris/lib-mjs/ris.js';
import type { Draft, Finding } from './finding.ts';

interface RisRecord {
  readonly entry: number;
  readonly line: number;
  /** Values by tag; a list where the tag stands more than once. */
  readonly tags: Record<string, string | string[]>;
}

// One or two spaces before the hyphen and none behind it: as loosely as the programs write it.
const tagLine = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/u;

/** Reads records line by line. */
class RisFile {
  readonly records: RisRecord[] = [];
  readonly findings: Finding[] = [];
  #open: RisRecord | null = null;
  #last = '';
  #strays = 0;

  constructor(text: string, most: number) {
    text.split(/\r\n?|\n/u).forEach((line, index) => {
      if (this.records.length <= most) this.#line(line, index + 1);
    });
    if (this.#open) this.#tell(this.#open.line, 'no end (ER); what stands there is kept');
    if (this.records.length > most) {
      const { line } = this.records.pop() as RisRecord;
      this.findings.push({
        entry: null,
        key: '',
        line,
        words: `only the first ${most.toLocaleString('en')} entries were read`,
      });
    }
  }

  #line(line: string, number: number): void {
    const [, tag, value = ''] = tagLine.exec(line) ?? [];
    if (tag === undefined) this.#words(line.trim(), number);
    else if (tag === 'TY') this.#begin(value.trim(), number);
    else if (tag === 'ER') this.#open = null;
    else if (this.#open) this.#add(this.#open, tag, value.trim());
    else this.#stray(number, `“${tag}” stands outside any entry and was left out`);
  }

  #begin(type: string, line: number): void {
    if (this.#open) this.#tell(line, 'no end (ER) before the next entry; what stands there is kept');
    this.#open = { entry: this.records.length + 1, line, tags: { TY: type.toUpperCase() } };
    this.#last = '';
    this.records.push(this.#open);
  }

  #add({ tags }: RisRecord, tag: string, value: string): void {
    this.#last = tag;
    const before = tags[tag];
    if (value === '') return;
    tags[tag] = before === undefined ? value : [before, value].flat();
  }

  /** A line without a tag goes on with the one before. */
  #words(words: string, number: number): void {
    if (words === '') return;
    const { tags } = this.#open ?? {};
    const before = tags?.[this.#last];
    if (!tags || before === undefined)
      this.#stray(number, `“${words.slice(0, 40)}” has no tag and was left out`);
    else if (typeof before === 'string') tags[this.#last] = `${before} ${words}`;
    else before.push(`${before.pop() ?? ''} ${words}`);
  }

  /** Prose around the records is named a few times, not line by line. */
  #stray(line: number, words: string): void {
    this.#strays += 1;
    if (this.#strays <= 20) this.#tell(line, words);
  }

  #tell(line: number, words: string): void {
    const begins = this.#open ? { begins: this.#open.line } : {};
    this.findings.push({ entry: this.#open?.entry ?? null, key: '', line, ...begins, words });
  }
}

/** CSL of one record; null where citation.js does not manage. Several values where CSL has one: the first counts. */
function convert({ tags }: RisRecord, tell: (words: string) => void): unknown {
  const single = ['TY', 'ID', 'DO', 'UR', 'PY', 'Y1', 'DA', 'SP', 'EP', 'VL', 'IS', 'SN', 'TI', 'T1', 'ET'];
  const flat = Object.fromEntries(
    Object.entries(tags).map(([tag, value]) => [
      tag,
      single.includes(tag) ? ([value].flat()[0] as string) : value,
    ]),
  );
  try {
    const type = String(flat['TY']);
    if (parseMixed({ TY: type })['type'] !== undefined) return parseMixed(flat);
    tell(`its type “${type.slice(0, 20)}” is unknown; kept as a document`);
    return parseMixed({ ...flat, TY: 'GEN' });
  } catch {
    return null;
  }
}

/** Reads a file's records; never throws. At most `most`; `rest` is awaited now and then, so that the page lives. */
export async function readRis(
  text: string,
  most: number,
  rest: () => Promise<void>,
): Promise<{ drafts: Draft[]; findings: Finding[] }> {
  const { records, findings } = new RisFile(text, most);
  const drafts: Draft[] = [];
  for (const record of records) {
    const { entry, line, tags } = record;
    const key = typeof tags['ID'] === 'string' ? tags['ID'] : '';
    const tell = (words: string): void => void findings.push({ entry, key, line, words });
    const csl = convert(record, tell);
    if (csl === null) tell('could not be read as RIS');
    else drafts.push({ entry, key, line, csl });
    await rest();
  }
  return { drafts, findings };
}
