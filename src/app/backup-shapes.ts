/** The parts of a backup, read as what anybody may have written: only what is sound goes on. */
import { readClone } from '../formats/backup/clone-json.ts';
import type { BackupIn } from '../formats/backup/backup.ts';
import { Fault } from '../model/fault.ts';
import {
  list,
  matching,
  nullable,
  object,
  offset,
  oneOf,
  text,
  Unsound,
  type Shape,
} from '../model/shapes.ts';
import { cleanTag } from '../model/tags.ts';
import type { KeptLayer, KeptText, NotebookMeta } from '../storage/contract.ts';
import type { KeptState } from '../storage/states.ts';

const id = matching(/^[A-Za-z0-9][\w.:-]{0,127}$/u, 'an id');
const hash = matching(/^sha256-[0-9a-f]{64}$/u, 'a SHA-256 hash');
const date = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z$/u, 'an ISO date in UTC');
const path = matching(/^papers\/\d{1,6}\/files\/[^/\\]{1,200}$/u, 'a path of a file');

const anything: Shape<unknown> = (value) => value;

const tags: Shape<readonly string[]> = (value) => {
  const read = list(text(500), 200)(value);
  return read instanceof Unsound ? read : Object.freeze([...new Set(read.map(cleanTag).filter(Boolean))]);
};

/** A notebook of a backup; `meta` is null where only its changes were kept. */
export interface StoredNotebook {
  readonly id: string;
  readonly meta: NotebookMeta | null;
  readonly updates: number;
}

const notebook = object<StoredNotebook>({
  id,
  meta: nullable(object<NotebookMeta>({ id, paper: id, name: text(1000), created: text(40) })),
  updates: offset,
});

/** A file of a paper of a backup. */
export interface StoredFile {
  readonly name: string;
  readonly role: 'original' | 'picture';
  readonly type: string;
  readonly path: string;
}

/** The entry of a paper, as far as it is believed. */
export interface StoredEntry {
  readonly id: string;
  readonly hash: string;
  readonly firstHash: string;
  readonly front: unknown;
  readonly tags: readonly string[];
  readonly format: string;
  readonly fileName: string;
  readonly added: string;
  readonly removed: string | null;
}

/** A paper of a backup. */
export interface StoredPaper {
  readonly entry: StoredEntry;
  readonly files: readonly StoredFile[];
}

const paper = object<StoredPaper>({
  entry: object<StoredEntry>({
    id,
    hash,
    firstHash: hash,
    front: anything,
    tags,
    format: matching(/^[a-z]{1,20}$/u, 'a format'),
    fileName: text(1000),
    added: date,
    removed: nullable(date),
  }),
  files: list(
    object<StoredFile>({ name: text(1000), role: oneOf('original', 'picture'), type: text(200), path }),
    10_000,
  ),
});

const keptText = object<KeptText>({ hash, paper: id, text: text(2 ** 26), kept: text(40) });
const layer = object<KeptLayer>({ id, paper: id, json: text(2 ** 26), opened: text(40), look: anything });

const bytes: Shape<Uint8Array<ArrayBuffer>> = (value) =>
  value instanceof Uint8Array ? (value as Uint8Array<ArrayBuffer>) : new Unsound('is no bytes');

const state = object<KeptState>({
  notebook: id,
  paper: id,
  at: matching(/^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/u, 'a day'),
  last: nullable(matching(/^\d{4}-\d\d-\d\d$/u, 'a day')),
  bytes,
});

/** A key with its value. */
export type StoredSetting = readonly [key: string, value: unknown];

const setting: Shape<StoredSetting> = (value) => {
  const key = Array.isArray(value) ? text(1000)((value as readonly unknown[])[0]) : new Unsound('is no pair');
  return key instanceof Unsound ? key : [key, (value as readonly unknown[])[1]];
};

const settings = list(setting, 200_000);

async function read<T>(backup: BackupIn, at: string, shape: Shape<T>): Promise<T> {
  const json = await backup.text(at);
  let value: T | Unsound;
  try {
    value = shape(readClone(json));
  } catch (cause) {
    throw new Fault('backup/broken', at, { cause });
  }
  if (value instanceof Unsound) throw new Fault('backup/broken', at, { cause: new Error(value.toString()) });
  return value;
}

/** Reads a part as what it is. All throw `backup/broken` where it is not sound. */
export const stored = {
  notebook: (backup: BackupIn, at: string) => read(backup, at, notebook),
  paper: (backup: BackupIn, at: string) => read(backup, at, paper),
  text: (backup: BackupIn, at: string) => read(backup, at, keptText),
  layer: (backup: BackupIn, at: string) => read(backup, at, layer),
  state: (backup: BackupIn, at: string) => read(backup, at, state),
  settings: (backup: BackupIn, at: string) => read(backup, at, settings),
  draft: (backup: BackupIn, at: string) => read(backup, at, anything),
  preferences: (backup: BackupIn, at: string) => read(backup, at, anything),
};
