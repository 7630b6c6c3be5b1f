/** `<work-dialog>`: each way to attach a work, what was read and what was not, and that nothing pasted is dropped; with axe. */
import { expect, fixture, html } from '@open-wc/testing';
import { citedIn, works, worksBy } from '../../src/desk/sources.ts';
import type { Store } from '../../src/desk/store.ts';
import { addWorks, type Attachment } from '../../src/desk/supply-commands.ts';
import { findingSentence } from '../../src/formats/finding.ts';
import { readReferences } from '../../src/formats/references.ts';
import '../../src/margin/work-dialog.ts';
import type { WorkDialog } from '../../src/margin/work-dialog.ts';
import { draftFor, keepDraft, reloadDrafts } from '../../src/margin/work-draft.ts';
import type { ReadReferences } from '../../src/margin/work-import.ts';
import { deskOn, source, support } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';
import { button, only, plain, settled, until } from '../support/settle.ts';
import { announced, write } from './cards.ts';

const sample = paper(p('<a>It is so<b>', note('1'), '; and so', note('2'), '.'));
const edition = [
  source('noam', 'Noam'),
  support(sample.paper, '1', sample.range('a', 'b'), { sources: ['noam'] }),
];
const toNote: Attachment = { note: 'fn1', source: null };
const toNoam: Attachment = { note: null, source: 'noam' };

const read: ReadReferences = async (text, name) => {
  const { items, findings } = await readReferences(text, name);
  return { items, findings: findings.map(findingSentence) };
};

const whole = '@book{one, author = {Ada, A.}, title = {One}, year = {1999}}\n';
const broken = '@book{two, title = }\n';

interface Open {
  readonly dialog: WorkDialog;
  readonly store: Store;
  readonly opener: HTMLElement;
}

async function place(reader: ReadReferences | null = read): Promise<Open> {
  const { store } = deskOn(sample.paper, { edition });
  const scene = await fixture<HTMLElement>(
    html`<div>
      <button>Opener</button>
      <work-dialog .store=${store} .read=${reader}></work-dialog>
    </div>`,
  );
  return { dialog: only<WorkDialog>(scene, 'work-dialog'), store, opener: only(scene, 'div > button') };
}

async function ask({ dialog, opener }: Open, to: Attachment, work: string | null = null): Promise<void> {
  await dialog.ask(to, work, opener);
  await settled(dialog);
}

const way = async (dialog: WorkDialog, value: string): Promise<void> => {
  only(dialog, `[name=way][value=${value}]`).click();
  await settled(dialog);
};

const field = (dialog: WorkDialog): HTMLTextAreaElement => only(dialog, 'work-import textarea');

async function paste(dialog: WorkDialog, text: string): Promise<void> {
  await way(dialog, 'paste');
  write(field(dialog), text);
  await until(() => dialog.querySelector('work-import [role=status] p'));
  await settled(dialog);
}

async function close(dialog: WorkDialog): Promise<void> {
  only<HTMLDialogElement>(dialog, 'dialog').close();
  await until(() => !dialog.querySelector('dialog'));
}

const checked = (dialog: WorkDialog): boolean[] =>
  [...dialog.querySelectorAll<HTMLInputElement>('.work-preview input')].map((one) => one.checked);

