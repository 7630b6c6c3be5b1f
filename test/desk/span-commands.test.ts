/** Changing the passages of marks and claims: which words they stand on, in what order, and the way back. */
import { expect } from '@open-wc/testing';
import { addPassage, reTarget, removePassage, targetIndex } from '../../src/desk/span-commands.ts';
import { caretMeans, marksAt } from '../../src/desk/marks-at.ts';
import { rangesOf } from '../../src/desk/passages.ts';
import { annotation, claim, deskOn, ownRecord, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const sample = paper(p('<a>One <b>two<c> three<d> four.<e>'), p('<f>Five <g>six<h> 😀<i> seven.'));
const at = (from: string, to: string) => sample.range(from, to);
const open = () =>
  deskOn(sample.paper, {
    own: [
      annotation('m', { targets: targets(sample.paper, at('b', 'c'), at('g', 'h')) }),
      claim('k', { targets: targets(sample.paper, at('a', 'd')) }),
    ],
    edition: [annotation('theirs', { targets: targets(sample.paper, at('b', 'd')) })],
  }).store;
const words = (store: ReturnType<typeof open>, id = 'm'): string[] =>
  ownRecord(store, id, id === 'k' ? 'claim' : 'annotation').targets.map(({ exact }) => exact);

describe('changing the passage of a mark', () => {
  it('describes the new words anew, leaves the others as they are, and is undone in one step', () => {
    const store = open();
    const before = ownRecord(store, 'm', 'annotation').targets;
    expect(store.run(reTarget('m', 0, at('b', 'd')))).to.equal(true);
    const [first, second] = ownRecord(store, 'm', 'annotation').targets;
    const { start, end } = at('b', 'd');
    expect([first?.exact, first?.start, first?.end]).to.deep.equal(['two three', start, end]);
    expect(first?.prefix.endsWith('One ')).to.equal(true);
    expect(second).to.deep.equal(before[1]);
    expect(rangesOf(store.desk, { kind: 'annotation', id: 'm' })[0]).to.include({ start, end });
    store.undo();
    expect(ownRecord(store, 'm', 'annotation').targets).to.deep.equal(before);
  });

  it('may cross blocks and signs beyond the first plane, trims white space, and works on claims', () => {
    const store = open();
    store.run(reTarget('m', 1, at('d', 'i')));
    expect(words(store)[1]).to.equal('four.\nFive six 😀');
    store.run(reTarget('k', 0, at('c', 'e')));
    expect(words(store, 'k')).to.deep.equal(['three four.']);
  });

  it('is not done without words, without change, on what is not there or not one’s own', () => {
    const { desk } = open();
    const { start } = at('c', 'd');
    expect(reTarget('m', 0, { start, end: start + 1 })(desk), 'a space alone').to.equal(null);
    expect(reTarget('m', 0, at('b', 'c'))(desk), 'the same words').to.equal(null);
    expect(reTarget('m', 2, at('a', 'b'))(desk), 'no such target').to.equal(null);
    expect(reTarget('theirs', 0, at('a', 'b'))(desk), 'not one’s own').to.equal(null);
  });
});

describe('one mark on several passages', () => {
  it('takes another passage at its end, and gives it back', () => {
    const store = open();
    expect(store.run(addPassage('m', at('i', 'i')))).to.equal(false);
    expect(store.run(addPassage('m', at('a', 'b')))).to.equal(true);
    expect(words(store)).to.deep.equal(['two', 'six', 'One']);
    expect(store.run(removePassage('m', 0))).to.equal(true);
    expect(words(store)).to.deep.equal(['six', 'One']);
    store.undo();
    store.undo();
    expect(words(store)).to.deep.equal(['two', 'six']);
  });

  it('has no passage twice, and never loses its last one', () => {
    const store = open();
    expect(addPassage('m', at('b', 'c'))(store.desk)).to.equal(null);
    store.run(removePassage('m', 1));
    expect(removePassage('m', 0)(store.desk)).to.equal(null);
    expect(removePassage('theirs', 0)(store.desk)).to.equal(null);
  });

  it('knows which of its targets a passage is of', () => {
    const { desk } = open();
    expect(targetIndex(desk, { id: 'm', ...at('g', 'h') })).to.equal(1);
    expect(targetIndex(desk, { id: 'm', ...at('g', 'i') })).to.equal(-1);
  });
});

describe('the marks at a place', () => {
  it('are the claims and marks over it, the innermost first', () => {
    const { desk } = open();
    expect(marksAt(desk, at('b', 'c').start).map(({ id }) => id)).to.deep.equal(['m', 'theirs', 'k']);
    expect(marksAt(desk, at('c', 'd').end - 1).map(({ id }) => id)).to.deep.equal(['theirs', 'k']);
    expect(marksAt(desk, at('e', 'f').start)).to.deep.equal([]);
    const end = at('c', 'd').end;
    expect(caretMeans(desk, end), 'right behind the last one').to.equal(end - 1);
    expect(caretMeans(desk, end + 1)).to.equal(end + 1);
  });
});
