/** What a reader can do to their notebook: what each command writes, and when it answers “not now”. */
import { expect } from '@open-wc/testing';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { editClaim, makeClaim } from '../../src/desk/claim-commands.ts';
import { annotate, editAnnotation, nameColour } from '../../src/desk/commands.ts';
import { relate, whyNotRelate } from '../../src/desk/relation-commands.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import { meanings, type Desk } from '../../src/desk/desk.ts';
import { self } from '../../src/desk/own-records.ts';
import type { Command, Store } from '../../src/desk/store.ts';
import { colours } from '../../src/model/colours.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { Notebook } from '../../src/notebook/notebook.ts';
import { annotation, attack, claim, deskOn, ownRecord, step, support } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';

const sample = paper(
  p(
    'First <a>words<b>.',
    note('1'),
    ' A <c> clause <d>and the rest.<e>',
    note('2'),
    ' Then <f>more<g>.',
    note('3'),
  ),
  p('<h>Next<i> block <j>😀 with a sign<k>.', note('4')),
);
const { paper: page } = sample;

/** The records that a command would put; fails where it answers “not now”. */
function puts(desk: Desk, command: Command): readonly NotebookRecord[] {
  const edit = command(desk);
  if (!edit) throw new Error('The command answered “not now”.');
  return edit.put ?? [];
}

const isNotNow = (desk: Desk, ...commands: Command[]): boolean[] =>
  commands.map((command) => command(desk) === null);
const ownIds = (store: Store): string[] => [...(store.desk.layers.at(-1)?.records.keys() ?? [])].sort();

describe('annotate', () => {
  it('marks a passage with selectors, colour and date', () => {
    const { store } = deskOn(page);
    const before = Date.now();
    store.run(annotate(sample.range('a', 'b'), { id: 'm', colour: 'green' }));
    const record = ownRecord(store, 'm', 'annotation');
    expect(record).to.deep.include({
      motivation: 'highlighting',
      colour: 'green',
      body: '',
      tags: [],
      creator: self,
    });
    expect(record.targets).to.deep.equal([
      { ...describeRange(page.text, 6, 11), version: store.desk.version, address: '¶1 s1' },
    ]);
    expect(record.created).to.equal(record.modified);
    expect(Date.parse(record.created)).to.be.within(before, Date.now());
  });

  it('leaves white space at the ends out, and counts code points', () => {
    const { store } = deskOn(page);
    const [loose, signs] = [sample.range('c', 'd'), sample.range('j', 'k')];
    store.run(annotate(loose, { id: 'm', colour: 'green' }));
    store.run(annotate(signs, { id: 'n', colour: 'green' }));
    expect(ownRecord(store, 'm', 'annotation').targets[0]?.exact).to.equal('clause');
    expect(ownRecord(store, 'n', 'annotation').targets[0]).to.deep.include({
      exact: '😀 with a sign',
      ...signs,
    });
  });
});

describe('annotate, at its edges,', () => {
  it('is “not now” without a selection or with white space alone', () => {
    const { store } = deskOn(page);
    const space = { start: sample.at('c'), end: sample.at('c') + 1 };
    const options = { colour: 'green' };
    expect(
      isNotNow(
        store.desk,
        annotate(null, options),
        annotate(space, options),
        annotate({ start: 5, end: 5 }, options),
      ),
    ).to.deep.equal([true, true, true]);
  });

  it('gives every mark an id of its own', () => {
    const { desk } = deskOn(page).store;
    const ids = [1, 2, 3].map(() => puts(desk, annotate(sample.range('a', 'b'), { colour: 'red' }))[0]?.id);
    expect(new Set(ids).size).to.equal(3);
  });
});

const noted = [annotation('m', { body: 'Old', tags: ['x'] })];

