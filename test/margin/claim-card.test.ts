/** `<claim-card>`: what it says of a claim, where it leads, and how the reader's own is written and deleted. */
import { expect } from '@open-wc/testing';
import type { RelateRequest } from '../../src/desk/requests.ts';
import { attack, claim, deskOn, ownRecord, searchAll, step, targets } from '../support/desk.ts';
import { note, p, page, paper, section } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { press } from '../reader/pane.ts';
import { announced, claimCard, write } from './cards.ts';

const sample = paper(
  section(
    'I.',
    'Title',
    p(page('7'), '<a>Words that state it<b>.', note('1'), ' And <c>more<d>.', note('2')),
  ),
);
const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));
const lost = { exact: 'words that are gone', prefix: 'zq', suffix: 'zq', start: 1, end: 20 };

const edition = [
  claim('top', { role: 'conclusion' }),
  claim('mid', { role: 'determinant', targets: [...at('a', 'b'), ...at('c', 'd')], notes: ['fn2', 'fn1'] }),
  claim('low', { aside: true }),
  claim('friend'),
  claim('foe'),
  step('up', ['mid'], 'top'),
  { ...step('joint', ['low', 'friend'], 'mid'), implicit: true },
  attack('x', 'foe', 'mid'),
  attack('cut', 'foe', 'joint', { attack: 'undercut' }),
];
const own = [
  claim('mine', { wording: 'My own.', targets: at('a', 'b') }),
  claim('orphan', { targets: [lost] }),
];

/** The parts of an open card by their titles. */
const parts = (card: Element): Record<string, string> =>
  Object.fromEntries(
    [...card.querySelectorAll('.card-more section')].map((part) => [
      plain(part.querySelector('h4')),
      plain(part)
        .slice(plain(part.querySelector('h4')).length)
        .trim(),
    ]),
  );

describe('a claim’s card', () => {
  it('says wording, role, and notes in the paper’s order', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const card = await claimCard(store, 'mid', false);
    expect(plain(only(card, '.card-wording'))).to.equal('That mid.');
    expect(plain(only(card, '.card-kind'))).to.equal('Determinant n. 1 n. 2');
    const links = [...card.querySelectorAll<HTMLAnchorElement>('.note-link')].map((link) => link.hash);
    expect(links).to.deep.equal(['#/test?note=1', '#/test?note=2']);
    expect(card.querySelector('.card-more')).to.equal(null);
  });

  it('says whose it is, that it is an aside, and that no note carries it', async () => {
    const { store } = deskOn(sample.paper, { edition, own });
    expect(plain(only(await claimCard(store, 'mine'), '.card-kind'))).to.equal('Premise yours no note');
    expect(plain(only(await claimCard(store, 'low'), '.card-kind'))).to.equal('Premise aside no note');
  });

  it('opened, says its passages and what bears on it, up to the conclusion', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const said = parts(await claimCard(store, 'mid'));
    expect(Object.keys(said)).to.deep.equal([
      'Passages',
      'Supported by',
      'Supports',
      'Attacked by',
      'A step to it is attacked by',
      'Up to the conclusion',
    ]);
    expect(said['Passages']).to.match(/^Words that state it I ¶1, p\. 7 more I ¶1, p\. 7$/u);
    expect(said['Supported by'])
      .to.contain('That low. together with That friend.')
      .and.contain('left unsaid');
    expect(said['Supports']).to.contain('That top.').and.contain('How up goes.');
    expect(said['Attacked by']).to.contain('That foe.').and.contain('What x is about.');
    expect(said['A step to it is attacked by']).to.equal('That foe. attack');
    expect(said['Up to the conclusion']).to.equal('That top.');
  });
});

describe('the card of any claim', () => {
  it('of an attacker says what it attacks, the step to a claim too', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const said = parts(await claimCard(store, 'foe'));
    expect(said['Attacks'])
      .to.contain('That mid.')
      .and.match(/the step to That mid\./u);
    expect(said['Passage']).to.match(/^None/u);
  });

  it('says that a passage is not found any more, with its words', async () => {
    const { store } = deskOn(sample.paper, { own });
    searchAll(store);
    expect(parts(await claimCard(store, 'orphan'))['Passage']).to.match(
      /^Not found .* words that are gone$/u,
    );
  });

  it('is accessible closed, open, and while it is written', async () => {
    const { store } = deskOn(sample.paper, { edition, own });
    await expect(await claimCard(store, 'mid', false)).to.be.accessible();
    await expect(await claimCard(store, 'mid')).to.be.accessible();
    const card = await claimCard(store, 'mine');
    store.setSession({ editing: 'mine' });
    await settled(card);
    await expect(card).to.be.accessible();
  });
});

describe('from a claim’s card', () => {
  it('one reveals it, and closes it again', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const closed = await claimCard(store, 'mid', false);
    button(closed, 'That mid.').click();
    expect(store.desk.session.reveal).to.deep.include({ target: { kind: 'claim', id: 'mid' }, by: 'margin' });
    button(await claimCard(store, 'mid'), 'That mid.').click();
    expect(store.desk.session.focus).to.equal(null);
  });

  it('one goes to another claim', async () => {
    const { store } = deskOn(sample.paper, { edition });
    button(await claimCard(store, 'mid'), 'That friend.').click();
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'friend' });
  });

  it('one asks what it supports or attacks', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const card = await claimCard(store, 'mid');
    const asked: string[] = [];
    card.addEventListener('relate-request', (event: RelateRequest) =>
      asked.push(`${event.claim} ${event.relation}`),
    );
    button(card, 'Supports …').click();
    button(card, 'Attacks …').click();
    expect(asked).to.deep.equal(['mid supports', 'mid attacks']);
  });

  it('one cannot write in what is not one’s own', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const card = await claimCard(store, 'mid');
    store.setSession({ editing: 'mid' });
    await settled(card);
    expect([...card.querySelectorAll('form, .danger')]).to.deep.equal([]);
  });
});

