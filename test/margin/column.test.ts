/** `<margin-column>`, `<claim-picker>` and `<colour-names>`: cards in the order of the text, and the dialogs of the margin. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/margin/claim-picker.ts';
import type { ClaimPicker } from '../../src/margin/claim-picker.ts';
import '../../src/margin/colour-names.ts';
import type { ColourNames } from '../../src/margin/colour-names.ts';
import '../../src/margin/margin-column.ts';
import type { MarginColumn } from '../../src/margin/margin-column.ts';
import { meanings } from '../../src/desk/desk.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import { press } from '../reader/pane.ts';
import { annotation, claim, deskOn, searchAll, step, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { announced, write } from './cards.ts';

const sample = paper(p('<a>One<b> and <c>two<d>.'), p('<e>Three<f>.'));
const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));
const lost = { exact: 'gone', prefix: 'zq', suffix: 'zq', start: 1, end: 5 };

const own = [
  annotation('third', { targets: at('e', 'f') }),
  claim('first', { targets: [...at('a', 'b'), ...at('e', 'f')] }),
  annotation('lost', { targets: [lost] }),
  claim('second', { targets: at('c', 'd') }),
  claim('unstated'),
];

const column = async (
  store: Store,
  locate: ((offset: number) => number) | null = null,
): Promise<MarginColumn> => {
  const element = await fixture<MarginColumn>(
    html`<margin-column
      style="display: block; position: relative"
      .store=${store}
      .locate=${locate}
    ></margin-column>`,
  );
  await settled(element);
  return element;
};

const cards = (element: Element): HTMLElement[] => [
  ...element.querySelectorAll<HTMLElement>('claim-card, annotation-card'),
];
const idsIn = (element: Element): string[] =>
  cards(element).map((card) => only(card, '.card').id.slice('card-'.length));
const topOf = (card: HTMLElement): number =>
  Number(/translateY\((-?\d+)px\)/u.exec(card.style.transform)?.[1] ?? NaN);

describe('the margin', () => {
  it('has one card a record in the order of the text, lost passages first', async () => {
    const { store } = deskOn(sample.paper, { own });
    searchAll(store);
    expect(idsIn(await column(store))).to.deep.equal(['lost', 'first', 'second', 'third']);
  });

  it('follows the notebook and the layers', async () => {
    const { store } = deskOn(sample.paper, { edition: [claim('theirs', { targets: at('a', 'd') })], own });
    searchAll(store);
    const element = await column(store);
    store.run(remove('second'));
    store.setLayerVisible('edition', false);
    await settled(element);
    expect(idsIn(element)).to.deep.equal(['lost', 'first', 'third']);
  });

  it('puts cards beside their passages, none over another', async () => {
    const { store } = deskOn(sample.paper, { own: own.slice(0, 2) });
    const element = await column(store, (offset) => (offset < 5 ? 100 : 2000));
    const [first, third] = cards(element);
    await until(() => first?.style.transform);
    expect([topOf(first!), topOf(third!)]).to.deep.equal([96, 1996]);
    const tight = await column(store, () => 100);
    const [upper, lower] = cards(tight);
    await until(() => lower?.style.transform);
    expect(topOf(lower!)).to.be.at.least(topOf(upper!) + upper!.offsetHeight);
  });
});

describe('the margin in use', () => {
  it('opens the focused card and no other', async () => {
    const { store } = deskOn(sample.paper, { own });
    const element = await column(store);
    store.reveal({ kind: 'claim', id: 'second' }, 'map');
    await settled(element);
    expect([...element.querySelectorAll('.open')].map((one) => one.id)).to.deep.equal(['card-second']);
  });

  it('hovers what the pointer is over', async () => {
    const { store } = deskOn(sample.paper, { own });
    searchAll(store);
    const [, first] = cards(await column(store));
    first!.dispatchEvent(new PointerEvent('pointerenter'));
    expect(store.desk.session.hover).to.deep.equal({ kind: 'claim', id: 'first' });
    first!.dispatchEvent(new PointerEvent('pointerleave'));
    expect(store.desk.session.hover).to.equal(null);
  });

  it('says what to do where nothing is', async () => {
    expect(plain(await column(deskOn(sample.paper).store))).to.contain('Nothing in the margin yet');
  });

  it('is accessible', async () => {
    await expect(await column(deskOn(sample.paper, { own }).store)).to.be.accessible();
  });
});

const records = [
  claim('from', { wording: 'From here.' }),
  claim('top', { role: 'conclusion', wording: 'Élchibey’s end.' }),
  claim('below', { wording: 'Below it.' }),
  step('s', ['below'], 'from'),
];

async function ask(relation: 'supports' | 'attacks' = 'supports') {
  const { store } = deskOn(sample.paper, { own: records });
  const picker = await fixture<ClaimPicker>(html`<claim-picker .store=${store}></claim-picker>`);
  await picker.ask({ kind: 'relate', from: 'from', relation });
  await settled(picker);
  return { store, picker, dialog: only<HTMLDialogElement>(picker, 'dialog') };
}
const choices = (picker: Element) => [
  ...picker.querySelectorAll<HTMLElement>('.picker-choice:not(.picker-new)'),
];

describe('asking which claim another one bears on', () => {
  it('shows all others, the strongest role first; those that cannot be say why', async () => {
    const { picker, dialog } = await ask();
    expect(dialog.matches(':modal')).to.equal(true);
    expect(choices(picker).map((one) => [plain(one), one.ariaDisabled])).to.deep.equal([
      ['Conclusion Élchibey’s end.', 'false'],
      ['Premise Below it. That would argue in a circle.', 'true'],
    ]);
  });

  it('finds by part of the words, whatever case and accents', async () => {
    const { picker } = await ask();
    write(only<HTMLInputElement>(picker, 'input'), 'elchi');
    await settled(picker);
    expect(choices(picker).map(plain)).to.deep.equal(['Conclusion Élchibey’s end.']);
    write(only<HTMLInputElement>(picker, 'input'), 'nowhere');
    await settled(picker);
    expect(choices(picker)).to.deep.equal([]);
    expect(plain(picker)).to.contain('No claim has these words.');
  });
});

describe('choosing the other claim', () => {
  it('relates them, says so, closes and shows the claim', async () => {
    const { store, picker, dialog } = await ask('attacks');
    const said = announced(picker);
    choices(picker)[0]!.click();
    expect(said).to.deep.equal([{ words: 'Now attacks: Élchibey’s end.', offer: 'undo' }]);
    expect(dialog.open).to.equal(false);
    const made = [...(store.desk.layers.at(-1)?.records.values() ?? [])].find(
      (one) => one.kind === 'conflict',
    );
    expect(made).to.deep.include({ from: 'from', to: 'top' });
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'from' });
  });

  it('changes nothing on Escape', async () => {
    const { store, dialog } = await ask();
    const { layers } = store.desk;
    await press('Escape');
    expect(dialog.open).to.equal(false);
    expect(store.desk.layers).to.equal(layers);
  });

  it('is accessible', async () => {
    await expect((await ask()).picker).to.be.accessible();
  });
});

describe('naming the colours', () => {
  it('keeps a name as soon as its field is left, and an empty one brings the first back', async () => {
    const { store } = deskOn(sample.paper);
    const first = meanings(store.desk).get('red');
    const element = await fixture<ColourNames>(html`<colour-names .store=${store}></colour-names>`);
    await element.open();
    const field = [...element.querySelectorAll('label')].find((label) => plain(label) === 'red')!;
    write(only<HTMLInputElement>(field, 'input'), 'Weak point');
    expect(meanings(store.desk).get('red')).to.equal('Weak point');
    write(only<HTMLInputElement>(field, 'input'), '');
    expect(meanings(store.desk).get('red')).to.equal(first);
    await expect(element).to.be.accessible();
    button(element, 'Done').click();
    expect(element.querySelector('dialog')?.open ?? false).to.equal(false);
  });
});

describe('a margin of very many cards', () => {
  const labels = Array.from({ length: 1000 }, (_, at) => String(at));
  const long = paper(...labels.map((label) => p(`<a${label}>Paragraph ${label}.<b${label}>`)));
  const own = labels.map((label) =>
    claim(`c${label}`, { targets: targets(long.paper, long.range(`a${label}`, `b${label}`)) }),
  );

  async function open(flow = false) {
    const { store } = deskOn(long.paper, { own });
    const seen = { start: long.at('a0'), end: long.at('a9') };
    const element = await fixture<MarginColumn>(
      html`<margin-column
        style="display: block; position: relative"
        .store=${store}
        .flow=${flow}
        .locate=${(offset: number) => offset * 10}
        .seen=${() => seen}
      ></margin-column>`,
    );
    await settled(element);
    return { store, element, seen };
  }

  it('has those around what is seen, in order, and counts the others', async () => {
    const { element } = await open();
    const ids = idsIn(element);
    expect(ids).to.deep.equal(ids.map((_, at) => `c${at}`));
    expect(ids.length).to.be.within(10, 100);
    expect(plain(only(element, '.margin-more'))).to.equal(`${1000 - ids.length} later cards`);
  });

  it('follows the reading', async () => {
    const { element, seen } = await open();
    Object.assign(seen, { start: long.at('a500'), end: long.at('a509') });
    dispatchEvent(new Event('scroll'));
    await until(() => idsIn(element).includes('c500'));
    expect(idsIn(element)).not.to.include('c0').and.not.to.include('c999');
    expect(idsIn(element)).to.include('c509');
    const ways = [...element.querySelectorAll('.margin-more')].map((one) => plain(one).split(' ')[1]);
    expect(ways).to.deep.equal(['earlier', 'later']);
  });

  it('keeps the open card and the one that holds the focus', async () => {
    const { element, seen, store } = await open();
    only(element, '#card-c3 .card-toggle').focus();
    store.reveal({ kind: 'claim', id: 'c5' }, 'map');
    Object.assign(seen, { start: long.at('a500'), end: long.at('a509') });
    dispatchEvent(new Event('scroll'));
    await until(() => idsIn(element).includes('c500'));
    expect(idsIn(element).slice(0, 2)).to.deep.equal(['c3', 'c5']);
    expect(document.activeElement).to.equal(only(element, '#card-c3 .card-toggle'));
  });

  it('leads the keyboard on to the next card', async () => {
    const { element } = await open();
    const last = idsIn(element).length;
    only(element, '[data-way=later]').click();
    await until(() => document.activeElement?.closest('.card'));
    expect(document.activeElement?.closest('.card')?.id).to.equal(`card-c${last}`);
  });

  it('brings the cards of a place where cards follow each other', async () => {
    const { element } = await open(true);
    element.scrollToOffset(long.at('a700'));
    await until(() => idsIn(element).includes('c700'));
    expect(idsIn(element).length).to.be.below(200);
  });

  it('renders only the two cards that a change of the focus touches', async () => {
    const { element, store } = await open();
    store.reveal({ kind: 'claim', id: 'c1' }, 'map');
    await settled(element);
    const rendered: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const card = (target instanceof Element ? target : target.parentElement)?.closest('.card');
        if (card) rendered.push(card.id);
      }
    });
    observer.observe(element, { subtree: true, childList: true, attributes: true, characterData: true });
    store.reveal({ kind: 'claim', id: 'c2' }, 'map');
    await settled(element);
    observer.disconnect();
    expect([...new Set(rendered)].sort()).to.deep.equal(['card-c1', 'card-c2']);
  });
});
