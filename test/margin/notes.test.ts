/** `<note-popover>` and `<notes-list>`: what is known of a note, the way to it and the way back to the exact place. */
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/margin/note-popover.ts';
import type { NotePopover } from '../../src/margin/note-popover.ts';
import '../../src/margin/notes-list.ts';
import type { NotesList } from '../../src/margin/notes-list.ts';
import { shorten, sureness } from '../../src/margin/note-details.ts';
import { editClaim } from '../../src/desk/claim-commands.ts';
import type { Store } from '../../src/desk/store.ts';
import { press } from '../reader/pane.ts';
import { claim, deskOn, source, support } from '../support/desk.ts';
import { note, p, page, paper, realPaper, section } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';

const sample = paper(
  section(
    'I.',
    'Title',
    p(page('4'), '<a>As Noam says, it is so<b>', note('1'), '; <c>and so<d>', note('2', 'See Noam.'), '.'),
    p('Again', note('1'), ' here.', note('3')),
  ),
);
const edition = [
  source('noam', 'Noam'),
  support(sample.paper, '1', sample.range('a', 'b'), {
    sources: ['noam'],
    attribution: 'As Noam says',
    speakers: ['Kozyrev'],
    remark: 'It may cover more.',
    confidence: 0.5,
  }),
  support(sample.paper, '2', sample.range('c', 'd'), {
    sources: ['noam'],
    scope: 'quotation',
    confidence: 0.95,
  }),
  claim('c', { wording: 'It is so.', notes: ['fn1'] }),
];

interface Open {
  readonly popover: NotePopover;
  readonly store: Store;
  readonly openers: readonly HTMLElement[];
  readonly scene: HTMLElement;
}

async function open(id = 'fn1'): Promise<Open> {
  const { store } = deskOn(sample.paper, { edition });
  const scene = await fixture<HTMLElement>(html`
    <div>
      <a id="marker-1" href="#one">1</a> <a id="marker-2" href="#two">2</a>
      <note-popover .store=${store}></note-popover>
      <button>Elsewhere</button>
    </div>
  `);
  const popover = only<NotePopover>(scene, 'note-popover');
  const openers = [only(scene, '#marker-1'), only(scene, '#marker-2')];
  openers[0]!.focus();
  await popover.show(id, openers[0]!);
  return { popover, store, openers, scene };
}

const isShut = ({ popover }: Open): boolean => popover.querySelector('[role=dialog]') === null;

describe('the popover of a note', () => {
  it('takes the focus, lights the note, and says its name and place', async () => {
    const { popover, store } = await open();
    const dialog = only(popover, '[role=dialog]');
    expect(dialog.contains(document.activeElement)).to.equal(true);
    expect(store.desk.session.note).to.equal('fn1');
    expect(plain(document.getElementById(dialog.getAttribute('aria-labelledby') ?? ''))).to.equal('Note 1');
    expect(plain(only(popover, '.note-place'))).to.equal('I ¶1, p. 4');
  });

  it('says what it supports, how surely, who is named and who only speaks', async () => {
    const said = plain((await open()).popover);
    for (const words of [
      'The words of this note are not in this copy.',
      'Supports a clause (unsure): As Noam says, it is so',
      'Named in the text: Noam (“As Noam says”)',
      'Also named for n. 2.',
      'Speaks here without being the source: Kozyrev.',
      'It may cover more.',
    ]) {
      expect(said).to.contain(words);
    }
  });

  it('gives the note’s own words where the copy has them', async () => {
    const said = plain((await open('fn2')).popover);
    expect(said).to.contain('See Noam.').and.contain('Supports a quotation (sure)');
    expect(said).not.to.contain('not in this copy');
  });

  it('says where nobody has said anything', async () => {
    expect(plain((await open('fn3')).popover)).to.contain('Nobody has said yet what this note supports.');
  });

  it('is accessible', async () => {
    await expect((await open()).popover).to.be.accessible();
  });
});

const ways: Readonly<Record<string, (one: Open) => unknown>> = {
  Escape: () => press('Escape'),
  'the close button': ({ popover }) => button(popover, 'Close').click(),
  '“Back to the text”': ({ popover }) => button(popover, 'Back to the text').click(),
  'Tab behind its last stop': async ({ popover }) => {
    [...popover.querySelectorAll<HTMLElement>('a[href], button')].at(-1)?.focus();
    await press('Tab');
  },
  'Shift+Tab before its first stop': async ({ popover }) => {
    only(popover, '[aria-label=Close]').focus();
    await press('Tab', 'Shift');
  },
  'Shift+Tab as soon as it is open': () => press('Tab', 'Shift'),
};

