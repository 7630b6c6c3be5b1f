/** Whether a file of ours is just what its records make: then nothing of it has to be kept beside them. */
import type { NotebookRecord } from '../model/records.ts';
import type { AifFile } from './aif-file.ts';
import { ownKey } from './aif-names.ts';
import { aifValue, type AifContext } from './aif-write.ts';
import { isObject, objectIn, own, textIn, type JsonObject } from './json-values.ts';

/** What a file of ours says of itself. */
function contextIn({ frame, lists, wrapper }: AifFile): AifContext | null {
  const root = objectIn(frame, ownKey);
  if (!root || wrapper === 'ova2') return null;
  const paper = objectIn(root, 'paper');
  const [person] = lists.get('participants') ?? [];
  return {
    title: textIn(root, 'title'),
    paper: paper ? { title: textIn(paper, 'title'), hash: textIn(paper, 'hash') } : null,
    speaker: isObject(person)
      ? { firstname: textIn(person, 'firstname'), surname: textIn(person, 'surname') }
      : null,
    made: textIn(root, 'made'),
    dialect: wrapper,
  };
}

/** Sums say what was there when the file was written; they may differ where it was edited since. */
function withoutSums(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSums);
  if (!isObject(value)) return value;
  const isSummed = typeof own(value, 'kind') === 'string' && typeof own(value, 'base') === 'string';
  const isRoot = own(value, 'version') === 1 && typeof own(value, 'made') === 'string';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isSummed && key === 'base') && !(isRoot && key === 'held'))
      .map(([key, one]) => [key, withoutSums(one)]),
  );
}

/** A file, and the same as its records make it, both without sums; null where it is not wholly ours. */
export function writtenAgain(
  records: readonly NotebookRecord[],
  file: AifFile,
  value: unknown,
): { readonly made: unknown; readonly found: unknown } | null {
  const context = contextIn(file);
  if (!context) return null;
  const made: JsonObject = aifValue(records, context);
  return { made: withoutSums(made), found: withoutSums(value) };
}
