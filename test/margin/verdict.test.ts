/** What a reader is shown of passages that changed, moved or got lost: on cards, in the tray, in the banner, in the strip. */
import { expect, fixture, html } from '@open-wc/testing';
import type { Verdict } from '../../src/anchoring/verdict.ts';
import { sought } from '../../src/desk/passages.ts';
import type { Store } from '../../src/desk/store.ts';
import '../../src/margin/attach-strip.ts';
import type { AttachStrip } from '../../src/margin/attach-strip.ts';
import '../../src/margin/orphan-tray.ts';
import type { OrphanTray } from '../../src/margin/orphan-tray.ts';
import '../../src/margin/verdict-banner.ts';
import type { VerdictBanner } from '../../src/margin/verdict-banner.ts';
import '../../src/margin/verdict-line.ts';
import type { VerdictLine } from '../../src/margin/verdict-line.ts';
import { annotation, claim, deskOn, ownRecord } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';
import { button, only, plain, settled } from '../support/settle.ts';
import { announced } from './cards.ts';

const page = paper(p('<a>Sixteen new states<b> emerged.'), p('And <c>another place<d> here.'));
const target = (exact: string, start: number) => ({
  exact,
  prefix: 'zq ',
  suffix: ' qz',
  start,
  end: start + exact.length,
  address: '¶1 s1',
});
const changed = annotation('changed', { targets: [target('Fifteen new states', 1)], body: 'A note.' });
const lost = annotation('lost', { targets: [target('words that are gone', 2)] });
const moved = annotation('moved', { targets: [target('another place', 3)] });
const both = claim('both', { targets: [target('words that are gone', 2), target('another place', 3)] });

const answers: Readonly<Record<string, Verdict>> = {
  'Fifteen new states': { how: 'doubtful', ...page.range('a', 'b'), confidence: 0.6, suggestions: [] },
  'words that are gone': {
    how: 'orphan',
    start: 0,
    end: 0,
    confidence: 0,
    suggestions: [{ ...page.range('c', 'd'), confidence: 0.4 }],
  },
  'another place': { how: 'moved', ...page.range('c', 'd'), confidence: 1, suggestions: [] },
};

function answer(store: Store): void {
  store.setFound(sought(store.desk).map((one) => ({ ...one, verdict: answers[one.target.exact]! })));
}

const line = (store: Store, id: string, open = true): Promise<VerdictLine> =>
  fixture(html`<verdict-line .store=${store} .record=${id} .open=${open}></verdict-line>`);

describe('the line about a passage', () => {
  it('shows what changed as words that are gone and words that are new, also read aloud', async () => {
    const { store } = deskOn(page.paper, { own: [changed] });
    answer(store);
    const element = await line(store, 'changed');
    expect(plain(only(element, '.verdict-words'))).to.contain('This passage has changed');
    expect(plain(only(element, 'del'))).to.equal('removed: Fifteen');
    expect(plain(only(element, 'ins'))).to.equal('added: Sixteen');
    await expect(element).to.be.accessible();
  });

  it('keeps, detaches and says so; each can be undone', async () => {
    const { store } = deskOn(page.paper, { own: [changed] });
    answer(store);
    const element = await line(store, 'changed');
    const said = announced(element);
    button(element, 'Keep').click();
    await settled(element);
    expect(plain(element)).to.equal('');
    expect(ownRecord(store, 'changed', 'annotation').targets[0]?.exact).to.equal('Sixteen new states');
    store.undo();
    await settled(element);
    button(element, 'Detach').click();
    await settled(element);
    expect(plain(only(element, '.verdict-words'))).to.contain('stands nowhere');
    expect(said.map(({ offer }) => offer)).to.deep.equal(['undo', 'undo']);
  });

  it('says from where to where one has moved, and takes a move back', async () => {
    const { store } = deskOn(page.paper, { own: [moved] });
    answer(store);
    const element = await line(store, 'moved');
    expect(plain(only(element, '.verdict-words'))).to.match(/Found again at ¶2 \(was ¶1\)$/u);
    button(element, 'Not here').click();
    await settled(element);
    expect(plain(only(element, '.verdict-words'))).to.contain('stands nowhere');
  });

  it('closed, is one line; of several passages it counts those that are lost', async () => {
    const { store } = deskOn(page.paper, { own: [both] });
    answer(store);
    const element = await line(store, 'both', false);
    expect(plain(element)).to.match(/1 of 2 passages lost$/u);
    expect(element.querySelectorAll('button').length).to.equal(0);
  });

  it('offers nothing to decide where the notebook is somebody else’s', async () => {
    const { store } = deskOn(page.paper, { edition: [changed] });
    answer(store);
    const element = await line(store, 'changed');
    expect(plain(element)).to.contain('This passage has changed');
    expect(element.querySelectorAll('button').length).to.equal(0);
  });

  it('lights a proposed place while it is pointed at or has the focus, and attaches to it', async () => {
    const { store } = deskOn(page.paper, { own: [lost] });
    answer(store);
    const element = await line(store, 'lost');
    const take = button(element, 'Attach here: “another place”, ¶2');
    take.focus();
    expect(store.desk.session.preview).to.deep.equal(page.range('c', 'd'));
    button(element, 'Find it in the text …').focus();
    expect(store.desk.session.preview).to.equal(null);
    take.click();
    await settled(element);
    expect(ownRecord(store, 'lost', 'annotation').targets[0]?.exact).to.equal('another place');
    expect(plain(element)).to.equal('');
  });
});

