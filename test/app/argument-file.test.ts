/** Files of the argument made from a desk: which records go in, and that each format is made. */
import { expect } from '@open-wc/testing';
import { argumentOutFormats, firstArgument, isArgumentChoice } from '../../src/app/argument-choice.ts';
import { madeArgument } from '../../src/app/argument-made.ts';
import { argumentRecords, scopesOf } from '../../src/app/argument-taken.ts';
import { readAif } from '../../src/formats/aif-read.ts';
import type { Group } from '../../src/model/argument-records.ts';
import { annotation, attack, claim, deskOn, step, targets } from '../support/desk.ts';
import { sample } from '../formats/exchange.ts';

const { paper, range } = sample;

const group = (id: string): Group => ({
  kind: 'group',
  id,
  title: id,
  section: null,
  parent: null,
  foreign: null,
  creator: '',
  created: '2026-01-01',
  modified: '2026-01-01',
});

const desk = (): ReturnType<typeof deskOn> =>
  deskOn(paper, {
    own: [
      claim('mine', { targets: targets(paper, range('c', 'd')) }),
      step('own', ['mine'], 'theirs'),
      annotation('mark'),
    ],
    edition: [
      group('g'),
      group('empty'),
      claim('theirs', { group: 'g' }),
      claim('other'),
      claim('third'),
      step('s', ['other'], 'theirs'),
      attack('x', 'third', 's', { attack: 'undercut' }),
    ],
  });

const ids = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id).sort();

describe('what goes into a file of the argument', () => {
  it('is all that shows, and no mark', () => {
    const { store } = desk();
    expect(ids(argumentRecords(store.desk, 'whole'))).to.deep.equal([
      'empty',
      'g',
      'mine',
      'other',
      'own',
      's',
      'theirs',
      'third',
      'x',
    ]);
  });

  it('or a layer alone, with what its steps join and the groups around', () => {
    const { store } = desk();
    const own = scopesOf(store.desk).find(({ words }) => words === 'Yours alone');
    expect(ids(argumentRecords(store.desk, own?.scope ?? ''))).to.deep.equal(['g', 'mine', 'own', 'theirs']);
  });

  it('or what is selected, with the steps between', () => {
    const { store } = desk();
    store.setSession({ selected: new Set(['other', 'theirs']) });
    expect(scopesOf(store.desk)[0]).to.deep.equal({ scope: 'selected', words: 'The 2 selected' });
    expect(ids(argumentRecords(store.desk, 'selected'))).to.deep.equal(['g', 'other', 's', 'theirs']);
  });
});

describe('a file of the argument', () => {
  for (const format of argumentOutFormats) {
    it(`is made as ${format}, and says what the claims say`, async () => {
      const { store } = desk();
      const file = await madeArgument(store.desk, argumentRecords(store.desk, 'whole'), format);
      expect(file.name).to.match(/^[\w-]+-argument\.[a-z.]+$/u);
      expect(file.text).to.include(format === 'relations' ? 'That theirs.' : 'That mine.');
    });
  }

  it('as AIF is the very argument when it is read again', async () => {
    const { store } = desk();
    const records = argumentRecords(store.desk, 'whole');
    const { text } = await madeArgument(store.desk, records, 'aif');
    const byId = (all: readonly { readonly id: string }[]): unknown[] =>
      [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(readAif(text).records)).to.deep.equal(byId(records));
  });
});

describe('the choice of a file of the argument', () => {
  it('is taken as it was stored, and nothing else is', () => {
    expect(isArgumentChoice(JSON.parse(JSON.stringify(firstArgument)))).to.equal(true);
    for (const one of [null, 'aif', {}, { format: 'exe' }]) expect(isArgumentChoice(one)).to.equal(false);
  });
});