describe('leaving the popover', () => {
  for (const [way, leave] of Object.entries(ways)) {
    it(`by ${way} gives the focus back to the marker and puts the light out`, async () => {
      const one = await open();
      await leave(one);
      await settled(one.scene);
      expect(isShut(one)).to.equal(true);
      expect(document.activeElement).to.equal(one.openers[0]);
      expect(one.store.desk.session.focus).to.equal(null);
    });
  }
});

describe('leaving the popover for something else', () => {
  it('by a press elsewhere leaves the focus to the press', async () => {
    const one = await open();
    const elsewhere = button(one.scene, 'Elsewhere');
    elsewhere.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await settled(one.scene);
    expect(isShut(one)).to.equal(true);
    expect(document.activeElement).not.to.equal(one.openers[0]);
  });

  it('does not happen by a press inside', async () => {
    const one = await open();
    only(one.popover, 'h2').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await settled(one.scene);
    expect(isShut(one)).to.equal(false);
  });

  it('finds a marker that was drawn anew', async () => {
    const one = await open();
    const again = one.openers[0]!.cloneNode(true) as HTMLElement;
    one.openers[0]!.replaceWith(again);
    await press('Escape');
    expect(document.activeElement).to.equal(again);
  });

  it('goes to the marker that it was opened from last', async () => {
    const one = await open();
    await one.popover.show('fn2', one.openers[1]!);
    expect(plain(only(one.popover, 'h2'))).to.equal('Note 2');
    await press('Escape');
    expect(document.activeElement).to.equal(one.openers[1]);
  });

  it('to a claim that it carries reveals the claim', async () => {
    const one = await open();
    button(one.popover, 'It is so.').click();
    await settled(one.scene);
    expect(isShut(one)).to.equal(true);
    expect(one.store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c' });
  });
});

const list = (store: Store | null, of = sample.paper): Promise<NotesList> =>
  fixture(html`<notes-list .paper=${of} .store=${store}></notes-list>`);

describe('the list of notes', () => {
  it('has an item for each note, with its label and what is known', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const items = [...(await list(store)).querySelectorAll('[role=doc-endnotes] > ol > li')];
    expect(items.map((item) => item.id)).to.deep.equal(['note-1', 'note-2', 'note-3']);
    expect(plain(items[0]))
      .to.match(/^1 Words missing\b/u)
      .and.contain('Noam');
    expect(plain(items[0])).to.contain('Carries: It is so.');
    expect(plain(items[1])).to.contain('See Noam.');
  });

  it('leads back to every marker of a note', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const links = [...(await list(store)).querySelectorAll<HTMLAnchorElement>('#note-1 [role=doc-backlink]')];
    expect(links.map((link) => link.hash)).to.deep.equal(['#/test?marker=1', '#/test?marker=1']);
    const names = links.map((link) => link.getAttribute('aria-label'));
    names.forEach((name, at) =>
      expect(name)
        .to.contain('Back to marker 1')
        .and.contain(`place ${at + 1}`),
    );
    expect(links.map(plain)).to.deep.equal(['I ¶1, p. 4', 'I ¶2, p. 4']);
  });

  it('stands before the desk is open, with labels, status and ways back', async () => {
    const real = await realPaper();
    const bare = await list(null, real);
    expect(bare.querySelectorAll('li')).to.have.length(79);
    expect(bare.querySelectorAll('[role=doc-backlink]')).to.have.length(79);
    expect(plain(only(bare, '.notes-summary'))).to.equal(
      '79 notes; the words of all are missing from this copy.',
    );
    expect(plain(only(bare, '#note-53'))).to.match(/^53 Words missing III\.C\.1 ¶3, p\. \[57\]$/u);
  });
});

describe('the list of notes in use', () => {
  it('sums up what is missing and who is named', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const said = plain(only(await list(store), '.notes-summary'));
    expect(said)
      .to.match(/^3 notes; the words of 2 are missing/u)
      .and.match(/names a source for 2, by 1 name/u);
  });

  it('lights what is hovered, shows what is focused, goes to claims', async () => {
    const { store } = deskOn(sample.paper, { edition });
    const element = await list(store);
    only(element, '#note-2').dispatchEvent(new PointerEvent('pointerenter'));
    expect(store.desk.session.hover).to.deep.equal({ kind: 'note', id: 'fn2' });
    store.setSession({ focus: { kind: 'note', id: 'fn3' } });
    await settled(element);
    expect([...element.querySelectorAll('li.lit')].map((item) => item.id)).to.deep.equal(['note-3']);
    button(element, 'It is so.').click();
    expect(store.desk.session.focus).to.deep.equal({ kind: 'claim', id: 'c' });
  });

  it('of a paper without notes is empty', async () => {
    expect(plain(await list(null, paper(p('No notes.')).paper))).to.equal('');
  });

  it('is accessible', async () => {
    const { store } = deskOn(sample.paper, { edition });
    await expect(await list(store)).to.be.accessible();
  });
});

