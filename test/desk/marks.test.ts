/** The marks of a desk, sifted and ordered: laws over generated notebooks, and what each filter means by example. */
import { expect } from '@open-wc/testing';
import {
  facets,
  isOpen,
  noFilter,
  sift,
  toggled,
  valuesOf,
  type MarkFilter,
} from '../../src/desk/mark-filter.ts';
import {
  dayOf,
  grouped,
  markGroupings,
  markOrders,
  ordered,
  orphanKey,
  wholeKey,
} from '../../src/desk/mark-order.ts';
import { marks, tagsOf, type Mark } from '../../src/desk/marks.ts';
import { forSeeds, type Dice } from '../notebook/generate.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { fullDesk, sample, tags, words } from './listed.ts';

const seeds = 60;
const ids = (all: readonly Mark[]): string[] => all.map(({ id }) => id);
const sifted = (all: readonly Mark[], filter: Partial<MarkFilter>): string[] =>
  ids(sift(all, { ...noFilter, ...filter }).marks);

/** A filter that wants something of this mark, and perhaps of others. */
function filterFor(dice: Dice, all: readonly Mark[]): MarkFilter {
  let filter: MarkFilter = {
    ...noFilter,
    query: dice.next() < 0.3 ? dice.pick(words) : '',
    tagged: dice.pick(['any', 'all'] as const),
    section: dice.pick([null, null, 'I', 'I.A', 'II']),
    from: dice.pick([null, null, '2026-01-02']),
    to: dice.pick([null, null, '2026-01-04']),
  };
  for (const facet of facets) {
    if (dice.next() < 0.6) continue;
    const values = valuesOf(dice.pick(all), facet);
    for (const value of values) filter = toggled(filter, facet, value);
  }
  return filter;
}

describe('the marks of a desk', () => {
  it('lists every annotation and claim once, replies with what they answer', () => {
    forSeeds(seeds, (seed) => {
      const { desk } = fullDesk(seed).store;
      const all = marks(desk);
      const listed = all.flatMap(({ id, replies }) => [id, ...replies.map((reply) => reply.id)]);
      const there = desk.layers.flatMap(({ records }) => [...records.keys()]);
      expect(listed.toSorted()).to.deep.equal(there.toSorted());
    });
  });

  it('says where each stands: in the text, in a note, on the whole paper, nowhere', () => {
    const lost = { exact: 'never said', prefix: '', suffix: '', start: 0, end: 10, detached: true } as const;
    const inNote = { exact: 'Words', prefix: '', suffix: ' of', start: 0, end: 5, note: 'fn1' };
    const own = [
      annotation('late', { targets: targets(sample.paper, sample.range('g', 'j'), sample.range('e', 'f')) }),
      annotation('noted', { targets: [inNote] }),
      annotation('whole'),
      annotation('lost', { targets: [lost] }),
      claim('early', { targets: targets(sample.paper, sample.range('a', 'b')) }),
    ];
    const all = marks(deskOn(sample.paper, { own }).store.desk);
    const told = all.map(({ id, state, section, note, passages }) => [id, state, section, note, passages]);
    expect(told).to.deep.equal([
      ['lost', 'orphan', '', null, 1],
      ['whole', 'whole', '', null, 0],
      ['early', 'placed', '', null, 1],
      ['noted', 'placed', 'I', 'fn1', 1],
      ['late', 'placed', 'I.A', null, 2],
    ]);
  });

  it('has the reader’s own record where a layer below has one of the same id', () => {
    const { desk } = deskOn(sample.paper, {
      edition: [annotation('same', { body: 'theirs' })],
      own: [annotation('same', { body: 'mine' })],
    }).store;
    expect(
      marks(desk).map(({ isOwn, record }) => [isOwn, record.kind === 'annotation' && record.body]),
    ).to.deep.equal([[true, 'mine']]);
  });
});

