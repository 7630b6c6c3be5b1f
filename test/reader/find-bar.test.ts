/** `<find-bar>` and `<find-list>`: what they say, where the focus goes, and what is lit in the text. */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FindBar } from '../../src/reader/find-bar.ts';
import '../../src/reader/find-bar.ts';
import type { FindList } from '../../src/reader/find-list.ts';
import '../../src/reader/find-list.ts';
import { claim } from '../support/desk.ts';
import { p, paper, section } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { openPane, press, type OpenPane } from './pane.ts';

const sample = paper(
  section('I.', 'First', p('Some <a>oil<b> here.'), p('No such thing.')),
  section('II.', 'Second', p('More OIL, and “oil” again.')),
);

interface Opened extends OpenPane {
  readonly bar: FindBar;
  readonly list: FindList;
  readonly field: HTMLInputElement;
}

async function opened(): Promise<Opened> {
  const open = await openPane(sample.paper, { own: [claim('c', { wording: 'Oil matters.' })] });
  const bar = await fixture<FindBar>(html`<find-bar .store=${open.store} .pane=${open.pane}></find-bar>`);
  const list = await fixture<FindList>(html`<find-list .store=${open.store}></find-list>`);
  await bar.open();
  return { ...open, bar, list, field: only<HTMLInputElement>(bar, '.find-field') };
}

const count = (bar: Element): string => plain(bar.querySelector('.find-count'));

/** Types into the field, and waits until the hits are there. */
async function type({ bar, field }: Opened, words: string): Promise<void> {
  field.focus();
  field.select();
  await sendKeys({ type: words });
  await until(() => count(bar) !== 'Reading …' && count(bar) !== '');
  await settled(bar);
}

/** The words under a highlight. */
const lit = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((one) => {
    const range = document.createRange();
    range.setStart(one.startContainer, one.startOffset);
    range.setEnd(one.endContainer, one.endOffset);
    return range.toString();
  });

