import { expect } from '@open-wc/testing';
import { readMarkdown } from '../../src/formats/markdown/read-markdown.ts';
import { wordsOf } from '../../src/model/draft.ts';
import { asMarkdown, markdownShapes } from './as-markdown.ts';
import { manuscript } from './manuscript.ts';
import { draftOf } from './reading.ts';
import { precision, recall, scoreDraft } from './score.ts';
import { sources, type Source } from './sources.ts';

describe('Markdown', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  for (const shape of markdownShapes)
    it(`links ${shape.name}`, async () => {
      const some = shape.isInline ? 0 : 3;
      const nested = shape.name === 'numbers' ? 3 : 0;
      const wanted = { notes: 40, repeated: some, adjacent: some, nested, missing: some / 60, inner: 3 };
      const truth = manuscript(novel, {
        seed: 3,
        emphasis: true,
        links: true,
        pages: 300,
        lists: 2,
        ...wanted,
      });
      const draft = await draftOf(readMarkdown, asMarkdown(truth, shape));
      const score = scoreDraft(draft, truth);
      expect(recall(score.links), 'recall').to.be.at.least(0.99);
      expect(precision(score.links), 'precision').to.be.at.least(0.99);
      expect(score.text, 'text').to.be.at.least(0.998);
      expect(recall(score.headings), 'headings').to.equal(1);
      expect(recall(score.pages), 'pages, in lists as well').to.equal(1);
      expect(draft.front).to.deep.equal(truth.front);
      expect(draft.language).to.equal('en');
    });

  it('keeps labels, notes without words and notes without markers', async () => {
    const draft = await draftOf(
      readMarkdown,
      'One[^7] two[^9] three[^*].\n\n[^7]: Seven.\n[^*]: Star.\n[^8]: Eight.\n',
    );
    const notes = draft.notes.map(({ label, content }) => `${label} ${content.map(wordsOf).join()}`);
    expect(notes).to.have.members(['7 Seven.', '9 ', '* Star.', '8 Eight.']);
    const found = draft.findings.map(({ kind, quote }) => `${kind} ${quote}`);
    expect(found).to.have.members(['note-missing 9', 'note-unmarked 8']);
  });

  it('reads what pandoc raises and lowers, and leaves single signs', async () => {
    const draft = await draftOf(readMarkdown, 'H~2~O and x^2^, a~b c^d e~ f^, 2\\^3\\^, ~~gone~~.\n');
    const set = draft.blocks[0]?.content.map((one) =>
      one.kind === 'text' ? [one.text, ...(one.marks ?? [])] : [],
    );
    expect(set?.slice(0, 4)).to.deep.equal([['H'], ['2', 'subscript'], ['O and x'], ['2', 'superscript']]);
    expect(
      set
        ?.slice(4)
        .map(([text]) => text)
        .join(''),
    ).to.equal(', a~b c^d e~ f^, 2^3^, gone.');
  });

  it('reads grid tables with their heads, emphasis and notes; what is none stays as it is', async () => {
    const draft = await draftOf(
      readMarkdown,
      '+-----------+-----------+\n| Fruit     | Price[^1] |\n+===========+===========+\n| Bananas   | $1.34     |\n| *and* more|           |\n+-----------+-----------+\n\n+---+---+\n| a | b |\n+---+---+\n\n+---+---+\n| over    |\n+---+---+\n| a | b |\n+---+---+\n\n[^1]: Per kilo.\n',
    );
    const tables = draft.blocks.flatMap(({ table }) => (table ? [table] : []));
    expect(tables.map((rows) => rows.map((row) => row.map(({ content }) => wordsOf(content))))).to.deep.equal(
      [
        [
          ['Fruit', 'Price'],
          ['Bananas and more', '$1.34'],
        ],
        [['a', 'b']],
      ],
    );
    expect(tables[0]?.[0]?.[1]?.content.at(-1)).to.deep.include({ kind: 'marker', label: '1' });
    expect(tables[0]?.map((row) => row.map(({ isHead }) => isHead === true))).to.deep.equal([
      [true, true],
      [false, false],
    ]);
    expect(draft.blocks.at(-1)?.kind).to.equal('paragraph');
  });

  it('leaves out scripts and addresses that run', async () => {
    const draft = await draftOf(
      readMarkdown,
      'A [link](javascript:x()) here.\n\n<script>x()</script>\n\n<b onclick="x()">Bold</b>\n',
    );
    expect(JSON.stringify(draft.blocks)).not.to.match(/x\(\)/u);
    expect(draft.blocks.map(({ content }) => wordsOf(content))).to.deep.equal(['A link here.', 'Bold']);
  });
});
