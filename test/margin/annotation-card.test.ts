/** `<annotation-card>`: what it shows of a mark, and how its words, tags and colour are written, kept and deleted. */
import { expect } from '@open-wc/testing';
import { nameColour } from '../../src/desk/commands.ts';
import { colours } from '../../src/model/colours.ts';
import { press } from '../reader/pane.ts';
import { annotation, deskOn, ownRecord, searchAll, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { announced, annotationCard, write } from './cards.ts';

const sample = paper(p('Some <a>marked words<b> in a text.'));
const place = targets(sample.paper, sample.range('a', 'b'));
const mark = annotation('m', { targets: place, body: 'A *note*.', tags: ['oil', 'gas'], colour: 'green' });
const bare = annotation('b', { targets: place });

describe('a mark’s card', () => {
  it('shows the passage, the note, the tags and what the colour means', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    const card = await annotationCard(store, 'm', false);
    await until(() => card.querySelector('markdown-text em'));
    expect(plain(only(card, 'q'))).to.equal('marked words');
    expect(plain(only(card, 'markdown-text'))).to.equal('A note.');
    expect([...card.querySelectorAll('.tags li')].map(plain)).to.deep.equal(['oil', 'gas']);
    expect(plain(only(card, '.card-kind'))).to.equal(colours.find((one) => one.key === 'green')?.meaning);
    store.run(nameColour('green', 'My evidence'));
    await settled(card);
    expect(plain(only(card, '.card-kind'))).to.equal('My evidence');
  });

  it('says where its passage is not found, once it was looked for', async () => {
    const gone = { exact: 'words that are gone', prefix: 'zq ', suffix: ' qz', start: 2, end: 21 };
    const { store } = deskOn(sample.paper, { own: [annotation('m', { targets: [gone] })] });
    const card = await annotationCard(store, 'm', false);
    expect(plain(only(card, 'verdict-line'))).to.contain('Being looked for');
    searchAll(store);
    await settled(card);
    expect(plain(only(card, 'verdict-line'))).to.contain('Passage not found');
  });

  it('takes words and tags as words', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { store } = deskOn(sample.paper, { own: [{ ...mark, tags: [evil], body: '' }] });
    const card = await annotationCard(store, 'm');
    expect(plain(only(card, '.tags'))).to.equal(evil);
    expect(card.querySelector('img')).to.equal(null);
  });
});

describe('using a mark’s card', () => {
  it('opens and closes', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    only(await annotationCard(store, 'm', false), '.card-toggle').click();
    expect(store.desk.session.reveal).to.deep.include({
      target: { kind: 'annotation', id: 'm' },
      by: 'margin',
    });
    only(await annotationCard(store, 'm'), '.card-toggle').click();
    expect(store.desk.session.focus).to.equal(null);
  });

  it('of somebody else can be answered, not written in', async () => {
    const { store } = deskOn(sample.paper, { edition: [mark] });
    const card = await annotationCard(store, 'm');
    store.setSession({ editing: 'm' });
    await settled(card);
    expect([...card.querySelectorAll('form, select')]).to.deep.equal([]);
    expect([...card.querySelectorAll('.card-actions button')].map(plain)).to.deep.equal([
      'Reply',
      'Make a claim',
    ]);
    expect(plain(only(card, '.card-layer'))).to.equal('The edition’s reading');
  });

  it('is accessible closed, open, and while it is written', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    await expect(await annotationCard(store, 'm', false)).to.be.accessible();
    const card = await annotationCard(store, 'm');
    await expect(card).to.be.accessible();
    store.setSession({ editing: 'm' });
    await settled(card);
    await expect(card).to.be.accessible();
  });
});

const openEditor = async (words: string) => {
  const { store } = deskOn(sample.paper, { own: [mark, bare] });
  const card = await annotationCard(store, words === 'Edit' ? 'm' : 'b');
  button(card, words).click();
  await settled(card);
  return { store, card, field: only<HTMLTextAreaElement>(card, 'textarea') };
};

describe('writing a note', () => {
  it('starts in the field', async () => {
    const { field } = await openEditor('Add a note');
    expect(document.activeElement).to.equal(field);
    expect((await openEditor('Edit')).field.value).to.equal('A *note*.');
  });

  it('keeps words, tags and colour as soon as each is left', async () => {
    const { store, card, field } = await openEditor('Add a note');
    write(field, 'Two\nlines.');
    expect(ownRecord(store, 'b', 'annotation')).to.deep.include({
      body: 'Two\nlines.',
      motivation: 'commenting',
    });
    write(only<HTMLInputElement>(card, 'input[name=tags]'), 'x, #y');
    expect(ownRecord(store, 'b', 'annotation').tags).to.deep.equal(['x', 'y']);
    only<HTMLInputElement>(card, 'input[value=blue]').click();
    expect(ownRecord(store, 'b', 'annotation')).to.deep.include({ colour: 'blue', body: 'Two\nlines.' });
    expect(store.desk.session.editing).to.equal('b');
  });

  it('keeps what is typed soon after a pause, in the field still', async () => {
    const { store, field } = await openEditor('Add a note');
    field.value = 'Still typ';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => ownRecord(store, 'b', 'annotation').body === 'Still typ');
    expect(document.activeElement).to.equal(field);
  });
});

describe('ending a note', () => {
  it('ends with Done and goes back to the card', async () => {
    const { store, card, field } = await openEditor('Edit');
    field.value = 'Done.';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    button(card, 'Done').click();
    expect(store.desk.session.editing).to.equal(null);
    expect(ownRecord(store, 'm', 'annotation').body).to.equal('Done.');
    await settled(card);
    expect(document.activeElement).to.equal(only(card, '.card-toggle'));
  });

  it('ends with Escape in the tags too, and Escape goes no further', async () => {
    const { store, card } = await openEditor('Edit');
    let further = 0;
    card.addEventListener('keydown', () => (further += 1));
    only(card, 'input[name=tags]').focus();
    await press('Escape');
    expect([store.desk.session.editing, further]).to.deep.equal([null, 0]);
    expect(ownRecord(store, 'm', 'annotation')).to.deep.equal(mark);
  });

  it('keeps what was typed when the card goes away in the middle', async () => {
    const { store, card, field } = await openEditor('Add a note');
    field.value = 'Half';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    card.remove();
    expect(ownRecord(store, 'b', 'annotation').body).to.equal('Half');
  });
});

describe('deleting a mark', () => {
  it('says so with an offer to undo, and the undo brings it back', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    const card = await annotationCard(store, 'm');
    const said = announced(card);
    button(card, 'Delete').click();
    expect(said).to.deep.equal([{ words: 'Mark deleted', offer: 'undo' }]);
    expect(store.desk.layers.at(-1)?.records.size).to.equal(0);
    store.undo();
    expect(ownRecord(store, 'm', 'annotation')).to.deep.equal(mark);
  });
});
