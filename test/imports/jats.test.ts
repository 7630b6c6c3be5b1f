import { expect } from '@open-wc/testing';
import { readJatsDraft } from '../../src/formats/jats/read-draft.ts';
import { draftText } from '../../src/formats/paper/draft-text.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { readJats } from '../../src/formats/jats.ts';
import { wordsOf } from '../../src/model/draft.ts';
import { manuscript } from './manuscript.ts';
import { draftOf, refusal } from './reading.ts';
import { readHere, sources, type Source } from './sources.ts';

const article = (inner: string, back = ''): string =>
  `<?xml version="1.0"?><article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front><body>${inner}</body><back>${back}</back></article>`;

describe('JATS as a draft', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  it('reads what is written: the same blocks, the same notes, the same file again', async () => {
    const labels = ['arabic', 'symbols', 'roman', 'letters', 'restarting'] as const;
    for (let seed = 1; seed <= 10; seed += 1) {
      const hard = {
        missing: 0.1,
        repeated: 3,
        nested: 3,
        adjacent: 3,
        emphasis: true,
        links: true,
        scripts: true,
      };
      const truth = manuscript(novel, {
        seed,
        ...hard,
        lists: 3,
        pages: seed % 2 ? 300 : 0,
        labels: labels[seed % 5] ?? 'arabic',
      });
      const xml = writeJats(truth);
      const draft = await draftOf(readJatsDraft, xml);
      expect(draft.blocks).to.deep.equal(truth.blocks);
      expect(draft.notes).to.deep.equal(truth.notes);
      expect(writeJats(draft)).to.equal(xml);
    }
  });

  it('reads the paper that we ship, and writes it with the same text', async () => {
    const xml = await readHere('corpus/gul-2008/paper.xml');
    const draft = await draftOf(readJatsDraft, xml);
    expect(draftText(draft)).to.equal(readJats(xml, 'gul').text.text);
    expect(readJats(writeJats(draft), 'gul').text.text).to.equal(readJats(xml, 'gul').text.text);
    expect(draft.notes).to.have.length(79);
  });

  it('reads articles as journals write them', async () => {
    const draft = await draftOf(
      readJatsDraft,
      article(
        '<sec><label>1</label><title>One</title><p>Words<sup><xref ref-type="fn" rid="f1 f2">1,2</xref></sup> and <xref ref-type="bibr" rid="r1">Roe 1988</xref>.<fn id="f3"><label>*</label><p>Inside.</p></fn></p><boxed-text><caption><title>Box</title></caption><p>In a box.</p></boxed-text><table-wrap id="t1"><label>Table 1</label><caption><p>Caption.</p></caption><table><tr><td>a<xref ref-type="table-fn" rid="tf">a</xref></td></tr></table><table-wrap-foot><fn id="tf"><label>a</label><p>Of the table.</p></fn></table-wrap-foot></table-wrap></sec>',
        '<fn-group><fn id="f1"><label>1</label><p>First.</p></fn><fn id="f2"><label>2</label><p>Second.</p></fn></fn-group><ref-list><ref id="r1"><mixed-citation>Roe, J. (1988).</mixed-citation></ref></ref-list>',
      ),
    );
    expect(draft.notes.map(({ label, content }) => `${label} ${content.map(wordsOf).join()}`)).to.deep.equal([
      '1 First.',
      '2 Second.',
      '* Inside.',
      'a Of the table.',
    ]);
    expect(draft.blocks.map(({ kind, content }) => `${kind} ${wordsOf(content)}`)).to.deep.equal([
      'heading One',
      'paragraph Words and Roe 1988.',
      'paragraph Box',
      'paragraph In a box.',
      'table Table 1 Caption.',
      'heading References',
      'item Roe, J. (1988).',
    ]);
    expect(draft.findings).to.deep.equal([]);
  });

  it('expands no entities of a file and refuses what is broken, cut off or too deep', async () => {
    const bomb = `<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${article('<p>&b;</p>').replace(/^<\?[^>]*\?>/u, '')}`;
    expect(draftText(await draftOf(readJatsDraft, bomb))).to.equal('&b;');
    const whole = article('<p>Words.</p>');
    expect(await refusal(readJatsDraft, whole.slice(0, -20))).to.equal('import/broken');
    expect(await refusal(readJatsDraft, '<html><body/></html>')).to.equal('import/broken');
    expect(await refusal(readJatsDraft, article('<sec>'.repeat(100_000)))).to.equal('import/too-deep');
    expect(await refusal(readJatsDraft, '')).to.equal('import/empty');
  });
});
