/** A row of the bench of imports: a document whose truth is known, read by the reader of its format and scored. */
import type { Draft, DraftBlock } from '../../src/model/draft.ts';
import type { PaperReader } from '../../src/formats/paper/reader.ts';
import { scoreDraft, type Score } from './score.ts';

/** A document that was read: how near it came, and how long that took (milliseconds). */
export interface Row {
  readonly name: string;
  readonly score: Score;
  readonly ms: number;
}

/** Reads a file and scores it. */
export async function rowOf(
  name: string,
  reader: PaperReader,
  bytes: Uint8Array<ArrayBuffer>,
  truth: Draft,
): Promise<Row> {
  const start = performance.now();
  const { draft } = await reader(bytes, { name, password: null, progress: () => undefined });
  const ms = performance.now() - start;
  return { name, score: scoreDraft(draft, truth), ms };
}

const within = (draft: Draft, change: (block: DraftBlock) => DraftBlock): Draft => ({
  ...draft,
  blocks: draft.blocks.map(change),
});

/** What a file without pages can say of a manuscript. */
export const withoutPages = (draft: Draft): Draft =>
  within(draft, (block) => ({ ...block, content: block.content.filter(({ kind }) => kind !== 'page') }));

/** Every `nth` marker is lost with its note: what a copy is like that lacks some. */
export function withoutSome(draft: Draft, nth: number): Draft {
  const lost = new Set(draft.notes.filter((_, at) => at % nth === nth - 1).map(({ id }) => id));
  const kept = within(draft, (block) => ({
    ...block,
    content: block.content.filter((one) => one.kind !== 'marker' || !lost.has(one.note)),
  }));
  return { ...kept, notes: draft.notes.filter(({ id }) => !lost.has(id)) };
}
