/** The keys of the printed page: each claim and annotation has one, in the order of the text. */
import { expect } from '@open-wc/testing';
import { claimKeys, keyedAnnotations } from '../../src/app/print-keys.ts';
import { annotation, claim, deskOn, targets } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const { paper: sample, range } = paper(p('<a>First<b> and <c>second<d> and <e>third<f>.'));
const on = (from: string, to: string) => targets(sample, range(from, to));
/** Its passage is in no text of ours. */
const lost = [{ exact: 'gone away', prefix: 'never ', suffix: ' there', start: 3, end: 12 }];

describe('the keys of the printed page', () => {
  it('number claims by role in the order of the text, what has no passage last', () => {
    const { store } = deskOn(sample, {
      own: [
        claim('late', { targets: on('e', 'f') }),
        claim('nowhere'),
        claim('issue', { role: 'issue', targets: on('c', 'd') }),
        claim('early', { targets: on('a', 'b') }),
      ],
    });
    expect([...claimKeys(store.desk)].sort()).to.deep.equal([
      ['early', 'P1'],
      ['issue', 'I1'],
      ['late', 'P2'],
      ['nowhere', 'P3'],
    ]);
  });

  it('number annotations in the order of the text, each with all its passages; those without a place come last', () => {
    const { store } = deskOn(sample, {
      edition: [annotation('theirs', { targets: on('c', 'd') })],
      own: [
        annotation('gone', { targets: lost }),
        annotation('twice', { targets: [...on('e', 'f'), ...on('a', 'b')] }),
      ],
    });
    const keyed = keyedAnnotations(store.desk);
    expect(keyed.map(({ key, annotation: one, isOwn }) => [key, one.id, isOwn])).to.deep.equal([
      [1, 'twice', true],
      [2, 'theirs', false],
      [3, 'gone', true],
    ]);
    expect(keyed.map(({ passages }) => passages.map((one) => one.start))).to.deep.equal([
      [range('a', 'b').start, range('e', 'f').start],
      [range('c', 'd').start],
      [],
    ]);
  });

  it('are not mixed up where a claim and an annotation of two layers have the same id', () => {
    const { store } = deskOn(sample, {
      edition: [claim('same', { targets: on('e', 'f') }), claim('other', { targets: on('c', 'd') })],
      own: [annotation('same', { targets: on('a', 'b') })],
    });
    expect([...claimKeys(store.desk)].sort()).to.deep.equal([
      ['other', 'P1'],
      ['same', 'P2'],
    ]);
  });
});