describe('the find bar', () => {
  it('is nothing until it is opened, then a search with a named field that has the focus', async () => {
    const open = await openPane(sample.paper);
    const bar = await fixture<FindBar>(html`<find-bar .store=${open.store} .pane=${open.pane}></find-bar>`);
    expect(bar.textContent.trim()).to.equal('');
    await bar.open();
    const field = only<HTMLInputElement>(bar, '[role=search] input');
    expect(document.activeElement).to.equal(field);
    expect(field.labels?.[0]?.textContent).to.equal('Find');
  });

  it('counts as one types, lights the hits, and says the count once one rests', async () => {
    const open = await opened();
    await type(open, 'oil');
    expect(count(open.bar)).to.equal('1 of 4');
    expect(only(open.bar, '[role=status]').textContent).to.equal('');
    await until(() => lit('find-current').length === 1);
    expect(lit('find-current')).to.deep.equal(['oil']);
    expect(lit('find-hit')).to.deep.equal(['OIL', 'oil']);
    await until(() => only(open.bar, '[role=status]').textContent !== '');
    expect(only(open.bar, '[role=status]').textContent).to.equal('1 of 4: I ¶1');
  });

  it('says where nothing is found, and cannot walk then', async () => {
    const open = await opened();
    await type(open, 'oilx');
    expect(count(open.bar)).to.equal('Nothing found');
    expect(button(open.bar, 'Next hit').disabled).to.equal(true);
  });

  it('walks by Enter and by its buttons, and looks elsewhere as it is told', async () => {
    const open = await opened();
    await type(open, 'oil');
    await press('Enter');
    await settled(open.bar);
    expect(count(open.bar)).to.equal('2 of 4');
    await press('Enter', 'Shift');
    await settled(open.bar);
    button(open.bar, 'Previous hit').click();
    await settled(open.bar);
    expect(count(open.bar)).to.equal('4 of 4');
    expect(open.store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c' });
    const scope = only<HTMLSelectElement>(open.bar, 'select');
    scope.value = 'quotations';
    scope.dispatchEvent(new Event('change'));
    await until(() => count(open.bar) === '1 of 1');
    await until(() => lit('find-current')[0] === 'oil');
  });

  it('closes by Escape with the caret at the hit, and takes its light with it', async () => {
    const open = await opened();
    await type(open, 'oil');
    await press('Escape');
    await settled(open.bar);
    expect(open.view.hasFocus()).to.equal(true);
    expect(sample.paper.text.toOffset(open.view.state.selection.from)).to.equal(sample.at('a'));
    expect(CSS.highlights.has('find-hit')).to.equal(false);
    expect(open.bar.textContent.trim()).to.equal('');
  });

  it('gives the focus back to where one came from when nothing was found', async () => {
    const open = await openPane(sample.paper);
    const bar = await fixture<FindBar>(html`<find-bar .store=${open.store} .pane=${open.pane}></find-bar>`);
    const opener = await fixture<HTMLButtonElement>(html`<button type="button">Opener</button>`);
    opener.focus();
    await bar.open();
    await sendKeys({ type: 'zzz' });
    await press('Escape');
    expect(document.activeElement).to.equal(opener);
  });

  it('takes the selected words as its query', async () => {
    const open = await openPane(sample.paper);
    const bar = await fixture<FindBar>(html`<find-bar .store=${open.store} .pane=${open.pane}></find-bar>`);
    open.store.setSession({ selection: sample.range('a', 'b') });
    await bar.open();
    expect(only<HTMLInputElement>(bar, '.find-field').value).to.equal('oil');
  });

  it('pastes lines as one', async () => {
    const open = await opened();
    const data = new DataTransfer();
    data.setData('text/plain', 'some\r\n  oil\nhere');
    open.field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
    expect(open.field.value).to.equal('some oil here');
    await until(() => count(open.bar) === '1 of 1');
  });

  it('leaves Ctrl+F in its field to the browser', async () => {
    const open = await opened();
    const reached: string[] = [];
    const hear = (event: KeyboardEvent): void => void reached.push(event.key);
    addEventListener('keydown', hear);
    const event = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
    open.field.dispatchEvent(event);
    removeEventListener('keydown', hear);
    expect([event.defaultPrevented, reached.length]).to.deep.equal([false, 0]);
  });

  it('has nothing that axe finds, nor has the list', async () => {
    const open = await opened();
    await type(open, 'oil');
    await until(() => open.list.querySelector('.find-row'));
    await expect(open.bar).to.be.accessible();
    await expect(open.list).to.be.accessible();
  });
});

describe('the list of hits', () => {
  const rows = (list: Element): string[] => [...list.querySelectorAll('.find-line')].map((one) => plain(one));

  it('has the hits by section, then those beside the text, each with its words', async () => {
    const open = await opened();
    await type(open, 'oil');
    await until(() => open.list.querySelector('.find-row'));
    const heads = [...open.list.querySelectorAll('h3')].map((one) => plain(one));
    expect(heads).to.deep.equal(['I. First 1', 'II. Second 2', 'Claims, as worded 1']);
    expect(rows(open.list)).to.deep.equal([
      'Some oil here.',
      'More OIL, and “oil” again.',
      'More OIL, and “oil” again.',
      'Oil matters.',
    ]);
    expect([...open.list.querySelectorAll('mark')].map((one) => plain(one))).to.deep.equal([
      'oil',
      'OIL',
      'oil',
      'Oil',
    ]);
  });

  it('is walked by arrows with one stop of Tab, and leads to the hit', async () => {
    const open = await opened();
    await type(open, 'oil');
    await until(() => open.list.querySelector('.find-row'));
    await open.list.focusCurrent();
    expect(open.list.querySelectorAll('[tabindex="0"]').length).to.equal(1);
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement?.getAttribute('data-hit')).to.equal('3');
    await press('Home');
    await press('ArrowDown');
    await press('Enter');
    await settled();
    expect(count(open.bar)).to.equal('2 of 4');
    expect(document.activeElement?.getAttribute('aria-current')).to.equal('true');
  });

  it('draws a part of many hits, all of them counted, and more as one walks on', async () => {
    const many = paper(p('e '.repeat(5000)));
    const open = await openPane(many.paper);
    const bar = await fixture<FindBar>(html`<find-bar .store=${open.store} .pane=${open.pane}></find-bar>`);
    const list = await fixture<FindList>(html`<find-list .store=${open.store}></find-list>`);
    list.style.cssText = 'display: block; height: 300px; overflow: auto';
    await bar.open();
    await sendKeys({ type: 'e' });
    await until(() => list.querySelector('.find-row'));
    expect(count(bar)).to.match(/ of 5,000$/u);
    expect(list.querySelectorAll('.find-row').length).to.be.below(400);
    await list.focusCurrent();
    await press('End');
    await until(() => document.activeElement?.getAttribute('data-hit') === '1999');
    expect(plain(list.querySelector('.find-more'))).to.equal('The first 2,000 of 5,000 are listed.');
  });
});
