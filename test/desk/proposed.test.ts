/** What the rules propose of a paper that nobody has edited: sourced sentences and sections, nothing asserted, to be taken over or left. */
import { expect } from '@open-wc/testing';
import { argument, ownLayer } from '../../src/desk/desk.ts';
import { openProposals, takeProposed, whyNotTakeProposed } from '../../src/desk/propose-commands.ts';
import { proposals, proposedLayer } from '../../src/desk/proposed.ts';
import type { NotebookRecord, RecordKind, RecordOf } from '../../src/model/records.ts';
import { copyClaim } from '../../src/desk/copy-commands.ts';
import { deskOn } from '../support/desk.ts';
import { note, p, paper, quotation, realPaper, section } from '../support/paper.ts';

const stamp = { creator: '', created: '1970-01-01T00:00:00.000Z', modified: '1970-01-01T00:00:00.000Z' };

const sample = paper(
  section(
    'I.',
    'First',
    p('Nobody knows it. As Russell argues, it is so.', note('1'), ' It is.', note('2'), note('3')),
  ),
  section('II.', 'Bare', p('Nothing stands on notes here.')),
  section('III.', 'Said', p('He said:'), quotation(p('It was so, and so it was.', note('4')))),
);

const of = <K extends RecordKind>(records: readonly NotebookRecord[], kind: K): RecordOf<K>[] =>
  records.filter((record): record is RecordOf<K> => record.kind === kind);

describe('what is proposed', () => {
  const found = proposals(sample.paper, stamp);

  it('makes claims of sentences that rest on notes, with all their notes', () => {
    expect(of(found, 'claim').map(({ wording, notes }) => [wording, notes])).to.deep.equal([
      ['As Russell argues, it is so.', ['fn1']],
      ['It is.', ['fn2', 'fn3']],
    ]);
  });

  it('makes groups of the sections that hold them, and of no others', () => {
    expect(of(found, 'group').map(({ title }) => title)).to.deep.equal(['First']);
  });

  it('asserts no step and no attack', () => {
    expect([...of(found, 'inference'), ...of(found, 'conflict')]).to.deep.equal([]);
  });

  it('says what each note is for, and whom the text names, with a confidence', () => {
    const supports = of(found, 'support');
    expect(supports.map((one) => one.note)).to.deep.equal(['fn1', 'fn2', 'fn3', 'fn4']);
    expect(of(found, 'source').map(({ name }) => name)).to.deep.equal(['Russell']);
    for (const { confidence } of supports) expect(confidence).to.be.within(0, 1);
  });

  it('is the same each time, and finds its own places', () => {
    expect(proposals(sample.paper, stamp)).to.deep.equal(found);
    for (const { targets } of of(found, 'claim'))
      for (const { start, end, exact } of targets)
        expect(sample.paper.text.slice(start, end)).to.equal(exact);
  });

  it('covers the real paper: each note on one claim or in a quotation', async () => {
    const real = await realPaper();
    const all = proposals(real, stamp);
    expect(of(all, 'support')).to.have.length(79);
    const noted = new Set(of(all, 'claim').flatMap(({ notes }) => notes));
    const left = of(all, 'support').filter(
      ({ note: id, scope }) => !noted.has(id) && scope !== 'blockquote' && scope !== 'list',
    );
    expect(left.map(({ note: id, target }) => [id, target.exact])).to.deep.equal([]);
  });
});

describe('taking over', () => {
  const open = () => {
    const { store } = deskOn(sample.paper);
    store.changeLayers((below) => [proposedLayer(proposals(sample.paper, stamp), true), ...below]);
    return store;
  };

  it('makes all claims the reader’s own, in groups of their own, with one undo', () => {
    const store = open();
    expect(store.run(takeProposed)).to.equal(true);
    const own = [...ownLayer(store.desk).records.values()];
    expect(own.map(({ kind }) => kind).sort()).to.deep.equal(['claim', 'claim', 'group']);
    const [group] = of(own, 'group');
    expect(of(own, 'claim').map((claim) => claim.group)).to.deep.equal([group?.id, group?.id]);
    expect(whyNotTakeProposed(store.desk)).to.contain('yours already');
    store.undo();
    expect(ownLayer(store.desk).records.size).to.equal(0);
  });

  it('leaves out what was copied before', () => {
    const store = open();
    const [first] = openProposals(store.desk);
    expect(store.run(copyClaim(first?.id ?? '', 'mine'))).to.equal(true);
    expect(openProposals(store.desk).map(({ wording }) => wording)).to.deep.equal(['It is.']);
    store.run(takeProposed);
    expect([...argument(store.desk).claims.values()].filter(({ id }) => id === 'mine')).to.have.length(1);
  });
});
