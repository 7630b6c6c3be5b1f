/**
 * Writes an argument as AIF in JSON, bare as AIFdb has it or wrapped as OVA reads it. Supports are RA-nodes, attacks
 * CA-nodes, never edges between claims; what AIF has no word for stands under the key `warrant`, which other tools may
 * drop without the map being lost. What came from an AIF file goes out as it came, with what has changed put over it.
 */
import type { Extra } from '../model/argument-records.ts';
import type { NotebookRecord } from '../model/records.ts';
import { wholeFile, inLists, type Lists } from './aif-compose.ts';
import { express, type Name, type Noded, type Piece, type Scene } from './aif-express.ts';
import { keptFiles, keptOf, type Kept, type KeptFile, type Part } from './aif-kept.ts';
import { renamings, type Renaming } from './aif-renamed.ts';
import { nodeName, ownKey } from './aif-names.ts';
import { changesOf, overlaid } from './aif-overlay.ts';
import { shapeOf, type Shape } from './aif-roles.ts';
import { baseOf, heldOf } from './record-base.ts';
import { isObject, objectIn, own, textIn, type JsonObject } from './json-values.ts';

/** What a file says of itself. */
export interface AifContext {
  readonly title: string;
  /** The paper that the argument is about; null where there is none. */
  readonly paper: { readonly title: string; readonly hash: string } | null;
  /** Who says what the paper says; null where nobody is known. */
  readonly speaker: { readonly firstname: string; readonly surname: string } | null;
  /** When it is written; ISO 8601 in UTC. */
  readonly made: string;
  /** `aifdb`: the bare graph; `ova`: wrapped, with a layout and the passages as a text. */
  readonly dialect: 'aifdb' | 'ova';
}

const nodedKinds = ['claim', 'inference', 'conflict', 'preference'];
const isNoded = (record: NotebookRecord): record is Noded => nodedKinds.includes(record.kind);
const besides = ['group', 'pin', 'presentation', 'extra'];

