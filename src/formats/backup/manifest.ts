/** What a backup says of itself (`manifest.json`): when it was made, how much is in it, and the sum of every file. Checked on the way in. */
import { Fault } from '../../model/fault.ts';
import { list, matching, object, offset, text, Unsound, type Shape } from '../../model/shapes.ts';

/** What the first file of a backup, `mimetype`, says. */
export const backupType = 'application/x-warrant-backup+zip';

/** How the names of backups end. */
export const backupEnding = '.warrant-backup.zip';

/** Whether these are the first bytes of a backup (128 are enough): its first file says what it is, and is not packed. */
export function beginsBackup(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 128));
  return text.startsWith('PK\x03\x04') && text.startsWith(`mimetype${backupType}`, 30);
}

/** A file of the backup. */
export interface BackupPart {
  /** Folders by `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** How many of each thing there are. */
export interface BackupCounts {
  readonly papers: number;
  readonly notebooks: number;
  /** Kept changes, of all notebooks. */
  readonly updates: number;
  readonly texts: number;
  readonly layers: number;
  readonly settings: number;
  /** Earlier states of notebooks. */
  readonly states: number;
  /** What stood in places of the database that this version of the app does not know. */
  readonly others: number;
}

/** Of nothing any. */
export const noCounts: BackupCounts = Object.freeze({
  papers: 0,
  notebooks: 0,
  updates: 0,
  texts: 0,
  layers: 0,
  settings: 0,
  states: 0,
  others: 0,
});

export interface Manifest {
  readonly type: 'warrant-backup';
  readonly version: 1;
  /** An ISO date in UTC. */
  readonly made: string;
  /** Version of the database that it was made of; 0 where it was made of memory. */
  readonly schema: number;
  readonly counts: BackupCounts;
  readonly parts: readonly BackupPart[];
  /** What could not be read when it was made, in words of no language: names of stores and keys. */
  readonly unread: readonly string[];
}

/** Paths are made by us: folders, numbers and safe names. */
const path: Shape<string> = (value) => {
  const read = text(400)(value);
  if (read instanceof Unsound) return read;
  const isInside = !/^\/|\\|(?:^|\/)\.{0,2}(?:\/|$)/u.test(read);
  return isInside ? read : new Unsound('is no path of a backup');
};

const counts = object<BackupCounts>(
  {
    papers: offset,
    notebooks: offset,
    updates: offset,
    texts: offset,
    layers: offset,
    settings: offset,
    states: offset,
    others: offset,
  },
  // What was written before there were any does not speak of them.
  { states: 0 },
);

const only =
  <T>(value: T): Shape<T> =>
  (given) =>
    given === value ? value : new Unsound('is another one');

const shape = object<Manifest>({
  type: only('warrant-backup'),
  version: only(1),
  made: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z$/u, 'an ISO date in UTC'),
  schema: offset,
  counts,
  parts: list(
    object<BackupPart>({ path, size: offset, sha256: matching(/^[0-9a-f]{64}$/u, 'a SHA-256 sum') }),
    400_000,
  ),
  unread: list(text(1000), 10_000),
});

/**
 * Reads it; `name` is the file's. Throws `backup/unknown` where it is about something else, `backup/newer` where a later
 * version of the app wrote it, `backup/broken` where anything is not sound.
 */
export function readManifest(json: string, name: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new Fault('backup/broken', name, { cause });
  }
  const manifest = shape(value);
  if (!(manifest instanceof Unsound)) return manifest;
  const cause = new Error(manifest.toString());
  if (['', 'type'].includes(manifest.where)) throw new Fault('backup/unknown', name, { cause });
  const { version } = value as { version?: unknown };
  const isNewer = manifest.where === 'version' && typeof version === 'number' && version > 1;
  throw new Fault(isNewer ? 'backup/newer' : 'backup/broken', name, { cause });
}
