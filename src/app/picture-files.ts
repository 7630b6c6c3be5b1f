/** The notebook that a picture of a map carries: PNG, SVG and PDF as Warrant makes them, told by what is in them. */
import { Fault } from '../model/fault.ts';

const beginnings = {
  png: [0x89, 0x50, 0x4e, 0x47],
  pdf: [0x25, 0x50, 0x44, 0x46],
  jpg: [0xff, 0xd8, 0xff],
  riff: [0x52, 0x49, 0x46, 0x46],
};

type Kind = keyof typeof beginnings | 'svg';

/** As much of a file as tells what it is. */
const enough = 4_096;

/** What kind of picture a file is, by how it begins, whatever it is called; null where it is none. */
async function kindOf(file: Blob): Promise<Kind | null> {
  const bytes = new Uint8Array(await file.slice(0, enough).arrayBuffer());
  for (const [kind, beginning] of Object.entries(beginnings))
    if (beginning.every((byte, at) => bytes[at] === byte)) return kind as Kind;
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/u, '')
    .trimStart();
  return text.startsWith('<') && /<(?:\w+:)?svg[\s>]/u.test(text) ? 'svg' : null;
}

/** Only the text of one element is taken; nothing of the picture is put on the page. */
async function inSvg(text: string): Promise<unknown> {
  const [{ parseXml }, { mayHoldNotebook, notebookInSvg }] = await Promise.all([
    import('../formats/xml.ts'),
    import('../map/svg-notebook.ts'),
  ]);
  if (!mayHoldNotebook(text)) return null;
  try {
    return notebookInSvg(parseXml(text, 'picture'));
  } catch {
    return null;
  }
}

async function read(file: Blob, kind: Kind): Promise<unknown> {
  if (kind === 'svg') return inSvg(await file.text());
  if (kind !== 'png' && kind !== 'pdf') return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kind === 'png') return (await import('../map/png-file.ts')).readPngNotebook(bytes);
  return (await import('../map/pdf-notebook.ts')).readPdfNotebook(bytes);
}

/**
 * The text of the notebook that a picture carries, not checked yet; null where the file is no picture. Throws
 * `picture/no-map` for a picture that carries none, or only half of one.
 */
export async function notebookInPicture(file: File): Promise<string | null> {
  const kind = await kindOf(file);
  if (kind === null) return null;
  const notebook = await read(file, kind);
  if (notebook === null) throw new Fault('picture/no-map', file.name);
  return JSON.stringify(notebook);
}
