/** Threads: who answers whom, whatever points at whatever; and what has no place of its own for it. */
import { expect } from '@open-wc/testing';
import { placed } from '../../src/desk/passages.ts';
import { isAstray, isInThread, paperNotes, repliesTo, rootOf } from '../../src/desk/threads.ts';
import { annotationsIn } from '../../src/desk/passages.ts';
import type { Annotation } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, deskOn, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('Some <a>marked words<b> in a text.'));
const place = targets(sample.paper, sample.range('a', 'b'));

const mark = (id: string, replyTo: string | null = null, created = '2026-01-01'): Annotation =>
  annotation(id, { replyTo, created, targets: place });

const deskOf = (...own: readonly Annotation[]) => deskOn(sample.paper, { own }).store.desk;

const thread = (desk: ReturnType<typeof deskOf>, id: string) =>
  repliesTo(desk, id).map(({ record, depth }) => `${'.'.repeat(depth)}${record.id}`);

describe('a thread', () => {
  it('has the answers behind what they answer, the older first', () => {
    const desk = deskOf(
      mark('late', 'root', '2026-03-01'),
      mark('early', 'root', '2026-02-01'),
      mark('under', 'early', '2026-04-01'),
      mark('root'),
    );
    expect(thread(desk, 'root')).to.deep.equal(['.early', '..under', '.late']);
    expect(['root', 'early', 'under', 'late'].map((id) => rootOf(desk, id))).to.deep.equal(
      Array.from({ length: 4 }, () => 'root'),
    );
    expect(thread(desk, 'early')).to.deep.equal([]);
  });

  it('joins marks of several layers', () => {
    const { desk } = deskOn(sample.paper, { edition: [mark('theirs')], own: [mark('mine', 'theirs')] }).store;
    expect(thread(desk, 'theirs')).to.deep.equal(['.mine']);
  });

  it('ends where the layer of what is answered is hidden: the answer stands by itself', () => {
    const { store } = deskOn(sample.paper, { edition: [mark('theirs')], own: [mark('mine', 'theirs')] });
    store.setLayerVisible('edition', false);
    const { desk } = store;
    expect(isAstray(desk, mark('mine', 'theirs'))).to.equal(true);
    expect(placed(desk).passages.map((one) => one.id)).to.deep.equal(['mine']);
  });

  it('of ten thousand answers, each to the one before, is found', () => {
    const deep = Array.from({ length: 10_000 }, (_, at) => mark(`n${at}`, at > 0 ? `n${at - 1}` : null));
    const replies = repliesTo(deskOf(...deep), 'n0');
    expect([replies.length, replies.at(-1)?.depth]).to.deep.equal([9_999, 9_999]);
  });
});

describe('what points nowhere', () => {
  it('stands by itself and is known to be astray', () => {
    const desk = deskOf(mark('lost', 'gone'), mark('under', 'lost'));
    expect(isAstray(desk, mark('lost', 'gone'))).to.equal(true);
    expect(thread(desk, 'lost')).to.deep.equal(['.under']);
  });

  it('in a circle stands by itself, each; what answers one of them stays with it', () => {
    const desk = deskOf(mark('a', 'b'), mark('b', 'a'), mark('x', 'b'), mark('self', 'self'));
    expect(['a', 'b', 'x', 'self'].map((id) => rootOf(desk, id))).to.deep.equal(['a', 'b', 'b', 'self']);
    expect([thread(desk, 'a'), thread(desk, 'b')]).to.deep.equal([[], ['.x']]);
  });
});

describe('laws of threads', () => {
  it('each mark stands once: at the head of a thread or in one, behind what it answers', () => {
    let replies = 0;
    forSeeds(200, (seed) => {
      const dice = new Dice(seed);
      const ids = Array.from({ length: 1 + dice.below(12) }, (_, at) => `m${at}`);
      const marks = ids.map((id) =>
        mark(id, dice.pick([null, 'gone', ...ids]), `2026-01-0${1 + dice.below(3)}`),
      );
      const desk = deskOf(...marks);
      const stands = ids.filter((id) => !isInThread(desk.layers, id));
      const all = stands.flatMap((root) => [root, ...repliesTo(desk, root).map((one) => one.record.id)]);
      expect([...all].sort()).to.deep.equal([...ids].sort());
      for (const root of stands) {
        const seen = new Map([[root, 0]]);
        for (const { record, depth } of repliesTo(desk, root)) {
          expect(seen.get(record.replyTo ?? '')).to.equal(depth - 1);
          expect(rootOf(desk, record.id)).to.equal(root);
          seen.set(record.id, depth);
          replies += 1;
        }
      }
      expect(
        placed(desk)
          .passages.map((one) => one.id)
          .sort(),
      ).to.deep.equal([...stands].sort());
    });
    expect(replies).to.be.above(200);
  });
});

describe('replies', () => {
  it('neither paint their passage a second time nor stand in a note, nor are lost', () => {
    const lost = { exact: 'gone', prefix: 'zq', suffix: 'zq', start: 1, end: 5 };
    const inNote = { ...lost, note: 'fn1' };
    const desk = deskOf(
      mark('root'),
      { ...mark('one', 'root'), targets: place },
      { ...mark('two', 'root'), targets: [lost] },
      { ...mark('three', 'root'), targets: [inNote] },
    );
    const { passages, inNotes, orphans } = placed(desk);
    expect([passages.map((one) => one.id), inNotes, orphans]).to.deep.equal([['root'], [], []]);
    expect(annotationsIn(desk, 'fn1')).to.deep.equal([]);
  });
});

describe('notes on the paper', () => {
  it('are the marks without a passage that answer nothing', () => {
    const onPaper = (id: string, replyTo: string | null = null) => annotation(id, { replyTo });
    const desk = deskOf(onPaper('p'), onPaper('reply', 'p'), mark('m'), onPaper('astray', 'gone'));
    expect(
      paperNotes(desk)
        .map((one) => one.id)
        .sort(),
    ).to.deep.equal(['astray', 'p']);
    expect(placed(desk).orphans).to.deep.equal([]);
  });
});
