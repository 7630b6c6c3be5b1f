/** Notebooks of others as files: read in steps, checked, held against what is open. Nothing here changes a desk. */
import { atLeisure } from '../desk/at-leisure.ts';
import type { Desk, Layer, Opened } from '../desk/desk.ts';
import { Fault } from '../model/fault.ts';
import { hashText } from '../model/paper.ts';
import type { NotebookFile } from '../model/notebook-file.ts';
import { notebookFileSteps } from '../notebook/file.ts';
import { fold } from '../text/fold.ts';
import { notebookInPicture } from './picture-files.ts';

/** Larger files are not even read, in bytes. */
export const largestFile = 50 * 1024 * 1024;

/** What one is offered to choose from where a notebook or a picture of a map is to be opened. */
export const layerTypes = '.json,.png,.svg,.pdf';

/** A file that was read: its text, and what it holds. */
export interface ReadFile {
  readonly json: string;
  readonly notebook: NotebookFile;
}

/** Above so many characters the parsing alone would hold up the page: a worker does it. */
const large = 1_000_000;

/** Reads a notebook's text without holding up the page. Throws `notebook/malformed`. */
export async function readLayerText(json: string): Promise<NotebookFile> {
  if (json.length < large) return atLeisure(notebookFileSteps(json));
  const { readInWorker } = await import('./layer-reading.ts');
  return readInWorker(new Blob([json]));
}

/** The notebook's text: the file itself, or what a picture of a map carries. */
async function textOf(file: File): Promise<string> {
  try {
    return (await notebookInPicture(file)) ?? (await file.text());
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('notebook/malformed', 'it cannot be read from the disk', { cause });
  }
}

/**
 * Reads a notebook's file, or the map in a picture. Throws `notebook/too-large` before it reads, `picture/no-map`, or
 * `notebook/malformed`.
 */
export async function readLayerFile(file: File): Promise<ReadFile> {
  if (file.size > largestFile) throw new Fault('notebook/too-large', file.name);
  const json = await textOf(file);
  return { json, notebook: await readLayerText(json) };
}

const sameTitle = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((title) =>
    fold(title)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return a !== '' && a === b;
};

/** Whether a notebook is on a paper, in whatever text of it: they share the id, or the title but for its spelling. */
export const isOnPaper = (paper: NotebookFile['paper'], id: string, title: string): boolean =>
  paper.id === id || sameTitle(paper.title, title);

/** How a notebook stands to the paper of a desk: on this very text, on another text of the paper, or on another paper. */
export function aboutWhat({ paper }: NotebookFile, desk: Desk): 'this' | 'other-text' | 'other-paper' {
  if (paper.hash === desk.version) return 'this';
  return isOnPaper(paper, desk.paper.id, desk.paper.front.title) ? 'other-text' : 'other-paper';
}

/** The paper text that came along, where it is the one that its hash names; null where none did, or it is another. */
export async function textAlong({ paper }: NotebookFile): Promise<string | null> {
  if (paper.text === undefined) return null;
  return (await hashText(paper.text)) === paper.hash ? paper.text : null;
}

function* sameSteps(one: Opened, other: Opened): Generator<void, boolean> {
  if (one.records.size !== other.records.size) return false;
  const rest = other.records.values();
  let at = 0;
  for (const record of one.records.values()) {
    if (JSON.stringify(record) !== JSON.stringify(rest.next().value)) return false;
    at += 1;
    if (at % 100 === 0) yield;
  }
  return true;
}

/** Whether two layers say the same: their records, in their order, and what the file says beside them. */
export async function saysNothingNew(one: Layer, other: Layer): Promise<boolean> {
  const [a, b] = [one.opened, other.opened];
  if (!a || !b || one.kind !== other.kind || one.creator !== other.creator) return false;
  const facts = ({ name, version, answers, instructions }: Opened): string =>
    JSON.stringify([name, version, answers, instructions]);
  return facts(a) === facts(b) && (await atLeisure(sameSteps(a, b)));
}
