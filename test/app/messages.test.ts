/** What a failure is called: every code has words of its own, and anything else is said to be a mistake of the program. */
import { expect } from '@open-wc/testing';
import { messageFor } from '../../src/app/messages.ts';
import { Fault, type FaultCode } from '../../src/model/fault.ts';

/** Every code there is: the compiler refuses this table when one is missing. */
const table: Readonly<Record<FaultCode, true>> = {
  'paper/unknown': true,
  'paper/unreadable': true,
  'paper/malformed': true,
  'import/unknown': true,
  'import/empty': true,
  'import/broken': true,
  'import/unreadable': true,
  'import/failed': true,
  'import/too-large': true,
  'import/too-deep': true,
  'import/too-slow': true,
  'import/password': true,
  'import/wrong-password': true,
  'import/protected': true,
  'import/scanned': true,
  'import/no-letters': true,
  'notebook/malformed': true,
  'notebook/too-large': true,
  'notebook/other-paper': true,
  'picture/no-map': true,
  'references/unknown': true,
  'references/too-large': true,
  'annotations/unknown': true,
  'annotations/broken': true,
  'annotations/notebook': true,
  'annotations/too-large': true,
  'argument/unknown': true,
  'argument/broken': true,
  'argument/too-large': true,
  'argument/too-many': true,
  'argument/too-slow': true,
  'cite/unreachable': true,
  'storage/refused': true,
  'storage/aside': true,
  'storage/blocked': true,
  'storage/newer': true,
  'storage/full': true,
  'storage/failed': true,
  'backup/unknown': true,
  'backup/broken': true,
  'backup/newer': true,
  'backup/too-large': true,
  'backup/unverified': true,
  'backup/folder': true,
  'map/layout': true,
  'export/too-large': true,
  'export/failed': true,
  'export/package-large': true,
};
const codes = Object.keys(table) as FaultCode[];

describe('the message of a fault', () => {
  for (const code of codes) {
    it(`${code} says what happened and what one can do, and shows no code`, () => {
      for (const detail of ['', 'gul-2008']) {
        const { title, words } = messageFor(new Fault(code, detail));
        expect(title).to.match(/^[A-Z][^.]+$/u);
        expect(words).to.match(/^[“A-Z].{40,}[.!?]$/u);
        expect(`${title} ${words}`).not.to.contain(code);
        expect(`${title} ${words}`).not.to.match(/undefined|null|“”|\(\)/u);
      }
    });
  }

  it('is another one for each code', () => {
    expect(new Set(codes.map((code) => messageFor(new Fault(code)).title)).size).to.equal(codes.length);
  });

  it('gives the detail as it is, colons and brackets too', () => {
    const detail = 'records.12: is <b>no</b> text: “x”';
    expect(messageFor(new Fault('notebook/malformed', detail)).words).to.contain(detail);
    expect(messageFor(new Fault('paper/unknown', 'a: b')).words).to.contain('“a: b”');
  });
});

describe('the message of anything else', () => {
  it('owns up to it, with the error’s words', () => {
    for (const thrown of [new TypeError('x is not a function'), 'x is not a function']) {
      const { title, words } = messageFor(thrown);
      expect(title).to.contain('went wrong');
      expect(words).to.contain('x is not a function').and.contain('mistake of the program');
    }
  });

  it('has words for whatever is thrown', () => {
    for (const thrown of [undefined, null, 0, {}, [], Symbol('s')])
      expect(messageFor(thrown).words).to.have.length.above(40);
  });
});
