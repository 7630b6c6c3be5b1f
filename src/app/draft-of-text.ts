/** A draft of a paper of which only the text is kept: it is read again, like a file of JATS, in a worker. */
import type { Draft } from '../model/draft.ts';
import type { KeptPaper, PaperBody } from '../storage/papers.ts';
import { runFile } from './import-run.ts';

/** Null where what is kept cannot be read so, or would read as another text: then nothing of it is to be written over. */
export async function draftOfText({ id, xml }: PaperBody, { hash }: KeptPaper): Promise<Draft | null> {
  const never = new AbortController().signal;
  try {
    const file = new File([xml], `${id}.xml`, { type: 'application/xml' });
    const read = await runFile(file, { title: null, password: null, signal: never, onProgress: () => null });
    return read.hash === hash ? read.draft : null;
  } catch {
    return null;
  }
}
