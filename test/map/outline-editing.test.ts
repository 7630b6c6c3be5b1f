/** Building and changing an argument in the outline by its keys, its field and its menu. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { argument, ownLayer, type Desk } from '../../src/desk/desk.ts';
import { reloadOutlineDrafts } from '../../src/map/outline-drafts.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { only, plain, settled, until } from '../support/settle.ts';
import { open, openOwn, type Open } from './opened.ts';
import { attack, claim, sampleRecords, step } from './sample.ts';

const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    const parts = key === '+' ? [key] : key.split('+');
    const held = parts.slice(0, -1);
    for (const down of held) await sendKeys({ down });
    await sendKeys({ press: parts.at(-1) ?? '' });
    for (const up of held) await sendKeys({ up });
  }
};

const field = (): HTMLTextAreaElement | null =>
  document.querySelector<HTMLTextAreaElement>('outline-field [name=words]');

/** Opens the field by a key and writes into it; `end` saves or leaves it. */
async function write(key: string, words: string, end = 'Enter'): Promise<void> {
  await press(key);
  await until(() => field() !== null && document.activeElement === field());
  await sendKeys({ type: words });
  await press(end);
  await until(() => field() === null);
}

const focusedLine = (): string => plain(document.activeElement?.querySelector('.map-name'));

const atLine = (words: string): Promise<boolean> => until(() => focusedLine() === words);

/** The wordings by what they bear on: `A < B` for a support, `A x B` for an attack, `A x step to B` for an undercut. */
function told(desk: Desk): string[] {
  const graph = argument(desk);
  const name = (id: string): string => graph.claims.get(id)?.wording ?? id;
  const steps = [...graph.inferences.values()].map(
    ({ premises, conclusion }) =>
      `${premises.map((one) => name(one.claim)).join(' + ')} > ${name(conclusion)}`,
  );
  const attacks = [...graph.conflicts.values()].map(({ from, to, mutual }) => {
    const strikes = graph.inferences.get(to);
    return `${name(from)} ${mutual ? '<x>' : 'x'} ${strikes ? `step to ${name(strikes.conclusion)}` : name(to)}`;
  });
  return [...steps, ...attacks].sort();
}

function fresh(records: readonly NotebookRecord[] = []): Promise<Open> {
  sessionStorage.clear();
  reloadOutlineDrafts();
  return openOwn(records, 'outline');
}

const line = (id: string): HTMLElement => only(document, `[role=treeitem][data-claim="${id}"]`);

async function at(id: string): Promise<void> {
  line(id).focus();
  await until(() => document.activeElement === line(id));
}

const menuItem = (id: string): HTMLButtonElement => only(document, `outline-menu [data-act="${id}"]`);

/** Chooses from the menu of the focused line. */
async function choose(id: string): Promise<void> {
  await press('Shift+F10');
  await until(() => document.querySelector('outline-menu [role=menu]'));
  menuItem(id).click();
  await settled();
}

// What a field left open is kept for this tab, and the next file of tests may run in the same one.
after(() => sessionStorage.clear());

