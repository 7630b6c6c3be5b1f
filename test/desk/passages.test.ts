/** Passages and what else is derived from a desk: order, orphans, what is hidden, and values that stay the same. */
import { expect } from '@open-wc/testing';
import {
  annotations,
  argument,
  canEdit,
  derived,
  layerOf,
  ownLayer,
  sameFocus,
  sources,
  supports,
  visibleRecords,
} from '../../src/desk/desk.ts';
import { editClaim } from '../../src/desk/claim-commands.ts';
import { editAnnotation } from '../../src/desk/commands.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import { place, placed, rangesOf } from '../../src/desk/passages.ts';
import {
  annotation,
  attack,
  claim,
  deskOn,
  searchAll,
  source,
  step,
  support,
  targets,
} from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const sample = paper(p('<a>One <b>two<c> three <d>four.<e>', note('1')), p('<f>Five six.<g>'));
const { paper: page, range } = sample;
const lost = { exact: 'gone', prefix: 'it is ', suffix: ' now', start: 2, end: 6 };

describe('passages', () => {
  it('stand in the order of the text, the longer first, one for each target', () => {
    const { desk } = deskOn(page, {
      edition: [claim('e', { targets: targets(page, range('f', 'g'), range('a', 'e')) })],
      own: [
        annotation('m', { targets: targets(page, range('b', 'c')) }),
        claim('o', { targets: targets(page, range('a', 'c')) }),
      ],
    }).store;
    const { passages, orphans } = placed(desk);
    expect(passages.map(({ kind, id, start, end }) => [kind, id, page.text.slice(start, end)])).to.deep.equal(
      [
        ['claim', 'e', 'One two three four.'],
        ['claim', 'o', 'One two'],
        ['annotation', 'm', 'two'],
        ['claim', 'e', 'Five six.'],
      ],
    );
    expect(orphans).to.deep.equal([]);
    expect(passages[2]?.record).to.equal(layerOf(desk, 'm')?.records.get('m'));
  });

  it('that no longer resolve make an orphan only where none of a record does', () => {
    const { store } = deskOn(page, {
      own: [
        annotation('half', { targets: [lost, ...targets(page, range('b', 'c'))] }),
        annotation('orphan', { targets: [lost] }),
        claim('unstated'),
      ],
    });
    expect(placed(store.desk).orphans, 'before it was looked for').to.deep.equal([]);
    expect(placed(store.desk).searching).to.deep.equal(['orphan']);
    searchAll(store);
    expect(placed(store.desk).orphans).to.deep.equal(['orphan']);
    expect(placed(store.desk).searching).to.deep.equal([]);
    expect(placed(store.desk).passages.map((one) => one.id)).to.deep.equal(['half']);
  });
});

describe('passages, shown and hidden,', () => {
  it('of a hidden layer are not there, nor its orphans', () => {
    const edition = [
      claim('e', { targets: targets(page, range('a', 'b')) }),
      claim('x', { targets: [lost] }),
    ];
    const { store } = deskOn(page, { edition });
    searchAll(store);
    expect([placed(store.desk).passages.length, placed(store.desk).orphans.length]).to.deep.equal([1, 1]);
    store.setLayerVisible('edition', false);
    const { passages, orphans, unsettled } = placed(store.desk);
    expect([passages.length, orphans.length, unsettled.size]).to.deep.equal([0, 0, 0]);
  });

  it('are where the text has them now once they were looked for, and nowhere before', () => {
    const own = [annotation('m', { targets: [...targets(page, range('b', 'c')), lost] })];
    const { store } = deskOn(paper(p('Before: One two three four.')).paper, { own });
    const [target] = own[0]!.targets;
    expect(place(store.desk, target!)).to.equal(null);
    searchAll(store);
    expect(place(store.desk, target!)).to.deep.include({ start: 12, end: 15, how: 'moved' });
    expect(place(store.desk, lost)).to.equal(null);
  });
});

