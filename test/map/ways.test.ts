/** The ways through the map, on a real canvas: neighbourhoods as maps of their own, back and forward, what is remembered. */
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MapHabitsChosen, MapStood } from '../../src/map/map-habits.ts';
import type { Store } from '../../src/desk/store.ts';
import { MapWays } from '../../src/map/map-ways.ts';
import { storeOf } from './desk-of.ts';
import { grownRecords } from './grown.ts';
import { open, type Open } from './opened.ts';
import { claim, sampleRecords, step } from './sample.ts';

const cards = ({ canvas }: Open): string[] =>
  (canvas.placed?.elements.nodes ?? []).flatMap((node) => (node.kind === 'card' ? [node.id] : []));

const stage = ({ canvas }: Open): HTMLElement => {
  const found = canvas.querySelector<HTMLElement>('.map-stage');
  if (!found) throw new Error('The canvas has no stage.');
  return found;
};

const focusOn = async ({ store, canvas }: Open, id: string): Promise<void> => {
  store.setSession({ focus: { kind: 'claim', id } });
  await canvas.updateComplete;
};

/** Presses a key, held ones first: `Alt+ArrowLeft`. */
async function press(keys: string): Promise<void> {
  const held = keys.split('+').slice(0, -1);
  for (const down of held) await sendKeys({ down });
  await sendKeys({ press: keys.split('+').at(-1) ?? '' });
  for (const up of held) await sendKeys({ up });
}

/** Presses a key on the canvas and waits for another picture. */
async function drawnBy(opened: Open, key: string): Promise<void> {
  stage(opened).focus();
  const drawn = oneEvent(opened.pane, 'map-drawn');
  await press(key);
  await drawn;
}

const text = ({ pane }: Open, selector: string): string =>
  pane.querySelector(selector)?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

describe('a neighbourhood', () => {
  it('is drawn as a map of its own, reaches further by key, and is left with Escape', async () => {
    const opened = await open(sampleRecords, 'map');
    await focusOn(opened, 'i2');
    await drawnBy(opened, 'n');
    expect(cards(opened)).to.have.members(['i2', 'c1', 'p9', 'p10', 'p13', 'p14']);
    expect(text(opened, '.near-count')).to.equal('1 step');
    expect(text(opened, '.near-share')).to.equal('6 of 27 claims');
    await drawnBy(opened, '>');
    expect(cards(opened)).to.include.members(['d1', 'i1', 'i3', 'c2']).and.not.include('p6');
    expect(text(opened, '.near-count')).to.equal('2 steps');
    await drawnBy(opened, '1');
    expect(cards(opened)).to.have.length(6);
    await drawnBy(opened, 'Escape');
    expect(cards(opened)).to.have.length(27);
    expect(opened.pane.querySelector('.near-strip')).to.equal(null);
  });

  it('goes along attacks alone, by the strip, and has nothing for axe to find', async () => {
    const opened = await open(sampleRecords, 'map');
    await focusOn(opened, 'i2');
    await drawnBy(opened, 'n');
    const select = opened.pane.querySelector<HTMLSelectElement>('.near-along select');
    if (!select) throw new Error('The strip has no choice.');
    select.value = 'attacks';
    const drawn = oneEvent(opened.pane, 'map-drawn');
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn;
    expect(cards(opened)).to.have.members(['i2', 'p13', 'p14']);
    await expect(opened.pane).to.be.accessible();
  });

  it('stays while one walks in it, and goes along to a claim outside that another face reveals', async () => {
    const opened = await open(sampleRecords, 'map');
    await focusOn(opened, 'i2');
    await drawnBy(opened, 'n');
    const before = opened.canvas.placed;
    await sendKeys({ press: 'ArrowUp' });
    await opened.pane.updateComplete;
    expect(opened.store.desk.session.focus?.id).to.equal('c1');
    expect(opened.canvas.placed, 'walking draws nothing anew').to.equal(before);
    const drawn = oneEvent(opened.pane, 'map-drawn');
    opened.store.reveal({ kind: 'claim', id: 'p6' }, 'text');
    await drawn;
    expect(cards(opened)).to.have.members(['p6', 'd3']);
  });

  it('shows all of a small part of a large map, open, where the whole map opens folded', async () => {
    const opened = await open(grownRecords(90, 3), 'map');
    await focusOn(opened, 'c17');
    await drawnBy(opened, 'n');
    expect(cards(opened)).to.include('c17');
    expect(opened.canvas.placed?.elements.nodes.some((node) => node.kind === 'folded')).to.equal(false);
  });

  it('has its switch in the toolbar, off while nothing is focused', async () => {
    const opened = await open(sampleRecords, 'map');
    const button = (): Element | null =>
      opened.pane.querySelector('[aria-label="Only the neighbourhood"].map-tool');
    expect(button()?.getAttribute('aria-disabled')).to.equal('true');
    await focusOn(opened, 'i2');
    await opened.pane.updateComplete;
    expect(button()?.getAttribute('aria-disabled')).to.equal('false');
    await drawnBy(opened, 'n');
    expect(button()?.getAttribute('aria-pressed')).to.equal('true');
  });
});

