/**
 * Who paints highlights in `paint-page.ts`: the reader's pane, one CSS highlight on the very same DOM (the limit), and Recogito's
 * renderer by spans on the same text as plain DOM, all of it laid out, which is what it is made for.
 */
import type { TextAnnotation, TextAnnotator } from '@recogito/text-annotator';
import { annotate } from '../../src/desk/commands.ts';
import { placed } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Paper } from '../../src/model/paper.ts';
import '../../src/reader/paper-pane.ts';
import { staticText } from '../../src/reader/static-text.ts';
import { annotation, deskOn, targets } from '../support/desk.ts';

/** A highlight, in code points of the paper text. */
export interface Mark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly colour: string;
}

export interface Contestant {
  /** Puts the text on the page, and gets ready to show `marks`; in the notebook of the reader's `own` they are shown at once. */
  mount(into: Element, paper: Paper, marks: readonly Mark[], where: 'layer' | 'own'): Promise<void>;
  paint(marks: readonly Mark[]): void;
  add(mark: Mark): void;
  remove(mark: Mark): void;
  seen(): number;
}

interface Run {
  readonly node: Text;
  /** Offset in the paper text of its first character. */
  readonly start: number;
  /** Offset in the text content of the whole. */
  readonly at: number;
}

/** The text nodes under `root` that belong to the paper text; throws where they do not say it. */
function runsOf(root: Element, paper: Paper): Run[] {
  const runs: Run[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let said = '';
  let at = 0;
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const inside = node.parentElement?.closest('.marker, .page-start, p, h1, h2, h3, h4, h5, h6');
    if (inside && !inside.matches('.marker, .page-start')) {
      if (block && inside !== block) said += '\n';
      block = inside;
      runs.push({ node, start: said.length, at });
      said += node.data;
    }
    at += node.length;
  }
  if (said !== paper.text.text) throw new Error('The text on the page is not the text of the paper.');
  return runs;
}

const runAt = (runs: readonly Run[], offset: number): Run => {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).start <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1] as Run;
};

/** Where a mark begins and ends in the DOM. */
const ends = (runs: readonly Run[], { start, end }: Mark) => {
  const [first, last] = [runAt(runs, start), runAt(runs, end - 1)];
  return {
    startContainer: first.node,
    startOffset: Math.min(start - first.start, first.node.length),
    endContainer: last.node,
    endOffset: Math.min(end - last.start, last.node.length),
    at: first.at + start - first.start,
    to: last.at + end - last.start,
  };
};

const paneOn = async (into: Element, paper: Paper, store: Store): Promise<Element> => {
  const pane = document.createElement('paper-pane');
  const ready = new Promise((done) => pane.addEventListener('text-ready', done, { once: true }));
  Object.assign(pane, { paper, store });
  into.append(pane);
  await ready;
  return pane.querySelector('.paper-text') as Element;
};

class Reader implements Contestant {
  #store!: Store;

  async mount(into: Element, paper: Paper, marks: readonly Mark[], where: 'layer' | 'own'): Promise<void> {
    const records = marks.map(({ id, colour, ...range }) =>
      annotation(id, { colour, targets: targets(paper, range) }),
    );
    const { store } = deskOn(paper, where === 'own' ? { own: records } : { edition: records });
    this.#store = store;
    // Where they stand is found beforehand: here painting is measured.
    while (placed(store.desk).passages.length < marks.length)
      await new Promise((done) => setTimeout(done, 20));
    store.setLayerVisible('edition', false);
    await paneOn(into, paper, store);
  }

  paint(): void {
    this.#store.setLayerVisible('edition', true);
  }

  add({ id, colour, start, end }: Mark): void {
    this.#store.run(annotate({ start, end }, { id, colour }));
  }

  remove({ id }: Mark): void {
    this.#store.run(() => ({ label: 'Delete', remove: [id] }));
  }

  seen(): number {
    const lit = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    return lit + document.querySelectorAll('mark[data-annotation]').length;
  }
}

class CssHighlight implements Contestant {
  #runs: readonly Run[] = [];
  readonly #highlight = new Highlight();
  readonly #ranges = new Map<string, StaticRange>();

  async mount(into: Element, paper: Paper): Promise<void> {
    this.#runs = runsOf(await paneOn(into, paper, deskOn(paper).store), paper);
  }

  paint(marks: readonly Mark[]): void {
    for (const mark of marks) this.add(mark);
    CSS.highlights.set('bench', this.#highlight);
  }

  add(mark: Mark): void {
    const range = new StaticRange(ends(this.#runs, mark));
    this.#ranges.set(mark.id, range);
    this.#highlight.add(range);
  }

  remove({ id }: Mark): void {
    const range = this.#ranges.get(id);
    if (range) this.#highlight.delete(range);
  }

  seen(): number {
    return this.#highlight.size;
  }
}

class Recogito implements Contestant {
  #runs: readonly Run[] = [];
  #annotator!: TextAnnotator;
  #root!: HTMLElement;

  async mount(into: Element, paper: Paper): Promise<void> {
    const { createTextAnnotator } = await import('@recogito/text-annotator');
    this.#root = document.createElement('div');
    this.#root.className = 'bench-plain paper-text';
    this.#root.append(staticText(paper));
    into.append(this.#root);
    this.#runs = runsOf(this.#root, paper);
    this.#annotator = createTextAnnotator(this.#root, { renderer: 'SPANS', annotatingEnabled: false });
  }

  #annotation(mark: Mark): TextAnnotation {
    const { at, to, ...places } = ends(this.#runs, mark);
    const range = document.createRange();
    range.setStart(places.startContainer, places.startOffset);
    range.setEnd(places.endContainer, places.endOffset);
    const quote = range.toString();
    const selector = [{ quote, start: at, end: to, range }];
    return { id: mark.id, bodies: [], target: { annotation: mark.id, selector } };
  }

  paint(marks: readonly Mark[]): void {
    this.#annotator.setAnnotations(marks.map((mark) => this.#annotation(mark)));
  }

  add(mark: Mark): void {
    this.#annotator.addAnnotation(this.#annotation(mark));
  }

  remove({ id }: Mark): void {
    this.#annotator.removeAnnotation(id);
  }

  seen(): number {
    return document.querySelectorAll('.r6o-annotation').length;
  }
}

/** The same text as plain DOM, for what scrolling costs without anything. */
class Plain implements Contestant {
  mount(into: Element, paper: Paper): Promise<void> {
    const root = document.createElement('div');
    root.className = 'bench-plain paper-text';
    root.append(staticText(paper));
    into.append(root);
    return Promise.resolve();
  }

  paint(): void {
    throw new Error('Nobody paints here.');
  }

  add(): void {
    this.paint();
  }

  remove(): void {
    this.paint();
  }

  seen(): number {
    return 0;
  }
}

export const contestants: Readonly<Record<string, Contestant>> = {
  Warrant: new Reader(),
  'CSS highlight': new CssHighlight(),
  Recogito: new Recogito(),
  'plain text': new Plain(),
};
