/** `<note-bar>`: what one can do with selected words of a note, by button and by key, and without single keys; with axe. */
import { expect, fixture, html } from '@open-wc/testing';
import { noteWords } from '../../src/desk/note-words.ts';
import { annotationsIn } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import '../../src/margin/note-bar.ts';
import type { NoteBar } from '../../src/margin/note-bar.ts';
import '../../src/margin/note-words.ts';
import { colours } from '../../src/model/colours.ts';
import { press } from '../reader/pane.ts';
import { deskOn } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';
import { button, only, settled, until } from '../support/settle.ts';
import { announced } from './cards.ts';

const sample = paper(p('It is so', note('1', 'See Noam, p. 3.'), '.'));

interface Open {
  readonly bar: NoteBar;
  readonly store: Store;
}

/** A note with “Noam” selected, and the bar beside it. */
async function open(hasKeys = true): Promise<Open> {
  const { store } = deskOn(sample.paper);
  const [words] = noteWords(store.desk, 'fn1');
  const scene = await fixture<HTMLElement>(
    html`<div>
      <note-words .words=${words ?? null} label="Words of note 1"></note-words>
      <note-bar .store=${store} .hasKeys=${hasKeys}></note-bar>
    </div>`,
  );
  const element = only(scene, 'note-words');
  element.focus();
  const text = await until(() => element.firstChild);
  getSelection()?.setBaseAndExtent(text, 4, text, 8);
  const bar = only<NoteBar>(scene, 'note-bar');
  await until(() => bar.querySelector('[role=toolbar]'));
  return { bar, store };
}

const marks = (store: Store) =>
  annotationsIn(store.desk, 'fn1').map(({ targets, colour }) => [targets[0]?.exact, colour]);

describe('the toolbar of selected words of a note', () => {
  it('shows its keys; axe finds nothing', async () => {
    const { bar } = await open();
    expect(button(bar, 'Highlight').title).to.equal('Highlight (H)');
    expect(button(bar, 'Note').getAttribute('aria-keyshortcuts')).to.equal('N');
    await expect(bar).to.be.accessible();
  });

  for (const [key, colour] of [
    ['h', colours[0]],
    ['n', colours[0]],
    ['2', colours[1]],
  ] as const) {
    it(`marks the words with ${key}`, async () => {
      const { store } = await open();
      await press(key);
      expect(marks(store)).to.deep.equal([['Noam', colour?.key]]);
    });
  }

  it('marks the words by its button, and says so', async () => {
    const { bar, store } = await open();
    const heard = announced(bar);
    button(bar, 'Highlight').click();
    expect(marks(store)).to.deep.equal([['Noam', colours[0]?.key]]);
    expect(heard).to.deep.equal([{ words: 'Highlighted', offer: 'undo' }]);
  });

  it('where single keys are off shows none and obeys none, and its buttons do all the same', async () => {
    const { bar, store } = await open(false);
    expect(button(bar, 'Highlight').title).to.equal('Highlight');
    expect(bar.querySelector('[aria-keyshortcuts]')).to.equal(null);
    for (const key of ['h', 'n', '1', '8']) await press(key);
    expect(marks(store)).to.deep.equal([]);
    await press('Tab');
    expect(document.activeElement).to.equal(button(bar, 'Highlight'));
    button(bar, 'Highlight').click();
    await settled(bar);
    expect(marks(store)).to.have.length(1);
  });
});