describe('editAnnotation', () => {
  it('changes words, colour and tags, and the date', () => {
    const { store } = deskOn(page, { own: noted });
    expect(store.run(editAnnotation('m', { body: 'New', colour: 'red', tags: ['y', 'z'] }))).to.equal(true);
    const record = ownRecord(store, 'm', 'annotation');
    expect(record).to.deep.include({
      body: 'New',
      colour: 'red',
      tags: ['y', 'z'],
      created: noted[0]?.created,
    });
    expect(Date.parse(record.modified)).to.be.above(Date.parse(record.created));
  });

  it('is a comment while it has words, and a highlight without', () => {
    const { store } = deskOn(page, { own: noted });
    const motivation = (body: string) => {
      store.run(editAnnotation('m', { body }));
      return ownRecord(store, 'm', 'annotation').motivation;
    };
    expect([motivation('Words'), motivation(' \n'), motivation('Words')]).to.deep.equal([
      'commenting',
      'highlighting',
      'commenting',
    ]);
  });
});

describe('editAnnotation, at its edges,', () => {
  it('is “not now” where nothing changes, on what is not there, and on what is not the reader’s', () => {
    const { store } = deskOn(page, { edition: [annotation('theirs')], own: [...noted, claim('c')] });
    const patch = { body: 'New' };
    expect(
      isNotNow(store.desk, editAnnotation('m', { body: 'Old', tags: ['x'] }), editAnnotation('m', {})),
    ).to.deep.equal([true, true]);
    expect(
      isNotNow(
        store.desk,
        editAnnotation('theirs', patch),
        editAnnotation('gone', patch),
        editAnnotation('c', patch),
      ),
    ).to.deep.equal([true, true, true]);
  });
});

const withSupports = { edition: [support(page, '2', sample.range('c', 'e'))] };

describe('makeClaim', () => {
  it('takes the wording from the passage, as a premise outside any group', () => {
    const { store } = deskOn(page);
    store.run(makeClaim(sample.range('c', 'd'), { id: 'n' }));
    expect(ownRecord(store, 'n', 'claim')).to.deep.include({
      wording: 'clause',
      role: 'premise',
      group: null,
      aside: false,
    });
    expect(ownRecord(store, 'n', 'claim').targets[0]?.exact).to.equal('clause');
  });

  it('takes role and wording where they are given', () => {
    const { desk } = deskOn(page).store;
    const [record] = puts(
      desk,
      makeClaim(sample.range('a', 'b'), { role: 'issue', wording: 'In my words.' }),
    );
    expect(record).to.deep.include({ role: 'issue', wording: 'In my words.' });
  });

  it('takes the notes whose support it touches or whose marker it holds, in the paper’s order', () => {
    const { desk } = deskOn(page, withSupports).store;
    const notes = (from: string, to: string) => {
      const [record] = puts(desk, makeClaim(sample.range(from, to)));
      return record?.kind === 'claim' ? record.notes : null;
    };
    expect(notes('a', 'b')).to.deep.equal(['fn1']);
    expect(notes('c', 'd')).to.deep.equal(['fn2']);
    expect(notes('a', 'g')).to.deep.equal(['fn1', 'fn2', 'fn3']);
    expect(notes('f', 'g')).to.deep.equal(['fn3']);
    expect(notes('h', 'i')).to.deep.equal([]);
    expect(notes('j', 'k')).to.deep.equal(['fn4']);
  });
});

describe('the notes of a claim that is made', () => {
  it('leaves out the note of the word before it', () => {
    const tight = paper(p('one', note('1'), '<x>two<y>', note('2'), 'three'));
    const { desk } = deskOn(tight.paper).store;
    expect(puts(desk, makeClaim(tight.range('x', 'y')))[0]).to.deep.include({ notes: ['fn2'] });
  });

  it('knows supports of a hidden layer too: they are facts about the paper', () => {
    const { store } = deskOn(page, withSupports);
    store.setLayerVisible('edition', false);
    expect(puts(store.desk, makeClaim(sample.range('c', 'd')))[0]).to.deep.include({ notes: ['fn2'] });
  });
});

