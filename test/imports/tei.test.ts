import { expect } from '@open-wc/testing';
import { readTei } from '../../src/formats/tei/read-tei.ts';
import { wordsOf } from '../../src/model/draft.ts';
import { asTei } from './as-tei.ts';
import { manuscript } from './manuscript.ts';
import { draftOf, refusal } from './reading.ts';
import { precision, recall, scoreDraft } from './score.ts';
import { sources, type Source } from './sources.ts';

const text = (inner: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>${inner}</body></text></TEI>`;

describe('TEI', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  for (const isApart of [true, false])
    it(`links notes ${isApart ? 'at the end' : 'in their place'}`, async () => {
      for (const seed of [1, 2, 3]) {
        const repeated = isApart ? 3 : 0;
        const wanted = { notes: 40, repeated, nested: 3, adjacent: 3, missing: 0.05, inner: 3, pages: 300 };
        const truth = manuscript(novel, {
          seed,
          emphasis: true,
          links: true,
          scripts: true,
          lists: 2,
          ...wanted,
        });
        const draft = await draftOf(readTei, asTei(truth, isApart));
        const score = scoreDraft(draft, truth);
        expect(recall(score.links), 'recall').to.be.at.least(0.99);
        expect(precision(score.links), 'precision').to.be.at.least(0.99);
        expect(score.text, 'text').to.be.at.least(0.999);
        expect(recall(score.headings), 'headings').to.equal(1);
        expect(score.levels, 'levels').to.equal(score.headings.of);
        expect(recall(score.pages), 'pages').to.equal(1);
        expect(draft.front).to.deep.equal(truth.front);
      }
    });

  it('reads what editors decided, verse line by line, and says what is lost', async () => {
    const draft = await draftOf(
      readTei,
      text(
        '<div><head>One</head><pb n="12"/><p>He <choice><sic>sayd</sic><corr>said</corr></choice> <gap reason="illegible"/> so.</p><lg><l>First line</l><l>Second line</l></lg><figure><graphic url="http://evil.example/a.png"/><figDesc>A ship.</figDesc></figure></div>',
      ),
    );
    expect(draft.blocks.map(({ kind, content }) => `${kind} ${wordsOf(content)}`)).to.deep.equal([
      'heading One',
      'paragraph He said […] so.',
      'quotation First line',
      'quotation Second line',
      'figure A ship.',
    ]);
    expect(draft.blocks[1]?.content[0]).to.deep.equal({ kind: 'page', label: '12', evidence: 'printed' });
    expect(draft.findings.map(({ kind }) => kind)).to.deep.equal(['unread']);
  });

  it('refuses what is no TEI, broken or too deep', async () => {
    expect(await refusal(readTei, '<article/>')).to.equal('import/broken');
    expect(await refusal(readTei, text('<p>x</p>').slice(0, -10))).to.equal('import/broken');
    expect(await refusal(readTei, text('<div>'.repeat(100_000)))).to.equal('import/too-deep');
  });
});
