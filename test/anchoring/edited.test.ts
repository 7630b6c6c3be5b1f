/** The corpus of edited texts: the paper and three texts in the public domain, edited in every kind of way, with right answers. */
import { expect } from '@open-wc/testing';
import { plainText } from '../../src/model/plain-text.ts';
import type { Case } from './edited/case.ts';
import { Draft } from './edited/draft.ts';
import { kinds } from './edited/kinds.ts';
import { makeCase } from './edited/making.ts';
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
    const retold = new Set(kinds.filter(({ finish }) => finish).map(({ name }) => name));
    for (const { kind, work, before, after, passages } of cases) {
      const [old, edited] = [plainText(before), plainText(after)];
      for (const { target, fate, truth } of passages) {
        const name = `${kind}, ${work}: “${target.exact}”`;
        expect(old.slice(target.start, target.end), name).to.equal(target.exact);
        const now = truth && edited.slice(truth.start, truth.end);
        if (fate === 'gone') expect(after, name).not.to.contain(target.prefix + target.exact + target.suffix);
        else if (fate !== 'same') expect(now, name).not.to.equal(target.exact);
        else if (!retold.has(kind))
          expect(now?.replace(/\n/gu, ' '), name).to.equal(target.exact.replace(/\n/gu, ' '));
      }
    }
  });
});