describe('makeClaim, at its edges,', () => {
  it('cuts a long wording at a word and makes white space single', () => {
    const long = paper(p(`<x>${'word '.repeat(60)}<z>word `), p('end.<y>'));
    const { desk } = deskOn(long.paper).store;
    const [record] = puts(desk, makeClaim(long.range('x', 'y')));
    const wording = record?.kind === 'claim' ? record.wording : '';
    expect(wording).to.match(/^(word )+…$/u);
    expect(wording.length).to.be.within(100, 165);
    const unbroken = paper(p(`${'x'.repeat(400)}`));
    const [made] = puts(deskOn(unbroken.paper).store.desk, makeClaim({ start: 0, end: 400 }));
    expect(made?.kind === 'claim' ? made.wording : '').to.match(/^x{100,162} …$/u);
    expect(puts(desk, makeClaim(long.range('z', 'y')))[0]).to.deep.include({ wording: 'word end.' });
  });

  it('is “not now” without words', () => {
    const { store } = deskOn(page);
    expect(isNotNow(store.desk, makeClaim(null), makeClaim({ start: 3, end: 3 }))).to.deep.equal([
      true,
      true,
    ]);
  });
});

describe('editClaim', () => {
  const contents = { edition: [claim('theirs')], own: [claim('c', { wording: 'Old.' }), annotation('m')] };

  it('changes wording and role and nothing else', () => {
    const { store } = deskOn(page, contents);
    const before = ownRecord(store, 'c', 'claim');
    store.run(editClaim('c', { wording: 'New.', role: 'issue' }));
    const after = ownRecord(store, 'c', 'claim');
    expect(after).to.deep.equal({ ...before, wording: 'New.', role: 'issue', modified: after.modified });
  });

  it('is “not now” without words, without a change, and on what is not the reader’s', () => {
    const { desk } = deskOn(page, contents).store;
    const none = [
      editClaim('c', { wording: ' \n ' }),
      editClaim('c', { wording: 'Old.' }),
      editClaim('c', {}),
    ];
    const others = [
      editClaim('theirs', { wording: 'New.' }),
      editClaim('gone', { wording: 'New.' }),
      editClaim('m', { wording: 'New.' }),
    ];
    expect(isNotNow(desk, ...none, ...others)).to.deep.equal(Array(6).fill(true));
  });
});

const edition = [claim('e1'), claim('e2'), step('es', ['e1'], 'e2')];

describe('relate', () => {
  it('adds a step from one claim to the other', () => {
    const { store } = deskOn(page, { edition, own: [claim('a')] });
    store.run(relate('supports', 'a', 'e1'));
    const [made] = ownIds(store).filter((id) => id !== 'a');
    const premises = [{ claim: 'a', role: null }];
    expect(ownRecord(store, made ?? '', 'inference')).to.deep.include({
      premises,
      conclusion: 'e1',
      implicit: false,
    });
  });

  it('adds an attack', () => {
    const { store } = deskOn(page, { edition, own: [claim('a')] });
    store.run(relate('attacks', 'a', 'e1'));
    const [made] = ownIds(store).filter((id) => id !== 'a');
    expect(ownRecord(store, made ?? '', 'conflict')).to.deep.include({
      from: 'a',
      to: 'e1',
      attack: 'rebut',
      mutual: false,
    });
  });
});

describe('whyNotRelate', () => {
  it('says why not, and is then “not now”', () => {
    const own = [claim('a'), claim('b'), attack('x', 'a', 'b'), attack('y', 'e1', 'a', { mutual: true })];
    const { store } = deskOn(page, { edition, own });
    const cases: [Parameters<typeof relate>, RegExp][] = [
      [['supports', 'a', 'a'], /itself/u],
      [['attacks', 'a', 'a'], /itself/u],
      [['supports', 'a', 'gone'], /gone/u],
      [['attacks', 'gone', 'a'], /gone/u],
      [['supports', 'e1', 'e2'], /supports that claim already/u],
      [['attacks', 'a', 'b'], /attacks that claim already/u],
      [['attacks', 'a', 'e1'], /attacks that claim already/u],
      [['supports', 'e2', 'e1'], /circle/u],
    ];
    for (const [[relation, from, to], why] of cases) {
      expect(whyNotRelate(store.desk, relation, from, to), `${from} ${relation} ${to}`).to.match(why);
      expect(relate(relation, from, to)(store.desk)).to.equal(null);
    }
  });
});

