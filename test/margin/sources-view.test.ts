/** `<sources-view>`: the list of authorities, its keys, what falls without one; with axe, and with a thousand notes. */
import { expect, fixture, html } from '@open-wc/testing';
import { sources } from '../../src/desk/desk.ts';
import type { SourceRequest, WorkRequest } from '../../src/desk/requests.ts';
import { worksBy } from '../../src/desk/sources.ts';
import type { Store } from '../../src/desk/store.ts';
import { addWorks } from '../../src/desk/supply-commands.ts';
import '../../src/margin/sources-view.ts';
import type { SourcesView } from '../../src/margin/sources-view.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { attack, claim, deskOn, source, step, support } from '../support/desk.ts';
import { note, p, paper, section, type Sample } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { announced } from './cards.ts';

const sample = paper(
  section(
    'I.',
    'Title',
    p(
      '<a>As Zoë says, it is so<b>',
      note('1'),
      '; <c>“and so it is”<d>',
      note('2'),
      '; <e>again<f>',
      note('3'),
      '.',
    ),
  ),
);
const edition = [
  source('zoe', 'Zoë'),
  source('anna', 'Anna'),
  support(sample.paper, '1', sample.range('a', 'b'), { sources: ['zoe'] }),
  support(sample.paper, '2', sample.range('c', 'd'), { sources: ['anna'], scope: 'quotation' }),
  support(sample.paper, '3', sample.range('e', 'f')),
  claim('p', { notes: ['fn1'], wording: 'It is so.' }),
  claim('q', { notes: ['fn1', 'fn2'] }),
  claim('r', { role: 'conclusion' }),
  claim('t', { notes: ['fn3'] }),
  claim('bare'),
  step('s', ['p'], 'r'),
  attack('x', 'p', 'q'),
];

interface Open {
  readonly view: SourcesView;
  readonly store: Store;
}

async function open(records: readonly NotebookRecord[] = edition, on: Sample = sample): Promise<Open> {
  const { store } = deskOn(on.paper, { edition: records });
  const view = await fixture<SourcesView>(html`<sources-view .store=${store}></sources-view>`);
  await settled(view);
  return { view, store };
}

const names = (view: SourcesView): string[] =>
  [...view.querySelectorAll('.source-label')].map((one) => plain(one));
const head = (view: SourcesView, id: string): HTMLElement => only(view, `#source-${id}`);
const press = (key: string): void =>
  void document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
const here = (): string => plain(document.activeElement);

