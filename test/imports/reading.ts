/** Reads a text by a reader of papers, as a file of that name. */
import type { Draft } from '../../src/model/draft.ts';
import { Fault, type FaultCode } from '../../src/model/fault.ts';
import type { PaperReader } from '../../src/formats/paper/reader.ts';

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** What the reader makes of bytes. */
export const draftOfBytes = async (reader: PaperReader, bytes: Uint8Array<ArrayBuffer>): Promise<Draft> =>
  (await reader(bytes, { name: 'file', password: null, progress: () => undefined })).draft;

/** What the reader makes of a text. */
export const draftOf = (reader: PaperReader, text: string): Promise<Draft> =>
  draftOfBytes(reader, bytesOf(text));

/** Why the reader refuses a text; null where it does not. */
export async function refusal(reader: PaperReader, text: string): Promise<FaultCode | null> {
  try {
    await draftOf(reader, text);
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}