describe('relate, as an argument grows,', () => {
  it('sees a circle however long, also one that the edition closes', () => {
    const own = [claim('a'), claim('b'), step('s1', ['a', 'b'], 'e1'), step('s2', ['e2'], 'b2'), claim('b2')];
    const { desk } = deskOn(page, { edition, own }).store;
    expect(whyNotRelate(desk, 'supports', 'b2', 'a')).to.match(/circle/u);
    expect(whyNotRelate(desk, 'supports', 'a', 'b2')).to.equal(null);
    expect(whyNotRelate(desk, 'attacks', 'b2', 'a')).to.equal(null);
  });

  it('lets an attack be answered', () => {
    const { desk } = deskOn(page, { own: [claim('a'), claim('b'), attack('x', 'a', 'b')] }).store;
    expect(whyNotRelate(desk, 'attacks', 'b', 'a')).to.equal(null);
  });
});

const web = [
  claim('a'),
  claim('b'),
  claim('c'),
  step('alone', ['a'], 'c'),
  step('joint', ['a', 'b'], 'c'),
  step('under', ['b'], 'a'),
  attack('from', 'a', 'b'),
  attack('to', 'b', 'a'),
  attack('other', 'b', 'c'),
  attack('cut', 'b', 'alone', { attack: 'undercut' }),
];

describe('remove', () => {
  it('deletes a claim with the relations that need it, and no others', () => {
    const { store } = deskOn(page, { own: web });
    expect(store.run(remove('a'))).to.equal(true);
    expect(ownIds(store)).to.deep.equal(['b', 'c', 'joint', 'other']);
  });

  it('deletes a step with what undercuts it', () => {
    const { store } = deskOn(page, { own: web });
    store.run(remove('alone'));
    expect(ownIds(store)).to.deep.equal(['a', 'b', 'c', 'from', 'joint', 'other', 'to', 'under']);
  });

  it('comes back whole with one undo', () => {
    const { store } = deskOn(page, { own: web });
    store.run(remove('a'));
    expect(store.undo()).to.equal('Delete claim');
    expect(ownIds(store)).to.deep.equal(web.map((record) => record.id).sort());
  });

  it('leaves the edition alone, also where its claim is attacked by what goes', () => {
    const { store } = deskOn(page, { edition: [claim('e')], own: [claim('a'), attack('x', 'a', 'e')] });
    store.run(remove('a'));
    expect(ownIds(store)).to.deep.equal([]);
    expect(store.desk.layers[0]?.records.has('e')).to.equal(true);
  });

  it('is “not now” on what is not there or not the reader’s', () => {
    const { desk } = deskOn(page, { edition: [claim('e')] }).store;
    expect(isNotNow(desk, remove('e'), remove('gone'))).to.deep.equal([true, true]);
  });
});

describe('nameColour', () => {
  const first = colours.find((colour) => colour.key === 'green')?.meaning;

  it('gives a colour a name, changes it, and gives back what it started with', () => {
    const { store } = deskOn(page);
    const names = ['Proof', ' Sources ', ''].map((wish) => {
      store.run(nameColour('green', wish));
      return meanings(store.desk).get('green');
    });
    expect(names).to.deep.equal(['Proof', 'Sources', first]);
    store.undo();
    expect(meanings(store.desk).get('green')).to.equal('Sources');
  });

  it('is “not now” where the name stays', () => {
    const { store } = deskOn(page);
    store.run(nameColour('green', 'Proof'));
    expect(isNotNow(store.desk, nameColour('green', 'Proof'), nameColour('red', ''))).to.deep.equal([
      true,
      true,
    ]);
  });
});

describe('every command', () => {
  it('writes what a notebook takes in and gives back', () => {
    const { store, notebook } = deskOn(page, { own: [claim('a'), claim('b')] });
    store.run(annotate(sample.range('a', 'b'), { colour: 'green', body: '**x**' }));
    store.run(makeClaim(sample.range('j', 'k')));
    store.run(relate('supports', 'a', 'b'));
    store.run(relate('attacks', 'b', 'a'));
    store.run(nameColour('red', 'Weak'));
    const copy = new Notebook();
    copy.merge(notebook.encode());
    expect(copy.records.size).to.equal(7);
    expect([...copy.records]).to.deep.equal([...notebook.records]);
    expect(copy.quarantined).to.equal(0);
  });
});