describe('sifting marks', () => {
  it('gives some of the marks in their order, all where nothing is asked, and is done after once', () => {
    forSeeds(seeds, (seed) => {
      const { store, dice } = fullDesk(seed);
      const all = marks(store.desk);
      const filter = filterFor(dice, all);
      const { marks: some } = sift(all, filter);
      expect(ids(all.filter((mark) => some.includes(mark)))).to.deep.equal(ids(some));
      expect(ids(sift(some, filter).marks)).to.deep.equal(ids(some));
      if (isOpen(filter)) expect(some).to.have.length(all.length);
      expect(ids(sift(all, noFilter).marks)).to.deep.equal(ids(all));
    });
  });

  it('unites the values of one facet, and lets every facet have its say', () => {
    forSeeds(seeds, (seed) => {
      const { store, dice } = fullDesk(seed);
      const all = marks(store.desk);
      const facet = dice.pick(facets);
      const [one, other] = [dice.pick(all), dice.pick(all)].map((mark) => valuesOf(mark, facet)[0]);
      if (one === undefined || other === undefined || one === other) return;
      const want = (...values: string[]): Set<string> =>
        new Set(sifted(all, { wanted: { [facet]: new Set(values) } }));
      expect([...want(one, other)].toSorted()).to.deep.equal(
        [...new Set([...want(one), ...want(other)])].toSorted(),
      );

      const filter = filterFor(dice, all);
      const both = new Set(sifted(all, { ...filter, wanted: { ...filter.wanted, [facet]: new Set([one]) } }));
      const rest = new Set(sifted(all, { ...filter, wanted: { ...filter.wanted, [facet]: new Set() } }));
      expect([...both].toSorted()).to.deep.equal([...want(one)].filter((id) => rest.has(id)).toSorted());
    });
  });

  it('wants any of the tags or all of them, as one says', () => {
    forSeeds(seeds, (seed) => {
      const all = marks(fullDesk(seed).store.desk);
      const pair = new Set(tags.slice(0, 2));
      const has = (mark: Mark): number => tagsOf(mark).filter((tag) => pair.has(tag)).length;
      expect(sifted(all, { wanted: { tag: pair } })).to.deep.equal(ids(all.filter((mark) => has(mark) > 0)));
      expect(sifted(all, { wanted: { tag: pair }, tagged: 'all' })).to.deep.equal(
        ids(all.filter((mark) => has(mark) === 2)),
      );
    });
  });

  it('counts for each value how many there would be, were it the only one wanted of its facet', () => {
    forSeeds(seeds, (seed) => {
      const { store, dice } = fullDesk(seed);
      const all = marks(store.desk);
      const filter: MarkFilter = { ...filterFor(dice, all), tagged: 'any' };
      const { counts } = sift(all, filter);
      for (const facet of facets) {
        for (const value of new Set(all.flatMap((mark) => valuesOf(mark, facet)))) {
          const alone = sifted(all, { ...filter, wanted: { ...filter.wanted, [facet]: new Set([value]) } });
          expect(counts.get(facet)?.get(value) ?? 0, `${facet} ${value}`).to.equal(alone.length);
        }
      }
    });
  });

  it('finds words of quotation, note, tags, wording, author and replies, whatever their case and accents', () => {
    const own = [
      annotation('quoted', { targets: targets(sample.paper, sample.range('c', 'd')) }),
      annotation('written', { body: 'Très **NAÏF**' }),
      annotation('tagged', { tags: ['Königsberg'] }),
      annotation('answered'),
      annotation('answer', { replyTo: 'answered', body: 'Out of the blue' }),
      annotation('theirs', { creator: 'Élise' }),
      annotation('mine', { creator: 'reader' }),
      claim('worded', { wording: 'That oil rules.' }),
    ];
    const all = marks(deskOn(sample.paper, { own }).store.desk);
    const finds = (query: string): string[] => sifted(all, { query });
    expect(finds('FIRST section')).to.deep.equal(['quoted']);
    expect(finds('naif')).to.deep.equal(['written']);
    expect(finds('konigs')).to.deep.equal(['tagged']);
    expect(finds('blue out')).to.deep.equal(['answered']);
    expect(finds('“out of the”')).to.deep.equal(['answered']);
    expect(finds('“of out”')).to.deep.equal([]);
    expect(finds('elise')).to.deep.equal(['theirs']);
    expect(finds('Reader')).to.deep.equal([]);
    expect(finds('rules oil')).to.deep.equal(['worded']);
    expect(finds('  ')).to.have.length(all.length);
  });

  it('takes a section with what is below it, and days of this place from their first to their last moment', () => {
    const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));
    const made = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
    const own = [
      annotation('one', { targets: at('c', 'd'), created: made(2026, 2, 4, 0, 0) }),
      annotation('below', { targets: at('e', 'f'), created: made(2026, 2, 4, 23, 59) }),
      annotation('two', { targets: at('g', 'j'), created: made(2026, 2, 5, 0, 0) }),
      annotation('whole', { created: made(2026, 2, 3, 23, 59) }),
    ];
    const all = marks(deskOn(sample.paper, { own }).store.desk);
    expect(sifted(all, { section: 'I' })).to.deep.equal(['one', 'below']);
    expect(sifted(all, { section: 'I.A' })).to.deep.equal(['below']);
    expect(sifted(all, { from: '2026-03-04', to: '2026-03-04' })).to.deep.equal(['one', 'below']);
    expect(sifted(all, { from: '2026-03-05' })).to.deep.equal(['two']);
    expect(sifted(all, { to: '2026-03-03' })).to.deep.equal(['whole']);
    expect(sifted(all, { from: 'never' })).to.have.length(4);
  });
});

