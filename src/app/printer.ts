/** Prints the desk: builds the printed page when the browser is about to print, and takes it away after. */
import { annotations, argument, type Desk } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import { parseXml } from '../formats/xml.ts';
import { markdownFragment } from '../ui/markdown-text.ts';
import { afterPaint } from './after-paint.ts';
import { claimKeys } from './print-keys.ts';
import { readPreferences } from './preferences.ts';
import { mostDrawn } from './print-parts.ts';
import { printedFrom, printedSheet, runningHead, type DrawnMap } from './printed-sheet.ts';

/** A desk at rest for so long (ms) gets its map drawn ahead: the browser's own command gives no time for it. */
const rest = 3000;

/** A larger map is drawn only when it is asked for; so is any on a small screen, whose machine mostly has better to do. */
const mostAhead = 200;
const leastWidth = 760;

/** Words as a CSS string. */
const cssString = (words: string): string =>
  `"${words.replace(/\s+/gu, ' ').replace(/["\\]/gu, String.raw`\$&`)}"`;

async function drawMap(desk: Desk): Promise<DrawnMap | null> {
  const { printedMap } = await import('../map/printed-map.ts');
  const keys = claimKeys(desk);
  const map = await printedMap(desk, (claim) => keys.get(claim) ?? '');
  if (!map) return null;
  const drawing = document.importNode(parseXml(map.svg, 'map'), true);
  drawing.querySelector('metadata')?.remove();
  return { map, drawing };
}

/**
 * Listens to the browser's own command as well: what it prints are the parts chosen last. What cannot be made at once
 * (the map's layout, the words of notes) is made ahead while the desk rests.
 */
export class Printer {
  readonly #store: Store;
  readonly #bodies = new Map<string, DocumentFragment>();
  readonly #abort = new AbortController();
  readonly #stop: () => void;
  #map: { readonly layers: Desk['layers']; readonly drawn: Promise<DrawnMap | null> } | null = null;
  #drawn: { readonly layers: Desk['layers']; readonly map: DrawnMap | null } | null = null;
  #sheet: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store) {
    this.#store = store;
    const { signal } = this.#abort;
    addEventListener('beforeprint', () => this.#lay(), { signal });
    addEventListener('afterprint', () => this.#clear(), { signal });
    this.#stop = store.subscribe((desk, previous) => {
      if (desk.layers !== previous.layers) this.#soon();
    });
    this.#soon();
  }

  /** Ends listening; a page that is laid is taken away. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#stop();
    this.#abort.abort();
    this.#clear();
  }

  /** Makes what takes time. Rejects with `Fault('map/layout')` where the map cannot be drawn; all else can be printed then. */
  async prepare(): Promise<void> {
    const { desk } = this.#store;
    const missing = annotations(desk).filter(({ body }) => body.trim() && !this.#bodies.has(body));
    await Promise.all(missing.map(async ({ body }) => this.#bodies.set(body, await markdownFragment(body))));
    const { size } = argument(desk).claims;
    if (readPreferences().print.includes('map') && size > 0 && size <= mostDrawn)
      await this.#prepareMap(desk);
  }

  async #prepareMap(desk: Desk): Promise<void> {
    const { layers } = desk;
    if (this.#map?.layers !== layers) this.#map = { layers, drawn: drawMap(desk) };
    const { drawn } = this.#map;
    try {
      this.#drawn = { layers, map: await drawn };
    } catch (error) {
      if (this.#map?.drawn === drawn) this.#map = null;
      throw error;
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (innerWidth < leastWidth || argument(this.#store.desk).claims.size > mostAhead) return;
    // A map that cannot be drawn is told when one prints, not before.
    this.#timer = setTimeout(() => void afterPaint().then(() => this.prepare().catch(() => undefined)), rest);
  }

  #lay(): void {
    this.#clear();
    const { desk } = this.#store;
    const order = {
      desk,
      parts: readPreferences().print,
      date: new Date(),
      bodies: this.#bodies,
      map: this.#drawn?.layers === desk.layers ? this.#drawn.map : null,
    };
    this.#sheet = printedSheet(order);
    this.#sheet.lang = desk.paper.language ?? 'en';
    const root = document.documentElement;
    root.style.setProperty('--printed-head', cssString(runningHead(desk)));
    root.style.setProperty('--printed-from', cssString(printedFrom(order.date)));
    root.classList.add('printing');
    document.body.append(this.#sheet);
  }

  #clear(): void {
    this.#sheet?.remove();
    this.#sheet = null;
    document.documentElement.classList.remove('printing');
  }
}
