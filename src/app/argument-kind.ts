/** Whether a file is an argument: asked of every file that is dropped, so that it must be small and quick. */
import { piecesOf } from '../formats/annotations.ts';
import { largestArgument, sniffArgument } from '../formats/argument-file.ts';

/** As much of a file as tells what it is, in bytes. */
const beginning = 200_000;

/** The text of a file: UTF-8, or UTF-16 where it says so. */
export async function textOf(file: Blob): Promise<string> {
  let text = '';
  for await (const piece of piecesOf(file)) text += piece;
  return text;
}

/** Whether a file is Argdown or AIF, by how it begins, whatever it is called. */
export async function isArgument(file: Blob): Promise<boolean> {
  if (file.size > largestArgument) return false;
  return sniffArgument(await textOf(file.slice(0, beginning))) !== null;
}
