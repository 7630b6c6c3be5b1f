/** What random manuscripts are made of: sentences in the public domain, in a page of tests as in Node. */
import { fetched, publicWorks, type Read } from '../anchoring/edited/texts.ts';

/** The sentences of a text in their order, each with its words between single spaces. */
export interface Source {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** In Node, files are named from the top folder, which must be the working folder; types of Node are not at hand here. */
async function fromDisk(path: string): Promise<string> {
  const name = 'node:fs/promises';
  const files = (await import(/* @vite-ignore */ name)) as {
    readFile(path: string, encoding: 'utf8'): Promise<string>;
  };
  return files.readFile(path, 'utf8');
}

/** A file by its path below the top folder, here as there. */
export const readHere: Read = (path) =>
  'process' in globalThis && !('document' in globalThis) ? fromDisk(path) : fetched(path);

/** Sentences that a manuscript can be made of: of some length, and whole. */
const isFit = (sentence: string): boolean =>
  sentence.length >= 30 && sentence.length <= 420 && /^\p{Lu}.*[.?!]$/u.test(sentence);

let kept: Promise<readonly Source[]> | null = null;

/** Moby Dick, addresses on the state of the union, the sonnets; read once. */
export function sources(): Promise<readonly Source[]> {
  kept ??= publicWorks(readHere).then((works) =>
    works.map(({ name, paragraphs }) => ({
      name,
      sentences: paragraphs
        .flatMap((paragraph) => paragraph.split(/(?<=[.?!]) (?=\p{Lu})/u))
        .map((sentence) => sentence.normalize('NFC'))
        .filter(isFit),
    })),
  );
  return kept;
}
