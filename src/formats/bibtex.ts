/** BibTeX and BibLaTeX: entries as they stand in a file become CSL-JSON, TeX decoded by citation.js. */
import { parse } from '@citation-js/plugin-bibtex/lib-mjs/input/entries.js';
import { readBibtexEntries, type BibtexEntry } from './bibtex-entries.ts';
import type { Draft, Finding } from './finding.ts';

/** The entries that `entry` takes fields from (`crossref`), the nearest first; a circle is cut where it closes. */
function parents(entry: BibtexEntry, byLabel: ReadonlyMap<string, BibtexEntry>): BibtexEntry[] {
  const found: BibtexEntry[] = [];
  for (let here = entry; found.length < 10;) {
    const next = byLabel.get(here.properties['crossref'] ?? '');
    if (!next || next === entry || found.includes(next)) break;
    found.push(next);
    here = next;
  }
  const last = found.pop();
  if (!last) return [];
  const others = Object.entries(last.properties).filter(([name]) => name !== 'crossref');
  return [...found, { ...last, properties: Object.fromEntries(others) }];
}

/** Field by field what citation.js can decode: the others are left out and told of. */
function withoutUnreadable(entry: BibtexEntry, tell: (words: string) => void): BibtexEntry {
  const sound = Object.entries(entry.properties).filter(([name, value]) => {
    try {
      parse([{ type: entry.type, label: entry.label, properties: { [name]: value } }]);
      return true;
    } catch {
      tell(`the field “${name}” is no TeX that can be read and was left out (${value.slice(0, 80)})`);
      return false;
    }
  });
  return { ...entry, properties: Object.fromEntries(sound) };
}

/** A whole name in braces is a body's, not a family's: `{World Bank}`. */
function withBodies(csl: Record<string, unknown> | undefined): Record<string, unknown> | undefined {
  const isBody = (name: unknown): name is { family: string } => {
    const { family, ...others } = name as { family?: unknown };
    return typeof family === 'string' && family.includes(' ') && Object.keys(others).length === 0;
  };
  const fields = Object.entries(csl ?? {}).map(([key, value]) => {
    const isNames = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
    return [
      key,
      isNames ? value.map((one: unknown) => (isBody(one) ? { literal: one.family } : one)) : value,
    ];
  });
  return Object.fromEntries(fields) as Record<string, unknown>;
}

/** CSL of one entry. `related` are the entries it refers to; where they cannot be followed it stands alone. */
function convert(
  entry: BibtexEntry,
  related: readonly BibtexEntry[],
  tell: (words: string) => void,
): unknown {
  try {
    return withBodies(parse([...related, entry]).at(-1));
  } catch {
    const { crossref, ...properties } = withoutUnreadable(entry, tell).properties;
    if (crossref !== undefined) tell(`what it takes from “${crossref}” could not be read`);
    return withBodies(parse([{ ...entry, properties }])[0]);
  }
}

/** Values that a hostile file may use to reach into the reader's own objects, and annotations of biber. */
const isPlainField = (name: string): boolean => !name.includes('+') && !(name in Object.prototype);

/** Reads a file's entries; never throws. At most `most`; `rest` is awaited now and then, so that the page lives. */
export async function readBibtex(
  text: string,
  most: number,
  rest: () => Promise<void>,
): Promise<{ drafts: Draft[]; findings: Finding[] }> {
  const { entries, findings } = readBibtexEntries(text, most);
  const plain = entries.map((entry) => ({
    ...entry,
    properties: Object.fromEntries(Object.entries(entry.properties).filter(([name]) => isPlainField(name))),
  }));
  const byLabel = new Map(plain.map((entry) => [entry.label, entry]));
  const drafts: Draft[] = [];
  for (const entry of plain) {
    const { entry: number, line, label: key } = entry;
    const tell = (words: string): void => void findings.push({ entry: number, key, line, words });
    drafts.push({ entry: number, key, line, csl: convert(entry, parents(entry, byLabel), tell) });
    await rest();
  }
  return { drafts, findings: [...findings] };
}
