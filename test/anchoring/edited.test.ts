/**
 * Passages found again in edited texts: the paper and three texts in the public domain, edited in every kind of way; the right answers
 * are known by how the edits were made. `npm run bench -- --only anchor` does the same at length, side by side with others.
 */
import { expect } from '@open-wc/testing';
import { locate } from '../../src/anchoring/locate.ts';
import { TextIndex } from '../../src/anchoring/text-index.ts';
import { plainText } from '../../src/model/plain-text.ts';
import { byHand, readByHand } from './edited/by-hand.ts';
import type { Case, Fate } from './edited/case.ts';
import { Draft } from './edited/draft.ts';
import { kinds } from './edited/kinds.ts';
import { makeCase } from './edited/making.ts';
import { answerOf, count, emptyTally, sumOf, type Tally } from './edited/score.ts';
import { fetched, works } from './edited/texts.ts';

const seed = 1;
const size = { most: 24, points: 32_000 };

let cases: readonly Case[] = [];
before(async function () {
  this.timeout(20_000);
  const all = await works(fetched);
  cases = kinds.flatMap((kind) => all.map((work) => makeCase(kind, work, seed, size)));
});

describe('an edited text', () => {
  const draft = () => new Draft('One two three.\nFour five six.\nSeven.');
  const words = (edited: { after: string }, range: { start: number; end: number } | null) =>
    range && [...edited.after].slice(range.start, range.end).join('');

  it('knows where words stand when others come, go and change', () => {
    const pen = draft();
    pen.rewrite({ start: 4, end: 7 }, 'zwei');
    pen.insert(0, '𝔸 ');
    pen.cut({ start: 20, end: 25 });
    const edited = pen.write();
    expect(edited.after).to.equal('𝔸 One zwei three.\nFour six.\nSeven.');
    const all = edited.place({ start: 0, end: 14 });
    expect(words(edited, all.range)).to.equal('One zwei three.');
    expect(all.kept).to.be.closeTo(11 / 14, 1e-9);
    expect(words(edited, edited.place({ start: 15, end: 29 }).range)).to.equal('Four six.');
    expect(edited.place({ start: 20, end: 24 })).to.deep.equal({ range: null, kept: 0, isTorn: false });
  });

  it('knows where they stand when paragraphs move, split, join, come and go', () => {
    const pen = draft();
    pen.split(8);
    pen.move(30, 0);
    pen.add(0, 'New.');
    pen.drop(15);
    const edited = pen.write();
    expect(edited.after).to.equal('Seven.\nNew.\nOne two\nthree.');
    expect(words(edited, edited.place({ start: 0, end: 14 }).range)).to.equal('One two\nthree.');
    expect(words(edited, edited.place({ start: 30, end: 36 }).range)).to.equal('Seven.');
    expect(edited.place({ start: 15, end: 20 }).range).to.equal(null);
    const joined = draft();
    joined.join(0);
    expect(joined.write().after).to.equal('One two three. Four five six.\nSeven.');
  });

  it('says of a passage that was torn apart that it has no one place', () => {
    const pen = draft();
    pen.move(30, 15);
    expect(pen.write().after).to.equal('One two three.\nSeven.\nFour five six.');
    expect(pen.write().place({ start: 8, end: 24 })).to.include({ range: null, isTorn: true });
  });
});

