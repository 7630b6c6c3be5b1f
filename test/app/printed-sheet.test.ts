/** The printed page of papers of all kinds: what is missing is told, what was supplied is marked, nothing is made up. */
import { expect } from '@open-wc/testing';
import { printedSheet, runningHead } from '../../src/app/printed-sheet.ts';
import { printParts, type PrintPart } from '../../src/app/print-parts.ts';
import type { Paper } from '../../src/model/paper.ts';
import type { Transcript } from '../../src/model/records.ts';
import { annotation, claim, deskOn, source, support, targets, type Contents } from '../support/desk.ts';
import { note, p, page, paper, section } from '../support/paper.ts';
import { only, plain } from '../support/settle.ts';

const lay = (one: Paper, contents: Contents = {}, parts: readonly PrintPart[] = printParts): HTMLElement =>
  printedSheet({
    desk: deskOn(one, contents).store.desk,
    parts,
    date: new Date(2026, 1, 3),
    bodies: new Map(),
    map: null,
  });

const transcript: Transcript = {
  kind: 'transcript',
  id: 't',
  note: 'fn2',
  text: 'Gül, Relations, 12.',
  copy: 'the library print',
  by: 'Ada',
  creator: 'tester',
  created: '2026-01-02T03:04:05Z',
  modified: '2026-01-02T03:04:05Z',
};

describe('the printed page', () => {
  it('says of each note whether its words are there, missing or supplied, and whom the text names', () => {
    const { paper: one, range } = paper(
      p(
        'One',
        note('1', 'Own words.'),
        ' <a>two<b>',
        note('2'),
        ' three',
        note('3'),
        ' four',
        note('4'),
        ' five',
        note('5'),
        ' six',
        note('6'),
        '.',
      ),
    );
    const edition = [source('s', 'Aliyeva'), support(one, '3', range('a', 'b'), { sources: ['s'] })];
    const own = [transcript, claim('c', { notes: ['fn6'] })];
    const rows = [...lay(one, { edition, own }).querySelectorAll('.printed-notes li')].map(plain);
    expect(rows).to.deep.equal([
      '1 Own words.',
      '2 Words missing. Gül, Relations, 12. [Supplied by Ada, from the library print.]',
      '3 Words missing. The text names Aliyeva.',
      '4–5 Words missing.',
      '6 Words missing. Carries P1.',
    ]);
  });

  it('of a paper without pages, notes, claims or marks is its text, and explains nothing that is not there', () => {
    const { paper: one } = paper(p('Just a line.'));
    const sheet = lay(one);
    expect([...sheet.querySelectorAll('section')].map((part) => part.className)).to.deep.equal([
      'printed-text',
    ]);
    expect(plain(only(sheet, '.printed-legend'))).to.equal('');
    expect(only(sheet, '.printed-text').hasAttribute('data-column')).to.equal(false);
  });

  it('prints what is hostile in a note as the words that they are', () => {
    const { paper: one, range } = paper(p('<a>Word<b>.'));
    const body = '<img src=x onerror=alert(1)>';
    const own = [annotation('n', { body, targets: targets(one, range('a', 'b')) })];
    const found = only(lay(one, { own }), '.printed-note');
    expect(found.querySelector('img')).to.equal(null);
    expect(plain(found)).to.contain(body);
  });

  it('gives every claim in the outline where no drawing can be had', () => {
    const { paper: one } = paper(p('A line.'));
    const own = [claim('a'), claim('b', { role: 'issue' })];
    const sheet = lay(one, { own }, ['map']);
    const ids = [...sheet.querySelectorAll<HTMLElement>('.printed-argument [data-claim]')];
    expect(ids.map((each) => each.dataset['claim']).sort()).to.deep.equal(['a', 'b']);
    expect(plain(sheet)).to.contain('was not ready');
  });

  it('names paper and date at its head, and only such pages as inferred that are', () => {
    const { paper: one } = paper(section('I.', 'Start', p(page('7'), 'A line.')));
    const sheet = lay(one);
    expect(plain(only(sheet, '.printed-head'))).to.contain('Printed from Warrant, 3 February 2026');
    expect(plain(only(sheet, '.printed-legend'))).to.equal(
      'Numbers in the left margin: pages of the printed paper.',
    );
    expect(runningHead(deskOn(one).store.desk)).to.equal('Ada Writer, “A test of papers”, 2001');
  });
});