describe('short forms in notes', () => {
  it('are shown with what they stand for, beside the words and not among them', async () => {
    const chained = paper(
      p(
        'One',
        note('1', 'Rob Sobhani, Caspian Policy (Baku: Press, 1998), p. 4.'),
        ' two.',
        note('2', 'Ibid., p. 7.'),
      ),
    ).paper;
    const element = await list(deskOn(chained).store, chained);
    await settled(element);
    expect(plain(only(element, '#note-2 note-words'))).to.equal('Ibid., p. 7.');
    expect(plain(only(element, '#note-2 .note-stands')))
      .to.match(/^Ibid\., p\. 7\. stands for: Rob Sobhani, Caspian Policy/u)
      .and.contain('n. 1');
    expect(element.querySelector('#note-1 .note-stands')).to.equal(null);
  });
});

describe('words about notes', () => {
  it('say how sure a reading is', () => {
    expect([1, 0.9, 0.89, 0.75, 0.74, 0].map(sureness)).to.deep.equal([
      'sure',
      'sure',
      'fairly sure',
      'fairly sure',
      'unsure',
      'unsure',
    ]);
  });

  it('shorten a long quotation to its two ends, cut at words', () => {
    const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
    const short = shorten(words.join(' '), 80);
    const [head = '', tail = ''] = short.split(' … ');
    expect(short.length).to.be.at.most(84);
    expect(words.join(' ').startsWith(`${head} `)).to.equal(true);
    expect(words.join(' ').endsWith(` ${tail}`)).to.equal(true);
    expect([head.length > 20, tail.length > 20]).to.deep.equal([true, true]);
  });

  it('leave a short one as it is, without its outer quotation marks', () => {
    expect(shorten('“It\n is so.”')).to.equal('It is so.');
  });

  it('cut a word that is longer than the room there is', () => {
    for (const long of [`${'x'.repeat(300)} end`, `start ${'x'.repeat(300)}`, 'x'.repeat(300)]) {
      const short = shorten(long, 100);
      expect(short.length, short).to.be.within(40, 104);
      expect([short.startsWith(long.slice(0, 5)), short.endsWith(long.slice(-3))], short).to.deep.equal([
        true,
        true,
      ]);
    }
  });
});

describe('a list of many notes', () => {
  const labels = Array.from({ length: 1000 }, (_, at) => String(at + 1));
  const many = paper(p('Much noted', ...labels.map((label) => note(label)), '.')).paper;

  it('stands whole after a while, in order, with its ways back', async () => {
    const { store } = deskOn(many, { edition: [claim('last', { notes: ['fn1000'] })] });
    const element = await list(store, many);
    expect(element.querySelectorAll('li').length).to.be.below(1000);
    await element.whole;
    expect([...element.querySelectorAll('ol > li')].map((item) => item.id)).to.deep.equal(
      labels.map((label) => `note-${label}`),
    );
    expect(plain(only(element, '#note-1000'))).to.contain('Carries: That last.');
  });

  it('renders again only the notes that a change touches', async () => {
    const { store } = deskOn(many, { own: [claim('c', { notes: ['fn3'] })] });
    const element = await list(store, many);
    await element.whole;
    const changed = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        changed.add((target instanceof Element ? target : target.parentElement)?.closest('li')?.id ?? '');
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
    store.run(editClaim('c', { wording: 'That it is other.' }));
    await settled(element);
    observer.disconnect();
    expect(plain(only(element, '#note-3'))).to.contain('That it is other.');
    expect([...changed]).to.deep.equal(['note-3']);
  });

  it('names twelve of the notes that share a source, and counts the rest', async () => {
    const edition = [source('s', 'Everybody'), ...labels.map((label) => named(many, label))];
    const { store } = deskOn(many, { edition });
    const element = await list(store, many);
    const said = plain(only(element, '#note-1'));
    expect(said).to.contain('Also named for n. 2, n. 3,').and.contain('n. 13 and 987 more.');
  });
});

const named = (of: typeof sample.paper, label: string) =>
  support(of, label, { start: 0, end: 10 }, { sources: ['s'] });
