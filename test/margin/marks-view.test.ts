/** `<marks-view>`: lines, keys, selecting, what is done to many; what is kept; ten thousand marks; with axe. */
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { ownLayer } from '../../src/desk/desk.ts';
import { noFilter } from '../../src/desk/mark-filter.ts';
import { markListOf } from '../../src/desk/mark-list.ts';
import type { FollowRequest } from '../../src/desk/mark-requests.ts';
import type { Store } from '../../src/desk/store.ts';
import { readLook, writeLook } from '../../src/margin/marks-memory.ts';
import '../../src/margin/marks-view.ts';
import type { MarksView } from '../../src/margin/marks-view.ts';
import { firstWords } from '../../src/margin/marks-words.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { sample } from '../desk/listed.ts';
import { announced } from './cards.ts';

const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));
const lost = {
  exact: 'never said',
  prefix: '',
  suffix: '',
  start: 0,
  end: 10,
  address: 'II ¶1 s1',
  detached: true,
} as const;
const own: readonly NotebookRecord[] = [
  annotation('first', { targets: at('c', 'd'), tags: ['evidence'], body: '**So** it is' }),
  annotation('second', { targets: at('g', 'j'), colour: 'red', motivation: 'questioning' }),
  annotation('lost', { targets: [lost], style: 'underline' }),
  claim('claimed', { targets: at('e', 'f'), wording: 'It goes down.' }),
];
const edition = [annotation('theirs', { targets: at('a', 'b'), colour: 'green' })];

interface Open {
  readonly view: MarksView;
  readonly store: Store;
  readonly list: HTMLElement;
}

async function open(
  mine: readonly NotebookRecord[] = own,
  theirs: readonly NotebookRecord[] = edition,
): Promise<Open> {
  sessionStorage.clear();
  const { store } = deskOn(sample.paper, { own: mine, edition: theirs });
  const frame = await fixture<HTMLElement>(html`<div><marks-view .store=${store}></marks-view></div>`);
  const view = only<MarksView>(frame, 'marks-view');
  frame.style.height = '720px';
  await until(() => view.querySelector('.mark-row, .marks-hint'));
  await settled(view);
  return { view, store, list: view.querySelector<HTMLElement>('.marks-list') ?? view };
}

const rows = (view: MarksView): HTMLElement[] => [...view.querySelectorAll<HTMLElement>('.mark-row')];
const ids = (view: MarksView): (string | undefined)[] => rows(view).map((row) => row.dataset['mark']);
const current = (view: MarksView): string | undefined =>
  document.getElementById(only(view, '[role=listbox]').getAttribute('aria-activedescendant') ?? '')?.dataset[
    'mark'
  ];

async function press(view: MarksView, key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  only(view, '[role=listbox]').dispatchEvent(event);
  await settled(view);
  return event;
}

const selected = (view: MarksView): (string | undefined)[] =>
  rows(view)
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => row.dataset['mark']);

async function type(view: MarksView, words: string): Promise<void> {
  const field = only<HTMLInputElement>(view, '.marks-search');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(view);
}

/** Lines have their real heights only as they are styled. */
before(async () => {
  for (const name of ['tokens.css', 'controls.css', 'marks-list.css']) {
    const href = new URL(`../../styles/${name}`, import.meta.url).href;
    const sheet = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    const loaded = oneEvent(sheet, 'load');
    document.head.append(sheet);
    await loaded;
  }
});

