/** The parts of citation.js that the readers of references use: those that turn text into CSL, and nothing that fetches. */
declare module '@citation-js/plugin-bibtex/lib-mjs/input/entries.js' {
  /** An entry of a BibTeX file: raw values by field, in lower case. */
  export interface RawEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  /** CSL-JSON of BibLaTeX entries, old BibTeX fields too. Throws on values that TeX could not read either. */
  export function parse(entries: readonly RawEntry[]): Record<string, unknown>[];
}

declare module '@citation-js/plugin-ris/lib-mjs/ris.js' {
  /** CSL-JSON of one record: values by tag, a list where the tag stands more than once. */
  export function parseMixed(
    record: Readonly<Record<string, string | readonly string[]>>,
  ): Record<string, unknown>;
}
