/** The records that an SVG of the map carries: in its `metadata`, as JSON. Out and in. */
import { escapeXml } from './svg-text.ts';

const id = 'warrant-notebook';

/** The element that holds them. */
export const notebookMetadata = (notebook: unknown): string =>
  `<metadata id="${id}">${escapeXml(JSON.stringify(notebook))}</metadata>`;

/** Whether an SVG may carry a notebook. One that does not name it need not be parsed: its styles would only be refused. */
export const mayHoldNotebook = (svg: string): boolean => svg.includes(id);

/** Reads the notebook that a picture carries, by its parsed root; null where it carries none, or only half of one. */
export function notebookInSvg(root: Element): unknown {
  const text = [...root.getElementsByTagName('*')].find(
    (one) => one.localName === 'metadata' && one.getAttribute('id') === id,
  )?.textContent;
  if (!text) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
