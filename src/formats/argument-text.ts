/** Reads the text of a file with an argument, whatever its format; which it is, its content tells. */
import { Fault } from '../model/fault.ts';
import { mostClaims, sniffArgument, type ArgumentFile } from './argument-file.ts';

/**
 * `name` is a file's, for messages only; `now`, an ISO date in UTC, is for what has no date of its own. Rejects with a
 * Fault `argument/unknown`, `argument/broken` or `argument/too-many`.
 */
export async function readArgumentText(text: string, name: string, now: string): Promise<ArgumentFile> {
  const format = sniffArgument(text);
  if (format === null) throw new Fault('argument/unknown', name);
  if (format === 'argdown') {
    const { readArgdown } = await import('./argdown-read.ts');
    return readArgdown(text, { name, now });
  }
  const { readAif } = await import('./aif-read.ts');
  const file = readAif(text, now);
  if (file.records.length === 0 && file.findings.length > 0) throw new Fault('argument/broken', name);
  if (file.records.filter(({ kind }) => kind === 'claim').length > mostClaims)
    throw new Fault('argument/too-many', name);
  return file;
}
