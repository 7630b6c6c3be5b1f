/** `<annotation-thread>`, `<paper-notes>` and the editor of a mark: what is answered and written, and that nothing typed is lost. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/margin/paper-notes.ts';
import type { PaperNotes } from '../../src/margin/paper-notes.ts';
import '../../src/margin/margin-column.ts';
import type { MarginColumn } from '../../src/margin/margin-column.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Annotation } from '../../src/model/records.ts';
import { press } from '../reader/pane.ts';
import { annotation, deskOn, ownRecord, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { announced, annotationCard, write } from './cards.ts';

const sample = paper(p('Some <a>marked words<b> in a text.'));
const place = targets(sample.paper, sample.range('a', 'b'));
const mark = annotation('m', { targets: place, body: 'A note.', motivation: 'commenting' });
const reply = (id: string, replyTo: string, more: Partial<Annotation> = {}): Annotation =>
  annotation(id, { targets: place, replyTo, body: `${id} says.`, motivation: 'commenting', ...more });

/** A key with Ctrl, as the focused element hears it. */
const chord = (key: string): void => {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
};

const own = (store: Store): readonly Annotation[] =>
  [...(store.desk.layers.at(-1)?.records.values() ?? [])].filter((one) => one.kind === 'annotation');

describe('a thread', () => {
  it('is counted on the closed card and told on the open one, with who and when', async () => {
    const { store } = deskOn(sample.paper, {
      edition: [reply('theirs', 'm', { creator: 'acct:Ada@example.org', created: '2026-02-01' })],
      own: [mark, reply('mine', 'theirs', { creator: 'reader', created: '2026-02-02T10:00:00Z' })],
    });
    expect(plain(await annotationCard(store, 'm', false))).to.contain('2 replies');
    const card = await annotationCard(store, 'm');
    await settled(card);
    const replies = [...card.querySelectorAll<HTMLElement>('.reply')];
    expect(replies.map((one) => [one.dataset['depth'], plain(only(one, 'markdown-text'))])).to.deep.equal([
      ['1', 'theirs says.'],
      ['2', 'mine says.'],
    ]);
    expect(plain(replies[0])).to.contain('Ada · Feb 1, 2026');
    expect(only<HTMLTimeElement>(replies[1]!, 'time').dateTime).to.equal('2026-02-02T10:00:00Z');
    expect(card.querySelectorAll('[aria-label="Edit your reply"]').length).to.equal(1);
    await expect(card).to.be.accessible();
  });

  it('takes an answer to a mark of any layer, kept as it is typed', async () => {
    const { store } = deskOn(sample.paper, { edition: [mark] });
    const card = await annotationCard(store, 'm');
    button(card, 'Reply').click();
    await settled(card);
    const field = only<HTMLTextAreaElement>(card, '.thread textarea');
    await until(() => document.activeElement === field);
    expect(own(store)).to.deep.equal([]);
    write(field, 'Why?');
    expect(own(store)).to.have.length(1);
    expect(own(store)[0]).to.deep.include({ replyTo: 'm', body: 'Why?', targets: place });
    await settled(card);
    expect(only(card, '.thread textarea') === field).to.equal(true);
    expect(document.activeElement === field).to.equal(true);
    button(card, 'Done').click();
    await settled(card);
    expect(plain(only(card, '.reply markdown-text'))).to.equal('Why?');
    expect(document.activeElement?.matches('.reply *')).to.equal(true);
    store.undo();
    expect(own(store)).to.deep.equal([]);
  });

  it('forgets an answer without words, and goes back to the card', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    const card = await annotationCard(store, 'm');
    button(card, 'Reply').click();
    await settled(card);
    await until(() => document.activeElement?.matches('.thread textarea'));
    await press('Escape');
    await settled(card);
    expect([store.desk.session.proposed, store.desk.canUndo]).to.deep.equal([null, false]);
    expect(document.activeElement === only(card, '.card-quote')).to.equal(true);
  });

  it('has an answer deleted, with an offer to undo it', async () => {
    const { store } = deskOn(sample.paper, { own: [mark, reply('mine', 'm')] });
    const card = await annotationCard(store, 'm');
    const said = announced(card);
    button(card, 'Delete your reply').click();
    await settled(card);
    expect(said).to.deep.equal([{ words: 'Reply deleted', offer: 'undo' }]);
    expect(card.querySelectorAll('.reply').length).to.equal(0);
    store.undo();
    await settled(card);
    expect(card.querySelectorAll('.reply').length).to.equal(1);
  });

  it('whose beginning is not here says so', async () => {
    const { store } = deskOn(sample.paper, { own: [reply('lost', 'gone')] });
    expect(plain(await annotationCard(store, 'lost', false))).to.contain('reply to a mark that is not here');
  });
});

const notes = async (store: Store): Promise<PaperNotes> => {
  const part = await fixture<PaperNotes>(html`<paper-notes .store=${store}></paper-notes>`);
  await settled(part);
  return part;
};