describe('ordering marks', () => {
  it('loses none and doubles none, whatever the order', () => {
    forSeeds(seeds, (seed) => {
      const all = marks(fullDesk(seed).store.desk);
      for (const order of markOrders) {
        const sorted = ordered(all, order);
        expect(ids(sorted).toSorted()).to.deep.equal(ids(all).toSorted());
        expect(ids(ordered(sorted, order))).to.deep.equal(ids(sorted));
      }
    });
  });

  it('puts the newest first, and what is alike in the order of the text', () => {
    forSeeds(seeds, (seed) => {
      const all = marks(fullDesk(seed).store.desk);
      for (const [order, field] of [
        ['made', 'created'],
        ['changed', 'modified'],
      ] as const) {
        const sorted = ordered(all, order);
        sorted.slice(1).forEach((mark, at) => {
          const before = sorted[at] as Mark;
          expect(before.record[field] >= mark.record[field]).to.equal(true);
          if (before.record[field] === mark.record[field])
            expect(all.indexOf(before)).to.be.lessThan(all.indexOf(mark));
        });
      }
    });
  });

  it('puts every mark under its heading, under each of its tags, and keeps the order there', () => {
    forSeeds(seeds, (seed) => {
      const all = marks(fullDesk(seed).store.desk);
      for (const grouping of markGroupings) {
        const groups = grouped(all, grouping);
        expect(new Set(groups.map(({ key }) => key)).size).to.equal(groups.length);
        const lines = groups.flatMap((group) => ids(group.marks));
        const wanted = all.flatMap((mark) =>
          Array.from({ length: grouping === 'tag' ? Math.max(1, tagsOf(mark).length) : 1 }, () => mark.id),
        );
        expect(lines.toSorted()).to.deep.equal(wanted.toSorted());
        for (const { marks: found } of groups)
          expect(ids(all.filter((mark) => found.includes(mark)))).to.deep.equal(ids(found));
      }
    });
  });

  it('lists sections as they stand in the text, behind what stands nowhere', () => {
    forSeeds(seeds, (seed) => {
      const keys = grouped(marks(fullDesk(seed).store.desk), 'section').map(({ key }) => key);
      const order = [wholeKey, orphanKey, '', 'I', 'I.A', 'II'];
      expect(keys).to.deep.equal(order.filter((key) => keys.includes(key)));
    });
  });

  it('lists days from the last to the first', () => {
    expect(dayOf(new Date(2026, 0, 9, 0, 30).toISOString())).to.equal('2026-01-09');
    forSeeds(seeds, (seed) => {
      const days = grouped(marks(fullDesk(seed).store.desk), 'date').map(({ key }) => key);
      expect(days).to.deep.equal(days.toSorted().toReversed());
    });
  });
});
