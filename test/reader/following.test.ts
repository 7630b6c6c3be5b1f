/** From the text to everything else: markers, clicks, Enter at the caret, hovering, and what becomes of a store’s wishes. */
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { NoteRequest } from '../../src/desk/requests.ts';
import type { PaperPane } from '../../src/reader/paper-pane.ts';
import { annotation, claim, targets } from '../support/desk.ts';
import { note, p, paper, realPaper, section } from '../support/paper.ts';
import { only } from '../support/settle.ts';
import { openPane, press, wordsIn, type OpenPane } from './pane.ts';

const sample = paper(
  section(
    'I.',
    'Title',
    p('<a>Some <b>words <c>here<d> now<e>', note('1'), ' go on', note('2'), '. Plain.<z>'),
  ),
);
const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));
const own = [
  claim('wide', { targets: at('a', 'e') }),
  annotation('middle', { targets: at('b', 'd') }),
  annotation('narrow', { targets: at('c', 'd') }),
];

const marker = ({ pane }: OpenPane, id: string): HTMLElement => only(pane, `#${id}`);

const click = (element: Element, more: MouseEventInit = {}): MouseEvent => {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...more });
  element.dispatchEvent(event);
  return event;
};

describe('following a marker', () => {
  it('asks for its note, and the link does not', async () => {
    const open = await openPane(sample.paper);
    const event = click(marker(open, 'marker-1'));
    expect(open.notes).to.deep.equal(['fn1']);
    expect(event.defaultPrevented).to.equal(true);
  });

  it('works before the view is there', async () => {
    const pane = await fixture<PaperPane>(html`<paper-pane .paper=${sample.paper}></paper-pane>`);
    const asked: [string, HTMLElement][] = [];
    pane.addEventListener('note-request', (event: NoteRequest) => asked.push([event.note, event.opener]));
    const link = only(pane, '#marker-2');
    click(link);
    expect(pane.view).to.equal(null);
    expect(asked).to.deep.equal([['fn2', link]]);
  });

  it('with a modifier is the browser’s business', async () => {
    const open = await openPane(sample.paper);
    let left = 0;
    open.pane.parentElement?.addEventListener('click', (event) => {
      left += event.defaultPrevented ? 0 : 1;
      event.preventDefault();
    });
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) click(marker(open, 'marker-1'), { [key]: true });
    expect([left, open.notes]).to.deep.equal([3, []]);
  });

  it('by Enter on the focused marker asks once', async () => {
    const open = await openPane(sample.paper);
    marker(open, 'marker-2').focus();
    await press('Enter');
    expect(open.notes).to.deep.equal(['fn2']);
  });

  it('by Enter asks for the one at the caret', async () => {
    const open = await openPane(sample.paper, { own });
    open.pane.focusAt(sample.at('e'));
    await press('Enter');
    expect(open.notes).to.deep.equal(['fn1']);
    expect(open.store.desk.session.reveal).to.equal(null);
  });
});

describe('Enter with the caret', () => {
  it('in passages reveals the innermost', async () => {
    const open = await openPane(sample.paper, { own });
    open.pane.focusAt(sample.at('c') + 1);
    await press('Enter');
    expect(open.store.desk.session.reveal).to.deep.include({
      target: { kind: 'annotation', id: 'narrow' },
      by: 'text',
    });
    open.pane.focusAt(sample.at('a') + 1);
    await press('Enter');
    expect(open.store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'wide' });
  });

  it('in plain text does nothing', async () => {
    const open = await openPane(sample.paper, { own });
    open.pane.focusAt(sample.at('z') - 2);
    await press('Enter');
    expect([open.store.desk.session.reveal, open.notes]).to.deep.equal([null, []]);
  });
});

describe('a click on passages', () => {
  it('takes the innermost first, and each further click the one around it', async () => {
    const open = await openPane(sample.paper, { own });
    const seen = [1, 2, 3, 4].map(() => {
      click(only(open.view.dom, 'mark[data-annotation~=narrow]'));
      return open.store.desk.session.focus?.id;
    });
    expect(seen).to.deep.equal(['narrow', 'middle', 'wide', 'narrow']);
  });

  it('elsewhere takes the focus away', async () => {
    const open = await openPane(sample.paper, { own });
    open.store.setSession({ focus: { kind: 'claim', id: 'wide' } });
    click(only(open.view.dom, 'h2'));
    expect(open.store.desk.session.focus).to.equal(null);
  });
});

