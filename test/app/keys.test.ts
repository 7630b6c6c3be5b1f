/** Keys: what is written and what is pressed, on keyboards of all kinds; which action a key means, and where none does. */
import { expect, fixture, html } from '@open-wc/testing';
import { actionFor, type Action } from '../../src/app/actions.ts';
import { ariaKey, isPressed, isSingle, showKey, type Pressed } from '../../src/app/keys.ts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  getModifierState: () => false,
  ...held,
});

describe('a written key', () => {
  it('is told by its letter whatever its case, and by Shift', () => {
    expect(isPressed('M', press('m'))).to.equal(true);
    expect(isPressed('M', press('M', { shiftKey: true }))).to.equal(false);
    expect(isPressed('Shift+M', press('M', { shiftKey: true }))).to.equal(true);
    expect(isPressed('M', press('n'))).to.equal(false);
  });

  it('means Ctrl and Cmd alike, and nothing without them', () => {
    expect(isPressed('Ctrl+K', press('k', { ctrlKey: true }))).to.equal(true);
    expect(isPressed('Ctrl+K', press('k', { metaKey: true }))).to.equal(true);
    expect(isPressed('Ctrl+K', press('k'))).to.equal(false);
    expect(isPressed('K', press('k', { ctrlKey: true }))).to.equal(false);
    expect(isPressed('K', press('k', { altKey: true }))).to.equal(false);
  });

  it('that is a sign counts with or without Shift, and with AltGr', () => {
    expect(isPressed('?', press('?', { shiftKey: true }))).to.equal(true);
    expect(isPressed('/', press('/'))).to.equal(true);
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: () => true };
    expect(isPressed('[', press('[', altGraph))).to.equal(true);
    expect(isPressed('M', press('m', altGraph))).to.equal(false);
  });

  it('is single where it would type something', () => {
    expect(['M', 'Shift+M', '?', '#'].map(isSingle)).to.deep.equal([true, true, true, true]);
    expect(['Ctrl+K', 'F6', 'Alt+ArrowLeft', 'Escape'].map(isSingle)).to.deep.equal(Array(4).fill(false));
  });

  it('is shown as the machine has it', () => {
    expect(showKey('Ctrl+Shift+Z', false)).to.equal('Ctrl+Shift+Z');
    expect(showKey('Ctrl+Shift+Z', true)).to.equal('⌘⇧Z');
    expect(showKey('Alt+ArrowLeft', false)).to.equal('Alt+←');
    expect(ariaKey('Ctrl+K', false)).to.equal('Control+K');
    expect(ariaKey('Ctrl+K', true)).to.equal('Meta+K');
  });
});

describe('the action of a key', () => {
  const done = (): void => undefined;
  const actions: readonly Action[] = [
    { id: 'all', words: 'All', group: 'Walk', keys: ['Ctrl+K'], inFields: true, run: done },
    { id: 'next', words: 'Next', group: 'Walk', keys: ['M'], run: done },
    { id: 'pane', words: 'Pane', group: 'Walk', keys: ['F6'], run: done },
  ];

  /** What a key means when it is pressed on the element that `selector` finds. */
  async function meant(selector: string, init: KeyboardEventInit, level: 'all' | 'chords' | 'none' = 'all') {
    const root = await fixture(
      html`<div>
        <p tabindex="0">Text</p>
        <input />
        <dialog open><button type="button">In a dialog</button></dialog>
        <div role="tree"><span role="treeitem" tabindex="0">A line</span></div>
      </div>`,
    );
    let found: Action | null = null;
    const listen = (event: KeyboardEvent): void => void (found = actionFor(event, actions, level));
    root.addEventListener('keydown', listen as EventListener);
    root
      .querySelector(selector)
      ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    return (found as Action | null)?.id ?? null;
  }

  it('is found in the text', async () => {
    expect(await meant('p', { key: 'm' })).to.equal('next');
    expect(await meant('p', { key: 'x' })).to.equal(null);
  });

  it('is for the first that can be done now, and for the first of all where none can', () => {
    const whyNot: Record<string, string | null> = { one: 'Not now.', two: null };
    const both = ['one', 'two'].map((id): Action => ({
      id,
      words: id,
      group: 'Walk',
      keys: ['U'],
      whyNot: () => whyNot[id] ?? null,
      run: () => undefined,
    }));
    const meant = (): string | undefined =>
      actionFor(new KeyboardEvent('keydown', { key: 'u' }), both, 'all')?.id;
    expect(meant()).to.equal('two');
    whyNot['two'] = 'Not now either.';
    expect(meant()).to.equal('one');
    whyNot['one'] = null;
    expect(meant()).to.equal('one');
  });

  it('is not found where one writes, but for those that say so', async () => {
    expect(await meant('input', { key: 'm' })).to.equal(null);
    expect(await meant('input', { key: 'F6' })).to.equal(null);
    expect(await meant('input', { key: 'k', ctrlKey: true })).to.equal('all');
  });

  it('is not found in a dialog, nor a single letter in a tree that types ahead', async () => {
    expect(await meant('dialog button', { key: 'k', ctrlKey: true })).to.equal(null);
    expect(await meant('[role=treeitem]', { key: 'm' })).to.equal(null);
    expect(await meant('[role=treeitem]', { key: 'F6' })).to.equal('pane');
  });

  it('is not found where the reader has switched such keys off', async () => {
    expect(await meant('p', { key: 'm' }, 'chords')).to.equal(null);
    expect(await meant('p', { key: 'F6' }, 'chords')).to.equal('pane');
    expect(await meant('p', { key: 'k', ctrlKey: true }, 'none')).to.equal(null);
  });
});
