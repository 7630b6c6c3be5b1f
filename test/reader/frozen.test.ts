/** The frozen text: one walks and selects in it by keyboard, and nothing that types, pastes, cuts or deletes changes it. */
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { note, p, page, paper, section } from '../support/paper.ts';
import { until } from '../support/settle.ts';
import { openPane, press, type OpenPane } from './pane.ts';

const sample = paper(
  section(
    'I.',
    'Title',
    p('<a>Some <b>words<c>', note('1'), ' go on.'),
    p('<d>The 😀 second <e>block', note('2'), '.<f>'),
  ),
  section('II.', 'End', p(page('2'), '<g>Last words.')),
);

let open: OpenPane;
beforeEach(async () => {
  open = await openPane(sample.paper);
});

const selection = () => open.store.desk.session.selection;
const selectedWords = (): string | null => {
  const range = selection();
  return range && sample.paper.text.slice(range.start, range.end);
};

describe('selecting by keyboard', () => {
  it('grows with Shift and the arrows, in code points', async () => {
    open.pane.focusAt(sample.at('b'));
    for (let step = 0; step < 5; step += 1) await press('ArrowRight', 'Shift');
    await until(() => selectedWords() === 'words');
    expect(selection()).to.deep.equal(sample.range('b', 'c'));
    await press('ArrowLeft', 'Shift');
    await until(() => selectedWords() === 'word');
    expect(selection()).to.deep.equal({ start: sample.at('b'), end: sample.at('c') - 1 });
  });

  it('goes over a marker', async () => {
    open.pane.focusAt(sample.at('b'));
    for (let step = 0; step < 12; step += 1) await press('ArrowRight', 'Shift');
    await until(() => (selection()?.end ?? 0) > sample.at('c') + 2);
    expect(selectedWords()).to.match(/^words go/u);
  });

  it('goes over a block’s end, down and back', async () => {
    open.pane.focusAt(sample.at('b'));
    await press('ArrowDown', 'Shift');
    await until(() => (selection()?.end ?? 0) > sample.at('d'));
    expect(selection()?.start).to.equal(sample.at('b'));
  });
});

describe('the caret of the text', () => {
  it('is where it was when a dialog that had the selection gives the focus back and goes', async () => {
    open.pane.focusAt(sample.at('b'));
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    const { view } = open;
    view.dom.focus();
    // The browser leaves the selection where it was last set, and a closed dialog takes that place away.
    getSelection()?.collapse(document.body, 0);
    field.remove();
    await until(() => view.dom.contains(getSelection()?.anchorNode ?? null));
    await press('ArrowRight', 'Shift');
    await until(() => selectedWords());
    expect(selection()).to.deep.equal({ start: sample.at('b'), end: sample.at('b') + 1 });
  });
});

describe('selecting by keyboard, in other ways,', () => {
  it('by word and to the end, and nothing is left after an arrow alone', async () => {
    open.pane.focusAt(sample.at('a'));
    await press('ArrowRight', 'Control', 'Shift');
    await until(() => selectedWords()?.trim() === 'Some');
    await press('ArrowRight');
    await until(() => selection() === null);
    expect(open.view.state.selection.empty).to.equal(true);
  });

  it('takes a sign outside the BMP as one', async () => {
    open.pane.focusAt(sample.at('d') + 4);
    await press('ArrowRight', 'Shift');
    await until(() => selection() !== null);
    expect(selectedWords()).to.equal('😀');
  });

  it('is left with Escape', async () => {
    open.pane.focusAt(sample.at('a'));
    await press('ArrowRight', 'Shift');
    await until(() => selection());
    await press('Escape');
    await until(() => selection() === null);
    expect(open.view.hasFocus()).to.equal(true);
  });
});

describe('the caret', () => {
  it('stands where it is told, and the text has the focus', () => {
    for (const tag of ['a', 'c', 'd', 'e', 'g']) {
      open.pane.focusAt(sample.at(tag));
      expect(sample.paper.text.toOffset(open.view.state.selection.from), tag).to.equal(sample.at(tag));
      expect(document.activeElement).to.equal(open.view.dom);
      expect(selection()).to.equal(null);
    }
  });
});

/** Does something to the text while a passage is selected, and fails where document or words are others afterwards. */
async function expectUnchanged(act: () => unknown): Promise<void> {
  const { doc } = open.view.state;
  const html = open.view.dom.innerHTML;
  const words = open.view.dom.textContent;
  open.pane.focusAt(sample.at('b'));
  await press('ArrowRight', 'Shift');
  await until(() => selection());
  await act();
  await nextFrame();
  await nextFrame();
  expect(open.view.dom.textContent).to.equal(words);
  expect(open.view.state.doc).to.equal(doc);
  expect(open.view.dom.innerHTML).to.equal(html);
}

const transfer = (): DataTransfer => {
  const data = new DataTransfer();
  data.setData('text/plain', 'pasted');
  data.setData('text/html', '<p>pasted<script>alert(1)</script></p>');
  return data;
};

describe('the text does not change', () => {
  it('by typing', () => expectUnchanged(() => sendKeys({ type: 'xyz zq' })));

  for (const key of ['Backspace', 'Delete', 'Enter']) {
    it(`by ${key}`, () => expectUnchanged(() => press(key)));
  }

  for (const key of ['x', 'v', 'b', 'i', 'z', 'y', 'Backspace', 'Delete', 'Enter']) {
    it(`by Control+${key}`, () => expectUnchanged(() => press(key, 'Control')));
  }
});

describe('the text does not change from outside', () => {
  it('by a paste with text and markup', () =>
    expectUnchanged(() => {
      const event = new ClipboardEvent('paste', {
        clipboardData: transfer(),
        bubbles: true,
        cancelable: true,
      });
      open.view.dom.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    }));

  it('by a cut', () =>
    expectUnchanged(() => {
      const event = new ClipboardEvent('cut', {
        clipboardData: new DataTransfer(),
        bubbles: true,
        cancelable: true,
      });
      open.view.dom.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    }));

  it('by a drop', () =>
    expectUnchanged(() => {
      const event = new DragEvent('drop', { dataTransfer: transfer(), bubbles: true, cancelable: true });
      open.view.dom.querySelector('p')?.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    }));
});

describe('the text does not change by what a browser can do', () => {
  for (const command of ['insertText', 'insertHTML', 'delete', 'bold', 'insertParagraph', 'formatBlock']) {
    it(`by the browser’s command ${command}`, () =>
      expectUnchanged(() => document.execCommand(command, false, command === 'formatBlock' ? 'h1' : 'zq')));
  }

  for (const inputType of [
    'insertText',
    'insertReplacementText',
    'insertFromYank',
    'deleteContentBackward',
    'historyUndo',
    'formatBold',
  ]) {
    it(`by input of the kind ${inputType}, from wherever it comes`, () =>
      expectUnchanged(() => {
        const event = new InputEvent('beforeinput', {
          inputType,
          data: 'zq',
          bubbles: true,
          cancelable: true,
        });
        open.view.dom.dispatchEvent(event);
        expect(event.defaultPrevented).to.equal(true);
      }));
  }

  it('where something else writes into its elements', () =>
    expectUnchanged(() => {
      const text = document.createTreeWalker(open.view.dom, NodeFilter.SHOW_TEXT).nextNode() as Text;
      text.data = 'written';
    }));
});

describe('copying', () => {
  it('is allowed', async () => {
    open.pane.focusAt(sample.at('b'));
    await press('ArrowRight', 'Shift');
    await until(() => selection());
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    open.view.dom.dispatchEvent(event);
    expect(event.clipboardData?.getData('text/plain')).to.equal('w');
  });
});
