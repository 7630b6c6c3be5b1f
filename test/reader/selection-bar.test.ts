/** `<selection-bar>`: its single keys, and that without them its buttons do all the same. */
import { expect, fixture, html } from '@open-wc/testing';
import type { Store } from '../../src/desk/store.ts';
import '../../src/reader/selection-bar.ts';
import type { SelectionBar } from '../../src/reader/selection-bar.ts';
import { p, paper } from '../support/paper.ts';
import { button, settled, until } from '../support/settle.ts';
import { openPane, press } from './pane.ts';

const sample = paper(p('Words that <a>are selected<b> here.'));

interface Open {
  readonly bar: SelectionBar;
  readonly store: Store;
}

async function open(hasKeys: boolean): Promise<Open> {
  const { pane, view, store } = await openPane(sample.paper);
  const bar = await fixture<SelectionBar>(
    html`<selection-bar .store=${store} .view=${view} .hasKeys=${hasKeys}></selection-bar>`,
  );
  const { start, end } = sample.range('a', 'b');
  pane.focusAt(start);
  for (let at = start; at < end; at += 1) await press('ArrowRight', 'Shift');
  await until(() => store.desk.session.selection);
  await settled(bar);
  return { bar, store };
}

const made = (store: Store): string[] =>
  [...store.desk.layers.at(-1)!.records.values()].map((one) => one.kind);

describe('the toolbar of the selection', () => {
  for (const [key, kind] of [
    ['h', 'annotation'],
    ['n', 'annotation'],
    ['c', 'claim'],
    ['3', 'annotation'],
  ] as const) {
    it(`makes a record of the kind ${kind} with ${key}; where single keys are off it does not`, async () => {
      const { bar, store } = await open(true);
      expect(bar.querySelectorAll('[aria-keyshortcuts]')).to.have.length(4);
      await press(key);
      expect(made(store)).to.deep.equal([kind]);
      const other = await open(false);
      await press(key);
      expect(made(other.store)).to.deep.equal([]);
    });
  }

  it('without single keys shows none, is reached with Tab, and its buttons do all the same', async () => {
    const { bar, store } = await open(false);
    expect(bar.querySelector('[aria-keyshortcuts]')).to.equal(null);
    expect(button(bar, 'Highlight').title).to.equal('Highlight');
    await press('Tab');
    expect(document.activeElement).to.equal(button(bar, 'Highlight'));
    button(bar, 'Claim').click();
    expect(made(store)).to.deep.equal(['claim']);
  });

  it('marks a question, to be written at once, and a bookmark, which is one already', async () => {
    for (const [words, motivation, isWritten] of [
      ['Ask about it', 'questioning', true],
      ['Bookmark', 'bookmarking', false],
    ] as const) {
      const { bar, store } = await open(true);
      expect(button(bar, words).title).to.match(/ \([UB]\)$/u);
      button(bar, words).click();
      const [mark] = [...store.desk.layers.at(-1)!.records.values()];
      expect(mark).to.deep.include({ kind: 'annotation', motivation, body: '' });
      expect(store.desk.session.editing).to.equal(isWritten ? mark?.id : null);
      expect(store.desk.session.selection).to.equal(null);
    }
  });
});
