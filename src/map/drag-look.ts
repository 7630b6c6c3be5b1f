/** What shows above the canvas while something is dragged: words at the pointer, a ghost of the card, a thread, a band. */
import type { Point } from './layout.ts';

/** A rectangle within the stage, in px of the screen. */
export interface StageBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const svgNames = 'http://www.w3.org/2000/svg';

/** Room (px) between the pointer and the words beside it. */
const beside = 16;

function put(element: HTMLElement, { left, top, width, height }: StageBox): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** Owns one layer in `host`, there only while something is dragged. It never takes the pointer. */
export class DragLook {
  readonly #host: HTMLElement;
  #layer: HTMLElement | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Words beside a point of the stage; what would happen where the pointer is. Null takes them away. */
  hint(words: string | null, at: Point): void {
    const hint = this.#part('map-drag-hint', words !== null);
    if (!hint || words === null) return;
    if (hint.textContent !== words) hint.textContent = words;
    const { clientWidth, clientHeight } = this.#host;
    const left = Math.max(4, Math.min(at.x + beside, clientWidth - hint.offsetWidth - 4));
    const isLow = at.y + beside + hint.offsetHeight > clientHeight - 4;
    hint.style.left = `${left}px`;
    hint.style.top = `${isLow ? at.y - hint.offsetHeight - 8 : at.y + beside}px`;
  }

  /** The outline of what is moved, with its first words. */
  ghost(box: StageBox, words: string): void {
    const ghost = this.#part('map-drag-ghost', true);
    if (!ghost) return;
    put(ghost, box);
    if (ghost.textContent !== words) ghost.textContent = words;
  }

  /** A line from a card to the pointer. */
  thread(from: Point, to: Point): void {
    const layer = this.#show();
    let svg = layer.querySelector('svg');
    if (!svg) {
      svg = document.createElementNS(svgNames, 'svg');
      svg.classList.add('map-drag-thread');
      svg.append(document.createElementNS(svgNames, 'line'), document.createElementNS(svgNames, 'circle'));
      layer.prepend(svg);
    }
    const [line, circle] = [svg.querySelector('line'), svg.querySelector('circle')];
    const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
    for (const [name, value] of Object.entries(ends)) line?.setAttribute(name, String(value));
    const end = { cx: to.x, cy: to.y, r: 4 };
    for (const [name, value] of Object.entries(end)) circle?.setAttribute(name, String(value));
  }

  /** The band that cards are chosen by. */
  band(one: Point, other: Point): void {
    const band = this.#part('map-drag-band', true);
    if (!band) return;
    const [left, top] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
    put(band, { left, top, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) });
  }

  clear(): void {
    this.#layer?.remove();
    this.#layer = null;
  }

  #show(): HTMLElement {
    if (!this.#layer) {
      this.#layer = document.createElement('div');
      this.#layer.className = 'map-drag';
      this.#layer.ariaHidden = 'true';
      this.#host.append(this.#layer);
    }
    return this.#layer;
  }

  #part(name: string, isWanted: boolean): HTMLElement | null {
    const known = this.#layer?.querySelector<HTMLElement>(`.${name}`) ?? null;
    if (!isWanted) known?.remove();
    if (known || !isWanted) return isWanted ? known : null;
    const part = document.createElement('div');
    part.className = name;
    this.#show().append(part);
    return part;
  }
}
