/** What all parts of an Argdown reading share: the document, whose it is, the ids that were given, and what was found. */
import type { NotebookRecord } from '../model/records.ts';
import { idIn, type FileStamp } from './argdown-own.ts';
import { endKey, type ArgdownDocument, type ArgdownSection, type End } from './argdown-document.ts';
import type { Finding } from './finding.ts';
import { idFor } from './foreign-id.ts';
import { textIn, type JsonObject } from './json-values.ts';

/** One a file. */
export class ArgdownReading {
  readonly document: ArgdownDocument;
  readonly stamp: FileStamp;
  readonly findings: Finding[];
  readonly records = new Map<string, NotebookRecord>();
  readonly bases = new Map<string, string>();
  /** Ids of groups by their sections. */
  readonly groups = new Map<ArgdownSection, string>();
  /** Our parts of claims, by the claim's id: what they say of relations. */
  readonly parts = new Map<string, JsonObject>();
  readonly #ends = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** How often a name was given an id: what was taken once stays taken. */
  readonly #counts = new Map<string, number>();
  /** What tells the titles of this file from the same titles in another. */
  readonly #name: string;

  constructor(document: ArgdownDocument, name: string, stamp: FileStamp, findings: readonly Finding[]) {
    this.document = document;
    this.stamp = stamp;
    this.findings = [...findings];
    const [section] = document.sections;
    const [statement] = document.statements.keys();
    this.#name = [name, section?.words ?? '', statement ?? ''].find((one) => one !== '') ?? '';
  }

  /** An id for what the file gives none: the same in every reading. */
  made(...names: readonly string[]): string {
    const name = ['argdown', this.#name, ...names].join('\n');
    for (let count = this.#counts.get(name) ?? 0; ; count += 1) {
      const id = idFor(count === 0 ? name : `${name}\n${count}`);
      if (this.#taken.has(id)) continue;
      this.#counts.set(name, count);
      return id;
    }
  }

  /** Takes the id that our part gives, or one that is made of names. The same id twice is a copy, and gets one of its own. */
  id(part: JsonObject | null, line: number | null, ...names: readonly string[]): string {
    const given = idIn(part);
    const isCopy = given !== '' && this.#taken.has(given);
    if (isCopy) this.tell(line, 'has the id of another, as a copy has; taken as a new one', given);
    const id = given === '' || isCopy ? this.made(...names) : given;
    this.#taken.add(id);
    return id;
  }

  /** Keeps a record, and what it was when we wrote the file. */
  keep(record: NotebookRecord, part: JsonObject | null): void {
    this.records.set(record.id, record);
    const base = textIn(part, 'base');
    if (base !== '' && idIn(part) === record.id) this.bases.set(record.id, base);
  }

  /** Says which record an end of a relation is. */
  name(end: End, id: string): void {
    this.#ends.set(endKey(end), id);
  }

  /** The id of what stands at an end; empty where nothing does. */
  at(end: End): string {
    return this.#ends.get(endKey(end)) ?? '';
  }

  tell(line: number | null, words: string, key = ''): void {
    this.findings.push({ entry: null, key, line, words });
  }
}
