/** Short forms in notes: each stands for the work that a reader would turn back to, or says that it cannot tell. */
import { expect } from '@open-wc/testing';
import { noteLinks, type NoteLink } from '../../src/text/note-chain.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const russell = 'B. Russell, ‘Azerbaijan after Independence’, Journal of Asian Studies 3 (1995), pp. 40–60.';
const power = 'B. Russell, Power in the Caucasus (Oxford: OUP, 2001).';
const aliyeva = 'Leila Aliyeva, The Caspian Knot (London: Tauris, 1999), p. 12.';

/** The links of notes that are numbered in order; null is a note whose words are missing. */
const links = (...texts: readonly (string | null)[]): readonly NoteLink[] =>
  noteLinks(texts.map((text, at) => ({ id: `fn${at + 1}`, label: String(at + 1), text })));

const last = (...texts: readonly (string | null)[]): NoteLink => {
  const found = links(...texts).at(-1);
  if (!found) throw new RangeError('The last note has a short form.');
  return found;
};

describe('a short form', () => {
  const forms: readonly (readonly [string, string, string | null])[] = [
    ['Ibid.', 'ibid', null],
    ['ibid., p. 5', 'ibid', 'p. 5'],
    ['Ibid, 45–7.', 'ibid', '45–7'],
    ['Id. at 16.', 'ibid', '16'],
    ['See ibid., pp. 5–6.', 'ibid', 'pp. 5–6'],
    ['Russell, op. cit., p. 3.', 'op-cit', 'p. 3'],
    ['Op. cit., p. 3.', 'op-cit', 'p. 3'],
    ['Loc. cit.', 'loc-cit', null],
    ['Russell (n 1) 20.', 'note-number', '20'],
    ['See supra note 1.', 'note-number', null],
    ['Russell, note 1 above, p. 9.', 'note-number', 'p. 9'],
    ['Russell, ‘Azerbaijan’, 55.', 'short-form', '55'],
    ['Russell, Azerbaijan, p. 55.', 'short-form', 'p. 55'],
  ];
  for (const [words, how, locator] of forms) {
    it(`like “${words}” stands for the work before`, () => {
      const link = last(russell, words);
      expect(link).to.include({ note: 'fn2', how, locator, words: russell });
      expect(link.chain).to.deep.equal(['fn1']);
      expect(link.confidence).to.be.at.least(0.5);
    });
  }

  it('leads through other short forms to the work', () => {
    const link = last(russell, 'Ibid.', 'Ibid., p. 7.');
    expect(link.chain).to.deep.equal(['fn2', 'fn1']);
    expect(link.words).to.equal(russell);
  });

  it('is told apart by author and title', () => {
    expect(last(russell, aliyeva, 'Russell, op. cit., p. 3.').chain).to.deep.equal(['fn1']);
    expect(last(russell, power, aliyeva, 'Russell, Power, 77.').words).to.equal(power);
  });

  it('in the same note stands for what goes before it there', () => {
    expect(last(russell, `${aliyeva.slice(0, -1)}; ibid., p. 14.`).words).to.equal(aliyeva.slice(0, -1));
  });

  it('has the offsets of its words, in code points', () => {
    const [link] = links(russell, '😀 is so; ibid., p. 5');
    expect(link).to.include({ start: 9, end: 20, phrase: 'ibid., p. 5' });
  });
});

describe('a short form that cannot be told', () => {
  it('says which works it may stand for', () => {
    const link = last(`${russell.slice(0, -1)}; ${aliyeva}`, 'Ibid., p. 5.');
    expect(link.words).to.equal(null);
    expect(link.ambiguous).to.deep.equal([russell.slice(0, -1), aliyeva]);
    expect(link.confidence).to.be.at.most(0.4);
    expect(last(russell, power, 'Russell, op. cit., p. 3.').ambiguous).to.have.length(2);
  });

  it('stands for a note whose words are missing, without its words', () => {
    expect(last(null, 'Ibid.')).to.deep.include({ chain: ['fn1'], words: null, ambiguous: [] });
  });

  it('stands for nothing at the start, or for an author who was not cited', () => {
    expect(last('Ibid.')).to.deep.include({ chain: [], words: null, confidence: 0 });
    expect(last(russell, 'Smith, op. cit., p. 2.').chain).to.deep.equal([]);
  });

  it('is unsure behind a comment, and where numbering starts anew', () => {
    expect(last(russell, 'This is a comment.', 'Ibid.').confidence).to.be.below(0.5);
    const anew = noteLinks([
      { id: 'a57', label: '57', text: russell },
      { id: 'b1', label: '1', text: 'Ibid.' },
    ]);
    expect(anew[0]?.confidence ?? 1).to.be.below(0.6);
  });
});

describe('a note', () => {
  it('that cites a work for the first time has no short form', () => {
    expect(
      links(russell, aliyeva, 'Jones, Baku, 44.', 'In my view it rained.', 'Smith, p. 5, n. 3.'),
    ).to.deep.equal([]);
  });

  it('is found by any label, the nearest above where numbering starts anew', () => {
    const found = noteLinks([
      { id: 'a', label: '*', text: russell },
      { id: 'b', label: '1', text: aliyeva },
      { id: 'c', label: '1', text: power },
      { id: 'd', label: '2', text: 'Supra note 1.' },
      { id: 'e', label: '3', text: 'See supra note *.' },
      { id: 'f', label: '4', text: 'See infra note 5.' },
      { id: 'g', label: '5', text: aliyeva },
    ]);
    expect(found.map(({ chain }) => chain)).to.deep.equal([['c'], ['a'], ['g']]);
  });
});

describe('any notes', () => {
  it('give links that lead backwards to notes that are there, and quote their own words', () => {
    const scraps = [
      'Ibid.',
      'ibid., p. 5',
      russell,
      aliyeva,
      power,
      '; ',
      'op. cit.',
      'Russell, ',
      '(n 2)',
      'supra note 1',
      '. See ',
      '😀',
      '“',
      '(',
    ];
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      const notes = Array.from({ length: 1 + dice.below(8) }, (_, at) => ({
        id: `fn${at}`,
        label: String(dice.below(4)),
        text:
          dice.next() < 0.1 ? null : Array.from({ length: dice.below(5) }, () => dice.pick(scraps)).join(''),
      }));
      const order = notes.map(({ id }) => id);
      for (const link of noteLinks(notes)) {
        const own = Array.from(notes.find(({ id }) => id === link.note)?.text ?? '');
        expect(own.slice(link.start, link.end).join('')).to.equal(link.phrase);
        expect(link.confidence).to.be.within(0, 1);
        let at = order.indexOf(link.note);
        for (const id of link.chain) {
          expect(order.indexOf(id)).to.be.within(0, at);
          at = order.indexOf(id);
        }
      }
    });
  });

  it('of great length or number are read at once', () => {
    const start = performance.now();
    noteLinks(
      Array.from({ length: 1000 }, (_, at) => ({
        id: `n${at}`,
        label: String(at),
        text: at % 3 ? 'Ibid.' : russell,
      })),
    );
    noteLinks([
      { id: 'a', label: '1', text: '1 , '.repeat(50_000) },
      { id: 'b', label: '2', text: '(“'.repeat(50_000) },
    ]);
    expect(performance.now() - start).to.be.below(5000);
  });
});