describe('the corpus of edited texts', () => {
  it('has passages of every kind in every text', () => {
    for (const { kind, work, passages } of cases) {
      // Not every text names enough numbers.
      if (kind !== 'number changed') expect(passages.length, `${kind}, ${work}`).to.be.at.least(6);
    }
    for (const { name } of kinds) {
      const passages = cases.filter(({ kind }) => kind === name).flatMap((one) => one.passages);
      expect(passages.length, name).to.be.at.least(40);
    }
  });

  it('says rightly where its passages stand', () => {
    const kept = new Set(kinds.filter(({ keep }) => keep).map(({ name }) => name));
    const retold = new Set(kinds.filter(({ finish }) => finish).map(({ name }) => name));
    for (const { kind, work, before, after, passages } of cases) {
      const [old, edited] = [plainText(before), plainText(after)];
      for (const { target, fate, truth } of passages) {
        const name = `${kind}, ${work}: “${target.exact}”`;
        if (!kept.has(kind)) expect(old.slice(target.start, target.end), name).to.equal(target.exact);
        const now = truth && edited.slice(truth.start, truth.end);
        if (fate === 'gone') expect(after, name).not.to.contain(target.prefix + target.exact + target.suffix);
        else if (fate !== 'same') expect(now, name).not.to.equal(target.exact);
        else if (!retold.has(kind))
          expect(now?.replace(/\n/gu, ' '), name).to.equal(target.exact.replace(/\n/gu, ' '));
      }
    }
  });
});

/** How the search answers, by kind. */
function tallies(): Map<string, Tally> {
  const all = new Map<string, Tally>();
  for (const { kind, after, passages } of cases) {
    const index = new TextIndex(plainText(after));
    const tally = all.get(kind) ?? emptyTally();
    all.set(kind, tally);
    for (const passage of passages) count(tally, passage, answerOf(locate(index, passage.target)));
  }
  return all;
}

describe('passages of edited texts', () => {
  let all: ReadonlyMap<string, Tally> = new Map();
  before(() => void (all = tallies()));

  const told = (kind: string) => `${kind}, seed ${seed}: ${JSON.stringify(all.get(kind))}`;
  const of = (fate: Fate) => kinds.filter((kind) => kind.fate === fate).map(({ name }) => name);
  const together = (names: readonly string[]) => sumOf(names.map((name) => all.get(name) ?? emptyTally()));

  it('are found where their words are as they were, 99 of 100', () => {
    for (const name of of('same')) {
      const { found, standing } = together([name]);
      expect(found / standing, told(name)).to.be.at.least(0.95);
    }
    const { found, standing } = together(of('same'));
    expect(found / standing).to.be.at.least(0.99);
  });

  it('are found where their words have changed, 95 of 100', () => {
    for (const name of of('changed')) {
      const { found, standing } = together([name]);
      expect(found / standing, told(name)).to.be.at.least(0.95);
    }
    const { found, standing } = together(of('changed'));
    expect(found / standing).to.be.at.least(0.95);
  });

  it('are not said to be the same where a name, a number or a negation is another', () => {
    for (const name of of('altered')) {
      const { found, standing, deceived } = together([name]);
      expect(found / standing, told(name)).to.be.at.least(0.95);
      expect(deceived, told(name)).to.equal(0);
    }
  });

  it('are put in a wrong place in 5 of 1,000 at most', () => {
    const sum = together(kinds.map(({ name }) => name));
    expect(sum.wrong + sum.doubtfullyWrong, JSON.stringify(sum)).to.be.at.most(sum.standing * 0.005);
  });

  it('are not put anywhere where they are gone, but 2 of 100 at most', () => {
    const sum = together(of('gone'));
    expect(sum.anchored, JSON.stringify(sum)).to.be.at.most(sum.gone * 0.02);
    for (const name of of('gone')) {
      expect(together([name]).anchored, told(name)).to.be.at.most(together([name]).gone * 0.03);
    }
  });
});

describe('a passage of a text that was edited by hand', () => {
  for (const one of byHand) {
    it(`${one.fate === 'gone' ? 'is not found' : 'is found'}: ${one.name}`, () => {
      const { after, passage } = readByHand(one);
      const verdict = locate(new TextIndex(plainText(after)), passage.target);
      const tally = emptyTally();
      count(tally, passage, answerOf(verdict));
      const { found, anchored, deceived } = tally;
      expect({ found, anchored, deceived }, JSON.stringify(verdict)).to.deep.equal({
        found: one.fate === 'gone' ? 0 : 1,
        anchored: 0,
        deceived: 0,
      });
    });
  }
});