/** In the order in which they are written, which is always the same: by kind, claims as the text goes, then by id. */
export function inFileOrder(records: readonly NotebookRecord[]): NotebookRecord[] {
  const place = (record: NotebookRecord): number =>
    record.kind === 'claim' ? (record.targets[0]?.start ?? Number.MAX_SAFE_INTEGER) : 0;
  const kinds = [...nodedKinds, ...besides];
  return [...records].sort(
    (one, other) =>
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
      place(one) - place(other) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

class Writing {
  readonly #context: AifContext;
  readonly #records = new Map<string, Noded>();
  readonly #kept = new Map<string, Kept>();
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #byFile = new Map<string, Piece[]>();
  readonly #besides: readonly NotebookRecord[];
  readonly #speaker: Scene['speaker'];
  readonly #renamings: ReadonlyMap<string, Renaming>;
  #shape: Shape | null = null;
  readonly #named = new Set<string>();
  #hasOwn = false;

  constructor(records: readonly NotebookRecord[], context: AifContext) {
    this.#context = context;
    const isKeptFile = (record: NotebookRecord): record is Extra =>
      record.kind === 'extra' && record.format === 'aif';
    const { files, long } = keptFiles(records.filter(isKeptFile));
    this.#files = files;
    this.#speaker = this.#speakerOf();
    const ordered = inFileOrder(records);
    this.#besides = ordered.filter((record) => besides.includes(record.kind) && !isKeptFile(record));
    for (const record of ordered.filter(isNoded)) {
      this.#records.set(record.id, record);
      const kept = keptOf(record.foreign);
      if (!kept || !files.has(kept.file)) continue;
      const parts = kept.parts.length > 0 ? kept.parts : (long.get(record.id) ?? []);
      this.#kept.set(record.id, { ...kept, parts });
    }
    const parts = new Map<string, Part[]>();
    for (const kept of this.#kept.values()) {
      const known = parts.get(kept.file);
      if (known) known.push(...kept.parts);
      else parts.set(kept.file, [...kept.parts]);
    }
    this.#renamings = renamings(files.values(), parts);
  }

  write(): JsonObject {
    for (const record of this.#records.values()) this.#add(record);
    this.#nameNodes();
    const files = this.#liveFiles();
    const lists = inLists(this.#byFile, files, (file) => this.#renamings.get(file) ?? new Map());
    this.#addSpeaker(lists);
    const fresh = new Set(
      [...this.#byFile.values()]
        .flat()
        .filter(({ at }) => at === null)
        .map(({ item }) => item),
    );
    const [main = null] = files;
    const file = wholeFile(lists, main, this.#context.dialect, (item) => fresh.has(item));
    return this.#withRoot(file, main);
  }

  #changes(record: Noded, kept: Kept): ReadonlySet<string> {
    this.#shape ??= shapeOf(this.#records.values());
    return changesOf(record, kept, this.#shape);
  }

  /** True for a step or an attack that shares the node of another, as long as neither has been edited. */
  #twinOf(record: Noded): string | null {
    const twin = this.#kept.get(record.id)?.twin ?? null;
    const main = twin === null ? undefined : this.#records.get(twin);
    const [kept, mains] = [this.#kept.get(record.id), this.#kept.get(twin ?? '')];
    if (!main || !kept || mains?.file !== kept.file) return null;
    const isSame = this.#changes(record, kept).size === 0 && this.#changes(main, mains).size === 0;
    return isSame ? main.id : null;
  }

  #nameOf(id: string): Name {
    const record = this.#records.get(id);
    const twin = record && this.#twinOf(record);
    if (twin) return this.#nameOf(twin);
    const node = this.#kept.get(id)?.parts.find(({ slot }) => slot === 'node')?.item;
    const name = own(node, 'nodeID') ?? own(node, 'id');
    if (typeof name === 'string' || typeof name === 'number') return this.#newName(id, name);
    if (node !== undefined) this.#named.add(id);
    return nodeName(id);
  }

  /** The name of a node as it will be, where another file has its own. */
  #newName(record: string, name: Name): Name {
    return this.#renamings.get(this.#kept.get(record)?.file ?? '')?.get(String(name)) ?? name;
  }

  /** Gives nodes that came without a name one, where an edge now needs it. */
  #nameNodes(): void {
    for (const id of this.#named) {
      const pieces = this.#byFile.get(this.#kept.get(id)?.file ?? '') ?? [];
      const node = this.#kept.get(id)?.parts.find(({ slot }) => slot === 'node');
      const at = pieces.findIndex((piece) => piece.list === 'nodes' && piece.at === node?.at);
      const piece = pieces[at];
      if (piece) pieces[at] = { ...piece, item: { nodeID: nodeName(id), ...piece.item } };
    }
  }

  #sceneOf({ id }: Noded): Scene {
    const parts = this.#kept.get(id)?.parts ?? [];
    return {
      node: (other, kinds) => {
        const record = this.#records.get(other);
        return record && (kinds as readonly string[]).includes(record.kind) ? this.#nameOf(other) : null;
      },
      self: this.#nameOf(id),
      part: (part) => {
        const item = parts.find(({ slot, list }) => slot === part && list === 'nodes')?.item;
        const name = own(item, 'nodeID') ?? own(item, 'id');
        return typeof name === 'string' || typeof name === 'number'
          ? this.#newName(id, name)
          : nodeName(id, part);
      },
      speaker: this.#speaker,
    };
  }

  /** The elements of a record, over those of which it was read. */
  #piecesOf(record: Noded, kept: Kept | null): Piece[] {
    const changed = kept && this.#changes(record, kept);
    const fresh = changed?.size === 0 ? [] : express(record, this.#sceneOf(record));
    if (fresh.length > 0) this.#hasOwn = true;
    return kept && changed ? overlaid(record, kept, fresh, changed) : fresh;
  }

  #add(record: Noded): void {
    const kept = this.#kept.get(record.id) ?? null;
    const lives = kept !== null && (kept.twin === null || this.#twinOf(record) !== null);
    if (!lives) this.#kept.delete(record.id);
    const pieces = this.#piecesOf(record, lives ? kept : null);
    const file = lives ? kept.file : '';
    const known = this.#byFile.get(file);
    if (known) known.push(...pieces);
    else this.#byFile.set(file, pieces);
  }

  /** The files of which something is still there, those of which most is first; where nothing is, the first. */
  #liveFiles(): readonly KeptFile[] {
    const count = ({ file }: KeptFile): number => this.#byFile.get(file)?.length ?? 0;
    const files = [...this.#files.values()].sort((one, other) => count(other) - count(one));
    const live = files.filter((file) => count(file) > 0);
    return live.length > 0 || this.#records.size > 0 ? live : files.slice(0, 1);
  }

  get #participants(): readonly unknown[] {
    return [...this.#files.values()].flatMap(({ rest }) =>
      rest.filter(({ list }) => list === 'participants').map(({ item }) => item),
    );
  }

  /** Who speaks, as the file will name them. */
  #speakerOf(): Scene['speaker'] {
    const { speaker } = this.#context;
    if (!speaker) return null;
    const same = this.#participants.find(
      (item) =>
        textIn(item, 'firstname') === speaker.firstname && textIn(item, 'surname') === speaker.surname,
    );
    const known = own(same, 'participantID') ?? own(same, 'id');
    const numbers = this.#participants.map((item) =>
      Number(own(item, 'participantID') ?? own(item, 'id') ?? 0),
    );
    const next = Math.max(0, ...numbers.filter(Number.isFinite)) + 1;
    const name = [speaker.firstname, speaker.surname].filter(Boolean).join(' ');
    return { name, id: typeof known === 'string' || typeof known === 'number' ? known : next };
  }

  /** Puts whoever speaks among the participants, where a locution is theirs and they are not there yet. */
  #addSpeaker(lists: Lists): void {
    const speaker = this.#speaker;
    const said = [...this.#byFile.values()]
      .flat()
      .filter(({ at, list }) => at === null && list === 'locutions');
    const people = lists.get('participants') ?? [];
    const isKnown = people.some((item) => (own(item, 'participantID') ?? own(item, 'id')) === speaker?.id);
    if (!speaker || isKnown || said.length === 0) return;
    lists.set('participants', [...people, { participantID: speaker.id, ...this.#context.speaker }]);
  }

  /** The file with what it says of itself, and the records that have no place in a graph. */
  #withRoot(file: JsonObject, main: KeptFile | null): JsonObject {
    const records = this.#besides.map((record) => ({ ...record, base: baseOf(record) }));
    if (main !== null && records.length === 0 && !this.#hasOwn) return file;
    const { title, paper, made } = this.#context;
    const before = objectIn(file, ownKey);
    const root = {
      version: 1,
      made,
      title,
      held: heldOf([...this.#records.keys(), ...this.#besides.map(({ id }) => id)]),
      ...(paper ? { paper } : {}),
      ...(records.length > 0 ? { records } : {}),
    };
    return { ...file, [ownKey]: isObject(before) ? { ...before, ...root } : root };
  }
}

/** The file as a JSON value. */
export const aifValue = (records: readonly NotebookRecord[], context: AifContext): JsonObject =>
  new Writing(records, context).write();

/** The file. `readAif` gives the records back; those of other kinds than the argument's stay out. */
export const writeAif = (records: readonly NotebookRecord[], context: AifContext): string =>
  `${JSON.stringify(aifValue(records, context), null, 2)}\n`;