describe('the dialog for works', () => {
  afterEach(() => {
    sessionStorage.clear();
    reloadDrafts();
  });

  it('says what the work is for; axe finds nothing in any way in', async () => {
    const open = await place();
    open.store.run(addWorks([{ id: 'k', type: 'book', title: 'Known' }], toNoam));
    await ask(open, toNote);
    expect(plain(only(open.dialog, 'h2'))).to.equal('Attach a source to note 1');
    for (const one of ['type', 'paste', 'known']) {
      await way(open.dialog, one);
      await expect(open.dialog).to.be.accessible();
    }
    await close(open.dialog);
    expect(document.activeElement).to.equal(open.opener);
    await ask(open, toNoam);
    expect(plain(only(open.dialog, 'h2'))).to.equal('Attach a work by Noam');
  });

  it('offers only the ways that there are', async () => {
    const open = await place(null);
    await ask(open, toNote);
    const ways = [...open.dialog.querySelectorAll<HTMLInputElement>('[name=way]')].map((one) => one.value);
    expect(ways).to.deep.equal(['type']);
  });

  it('attaches what is typed as it is typed, and closing it at once loses nothing', async () => {
    const open = await place();
    await ask(open, toNote);
    const title = only<HTMLInputElement>(open.dialog, 'work-form [name=title]');
    title.value = 'Half a ti';
    title.dispatchEvent(new Event('input', { bubbles: true }));
    await close(open.dialog);
    expect(citedIn(open.store.desk, 'fn1').map(({ work }) => work.item.title)).to.deep.equal(['Half a ti']);
  });

  it('attaches a work that the notebook has, once', async () => {
    const open = await place();
    open.store.run(addWorks([{ id: 'k', type: 'book', title: 'Known' }], toNoam));
    await ask(open, toNote);
    await way(open.dialog, 'known');
    const heard = announced(open.dialog);
    only(open.dialog, 'work-choice .picker-choice').click();
    expect(heard).to.deep.equal([{ words: 'Source attached', offer: 'undo' }]);
    expect(citedIn(open.store.desk, 'fn1').map(({ work }) => work.item.title)).to.deep.equal(['Known']);
    expect(works(open.store.desk).size).to.equal(1);
    await until(() => !open.dialog.querySelector('dialog'));
    await ask(open, toNote);
    await way(open.dialog, 'known');
    expect(only<HTMLButtonElement>(open.dialog, 'work-choice .picker-choice').disabled).to.equal(true);
  });

  it('shows what was read and names what was not; axe finds nothing', async () => {
    const open = await place();
    await ask(open, toNote);
    await paste(open.dialog, whole + broken);
    expect(plain(only(open.dialog, 'work-import [role=status]'))).to.equal('1 work read; 1 not understood.');
    expect(plain(only(open.dialog, '.work-preview'))).to.contain('One');
    expect(plain(only(open.dialog, '.work-findings li'))).to.equal(
      'Entry 2 ‘two’, line 2: a value is missing.',
    );
    await expect(open.dialog).to.be.accessible();
    only(open.dialog, '.work-preview input').click();
    await settled(open.dialog);
    expect(button(open.dialog, 'Attach').disabled).to.equal(true);
  });

  it('edits a work: its fields, and nothing to paste into', async () => {
    const open = await place();
    open.store.run(addWorks([{ id: 'k', type: 'book', title: 'Known' }], toNote));
    const [id] = [...works(open.store.desk).keys()];
    keepDraft(sample.paper.id, toNote, whole);
    await ask(open, toNote, id);
    expect(plain(only(open.dialog, 'h2'))).to.equal('Edit a work');
    expect(only<HTMLInputElement>(open.dialog, '[name=title]').value).to.equal('Known');
    expect(open.dialog.querySelector('work-import')).to.equal(null);
    await expect(open.dialog).to.be.accessible();
  });
});

