/** `<support-editor>`: passage, scope, names and reason of a note, each counting at once, and the way back; with axe. */
import { expect, fixture, html } from '@open-wc/testing';
import { sources } from '../../src/desk/desk.ts';
import type { PassageRequest } from '../../src/desk/requests.ts';
import { supportOf, type SupportReading } from '../../src/desk/sources.ts';
import type { Store } from '../../src/desk/store.ts';
import '../../src/margin/support-editor.ts';
import type { SupportEditor } from '../../src/margin/support-editor.ts';
import { press } from '../reader/pane.ts';
import { deskOn, source, support } from '../support/desk.ts';
import { note, p, paper } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { announced, write } from './cards.ts';

const sample = paper(p('<a>As Noam says, it is so<b>', note('1'), '; <c>and so on<d>', note('2'), '.'));
const edition = [
  source('noam', 'Noam'),
  source('lev', 'Lev'),
  support(sample.paper, '1', sample.range('a', 'b'), { sources: ['noam'], scope: 'clause' }),
];

interface Open {
  readonly editor: SupportEditor;
  readonly store: Store;
  readonly heard: readonly { words: string; offer: unknown }[];
}

async function open(label = '1'): Promise<Open> {
  const { store } = deskOn(sample.paper, { edition });
  const of = sample.paper.notes.find((one) => one.label === label) ?? null;
  const editor = await fixture<SupportEditor>(
    html`<support-editor .note=${of} .store=${store}></support-editor>`,
  );
  await settled(editor);
  return { editor, store, heard: announced(editor) };
}

const reading = (store: Store, of = 'fn1'): SupportReading | null => supportOf(store.desk, of);
const field = <E extends HTMLElement = HTMLInputElement>(editor: SupportEditor, name: string): E =>
  only<E>(editor, `[name=${name}]`);

describe('the editor of what a note supports', () => {
  it('shows what is read now and says for which note a passage is chosen; axe finds nothing', async () => {
    const { editor, store } = await open();
    expect(field<HTMLSelectElement>(editor, 'scope').value).to.equal('clause');
    expect(plain(only(editor, '.supply-names'))).to.contain('Noam');
    expect(field(editor, 'remark').disabled).to.equal(true);
    expect(store.desk.session.correcting).to.equal('fn1');
    expect(editor.contains(document.activeElement)).to.equal(true);
    await expect(editor).to.be.accessible();
    editor.remove();
    expect(store.desk.session.correcting).to.equal(null);
  });

  it('where nobody has said anything says so; axe finds nothing', async () => {
    const { editor } = await open('2');
    expect(plain(field<HTMLSelectElement>(editor, 'scope').selectedOptions[0])).to.equal(
      'nobody has said yet',
    );
    expect(plain(only(editor, 'fieldset'))).to.contain('Nobody.');
    await expect(editor).to.be.accessible();
  });

  it('takes the selected passage, and asks for one', async () => {
    const { editor, store, heard } = await open();
    const asked: string[] = [];
    editor.addEventListener('passage-request', (event: PassageRequest) => asked.push(event.note));
    expect(button(editor, 'Use the selected passage').disabled).to.equal(true);
    button(editor, 'Choose it in the text').click();
    expect(asked).to.deep.equal(['fn1']);
    store.setSession({ selection: sample.range('c', 'd') });
    await settled(editor);
    expect(plain(only(editor, '.hint'))).to.equal('Selected: and so on');
    button(editor, 'Use the selected passage').click();
    expect(reading(store)?.shown.target.exact).to.equal('and so on');
    expect(heard).to.deep.equal([{ words: 'Passage corrected', offer: 'undo' }]);
  });

  it('changes scope, names and reason, and leads back to the first reading', async () => {
    const { editor, store, heard } = await open();
    write(field<HTMLSelectElement>(editor, 'scope'), 'paragraph');
    write(field(editor, 'authority'), 'lev');
    await settled(editor);
    button(editor, 'Noam is not named').click();
    await settled(editor);
    write(field(editor, 'remark'), 'It says so.');
    expect(reading(store)?.shown).to.deep.include({
      scope: 'paragraph',
      sources: ['lev'],
      remark: 'It says so.',
    });
    expect(heard.map(({ words }) => words)).to.deep.equal([
      'Scope corrected',
      'lev is named',
      'Noam is no longer named',
    ]);
    await expect(editor).to.be.accessible();
    button(editor, 'Back to the first reading').click();
    await settled(editor);
    expect(reading(store)?.shown).to.equal(edition[2]);
    expect(plain(document.activeElement)).to.equal('Done');
  });

  it('names somebody new, and nobody', async () => {
    const { editor, store } = await open('2');
    field(editor, 'authority').value = 'Ada';
    button(editor, 'Add the name').click();
    await settled(editor);
    const named = (): unknown =>
      reading(store, 'fn2')?.shown.sources.map((id) => sources(store.desk).get(id)?.name);
    expect(named()).to.deep.equal(['Ada']);
    button(editor, 'Nobody is named').click();
    expect(named()).to.deep.equal([]);
  });

  it('drops no name that was typed and not added, and is done with Escape', async () => {
    const { editor, store } = await open('2');
    let isDone = false;
    editor.addEventListener('editing-done', () => (isDone = true));
    field(editor, 'authority').focus();
    field(editor, 'authority').value = 'Ada';
    await press('Escape');
    expect(isDone).to.equal(true);
    editor.remove();
    expect([...sources(store.desk).values()].map(({ name }) => name)).to.include('Ada');
  });
});
