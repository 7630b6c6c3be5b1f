/**
 * Who finds passages again in `anchor-page.ts`, on one page with a paragraph of text for each paragraph of the paper. All answer in
 * offsets of that text; what they are given are the targets as they were made in the old text.
 */
import { locate } from '../../src/anchoring/locate.ts';
import { TextIndex } from '../../src/anchoring/text-index.ts';
import type { Store } from '../../src/desk/store.ts';
import { placed } from '../../src/desk/passages.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { answerOf, type Answer } from '../anchoring/edited/score.ts';
import { annotation, deskOn } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

/** Where the text stands: as DOM, and read as a paper. */
export interface Ground {
  readonly root: HTMLElement;
  readonly paper: Paper;
}

export interface Contestant {
  /** What is there before anything is looked for, code included. */
  ready?(ground: Ground, targets: readonly Target[]): void | Promise<void>;
  find(ground: Ground, targets: readonly Target[]): readonly Answer[] | Promise<readonly Answer[]>;
}

/** Puts a text on the page. Its text content is the text, character for character. */
export function layOut(text: string): Ground {
  const root = document.createElement('div');
  for (const paragraph of text.split('\n')) {
    if (root.firstChild) root.append('\n');
    root.append(Object.assign(document.createElement('p'), { textContent: paragraph }));
  }
  document.body.replaceChildren(root);
  const read = paper(...text.split('\n').map((paragraph) => p(paragraph))).paper;
  if (root.textContent !== text || read.text.text !== text)
    throw new Error('The text was not laid out as it is.');
  return { root, paper: read };
}

interface Run {
  readonly node: Text;
  readonly start: number;
}

/** One walk over all text nodes. */
function walk(root: Node): { runs: Run[]; text: string } {
  const runs: Run[] = [];
  const parts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let start = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    runs.push({ node, start });
    parts.push(node.data);
    start += node.length;
  }
  return { runs, text: parts.join('') };
}

function runAt(runs: readonly Run[], offset: number): Run {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).start <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1] as Run;
}

/** The limit where the text is as it was: the words are compared where they stood, and their ends looked up. */
const verifiedWalk: Contestant = {
  find({ root }, targets) {
    const { runs, text } = walk(root);
    return targets.map(({ start, end, exact }): Answer => {
      if (!text.startsWith(exact, start)) return null;
      const [first, last] = [runAt(runs, start), runAt(runs, end - 1)];
      const range = new StaticRange({
        startContainer: first.node,
        startOffset: start - first.start,
        endContainer: last.node,
        endOffset: end - last.start,
      });
      return range.collapsed ? null : { start, end, isSure: true };
    });
  },
};

/** All that our own search does, and the positions of what it has found in the view. In the app it runs beside the page. */
const ours: Contestant = {
  find({ paper: { text } }, targets) {
    const index = new TextIndex(text);
    return targets.map((target) => {
      const answer = answerOf(locate(index, target, null));
      if (answer && text.toPos(answer.start, 'after') > text.toPos(answer.end, 'before')) return null;
      return answer;
    });
  },
};

let store: Store | null = null;

/** What a desk does by itself with that many annotations, sorting and records included; what has moved it leaves to the search. */
const desk: Contestant = {
  ready({ paper: of }, targets) {
    const own = targets.map((target, at) => annotation(`mark-${at}`, { targets: [target] }));
    ({ store } = deskOn(of, { edition: own }));
  },
  find(_ground, targets) {
    const passages = store ? placed(store.desk).passages : [];
    const answers: Answer[] = targets.map(() => null);
    for (const { id, start, end } of passages) answers[Number(id.slice(5))] = { start, end, isSure: true };
    return answers;
  },
};

/** Hypothesis' anchoring of pages as it is, one annotation after the other. */
const hypothesis: Contestant = {
  ready: async () => void (await import('hypothesis/anchoring/html')),
  async find({ root }, targets) {
    const { anchor } = await import('hypothesis/anchoring/html');
    const ranges: (Range | null)[] = [];
    for (const { start, end, exact, prefix, suffix } of targets) {
      const selectors = [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ];
      ranges.push(await anchor(root, selectors).catch(() => null));
    }
    const starts = new Map(walk(root).runs.map((run) => [run.node as Node, run.start]));
    const offset = (node: Node, at: number): number => (starts.get(node) ?? NaN) + at;
    return ranges.map(
      (range) =>
        range && {
          start: offset(range.startContainer, range.startOffset),
          end: offset(range.endContainer, range.endOffset),
          isSure: true,
        },
    );
  },
};

/** Its comparing of words alone, on a string that is there already. */
const matchQuote: Contestant = {
  ready: async () => void (await import('hypothesis/anchoring/match-quote')),
  async find({ paper: { text: read } }, targets) {
    const { matchQuote: match } = await import('hypothesis/anchoring/match-quote');
    const { text } = read;
    return targets.map(({ start, end, exact, prefix, suffix }): Answer => {
      if (text.slice(start, end) === exact) return { start, end, isSure: true };
      const found = match(text, exact, { prefix, suffix, hint: start });
      return found && { start: found.start, end: found.end, isSure: true };
    });
  },
};

/** Recogito takes the stored positions, whatever stands there, and draws what is on the screen. */
const recogito: Contestant = {
  ready: async () => void (await import('@recogito/text-annotator')),
  async find({ root }, targets) {
    const { createTextAnnotator } = await import('@recogito/text-annotator');
    root.style.position = 'relative';
    const annotator = createTextAnnotator(root, { renderer: 'SPANS', annotatingEnabled: false });
    annotator.setAnnotations(
      targets.map(({ start, end, exact }, at) => ({
        id: `mark-${at}`,
        bodies: [],
        target: { annotation: `mark-${at}`, selector: [{ quote: exact, start, end } as never] },
      })),
    );
    await new Promise((done) => setTimeout(done, 50));
    return targets.map(({ start, end }) => ({ start, end, isSure: true }));
  },
};

export const contestants: Readonly<Record<string, Contestant>> = {
  'verified walk': verifiedWalk,
  Warrant: ours,
  'Warrant, a desk': desk,
  Hypothesis: hypothesis,
  'its match-quote': matchQuote,
  Recogito: recogito,
};