describe('the tray', () => {
  const tray = (store: Store): Promise<OrphanTray> =>
    fixture(html`<orphan-tray .store=${store}></orphan-tray>`);
  const titles = (element: Element): string[] => [...element.querySelectorAll('h3')].map(plain);

  it('holds what changed, what is lost and what has moved, with quotation, note, date and place', async () => {
    const { store } = deskOn(page.paper, { own: [changed, lost, moved] });
    const element = await tray(store);
    expect(titles(element)).to.deep.equal(['Being looked for 3']);
    answer(store);
    await settled(element);
    expect(titles(element)).to.deep.equal(['Changed 1', 'Not found 1', 'Found again 1']);
    const [first, second] = element.querySelectorAll('.tray-entry');
    expect(plain(first)).to.contain('Fifteen new states').and.to.contain('Made Jan 2, 2026 at ¶1 s1');
    expect(plain(only(second!, '.lost-quote'))).to.equal('words that are gone');
    await expect(element).to.be.accessible();
  });

  it('goes on to the next entry when one is done with', async () => {
    const { store } = deskOn(page.paper, { own: [changed, lost] });
    answer(store);
    const element = await tray(store);
    button(element, 'Keep').focus();
    button(element, 'Keep').click();
    await settled(element);
    await element.updateComplete;
    expect(plain(document.activeElement)).to.contain('words that are gone');
  });

  it('deletes a mark, with the way back', async () => {
    const { store } = deskOn(page.paper, { own: [lost] });
    answer(store);
    const element = await tray(store);
    const said = announced(element);
    button(element, 'Delete this mark').click();
    await settled(element);
    expect(plain(element)).to.contain('All 0 passages are in place');
    expect(said).to.deep.equal([{ words: 'Mark deleted', offer: 'undo' }]);
  });
});

describe('the banner', () => {
  const banner = (store: Store): Promise<VerdictBanner> =>
    fixture(html`<verdict-banner .store=${store}></verdict-banner>`);

  it('waits for the search, then tells how things stand, and leads to them', async () => {
    const { store } = deskOn(page.paper, { own: [changed, lost, moved] });
    const element = await banner(store);
    expect(plain(element)).to.equal('');
    answer(store);
    await settled(element);
    expect(plain(only(element, 'p'))).to.equal('0 of 3 passages in place, 1 moved, 1 changed, 1 not found');
    let asked = 0;
    element.addEventListener('review-request', () => (asked += 1));
    button(element, 'Review').click();
    expect(asked).to.equal(1);
    button(element, 'Dismiss').click();
    await settled(element);
    expect(plain(element)).to.equal('');
  });

  it('says nothing where all is in place', async () => {
    const { store } = deskOn(page.paper, { own: [claim('implicit')] });
    expect(plain(await banner(store))).to.equal('');
  });
});

describe('the strip', () => {
  it('attaches the chosen passage to what is selected, or lets go of it', async () => {
    const { store } = deskOn(page.paper, { own: [lost] });
    answer(store);
    const element = await fixture<AttachStrip>(html`<attach-strip .store=${store}></attach-strip>`);
    expect(plain(element)).to.equal('');
    store.setSession({ attaching: { id: 'lost', target: 0 } });
    await settled(element);
    expect(button(element, 'Attach here').disabled).to.equal(true);
    store.setSession({ selection: page.range('c', 'd') });
    await settled(element);
    await expect(element).to.be.accessible();
    button(element, 'Attach here').click();
    await settled(element);
    expect(ownRecord(store, 'lost', 'annotation').targets[0]?.exact).to.equal('another place');
    expect([plain(element), store.desk.session.attaching]).to.deep.equal(['', null]);
    store.undo();
    store.setSession({ attaching: { id: 'lost', target: 0 } });
    await settled(element);
    button(element, 'Cancel').click();
    expect(store.desk.session.attaching).to.equal(null);
  });
});
