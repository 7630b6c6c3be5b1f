/** What an import would do to the notebook, decided before anything is done: what is new, what is here already, what is left out. */
import { locate } from '../anchoring/locate.ts';
import { TextIndex } from '../anchoring/text-index.ts';
import { verify } from '../anchoring/verify.ts';
import type { Desk } from '../desk/desk.ts';
import type { Finding } from '../formats/finding.ts';
import { idFor } from '../formats/foreign-id.ts';
import type { ReadAnnotations, ReadDraft } from '../formats/annotations.ts';
import type { NotebookRecord } from '../model/records.ts';
import { isSame } from '../model/same.ts';
import { Unsound } from '../model/shapes.ts';
import { limits } from '../notebook/part-shapes.ts';
import { readRecord } from '../notebook/validate.ts';
import { redirected, withoutCircles } from './import-links.ts';

/** See the head of this file. */
export interface ImportPlan {
  /** Sound records with ids that are free, in the order of the file. */
  readonly put: readonly NotebookRecord[];
  /** How many of them are marks and notes, replies, and claims and whatever else a notebook holds. */
  readonly marks: number;
  readonly replies: number;
  readonly others: number;
  /** How many are in the notebook already. */
  readonly known: number;
  /** How many of the new ones have a passage that is not in this paper. */
  readonly unplaced: number;
  readonly findings: readonly Finding[];
}

const undated = (record: NotebookRecord): object => ({ ...record, id: '', created: '', modified: '' });

const second = (date: string): number => Math.floor(Date.parse(date) / 1000);

/** The same thing by the same person made in the same second: versions of one record, however much they say. */
const isVersion = (one: NotebookRecord, other: NotebookRecord): boolean =>
  one.kind === other.kind && one.creator === other.creator && second(one.created) === second(other.created);

const foreignOf = (record: NotebookRecord): string | null =>
  record.kind === 'annotation' ? record.foreign : null;

/** Whether a record of that id says what the file says, or is a later version of it. */
function isHere(here: NotebookRecord, record: NotebookRecord, isDated: boolean): boolean {
  if (isDated ? isSame(here, record) : isSame(undated(here), undated(record))) return true;
  // Taken from the very same words before, and edited since.
  const foreign = foreignOf(record);
  if (foreign !== null && foreign === foreignOf(here)) return true;
  if (here.kind === 'meaning' && record.kind === 'meaning') return true;
  return isDated && isVersion(here, record) && second(record.modified) <= second(here.modified);
}

/** A draft with what is too long in it cut, where a cut loses no sentence. */
function trimmed({ record }: ReadDraft): { record: object; isCut: boolean } {
  const tags: unknown = record['tags'];
  if (!Array.isArray(tags)) return { record, isCut: false };
  const cut = (tags as readonly unknown[])
    .slice(0, limits.items)
    .map((tag) => (typeof tag === 'string' ? tag.slice(0, limits.tag) : tag));
  return { record: { ...record, tags: cut }, isCut: !isSame(cut, tags) };
}

class Planning {
  readonly put = new Map<string, NotebookRecord>();
  readonly findings: Finding[];
  known = 0;
  readonly #here: Map<string, NotebookRecord>;
  readonly #moved = new Map<string, string>();

  constructor(desk: Desk, read: ReadAnnotations) {
    this.#here = new Map(desk.layers.flatMap((layer) => [...layer.records]));
    this.findings = [...read.findings];
  }

  take(draft: ReadDraft): void {
    const { record: trim, isCut } = trimmed(draft);
    const record = readRecord(trim);
    if (record instanceof Unsound) return this.#tell(draft, `${record.toString()}; left out`);
    if (isCut) this.#tell(draft, 'has a tag of more than 200 characters, which was cut');
    const other = this.put.get(record.id) ?? this.#here.get(record.id);
    if (!other) return void this.put.set(record.id, record);
    if (isHere(other, record, draft.isDated)) return this.#pass();
    const id = idFor(JSON.stringify(draft.isDated ? record : { ...undated(record), id: record.id }));
    if (this.put.has(id) || this.#here.has(id)) return this.#pass();
    if (!this.put.has(record.id)) this.#moved.set(record.id, id);
    this.put.set(id, Object.freeze({ ...record, id }));
    this.#tell(draft, 'another one goes by its id; taken under a new one');
  }

  /** What is to be put, with its links to what was given a new id, and without circles of replies. */
  finish(): readonly NotebookRecord[] {
    const linked = [...this.put.values()].map((record) => redirected(record, this.#moved));
    const { records, cut } = withoutCircles(linked, this.#here);
    const words = 'replies to itself through others; taken without what it replies to';
    for (const id of cut) this.findings.push({ entry: null, key: id, line: null, words });
    return records;
  }

  #pass(): void {
    this.known += 1;
  }

  #tell({ entry, key, line }: ReadDraft, words: string): void {
    this.findings.push({ entry, key, line, words });
  }
}

/** Whether a record has passages in the text, and none of them is found there. */
function isUnplaced(record: NotebookRecord, index: TextIndex): boolean {
  if (record.kind !== 'annotation' && record.kind !== 'claim') return false;
  const targets = record.targets.filter(({ note }) => note === undefined);
  if (targets.length === 0 || targets.length < record.targets.length) return false;
  return targets.every((target) => !verify(index.text, target) && locate(index, target).how === 'orphan');
}

const count = (records: readonly NotebookRecord[], is: (record: NotebookRecord) => boolean): number =>
  records.reduce((sum, record) => sum + Number(is(record)), 0);

/**
 * Decides what becomes of what was read, a record at a step. Taken twice, the same file plans nothing; a record whose
 * id is another's gets one of its own, always the same, and what points to it follows.
 */
export function* planImport(desk: Desk, read: ReadAnnotations): Generator<undefined, ImportPlan> {
  const planning = new Planning(desk, read);
  for (const draft of read.drafts) {
    planning.take(draft);
    yield;
  }
  const put = planning.finish();
  const index = new TextIndex(desk.paper.text);
  let unplaced = 0;
  for (const record of put) {
    unplaced += Number(isUnplaced(record, index));
    yield;
  }
  const replies = count(put, (record) => record.kind === 'annotation' && record.replyTo !== null);
  const marks = count(put, (record) => record.kind === 'annotation') - replies;
  const others = put.length - marks - replies;
  return { put, marks, replies, others, known: planning.known, unplaced, findings: planning.findings };
}
