/** `<address-column>`: the addresses of what is in sight, in the gutter beside the text: real text, silent unless asked. */
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import type { Paper } from '../model/paper.ts';
import { lastAtMost, type Block } from '../model/paper-text.ts';
import { addressOf, linkAddress, sayAddress } from '../text/address.ts';
import { sentencesIn } from '../text/sentences.ts';
import { scrollerOf, seenNow } from './scroll.ts';

/** A label: what stands beside the line at `top` (px from the top of the text). */
interface Label {
  readonly top: number;
  readonly words: string;
  readonly href: string;
  readonly isSentence: boolean;
}

/** Sentences that begin closer to each other than this, in px, share a label. */
const sameLine = 10;

/**
 * Stands at the top of the text's own box, beside it. Hidden from speech: the action “Say where I am” speaks.
 *
 * @cssproperty --label-top - set on each label by script
 */
@customElement('address-column')
export class AddressColumn extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Null while the text is plain. */
  @property({ attribute: false }) view: EditorView | null = null;
  @property() level: 'none' | 'paragraphs' | 'sentences' = 'none';
  @state() private labels: readonly Label[] = [];

  #abort: AbortController | null = null;
  #sizes: ResizeObserver | null = null;
  #frame = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    return html`<div class="addresses" aria-hidden="true">
      ${this.labels.map(
        ({ words, href, isSentence }) =>
          html`<a class="address ${isSentence ? 'sentence' : ''}" href=${href} tabindex="-1">${words}</a>`,
      )}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view') || changed.has('level') || changed.has('paper')) this.#start();
    [...this.querySelectorAll<HTMLElement>('.address')].forEach((label, at) => {
      label.style.top = `${this.labels[at]?.top ?? 0}px`;
    });
  }

  #start(): void {
    this.#stop();
    const { view, level } = this;
    if (!view || level === 'none') {
      this.labels = [];
      return;
    }
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    scrollerOf(view.dom).addEventListener('scroll', this.#later, { signal, passive: true });
    this.#sizes = new ResizeObserver(this.#later);
    this.#sizes.observe(view.dom);
    this.#later();
  }

  #stop(): void {
    this.#abort?.abort();
    this.#sizes?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Once a frame at most, however much is scrolled. */
  readonly #later = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#label();
    });
  };

  #label(): void {
    const { view, paper } = this;
    if (!view || !paper || view.isDestroyed) return;
    const seen = seenNow(view, paper.text);
    if (!seen) return;
    const { blocks } = paper.text;
    const first = Math.max(
      0,
      lastAtMost(blocks, seen.start, (block) => block.start),
    );
    const last = lastAtMost(blocks, seen.end, (block) => block.start);
    this.labels = blocks.slice(first, last + 1).flatMap((block) => this.#labelsOf(view, paper, block));
  }

  #labelsOf(view: EditorView, paper: Paper, block: Block): Label[] {
    const origin = view.dom.getBoundingClientRect().top;
    const topOf = (offset: number): number =>
      Math.round(view.coordsAtPos(paper.text.toPos(offset, 'after'), 1).top - origin);
    const link = (offset: number, isSentence: boolean): string => {
      const address = addressOf(paper, offset);
      const aim = isSentence ? address : { ...address, sentence: null };
      return `#/${encodeURIComponent(paper.id)}/${encodeURIComponent(linkAddress(paper, aim))}`;
    };
    const { section, paragraph } = addressOf(paper, block.start);
    const isHeading = block.kind === 'heading';
    const words = sayAddress({ section: isHeading ? section : '', paragraph, sentence: null });
    const own = { top: topOf(block.start), words, href: link(block.start, false), isSentence: false };
    if (!words) return [];
    if (isHeading || this.level !== 'sentences') return [own];
    const inside: Label[] = [];
    for (const { start, number } of sentencesIn(paper, block).slice(1)) {
      const top = topOf(start);
      const before = inside.at(-1);
      const isShared = before && Math.abs(before.top - top) < sameLine;
      // Several that begin on one line share its label: s3–4. The paragraph's own line says enough.
      if (isShared)
        inside[inside.length - 1] = { ...before, words: `${before.words.split('–')[0]}–${number}` };
      else if (Math.abs(own.top - top) >= sameLine)
        inside.push({ top, words: `s${number}`, href: link(start, true), isSentence: true });
    }
    return [own, ...inside];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'address-column': AddressColumn;
  }
}
