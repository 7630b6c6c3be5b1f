/** Keeps papers that were read: one step for entry, text, file and pictures; and puts a better copy in the place of an older one. */
import type { DraftFront } from '../model/draft.ts';
import type { Front } from '../model/paper.ts';
import type { Storage } from '../storage/contract.ts';
import type { KeptPaper, PaperBody, PaperFile } from '../storage/papers.ts';
import { freeId } from './paper-id.ts';
import type { PendingPaper } from './pending-paper.ts';

/** What one needs to bring a paper back as it was. */
export interface FormerCopy {
  readonly paper: KeptPaper;
  readonly body: PaperBody;
  readonly files: readonly PaperFile[];
}

/** What the library needs to know of front matter; null for what is not known. */
export const wholeFront = (front: DraftFront): Front => ({
  ...front,
  title: front.title ?? 'Untitled',
  authors: front.authors ?? [],
  year: front.year ?? null,
  journal: front.journal ?? null,
  volume: front.volume ?? null,
  issue: front.issue ?? null,
  season: front.season ?? null,
  firstPage: front.firstPage ?? null,
  lastPage: front.lastPage ?? null,
});

/** Bytes that a paper takes, about: a string takes two for most of its letters in the worst case, mostly one. */
const sizeOf = ({ xml }: PendingPaper, files: readonly PaperFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.byteLength, xml.length * 2);

const entry = (pending: PendingPaper, id: string, size: number, now: string): KeptPaper => ({
  id,
  hash: pending.hash,
  firstHash: pending.firstHash,
  front: wholeFront(pending.draft.front),
  tags: [],
  counts: pending.counts,
  format: pending.draft.format,
  fileName: pending.file.name,
  size,
  added: now,
  removed: null,
});

/** The name of the original among a paper's files: the pictures' names are the draft's, and one may be the same. */
const originalName = ({ file, pictures }: PendingPaper): string =>
  freeId(file.name || 'paper', (name) => pictures.some((picture) => picture.name === name));

async function filesOf(pending: PendingPaper, paper: string): Promise<readonly PaperFile[]> {
  const { file, pictures } = pending;
  const original: PaperFile = {
    paper,
    name: originalName(pending),
    role: 'original',
    type: file.type || 'application/octet-stream',
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
  const drawn = pictures.map(({ name, type, bytes }): PaperFile => {
    return { paper, name, role: 'picture', type, bytes: new Uint8Array(bytes) };
  });
  return [original, ...drawn];
}

/**
 * Keeps a paper as a new one and answers its entry. Where its id is taken by another that is in the library, it gets
 * one of its own; one that was removed is replaced. Throws faults of storage; then nothing was kept.
 */
export async function keepPaper(storage: Storage, pending: PendingPaper, now: Date): Promise<KeptPaper> {
  const kept = await storage.papers.list();
  const id = freeId(pending.id, (one) => kept.some((paper) => paper.id === one && paper.removed === null));
  const files = await filesOf(pending, id);
  const paper = entry(pending, id, sizeOf(pending, files), now.toISOString());
  const { xml, draft } = pending;
  await storage.papers.keep(paper, { id, xml, draft }, files);
  return paper;
}

async function copyOf(storage: Storage, paper: KeptPaper): Promise<FormerCopy> {
  const { papers } = storage;
  const body = (await papers.body(paper.id)) ?? { id: paper.id, xml: '', draft: null };
  const names = await papers.files(paper.id);
  const files = await Promise.all(names.map(({ name }) => papers.file(paper.id, name)));
  return { paper, body, files: files.filter((file) => file !== null) };
}

/** The text that positions of present records count in, kept so that they can be carried over. */
async function keepOldText(storage: Storage, { paper, body }: FormerCopy, now: string): Promise<void> {
  const { readJats } = await import('../formats/jats.ts');
  const { text } = readJats(body.xml, paper.id);
  await storage.keepText({ hash: paper.hash, paper: paper.id, text: text.text, kept: now });
}

/**
 * Puts a better copy in the place of `old`: same id, tags and date, so that notebooks find it; what was marked is
 * carried over when it is opened. Answers the former copy, which can be brought back. Throws faults of storage.
 */
export async function replacePaper(
  storage: Storage,
  old: KeptPaper,
  pending: PendingPaper,
  now: Date,
): Promise<FormerCopy> {
  const former = await copyOf(storage, old);
  if (former.body.xml) await keepOldText(storage, former, now.toISOString());
  const files = await filesOf(pending, old.id);
  const fresh = entry(pending, old.id, sizeOf(pending, files), old.added);
  const { xml, draft } = pending;
  await storage.papers.keep({ ...fresh, tags: old.tags }, { id: old.id, xml, draft }, files);
  return former;
}

/** Brings a former copy back; what was marked meanwhile is carried over like before. Throws faults of storage. */
export async function restoreCopy(storage: Storage, former: FormerCopy, now: Date): Promise<void> {
  const present = await storage.papers.paper(former.paper.id);
  if (present) await keepOldText(storage, await copyOf(storage, present), now.toISOString());
  await storage.papers.keep(former.paper, former.body, former.files);
}
