/** What a package says of itself (`about.json`), checked on the way in: every path stays in the folder of its paper. */
import { Fault } from '../../model/fault.ts';
import { readFront } from '../../model/front-shape.ts';
import type { Front } from '../../model/paper.ts';
import { flag, list, matching, object, oneOf, text, Unsound, type Shape } from '../../model/shapes.ts';
import { cleanTag } from '../../model/tags.ts';

/** How the names of packages end. */
export const packageEnding = '.warrant.zip';

/** A file of a paper, and where it lies in the folder of the paper. */
export interface AboutFile {
  readonly name: string;
  readonly role: 'original' | 'picture';
  readonly type: string;
  readonly path: string;
}

/** A paper; see `PackedPaper`. */
export interface AboutPaper {
  readonly folder: string;
  readonly id: string;
  readonly hash: string;
  readonly firstHash: string;
  readonly front: Front;
  readonly tags: readonly string[];
  readonly format: string;
  readonly fileName: string;
  readonly added: string | null;
  readonly hasDraft: boolean;
  readonly files: readonly AboutFile[];
  readonly notebooks: readonly string[];
}

export interface AboutPackage {
  readonly type: 'warrant-package';
  readonly version: 1;
  readonly made: string;
  readonly purpose: 'continue' | 'share';
  readonly papers: readonly AboutPaper[];
}

/** Most papers in a package, and most files and notebooks of one. */
const most = Object.freeze({ papers: 2_000, files: 5_000, notebooks: 500, tags: 100 });

const id = matching(/^[A-Za-z0-9][\w.:-]{0,63}$/, 'an id');
const hash = matching(/^sha256-[0-9a-f]{64}$/, 'a SHA-256 hash');
const date = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z$/, 'an ISO date in UTC');
const mime = matching(/^[\w.+-]{1,60}\/[\w.+-]{1,80}$/, 'a type of file');

/** A path of one folder and one name; none leads out of it. */
const path: Shape<string> = (value) => {
  const read = text(300)(value);
  if (read instanceof Unsound) return read;
  const isInside = /^(?:original|pictures|notebooks)\/[^/\\]+$/u.test(read) && !/\/\.{1,2}$/u.test(read);
  return isInside ? read : new Unsound('leads out of its folder');
};

const front: Shape<Front> = (value) => readFront(value);

const tags: Shape<readonly string[]> = (value) => {
  const read = list(text(500), most.tags)(value);
  return read instanceof Unsound ? read : Object.freeze([...new Set(read.map(cleanTag).filter(Boolean))]);
};

const is =
  <T>(only: T): Shape<T> =>
  (value) =>
    value === only ? only : new Unsound(`is not ${JSON.stringify(only)}`);

const file = object<AboutFile>({ name: text(300), role: oneOf('original', 'picture'), type: mime, path });

const paper = object<AboutPaper>({
  folder: matching(/^paper-\d{1,5}$/, 'a folder of a package'),
  id,
  hash,
  firstHash: hash,
  front,
  tags,
  format: matching(/^[a-z]{1,20}$/, 'a format'),
  fileName: text(300),
  added: (value) => (value === null ? null : date(value)),
  hasDraft: flag,
  files: list(file, most.files),
  notebooks: list(path, most.notebooks),
});

const shape = object<AboutPackage>({
  type: is('warrant-package'),
  version: is(1),
  made: date,
  purpose: oneOf('continue', 'share'),
  papers: list(paper, most.papers),
});

/** Reads it. Throws `import/unknown` where it is about something else, `import/broken` where anything is not sound. */
export function readAbout(value: unknown, name: string): AboutPackage {
  const about = shape(value);
  if (!(about instanceof Unsound)) return about;
  const isOurs = !['', 'type', 'version'].includes(about.where);
  throw new Fault(isOurs ? 'import/broken' : 'import/unknown', name, { cause: new Error(about.toString()) });
}
