/** The arguments that the map is measured with: the paper's own, and grown ones of any size. */
import { mapFonts } from '../../src/map/card.ts';
import { lightPalette } from '../../src/map/palette.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { grownRecords } from '../map/grown.ts';

/** What the map is measured with where only its size matters. */
export const benchSeed = 5;

/** Records of the paper's reading for null, else of an argument of `size` claims. */
export async function benchRecords(
  size: number | null,
  seed = benchSeed,
): Promise<readonly NotebookRecord[]> {
  if (size !== null) return grownRecords(size, seed);
  const address: string = new URL('../../corpus/gul-2008/reading.json', import.meta.url).href;
  const answer = await fetch(address);
  return ((await answer.json()) as NotebookFile).records;
}

/** The stage of the page, filling it. Words are measured in their fonts: they are loaded by then. */
export async function benchStage(): Promise<HTMLElement> {
  const stage = document.querySelector<HTMLElement>('#stage');
  if (!stage) throw new Error('The page has no stage.');
  stage.className = 'bench-stage';
  const faces: readonly string[] = Object.values(mapFonts(lightPalette.fontText, lightPalette.fontUi));
  await Promise.all(faces.map((font) => document.fonts.load(font)));
  return stage;
}

/**
 * Resolves when what was drawn is on the screen and at rest. Cytoscape draws again as its textures get finer, for some
 * frames: an end soon after the first would count those redraws on one side and not on the other.
 */
export async function painted(): Promise<void> {
  for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
}