describe('the list of marks on screen', () => {
  it('says of each mark what it is, its words, tags and place, under the heading of its section; axe finds nothing', async () => {
    const { view } = await open();
    expect(ids(view)).to.deep.equal(['lost', 'theirs', 'first', 'claimed', 'second']);
    expect([...view.querySelectorAll('.marks-title')].map((one) => plain(one))).to.deep.equal([
      'Passage not found',
      'Before the first heading',
      'I. One',
      'A. Below',
      'II. Two',
    ]);
    const [orphan, theirs, first, claimed] = rows(view).map((row) => plain(row));
    expect(orphan).to.match(
      /^Highlight, Important, underlined: .*never said.* passage not found · was at II ¶1 s1/u,
    );
    expect(theirs).to.match(/^Highlight, Evidence: .*Before any heading.*The edition’s reading/u);
    expect(first).to.match(
      /^Highlight, Important: .*The first section.*So it is Tagged: evidence I ¶1 · 2 Jan 2026$/u,
    );
    expect(claimed).to.match(/^Claim, premise: It goes down\./u);
    expect(rows(view).map((row) => [row.ariaSetSize, row.ariaPosInSet])).to.deep.equal(
      ['1', '2', '3', '4', '5'].map((place) => ['5', place]),
    );
    await expect(view).to.be.accessible();
  });

  it('is walked by key; the words around a quotation show where one is', async () => {
    const { view, store, list } = await open();
    list.focus();
    await press(view, 'End');
    expect(current(view)).to.equal('second');
    await press(view, 'ArrowUp');
    await press(view, 'ArrowUp');
    expect(current(view)).to.equal('first');
    expect(store.desk.session.hover).to.deep.equal({ kind: 'annotation', id: 'first' });
    expect(plain(only(view, '[data-current] .mark-quote'))).to.match(
      /^… any heading\. I\. One The first section\. A\. Below/u,
    );
    await press(view, 'Home');
    expect(current(view)).to.equal('lost');
  });

  it('takes no letter for a command, and leaves keys alone that mean nothing', async () => {
    const { view } = await open();
    expect((await press(view, 'm')).defaultPrevented).to.equal(false);
    expect(current(view)).to.equal('lost');
    expect(ids(view)).to.have.length(5);
  });

  it('selects by Space, Shift and Ctrl+A, says how many, and lets go with Escape', async () => {
    const { view } = await open();
    await press(view, ' ');
    expect(selected(view)).to.deep.equal(['lost']);
    await press(view, 'ArrowDown', { shiftKey: true });
    await press(view, 'ArrowDown', { shiftKey: true });
    expect(selected(view)).to.deep.equal(['lost', 'theirs', 'first']);
    expect(plain(only(view, 'marks-bulk [role=status]'))).to.equal('3 of 5 selected');
    expect(plain(only(view, '.marks-left'))).to.equal('1 of 3 is not yours and stays as it is.');
    await press(view, 'a', { ctrlKey: true });
    expect(selected(view)).to.have.length(5);
    await press(view, 'Escape');
    expect(selected(view)).to.deep.equal([]);
    expect(view.querySelector('.marks-bar')).to.equal(null);
  });

  it('chooses by click alone, with Ctrl and Shift, on the box, and by plain presses while one chooses several', async () => {
    const { view, store } = await open();
    const click = async (at: number, part = '.mark-words', more: MouseEventInit = {}) => {
      const target = rows(view)[at]?.querySelector(part);
      target?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...more }));
      await settled(view);
    };
    await click(2);
    expect(selected(view)).to.deep.equal(['first']);
    expect(store.desk.session.focus).to.deep.equal({ kind: 'annotation', id: 'first' });
    await click(4, '.mark-words', { ctrlKey: true });
    await click(1, '.mark-check');
    expect(selected(view)).to.deep.equal(['theirs', 'first', 'second']);
    await click(3, '.mark-words', { shiftKey: true });
    expect(selected(view)).to.deep.equal(['theirs', 'first', 'claimed']);
    button(view, 'Select').click();
    await settled(view);
    await click(3);
    expect(selected(view)).to.deep.equal(['theirs', 'first']);
  });

  it('asks for the mark with Enter', async () => {
    const { view } = await open();
    await press(view, 'End');
    const heard = oneEvent(view, 'follow-request');
    await press(view, 'Enter');
    const { mark } = (await heard) as unknown as FollowRequest;
    expect(mark).to.deep.equal({ kind: 'annotation', id: 'second' });
  });

  it('deletes the selected, or the line one is at; one is then at the next, and one undo brings all back', async () => {
    const { view, store } = await open();
    await press(view, 'ArrowDown');
    await press(view, 'ArrowDown');
    const said = announced(view);
    await press(view, 'Delete');
    expect(said.at(-1)).to.deep.include({ words: '1 mark deleted.', offer: 'undo' });
    expect(ids(view)).to.deep.equal(['lost', 'theirs', 'claimed', 'second']);
    expect(current(view)).to.equal('claimed');
    await press(view, 'a', { ctrlKey: true });
    await press(view, 'Backspace');
    expect(said.at(-1)?.words).to.equal('3 marks deleted. 1 of 4 is not yours and stays as it is.');
    expect(ids(view)).to.deep.equal(['theirs']);
    store.undo();
    await settled(view);
    expect(ids(view)).to.deep.equal(['lost', 'theirs', 'claimed', 'second']);
    await press(view, 'Home');
    await press(view, 'ArrowDown');
    await press(view, 'Delete');
    expect(said.at(-1)?.words).to.equal('What is not yours cannot be deleted.');
  });

  it('tags, recolours and restyles what is selected', async () => {
    const { view, store } = await open();
    await press(view, 'a', { ctrlKey: true });
    button(view, 'Tag').click();
    await settled(view);
    const field = only<HTMLInputElement>(view, '.marks-act input');
    expect(document.activeElement).to.equal(field);
    field.value = ' #read again ';
    button(view, 'Add').click();
    await settled(view);
    const own = (): NotebookRecord[] => [...ownLayer(store.desk).records.values()];
    const tagged = own().flatMap((one) => (one.kind === 'annotation' ? [one.tags.at(-1)] : []));
    expect(tagged).to.deep.equal(['read again', 'read again', 'read again']);
    button(view, 'Take away the tag read again from 3 marks').click();
    button(view, 'Change').click();
    await settled(view);
    button(view, 'Quotable (magenta)').click();
    await settled(view);
    button(view, 'Underline').click();
    const looks = own().flatMap((one) =>
      one.kind === 'annotation' ? [[one.colour, one.style, one.tags.length]] : [],
    );
    expect(looks).to.deep.equal([
      ['magenta', 'underline', 1],
      ['magenta', 'underline', 0],
      ['magenta', 'underline', 0],
    ]);
    await settled(view);
    await expect(view).to.be.accessible();
  });

  it('searches as one types, counts, and clears with one press', async () => {
    const { view } = await open();
    await type(view, 'FIRST sect');
    expect(ids(view)).to.deep.equal(['first']);
    expect(plain(only(view, '.marks-found [role=status]'))).to.equal('1 of 5');
    await type(view, 'nothing like it');
    expect(plain(only(view, '.marks-hint'))).to.equal('None of the 5 marks fits. Clear search and filters');
    button(view, 'Clear search and filters').click();
    await settled(view);
    expect(ids(view)).to.have.length(5);
  });

  it('filters by chips that count, and takes them away again', async () => {
    const { view } = await open();
    button(view, 'Filter').click();
    await settled(view);
    button(view, 'Important2').click();
    await settled(view);
    expect(ids(view)).to.deep.equal(['lost', 'first']);
    button(view, 'Doubt1').click();
    await settled(view);
    expect(ids(view)).to.deep.equal(['lost', 'first', 'second']);
    await expect(view).to.be.accessible();
    only(view, '.marks-filter-button').click();
    button(view, 'Without the filter: Doubt').click();
    button(view, 'Clear').click();
    await settled(view);
    expect(ids(view)).to.have.length(5);
  });

  it('tells what to do where there are no marks', async () => {
    const { view } = await open([], []);
    expect(plain(only(view, '.marks-hint'))).to.match(/^No marks yet\. Select a passage/u);
    await expect(view).to.be.accessible();
  });

  it('shows only the listed ones elsewhere, until Escape', async () => {
    const { view, store } = await open();
    await type(view, 'section');
    button(view, 'Only these').click();
    expect([...(store.desk.session.only ?? [])]).to.deep.equal(['first', 'second']);
    await settled(view);
    await press(view, 'Escape');
    expect(store.desk.session.only).to.equal(null);
  });

  it('comes back as it was left in this tab', async () => {
    const { view, store } = await open();
    await type(view, 'section');
    markListOf(store).show({ grouping: 'colour', order: 'made' });
    await settled(view);
    view.remove();
    const again = deskOn(sample.paper, { own, edition }).store;
    const frame = await fixture<HTMLElement>(html`<div><marks-view .store=${again}></marks-view></div>`);
    await settled(frame);
    expect(only<HTMLInputElement>(frame, '.marks-search').value).to.equal('section');
    const { grouping, order } = markListOf(again).look;
    expect([grouping, order]).to.deep.equal(['colour', 'made']);
  });
});

