/** What each authority carries: notes, claims, what leans on them; and how firm the footing of each claim is. */
import { expect } from '@open-wc/testing';
import { behindClaim, ledger, leaningOn, nobody, ofRole } from '../../src/model/authorities.ts';
import { quoting } from '../../src/model/quoting.ts';
import type { SupportScope } from '../../src/model/records.ts';
import { claim, step } from '../support/desk.ts';
import { backingOf, grownBacking } from './backings.ts';

const noted = (id: string, ...notes: string[]) => claim(id, { notes });

describe('the ledger of authorities', () => {
  const backing = backingOf(
    [
      noted('p', 'n1'),
      noted('q', 'n2', 'n3'),
      noted('r', 'n3'),
      noted('s', 'n1', 'n2'),
      noted('u', 'n4'),
      claim('v'),
    ],
    { b: ['n2', 'n1'], a: ['n1'], idle: [] },
    ['n1', 'n2', 'n3', 'n4'],
  );

  it('has a row for each, in the order of first mention; nobody comes last', () => {
    expect(ledger(backing).rows).to.deep.equal([
      { authority: 'b', notes: ['n1', 'n2'], claims: ['p', 'q', 's'] },
      { authority: 'a', notes: ['n1'], claims: ['p', 's'] },
      { authority: 'idle', notes: [], claims: [] },
      { authority: nobody, notes: ['n3', 'n4'], claims: ['q', 'r', 'u'] },
    ]);
    expect(ledger(backing)).to.include({ noted: 5, named: 2 });
  });

  it('has no row for nobody where every note names somebody, and none at all without notes', () => {
    const all = backingOf([noted('p', 'n1')], { a: ['n1'] });
    expect(ledger(all).rows.map((row) => row.authority)).to.deep.equal(['a']);
    expect(ledger(backingOf([claim('p')], {}))).to.deep.include({ rows: [], noted: 0, named: 0 });
  });

  it('tells how firm the footing of a claim is', () => {
    const many = backingOf(
      [
        claim('none'),
        noted('unnamed', 'n5', 'n6'),
        noted('one', 'n1', 'n2'),
        noted('one-named', 'n1', 'n5'),
        noted('several', 'n1', 'n3'),
      ],
      { a: ['n1', 'n2'], b: ['n3'] },
    );
    const { footings } = ledger(many);
    for (const [id, footing] of footings) expect(footing).to.equal(id);
    expect(footings.size).to.equal(5);
    expect(behindClaim(many, many.argument.claims.get('one-named')!)).to.deep.equal(['a', nobody]);
  });

  it('counts every note and claim of any argument once for each that is behind it', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const grown = grownBacking(seed, 12, true);
      const { rows, footings, noted: count, named } = ledger(grown);
      const claims = [...grown.argument.claims.values()];
      expect(count).to.equal(claims.filter((one) => one.notes.length > 0).length);
      expect(named).to.equal(grown.notes.filter((note) => grown.behind.has(note)).length);
      for (const row of rows) {
        const isIts = (note: string): boolean =>
          row.authority === nobody
            ? !grown.behind.has(note)
            : grown.behind.get(note)?.includes(row.authority) === true;
        expect(row.notes).to.deep.equal(grown.notes.filter(isIts));
        expect(row.claims).to.deep.equal(claims.filter((one) => one.notes.some(isIts)).map((one) => one.id));
      }
      expect([...footings.keys()]).to.deep.equal(claims.map((one) => one.id));
    }
  });
});

describe('what leans on claims', () => {
  it('is all that is above them by steps, each once, circles or not', () => {
    const { argument } = backingOf(
      [
        claim('p'),
        claim('q', { role: 'issue' }),
        claim('r', { role: 'conclusion' }),
        claim('apart'),
        step('s1', ['p'], 'q'),
        step('s2', ['p', 'q'], 'r'),
        step('s3', ['r'], 'p'),
      ],
      {},
    );
    expect(leaningOn(argument, ['p'])).to.deep.equal(['q', 'r']);
    expect(leaningOn(argument, ['p', 'q'])).to.deep.equal(['r']);
    expect(leaningOn(argument, ['apart'])).to.deep.equal([]);
    expect(ofRole(argument, leaningOn(argument, ['p']), 'issue')).to.deep.equal(['q']);
  });
});

describe('quotation or paraphrase', () => {
  const of = (exact: string, scope: SupportScope = 'sentence') =>
    quoting({ scope, target: { exact, prefix: '', suffix: '', start: 0, end: 0 } });

  it('is a quotation where the reading calls it one, whatever marks it has', () => {
    expect(of('‘absolute priority’', 'quotation')).to.equal('quotation');
    expect(of('States of the CIS', 'blockquote')).to.equal('quotation');
  });

  it('is a quotation where all words stand in quotation marks, in any of the usual pairs', () => {
    for (const text of [
      '“It is so.”',
      '„Es ist so.“',
      '« C’est ainsi. »',
      '»Es ist so«.',
      '"It is so"',
      '「そうだ」',
    ])
      expect(of(text), text).to.equal('quotation');
    expect(of('“It is so,” … “and so.”', 'list')).to.equal('quotation');
  });

  it('is mixed where a phrase is quoted, and a paraphrase where only a term is', () => {
    expect(of('He demanded “a reorientation of policy” at once.')).to.equal('mixed');
    expect(of('The policy of “Turkification” angered Russia.')).to.equal('paraphrase');
    expect(of('Russia’s policy, and Baku’s, didn’t change.')).to.equal('paraphrase');
    expect(of('An “unfinished quotation that ends nowhere')).to.equal('paraphrase');
  });
});
