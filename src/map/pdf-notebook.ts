/** The records that a PDF of the map carries: in its metadata, as JSON in letters that survive every encoding. Out and in. */

/** The namespace under which they stand. */
export const notebookSpace = 'urn:warrant:notebook#';

/** The records as text of the 64 letters, made in pieces that a call can take. */
export function notebookText(notebook: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(notebook));
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 24_000)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + 24_000))));
  return pieces.join('');
}

/** Reads the notebook that a PDF of ours carries; null where it carries none, or only half of one. */
export function readPdfNotebook(pdf: Uint8Array): unknown {
  const text = new TextDecoder('latin1').decode(pdf);
  const at = text.indexOf(notebookSpace);
  const found = at < 0 ? null : /<jspdf:metadata>([A-Za-z0-9+/=]*)<\/jspdf:metadata>/u.exec(text.slice(at));
  if (!found?.[1]) return null;
  try {
    const bytes = Uint8Array.from(atob(found[1]), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return null;
  }
}
