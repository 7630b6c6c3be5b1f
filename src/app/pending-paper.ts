/** A paper that was read and is not kept yet, and what is written of a draft whenever it is mended. */
import { draftText } from '../formats/paper/draft-text.ts';
import { writeJats } from '../formats/paper/jats-write.ts';
import type { Picture } from '../formats/paper/reader.ts';
import { pulse } from '../model/beat.ts';
import type { Draft } from '../model/draft.ts';
import { hashText } from '../model/paper.ts';
import type { KeptPaper } from '../storage/papers.ts';

/** What follows from a draft alone. */
export interface WrittenDraft {
  readonly draft: Draft;
  /** JATS. */
  readonly xml: string;
  /** The paper text, and its hash. */
  readonly text: string;
  readonly hash: string;
  readonly counts: KeptPaper['counts'];
}

/** Lives as long as the page: it is kept, or left out. */
export interface PendingPaper extends WrittenDraft {
  /** The id that it is kept under; stays while it is mended. */
  readonly id: string;
  /** Hash of the text as it was first read. */
  readonly firstHash: string;
  readonly pictures: readonly Picture[];
  /** The file as it was given. */
  readonly file: File;
}

const pagesOf = (draft: Draft): number =>
  draft.blocks.reduce((sum, { content }) => sum + content.filter(({ kind }) => kind === 'page').length, 0);

function wordsIn(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    pulse();
    count += line.match(/\S+/gu)?.length ?? 0;
  }
  return count;
}

/** Writes a draft as it is to be kept. Takes some ms for a long paper. */
export async function writeDraft(draft: Draft): Promise<WrittenDraft> {
  const text = draftText(draft);
  const counts = { notes: draft.notes.length, pages: pagesOf(draft), words: wordsIn(text) };
  return { draft, xml: writeJats(draft), text, hash: await hashText(text), counts };
}