describe('what is kept of the list', () => {
  it('is read back as it was written, and taken only as far as it is sound', () => {
    const look = {
      filter: {
        ...noFilter,
        query: 'a “b”',
        wanted: { tag: new Set(['x', '']) },
        section: '',
        from: '2026-01-02',
      },
      grouping: 'tag',
      order: 'changed',
    } as const;
    expect(readLook(writeLook(look))).to.deep.equal(look);
    for (const text of ['', '{', 'null', '[1]', '7', 'x'.repeat(200_000)])
      expect(readLook(text)).to.deep.equal({});
    const hostile =
      '{"filter":{"query":7,"wanted":{"tag":[1,"x"],"__proto__":["y"],"colour":"red"},"from":"soon","section":3},"grouping":"toString"}';
    expect(readLook(hostile)).to.deep.equal({ filter: { ...noFilter, wanted: { tag: new Set(['x']) } } });
  });
});

describe('the first words of a note', () => {
  it('are without the signs of Markdown', () => {
    expect(firstWords('> *Really?* See [the map](https://x.y), `code` and 2 * 3.')).to.equal(
      'Really? See the map, code and 2 * 3.',
    );
    expect(firstWords('\n---\n## **Head** of it\nmore')).to.equal('Head of it');
    expect(firstWords('1. snake_case stays')).to.equal('snake_case stays');
    expect(firstWords('')).to.equal('');
    expect(firstWords('𝔸 word '.repeat(50), 20)).to.equal('𝔸 word 𝔸 word 𝔸 …');
  });
});

describe('ten thousand marks', () => {
  const many = Array.from({ length: 10_000 }, (_, index) =>
    annotation(`m${index}`, { targets: at('c', 'd'), body: index % 2 === 0 ? `Note ${index}` : '' }),
  );

  it('stand as a few lines, however far one goes, and the last is the last', async function () {
    this.timeout(20_000);
    const { view } = await open(many, []);
    expect(rows(view).length).to.be.within(4, 60);
    await press(view, 'End');
    await nextFrame();
    await settled(view);
    const last = rows(view).at(-1);
    expect([last?.dataset['mark'], last?.ariaPosInSet, last?.ariaSetSize]).to.deep.equal([
      'm9999',
      '10000',
      '10000',
    ]);
    expect(current(view)).to.equal('m9999');
    expect(rows(view).length).to.be.within(4, 60);
    const box = last?.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    expect(box && box.top >= frame.top && box.bottom <= frame.bottom + 1).to.equal(true);
    view.scrollTop = view.scrollHeight / 2;
    await nextFrame();
    await nextFrame();
    await settled(view);
    const middle = rows(view).filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    });
    expect(Number(middle[0]?.ariaPosInSet)).to.be.within(3500, 6500);
  });
});
