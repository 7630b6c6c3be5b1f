/** The list of marks beside a store: what is selected, where one is, and what is left of both as the list changes. */
import { expect } from '@open-wc/testing';
import { removeAll } from '../../src/desk/bulk-commands.ts';
import { annotate } from '../../src/desk/commands.ts';
import { noFilter, toggled } from '../../src/desk/mark-filter.ts';
import { markListOf, type MarkList } from '../../src/desk/mark-list.ts';
import { marks } from '../../src/desk/marks.ts';
import { annotation, deskOn } from '../support/desk.ts';
import { forSeeds } from '../notebook/generate.ts';
import { fullDesk, sample } from './listed.ts';

const five = ['a', 'b', 'c', 'd', 'e'];

function listOfFive(tagsOf: (id: string) => readonly string[] = () => []) {
  const own = five.map((id, at) =>
    annotation(id, {
      created: `2026-01-0${at + 1}T00:00:00Z`,
      colour: at < 2 ? 'red' : 'blue',
      tags: tagsOf(id),
    }),
  );
  const { store } = deskOn(sample.paper, { own });
  return { store, list: markListOf(store) };
}

const lines = (list: MarkList): string[] => list.listing.rows.map(({ mark }) => mark.id);
const here = (list: MarkList): string | undefined => list.listing.rows[list.at]?.mark.id;

describe('the list of marks', () => {
  it('is one for each store, and the same value until something changes', () => {
    const { store, list } = listOfFive();
    expect(markListOf(store)).to.equal(list);
    const { listing } = list;
    list.goTo(3);
    list.select(['a']);
    expect(list.listing).to.equal(listing);
    list.show({ order: 'made' });
    expect(lines(list)).to.deep.equal(five.toReversed());
  });

  it('selects one, more, a range from where it began, and all; a new range takes the place of the last', () => {
    const { list } = listOfFive();
    list.toggle(1);
    list.toggle(3);
    expect([...list.selected]).to.deep.equal(['b', 'd']);
    list.toggle(1);
    expect([...list.selected]).to.deep.equal(['d']);
    list.extendTo(3);
    expect([...list.selected]).to.deep.equal(['b', 'c', 'd']);
    list.extendTo(0);
    expect([...list.selected]).to.deep.equal(['a', 'b']);
    list.selectAll();
    expect([...list.selected]).to.deep.equal(five);
    expect(list.chosen.map(({ id }) => id)).to.deep.equal(five);
  });

  it('has nothing selected that it does not show', () => {
    const { store, list } = listOfFive();
    list.selectAll();
    list.show({ filter: toggled(noFilter, 'colour', 'red') });
    expect([...list.selected]).to.deep.equal(['a', 'b']);
    list.select(['a', 'e', 'nobody']);
    expect([...list.selected]).to.deep.equal(['a']);
    store.run(removeAll(['a']));
    expect([...list.selected]).to.deep.equal([]);
    list.show({ filter: noFilter });
    expect([...list.selected]).to.deep.equal([]);
  });

  it('goes on at the next line when the one that one was at goes, and at the last where there is none', () => {
    const { store, list } = listOfFive();
    list.goTo(1);
    store.run(removeAll(['b', 'c']));
    expect(here(list)).to.equal('d');
    list.goTo(9);
    expect(here(list)).to.equal('e');
    store.run(removeAll(['e']));
    expect(here(list)).to.equal('d');
    list.show({ filter: toggled(noFilter, 'colour', 'red') });
    expect(here(list)).to.equal('a');
    list.show({ filter: { ...noFilter, query: 'not there' } });
    expect(list.at).to.equal(-1);
  });

  it('stays at a mark when the list is ordered or headed otherwise', () => {
    const { list } = listOfFive((id) => (id === 'c' ? ['x', 'y'] : []));
    list.goTo(2);
    list.show({ grouping: 'tag' });
    expect(lines(list)).to.deep.equal(['c', 'c', 'a', 'b', 'd', 'e']);
    expect(here(list)).to.equal('c');
    list.goTo(1);
    expect(list.at).to.equal(1);
    list.toggle(1);
    expect([...list.selected]).to.deep.equal(['c']);
    list.show({ grouping: 'none', order: 'made' });
    expect(here(list)).to.equal('c');
  });

  it('lets only its marks show, follows the filter, and shows what is made meanwhile', () => {
    const { store, list } = listOfFive();
    list.show({ filter: toggled(noFilter, 'colour', 'red') });
    expect(store.desk.session.only).to.equal(null);
    list.showOnly(true);
    expect([...(store.desk.session.only ?? [])]).to.deep.equal(['a', 'b']);
    list.show({ filter: toggled(noFilter, 'colour', 'blue') });
    expect([...(store.desk.session.only ?? [])]).to.deep.equal(['c', 'd', 'e']);
    store.run(annotate(sample.range('c', 'd'), { id: 'new', colour: 'green' }));
    expect(store.desk.session.only?.has('new')).to.equal(true);
    store.run(removeAll(['c']));
    expect([...(store.desk.session.only ?? [])].toSorted()).to.deep.equal(['d', 'e', 'new']);
    list.showOnly(false);
    expect(store.desk.session.only).to.equal(null);
  });

  it('keeps its promises while marks come and go: one is in the list, and all that is selected is', () => {
    forSeeds(40, (seed) => {
      const { store, dice } = fullDesk(seed);
      const list = markListOf(store);
      for (let turn = 0; turn < 12; turn += 1) {
        const { rows } = list.listing;
        const doing = dice.below(6);
        if (doing === 0) list.toggle(dice.below(rows.length + 1));
        else if (doing === 1) list.extendTo(dice.below(rows.length + 1));
        else if (doing === 2) list.show({ grouping: dice.pick(['tag', 'section', 'none'] as const) });
        else if (doing === 3)
          list.show({ filter: toggled(list.look.filter, 'colour', dice.pick(['red', 'blue', 'gray'])) });
        else if (doing === 4) store.run(removeAll([dice.pick(marks(store.desk)).id]));
        else store.undo();
        const shown = new Set(lines(list));
        expect([...list.selected].filter((id) => !shown.has(id))).to.deep.equal([]);
        expect(list.at).to.be.within(shown.size > 0 ? 0 : -1, list.listing.rows.length - 1);
      }
    });
  });
});
