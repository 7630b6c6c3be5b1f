/** The page that `text-rules.mjs` measures: `worth()` scores the rules of the text; `prepare()` and `step()` run them on a long paper. */
import { readJats } from '../../src/formats/jats.ts';
import { readText, type Block } from '../../src/model/paper-text.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import { readNames } from '../../src/text/attributions.ts';
import { addressOf } from '../../src/text/address.ts';
import { sentencesIn } from '../../src/text/sentences.ts';
import { supportSpansIn, supportsOf } from '../../src/text/supports.ts';
import { passageGold, sentenceGold } from '../text/gold.ts';
import { pairsOf, scoreOf, sentenceScore, wantedIn, wantedOf } from '../text/measure.ts';

const xml: string = new URL('../../corpus/gul-2008/paper.xml', import.meta.url).href;
const json: string = new URL('../../corpus/gul-2008/reading.json', import.meta.url).href;
const paper = readJats(await (await fetch(xml)).text(), 'gul-2008');
const reading = (await (await fetch(json)).json()) as NotebookFile;

/** How good the rules are, on the real paper and on passages of other fields. */
function worth() {
  const passages = (fitted: boolean) =>
    passageGold()
      .filter((one) => one.fitted === fitted)
      .flatMap((one) => pairsOf(one.sample.paper, wantedIn(one)));
  return {
    sentences: [false, true].map((fitted) =>
      sentenceScore(sentenceGold.filter((one) => one.fitted === fitted)),
    ),
    real: scoreOf(pairsOf(paper, wantedOf(reading))),
    unseen: scoreOf(passages(false)),
    fitted: scoreOf(passages(true)),
  };
}

const blocksOf = (copies: number) => Array.from({ length: copies }, () => paper.doc.content.content).flat();
let long = paper;

/** Makes the long paper, of so many copies; answers its length. Nothing of it is known yet. */
function prepare(copies: number): number {
  long = { ...paper, text: readText(paper.doc.type.create(null, blocksOf(copies))) };
  return long.text.length;
}

const each = (step: (block: Block) => unknown) => (): void =>
  long.text.blocks.forEach((block) => void step(block));

/** The steps whose cost is measured, in the order in which they need one another. */
const steps: Readonly<Record<string, () => unknown>> = {
  address: () => addressOf(long, long.text.length >> 1),
  sentences: each((block) => sentencesIn(long, block)),
  spans: each((block) => supportSpansIn(long, block)),
  names: each((block) => readNames(long, block)),
  join: () => supportsOf(long).length,
};

const step = (name: string): void => void steps[name]?.();

Object.assign(globalThis, { worth, prepare, step, steps: Object.keys(steps) });
