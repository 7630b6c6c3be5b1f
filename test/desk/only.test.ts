/** Showing only some marks: text and margin leave out all others, and everything comes back as it was. */
import { expect } from '@open-wc/testing';
import { shown } from '../../src/desk/only.ts';
import { placed } from '../../src/desk/passages.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { note, p, paper, section } from '../support/paper.ts';

const sample = paper(
  section('I.', 'Title', p('<a>One<b> and <c>two<d>', note('1', 'Words of the note.'), '.')),
);
const [one, two] = [sample.range('a', 'b'), sample.range('c', 'd')];
const inNote = { exact: 'Words', prefix: '', suffix: ' of', start: 0, end: 5, note: 'fn1' };
const nowhere = { exact: 'never said', prefix: '', suffix: '', start: 0, end: 10 };

const own = [
  annotation('one', { targets: targets(sample.paper, one) }),
  annotation('both', { targets: targets(sample.paper, one, two) }),
  claim('two', { targets: targets(sample.paper, two) }),
  annotation('noted', { targets: [inNote] }),
  annotation('lost', { targets: [nowhere] }),
];

describe('showing only some marks', () => {
  it('shows all that is placed, and the very same value, while nothing is chosen', () => {
    const { desk } = deskOn(sample.paper, { own }).store;
    expect(shown(desk)).to.equal(placed(desk));
  });

  it('leaves out the passages, marks in notes and orphans that are not chosen', () => {
    const { store } = deskOn(sample.paper, { own });
    store.setSession({ only: new Set(['both', 'lost']) });
    const { passages, inNotes, orphans, searching } = shown(store.desk);
    expect(passages.map(({ id, start }) => [id, start])).to.deep.equal([
      ['both', one.start],
      ['both', two.start],
    ]);
    expect(inNotes).to.deep.equal([]);
    expect([...orphans, ...searching]).to.deep.equal(['lost']);
    store.setSession({ only: new Set(['noted']) });
    expect(shown(store.desk).inNotes.map(({ id }) => id)).to.deep.equal(['noted']);
  });

  it('shows nothing where none is chosen, and everything again when the choice ends', () => {
    const { store } = deskOn(sample.paper, { own });
    store.setSession({ only: new Set() });
    expect(shown(store.desk).passages).to.deep.equal([]);
    store.setSession({ only: null });
    expect(shown(store.desk)).to.equal(placed(store.desk));
  });
});