describe('notes on the paper', () => {
  it('are begun by a button, kept as they are typed, in the same field', async () => {
    const { store } = deskOn(sample.paper);
    const part = await notes(store);
    button(part, 'Write a note on the paper').click();
    await settled(part);
    const field = only<HTMLTextAreaElement>(part, 'textarea');
    await until(() => document.activeElement === field);
    write(field, 'All in all, good.');
    await settled(part);
    expect(only(part, 'textarea')).to.equal(field);
    expect(own(store)[0]).to.deep.include({ targets: [], replyTo: null, body: 'All in all, good.' });
    await press('Escape');
    await settled(part);
    expect(plain(only(part, '.card-body'))).to.equal('All in all, good.');
    await expect(part).to.be.accessible();
  });

  it('that say nothing leave no trace, and the focus goes back to the button', async () => {
    const { store } = deskOn(sample.paper);
    const part = await notes(store);
    button(part, 'Write a note on the paper').click();
    await settled(part);
    await until(() => document.activeElement?.matches('textarea'));
    await press('Escape');
    await settled(part);
    expect(store.desk.canUndo).to.equal(false);
    expect(document.activeElement).to.equal(button(part, 'Write a note on the paper'));
  });

  it('stand before all other cards of the margin', async () => {
    const { store } = deskOn(sample.paper, { own: [mark, annotation('whole', { body: 'Whole.' })] });
    const column = await fixture<MarginColumn>(
      html`<margin-column .store=${store} .flow=${true}></margin-column>`,
    );
    await settled(column);
    expect([...column.querySelectorAll('.card')].map((one) => one.id)).to.deep.equal([
      'card-whole',
      'card-m',
    ]);
  });
});

describe('the editor of a mark', () => {
  const edit = async (record: Annotation) => {
    const { store } = deskOn(sample.paper, { own: [record, annotation('other', { tags: ['oil'] })] });
    const card = await annotationCard(store, record.id);
    store.setSession({ editing: record.id });
    await settled(card);
    return { store, card };
  };

  it('chooses the reason and the look', async () => {
    const { store, card } = await edit(mark);
    only<HTMLInputElement>(card, 'input[value=questioning]').click();
    only<HTMLInputElement>(card, 'input[value=underline]').click();
    expect(ownRecord(store, 'm', 'annotation')).to.deep.include({
      motivation: 'questioning',
      style: 'underline',
      body: 'A note.',
    });
  });

  it('begins with the tags where the mark is made to be tagged', async () => {
    const { card } = await edit(annotation('t', { targets: place, motivation: 'tagging' }));
    await until(() => document.activeElement === card.querySelector('input[name=tags]'));
  });

  it('makes a tag of what is half typed when it is done', async () => {
    const { store, card } = await edit(mark);
    const tags = only<HTMLInputElement>(card, 'input[name=tags]');
    tags.focus();
    tags.value = 'half';
    tags.dispatchEvent(new Event('input', { bubbles: true }));
    chord('Enter');
    expect(ownRecord(store, 'm', 'annotation').tags).to.deep.equal(['half']);
    expect(store.desk.session.editing).to.equal(null);
  });

  it('writes Markdown by key and by button, and the browser takes it back', async () => {
    const { store, card } = await edit(mark);
    const field = only<HTMLTextAreaElement>(card, 'textarea');
    field.focus();
    field.select();
    chord('b');
    expect(field.value).to.equal('**A note.**');
    only(card, '[data-format=quote]').click();
    expect(field.value).to.equal('> **A note.**');
    document.execCommand('undo');
    document.execCommand('undo');
    expect(field.value).to.equal('A note.');
    await until(() => ownRecord(store, 'm', 'annotation').body === 'A note.');
  });

  it('has a toolbar that arrow keys walk', async () => {
    const { card } = await edit(mark);
    const bar = only(card, '[role=toolbar]');
    expect([...bar.querySelectorAll('[tabindex="0"]')].length).to.equal(1);
    only(bar, '[data-format=bold]').focus();
    await press('ArrowRight');
    await press('End');
    await settled(card);
    expect(document.activeElement).to.equal(only(bar, '[data-format=code]'));
    await press('ArrowRight');
    expect(document.activeElement).to.equal(only(bar, '[data-format=bold]'));
  });
});

describe('an open card', () => {
  it('says who made it and when, and that it was edited', async () => {
    const { store } = deskOn(sample.paper, {
      own: [{ ...mark, creator: 'reader', created: '2026-01-02', modified: '2026-01-03' }],
    });
    const card = await annotationCard(store, 'm');
    expect(plain(only(card, '.card-dates'))).to.equal('You · Jan 2, 2026, edited Jan 3, 2026');
  });

  it('chooses the reason without being edited', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    const card = await annotationCard(store, 'm');
    write(only<HTMLSelectElement>(card, 'select'), 'bookmarking');
    await settled(card);
    expect(ownRecord(store, 'm', 'annotation').motivation).to.equal('bookmarking');
    expect(plain(await annotationCard(store, 'm', false))).to.contain('Bookmark');
  });

  it('makes a claim of its passage', async () => {
    const { store } = deskOn(sample.paper, { own: [mark] });
    button(await annotationCard(store, 'm'), 'Make a claim').click();
    const { editing } = store.desk.session;
    expect(ownRecord(store, editing ?? '', 'claim').targets).to.deep.equal(place);
  });
});

describe('a folded card', () => {
  it('says its first words in a line, without the signs of Markdown', async () => {
    const { store } = deskOn(sample.paper, { own: [{ ...mark, body: '\n> **Bold** [link](https://x.y)' }] });
    const card = await annotationCard(store, 'm', false);
    card.folded = true;
    await settled(card);
    expect(plain(only(card, '.card-line'))).to.equal('Bold link');
    await expect(card).to.be.accessible();
  });
});
