/** The fonts of a PDF, which must be inside the file: the text face in two weights, under the names that the picture asks for. */
import { lightPalette } from './palette.ts';

export interface PdfFont {
  /** Its name among the files inside. */
  readonly file: string;
  /** The file as base64. */
  readonly data: string;
  readonly family: string;
  readonly weight: 400 | 600;
}

const files = [
  {
    weight: 400,
    url: new URL('../../node_modules/source-serif/TTF/SourceSerif4-Regular.ttf', import.meta.url).href,
  },
  {
    weight: 600,
    url: new URL('../../node_modules/source-serif/TTF/SourceSerif4-Semibold.ttf', import.meta.url).href,
  },
] as const;

const firstFamily = (stack: string): string =>
  (stack.split(',')[0] ?? '').trim().replaceAll(/^["']|["']$/gu, '');

/** The face of the interface comes in no format that PDF takes: labels are set in the text face. */
const families = [firstFamily(lightPalette.fontText), firstFamily(lightPalette.fontUi)];

async function asBase64(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new RangeError(`The font ${url} did not come.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

let kept: Promise<readonly PdfFont[]> | null = null;

/** The fonts, fetched once. Throws where one does not come; the next call tries again. */
export function pdfFonts(): Promise<readonly PdfFont[]> {
  kept ??= Promise.all(files.map(async ({ weight, url }) => ({ weight, data: await asBase64(url) })))
    .then((loaded) =>
      loaded.flatMap(({ weight, data }) =>
        families.map((family) => ({ file: `text-${weight}.ttf`, data, family, weight })),
      ),
    )
    .catch((error: unknown) => {
      kept = null;
      throw error;
    });
  return kept;
}
