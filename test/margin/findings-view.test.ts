/** `<findings-view>`: what is found in sentences, followed, filtered, dismissed and shown again, with the keys alone too. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/margin/findings-view.ts';
import type { FindingsView } from '../../src/margin/findings-view.ts';
import type { Store } from '../../src/desk/store.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { attack, claim, deskOn, step, targets } from '../support/desk.ts';
import { note, p, paper, section } from '../support/paper.ts';

const sample = paper(section('I.', 'One', p('<a>Rain falls<b>', note('1'), ' and <c>streets are wet<d>.')));
const rain = targets(sample.paper, sample.range('a', 'b'));
const streets = targets(sample.paper, sample.range('c', 'd'));

const records: readonly NotebookRecord[] = [
  claim('wet', { wording: 'Streets are wet.', role: 'conclusion', targets: streets }),
  claim('rain', { wording: 'It rains.', targets: rain }),
  claim('dry', { wording: 'A roof keeps them dry.', targets: rain }),
  step('s', ['rain'], 'wet'),
  attack('k', 'dry', 's', { attack: 'undercut' }),
  step('t', ['gone'], 'wet'),
];

async function show(own: readonly NotebookRecord[]): Promise<{ view: FindingsView; store: Store }> {
  const { store } = deskOn(sample.paper, { own });
  const view = await fixture<FindingsView>(html`<findings-view .store=${store}></findings-view>`);
  return { view, store };
}

const texts = (view: FindingsView, selector: string): string[] =>
  [...view.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/gu, ' ').trim());

function press(key: string): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
}

describe('<findings-view>', () => {
  it('tells what is found, kind by kind', async () => {
    const { view } = await show(records);
    expect(texts(view, '.finding-go')).to.deep.equal([
      'A step has 1 premise that is gone. Left of it: “Streets are wet”',
      '“A roof keeps them dry” attacks a step to “Streets are wet”, and nothing answers.',
      '“A roof keeps them dry” is used, and neither a note nor a claim carries it.',
      '“It rains” is used, and neither a note nor a claim carries it.',
    ]);
    expect(texts(view, 'h3')).to.include('Without support or source 2');
    await expect(view).to.be.accessible();
  });

  it('leads to a claim, to an attack, and from a broken step to what is left of it', async () => {
    const { view, store } = await show(records);
    const [broken, unanswered, , unsupported] = view.querySelectorAll<HTMLElement>('.finding-go');
    unsupported?.click();
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'rain' });
    unanswered?.click();
    expect(store.desk.session.focus).to.deep.equal({ kind: 'conflict', id: 'k' });
    broken?.click();
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'wet' });
    expect(store.desk.canUndo).to.equal(false);
  });

  it('shows one kind alone, and all again', async () => {
    const { view } = await show(records);
    const select = view.querySelector('select')!;
    select.value = 'unsupported';
    select.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(texts(view, '.finding-go')).to.have.length(2);
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await view.updateComplete;
    expect(texts(view, '.finding-go')).to.have.length(4);
  });

  it('is walked with the arrows; Delete dismisses, and the next one has the focus', async () => {
    const { view } = await show(records);
    const all = (): HTMLElement[] => [...view.querySelectorAll<HTMLElement>('.finding-go')];
    all()[0]?.focus();
    press('ArrowDown');
    expect(document.activeElement).to.equal(all()[1]);
    press('End');
    expect(document.activeElement).to.equal(all()[3]);
    press('Home');
    press('Delete');
    await view.updateComplete;
    expect(texts(view, '.finding-go')).to.have.length(3);
    const holder = document.activeElement?.closest('.finding');
    expect(holder).to.equal(view.querySelector('.finding'));
    expect(texts(view, '.findings-dismissed')[0]).to.contain('1 finding dismissed for now.');
    view.querySelector<HTMLElement>('.findings-dismissed button')?.click();
    await view.updateComplete;
    expect(texts(view, '.finding-go')).to.have.length(4);
  });

  it('says that nothing was found, and what was looked for', async () => {
    const { view } = await show([
      claim('wet', { role: 'conclusion', targets: streets }),
      claim('rain', { targets: rain, notes: ['fn1'] }),
      step('s', ['rain'], 'wet'),
    ]);
    expect(texts(view, '.sources-small')[0]).to.equal('Nothing found in 2 claims.');
    expect(texts(view, 'details li').length).to.be.above(10);
    await expect(view).to.be.accessible();
    const empty = await show([]);
    expect(texts(empty.view, '.sources-small')[0]).to.equal(
      'There is no argument yet: nobody has made a claim.',
    );
  });

  it('hears of a change: what is mended is found no more', async () => {
    const { view, store } = await show(records);
    store.run(() => ({
      label: 'Note',
      put: [claim('rain', { wording: 'It rains.', targets: rain, notes: ['fn1'] })],
    }));
    await view.updateComplete;
    expect(texts(view, '.finding-go').some((one) => one.startsWith('“It rains”'))).to.equal(false);
  });
});
