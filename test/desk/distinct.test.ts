/** Ids of layers: kept apart, what is the same shown once, nobody's records in anybody else's place. */
import { expect } from '@open-wc/testing';
import { argument, layerOf, visibleRecords, type Layer } from '../../src/desk/desk.ts';
import { Distinct } from '../../src/desk/distinct.ts';
import { dressed, openedLayer, ownLayerOf } from '../../src/desk/layers.ts';
import type { NotebookFile } from '../../src/model/notebook-file.ts';
import type { Claim } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { annotation, attack, claim, deskOn, source, step } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const file = (
  id: string,
  records: readonly NotebookRecord[],
  more: Partial<NotebookFile> = {},
): NotebookFile => ({
  type: 'warrant-notebook',
  version: 1,
  id,
  name: `The notebook ${id}`,
  creator: id,
  paper: { id: 'test', title: 'A test', hash: `sha256-${'0'.repeat(64)}` },
  records,
  ...more,
});

const own = (...records: readonly NotebookRecord[]): Layer =>
  ownLayerOf('own', 'Mine', new Map(records.map((record) => [record.id, record])));

const shown = (layers: readonly Layer[]): readonly (readonly string[])[] =>
  new Distinct().apply(layers).map((layer) => [...layer.records.keys()]);

describe('ids of layers', () => {
  it('stay as they are where no two have one in common, and so do the layers', () => {
    const layers = [
      openedLayer(file('ada', [claim('a')])),
      openedLayer(file('ben', [claim('b')])),
      own(claim('c')),
    ];
    expect(new Distinct().apply(layers)).to.equal(layers);
  });

  it('show once what is the same, in the reader’s own notebook before all others', () => {
    const layers = [
      openedLayer(file('ada', [claim('a'), claim('x')])),
      openedLayer(file('ben', [claim('a')])),
      own(),
    ];
    expect(shown(layers)).to.deep.equal([['a', 'x'], [], []]);
    expect(shown([...layers.slice(0, 2), own(claim('x', { creator: 'reader' }))])).to.deep.equal([
      ['a'],
      [],
      ['x'],
    ]);
  });

  it('are changed where they mean something else, in all that refers to them', () => {
    const copy = [
      claim('a', { wording: 'Changed.' }),
      claim('b'),
      step('s', ['a'], 'b'),
      attack('k', 'b', 'a'),
    ];
    const [, second] = new Distinct().apply([
      openedLayer(file('ada', [claim('a'), claim('b')])),
      openedLayer(file('ben', copy)),
      own(),
    ]);
    const records = [...(second?.records.values() ?? [])];
    const [changed, inference, conflict] = records;
    expect(records.map(({ kind }) => kind)).to.deep.equal(['claim', 'inference', 'conflict']);
    expect((changed as Claim).wording).to.equal('Changed.');
    expect(changed?.id).to.match(/^a:[0-9a-f]{8}$/);
    expect(inference).to.deep.include({ conclusion: 'b', premises: [{ claim: changed?.id, role: null }] });
    expect(conflict).to.deep.include({ from: 'b', to: changed?.id });
  });

  it('let an answer point to what it answers in another layer', () => {
    const reply = annotation('r', { replyTo: 'm' });
    const layers = new Distinct().apply([
      openedLayer(file('ada', [annotation('m')])),
      openedLayer(file('ben', [reply])),
      own(),
    ]);
    expect(layers[1]?.records.get('r')).to.equal(reply);
  });

  it('leave a correction of a source in a handout where it is: the layer above wins', () => {
    const handout = file('teacher', [source('s1', 'Aliyeva, L.')], {
      settings: { before: 0, instructions: '' },
    });
    const edition: Layer = {
      ...own(source('s1', 'Aliyeva')),
      id: 'edition',
      kind: 'edition',
      readOnly: true,
    };
    expect(shown([edition, openedLayer(handout), own()])).to.deep.equal([['s1'], ['s1'], []]);
  });

  it('keep the names that everyone gives a colour', () => {
    const named = (name: string): NotebookRecord =>
      ({
        ...claim('meaning-yellow'),
        kind: 'meaning',
        colour: 'yellow',
        name,
      }) as unknown as NotebookRecord;
    const layers = new Distinct().apply([
      openedLayer(file('ada', [named('Proof')])),
      openedLayer(file('ben', [named('Proof')])),
      own(named('Doubt')),
    ]);
    expect(layers.map(({ records }) => records.size)).to.deep.equal([1, 1, 1]);
  });

  it('are unlike each other and steady, whatever is copied from whom', () => {
    forSeeds(60, (seed) => {
      const dice = new Dice(seed);
      const pool = Array.from({ length: 12 }, (_, at) => annotation(`m${at}`, { body: 'first' }));
      const copies = (): NotebookRecord[] =>
        pool
          .filter(() => dice.next() < 0.5)
          .map((one) => (dice.next() < 0.5 ? one : { ...one, body: dice.text() }));
      const layers = [
        ...Array.from({ length: 4 }, (_, at) => openedLayer(file(`n${at}`, copies()))),
        own(...copies()),
      ];
      const distinct = new Distinct();
      const once = distinct.apply(layers);
      const ids = once.flatMap(({ records }) => [...records.keys()]);
      expect(new Set(ids).size).to.equal(ids.length);
      // Everything that anyone says is still said, once.
      const said = (all: readonly NotebookRecord[]) =>
        new Set(all.map((one) => `${one.id.split(':')[0] ?? ''} ${(one as { body: string }).body}`));
      expect(said(visibleRecords(once))).to.deep.equal(
        said(layers.flatMap((one) => [...one.records.values()])),
      );
      expect(distinct.apply(once)).to.equal(once);
    });
  });
});

