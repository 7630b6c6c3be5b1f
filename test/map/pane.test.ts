/** The pane as one uses it: twins that say the same, keys, light from and to the other faces, states, export. */
import { expect, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { argument } from '../../src/desk/desk.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { readPngNotebook } from '../../src/map/png-file.ts';
import { grownRecords } from './grown.ts';
import { open, type Open } from './opened.ts';
import { sampleRecords } from './sample.ts';
import { until } from '../support/settle.ts';

const item = ({ pane }: Open, claim: string): HTMLElement => {
  const found = pane.querySelector<HTMLElement>(`[role=treeitem][data-claim="${claim}"]`);
  if (!found) throw new Error(`The outline has no ${claim}.`);
  return found;
};

const rowOf = (line: Element): Element | null => line.closest('[data-key]');

const press = (pane: Element, name: string): void => {
  const button = [...pane.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name,
  );
  if (!button) throw new Error(`There is no button “${name}”.`);
  button.click();
};

const active = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset['claim'];

// Other tests may have left a field open in this tab: it would take the keys.
before(() => sessionStorage.clear());

describe('<argument-map>', () => {
  it('says the same in both twins: every claim is drawn and is a line named by its wording', async () => {
    const { pane, store, canvas } = await open(sampleRecords);
    const { claims } = argument(store.desk);
    const lines = [...pane.querySelectorAll('[role=tree] [role=treeitem][data-claim]')];
    const drawn = canvas.placed?.elements.nodes.filter((node) => node.kind === 'card').map((node) => node.id);
    expect(lines.map((line) => line.getAttribute('data-claim'))).to.have.members([...claims.keys()]);
    expect(drawn).to.have.members([...claims.keys()]);
    for (const line of lines)
      expect(line.textContent).to.equal(claims.get(line.getAttribute('data-claim') ?? '')?.wording);
  });

  it('paints: the canvas is not blank, and its words are on it', async () => {
    const { canvas } = await open(sampleRecords, 'map');
    const ink = canvas.querySelector<HTMLCanvasElement>('.map-ink');
    await until(() => {
      const data = ink?.getContext('2d')?.getImageData(0, 0, ink.width, ink.height).data;
      return data?.some((value) => value > 0);
    });
    const layers = [...canvas.querySelectorAll<HTMLCanvasElement>('canvas:not(.map-ink)')];
    expect(layers.length).to.equal(3);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has nothing for axe to find (${scheme})`, async () => {
      await emulateMedia({ colorScheme: scheme });
      const { pane } = await open(sampleRecords);
      await expect(pane).to.be.accessible();
      await emulateMedia({ colorScheme: 'no-preference' });
    });
  }

  it('moves in the outline by arrows, Home, End and letters, and focuses what it passes', async () => {
    const opened = await open(sampleRecords, 'outline');
    item(opened, 'c1').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => (document.activeElement as HTMLElement).dataset['step'] === 's1');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => active() === 'd1');
    expect(opened.store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'd1' });
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => item(opened, 'd1').getAttribute('aria-expanded') === 'false');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => item(opened, 'd1').getAttribute('aria-expanded') === 'true');
    await sendKeys({ press: 'Home' });
    await until(() => active() === 'c1');
    await sendKeys({ type: 'the g' });
    await until(() => active() === 'p4');
    await sendKeys({ press: 'End' });
    const lines = [...opened.pane.querySelectorAll('[role=treeitem]')];
    await until(() => document.activeElement === lines.at(-1));
    expect(opened.pane.querySelectorAll('[role=treeitem][tabindex="0"]').length).to.equal(1);
  });

  it('reveals a claim with Enter, in the words of the outline', async () => {
    const opened = await open(sampleRecords, 'outline');
    item(opened, 'i2').focus();
    await sendKeys({ press: 'Enter' });
    expect(opened.store.desk.session.reveal).to.deep.include({
      by: 'outline',
      target: { kind: 'claim', id: 'i2' },
    });
  });

  it('opens the way to a claim that another face reveals, without taking the focus', async () => {
    const opened = await open(sampleRecords, 'outline');
    item(opened, 'c1').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => opened.pane.querySelectorAll('[role=treeitem]').length === 1);
    const before = document.activeElement;
    opened.store.reveal({ kind: 'claim', id: 'p10' }, 'text');
    await until(() => opened.pane.querySelector('[data-claim=p10]'));
    const box = item(opened, 'p10').getBoundingClientRect();
    const frame = opened.pane.getBoundingClientRect();
    expect(box.top).to.be.within(frame.top, frame.bottom);
    expect(document.activeElement === before).to.equal(true);
    expect(rowOf(item(opened, 'p10'))?.hasAttribute('data-focus')).to.equal(true);
  });

  it('lights a line when the claim is hovered elsewhere, and the other way round', async () => {
    const opened = await open(sampleRecords, 'outline');
    opened.store.hover({ kind: 'claim', id: 'd2' });
    await until(() => rowOf(item(opened, 'd2'))?.hasAttribute('data-lit'));
    item(opened, 'd3').dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    expect(opened.store.desk.session.hover).to.deep.equal({ kind: 'claim', id: 'd3' });
  });

  it('moves on the canvas by arrow keys, says where it is, and reveals with Enter', async () => {
    const { pane, store, canvas } = await open(sampleRecords, 'map');
    canvas.querySelector<HTMLElement>('.map-stage')?.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c1' });
    await canvas.updateComplete;
    expect(pane.querySelector('[role=status]')?.textContent).to.match(
      /^Conclusion: Relations between .* No note carries it; 5 steps support it\.$/u,
    );
    await sendKeys({ press: 'ArrowDown' });
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c2' });
    await sendKeys({ press: 'ArrowUp' });
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c1' });
    await sendKeys({ press: 'Enter' });
    expect(store.desk.session.reveal).to.deep.include({ by: 'map', target: { kind: 'claim', id: 'c1' } });
  });

  it('zooms by key and button, and fits', async () => {
    const { pane, canvas } = await open(sampleRecords, 'map');
    const zoom = (): number => canvas.view()?.zoom ?? NaN;
    const fitted = zoom();
    canvas.querySelector<HTMLElement>('.map-stage')?.focus();
    await sendKeys({ press: '+' });
    expect(zoom()).to.be.closeTo(fitted * 1.3, 0.001);
    press(pane, 'Zoom out');
    press(pane, 'Zoom out');
    expect(zoom()).to.be.closeTo(fitted / 1.3, 0.001);
    await sendKeys({ press: '0' });
    expect(zoom()).to.be.closeTo(fitted, 0.001);
  });

  it('folds a group and opens it again when a claim inside is revealed', async () => {
    const { pane, store, canvas } = await open(sampleRecords, 'map');
    store.setSession({ focus: { kind: 'claim', id: 'i1' } });
    await canvas.updateComplete;
    canvas.querySelector<HTMLElement>('.map-stage')?.focus();
    const folded = oneEvent(pane, 'map-drawn');
    await sendKeys({ press: 'f' });
    await folded;
    const ids = (): string[] => canvas.placed?.elements.nodes.map((node) => node.id) ?? [];
    expect(ids()).to.include('g4').and.not.include('i1');
    expect(store.desk.session.focus?.id, 'the focus is kept').to.equal('i1');
    const opened = oneEvent(pane, 'map-drawn');
    store.reveal({ kind: 'claim', id: 'p9' }, 'text');
    await opened;
    expect(ids()).to.include('p9').and.not.include('g4');
  });

  it('opens a large map folded, every claim in a card or a pile, and opens it all on request', async () => {
    const records = grownRecords(90, 1);
    const { pane, canvas } = await open(records, 'map');
    const count = (): number =>
      canvas.placed?.elements.nodes.filter((node) => node.kind !== 'joint').length ?? 0;
    const piled = canvas.placed?.elements.nodes.reduce(
      (sum, node) => sum + (node.kind === 'folded' ? node.count : node.kind === 'card' ? 1 : 0),
      0,
    );
    expect(piled).to.equal(90);
    expect(count()).to.be.lessThan(45);
    const drawn = oneEvent(pane, 'map-drawn');
    press(pane, 'Fold groups');
    await drawn;
    expect(count()).to.equal(90);
  });

  it('turns the map', async () => {
    const { pane, canvas } = await open(sampleRecords, 'map');
    const drawn = oneEvent(pane, 'map-drawn');
    press(pane, 'More map tools');
    await pane.querySelector('map-menu')?.updateComplete;
    press(pane, 'Draw from left to right');
    await drawn;
    const [conclusion, premise] = [
      canvas.placed?.layout.nodes.get('c1'),
      canvas.placed?.layout.nodes.get('i1'),
    ];
    expect(conclusion?.x).to.be.greaterThan(premise?.x ?? Infinity);
  });

  it('is one stop for Tab, arrows inside the toolbar', async () => {
    const { pane } = await open(sampleRecords, 'map');
    const buttons = [...pane.querySelectorAll<HTMLButtonElement>('[role=toolbar] button')];
    expect(buttons.filter((button) => button.tabIndex === 0)).to.have.length(1);
    buttons[0]?.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(document.activeElement === buttons[1]).to.equal(true);
    await sendKeys({ press: 'End' });
    expect(document.activeElement?.ariaLabel).to.equal('Export');
  });

  it('says what to do while there are no claims, and draws the first one that comes', async () => {
    const { pane, store, canvas } = await open([], 'map');
    expect(canvas.textContent).to.contain('No claims yet').and.contain('press Claim');
    await expect(pane).to.be.accessible();
    const drawn = oneEvent(pane, 'map-drawn');
    const first = sampleRecords.find((record) => record.kind === 'claim');
    store.run(() => ({ label: 'Claim', put: first ? [{ ...first, group: null }] : [] }));
    await drawn;
    expect(canvas.placed?.elements.nodes[0]).to.include({ id: first?.id, isOwn: true });
    await canvas.updateComplete;
    expect(canvas.textContent).not.to.contain('No claims yet');
  });

  it('lets its maker take the export over', async () => {
    const { pane } = await open(sampleRecords, 'map');
    pane.addEventListener('export-request', (event) => event.preventDefault());
    press(pane, 'Export');
    expect(pane.querySelector('dialog')?.open).to.equal(false);
  });

  it('exports: a look before, then the file, with the map inside', async () => {
    const { pane } = await open(sampleRecords, 'map');
    press(pane, 'Export');
    await until(() => pane.querySelector<HTMLImageElement>('.map-preview img')?.naturalWidth);
    const dialog = pane.querySelector('dialog');
    expect(dialog?.open).to.equal(true);
    await expect(dialog).to.be.accessible();
    const saved: HTMLAnchorElement[] = [];
    // The link that saves is never in the page, so its click is caught where links are made.
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        saved.push(this);
      },
    });
    try {
      press(pane, 'Download');
      await until(() => saved.length > 0);
    } finally {
      // Its own `click` hid that of all elements.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(saved[0]?.download).to.equal('sample-map.png');
    const file = new Uint8Array(await (await fetch(saved[0]?.href ?? '')).arrayBuffer());
    const { records } = readPngNotebook(file) as { records: readonly NotebookRecord[] };
    expect(records.map((record) => record.id)).to.have.members(sampleRecords.map((record) => record.id));
    await until(() => pane.querySelector('.map-export-note')?.textContent === 'Saved sample-map.png.');
  });
});
