/** Corrections of what a note is for and who is named: they win, they leave the first reading whole, and they go back. */
import { expect } from '@open-wc/testing';
import { sources, supports } from '../../src/desk/desk.ts';
import {
  correctSupport,
  dropCorrection,
  dropRename,
  nameAuthority,
  renameAuthority,
  sourceNamed,
  type Correction,
} from '../../src/desk/override-commands.ts';
import { supported } from '../../src/desk/passages.ts';
import { authorities, supportOf } from '../../src/desk/sources.ts';
import type { Command, Store } from '../../src/desk/store.ts';
import { supportScopes } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { deskOn, source, support } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const sample = paper(
  p('<a>As Noam says<b>, it is <c>so<d>.', note('1'), ' One. <e>Two here.<f>', note('2'), ' Rest.'),
  p('Other ', note('3'), 'words.'),
);
const { paper: page, range } = sample;
const edition = [
  source('noam', 'Noam'),
  source('lev', 'Lev'),
  support(page, '1', range('a', 'd'), {
    sources: ['noam'],
    attribution: 'As Noam says',
    speakers: ['Kozyrev'],
    remark: 'It may be more.',
  }),
];
const open = (): Store => deskOn(page, { edition }).store;
const isNotNow = (store: Store, command: Command): boolean => command(store.desk) === null;
const wordsOf = (store: Store, of: string): string[] =>
  supported(store.desk)
    .filter((one) => one.id === of)
    .map((one) => page.text.slice(one.start, one.end));

describe('a correction of what a note is for', () => {
  it('wins, keeps the first reading whole, and says whose it is', () => {
    const store = open();
    store.run(correctSupport('fn1', { range: range('c', 'd'), scope: 'clause' }));
    const reading = supportOf(store.desk, 'fn1');
    expect(reading?.isOverridden).to.equal(true);
    expect(reading?.layer.id).to.equal('own');
    expect(reading?.shown).to.deep.include({
      scope: 'clause',
      confidence: 1,
      sources: ['noam'],
      attribution: 'As Noam says',
      speakers: ['Kozyrev'],
      remark: null,
    });
    expect(reading?.original).to.deep.equal(edition[2]);
    expect(wordsOf(store, 'fn1')).to.deep.equal(['so']);
    expect(supports(store.desk).get('fn1')).to.equal(reading?.shown);
  });

  it('goes back to the first reading, also after several', () => {
    const store = open();
    store.run(correctSupport('fn1', { range: range('c', 'd') }));
    store.run(correctSupport('fn1', { sources: [] }));
    expect(supportOf(store.desk, 'fn1')?.shown).to.deep.include({ sources: [], attribution: null });
    store.run(dropCorrection('fn1'));
    expect(supportOf(store.desk, 'fn1')).to.deep.include({ original: edition[2], isOverridden: false });
    expect(wordsOf(store, 'fn1')).to.deep.equal(['As Noam says, it is so']);
    expect(isNotNow(store, dropCorrection('fn1'))).to.equal(true);
    store.undo();
    expect(wordsOf(store, 'fn1')).to.deep.equal(['so']);
  });

  it('of a note that nobody has read starts from the sentence before its marker', () => {
    const store = open();
    store.run(correctSupport('fn2', { sources: ['lev'] }));
    expect(wordsOf(store, 'fn2')).to.deep.equal(['Two here.']);
    expect(supportOf(store.desk, 'fn2')).to.deep.include({ original: null, isOverridden: true });
    store.run(dropCorrection('fn2'));
    expect(supportOf(store.desk, 'fn2')).to.equal(null);
  });

  it('answers “not now” where nothing changes or nothing is there', () => {
    const store = open();
    for (const command of [
      correctSupport('fn9', { scope: 'list' }),
      correctSupport('fn1', {}),
      correctSupport('fn1', { scope: 'clause', sources: ['noam'] }),
      correctSupport('fn1', { range: range('a', 'd') }),
      correctSupport('fn1', { range: { start: 12, end: 12 } }),
    ])
      expect(isNotNow(store, command)).to.equal(true);
  });

  it('inverts: whatever was corrected, the first reading is back, and undo leads there step by step', () => {
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      const store = open();
      const states = [supportOf(store.desk, 'fn1')?.shown];
      for (let done = 0; done < 6; done += 1) {
        const start = dice.below(20);
        const correction: Correction = dice.pick([
          { range: { start, end: start + 1 + dice.below(15) } },
          { scope: dice.pick(supportScopes) },
          { sources: dice.pick([[], ['noam'], ['noam', 'lev']]) },
          { remark: dice.pick([null, 'So it is.']) },
        ]);
        if (store.run(correctSupport('fn1', correction))) states.push(supportOf(store.desk, 'fn1')?.shown);
      }
      for (const state of states.slice(0, -1).reverse()) {
        store.undo();
        expect(supportOf(store.desk, 'fn1')?.shown).to.deep.equal(state);
      }
      for (const state of states.slice(1)) {
        store.redo();
        expect(supportOf(store.desk, 'fn1')?.shown).to.deep.equal(state);
      }
      store.run(dropCorrection('fn1'));
      expect(supportOf(store.desk, 'fn1')?.shown).to.equal(edition[2]);
    });
  });
});

describe('authorities', () => {
  it('stand in the order of the notes that name them, those that none names last', () => {
    const store = open();
    const named = (): unknown =>
      authorities(store.desk).map((one) => [one.source.name, one.notes.map((of) => of.label)]);
    expect(named()).to.deep.equal([
      ['Noam', ['1']],
      ['Lev', []],
    ]);
    store.run(nameAuthority('fn1', 'lev'));
    store.run(nameAuthority('fn2', 'Ada'));
    expect(named()).to.deep.equal([
      ['Noam', ['1']],
      ['Lev', ['1']],
      ['Ada', ['2']],
    ]);
  });

  it('are added by a new name and named, as one change', () => {
    const store = open();
    store.run(nameAuthority('fn2', '  Ada \n Writer '));
    expect(sourceNamed(store.desk, 'ada writer')?.name).to.equal('Ada Writer');
    expect(store.undo()).to.equal('Name an authority');
    expect(sourceNamed(store.desk, 'ada writer')).to.equal(null);
    expect(supportOf(store.desk, 'fn2')).to.equal(null);
    for (const name of ['', ' \n', 'NOAM'])
      expect(isNotNow(store, nameAuthority('fn1', name))).to.equal(true);
  });

  it('are renamed by a record that shadows the first, and go back to it', () => {
    const store = open();
    store.run(renameAuthority('noam', 'Noam Chomsky'));
    expect(sources(store.desk).get('noam')).to.deep.include({ name: 'Noam Chomsky', variants: ['Noam'] });
    expect(sources(store.desk).size).to.equal(2);
    expect(sourceNamed(store.desk, 'noam')?.id).to.equal('noam');
    store.run(dropRename('noam'));
    expect(sources(store.desk).get('noam')).to.equal(edition[0]);
    for (const command of [dropRename('noam'), renameAuthority('noam', 'Noam'), renameAuthority('x', 'Y')])
      expect(isNotNow(store, command)).to.equal(true);
  });
});
