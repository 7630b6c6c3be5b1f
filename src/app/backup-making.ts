/** Puts what is kept into a backup, part by part. What cannot be read is named in the file, and the rest goes on. */
import { BackupOut } from '../formats/backup/backup.ts';
import { writeClone } from '../formats/backup/clone-json.ts';
import { writeFrames } from '../formats/backup/frames.ts';
import { noCounts, type BackupCounts, type Manifest } from '../formats/backup/manifest.ts';
import { safeName } from '../formats/paper/package.ts';
import type { KeptRow, KeptRows } from '../storage/kept-rows.ts';
import { isOfThisDevice } from './backup-memory.ts';
import { openNotebooks } from './open-notebooks.ts';
import { readPreferences } from './preferences.ts';

/** Stores that have parts of their own; the rows of all others are kept as they are, for an app that knows them. */
const known: readonly string[] = [
  'updates',
  'notebooks',
  'settings',
  'texts',
  'layers',
  'papers',
  'bodies',
  'files',
  'states',
  // When what was last changed: of this database, and made anew in another.
  'stamps',
];

/** So many small rows are read at a time, and so many large ones. */
const [many, few] = [500, 20];
/** Characters of rows in one part, about. */
const longestPart = 4_000_000;

/** What packing makes no smaller. */
const isPackedType = (type: string): boolean =>
  /^image\/|\b(?:pdf|zip|epub|officedocument|opendocument)/u.test(type);

const field = (row: unknown, key: string): unknown =>
  typeof row === 'object' && row !== null && Object.hasOwn(row, key)
    ? (row as Record<string, unknown>)[key]
    : undefined;

/** A key in words. */
const keyName = (key: IDBValidKey): string => (typeof key === 'string' ? key : JSON.stringify(key));

/** Makes one backup; see `make`. */
export class BackupMaking {
  readonly #rows: KeptRows;
  readonly #onShare: (share: number) => void;
  readonly #out = new BackupOut();
  readonly #counts: { -readonly [K in keyof BackupCounts]: number } = { ...noCounts };
  #unread: string[] = [];

  /** `onShare` hears how far it is, from 0 to 1. */
  constructor(rows: KeptRows, onShare: (share: number) => void) {
    this.#rows = rows;
    this.#onShare = onShare;
  }

  /** Makes it. `unread` names what is known to be missing already. What nobody can make again comes first. */
  async make(unread: readonly string[]): Promise<{ readonly blob: Blob; readonly manifest: Manifest }> {
    this.#unread = [...unread];
    await this.#notebooks();
    this.#onShare(0.1);
    await this.#settings();
    await this.#each('layers', few, 'layers');
    await this.#each('texts', few, 'texts');
    await this.#each('states', few, 'states');
    await this.#others();
    this.#onShare(0.2);
    await this.#papers();
    const { schema } = this.#rows;
    const made = new Date().toISOString();
    return this.#out.finish({ made, schema, counts: this.#counts, unread: this.#unread.slice(0, 10_000) });
  }