describe('editing in the outline', () => {
  it('builds an argument from nothing by keys alone', async () => {
    const { store } = await fresh();
    only<HTMLButtonElement>(document, '.map-outline-empty button').focus();
    await write('Enter', 'The end');
    await atLine('The end');
    await write('+', 'First reason');
    await atLine('First reason');
    await write('Shift+Enter', 'Second reason');
    await atLine('Second reason');
    await press('Control+j');
    await until(() => told(store.desk).includes('First reason + Second reason > The end'));
    await write('-', 'An objection');
    await atLine('An objection');
    await press('=');
    await until(() => told(store.desk).some((one) => one.includes('<x>')));
    expect(told(store.desk)).to.deep.equal([
      'An objection <x> Second reason',
      'First reason + Second reason > The end',
    ]);
    await at(
      [...argument(store.desk).claims.values()].find((one) => one.wording === 'First reason')?.id ?? '',
    );
    await write('_', 'It does not follow');
    expect(told(store.desk)).to.include('It does not follow x step to The end');
    const roles = [...argument(store.desk).claims.values()].map(({ role }) => role);
    expect(roles).to.deep.equal(['conclusion', 'premise', 'premise', 'premise', 'premise']);
  });

  it('edits a wording in place, and says no to an empty one', async () => {
    const { store } = await fresh(sampleRecords);
    await at('d2');
    await press('F2');
    await until(() => document.activeElement === field());
    expect(field()?.value).to.equal(
      'Strategic, economic and territorial interests tied Russia to the Caspian.',
    );
    field()!.value = ' ';
    await press('Enter');
    await until(() => plain(document.querySelector('.outline-problem')) !== '');
    expect(plain(document.querySelector('.outline-problem'))).to.equal('A claim needs words.');
    await sendKeys({ type: 'Better so' });
    await press('Enter');
    await until(() => field() === null);
    expect(argument(store.desk).claims.get('d2')?.wording).to.equal('Better so');
    await atLine('Better so');
  });

  it('keeps what is typed when the field is left, and over a reload', async () => {
    const first = await fresh(sampleRecords);
    await at('d2');
    await write('+', 'Half a thought', 'Escape');
    await until(() => document.activeElement === line('d2'));
    expect(ownLayer(first.store.desk).records.size).to.equal(sampleRecords.length);
    expect(plain(line('d2').closest('.map-row'))).to.contain('unsaved words are kept');
    await press('+');
    await until(() => field()?.value === 'Half a thought');
    first.frame.remove();
    reloadOutlineDrafts();
    const second = await openOwn(sampleRecords, 'outline');
    await until(() => field()?.value === 'Half a thought');
    expect(document.activeElement === field(), 'a reload does not take the focus').to.equal(false);
    field()?.focus();
    await press('Enter');
    await until(() => field() === null);
    expect(told(second.store.desk)).to.include(
      'Half a thought > Strategic, economic and territorial interests tied Russia to the Caspian.',
    );
    await atLine('Half a thought');
    await press('ArrowUp', '+');
    await until(() => field() !== null);
    expect(field()?.value).to.equal('');
  });

  it('cuts and puts a claim elsewhere, with what is said of its step and what attacks it', async () => {
    const { store } = await fresh(sampleRecords);
    await at('p4');
    await press('Control+x');
    await at('d1');
    await press('Control+v');
    await until(() => argument(store.desk).inferences.get('s7')?.conclusion === 'd1');
    expect(argument(store.desk).inferences.get('s7')?.gist).to.equal('How p4 lead to d2.');
    await until(() => document.activeElement === line('p4'));
    await at('d1');
    await press('Control+x');
    await at('p4');
    await press('Control+v');
    await settled();
    expect(
      argument(store.desk)
        .inferences.get('s1')
        ?.premises.map((one) => one.claim),
    ).to.deep.equal(['d1', 'd2', 'd3']);
  });

  it('turns support into attack and back, and unlinks', async () => {
    const { store } = await fresh([
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      claim('c', 'premise', 'C'),
      step('s', ['b', 'c'], 'a'),
    ]);
    await at('c');
    await press('!');
    await until(() => told(store.desk).includes('C x A'));
    expect(told(store.desk)).to.deep.equal(['B > A', 'C x A']);
    await until(() => document.activeElement === line('c'));
    await press('!');
    await until(() => told(store.desk).includes('C > A'));
    await until(() => document.activeElement === line('c'));
    await press('Control+j');
    await until(() => told(store.desk).includes('B + C > A'));
    await until(() => document.activeElement === line('c'));
    await press('Control+j');
    await until(() => told(store.desk).length === 2);
    expect(told(store.desk)).to.deep.equal(['B > A', 'C > A']);
  });

  it('deletes with Delete, and gives the focus to a neighbour', async () => {
    const { store } = await fresh(sampleRecords);
    await at('p4');
    await press('Delete');
    await until(() => !argument(store.desk).claims.has('p4'));
    await until(() => document.activeElement?.matches('[role=treeitem]'));
    store.undo();
    await settled();
    expect(argument(store.desk).claims.has('p4')).to.equal(true);
  });

  it('has a menu with all of it, and the reason where something cannot be done', async () => {
    const { pane } = await open(sampleRecords, 'outline');
    await at('d2');
    await press('Shift+F10');
    await until(() => document.activeElement?.closest('outline-menu'));
    const edit = menuItem('edit');
    expect(edit.getAttribute('aria-disabled')).to.equal('true');
    expect(plain(edit)).to.contain('belongs to “The edition’s reading”');
    // The reason that many have in common is seen once, and said of each.
    const another = menuItem('another').querySelector('.outline-why');
    expect(plain(another)).to.contain('belongs to “The edition’s reading”');
    expect(another?.matches('.visually-hidden')).to.equal(true);
    edit.click();
    expect(field()).to.equal(null);
    await expect(pane).to.be.accessible();
    await press('Escape');
    await until(() => document.activeElement === line('d2'));
    expect(document.querySelector('outline-menu [role=menu]')).to.equal(null);
  });

  it('changes roles by number, groups, notes and wordings by the menu', async () => {
    const { store } = await fresh(sampleRecords);
    const now = (): ReturnType<typeof claim> | undefined => argument(store.desk).claims.get('p4');
    await at('p4');
    await press('2');
    await until(() => now()?.role === 'issue');
    await choose('notes');
    await until(() => document.activeElement === field());
    expect(field()?.value).to.equal('36');
    await sendKeys({ type: '5, 99' });
    await press('Enter');
    await until(() => plain(document.querySelector('.outline-problem')) === 'The paper has no note 99.');
    field()?.select();
    await sendKeys({ type: '5, 7' });
    await press('Enter');
    await until(() => now()?.notes.join() === 'fn5,fn7');
    await atLine('The Gabala radar cannot be replaced.');
    await choose('group');
    await until(() => document.activeElement === field());
    await sendKeys({ type: 'The radar' });
    await press('Enter');
    await until(() => argument(store.desk).groups.get(now()?.group ?? '')?.title === 'The radar');
    await atLine('The Gabala radar cannot be replaced.');
    await choose('another');
    await until(() => document.activeElement === field());
    await sendKeys({ type: 'Gabala has no like' });
    await press('Enter');
    await until(() => now()?.wordings.length === 1);
    await until(() => document.querySelector('[data-kind=wording]'));
    await press('ArrowDown');
    await atLine('Gabala has no like');
    await choose('promote');
    await until(() => now()?.wording === 'Gabala has no like');
  });

  it('has nothing for axe to find while one writes', async () => {
    const { pane } = await fresh(sampleRecords);
    await at('d2');
    await press('+');
    await until(() => document.activeElement === field());
    await expect(pane).to.be.accessible();
    await press('Escape');
    await until(() => document.activeElement === line('d2'));
    await press('F2');
    await until(() => document.activeElement === field());
    await expect(pane).to.be.accessible();
  });

  it('keeps the keys of the tree while a field is open in it', async () => {
    const { store } = await fresh([
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      attack('x', 'b', 'a', 'rebut'),
    ]);
    await at('a');
    await press('F2');
    await until(() => document.activeElement === field());
    await press('End', 'Delete', 'ArrowDown', '+', '1');
    expect(field()?.value).to.equal('A+1');
    expect(document.activeElement === field()).to.equal(true);
    expect(argument(store.desk).claims.size).to.equal(2);
  });
});
