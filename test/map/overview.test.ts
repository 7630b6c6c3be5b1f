/** The overview in the corner: where a view lies on it, what is said of it, and that one goes by it. */
import { expect, waitUntil } from '@open-wc/testing';
import type { View } from '../../src/map/ink.ts';
import { frameOf, overviewOf, pointAt, shareWords, showsAll } from '../../src/map/overview.ts';
import { grownArgument, grownRecords, seeded } from './grown.ts';
import { place } from './drawings.ts';
import { open, type Open } from './opened.ts';
import { sampleRecords } from './sample.ts';

const room = { width: 176, height: 120 };
const view = (x: number, y: number, width: number, height: number): View => ({
  x,
  y,
  width,
  height,
  zoom: 1,
});

describe('the overview', () => {
  it('holds all of a map in its room, and leads from each of its points back to the map', async () => {
    const { layout } = await place(grownArgument(60, 3));
    const overview = overviewOf(layout, room);
    expect(overview.width).to.be.at.most(room.width);
    expect(overview.height).to.be.at.most(room.height);
    const random = seeded(7);
    for (let trial = 0; trial < 50; trial += 1) {
      const [x, y] = [random() * layout.width, random() * layout.height];
      const on = { x: overview.origin.x + x * overview.scale, y: overview.origin.y + y * overview.scale };
      expect(pointAt(overview, on).x).to.be.closeTo(x, 0.001);
      expect(pointAt(overview, on).y).to.be.closeTo(y, 0.001);
      const frame = frameOf(overview, view(x - 50, y - 50, 100, 100));
      expect(frame.x + frame.width).to.be.at.most(overview.width);
      expect(frame.y + frame.height).to.be.at.most(overview.height);
      expect(on.x).to.be.within(frame.x, frame.x + frame.width);
    }
  });

  it('keeps a height that can be hit where the map is a long strip', () => {
    const strip = {
      left: 0,
      top: 0,
      width: 70_000,
      height: 300,
      nodes: new Map(),
      links: new Map(),
      groups: new Map(),
    };
    expect(overviewOf(strip, room).height).to.be.at.least(24);
  });

  it('says how much shows, and where', () => {
    const layout = {
      left: 0,
      top: 0,
      width: 1000,
      height: 1000,
      nodes: new Map(),
      links: new Map(),
      groups: new Map(),
    };
    expect(shareWords(layout, view(0, 0, 300, 400))).to.equal('12 % of the map shows, at its upper left');
    expect(shareWords(layout, view(700, 350, 300, 300))).to.equal('9 % of the map shows, at its right');
    expect(shareWords(layout, view(450, 450, 100, 100))).to.equal('1 % of the map shows, at its middle');
  });
});

const minimap = ({ pane }: Open): HTMLElement => {
  const found = pane.querySelector('map-minimap');
  if (!found) throw new Error('There is no overview.');
  return found;
};

const middle = ({ canvas }: Open): { x: number; y: number } => {
  const { x, y, width, height } = canvas.view() ?? view(0, 0, 0, 0);
  return { x: x + width / 2, y: y + height / 2 };
};

describe('<map-minimap>', () => {
  it('is hidden while all of the map shows, and there as soon as a part does not', async () => {
    const opened = await open(sampleRecords, 'map');
    const { canvas } = opened;
    canvas.fit();
    await waitUntil(() => minimap(opened).hidden);
    canvas.zoomBy(4);
    await waitUntil(() => !minimap(opened).hidden);
    const placed = canvas.placed;
    const seen = canvas.view();
    expect(placed && seen && showsAll(placed.layout, seen)).to.equal(false);
    await waitUntil(() => minimap(opened).innerHTML.includes('% of the map shows'));
    await expect(opened.pane).to.be.accessible();
  });

  it('leads to where it is pressed, and along with the pointer', async () => {
    const opened = await open(grownRecords(40, 2), 'map');
    const { canvas } = opened;
    canvas.zoomBy(4);
    await waitUntil(() => !minimap(opened).hidden);
    const drawn = minimap(opened).querySelector('canvas');
    const layout = canvas.placed?.layout;
    if (!drawn || !layout) throw new Error('Nothing is drawn.');
    const box = drawn.getBoundingClientRect();
    const overview = overviewOf(layout, room);
    const press = (type: string, x: number, y: number): boolean =>
      minimap(opened)
        .querySelector('.map-overview')
        ?.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            cancelable: true,
            pointerId: 1,
            clientX: box.left + x,
            clientY: box.top + y,
          }),
        ) ?? false;
    // A pointer that does not exist cannot be held.
    Element.prototype.setPointerCapture = () => undefined;
    for (const [type, x, y] of [
      ['pointerdown', 30, 20],
      ['pointermove', 90, 40],
    ] as const) {
      press(type, x, y);
      const wanted = pointAt(overview, { x, y });
      expect(middle(opened).x).to.be.closeTo(wanted.x, 1);
      expect(middle(opened).y).to.be.closeTo(wanted.y, 1);
    }
    press('pointerup', 90, 40);
    const before = middle(opened);
    press('pointermove', 10, 10);
    expect(middle(opened)).to.deep.equal(before);
  });

  it('is not there where the reader does not like it', async () => {
    const opened = await open(sampleRecords, 'map');
    opened.pane.habits = { ...opened.pane.habits, minimap: false };
    await opened.pane.updateComplete;
    expect(opened.pane.querySelector('map-minimap')).to.equal(null);
  });
});