  /** Does something; where it fails, `name` is noted as unread and `none` is the answer. */
  async #attempt<T>(name: string, none: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch {
      this.#unread.push(name.slice(0, 1000));
      return none;
    }
  }

  /** Goes through the rows of a store. */
  async *#walk(store: string, most: number): AsyncGenerator<KeptRow> {
    let after: IDBValidKey | null = null;
    for (;;) {
      const last: IDBValidKey | null = after;
      const rows: readonly KeptRow[] = await this.#attempt(store, [], () =>
        this.#rows.rows(store, last, most),
      );
      yield* rows;
      after = rows.at(-1)?.[0] ?? null;
      if (rows.length < most || after === null) return;
    }
  }

  /** A notebook a part: its entry in the list, and its changes in the order of their keeping. */
  async #notebooks(): Promise<void> {
    const changes = new Map<string, Uint8Array[]>();
    const changesOf = (id: string): Uint8Array[] => {
      const list = changes.get(id) ?? [];
      changes.set(id, list);
      return list;
    };
    for await (const [key, row] of this.#walk('updates', many)) {
      const [id, update] = [field(row, 'notebook'), field(row, 'update')];
      if (typeof id === 'string' && update instanceof Uint8Array) changesOf(id).push(update);
      else this.#unread.push(`updates/${keyName(key)}`);
    }
    const metas = new Map<string, unknown>();
    for await (const [key, row] of this.#walk('notebooks', many)) metas.set(keyName(key), row);
    for (const notebook of openNotebooks()) {
      const { meta } = notebook;
      if (!metas.has(meta.id)) metas.set(meta.id, meta);
      if (!notebook.isSaved() || !changes.has(meta.id)) changesOf(meta.id).push(notebook.encode());
    }
    for (const id of new Set([...metas.keys(), ...changes.keys()])) {
      const updates = changes.get(id) ?? [];
      this.#counts.notebooks += 1;
      this.#counts.updates += updates.length;
      const path = `notebooks/${this.#counts.notebooks}`;
      await this.#out.add(
        `${path}.json`,
        writeClone({ id, meta: metas.get(id) ?? null, updates: updates.length }),
      );
      await this.#out.add(`${path}.updates`, writeFrames(updates));
    }
  }

  async #settings(): Promise<void> {
    const settings: [string, unknown][] = [];
    for await (const [key, value] of this.#walk('settings', few))
      if (typeof key === 'string' && !isOfThisDevice(key)) settings.push([key, value]);
    this.#counts.settings = settings.length;
    await this.#out.add('settings.json', writeClone(settings));
    await this.#out.add('preferences.json', writeClone(readPreferences()));
  }

  /** A row a part. */
  async #each(store: 'layers' | 'texts' | 'states', most: number, folder: string): Promise<void> {
    for await (const [, row] of this.#walk(store, most)) {
      this.#counts[store] += 1;
      await this.#out.add(`${folder}/${this.#counts[store]}.json`, writeClone(row));
    }
  }

  /** The rows of stores that this version does not know: as they are, many in one part. */
  async #others(): Promise<void> {
    let part = 0;
    for (const store of this.#rows.stores.filter((name) => !known.includes(name))) {
      let rows: string[] = [];
      let length = 0;
      const flush = async (): Promise<void> => {
        part += 1;
        await this.#out.add(
          `other/${part}.json`,
          `{"store":${JSON.stringify(store)},"rows":[${rows.join(',\n')}]}`,
        );
        [rows, length] = [[], 0];
      };
      for await (const row of this.#walk(store, few)) {
        const json = await this.#attempt(`${store}/${keyName(row[0])}`, null, () =>
          Promise.resolve(writeClone(row)),
        );
        if (json === null) continue;
        this.#counts.others += 1;
        rows.push(json);
        length += json.length;
        if (length > longestPart) await flush();
      }
      if (rows.length > 0) await flush();
    }
  }

  async #papers(): Promise<void> {
    const [ids, fileKeys] = await Promise.all([
      this.#attempt('papers', [], () => this.#rows.keys('papers')),
      this.#attempt('files', [], () => this.#rows.keys('files')),
    ]);
    const names = new Map<unknown, IDBValidKey[]>();
    for (const key of fileKeys) {
      const paper = Array.isArray(key) ? (key as readonly unknown[])[0] : null;
      names.set(paper, [...(names.get(paper) ?? []), key]);
    }
    for (const [at, id] of ids.entries()) {
      await this.#attempt(`papers/${keyName(id)}`, undefined, () => this.#paper(id, names.get(id) ?? []));
      this.#onShare(0.2 + (0.8 * (at + 1)) / ids.length);
    }
  }

  /** A folder a paper: text and draft as they are, its files under their names, and the entry, which names them. */
  async #paper(id: IDBValidKey, files: readonly IDBValidKey[]): Promise<void> {
    const [entry, body] = await Promise.all([this.#rows.row('papers', id), this.#rows.row('bodies', id)]);
    if (entry === undefined) return;
    this.#counts.papers += 1;
    const folder = `papers/${this.#counts.papers}`;
    const [xml, draft] = [field(body, 'xml'), field(body, 'draft')];
    if (typeof xml === 'string') await this.#out.add(`${folder}/paper.xml`, xml);
    if (draft !== undefined && draft !== null) await this.#out.add(`${folder}/draft.json`, writeClone(draft));
    const listed = await this.#files(folder, files);
    await this.#out.add(`${folder}/entry.json`, writeClone({ entry, files: listed }));
  }

  async #files(folder: string, keys: readonly IDBValidKey[]): Promise<readonly unknown[]> {
    const taken = new Set<string>();
    const listed: unknown[] = [];
    for (const key of keys) {
      const row = await this.#attempt(`files/${keyName(key)}`, undefined, () => this.#rows.row('files', key));
      const [name, role, type, bytes] = ['name', 'role', 'type', 'bytes'].map((one) => field(row, one));
      if (!(bytes instanceof Uint8Array) || typeof name !== 'string') continue;
      const path = `${folder}/files/${safeName(name, taken)}`;
      await this.#out.add(path, bytes as Uint8Array<ArrayBuffer>, isPackedType(String(type)));
      listed.push({ name, role, type, path });
    }
    return listed;
  }
}
