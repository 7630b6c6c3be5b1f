/** What one looks at: claims that come into view when they are drawn, panes that change size, the wheel. */
import { aTimeout, expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { View } from '../../src/map/ink.ts';
import { wheelFactor } from '../../src/map/wheel.ts';
import { grownRecords } from './grown.ts';
import { open, type Open } from './opened.ts';
import { claim, sampleRecords, step } from './sample.ts';

function viewOf({ canvas }: Open): View {
  const view = canvas.view();
  if (!view) throw new Error('Nothing is drawn.');
  return view;
}

/** True where all of a claim's card shows. */
function shows(opened: Open, id: string): boolean {
  const box = opened.canvas.placed?.layout.nodes.get(id);
  const { x, y, width, height } = viewOf(opened);
  return (
    box !== undefined &&
    box.x - box.width / 2 >= x &&
    box.x + box.width / 2 <= x + width &&
    box.y - box.height / 2 >= y &&
    box.y + box.height / 2 <= y + height
  );
}

const showsAll = (opened: Open): boolean =>
  [...(opened.canvas.placed?.layout.nodes.keys() ?? [])].every((id) => shows(opened, id));

async function resize(opened: Open, width: number, height = 600): Promise<void> {
  opened.frame.style.width = `${width}px`;
  opened.frame.style.height = `${height}px`;
  await aTimeout(100);
}

describe('what the map shows', () => {
  it('brings a claim into view that is revealed before it is drawn', async () => {
    const opened = await open(sampleRecords, 'map');
    const { store, pane, canvas } = opened;
    for (let press = 0; press < 6; press += 1) canvas.zoomBy(1.3);
    const drawn = oneEvent(pane, 'map-drawn');
    store.run(() => ({ label: 'Claim', put: [claim('new', 'premise', 'One more.', [1], null)] }));
    store.reveal({ kind: 'claim', id: 'new' }, 'text');
    await drawn;
    expect(shows(opened, 'new')).to.equal(true);
  });

  it('brings it into view among many, with a step of its own', async () => {
    const opened = await open(grownRecords(60, 2), 'map');
    const drawn = oneEvent(opened.pane, 'map-drawn');
    opened.store.run(() => ({
      label: 'Claim',
      put: [claim('new', 'premise', 'One more.', [1], null), step('snew', ['new'], 'c40')],
    }));
    opened.store.reveal({ kind: 'claim', id: 'new' }, 'text');
    await drawn;
    await waitUntil(() => shows(opened, 'new'));
  });

  it('fits again when the pane is resized while the whole map was fitted', async () => {
    const opened = await open(sampleRecords, 'map');
    opened.canvas.fit();
    expect(showsAll(opened)).to.equal(true);
    await resize(opened, 420);
    expect(showsAll(opened)).to.equal(true);
    opened.pane.view = 'both';
    await aTimeout(100);
    expect(showsAll(opened)).to.equal(true);
    await resize(opened, 760);
    opened.pane.view = 'map';
    await aTimeout(100);
    expect(showsAll(opened)).to.equal(true);
  });

  it('keeps the focused claim in view, else the middle, when the pane is resized', async () => {
    const opened = await open(sampleRecords, 'map');
    await resize(opened, 780);
    opened.canvas.zoomBy(2);
    const before = viewOf(opened);
    await resize(opened, 500);
    const after = viewOf(opened);
    expect(after.zoom).to.equal(before.zoom);
    expect(after.x + after.width / 2).to.be.closeTo(before.x + before.width / 2, 1);
    opened.store.reveal({ kind: 'claim', id: 'i1' }, 'text');
    await opened.canvas.updateComplete;
    for (const width of [700, 400, 640, 320]) {
      await resize(opened, width);
      expect(shows(opened, 'i1'), `at ${width} px`).to.equal(true);
    }
  });

  it('is in place when it is drawn out of sight and shown later', async () => {
    const opened = await open(sampleRecords, 'outline');
    opened.pane.view = 'map';
    await aTimeout(100);
    expect(showsAll(opened)).to.equal(true);
    opened.canvas.zoomBy(2.5);
    opened.pane.view = 'outline';
    await aTimeout(100);
    opened.store.reveal({ kind: 'claim', id: 'p10' }, 'text');
    await opened.canvas.updateComplete;
    opened.pane.view = 'map';
    await aTimeout(100);
    expect(shows(opened, 'p10')).to.equal(true);
  });

  it('zooms by the wheel around the pointer, a notch at a time', async () => {
    const opened = await open(sampleRecords, 'map');
    const stage = opened.canvas.querySelector('.map-stage');
    const { left, top } = stage?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const before = viewOf(opened);
    const at = { x: before.x + 100 / before.zoom, y: before.y + 80 / before.zoom };
    const wheel = { deltaY: -100, clientX: left + 100, clientY: top + 80, bubbles: true, cancelable: true };
    const event = new WheelEvent('wheel', wheel);
    stage?.firstElementChild?.dispatchEvent(event);
    const after = viewOf(opened);
    expect(event.defaultPrevented).to.equal(true);
    expect(after.zoom / before.zoom).to.be.closeTo(1.27, 0.01);
    expect(after.x + 100 / after.zoom).to.be.closeTo(at.x, 0.5);
    expect(after.y + 80 / after.zoom).to.be.closeTo(at.y, 0.5);
  });

  it('takes lines, pixels and pinches alike, and never leaps', () => {
    const factor = (init: WheelEventInit): number => wheelFactor(new WheelEvent('wheel', init));
    expect(factor({ deltaY: 3, deltaMode: 1 })).to.be.closeTo(factor({ deltaY: 99 }), 0.001);
    expect(factor({ deltaY: -2, ctrlKey: true })).to.be.closeTo(1.02, 0.001);
    expect(factor({ deltaY: -9000 })).to.be.closeTo(1.35, 0.001);
    expect(factor({ deltaY: 50 }) * factor({ deltaY: -50 })).to.be.closeTo(1, 0.001);
  });
});
