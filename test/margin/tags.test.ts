/** `<tag-field>` and `<tag-names>`: tags by keyboard, from those in use, kept while half typed; renamed in a dialog. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/margin/tag-field.ts';
import type { TagField } from '../../src/margin/tag-field.ts';
import '../../src/margin/tag-names.ts';
import type { TagNames } from '../../src/margin/tag-names.ts';
import { press } from '../reader/pane.ts';
import { annotation, deskOn, ownRecord } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { announced } from './cards.ts';

const known = [
  { tag: 'oil', count: 5 },
  { tag: 'Élites', count: 3 },
  { tag: 'soil', count: 2 },
  { tag: 'gas', count: 1 },
];

async function field(value: readonly string[] = []): Promise<{ part: TagField; input: HTMLInputElement }> {
  const part = await fixture<TagField>(
    html`<tag-field mark="m1" .value=${value} .known=${known}></tag-field>`,
  );
  const input = only<HTMLInputElement>(part, 'input');
  input.focus();
  return { part, input };
}

async function type(input: HTMLInputElement, words: string): Promise<void> {
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
}

const offers = (part: Element): string[] =>
  [...part.querySelectorAll('[role=option]')].map((one) => plain(one.firstElementChild));

afterEach(() => sessionStorage.removeItem('warrant-tag m1'));

describe('the field of tags', () => {
  it('offers the tags in use that fit, those that begin so first, but not what is there', async () => {
    const { part, input } = await field(['gas']);
    expect(offers(part)).to.deep.equal([]);
    await type(input, 'OI');
    expect(offers(part)).to.deep.equal(['oil', 'soil']);
    await type(input, '#elit');
    expect(offers(part)).to.deep.equal(['Élites']);
    await type(input, 'gas');
    expect([offers(part), input.ariaExpanded]).to.deep.equal([[], 'false']);
  });

  it('takes an offer by arrow and Enter, and says to whom it listens which one', async () => {
    const { part, input } = await field();
    await type(input, 'oi');
    await press('ArrowDown');
    await press('ArrowDown');
    await settled();
    expect(part.querySelector('[aria-selected=true]')?.id).to.equal(
      input.getAttribute('aria-activedescendant'),
    );
    await press('Enter');
    await settled();
    expect([part.tags, input.value, input.ariaExpanded]).to.deep.equal([['soil'], '', 'false']);
  });

  it('adds what was typed by Enter and comma, and takes the last away by Backspace', async () => {
    const { part, input } = await field(['one']);
    let changes = 0;
    part.addEventListener('change', () => (changes += 1));
    await type(input, ' #two ');
    await press('Enter');
    await settled();
    await type(input, 'three, fo');
    expect([part.tags, input.value]).to.deep.equal([['one', 'two', 'three'], 'fo']);
    await type(input, '');
    await press('Backspace');
    await settled();
    expect([part.tags, changes]).to.deep.equal([['one', 'two'], 3]);
    await type(input, 'two');
    await press('Enter');
    expect(part.tags).to.deep.equal(['one', 'two']);
  });

  it('closes what it offers by Escape, and only then lets Escape go on', async () => {
    const { part, input } = await field();
    let further = 0;
    part.addEventListener('keydown', ({ key }) => (further += key === 'Escape' ? 1 : 0));
    await type(input, 'oi');
    await press('Escape');
    await settled();
    expect([further, offers(part).length, input.value]).to.deep.equal([0, 0, 'oi']);
    await press('Escape');
    expect(further).to.equal(1);
  });

  it('removes a tag by its button, and the focus goes to its neighbour', async () => {
    const { part, input } = await field(['one', 'two']);
    button(part, 'Remove tag one').click();
    await settled();
    expect(part.tags).to.deep.equal(['two']);
    expect(document.activeElement).to.equal(button(part, 'Remove tag two'));
    button(part, 'Remove tag two').click();
    await settled();
    expect(document.activeElement).to.equal(input);
  });

  it('has what was half typed again after a reload, until it is a tag', async () => {
    await type((await field()).input, 'half a ta');
    const again = await field();
    expect(again.input.value).to.equal('half a ta');
    again.part.commit();
    await settled();
    expect(again.part.tags).to.deep.equal(['half a ta']);
    expect((await field()).input.value).to.equal('');
  });

  it('makes a tag of what is typed when it is left', async () => {
    const { part, input } = await field();
    await type(input, 'left');
    input.blur();
    expect(part.tags).to.deep.equal(['left']);
  });

  it('is accessible with offers and chips', async () => {
    const { part, input } = await field(['one', 'two']);
    await type(input, 'i');
    await press('ArrowDown');
    await settled();
    await expect(part).to.be.accessible();
  });
});

const sample = paper(p('Some words.'));

async function dialog() {
  const { store } = deskOn(sample.paper, {
    own: [annotation('a', { tags: ['oil', 'gas'] }), annotation('b', { tags: ['oil'] })],
  });
  const part = await fixture<TagNames>(html`<tag-names .store=${store}></tag-names>`);
  await part.open(null);
  await settled();
  return { store, part, said: announced(part) };
}

const fieldOf = (part: Element, tag: string): HTMLInputElement =>
  only(part, `input[aria-label="Name of tag ${tag}"]`);
const lines = (part: Element): string[] =>
  [...part.querySelectorAll('.tag-name')].map(
    (one) => `${only<HTMLInputElement>(one, 'input').value} ${plain(only(one, '.tag-count'))}`,
  );

describe('the dialog of tags', () => {
  it('lists them with their counts and renames one', async () => {
    const { store, part, said } = await dialog();
    expect(lines(part)).to.deep.equal(['oil 2 marks', 'gas 1 mark']);
    expect(button(part, 'Rename tag oil').disabled).to.equal(true);
    await type(fieldOf(part, 'oil'), 'petroleum');
    button(part, 'Rename tag oil').click();
    await settled();
    expect(lines(part)).to.deep.equal(['petroleum 2 marks', 'gas 1 mark']);
    expect(document.activeElement).to.equal(fieldOf(part, 'petroleum'));
    expect(said).to.deep.equal([{ words: 'Tag “oil” renamed to “petroleum”', offer: 'undo' }]);
    store.undo();
    expect(ownRecord(store, 'a', 'annotation').tags).to.deep.equal(['oil', 'gas']);
  });

  it('says beforehand that two become one', async () => {
    const { part, said } = await dialog();
    await type(fieldOf(part, 'gas'), '#oil');
    expect(plain(button(part, 'Merge tag gas'))).to.equal('Merge');
    expect(plain(part)).to.contain('“oil” is in use on 2 marks: the two become one.');
    button(part, 'Merge tag gas').click();
    await settled();
    expect(lines(part)).to.deep.equal(['oil 2 marks']);
    expect(said[0]?.words).to.equal('Tag “gas” merged into “oil”');
  });

  it('deletes a tag from all, with an offer to undo it', async () => {
    const { store, part, said } = await dialog();
    button(part, 'Delete tag oil from 2 marks').click();
    await settled();
    expect([lines(part), said]).to.deep.equal([
      ['gas 1 mark'],
      [{ words: 'Tag “oil” deleted from 2 marks', offer: 'undo' }],
    ]);
    store.undo();
    await settled();
    expect(lines(part)).to.deep.equal(['oil 2 marks', 'gas 1 mark']);
  });

  it('is accessible', async () => {
    await expect((await dialog()).part).to.be.accessible();
  });
});