describe('back and forward on the map', () => {
  it('lead through claims and neighbourhoods, and leave the browser’s history alone', async () => {
    const opened = await open(sampleRecords, 'map');
    const { store } = opened;
    const entries = history.length;
    store.reveal({ kind: 'claim', id: 'i1' }, 'text');
    store.reveal({ kind: 'claim', id: 'i2' }, 'text');
    await opened.canvas.updateComplete;
    await drawnBy(opened, 'n');
    await drawnBy(opened, 'Alt+ArrowLeft');
    expect(cards(opened), 'the whole map again').to.have.length(27);
    expect(store.desk.session.focus?.id).to.equal('i2');
    await press('Alt+ArrowLeft');
    expect(store.desk.session.focus?.id).to.equal('i1');
    await press('Alt+ArrowRight');
    expect(store.desk.session.focus?.id).to.equal('i2');
    await drawnBy(opened, 'Alt+ArrowRight');
    expect(cards(opened)).to.have.length(6);
    expect(history.length).to.equal(entries);
  });

  it('have buttons that are off where there is nothing to go to', async () => {
    const opened = await open(sampleRecords, 'map');
    const off = (name: string): string | null | undefined =>
      opened.pane.querySelector(`.map-tool[aria-label="${name}"]`)?.getAttribute('aria-disabled');
    opened.store.reveal({ kind: 'claim', id: 'i1' }, 'text');
    await opened.pane.updateComplete;
    expect([off('Back to what I looked at'), off('Forward again')]).to.deep.equal(['true', 'true']);
    opened.store.reveal({ kind: 'claim', id: 'i2' }, 'text');
    await opened.pane.updateComplete;
    expect([off('Back to what I looked at'), off('Forward again')]).to.deep.equal(['false', 'true']);
  });
});

describe('an argument too large to be drawn as a whole', () => {
  const records = Array.from({ length: 5200 }, (_, at) => [
    claim(`c${at}`, at === 0 ? 'conclusion' : 'premise', `Claim ${at}.`),
    ...(at > 0 ? [step(`s${at}`, [`c${at}`], `c${Math.floor((at - 1) / 3)}`)] : []),
  ]).flat();
  const ways = (): { ways: MapWays; store: Store } => {
    const store = storeOf(records);
    const host = {
      store,
      habits: { steps: 2, along: 'both' } as const,
      bring: () => undefined,
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    return { ways: new MapWays(host), store };
  };

  it('shows the nearest to the conclusion, and never all of it', () => {
    const { ways: large } = ways();
    expect(large.near).to.deep.equal({ centre: 'c0', steps: 'all', along: 'both' });
    expect([...(large.claims ?? [])].slice(0, 4)).to.deep.equal(['c0', 'c1', 'c2', 'c3']);
    expect(large.claims?.size).to.equal(600);
    expect(large.claims, 'asked again').to.equal(large.claims);
    large.show(null);
    expect(large.claims?.size).to.equal(600);
  });

  it('shows any other neighbourhood like that of a small one', () => {
    const { ways: large } = ways();
    large.show({ centre: 'c100', steps: 1 });
    expect([...(large.claims ?? [])]).to.have.members(['c100', 'c33', 'c301', 'c302', 'c303']);
  });
});

describe('the view of the map', () => {
  it('is moved by Ctrl and the arrows, without moving the reader', async () => {
    const opened = await open(sampleRecords, 'map');
    await focusOn(opened, 'i2');
    stage(opened).focus();
    const before = opened.canvas.view();
    await press('Control+ArrowRight');
    const after = opened.canvas.view();
    expect(after?.x).to.be.closeTo((before?.x ?? NaN) + (before?.width ?? NaN) / 4, 0.5);
    expect(after?.y).to.be.closeTo(before?.y ?? NaN, 0.5);
    expect(opened.store.desk.session.focus?.id).to.equal('i2');
  });

  it('tells at rest where it stands, and opens there again, even where claims have come since', async () => {
    const opened = await open(sampleRecords, 'map');
    const told = oneEvent<MapStood>(opened.pane, 'map-stood');
    opened.canvas.canvas?.viewpoint?.centreOn(opened.canvas.placed?.layout.nodes.get('p6') ?? { x: 0, y: 0 });
    opened.canvas.zoomBy(1.7);
    const { place, folded } = await told;
    expect(place?.at).to.equal('p6');
    expect(folded, 'nobody folded anything').to.equal(null);
    const zoom = opened.canvas.view()?.zoom ?? NaN;
    opened.frame.remove();

    const again = await open([...sampleRecords].slice(0, -1), 'map', { place });
    const {
      x,
      y,
      width,
      height,
      zoom: zoomed,
    } = again.canvas.view() ?? { x: 0, y: 0, width: 0, height: 0, zoom: 0 };
    const box = again.canvas.placed?.layout.nodes.get('p6');
    expect(zoomed).to.be.closeTo(zoom, 0.001);
    expect(x + width / 2).to.be.closeTo((box?.x ?? NaN) + (place?.x ?? NaN), 0.5);
    expect(y + height / 2).to.be.closeTo((box?.y ?? NaN) + (place?.y ?? NaN), 0.5);
  });

  it('opens as a new one does where what it stood at is gone', async () => {
    const fresh = await open(sampleRecords, 'map');
    const expected = fresh.canvas.view();
    fresh.frame.remove();
    const opened = await open(sampleRecords, 'map', { place: { zoom: 2, at: 'gone', x: 5, y: 5 } });
    expect(opened.canvas.view()).to.deep.equal(expected);
  });

  it('tells how the reader set it: which twin, which way, how far a neighbourhood reaches', async () => {
    const opened = await open(sampleRecords, 'map');
    const told: MapHabitsChosen['habits'][] = [];
    opened.pane.addEventListener('map-habits-chosen', ({ habits }) => told.push(habits));
    await focusOn(opened, 'i2');
    await drawnBy(opened, '3');
    const views = [...opened.pane.querySelectorAll<HTMLButtonElement>('.map-views button')];
    views.find((button) => button.textContent?.trim() === 'Both')?.click();
    await waitUntil(() => told.length === 2);
    expect(told[1]).to.include({ view: 'both', direction: 'up', steps: 3, along: 'both', minimap: true });
  });
});
