/** `<split-handle>`: moved by keys and by dragging, within its limits, and telling of it. */
import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import '../../src/ui/split-handle.ts';
import type { SplitHandle, SplitMoved } from '../../src/ui/split-handle.ts';
import { press } from '../reader/pane.ts';
import { only, settled } from '../support/settle.ts';

interface Open {
  readonly handle: SplitHandle;
  readonly grip: HTMLElement;
  readonly frame: HTMLElement;
  readonly moves: { share: number; final: boolean }[];
}

async function open(share = 0.4): Promise<Open> {
  const frame = await fixture<HTMLElement>(html`<div><split-handle .share=${share}></split-handle></div>`);
  Object.assign(frame.style, {
    position: 'fixed',
    left: '100px',
    top: '50px',
    width: '500px',
    height: '80px',
    display: 'flex',
  });
  const handle = only<SplitHandle>(frame, 'split-handle');
  const grip = only(handle, '[role=separator]');
  Object.assign(grip.style, { width: '10px', height: '80px' });
  const moves: { share: number; final: boolean }[] = [];
  handle.addEventListener('split-moved', ({ share: to, final }: SplitMoved) =>
    moves.push({ share: to, final }),
  );
  return { handle, grip, frame, moves };
}

const value = (grip: Element): number => Number(grip.getAttribute('aria-valuenow'));

describe('the handle at the keyboard', () => {
  const steps: readonly (readonly [string, string[], number])[] = [
    ['ArrowLeft', [], 0.42],
    ['ArrowRight', [], 0.38],
    ['ArrowLeft', ['Shift'], 0.5],
    ['ArrowRight', ['Shift'], 0.3],
    ['Home', [], 0.75],
    ['End', [], 0.2],
  ];
  for (const [key, held, share] of steps) {
    it(`goes to ${share} with ${[...held, key].join('+')}, at once for good`, async () => {
      const { grip, handle, moves } = await open();
      grip.focus();
      await press(key, ...held);
      expect(moves).to.have.length(1);
      expect(moves[0]?.share).to.be.closeTo(share, 1e-9);
      expect(moves[0]?.final).to.equal(true);
      await settled(handle);
      expect(value(grip)).to.equal(Math.round(share * 100));
    });
  }

  it('stays within its limits', async () => {
    const { grip, handle } = await open(0.74);
    grip.focus();
    await press('ArrowLeft', 'Shift');
    expect(handle.share).to.equal(0.75);
    for (let step = 0; step < 8; step += 1) await press('ArrowRight', 'Shift');
    expect(handle.share).to.equal(0.2);
  });

  it('leaves other keys to the page', async () => {
    const { grip, moves } = await open();
    const event = new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true });
    grip.dispatchEvent(event);
    expect([event.defaultPrevented, moves]).to.deep.equal([false, []]);
  });
});

afterEach(() => resetMouse());

describe('the handle under the pointer', () => {
  it('follows a drag, tells of each move, and once that it rests', async () => {
    const { grip, moves } = await open();
    const { left, top } = grip.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left) + 4, Math.round(top) + 20] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [350, 70] });
    await sendMouse({ type: 'move', position: [400, 300] });
    expect(moves.at(-1)).to.deep.equal({ share: 0.4, final: false });
    await sendMouse({ type: 'up' });
    expect(moves.map(({ share, final }) => [share, final])).to.deep.equal([
      [0.5, false],
      [0.4, false],
      [0.4, true],
    ]);
    await sendMouse({ type: 'move', position: [200, 70] });
    expect(moves).to.have.length(3);
    expect(document.activeElement).to.equal(grip);
  });

  it('tells once that it rests, in every further drag too', async () => {
    const { grip, moves } = await open();
    for (const to of [300, 400]) {
      const { left, top } = grip.getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left) + 4, Math.round(top) + 20] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [to, 70] });
      await sendMouse({ type: 'up' });
    }
    expect(moves.map(({ share, final }) => [share, final])).to.deep.equal([
      [0.6, false],
      [0.6, true],
      [0.4, false],
      [0.4, true],
    ]);
  });
});

describe('the handle under the pointer, at its edges,', () => {
  it('stops at its limits', async () => {
    const { grip, handle } = await open();
    const { left, top } = grip.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left) + 4, Math.round(top) + 20] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [5, 70] });
    expect(handle.share).to.equal(0.75);
    await sendMouse({ type: 'move', position: [790, 70] });
    expect(handle.share).to.equal(0.2);
    await sendMouse({ type: 'up' });
  });

  it('does nothing with another button', async () => {
    const { grip, moves } = await open();
    grip.dispatchEvent(new PointerEvent('pointerdown', { button: 2, bubbles: true }));
    grip.dispatchEvent(new PointerEvent('pointermove', { clientX: 300, bubbles: true }));
    expect(moves).to.deep.equal([]);
  });

  it('goes back to where it started with a double click', async () => {
    const { grip, moves } = await open(0.7);
    grip.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(moves).to.deep.equal([{ share: 0.4, final: true }]);
  });
});

describe('the handle', () => {
  it('says what it is and where it stands', async () => {
    const { handle, grip } = await open(0.333);
    const said = [
      'aria-valuenow',
      'aria-valuemin',
      'aria-valuemax',
      'aria-valuetext',
      'aria-orientation',
      'aria-label',
    ];
    expect(said.map((name) => grip.getAttribute(name))).to.deep.equal([
      '33',
      '20',
      '75',
      '33 per cent',
      'vertical',
      'Width of the map',
    ]);
    await expect(handle).to.be.accessible();
  });
});
