/** The papers that ship with the app, and how their files are fetched. */
import { Fault } from '../model/fault.ts';

/** A paper on the shelf, as `corpus/index.json` describes it. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly journal: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly season?: string;
  /** First and last page with a dash between; absent where it has no printed pages. */
  readonly pages?: string;
  /** True for a short text to try things on. */
  readonly isSample?: boolean;
  /** Hash of its text: what a file with the same text is known by. */
  readonly hash?: string;
  readonly counts: { readonly notes: number; readonly pages: number; readonly words: number };
}

// Each file is named by a literal URL: that is how the build finds it and copies it.
const files: Readonly<Record<string, { readonly paper: URL; readonly reading?: URL }>> = {
  'gul-2008': {
    paper: new URL('../../corpus/gul-2008/paper.xml', import.meta.url),
    reading: new URL('../../corpus/gul-2008/reading.json', import.meta.url),
  },
  'melville-advocate': { paper: new URL('../../corpus/melville-advocate/paper.xml', import.meta.url) },
  'melville-affidavit': { paper: new URL('../../corpus/melville-affidavit/paper.xml', import.meta.url) },
};

async function fetchText(url: URL, name: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new Fault('paper/unreadable', name, { cause });
  }
  if (!response.ok) throw new Fault('paper/unreadable', name);
  return response.text();
}

/** The shelf. Throws `paper/unreadable` where it cannot be had. */
export async function listPapers(): Promise<readonly Listed[]> {
  try {
    // As a module, not as a file: the build would put so small a file into the code as an address.
    const { default: listing } = await import('../../corpus/index.json', { with: { type: 'json' } });
    return listing.papers;
  } catch (cause) {
    throw new Fault('paper/unreadable', 'the list of papers', { cause });
  }
}

/** The JATS of a paper that was added on this device. Throws faults of storage, or `paper/unknown`. */
async function keptPaper(id: string): Promise<string> {
  const { storage } = await import('./own-storage.ts');
  const body = await (await storage()).papers.body(id);
  if (!body) throw new Fault('paper/unknown', id);
  return body.xml;
}

/** Whether a paper ships with the app. */
export const isShipped = (id: string): boolean => Object.hasOwn(files, id);

/** A paper's JATS. Throws `paper/unknown` where there is no such paper, or faults of storage. */
export function fetchPaper(id: string): Promise<string> {
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  return file ? fetchText(file.paper, id) : keptPaper(id);
}

/** The edition's notebook as parsed JSON; null where a paper has none. */
export async function fetchReading(id: string): Promise<unknown> {
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  return file?.reading ? (JSON.parse(await fetchText(file.reading, `${id}, reading`)) as unknown) : null;
}
