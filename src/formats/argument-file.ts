/** A file that holds an argument, as its reader hands it on: one shape for Argdown, AIF and pictures with a map in them. */
import type { NotebookRecord } from '../model/records.ts';
import type { Finding } from './finding.ts';

export const argumentFormats = ['argdown', 'aif', 'picture'] as const;
export type ArgumentFormat = (typeof argumentFormats)[number];

/** See the head of this file. */
export interface ArgumentFile {
  readonly format: ArgumentFormat;
  /** What the file calls itself; empty where it says nothing. */
  readonly title: string;
  /**
   * What was read, each id once. They are not checked yet: whoever takes them in reads each with `readRecord`. What a
   * file of ours says of its records comes back as it was written; what another program's file lacks is made
   * from its own words, so that the same file gives the same ids on every machine.
   */
  readonly records: readonly NotebookRecord[];
  /** What was left out, or kept in part. */
  readonly findings: readonly Finding[];
  /**
   * By a record's id: what the record was when we wrote the file (`baseOf`), so that one can tell what was changed in
   * the file from what was changed here. Empty where the file is not ours.
   */
  readonly bases: ReadonlyMap<string, string>;
  /** When we wrote the file, an ISO date in UTC; null where it is not ours, or does not say. */
  readonly made: string | null;
  /** Sums of the ids of all that was in the file when we wrote it (`heldOf`). Absent: the file does not say. */
  readonly held?: string;
  /** The paper that the file is about; null where it does not say. */
  readonly paper: { readonly title: string; readonly hash: string } | null;
}

/** Largest file that is read, in bytes, and most claims that are taken from one: more is refused, with the limit named. */
export const largestArgument = 20_000_000;
export const mostClaims = 20_000;

/** So much of a file is looked at to tell what it is, in UTF-16 units. */
const beginning = 200_000;

/**
 * Tells by its content what a text is; its name is never asked. Null where it is no argument that Warrant knows: a
 * notebook of ours, other JSON, XML, something that is not text.
 */
export function sniffArgument(text: string): 'argdown' | 'aif' | null {
  const start = text.slice(0, beginning).replace(/^\uFEFF/u, '');
  if (start.trim() === '' || start.includes('\0')) return null;
  if (/^\s*[{[]\s*(?:["{}[\]]|$)/u.test(start)) {
    return /"(?:nodes|AIF)"\s*:/u.test(start) && !/"type"\s*:\s*"warrant-notebook"/u.test(start)
      ? 'aif'
      : null;
  }
  if (/^\s*<(?:\?xml|!doctype|html|svg)\b/iu.test(start)) return null;
  const signs = [
    /^[ \t]*(?:\[[^\n\]]+\]|<[^\n>]+>)/mu,
    /^[ \t]+(?:<?[+-]|[+-]>|><|<?_|_>)[ \t]/mu,
    /^[ \t]*\(\d+\)[ \t]/mu,
    /^\s*={3,}/u,
    /^#{1,6} /mu,
  ];
  return signs.some((sign) => sign.test(start)) ? 'argdown' : null;
}
