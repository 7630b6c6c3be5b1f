/** Papers as a package: what is kept of them, gathered and written beside the page. Nothing here changes anything. */
import { self } from '../desk/own-records.ts';
import { packageEnding } from '../formats/paper/package-about.ts';
import { safeName, type Package, type PackedFile, type PackedPaper } from '../formats/paper/package.ts';
import { readJats } from '../formats/jats.ts';
import { Fault } from '../model/fault.ts';
import { hashText, type Paper } from '../model/paper.ts';
import { writeNotebookFile } from '../notebook/file.ts';
import { Notebook } from '../notebook/notebook.ts';
import type { Storage } from '../storage/contract.ts';
import { fetchPaper } from './corpus.ts';
import type { LibraryPaper } from './library-paper.ts';
import { inPackageWorker } from './package-worker-link.ts';

/** What goes along with the papers. */
export interface PackageChoice {
  readonly hasOriginals: boolean;
  readonly hasNotebooks: boolean;
  /** `continue`: the notebook goes on elsewhere as the opener's own; `share`: others read it. */
  readonly purpose: Package['purpose'];
  /** Who made the notebooks, for others; empty for nobody. */
  readonly name: string;
}

/** Larger packages could not be opened again, in bytes. */
export const largestPackage = 360 * 1024 * 1024;

/** The reader's notebooks on a paper that hold anything, as the texts of their files. */
async function notebooksOf(
  paper: Paper,
  hash: string,
  choice: PackageChoice,
  storage: Storage,
): Promise<readonly string[]> {
  const made = new Date().toISOString();
  const creator = choice.purpose === 'share' ? choice.name.trim() : self;
  const texts: string[] = [];
  for (const meta of await storage.notebooks(paper.id)) {
    const notebook = new Notebook();
    notebook.load(await storage.load(meta.id));
    if (notebook.records.size === 0) continue;
    const records = [...notebook.records.values()].map((record) =>
      record.creator === self ? { ...record, creator } : record,
    );
    const about = { id: paper.id, title: paper.front.title.slice(0, 1000), hash };
    const name = choice.purpose === 'share' && creator ? `Notebook of ${creator}` : meta.name;
    texts.push(writeNotebookFile({ id: meta.id, name, creator, paper: about, made }, records));
  }
  return texts;
}

async function filesOf(
  id: string,
  { hasOriginals }: PackageChoice,
  storage: Storage,
): Promise<readonly PackedFile[]> {
  const files: PackedFile[] = [];
  for (const { name, role } of await storage.papers.files(id)) {
    if (role === 'original' && !hasOriginals) continue;
    const file = await storage.papers.file(id, name);
    if (file) files.push({ name, role, type: file.type || 'application/octet-stream', bytes: file.bytes });
  }
  return files;
}

/** A paper with what goes along with it. Throws `paper/unknown` and other faults where it cannot be read. */
async function packed(paper: LibraryPaper, choice: PackageChoice, storage: Storage): Promise<PackedPaper> {
  const { id, tags } = paper;
  const [kept, body] = await Promise.all([storage.papers.paper(id), storage.papers.body(id)]);
  const xml = body?.xml ?? (await fetchPaper(id));
  const read = readJats(xml, id);
  const hash = await hashText(read.text.text);
  return {
    id,
    hash,
    firstHash: kept?.firstHash ?? hash,
    front: read.front,
    tags,
    format: kept?.format ?? 'jats',
    fileName: paper.fileName ?? 'paper.xml',
    added: paper.added,
    xml,
    draft: body?.draft ?? null,
    files: await filesOf(id, choice, storage),
    notebooks: choice.hasNotebooks ? await notebooksOf(read, hash, choice, storage) : [],
  };
}

const sizeOf = ({ xml, files }: PackedPaper): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, xml.length * 3);

/**
 * The bytes of a package. `onPaper` hears after each paper. Throws faults of what cannot be read, and `export/package-large`
 * where it would be too large to be opened again.
 */
export async function makePackage(
  papers: readonly LibraryPaper[],
  choice: PackageChoice,
  storage: Storage,
  onPaper: (done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const all: PackedPaper[] = [];
  let size = 0;
  for (const paper of papers) {
    const one = await packed(paper, choice, storage);
    size += sizeOf(one);
    if (size > largestPackage) throw new Fault('export/package-large');
    all.push(one);
    onPaper(all.length);
  }
  const whole = { made: new Date().toISOString(), purpose: choice.purpose, papers: all };
  return inPackageWorker({ say: 'write', whole });
}

/** What the file is called: after the one paper, or after the day. */
export function packageName(papers: readonly LibraryPaper[]): string {
  const [first] = papers;
  const name = papers.length === 1 && first ? first.id : `papers-${new Date().toISOString().slice(0, 10)}`;
  return `${safeName(name, new Set())}${packageEnding}`;
}
