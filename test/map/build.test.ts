/** Building on the real canvas by keyboard: choosing, writing, deleting, menus; what is not one's own stays. */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { argument } from '../../src/desk/desk.ts';
import { Announce } from '../../src/desk/requests.ts';
import { open, type Open } from './opened.ts';
import { sampleRecords } from './sample.ts';

const stageOf = ({ canvas }: Open): HTMLElement => canvas.stage;
const chosen = ({ store }: Open): string[] => [...store.desk.session.selected];

/** Presses a key while another one is held. */
async function chord(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}

/** What is announced from now on. */
function heard({ pane }: Open): string[] {
  const words: string[] = [];
  pane.addEventListener('announce', (event) => {
    if (event instanceof Announce) words.push(event.words);
  });
  return words;
}

describe('building on the canvas by keyboard', () => {
  it('chooses with Space, goes on with Shift and the arrows, chooses all, and lets go with Escape', async () => {
    const opened = await open(sampleRecords, 'map');
    stageOf(opened).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    expect(chosen(opened)).to.deep.equal(['c1']);
    await chord('Shift', 'ArrowDown');
    const reached = opened.store.desk.session.focus?.id;
    expect(reached).not.to.equal('c1');
    expect(chosen(opened)).to.deep.equal(['c1', reached]);
    await opened.canvas.updateComplete;
    const bar = opened.pane.querySelector('[role=toolbar][aria-label="What is chosen on the map"]');
    expect(bar?.textContent).to.contain('2 chosen');
    await expect(opened.pane).to.be.accessible();
    await sendKeys({ press: 'Space' });
    expect(chosen(opened)).to.deep.equal(['c1']);
    await chord('Control', 'a');
    expect(chosen(opened)).to.have.members([...argument(opened.store.desk).claims.keys()]);
    await sendKeys({ press: 'Escape' });
    expect(chosen(opened)).to.deep.equal([]);
    expect(opened.store.desk.session.focus?.id, 'the focus is apart').to.equal(reached);
  });

  it('writes a claim with C, keeps it at each pause, and takes it back in one step', async () => {
    const opened = await open(sampleRecords, 'map');
    const { store, pane } = opened;
    const before = argument(store.desk).claims.size;
    stageOf(opened).focus();
    await sendKeys({ press: 'c' });
    await waitUntil(() => document.activeElement?.matches('.card-field textarea'));
    expect(argument(store.desk).claims.size, 'nothing is said yet').to.equal(before);
    await sendKeys({ type: 'A claim' });
    await waitUntil(() => argument(store.desk).claims.size === before + 1, 'a pause keeps it');
    await sendKeys({ type: ' of mine' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => document.activeElement === stageOf(opened));
    const made = argument(store.desk).claims.get(store.desk.session.focus?.id ?? '');
    expect(made?.wording).to.equal('A claim of mine');
    store.undo();
    expect(argument(store.desk).claims.size).to.equal(before);
    expect(pane.querySelector('.card-field')).to.equal(null);
  });

  it('makes nothing where nothing was said', async () => {
    const opened = await open(sampleRecords, 'map');
    stageOf(opened).focus();
    await sendKeys({ press: 'Insert' });
    await waitUntil(() => document.activeElement?.matches('.card-field textarea'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => document.activeElement === stageOf(opened));
    expect(opened.store.desk.canUndo).to.equal(false);
  });

  it('says why what is another’s can neither be worded nor deleted, and leaves it', async () => {
    const opened = await open(sampleRecords, 'map');
    const words = heard(opened);
    stageOf(opened).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'F2' });
    await sendKeys({ press: 'Delete' });
    expect(words).to.have.length(2);
    expect(words[0]).to.match(/which you can read but not change/u);
    expect(opened.pane.querySelector('.card-field')).to.equal(null);
    expect(argument(opened.store.desk).claims.has('c1')).to.equal(true);
  });

  it('opens the menu of a claim by key; what cannot be done says why and does nothing', async () => {
    const opened = await open(sampleRecords, 'map');
    stageOf(opened).focus();
    await sendKeys({ press: 'ArrowDown' });
    await chord('Shift', 'F10');
    const menu = await waitUntil(() => opened.pane.querySelector<HTMLElement>('[role=menu]')).then(() =>
      opened.pane.querySelector<HTMLElement>('[role=menu]'),
    );
    await waitUntil(() => document.activeElement?.getAttribute('role') === 'menuitem');
    await expect(menu).to.be.accessible();
    const off = menu?.querySelector<HTMLElement>('[aria-disabled=true]');
    off?.click();
    expect(menu?.isConnected, 'it stays open').to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => document.activeElement === stageOf(opened));
  });

  it('copies a claim of another layer, and deletes the copy again', async () => {
    const opened = await open(sampleRecords, 'map');
    const { store, pane } = opened;
    stageOf(opened).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ContextMenu' });
    await waitUntil(() => pane.querySelector('[role=menu]'));
    const drawn = oneEvent(pane, 'map-drawn');
    [...pane.querySelectorAll<HTMLElement>('[role=menuitem]')]
      .find((one) => one.textContent?.includes('Copy it'))
      ?.click();
    await drawn;
    const { wording } = argument(store.desk).claims.get('c1') ?? {};
    const copies = (): number =>
      [...argument(store.desk).claims.values()].filter((one) => one.wording === wording).length;
    expect(copies()).to.equal(2);
    await sendKeys({ press: 'Delete' });
    expect(copies()).to.equal(1);
  });
});
