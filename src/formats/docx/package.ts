/** A Word file as a package: its main part, the parts that this refers to, and the files beside it. */
import { Fault } from '../../model/fault.ts';
import { textOfBytes } from '../paper/charset.ts';
import { parseXmlDocument } from '../paper/dom.ts';
import type { Tag } from '../paper/tree.ts';
import { openZip, type Archive } from '../paper/unzip.ts';

/** What a part refers to by an id. */
export interface Relation {
  /** The last word of its type: `footnotes`, `hyperlink`, `image`. */
  readonly type: string;
  /** An address outside, or the path of a part. */
  readonly target: string;
  readonly isOutside: boolean;
}

export type Relations = ReadonlyMap<string, Relation>;

/** The value of an element's `val`; null where either is absent. */
export const valueOf = (tag: Tag | undefined): string | null => tag?.attribute('val') ?? null;

/** A switch: there and not off. Undefined where it is not said. */
export function isOn(tag: Tag | undefined): boolean | undefined {
  if (!tag) return undefined;
  return !['0', 'false', 'off', 'none'].includes(valueOf(tag) ?? '1');
}

/** A path from the top of the archive, of a target as it is written in a part in `folder`. */
function resolve(target: string, folder: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (step === '..') path.pop();
    else if (step && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** A Word file that is open. */
export class WordPackage {
  readonly archive: Archive;
  readonly name: string;
  /** The path of the main part. */
  readonly main: string;

  /** Throws `import/broken` where it is no archive with a main part; `name` is the file's. */
  constructor(bytes: Uint8Array<ArrayBuffer>, name: string) {
    this.archive = openZip(bytes, name);
    this.name = name;
    const [main] = this.relationsOfType(this.relations(''), 'officeDocument');
    this.main = main?.target ?? 'word/document.xml';
    if (!this.archive.has(this.main)) throw new Fault('import/broken', name);
  }

  /** A part as a tree; null where it is not there. */
  tree(path: string): Tag | null {
    const bytes = this.archive.bytes(path);
    return bytes && parseXmlDocument(textOfBytes(bytes), this.name);
  }

  /** What a part refers to; that of the package itself for an empty path. */
  relations(path: string): Relations {
    const cut = path.lastIndexOf('/') + 1;
    const folder = path.slice(0, cut);
    const root = this.tree(`${folder}_rels/${path.slice(cut)}.rels`);
    const found = new Map<string, Relation>();
    for (const one of root?.children('Relationship') ?? []) {
      const isOutside = one.attribute('TargetMode') === 'External';
      const written = one.attribute('Target') ?? '';
      const type = (one.attribute('Type') ?? '').split('/').at(-1) ?? '';
      const target = isOutside ? written : resolve(written, folder);
      found.set(one.attribute('Id') ?? '', { type, target, isOutside });
    }
    return found;
  }

  relationsOfType(relations: Relations, type: string): readonly Relation[] {
    return [...relations.values()].filter((one) => one.type === type && !one.isOutside);
  }

  /** The part of a kind that the main part refers to, with its path; null where there is none. */
  part(relations: Relations, type: string): { readonly tree: Tag; readonly path: string } | null {
    const [relation] = this.relationsOfType(relations, type);
    const tree = relation ? this.tree(relation.target) : null;
    return relation && tree ? { tree, path: relation.target } : null;
  }
}
