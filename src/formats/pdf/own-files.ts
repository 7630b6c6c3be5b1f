/** The files that come with pdf.js (character maps, standard fonts, decoders), from our own build and nowhere else. */

/** Each kind, and how its names look; the folders are spelt out so that the bundler sees which files may be asked for. */
const kinds: readonly (readonly [kind: string, pattern: RegExp, url: (name: string) => URL])[] = [
  [
    'cMapUrl',
    /^([\w-]+)\.bcmap$/u,
    (name) => new URL(`../../../node_modules/pdfjs-dist/cmaps/${name}.bcmap`, import.meta.url),
  ],
  [
    'standardFontDataUrl',
    /^(Foxit\w+)\.pfb$/u,
    (name) => new URL(`../../../node_modules/pdfjs-dist/standard_fonts/${name}.pfb`, import.meta.url),
  ],
  [
    'standardFontDataUrl',
    /^(LiberationSans-\w+)\.ttf$/u,
    (name) => new URL(`../../../node_modules/pdfjs-dist/standard_fonts/${name}.ttf`, import.meta.url),
  ],
  [
    'wasmUrl',
    /^(jbig2|openjpeg|qcms_bg)\.wasm$/u,
    (name) => new URL(`../../../node_modules/pdfjs-dist/wasm/${name}.wasm`, import.meta.url),
  ],
];

/** Null where a name is none of ours: names come out of the PDF. */
function address(kind: string, name: string): URL | null {
  for (const [one, pattern, url] of kinds) {
    const bare = one === kind ? pattern.exec(name)?.[1] : undefined;
    if (bare !== undefined) return url(bare);
  }
  return null;
}

/** A small file may have been built into the script itself, as a data address. */
const inlined = (data: string): Uint8Array =>
  Uint8Array.from(atob(data.slice(data.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));

/** What pdf.js asks for by kind and name. Throws where it is not ours or not there; pdf.js then does without. */
export async function ownFile(kind: string, name: string): Promise<Uint8Array> {
  const url = address(kind, name);
  if (!url) throw new RangeError(`pdf.js comes with no ${name}.`);
  if (url.protocol === 'data:') return inlined(url.href);
  const response = await fetch(url);
  if (!response.ok) throw new RangeError(`${name} could not be had.`);
  return new Uint8Array(await response.arrayBuffer());
}
