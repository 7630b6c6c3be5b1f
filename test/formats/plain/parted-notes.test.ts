import { expect } from '@open-wc/testing';
import { readText } from '../../../src/formats/plain/read-plain.ts';
import { wordsOf, type DraftInline } from '../../../src/model/draft.ts';

const inline = (content: readonly DraftInline[]): string =>
  content
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'marker' ? `{${one.note}}` : ''))
    .join('');

/** The blocks with the notes that they mark, the notes, and what is told of either. */
function read(text: string): { blocks: string[]; notes: string[]; told: string[] } {
  const { blocks, notes, findings } = readText(text, 'a.txt');
  return {
    blocks: blocks.map(({ content }) => inline(content)),
    notes: notes.map(({ id, label, content }) => `${id} ${label}: ${content.map(wordsOf).join(' ')}`),
    told: findings.filter(({ kind }) => kind.includes('note')).map(({ kind, quote }) => `${kind} ${quote}`),
  };
}

describe('notes between the parts of a plain text', () => {
  it('are read from brackets that say so, and begin again', () => {
    const { blocks, notes, told } = read(
      'The first man came from the town,[1] and he was tall.\n\n[Footnote 1: So says the chronicle [of the\nabbey], folio 12.]\n\nAnother came from the sea.[2]\n\n[Footnote 2: See above.]\n\nNow it begins anew, as it must.[1] And so on.\n\n[Footnote 1: Anew indeed.]\n',
    );
    expect(blocks).to.deep.equal([
      'The first man came from the town,{fn1} and he was tall.',
      'Another came from the sea.{fn2}',
      'Now it begins anew, as it must.{fn1-2} And so on.',
    ]);
    expect(notes).to.deep.equal([
      'fn1 1: So says the chronicle [of the abbey], folio 12.',
      'fn2 2: See above.',
      'fn1-2 1: Anew indeed.',
    ]);
    expect(told).to.deep.equal([]);
  });

  it('are read by letters and signs, which begin again at each', () => {
    const { blocks, notes } = read(
      'He came from the town.[A]\n\n[Footnote A: One.]\n\nShe was loud.[A] And she had a house.[B]\n\n[Footnote A: Two.]\n\n[Footnote B: Three.]\n\nSo it goes.[*]\n\n[Footnote *: Four.]\n',
    );
    expect(blocks).to.deep.equal([
      'He came from the town.{fnA}',
      'She was loud.{fnA-2} And she had a house.{fnB}',
      'So it goes.{fnsign}',
    ]);
    expect(notes).to.deep.equal(['fnA A: One.', 'fnA-2 A: Two.', 'fnB B: Three.', 'fnsign *: Four.']);
  });

  it('are read under a heading behind each chapter, with their paragraphs, and without the chapters behind them', () => {
    const { blocks, notes, told } = read(
      'CHAPTER I\n\nThe first man came from the town,[1] and he was tall.[2]\n\nFOOTNOTES:\n\n[1] One.\n\n[2] Two.\n\nMore of it.\n\n[3] Three.\n\nCHAPTER II\n\nAnother came from the sea.[1]\n\nFOOTNOTES:\n\n[1] Four.\n\nCHAPTER III\n\nThe end has none.\n',
    );
    expect(blocks).to.deep.equal([
      'CHAPTER I',
      'The first man came from the town,{fn1} and he was tall.{fn2}',
      'CHAPTER II',
      'Another came from the sea.{fn1-2}',
      'CHAPTER III',
      'The end has none.',
    ]);
    expect(notes).to.deep.equal([
      'fn1 1: One.',
      'fn2 2: Two. More of it.',
      'fn1-2 1: Four.',
      'fn3 3: Three.',
    ]);
    expect(told).to.deep.equal(['note-unmarked 3']);
  });

  it('leave a bracket that is never closed in the text', () => {
    const { blocks, notes } = read('He came.[1]\n\n[Footnote 1: It has no end.\n\nShe went.\n');
    expect(blocks).to.deep.equal(['He came.{fn1}', '[Footnote 1: It has no end.', 'She went.']);
    expect(notes).to.deep.equal(['fn1 1: ']);
  });
});
