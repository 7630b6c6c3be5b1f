/** What is said of a paper: every word once, no note number unless asked for, never more than a breath. */
import { expect } from '@open-wc/testing';
import type { Paper } from '../../src/model/paper.ts';
import { cues, paragraphBeside, piecesOf, sentenceBeside } from '../../src/reader/spoken.ts';
import { sentenceAt, sentencesOf, type Sentence } from '../../src/text/sentences.ts';
import { list, note, p, paper, quotation, realPaper, section } from '../support/paper.ts';

const said = (one: Paper, saysNotes = false): string[] =>
  [...sentencesOf(one)].flatMap((sentence) => piecesOf(one, sentence, saysNotes).map(({ words }) => words));

const small = paper(
  section(
    'I.',
    'Start',
    p('First', note('1'), ' one.', note('2'), ' Second.'),
    quotation(p('Quoted words.', note('3')), p('More of them.')),
    p('After.'),
    list(['(i)', 'an item.']),
  ),
).paper;

describe('what is said of a paper', () => {
  it('leaves note numbers out, and says where a quotation begins and ends', () => {
    expect(said(small)).to.deep.equal([
      'I. Start',
      'First one.',
      'Second.',
      cues.opens,
      'Quoted words.',
      'More of them.',
      cues.closes,
      'After.',
      '(i) an item.',
    ]);
  });

  it('says the numbers where they stand when it is asked to', () => {
    expect(said(small, true).slice(1, 6)).to.deep.equal([
      'First (note 1) one. (note 2)',
      'Second.',
      cues.opens,
      'Quoted words. (note 3)',
      'More of them.',
    ]);
  });

  it('says each word of the real paper once and in order, in pieces of a breath', async () => {
    const real = await realPaper();
    let opened = 0;
    for (const sentence of sentencesOf(real)) {
      const pieces = piecesOf(real, sentence, false);
      opened += pieces.filter(({ words }) => words === cues.opens).length;
      opened -= pieces.filter(({ words }) => words === cues.closes).length;
      expect(opened, 'Quotations are closed before the next opens.').to.be.within(0, 1);
      const own = pieces.filter(({ start, end }) => end > start);
      let at = sentence.start;
      for (const { words, start, end } of own) {
        expect(start).to.equal(at);
        expect([...words].length).to.be.at.most(200);
        expect(words).to.equal(real.text.slice(start, end).trim().replace(/\s+/gu, ' '));
        at = end;
      }
      expect(at).to.equal(sentence.end);
    }
    expect(opened).to.equal(0);
  });

  it('says all note numbers of the real paper when asked to, each once', async () => {
    const real = await realPaper();
    const labels = [
      ...said(real, true)
        .join(' ')
        .matchAll(/\(note (\S+)\)/gu),
    ].map(([, label]) => label);
    expect(labels).to.deep.equal(real.text.markers.map((marker) => String(marker.node.attrs['label'])));
  });

  it('cuts where no space is, between signs that belong together never', () => {
    const { paper: one } = paper(p('👩‍🏫'.repeat(150) + 'e\u0301'.repeat(300)));
    const words = said(one).join('');
    expect(words).to.equal(one.text.text);
    for (const piece of said(one)) expect(piece).to.not.match(/^[\p{M}\p{Cs}\u200d]/u);
  });

  it('says nothing for a sentence of signs alone, nor for a paper without words', () => {
    expect(said(paper(p('* * *'), p('Words.')).paper)).to.deep.equal(['Words.']);
    expect(said(paper(p('')).paper)).to.deep.equal([]);
  });
});

describe('walking by sentence and paragraph', () => {
  const text = (sentence: Sentence | null): string | null =>
    sentence && small.text.slice(sentence.start, sentence.end);

  it('goes through all sentences and back again', () => {
    const there: string[] = [];
    for (let at = sentenceAt(small, 0); at; at = sentenceBeside(small, at, 1)) there.push(text(at) ?? '');
    expect(there).to.deep.equal([...sentencesOf(small)].map(text));
    const back: string[] = [];
    for (let at = sentenceAt(small, small.text.length); at; at = sentenceBeside(small, at, -1))
      back.push(text(at) ?? '');
    expect(back.toReversed()).to.deep.equal(there);
  });

  it('goes to the start of a paragraph first, then to the one before', () => {
    const second = sentenceAt(small, small.text.text.indexOf('Second'))!;
    const start = paragraphBeside(small, second, -1)!;
    expect(text(start)).to.equal('First one.');
    expect(text(paragraphBeside(small, start, -1))).to.equal('I. Start');
    expect(text(paragraphBeside(small, second, 1))).to.equal('Quoted words.');
    expect(paragraphBeside(small, sentenceAt(small, small.text.length)!, 1)).to.equal(null);
  });
});
