/**
 * Packages: papers with their pictures, original files and notebooks in one archive (`.warrant.zip`), written and read side
 * by side. Pure: bytes in, values out. Text, notebooks and drafts are checked once more by whoever takes them in.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { Fault } from '../../model/fault.ts';
import type { Front } from '../../model/paper.ts';
import { readAbout, type AboutPackage, type AboutPaper } from './package-about.ts';
import { openZip, type Archive } from './unzip.ts';

/** A file of a paper. */
export interface PackedFile {
  readonly name: string;
  readonly role: 'original' | 'picture';
  /** MIME type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A paper as a package carries it. */
export interface PackedPaper {
  readonly id: string;
  /** Hash of its text as it is, and as it was first read. */
  readonly hash: string;
  readonly firstHash: string;
  readonly front: Front;
  readonly tags: readonly string[];
  readonly format: string;
  readonly fileName: string;
  /** When it was added where it comes from; an ISO date in UTC, or null. */
  readonly added: string | null;
  /** JATS. */
  readonly xml: string;
  /** The draft it was made of, as parsed JSON and unchecked; null where there is none. */
  readonly draft: unknown;
  readonly files: readonly PackedFile[];
  /** The texts of notebooks' files; unchecked. */
  readonly notebooks: readonly string[];
}

/** What a package holds. `purpose`: `continue` where its notebooks are the opener's own, `share` where they are to be read. */
export interface Package {
  readonly made: string;
  readonly purpose: 'continue' | 'share';
  readonly papers: readonly PackedPaper[];
}

/** Times of entries are local time by the format; one that is the same everywhere makes equal packages equal. */
const mtime = new Date(2000, 0, 1);

const words = (text: string): [Uint8Array, { mtime: Date; level: 6 }] => [strToU8(text), { mtime, level: 6 }];

/** A name that every disk takes, none twice in `taken`. */
export function safeName(name: string, taken: Set<string>): string {
  const bare = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const ending = /\.[^.]{1,8}$/u.exec(bare)?.[0] ?? '';
  const stem = [...bare.slice(0, bare.length - ending.length)].slice(0, 80).join('') || 'file';
  let free = stem + ending;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem}-${count}${ending}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Puts the parts of a paper into `zip`, and answers what the package says about it. */
function pack(paper: PackedPaper, folder: string, zip: Zippable): AboutPaper {
  const { xml, draft, notebooks, files, ...about } = paper;
  const taken = new Set<string>();
  zip[`${folder}/paper.xml`] = words(xml);
  if (draft !== null) zip[`${folder}/draft.json`] = words(JSON.stringify(draft));
  const named = files.map(({ name, role, type, bytes }) => {
    const path = `${role === 'original' ? 'original' : 'pictures'}/${safeName(name, taken)}`;
    // Pictures and most originals are packed already; what is not is kept as it is, too, for the sake of speed.
    zip[`${folder}/${path}`] = [bytes, { mtime, level: 0 }];
    return { name, role, type, path };
  });
  const books = notebooks.map((text, at) => {
    const path = `notebooks/${at + 1}.json`;
    zip[`${folder}/${path}`] = words(text);
    return path;
  });
  return { ...about, folder, hasDraft: draft !== null, files: named, notebooks: books };
}

/** The bytes of a package. */
export function writePackage({ made, purpose, papers }: Package): Uint8Array<ArrayBuffer> {
  const zip: Zippable = {};
  const about: AboutPackage = {
    type: 'warrant-package',
    version: 1,
    made,
    purpose,
    papers: papers.map((paper, at) => pack(paper, `paper-${at + 1}`, zip)),
  };
  // It stands first, so that a package is known by its beginning.
  const whole: Zippable = { 'about.json': words(`${JSON.stringify(about, null, 2)}\n`), ...zip };
  return zipSync(whole);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a part. Throws `import/broken` where it is missing or no UTF-8. */
function textAt(archive: Archive, path: string, name: string): string {
  const bytes = archive.bytes(path);
  if (!bytes) throw new Fault('import/broken', name);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new Fault('import/broken', name, { cause });
  }
}

function jsonAt(archive: Archive, path: string, name: string): unknown {
  try {
    return JSON.parse(textAt(archive, path, name)) as unknown;
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('import/broken', name, { cause });
  }
}

/** How the bytes of pictures begin. */
const beginnings: Readonly<Record<string, readonly number[]>> = {
  'image/png': [0x89, 0x50, 0x4e, 0x47],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/gif': [0x47, 0x49, 0x46, 0x38],
  'image/webp': [0x52, 0x49, 0x46, 0x46],
};

/** Whether bytes are a picture of the type that they are said to be. */
export const isPicture = (type: string, bytes: Uint8Array): boolean =>
  Object.hasOwn(beginnings, type) && (beginnings[type] ?? []).every((byte, at) => bytes[at] === byte);

/** The files of a paper; a picture that is none is left out, as everything that is not named. */
function filesOf(archive: Archive, { folder, files }: AboutPaper, name: string): readonly PackedFile[] {
  return files.flatMap(({ path, ...file }) => {
    const bytes = archive.bytes(`${folder}/${path}`);
    if (!bytes) throw new Fault('import/broken', name);
    return file.role === 'original' || isPicture(file.type, bytes) ? [{ ...file, bytes }] : [];
  });
}

function unpack(archive: Archive, about: AboutPaper, name: string): PackedPaper {
  const { folder, notebooks, hasDraft, files: named, ...paper } = about;
  return {
    ...paper,
    xml: textAt(archive, `${folder}/paper.xml`, name),
    draft: hasDraft ? jsonAt(archive, `${folder}/draft.json`, name) : null,
    files: filesOf(archive, { ...about, files: named }, name),
    notebooks: notebooks.map((path) => textAt(archive, `${folder}/${path}`, name)),
  };
}

/**
 * Reads a package; `name` is the file's. Throws `import/unknown` where it is an archive of something else, `import/broken`
 * where it is none, or where a part is missing or not what it is said to be, and `import/too-large` past the limits of archives.
 */
export function readPackage(bytes: Uint8Array<ArrayBuffer>, name: string): Package {
  const archive = openZip(bytes, name);
  if (!archive.has('about.json')) throw new Fault('import/unknown', name);
  const about = readAbout(jsonAt(archive, 'about.json', name), name);
  const { made, purpose, papers } = about;
  return { made, purpose, papers: papers.map((paper) => unpack(archive, paper, name)) };
}
