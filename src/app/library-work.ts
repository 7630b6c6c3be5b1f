/** What a reader has made of the papers of the library: how far each was read, what was marked and claimed. */
import { Notebook } from '../notebook/notebook.ts';
import type { Storage } from '../storage/contract.ts';
import { progressKey, type Progress } from './reading-place.ts';

/** How far a paper was read. `reached` is a share of its text, 0 to 1; `read` an ISO date, null before the first reading. */
export interface Reached {
  readonly reached: number;
  readonly read: string | null;
}

/** What was made of a paper; null as long as nobody has counted. */
export interface Work extends Reached {
  readonly made: { readonly marks: number; readonly claims: number } | null;
}

/** Of a paper that nobody has opened. */
export const noWork: Work = { reached: 0, read: null, made: null };

/** How far a paper was read. */
export async function reachedIn(paper: string, storage: Storage): Promise<Reached> {
  const progress = (await storage.setting(progressKey(paper))) as Partial<Progress> | null | undefined;
  return {
    reached: typeof progress?.reached === 'number' ? Math.min(1, Math.max(0, progress.reached)) : 0,
    read: typeof progress?.read === 'string' ? progress.read : null,
  };
}

/** The reader's notebooks on a paper, as one. */
export async function notebookOn(paper: string, storage: Storage): Promise<Notebook> {
  const notebook = new Notebook();
  for (const meta of await storage.notebooks(paper)) notebook.load(await storage.load(meta.id));
  return notebook;
}

/** Counts the marks and claims that were made on a paper. */
export async function madeOf(paper: string, storage: Storage): Promise<NonNullable<Work['made']>> {
  const { records } = await notebookOn(paper, storage);
  const kinds = [...records.values()].map((record) => record.kind);
  return {
    marks: kinds.filter((kind) => kind === 'annotation').length,
    claims: kinds.filter((kind) => kind === 'claim').length,
  };
}
