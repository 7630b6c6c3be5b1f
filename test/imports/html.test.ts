import { expect } from '@open-wc/testing';
import { readHtml } from '../../src/formats/html/read-html.ts';
import { isBody, wordsOf } from '../../src/model/draft.ts';
import { asHtml } from './as-html.ts';
import { htmlShapes } from './html-shapes.ts';
import { manuscript, type Shape } from './manuscript.ts';
import { bytesOf, draftOf, draftOfBytes, refusal } from './reading.ts';
import { precision, recall, scoreDraft } from './score.ts';
import { sources, type Source } from './sources.ts';

/** What a manuscript may have of what is hard, as far as a shape can say it. */
const hard = (lacks: readonly string[]): Partial<Shape> => ({
  missing: lacks.includes('missing') ? 0 : 0.05,
  repeated: lacks.includes('repeated') ? 0 : 3,
  nested: lacks.includes('nested') ? 0 : 3,
  adjacent: lacks.includes('adjacent') ? 0 : 3,
  inner: 3,
  emphasis: true,
  links: true,
  scripts: true,
  pages: 300,
  lists: 2,
});

describe('pages of HTML', () => {
  let novel: Source;

  before(async () => {
    novel = (await sources())[0] as Source;
  });

  for (const shape of htmlShapes)
    it(`links the notes of ${shape.name}, alone and in a site`, async () => {
      for (const isSite of [false, true]) {
        const truth = manuscript(novel, { seed: isSite ? 7 : 3, notes: 30, ...hard(shape.lacks ?? []) });
        const score = scoreDraft(await draftOf(readHtml, asHtml(truth, shape, isSite)), truth);
        expect(recall(score.links), 'recall').to.be.at.least(0.99);
        expect(precision(score.links), 'precision').to.be.at.least(0.99);
        expect(score.text, 'text').to.be.at.least(0.999);
        expect(recall(score.headings), 'headings').to.equal(1);
        expect(recall(score.pages), 'pages').to.equal(1);
      }
    });

  it('finds no notes where there are none', async () => {
    for (const seed of [1, 2, 3]) {
      const truth = manuscript(novel, { seed, notes: 0, decoys: 20, links: true });
      const [shape] = htmlShapes;
      if (!shape) throw new RangeError('There are shapes.');
      const draft = await draftOf(readHtml, asHtml(truth, shape));
      expect(draft.notes).to.deep.equal([]);
    }
  });

  it('keeps what surrounds an article beside the text', async () => {
    const draft = await draftOf(
      readHtml,
      `<body><nav><a href="/">Home</a></nav><article><h1>T</h1><h2>One</h2><p>${'Words of a text. '.repeat(20)}</p><h2>Two</h2><p>More.</p></article><footer>Imprint</footer></body>`,
    );
    const beside = draft.blocks.filter((block) => !isBody(block)).map(({ content }) => wordsOf(content));
    expect(beside).to.deep.equal(['Home', 'T', 'Imprint']);
    expect(draft.front.title).to.equal('T');
  });

  it('runs nothing, follows nothing and keeps no address that could', async () => {
    const draft = await draftOf(
      readHtml,
      '<meta http-equiv="refresh" content="0;url=https://evil.example/"><p onclick="globalThis.wasRun = 1">Text <a href="javascript:globalThis.wasRun = 1">link</a> <img src="https://evil.example/p.png" alt="A map"><script>globalThis.wasRun = 1</script></p><iframe src="https://evil.example/"></iframe><img src="https://evil.example/q.png" alt="A plan" onerror="globalThis.wasRun = 1">',
    );
    expect((globalThis as { wasRun?: number }).wasRun).to.equal(undefined);
    expect(
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('evil')),
    ).to.deep.equal([]);
    expect(JSON.stringify(draft.blocks)).not.to.match(/javascript:|evil/u);
    const unread = draft.findings.filter(({ kind }) => kind === 'unread').map(({ quote }) => quote);
    expect(unread).to.include('A plan');
  });

  it('reads the encoding that a page says it has', async () => {
    const latin = Uint8Array.from('<meta charset="iso-8859-1"><p>caf\u00e9</p>', (sign) =>
      sign.charCodeAt(0),
    );
    const wide = new Uint8Array(
      new Uint16Array([0xfeff, ...[...'<p>café</p>'].map((sign) => sign.charCodeAt(0))]).buffer,
    );
    for (const bytes of [latin, wide, bytesOf('<p>café</p>')]) {
      const draft = await draftOfBytes(readHtml, bytes);
      expect(wordsOf(draft.blocks[0]?.content ?? [])).to.equal('café');
    }
  });

  it('refuses what is too deep, and what is empty', async () => {
    expect(await refusal(readHtml, '<div>'.repeat(100_000))).to.equal('import/too-deep');
    expect(await refusal(readHtml, `<ul><li>${'<ul><li>x'.repeat(50_000)}`)).to.equal('import/too-deep');
    expect(await refusal(readHtml, '')).to.equal('import/empty');
    expect(await refusal(readHtml, '<script>alert(1)</script>')).to.equal('import/empty');
  });
});
