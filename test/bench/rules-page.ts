/** The page that `text-rules.mjs` measures: `worth()` scores the rules of the text, `cost()` times them on a long paper. */
import { readJats } from '../../src/formats/jats.ts';
import { readText } from '../../src/model/paper-text.ts';
import type { NotebookFile } from '../../src/model/records.ts';
import { attributionsOf, readNames } from '../../src/text/attributions.ts';
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

/** Milliseconds of each step over so many copies of the paper, nothing of it known before; the longest block apart. */
function cost(copies: number) {
  const blocks = Array.from({ length: copies }, () => paper.doc.content.content).flat();
  const long = { ...paper, text: readText(paper.doc.type.create(null, blocks)) };
  const each = (step: (block: (typeof long.text.blocks)[number]) => unknown) => {
    let all = 0;
    let longest = 0;
    for (const block of long.text.blocks) {
      const start = performance.now();
      step(block);
      const spent = performance.now() - start;
      all += spent;
      longest = Math.max(longest, spent);
    }
    return { all, longest };
  };
  const start = performance.now();
  addressOf(long, long.text.length >> 1);
  const address = { all: performance.now() - start, longest: 0 };
  const sentences = each((block) => sentencesIn(long, block));
  const spans = each((block) => supportSpansIn(long, block));
  const names = each((block) => readNames(long, block));
  const rest = performance.now();
  attributionsOf(long);
  supportsOf(long);
  const spent = performance.now() - rest;
  const join = { all: spent, longest: spent };
  return { length: long.text.length, steps: { address, sentences, spans, names, join } };
}

Object.assign(globalThis, { worth, cost });