const openEditor = async () => {
  const { store } = deskOn(sample.paper, { own });
  const card = await claimCard(store, 'mine');
  button(card, 'Edit').click();
  await settled(card);
  return { store, card, field: only<HTMLTextAreaElement>(card, 'textarea') };
};

describe('writing a claim', () => {
  it('starts in the field, with the words there', async () => {
    const { field } = await openEditor();
    expect(document.activeElement).to.equal(field);
    expect(field.value).to.equal('My own.');
  });

  it('keeps words and role as soon as a field is left', async () => {
    const { store, card, field } = await openEditor();
    write(field, 'Better words.');
    expect(ownRecord(store, 'mine', 'claim').wording).to.equal('Better words.');
    write(only<HTMLSelectElement>(card, 'select'), 'issue');
    expect(ownRecord(store, 'mine', 'claim')).to.deep.include({ role: 'issue', wording: 'Better words.' });
    expect(store.desk.session.editing).to.equal('mine');
  });

  for (const keys of [['Escape'], ['Enter', 'Control']] as const) {
    it(`ends with ${[...keys].reverse().join('+')}, keeps what was typed, and goes back to the card`, async () => {
      const { store, card, field } = await openEditor();
      field.value = 'Typed.';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await press(keys[0], ...keys.slice(1));
      expect(store.desk.session.editing).to.equal(null);
      expect(ownRecord(store, 'mine', 'claim').wording).to.equal('Typed.');
      await settled(card);
      expect(document.activeElement).to.equal(only(card, '.card-toggle'));
    });
  }

  it('keeps what was typed when the card goes away in the middle', async () => {
    const { store, card, field } = await openEditor();
    field.value = 'Half a thou';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    card.remove();
    expect(ownRecord(store, 'mine', 'claim').wording).to.equal('Half a thou');
  });

  it('does not leave a claim without words', async () => {
    const { store, card, field } = await openEditor();
    write(field, '  ');
    button(card, 'Done').click();
    expect(ownRecord(store, 'mine', 'claim').wording).to.equal('My own.');
  });
});

describe('deleting a claim', () => {
  it('says so with an offer to undo, and the undo brings it back', async () => {
    const { store } = deskOn(sample.paper, { own });
    store.setSession({ focus: { kind: 'claim', id: 'mine' } });
    const card = await claimCard(store, 'mine');
    const said = announced(card);
    button(card, 'Delete').click();
    expect(said).to.deep.equal([{ words: 'Claim deleted', offer: 'undo' }]);
    expect(store.desk.session.focus).to.equal(null);
    expect(store.desk.layers.at(-1)?.records.has('mine')).to.equal(false);
    store.undo();
    expect(ownRecord(store, 'mine', 'claim').wording).to.equal('My own.');
  });
});

describe('the wordings of a claim on its card', () => {
  const worded = [
    claim('mine', {
      wording: 'My own.',
      wordings: [{ id: 'w', text: 'Mine, again.' }],
      targets: [...at('a', 'b'), ...at('c', 'd').map((one) => ({ ...one, wording: 'w' }))],
    }),
  ];

  it('are added by words, or by the words that are selected; the same ones are not', async () => {
    const { store } = deskOn(sample.paper, { own: worded });
    const card = await claimCard(store, 'mine');
    const said = announced(card);
    const add = async (words: string): Promise<void> => {
      write(only<HTMLInputElement>(card, '.wording-add input'), words);
      button(card, 'Add').click();
      await settled(card);
    };
    await add('In other words.');
    await add('My own.');
    store.setSession({ selection: sample.range('c', 'd') });
    await add('');
    store.setSession({ selection: null });
    await add('');
    expect(ownRecord(store, 'mine', 'claim').wordings.map(({ text }) => text)).to.deep.equal([
      'Mine, again.',
      'In other words.',
    ]);
    expect(said.map(({ words }) => words)).to.deep.equal([
      'Wording added',
      'The claim is worded so already.',
      'The claim has this passage already.',
      'Write a wording, or select its words in the text.',
    ]);
    await expect(card).to.be.accessible();
  });

  it('are promoted and split off with their passages', async () => {
    const { store } = deskOn(sample.paper, { own: worded });
    const card = await claimCard(store, 'mine');
    button(card, 'Make it the main one').click();
    await settled(card);
    const record = ownRecord(store, 'mine', 'claim');
    expect([record.wording, record.wordings.map(({ text }) => text)]).to.deep.equal([
      'Mine, again.',
      ['My own.'],
    ]);
    expect(record.targets.map(({ exact, wording }) => [exact, wording === undefined])).to.deep.equal([
      ['more', true],
      ['Words that state it', false],
    ]);
    button(card, 'Split off').click();
    const { focus } = store.desk.session;
    expect(ownRecord(store, focus?.id ?? '', 'claim')).to.deep.include({ wording: 'My own.', wordings: [] });
    expect(ownRecord(store, 'mine', 'claim').wordings).to.deep.equal([]);
  });
});
