/** `<step-card>` and `<attack-card>` in the margin: what they say of a step and an attack, and what of the reader's own they change. */
import { expect, fixture, html } from '@open-wc/testing';
import type { Focus } from '../../src/desk/desk.ts';
import type { PickRequest } from '../../src/desk/pick-requests.ts';
import type { Store } from '../../src/desk/store.ts';
import '../../src/margin/margin-column.ts';
import type { MarginColumn } from '../../src/margin/margin-column.ts';
import { attack, claim, deskOn, ownRecord, step, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { announced, write } from './cards.ts';

const sample = paper(p('<a>One<b> and <c>two<d>.'), p('<e>Three<f>.'));
const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));

const edition = [
  claim('top', { role: 'conclusion', targets: at('e', 'f') }),
  claim('low', { targets: at('a', 'b') }),
  { ...step('theirs', ['low'], 'top'), scheme: 'sign' },
];
const own = [
  claim('mine'),
  claim('other'),
  step('s', ['mine', 'low'], 'top'),
  attack('x', 'other', 'mine'),
  attack('cut', 'other', 's', { attack: 'undercut' }),
];

/** The margin with the card of a thing open. */
async function opened(focus: Focus): Promise<{ store: Store; column: MarginColumn; card: HTMLElement }> {
  const { store } = deskOn(sample.paper, { edition, own });
  const column = await fixture<MarginColumn>(html`<margin-column .store=${store}></margin-column>`);
  store.reveal(focus, 'map');
  await settled(column);
  return { store, column, card: only<HTMLElement>(column, '.card.open') };
}

/** The first field of a name, of the first premise or question. */
function select(card: Element, name: string): HTMLSelectElement {
  const found = card.querySelector<HTMLSelectElement>(`select[aria-label="${name}"]`);
  if (!found) throw new Error(`There is no field “${name}”.`);
  return found;
}

describe('the card of a step', () => {
  it('stands in the margin while the step is in focus, and names its premises and its conclusion', async () => {
    const { store, column, card } = await opened({ kind: 'inference', id: 's' });
    expect(card.id).to.equal('card-s');
    expect(plain(only(card, '.card-kind'))).to.equal('Linked step yours');
    const links = [...card.querySelectorAll('.premises > li > .link-button')].map(plain);
    expect(links).to.deep.equal(['That mine.', 'That low.']);
    await expect(card).to.be.accessible();
    store.setSession({ focus: null });
    await settled(column);
    expect(column.querySelector('step-card')).to.equal(null);
  });

  it('of the reader’s own takes roles, a scheme, a qualifier and answers', async () => {
    const { store, column, card } = await opened({ kind: 'inference', id: 's' });
    write(select(card, 'What it does in the step'), 'warrant');
    write(select(card, 'Scheme that the step follows'), 'analogy');
    await settled(column);
    write(only<HTMLInputElement>(card, '[name=qualifier]'), 'probably');
    write(select(card, 'Answer'), 'met');
    const record = ownRecord(store, 's', 'inference');
    expect(record.premises[0]).to.deep.equal({ claim: 'mine', role: 'warrant' });
    expect(record).to.deep.include({ scheme: 'analogy', qualifier: 'probably' });
    expect(record.questions).to.deep.equal([{ question: 'analogy.truth', answer: 'met', remark: '' }]);
  });

  it('takes a premise apart, and asks for another', async () => {
    const { store, column, card } = await opened({ kind: 'inference', id: 's' });
    const asked: PickRequest[] = [];
    column.addEventListener('pick-request', (event) => asked.push(event));
    button(card, 'Link a premise …').click();
    expect(asked.map(({ picking }) => picking)).to.deep.equal([{ kind: 'premise', inference: 's' }]);
    button(card.querySelector('.premises > li') ?? card, 'Unlink').click();
    await settled(column);
    expect(ownRecord(store, 's', 'inference').premises.map((one) => one.claim)).to.deep.equal(['low']);
    expect(plain(only(card, '.card-kind'))).to.equal('Step yours');
  });

  it('of others shows scheme and questions, and changes nothing but can be objected to', async () => {
    const { store, column, card } = await opened({ kind: 'inference', id: 'theirs' });
    expect(card.querySelectorAll('select, textarea, input')).to.have.length(0);
    expect(plain(card)).to.contain('Sign').and.contain('Is A really to be found here?');
    const question = card.querySelector('step-question') ?? card;
    const said = announced(column);
    button(question, 'Raise as an objection').click();
    await settled(column);
    write(only<HTMLTextAreaElement>(question, 'textarea'), 'It is not there.');
    button(question, 'Raise').click();
    expect(said.map(({ words }) => words)).to.deep.equal(['Objection raised: it is a claim of yours now']);
    const made = [...(store.desk.layers.at(-1)?.records.values() ?? [])].slice(-2);
    expect(made.map((one) => one.kind)).to.have.members(['claim', 'conflict']);
    expect(made.find((one) => one.kind === 'conflict')).to.deep.include({
      to: 'low',
      attack: 'undermine',
      question: 'sign.found',
    });
    store.undo();
    expect(store.desk.layers.at(-1)?.records.size).to.equal(own.length);
  });
});

describe('the card of an attack', () => {
  it('says what kind it is, and takes another, both ways, a gist and a preference', async () => {
    const { store, column, card } = await opened({ kind: 'conflict', id: 'x' });
    expect(plain(only(card, '.card-kind'))).to.equal('Rebuttal yours');
    await expect(card).to.be.accessible();
    const [kind, preferred] = [...card.querySelectorAll('select')];
    write(kind as HTMLSelectElement, 'undermine');
    await settled(column);
    only<HTMLInputElement>(card, '[type=checkbox]').click();
    write(only<HTMLTextAreaElement>(card, 'textarea'), 'What counts.');
    write(preferred as HTMLSelectElement, 'mine');
    expect(ownRecord(store, 'x', 'conflict')).to.deep.include({
      attack: 'undermine',
      mutual: true,
      gist: 'What counts.',
    });
    const preference = [...(store.desk.layers.at(-1)?.records.values() ?? [])].find(
      (one) => one.kind === 'preference',
    );
    expect(preference).to.deep.include({ over: 'mine', under: 'other' });
  });

  it('of an undercut leads to the step, and goes with its delete button', async () => {
    const { store, column, card } = await opened({ kind: 'conflict', id: 'cut' });
    expect(card.querySelectorAll('[type=checkbox]')).to.have.length(0);
    const leads = [...card.querySelectorAll<HTMLButtonElement>('.step-link')];
    expect(leads.map(plain)).to.deep.equal(['That mine. + That low. → That top.']);
    button(card, 'Delete').click();
    await settled(column);
    expect(store.desk.layers.at(-1)?.records.has('cut')).to.equal(false);
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'other' });
  });
});

describe('a claim that nobody states in the text', () => {
  it('has a card in the margin while it is in focus', async () => {
    const { card } = await opened({ kind: 'claim', id: 'mine' });
    expect(card.id).to.equal('card-mine');
  });
});