describe('a store with opened layers', () => {
  const sample = paper(p('One sentence. And another one.'));
  const open = (...files: readonly NotebookFile[]) => {
    const made = deskOn(sample.paper, { own: [claim('mine')] });
    made.store.changeLayers((below) => dressed([...below, ...files.map((one) => openedLayer(one))]));
    return made;
  };

  it('finds each record in its own layer, and the reader’s own stays the reader’s', () => {
    const { store } = open(file('ada', [claim('mine', { wording: 'Not mine.' })]));
    expect(layerOf(store.desk, 'mine')?.id).to.equal('own');
    const wordings = [...argument(store.desk).claims.values()].map(({ wording }) => wording);
    expect(wordings.sort()).to.deep.equal(['Not mine.', 'That mine.']);
  });

  it('gives every layer a sign of its own', () => {
    const { store } = open(
      file('a', [], { creator: 'Ada Byron' }),
      file('b', [], { creator: 'Ann Bell' }),
      file('c', [], { creator: '', name: '…' }),
      file('d', [], { creator: '李 明' }),
    );
    expect(store.desk.layers.map(({ sign }) => sign)).to.deep.equal(['AB', 'AB2', '?', '李明', '']);
    expect(store.desk.layers.map(({ tint }) => tint)).to.deep.equal([1, 2, 3, 4, 0]);
  });

  it('holds a handout back until the reader has made as many marks as it asks for, and then no more', () => {
    const handout = file('t', [claim('theirs')], { settings: { before: 2, instructions: '' } });
    const { store, notebook } = open(handout);
    const isThere = () => argument(store.desk).claims.has('theirs');
    expect(isThere()).to.equal(false);
    notebook.apply({ label: 'Reply', put: [annotation('r', { replyTo: 'x' })] });
    expect(isThere()).to.equal(false);
    notebook.apply({ label: 'Mark', put: [annotation('m')] });
    expect(isThere()).to.equal(true);
    notebook.undo();
    expect(isThere()).to.equal(true);
  });

  it('takes no facts about the paper from what came back', () => {
    const facts = [source('s9', 'Nobody'), claim('c')];
    const { store } = open(file('student', facts));
    expect(store.desk.layers.map(({ kind }) => kind)).to.deep.equal(['return', 'own']);
    expect([...argument(store.desk).claims.keys()].sort()).to.deep.equal(['c', 'mine']);
  });
});
