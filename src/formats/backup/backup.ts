/**
 * Backups: an archive whose parts are listed with their sums in a manifest. Written and read side by side; what the parts mean is
 * not known here.
 */
import { Fault } from '../../model/fault.ts';
import { sum256 } from '../../model/sum.ts';
import { ArchiveIn, type ArchiveLimits } from './archive-in.ts';
import { ArchiveOut } from './archive-out.ts';
import { backupType, readManifest, type BackupCounts, type BackupPart, type Manifest } from './manifest.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What is said of a backup as a whole. */
export interface BackupAbout {
  readonly made: string;
  readonly schema: number;
  readonly counts: BackupCounts;
  readonly unread: readonly string[];
}

/** Makes a backup, part by part. */
export class BackupOut {
  readonly #archive = new ArchiveOut();
  readonly #parts: BackupPart[] = [];
  #begun: Promise<void> | null = null;

  /** Adds a part. `isPacked`: it is of a kind that packing makes no smaller. */
  async add(path: string, content: string | Uint8Array<ArrayBuffer>, isPacked = false): Promise<void> {
    // It stands first and unpacked, so that a backup is known by its beginning.
    this.#begun ??= this.#archive.add('mimetype', encoder.encode(backupType), true);
    await this.#begun;
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    await this.#archive.add(path, bytes, isPacked);
    this.#parts.push({ path, size: bytes.length, sha256: await sum256(bytes) });
  }

  /** Ends it: the file, and what was put into it, to compare with what is read back. */
  async finish(about: BackupAbout): Promise<{ readonly blob: Blob; readonly manifest: Manifest }> {
    const parts = [...this.#parts];
    const manifest: Manifest = { type: 'warrant-backup', version: 1, ...about, parts };
    await this.add('manifest.json', `${JSON.stringify(manifest, null, 1)}\n`);
    return { blob: this.#archive.finish('application/zip'), manifest };
  }
}

/** Largest manifest, in bytes. */
const longestManifest = 96 * 2 ** 20;
/** All parts together are at most so many times as large as the file, where they are more than `freely` bytes. */
const [largestRatio, freely] = [250, 2 ** 30];

/** A backup that was opened. Nothing is unpacked before it is asked for. */
export class BackupIn {
  readonly manifest: Manifest;
  readonly #archive: ArchiveIn;
  readonly #name: string;
  readonly #parts: ReadonlyMap<string, BackupPart>;

  private constructor(archive: ArchiveIn, manifest: Manifest, name: string) {
    this.#archive = archive;
    this.#name = name;
    this.manifest = manifest;
    this.#parts = new Map(manifest.parts.map((part) => [part.path, part]));
  }

  /**
   * Opens it; `name` is the file's. Throws `backup/unknown` where it is an archive of something else, and as
   * `ArchiveIn.open` and `readManifest` do.
   */
  static async open(file: Blob, name: string, limits: Partial<ArchiveLimits> = {}): Promise<BackupIn> {
    const archive = await ArchiveIn.open(file, name, limits);
    if (!archive.has('manifest.json')) throw new Fault('backup/unknown', name);
    const bytes = await archive.bytes('manifest.json');
    if (bytes.length > longestManifest) throw new Fault('backup/too-large', name);
    const manifest = readManifest(textOf(bytes, name), name);
    const all = manifest.parts.reduce((total, { size }) => total + size, 0);
    if (all > freely && all > file.size * largestRatio) throw new Fault('backup/too-large', name);
    return new BackupIn(archive, manifest, name);
  }

  /** Paths of the parts, in their order. */
  get paths(): readonly string[] {
    return [...this.#parts.keys()];
  }

  /** Whether its beginning says what it is: a file that came through whole. */
  async isNamed(): Promise<boolean> {
    return textOf(await this.#archive.bytes('mimetype'), this.#name) === backupType;
  }

  /** A part. Throws `backup/broken` where it is not what the manifest says of it, or not listed there. */
  async bytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const part = this.#parts.get(path);
    if (!part) throw new Fault('backup/broken', this.#name);
    const bytes = await this.#archive.bytes(path);
    if (bytes.length !== part.size || (await sum256(bytes)) !== part.sha256)
      throw new Fault('backup/broken', this.#name);
    return bytes;
  }

  /** A part as text; throws as `bytes` does, also where it is no UTF-8. */
  async text(path: string): Promise<string> {
    return textOf(await this.bytes(path), this.#name);
  }
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new Fault('backup/broken', name, { cause });
  }
}

/**
 * Reads a backup through, part by part, and holds it against what was put into it. Throws `backup/unverified` where anything
 * differs or cannot be read. `onShare` hears how far it is, from 0 to 1.
 */
export async function verifyBackup(
  file: Blob,
  made: Manifest,
  onShare: (share: number) => void = () => undefined,
): Promise<void> {
  try {
    const read = await BackupIn.open(file, '');
    const put = readManifest(JSON.stringify(made), '');
    const isSame = JSON.stringify(read.manifest) === JSON.stringify(put);
    if (!isSame || !(await read.isNamed())) throw new RangeError('The lists differ.');
    for (const [at, path] of read.paths.entries()) {
      await read.bytes(path);
      onShare((at + 1) / read.paths.length);
    }
  } catch (cause) {
    throw new Fault('backup/unverified', '', { cause });
  }
}