describe('the view of sources', () => {
  it('lists the authorities by share, nobody last, with their numbers; axe finds nothing', async () => {
    const { view } = await open();
    expect(names(view)).to.deep.equal(['Zoë', 'Anna', 'Nobody named']);
    expect(plain(head(view, 'zoe'))).to.equal('Zoë 1 note · 2 claims');
    expect(plain(view)).to.contain('2 names for 2 of 3 notes. 3 of 5 claims rest on notes.');
    await expect(view).to.be.accessible();
  });

  it('orders by name, and by first mention', async () => {
    const { view } = await open();
    const order = only<HTMLSelectElement>(view, 'select');
    for (const [value, first] of [
      ['name', 'Anna'],
      ['mention', 'Zoë'],
    ] as const) {
      order.value = value;
      order.dispatchEvent(new Event('change'));
      await settled(view);
      expect(names(view)[0]).to.equal(first);
      expect(names(view).at(-1)).to.equal('Nobody named');
    }
  });

  it('filters by name, note and claim, without diacritics; says so where nothing is left', async () => {
    const { view } = await open();
    const filter = only<HTMLInputElement>(view, '.sources-filter');
    const write = async (words: string): Promise<string[]> => {
      filter.value = words;
      filter.dispatchEvent(new Event('input'));
      await settled(view);
      return names(view);
    };
    expect(await write('ZOE')).to.deep.equal(['Zoë']);
    expect(await write('n. 2')).to.deep.equal(['Anna']);
    expect(await write('it is so')).to.deep.equal(['Zoë']);
    expect(await write('nowhere')).to.deep.equal([]);
    expect(plain(view)).to.contain('No source has “nowhere” in its name, notes or claims.');
    expect(await write('')).to.have.length(3);
  });

  it('opens an authority: claims, what leans on them, passages with how they are quoted, notes', async () => {
    const { view, store } = await open();
    head(view, 'zoe').click();
    await settled(view);
    const body = plain(only(view, '.source-body'));
    expect(body).to.contain(
      '1 of the 2 notes with a name behind them; 2 of the 3 claims that rest on notes (67 %).',
    );
    expect(body).to.contain('1 claim through steps of the argument, among them:');
    expect(body).to.contain('In the author’s words: As Zoë says, it is so');
    expect(plain(only(view, '.source-notes'))).to.contain('n. 1');
    await expect(view).to.be.accessible();
    only<HTMLElement>(view, '.source-body [data-claim="p"]').click();
    expect(store.desk.session.reveal?.target).to.deep.equal({ kind: 'claim', id: 'p' });
  });

  it('lights an authority while the pointer or the focus is there', async () => {
    const { view, store } = await open();
    head(view, 'anna').focus();
    expect(store.desk.session.hover).to.deep.equal({ kind: 'source', id: 'anna' });
    head(view, 'anna').blur();
    expect(store.desk.session.hover).to.equal(null);
    only(view, '[data-source="zoe"]').dispatchEvent(new PointerEvent('pointerenter'));
    expect(store.desk.session.hover).to.deep.equal({ kind: 'source', id: 'zoe' });
    view.remove();
    expect(store.desk.session.hover).to.equal(null);
  });

  it('is walked with the arrow keys, Home and End; right opens, left shuts', async () => {
    const { view } = await open();
    only(view, '.sources-filter').focus();
    press('ArrowDown');
    expect(here()).to.contain('Zoë');
    press('ArrowRight');
    await settled(view);
    press('ArrowDown');
    expect(here()).to.equal('Without this source');
    press('ArrowDown');
    expect(here()).to.equal('It is so.');
    press('ArrowLeft');
    expect(here()).to.contain('Zoë');
    press('ArrowLeft');
    await settled(view);
    expect(view.querySelector('.source-body')).to.equal(null);
    press('End');
    expect(here()).to.equal('How it is counted');
    press('Home');
    expect(here()).to.contain('Zoë');
    press('ArrowUp');
    expect(here()).to.contain('Zoë');
  });

  it('shows an authority that was asked for, with the focus on it; not one that is not there', async () => {
    const { view } = await open();
    expect(await view.show('anna')).to.equal(true);
    expect(document.activeElement).to.equal(head(view, 'anna'));
    expect(head(view, 'anna').getAttribute('aria-expanded')).to.equal('true');
    expect(await view.show('gone')).to.equal(false);
  });

  it('lists claims with no source, on one authority only, and how much is quoted', async () => {
    const { view } = await open();
    const sections = [...view.querySelectorAll<HTMLDetailsElement>('details[data-section]')];
    for (const one of sections) one.open = true;
    // The browser tells of an opened section later, in a task of its own.
    await until(() => view.querySelectorAll('.sources-section[open] h4').length >= 7);
    await settled(view);
    const [none, one, quoting] = sections.map((each) => plain(each));
    expect(none).to.contain('the author’s own word 1 That bare.');
    expect(none).to.contain('other claims carry it 1 That r.');
    expect(none).to.contain('nobody is named 1 That t.');
    expect(one).to.contain('All its notes name the same one 1 It is so. Zoë');
    expect(quoting).to.contain('1 quoted, 0 partly quoted, 2 in the author’s words, of 3.');
    await expect(view).to.be.accessible();
    let asked: SourceRequest | null = null;
    view.addEventListener('source-request', (event) => (asked = event));
    button(sections[1]!, 'Zoë').click();
    expect(asked!.authority).to.equal('zoe');
  });
});