describe('what is derived', () => {
  const own = [
    annotation('m', { targets: targets(page, range('b', 'c')) }),
    claim('a'),
    claim('b'),
    step('s', ['a'], 'b'),
  ];
  const all = [placed, argument, supports, sources, annotations] as const;

  it('is the same value until a record or a layer changes', () => {
    const { store } = deskOn(page, { edition: [claim('e')], own });
    const before = all.map((derive) => derive(store.desk) as unknown);
    store.setSession({ editing: 'm', hover: { kind: 'claim', id: 'a' } });
    store.setSaving('saving');
    expect(
      all.map((derive) => derive(store.desk) as unknown).every((value, at) => value === before[at]),
    ).to.equal(true);
    store.run(editAnnotation('m', { colour: 'red' }));
    expect(placed(store.desk)).not.to.equal(before[0]);
    expect(argument(store.desk), 'a mark is no part of it').to.equal(before[1]);
    store.run(editClaim('a', { wording: 'Another wording.' }));
    expect(argument(store.desk)).not.to.equal(before[1]);
  });

  it('follows an edit and its undo', () => {
    const { store } = deskOn(page, { own });
    const seen = () => [placed(store.desk).passages.length, annotations(store.desk).length];
    const before = seen();
    store.run(remove('m'));
    expect([before, seen()]).to.deep.equal([
      [1, 1],
      [0, 0],
    ]);
    store.undo();
    expect(seen()).to.deep.equal([1, 1]);
  });
});

describe('derived', () => {
  it('computes once for one input, also where the answer is nothing', () => {
    let calls = 0;
    const nothing = derived((_input: object) => {
      calls += 1;
      return undefined;
    });
    const key = {};
    nothing(key);
    nothing(key);
    nothing({});
    expect(calls).to.equal(2);
  });
});

describe('layers', () => {
  const edition = [
    support(page, '1', range('a', 'b'), { sources: ['n'] }),
    source('n', 'Noam'),
    claim('shared', { wording: 'Theirs.' }),
  ];

  it('show the reader’s own last', () => {
    const { desk } = deskOn(page, { edition, own: [claim('mine')] }).store;
    expect(ownLayer(desk).id).to.equal('own');
    expect(visibleRecords(desk.layers).map((record) => record.id)).to.deep.equal([
      'sup-1',
      'n',
      'shared',
      'mine',
    ]);
  });

  it('keep supports and sources when they are hidden, and drop claims', () => {
    const { store } = deskOn(page, { edition });
    store.setLayerVisible('edition', false);
    expect(supports(store.desk).get('fn1')?.id).to.equal('sup-1');
    expect(sources(store.desk).get('n')?.name).to.equal('Noam');
    expect(argument(store.desk).claims.size).to.equal(0);
  });

  it('say who may change a record', () => {
    const { desk } = deskOn(page, { edition, own: [claim('mine')] }).store;
    expect(['mine', 'shared', 'gone'].map((id) => canEdit(desk, id))).to.deep.equal([true, false, false]);
    expect(['mine', 'shared', 'gone'].map((id) => layerOf(desk, id)?.id ?? null)).to.deep.equal([
      'own',
      'edition',
      null,
    ]);
  });

  it('where both have a record the reader’s own counts', () => {
    const { desk } = deskOn(page, { edition, own: [claim('shared', { wording: 'Mine.' })] }).store;
    expect(argument(desk).claims.get('shared')?.wording).to.equal('Mine.');
    expect(canEdit(desk, 'shared')).to.equal(true);
  });
});

describe('the ranges that a thing lights', () => {
  const { desk } = deskOn(page, {
    edition: [support(page, '1', range('b', 'c'))],
    own: [
      claim('x', { targets: targets(page, range('a', 'b'), range('d', 'e')) }),
      annotation('m', { targets: targets(page, range('f', 'g')) }),
      attack('k', 'x', 'y'),
    ],
  }).store;
  const words = (kind: 'claim' | 'annotation' | 'note' | 'conflict', id: string) =>
    rangesOf(desk, { kind, id }).map(({ start, end }) => page.text.slice(start, end));

  it('are its passages, or the span that a note supports', () => {
    expect(words('claim', 'x')).to.deep.equal(['One ', 'four.']);
    expect(words('annotation', 'm')).to.deep.equal(['Five six.']);
    expect(words('note', 'fn1')).to.deep.equal(['two']);
  });

  it('are none where it has no place, or another kind has the id', () => {
    expect([
      ...words('annotation', 'x'),
      ...words('claim', 'gone'),
      ...words('note', 'fn9'),
      ...words('conflict', 'k'),
    ]).to.deep.equal([]);
  });
});

describe('the same focus', () => {
  it('is the same kind and id, or nothing twice', () => {
    expect(sameFocus(null, null)).to.equal(true);
    expect(sameFocus({ kind: 'claim', id: 'a' }, { kind: 'claim', id: 'a' })).to.equal(true);
    expect(sameFocus({ kind: 'claim', id: 'a' }, { kind: 'note', id: 'a' })).to.equal(false);
    expect(sameFocus({ kind: 'claim', id: 'a' }, null)).to.equal(false);
  });
});
