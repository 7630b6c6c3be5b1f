/**
 * Reads references that somebody pastes or drops: BibTeX, BibLaTeX, RIS or CSL-JSON, told apart by their looks.
 * What cannot be read is named by entry and line, the rest is kept.
 */
import { salvageItem } from '../model/csl-shapes.ts';
import type { CslItem } from '../model/csl.ts';
import { Fault } from '../model/fault.ts';
import type { Unsound } from '../model/shapes.ts';
import { isBibtex } from './bibtex-entries.ts';
import { readCslJson } from './csl-json.ts';
import { tidyItem } from './csl-tidy.ts';
import type { Draft, Finding } from './finding.ts';

/** References that were read, and what could not be. Every item has an id; two never have the same. */
export interface References {
  readonly items: readonly CslItem[];
  readonly findings: readonly Finding[];
}

const maxLength = 2_000_000;
const maxEntries = 5_000;

type Format = 'bibtex' | 'ris' | 'csl';

/** By what it looks like; where it looks like nothing, by its name. */
function formatOf(text: string, hint: string): Format | null {
  if (/^\s*[[{]/u.test(text)) return 'csl';
  if (/^\s*TY {1,2}- ?\S/mu.test(text)) return 'ris';
  if (isBibtex(text)) return 'bibtex';
  const ending = /\.(bib|bibtex|ris|json)$/iu.exec(hint)?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return ending === 'ris' ? 'ris' : ending === 'json' ? 'csl' : 'bibtex';
}

/** Gives the page its turn every 30 ms or so. */
function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 30) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

async function readDrafts(
  text: string,
  format: Format,
): Promise<{ drafts: Draft[]; findings: Finding[] } | null> {
  if (format === 'csl') return readCslJson(text, maxEntries);
  if (format === 'ris') return (await import('./ris.ts')).readRis(text, maxEntries, turns());
  return (await import('./bibtex.ts')).readBibtex(text, maxEntries, turns());
}

const lostWords = ({ where, why }: Unsound): string =>
  `${where.replace(/\..*/u, '')} ${why} and was left out`;

/** An id that none has yet: its own, or that with a number. */
function ownId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** Checks one draft; null where it says nothing. */
function accept(draft: Draft, taken: Set<string>, tell: (words: string) => void): CslItem | null {
  const salvaged = salvageItem(tidyItem(draft.csl));
  const isEmpty = !salvaged || Object.keys(salvaged.item).length <= 2;
  if (isEmpty) {
    tell('names no work and was left out');
    return null;
  }
  for (const lost of salvaged.lost)
    tell(lost.where === 'type' ? 'its type is unknown; kept as a document' : lostWords(lost));
  const id = ownId(salvaged.item.id || draft.key || `entry-${draft.entry}`, taken);
  return Object.freeze({ ...salvaged.item, id });
}

/**
 * Reads the references in a text. `hint` is a file's name; it decides only where the text itself does not.
 * Rejects with a Fault `references/unknown` where it is none of the formats, `references/too-large` above
 * 2 million characters; nothing else that a text holds makes it reject. At most 5,000 entries are read.
 */
export async function readReferences(text: string, hint = ''): Promise<References> {
  if (text.length > maxLength) throw new Fault('references/too-large', hint);
  const plain = text.replace(/^\uFEFF/u, '');
  const format = formatOf(plain, hint);
  const read = format && (await readDrafts(plain, format));
  if (!read || read.drafts.length + read.findings.length === 0) throw new Fault('references/unknown', hint);
  const findings = [...read.findings];
  const taken = new Set<string>();
  const items = read.drafts.flatMap((draft) => {
    const { entry, key, line } = draft;
    return accept(draft, taken, (words) => void findings.push({ entry, key, line, words })) ?? [];
  });
  return { items, findings: findings.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}
