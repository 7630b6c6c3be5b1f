/** The toolbar of a selection: beside the words, on the side where there is room, wherever they are. */
import { expect } from '@open-wc/testing';
import { barPlace } from '../../src/reader/bar-place.ts';

const frame = { left: 0, top: 0, width: 360, height: 700 };
const bar = { width: 300, height: 80 };
const words = (top: number, bottom: number, middle = 180) => ({ top, bottom, middle });

describe('the place of the selection’s toolbar', () => {
  it('is above the words for a mouse, and below them where there is no room above', () => {
    expect(barPlace(words(300, 320), bar, frame, 'fine').top).to.equal(212);
    expect(barPlace(words(100, 120), bar, frame, 'fine').top).to.equal(128);
  });

  it('is below the words and their handles for a finger, and above them at the foot of the screen', () => {
    expect(barPlace(words(300, 320), bar, frame, 'coarse').top).to.equal(348);
    expect(barPlace(words(620, 640), bar, frame, 'coarse').top).to.equal(524);
  });

  it('is in what shows of the page where a reader has zoomed in', () => {
    const near = { left: 100, top: 200, width: 330, height: 350 };
    expect(barPlace(words(300, 320), bar, near, 'coarse')).to.deep.equal({ left: 108, top: 348 });
    expect(barPlace(words(450, 470), bar, near, 'coarse').top).to.equal(354);
  });

  it('never covers the words unless they fill the frame, and never leaves the frame', () => {
    for (const pointer of ['fine', 'coarse'] as const) {
      for (let top = 0; top < 700; top += 7) {
        for (const height of [20, 90, 300, 480, 690]) {
          for (const middle of [0, 180, 360]) {
            const bottom = Math.min(700, top + height);
            const at = barPlace(words(top, bottom, middle), bar, frame, pointer);
            expect(
              at.left >= 0 && at.left + bar.width <= 360 && at.top >= 0 && at.top + bar.height <= 700,
            ).to.equal(true);
            const covers = at.top < bottom && at.top + bar.height > top;
            // What must be free on one side: the bar itself, the rim, and the room for handles or the app's own bar.
            const hasRoom = top >= 80 + 56 + 16 || 700 - bottom >= 80 + 8 + 28;
            expect(covers && hasRoom && bottom > 28, `${pointer} ${top}–${bottom}`).to.equal(false);
          }
        }
      }
    }
  });
});