describe('what a reader supplies to an authority', () => {
  const supply = async (id = 'zoe') => {
    const { view, store } = await open();
    head(view, id).click();
    await settled(view);
    return { view, store, heard: announced(view) };
  };
  const typeName = (view: SourcesView, words: string): void => {
    const field = only<HTMLInputElement>(view, 'name-editor input');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  it('asks for a work of it, and shows those that are there with edit and detach; axe finds nothing', async () => {
    const { view, store, heard } = await supply();
    const asked: WorkRequest[] = [];
    view.addEventListener('work-request', (event) => asked.push(event));
    button(view, 'Attach a work …').click();
    store.run(addWorks([{ id: 'k', type: 'book', title: 'Known' }], { note: null, source: 'zoe' }));
    await settled(view);
    const [cited] = worksBy(store.desk, 'zoe');
    expect(plain(only(view, '.note-work')))
      .to.contain('Known')
      .and.to.contain('supplied by you');
    await expect(view).to.be.accessible();
    const line = plain(only(view, '.work-line'));
    button(view, `Edit the work: ${line}`).click();
    expect(asked.map(({ to, work }) => [to.note, to.source, work])).to.deep.equal([
      [null, 'zoe', null],
      [null, 'zoe', cited?.work.id],
    ]);
    button(view, `Detach the work: ${line}`).click();
    await settled(view);
    expect(heard.at(-1)).to.deep.equal({ words: 'Work detached; it stays in your notebook', offer: 'undo' });
    expect(here()).to.equal('Attach a work …');
    store.undo();
    await settled(view);
    expect(view.querySelectorAll('.note-work')).to.have.length(1);
  });

  it('corrects the name as it is typed, undone as one, and leads back to the first name', async () => {
    const { view, store, heard } = await supply();
    const name = (): unknown => sources(store.desk).get('zoe');
    button(view, 'Correct the name …').click();
    await settled(view);
    expect(document.activeElement).to.equal(only(view, 'name-editor input'));
    await expect(view).to.be.accessible();
    for (const words of ['Zoë P', '', 'Zoë Pal', '  Zoë   Palmer ']) typeName(view, words);
    expect(name()).to.deep.include({ name: 'Zoë Palmer', variants: ['Zoë'] });
    press('Escape');
    await settled(view);
    expect(heard).to.deep.equal([{ words: 'Named Zoë Palmer from now on', offer: 'undo' }]);
    expect(here()).to.equal('Correct the name …');
    expect(names(view)).to.include('Zoë Palmer');
    expect(plain(view)).to.contain('Named by you; before: Zoë');
    store.undo();
    expect(name()).to.deep.include({ name: 'Zoë', variants: [] });
    store.redo();
    await settled(view);
    button(view, 'Back to the first name').click();
    await settled(view);
    expect(name()).to.equal(edition[0]);
    expect(heard.at(-1)).to.deep.equal({ words: 'Back to the first name', offer: 'undo' });
    expect(view.querySelectorAll('source-supply button')).to.have.length(2);
  });

  it('keeps a half-typed name though the row is shut, and the first one where the field was emptied', async () => {
    const { view, store } = await supply();
    button(view, 'Correct the name …').click();
    await settled(view);
    const field = only<HTMLInputElement>(view, 'name-editor input');
    field.value = 'Zoë Pa';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    head(view, 'zoe').click();
    await settled(view);
    expect(sources(store.desk).get('zoe')?.name).to.equal('Zoë Pa');
    head(view, 'anna').click();
    await settled(view);
    button(view, 'Correct the name …').click();
    await settled(view);
    typeName(view, 'An');
    typeName(view, ' ');
    expect(sources(store.desk).get('anna')).to.equal(edition[1]);
  });

  it('offers nothing where nobody is named, and the work itself where a work stands for a name', async () => {
    const { view, store } = await supply('');
    expect(only(view, 'source-supply').childElementCount).to.equal(0);
    store.run(addWorks([{ id: 'k', type: 'book', title: 'Known' }], { note: 'fn3', source: null }));
    await settled(view);
    const asked: WorkRequest[] = [];
    view.addEventListener('work-request', (event) => asked.push(event));
    const row = [...view.querySelectorAll<HTMLElement>('.source-toggle')].find((one) =>
      plain(one).includes('Known'),
    );
    row?.click();
    await settled(view);
    button(view, 'Edit the work …').click();
    expect(asked[0]?.work).to.be.a('string');
  });
});

describe('without a source, in the view', () => {
  it('says what falls, step by step, and by which way; Escape puts all back', async () => {
    const { view, store } = await open();
    head(view, 'zoe').click();
    await settled(view);
    button(view, 'Without this source').click();
    await settled(view);
    expect(button(view, 'Without this source').getAttribute('aria-pressed')).to.equal('true');
    const panel = (): string => plain(only(view, '.without'));
    expect(plain(only(view, 'without-panel [role=status]'))).to.equal(
      'Without Zoë: 2 claims fall; 1 weaker.',
    );
    expect(panel()).to.contain('Step 1 of 2: 1 claim loses its only notes');
    expect(panel()).to.contain('Zoë, n. 1');
    expect(panel()).to.contain('Attacked no longer That q.');
    await expect(view).to.be.accessible();
    button(view, 'Step by step').click();
    await settled(view);
    expect(store.desk.session.withoutStep).to.equal(0);
    expect(panel()).to.contain('1 of 2 claims fallen so far');
    button(view, 'Next step').click();
    await settled(view);
    expect(panel()).to.contain('Step 2 of 2: 1 claim loses its last support');
    expect(plain(only(view, '.source-way-down'))).to.equal('Zoë, n. 1 It is so.');
    button(view, 'Next step').click();
    expect(store.desk.session.withoutStep).to.equal(1);
    button(view, 'Previous step').focus();
    press('Escape');
    await settled(view);
    expect(view.querySelector('.without')).to.equal(null);
    expect(store.desk.session.without.size).to.equal(0);
  });

  it('takes several away together, and puts one back', async () => {
    const { view, store } = await open();
    store.setSession({ without: new Set(['zoe', 'anna']) });
    await settled(view);
    expect(plain(only(view, '#without-title'))).to.equal('Without Zoë and Anna');
    button(view, 'Put Zoë back').click();
    await settled(view);
    expect([...store.desk.session.without]).to.deep.equal(['anna']);
    button(view, 'Put everything back').click();
    expect(store.desk.session.without.size).to.equal(0);
  });
});

describe('the view of sources where there is little or much', () => {
  it('says so for a paper without notes, and without a reading', async () => {
    const bare = paper(p('No notes here.'));
    expect(plain((await open([], bare)).view)).to.contain(
      'This paper has no notes. Nobody has made a claim of it yet.',
    );
    const { view } = await open([]);
    expect(plain(view)).to.contain('0 names for 0 of 3 notes. Nobody has made a claim yet');
    expect(names(view)).to.deep.equal(['Nobody named']);
    await expect(view).to.be.accessible();
  });

  it('with 1,000 notes of 300 authorities and 5,000 claims it draws a slice at a time', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => `${at + 1}`);
    const big = paper(...many.map((label) => p(`<a${label}>Words of ${label}<b${label}>`, note(label), '.')));
    const records = [
      ...Array.from({ length: 300 }, (_, at) => source(`s${at}`, `Name ${at}`)),
      ...many.map((label) =>
        support(big.paper, label, big.range(`a${label}`, `b${label}`), {
          sources: [`s${Number(label) % 300}`],
        }),
      ),
      ...Array.from({ length: 5000 }, (_, at) => claim(`c${at}`, { notes: [`fn${(at % 1000) + 1}`] })),
      ...Array.from({ length: 4999 }, (_, at) => step(`i${at}`, [`c${at}`], `c${at + 1}`)),
    ];
    const { view, store } = await open(records, big);
    expect(names(view)).to.have.length(300);
    expect(view.querySelectorAll('*').length).to.be.below(5000);
    store.setSession({ without: new Set(['s1']) });
    await settled(view);
    expect(plain(only(view, '#without-title'))).to.equal('Without Name 1');
    const row = head(view, 's1');
    row.click();
    await settled(view);
    expect(view.querySelectorAll('.source-body .source-claim').length).to.be.at.most(60);
  });
});
