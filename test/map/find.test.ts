/** Finding on the map: what is found, in which order, and how one walks it in both twins. */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findOnMap } from '../../src/map/map-find.ts';
import { storeOf } from './desk-of.ts';
import { grownRecords } from './grown.ts';
import { open, type Open } from './opened.ts';
import { claim, sampleRecords, step } from './sample.ts';

const found = (query: string, records = sampleRecords): string[] =>
  findOnMap(storeOf(records).desk, query).map(({ kind, id }) => `${kind} ${id}`);

describe('what is found on the map', () => {
  it('are wordings, gists of steps and attacks, and titles of groups, whatever their case and marks', () => {
    expect(found('huseynov')).to.deep.equal(['claim p8']);
    expect(found('ELCHIBEY  looked')).to.deep.equal(['claim p6']);
    expect(found('how p9 and p10')).to.deep.equal(['inference s12']);
    expect(found('what p14 and s12')).to.deep.equal(['conflict x4']);
    expect(found('problematic')).to.deep.equal(['group g4']);
    expect(found('azerbaijan’s preferences')).to.deep.equal(found("azerbaijan's preferences"));
  });

  it('are the claims that a note carries, by its number, and no number in the middle of another', () => {
    for (const query of ['71', 'n. 71', 'note 71'])
      expect(found(query)).to.deep.equal(['claim i3', 'claim p11']);
    expect(found('n. 7')).to.deep.equal([]);
  });

  it('are in other scripts, too, and in more than one wording', () => {
    const records = [
      claim('a', 'conclusion', 'مرحبا بالعالم'),
      { ...claim('b', 'premise', 'One.'), wordings: [{ id: 'w', text: 'Çağrı here', targets: [] }] },
      step('s', ['b'], 'a'),
    ];
    expect(found('بالعالم', records)).to.deep.equal(['claim a']);
    expect(found('cagri', records)).to.deep.equal(['claim b']);
  });

  it('is nothing for nothing, and nothing where nothing is', () => {
    for (const query of ['', '   ', '\0', 'zzzz']) expect(found(query)).to.deep.equal([]);
  });

  it('comes in the order of the outline, each thing once, however often its claim stands there', () => {
    const desk = storeOf(grownRecords(300, 5)).desk;
    const hits = findOnMap(desk, 'o').map(({ kind, id }) => `${kind} ${id}`);
    expect(new Set(hits).size).to.equal(hits.length);
    expect(hits.filter((one) => one.startsWith('claim')).length).to.be.greaterThan(250);
  });
});

const field = ({ pane }: Open): HTMLInputElement | null => pane.querySelector('.map-find-field');
const count = ({ pane }: Open): string => pane.querySelector('.map-find-count')?.textContent ?? '';

async function openBar(opened: Open, key = '/'): Promise<void> {
  opened.canvas.querySelector<HTMLElement>('.map-stage')?.focus();
  await sendKeys({ press: key });
  await waitUntil(() => document.activeElement === field(opened) && field(opened) !== null);
}

/** Types what to find, and waits until the map has gone there. */
async function look(opened: Open, words: string): Promise<void> {
  const told = oneEvent(opened.pane, 'map-found');
  await sendKeys({ type: words });
  await told;
}

describe('the bar over the map', () => {
  it('opens with the slash, counts, walks and lights in both twins, and gives the focus back', async () => {
    const opened = await open(sampleRecords, 'both');
    const { store, pane } = opened;
    await openBar(opened);
    await look(opened, 'caspian');
    expect(count(opened)).to.equal('1 of 4');
    const order = findOnMap(store.desk, 'caspian').map(({ id }) => id);
    expect(store.desk.session.focus?.id).to.equal(order[0]);
    await pane.querySelector('argument-outline')?.updateComplete;
    const marked = [...pane.querySelectorAll('.map-row[data-found] [data-claim]')];
    expect(marked.map((line) => line.getAttribute('data-claim'))).to.have.members(order);
    await sendKeys({ press: 'Enter' });
    expect([count(opened), store.desk.session.focus?.id]).to.deep.equal(['2 of 4', order[1]]);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    expect([count(opened), store.desk.session.focus?.id]).to.deep.equal(['4 of 4', order[3]]);
    await expect(pane).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await pane.updateComplete;
    expect(field(opened)).to.equal(null);
    expect(document.activeElement?.className).to.contain('map-stage');
    await pane.querySelector('argument-outline')?.updateComplete;
    expect(pane.querySelectorAll('.map-row[data-found]').length).to.equal(0);
  });

  it('opens folded groups on the way to what it finds', async () => {
    const opened = await open(grownRecords(48, 2), 'map');
    const folded = opened.canvas.placed?.elements.nodes.find((node) => node.kind === 'folded');
    const records = [...opened.store.desk.layers.flatMap((layer) => [...layer.records.values()])];
    const hidden = records.find((one) => one.kind === 'claim' && one.group === folded?.id);
    const wording = hidden?.kind === 'claim' ? hidden.wording : '';
    await openBar(opened);
    const bar = field(opened);
    if (!bar) throw new Error('The bar did not open.');
    bar.value = wording;
    bar.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(
      () => opened.canvas.placed?.elements.nodes.some((node) => node.id === hidden?.id),
      'the group did not open',
      { timeout: 6000 },
    );
    expect(opened.store.desk.session.focus?.id).to.equal(hidden?.id);
  });

  it('says where nothing is found, and keeps the words for the next time', async () => {
    const opened = await open(sampleRecords, 'map');
    await openBar(opened);
    await look(opened, 'zebra');
    expect(count(opened)).to.equal('Nothing found');
    expect(opened.pane.querySelector('map-find-bar [role=status]')?.textContent).to.equal('Nothing found');
    expect(opened.store.desk.session.focus).to.equal(null);
    await sendKeys({ press: 'Escape' });
    await openBar(opened);
    expect(field(opened)?.value).to.equal('zebra');
  });
});