describe('hovering in the text', () => {
  const over = (element: Element) =>
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));

  it('lights the innermost passage, a marker’s note, and nothing beside', async () => {
    const open = await openPane(sample.paper, { own });
    const hovered = [
      () => over(only(open.view.dom, 'mark[data-annotation~=narrow]')),
      () => over(marker(open, 'marker-1')),
      () => over(only(open.view.dom, 'h2')),
    ].map((move) => {
      move();
      return open.store.desk.session.hover;
    });
    expect(hovered).to.deep.equal([{ kind: 'annotation', id: 'narrow' }, { kind: 'note', id: 'fn1' }, null]);
  });

  it('ends when the pointer leaves', async () => {
    const open = await openPane(sample.paper, { own });
    over(marker(open, 'marker-1'));
    open.view.dom.dispatchEvent(new PointerEvent('pointerleave'));
    expect(open.store.desk.session.hover).to.equal(null);
  });

  it('has its like at the keyboard: a focused marker lights what it supports', async () => {
    const open = await openPane(sample.paper);
    marker(open, 'marker-2').focus();
    expect(open.store.desk.session.hover).to.deep.equal({ kind: 'note', id: 'fn2' });
  });
});

describe('the pane', () => {
  it('shows the same elements as plain text and as a view', async () => {
    const real = await realPaper();
    const plainPane = await fixture<PaperPane>(html`<paper-pane .paper=${real}></paper-pane>`);
    const { pane } = await openPane(real);
    const shape = (one: Element) =>
      [...one.querySelectorAll('.paper-text *:not(br, img)')].map(
        (element) => `${element.localName}#${element.id}`,
      );
    expect(shape(pane)).to.deep.equal(shape(plainPane));
    expect(shape(pane).length).to.be.above(180);
    expect(only(plainPane, '.paper-text').textContent).to.equal(only(pane, '.paper-text').textContent);
  });

  it('is accessible, plain and open', async function () {
    this.timeout(30_000);
    const plainPane = await fixture<PaperPane>(html`<paper-pane .paper=${sample.paper}></paper-pane>`);
    await expect(plainPane).to.be.accessible();
    plainPane.remove();
    const { pane } = await openPane(sample.paper, { own });
    await expect(pane).to.be.accessible();
  });

  it('says that its text is read-only, and what it is', async () => {
    const { view } = await openPane(sample.paper);
    expect(view.dom.getAttribute('aria-readonly')).to.equal('true');
    expect(view.dom.getAttribute('aria-label')).to.contain('A test of papers');
  });
});

describe('the pane over time', () => {
  it('shows another paper when it is given one', async () => {
    const { pane } = await openPane(sample.paper);
    const other = { ...paper(p('Other words.')).paper, id: 'other' };
    Object.assign(pane, { paper: other, store: null });
    await pane.updateComplete;
    expect(wordsIn(only(pane, '.paper-text'))).to.equal('Other words.');
    expect(pane.view).to.equal(null);
  });

  it('lets go of the store when it leaves the page', async () => {
    const { pane, store } = await openPane(sample.paper, { own });
    const { dom } = pane.view!;
    pane.remove();
    store.hover({ kind: 'claim', id: 'wide' });
    expect(pane.view).to.equal(null);
    expect(dom.querySelector('.lit')).to.equal(null);
  });
});

describe('a wish to see something', () => {
  const tall = paper(
    ...Array.from({ length: 150 }, (_, index) => p(`<t${index}>Paragraph number ${index} of many.`)),
  );

  before(() => emulateMedia({ reducedMotion: 'reduce' }));
  after(() => emulateMedia({ reducedMotion: 'no-preference' }));

  /** Where a paragraph stands in the window after it was wished for. */
  function topAfter({ pane, store }: OpenPane, tag: string, by: 'map' | 'text' = 'map'): number {
    const offset = tall.at(tag);
    store.reveal({ kind: 'offset', id: String(offset), offset }, by);
    return pane.getBoundingClientRect().top + pane.topOf(offset);
  }

  it('from another face brings the place into the frame that scrolls', async () => {
    const frame = await fixture<HTMLElement>(html`<div></div>`);
    Object.assign(frame.style, { height: '300px', overflowY: 'auto' });
    const open = await openPane(tall.paper, {}, frame);
    const { top, bottom } = frame.getBoundingClientRect();
    for (const tag of ['t140', 't2', 't75', 't76'])
      expect(topAfter(open, tag), tag).to.be.within(top, bottom - 20);
  });

  it('from another face brings the place into the window where the page itself scrolls', async () => {
    const open = await openPane(tall.paper);
    for (const tag of ['t140', 't2', 't75', 't76'])
      expect(topAfter(open, tag), tag).to.be.within(0, innerHeight - 20);
  });

  it('from the text itself moves nothing', async () => {
    const open = await openPane(tall.paper);
    const before = scrollY;
    expect(topAfter(open, 't140', 'text')).to.be.above(innerHeight);
    expect(scrollY).to.equal(before);
  });
});