describe('what was pasted and not attached', () => {
  afterEach(() => {
    sessionStorage.clear();
    reloadDrafts();
  });

  it('is there when the dialog opens again for the same note, and nowhere else', async () => {
    const open = await place();
    await ask(open, toNote);
    await paste(open.dialog, whole);
    await close(open.dialog);
    await ask(open, toNote);
    expect(field(open.dialog).value).to.equal(whole);
    await until(() => open.dialog.querySelector('.work-preview li'));
    expect(only(open.dialog, 'work-import').hidden).to.equal(false);
    await close(open.dialog);
    for (const other of [toNoam, { note: 'fn2', source: null }]) {
      await ask(open, other);
      expect(field(open.dialog).value).to.equal('');
      await close(open.dialog);
    }
  });

  it('is there after a reload', async () => {
    const open = await place();
    await ask(open, toNoam);
    await paste(open.dialog, whole);
    await close(open.dialog);
    reloadDrafts();
    await ask(open, toNoam);
    expect(field(open.dialog).value).to.equal(whole);
  });

  it('is kept though the dialog goes in the middle of a word', async () => {
    const open = await place();
    await ask(open, toNote);
    await way(open.dialog, 'paste');
    field(open.dialog).value = '@book{thr';
    field(open.dialog).dispatchEvent(new Event('input', { bubbles: true }));
    await close(open.dialog);
    expect(draftFor(sample.paper.id, toNote)).to.equal('@book{thr');
  });

  it('is forgotten when all of it was attached', async () => {
    const open = await place();
    await ask(open, toNoam);
    await paste(open.dialog, whole);
    button(open.dialog, 'Attach this work').click();
    await until(() => !open.dialog.querySelector('dialog'));
    expect(worksBy(open.store.desk, 'noam')).to.have.length(1);
    expect(draftFor(sample.paper.id, toNoam)).to.equal('');
  });

  it('waits where some of it was not understood; what was attached is not offered twice', async () => {
    const open = await place();
    await ask(open, toNote);
    await paste(open.dialog, whole + broken);
    button(open.dialog, 'Attach this work').click();
    await until(() => !open.dialog.querySelector('dialog'));
    await ask(open, toNote);
    expect(field(open.dialog).value).to.equal(whole + broken);
    await until(() => open.dialog.querySelector('.work-preview li'));
    expect(checked(open.dialog)).to.deep.equal([false]);
    expect(plain(only(open.dialog, '.work-preview li'))).to.contain('attached already');
    write(field(open.dialog), `${whole}@book{two, title = {Two}}\n`);
    await until(() => open.dialog.querySelectorAll('.work-preview li').length === 2);
    await settled(open.dialog);
    expect(checked(open.dialog)).to.deep.equal([false, true]);
    button(open.dialog, 'Attach this work').click();
    expect(citedIn(open.store.desk, 'fn1').map(({ work }) => work.item.title)).to.deep.equal(['One', 'Two']);
    expect(draftFor(sample.paper.id, toNote)).to.equal('');
  });

  it('is cleared by a button, which then puts it back', async () => {
    const open = await place();
    await ask(open, toNote);
    await paste(open.dialog, whole);
    button(open.dialog, 'Clear').focus();
    button(open.dialog, 'Clear').click();
    await settled(open.dialog);
    expect(field(open.dialog).value).to.equal('');
    expect(draftFor(sample.paper.id, toNote)).to.equal('');
    expect(open.dialog.querySelector('.work-preview')).to.equal(null);
    expect(plain(document.activeElement)).to.equal('Put it back');
    button(open.dialog, 'Put it back').click();
    await settled(open.dialog);
    expect(field(open.dialog).value).to.equal(whole);
    expect(draftFor(sample.paper.id, toNote)).to.equal(whole);
  });

  it('is kept by the tab where it is too long for a reload or storage is refused, and says so', () => {
    const long = 'x'.repeat(1_000_001);
    expect(keepDraft('one', toNote, 'short')).to.equal(true);
    expect(keepDraft('one', toNote, long)).to.equal(false);
    expect(draftFor('one', toNote)).to.equal(long);
    reloadDrafts();
    expect(draftFor('one', toNote)).to.equal('');
    sessionStorage.setItem('filler', 'x'.repeat(5_000_000));
    expect(keepDraft('one', toNote, 'y'.repeat(900_000))).to.equal(false);
    expect(draftFor('one', toNote)).to.equal('y'.repeat(900_000));
    expect(keepDraft('one', toNote, '')).to.equal(true);
  });
});
