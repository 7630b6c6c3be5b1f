/** The pictures of a paper that is kept on this device, as addresses that the page may show. */
import type { PictureSource } from '../reader/pictures.ts';

/** Kinds that a browser shows and that run nothing. */
const shown = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Addresses that were made, by paper and name; they live as long as the page. */
const made = new Map<string, Promise<string | null>>();

async function make(paper: string, name: string): Promise<string | null> {
  const { storage } = await import('./own-storage.ts');
  const file = await (await storage()).papers.file(paper, name);
  if (file?.role !== 'picture' || !shown.includes(file.type)) return null;
  return URL.createObjectURL(new Blob([file.bytes], { type: file.type }));
}

const sources = new Map<string, PictureSource>();

/** Where the pictures of a paper come from; the same for the same paper. */
export function picturesOf(paper: string): PictureSource {
  const known = sources.get(paper);
  if (known) return known;
  const source: PictureSource = (name) => {
    const key = JSON.stringify([paper, name]);
    const address = made.get(key) ?? make(paper, name);
    made.set(key, address);
    return address;
  };
  sources.set(paper, source);
  return source;
}
