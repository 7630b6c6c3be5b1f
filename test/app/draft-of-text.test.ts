/** A paper of which only the text is kept can be mended: it is read again, and only where that gives the very same text. */
import { expect } from '@open-wc/testing';
import { draftOfText } from '../../src/app/draft-of-text.ts';
import { writeDraft } from '../../src/app/pending-paper.ts';
import { draftText } from '../../src/formats/paper/draft-text.ts';
import { hashText } from '../../src/model/paper.ts';
import type { KeptPaper } from '../../src/storage/papers.ts';
import { realPaper } from '../support/paper.ts';

const entry = (hash: string): KeptPaper => ({
  id: 'kept',
  hash,
  firstHash: hash,
  front: {},
  tags: [],
  counts: { notes: 0, pages: 0, words: 0 },
  format: 'package',
  fileName: 'kept.warrant.zip',
  size: 1,
  added: '2026-01-01T00:00:00.000Z',
  removed: null,
});

describe('a draft of a kept text', () => {
  it('reads as the text that is kept', async () => {
    const { text } = await realPaper();
    const hash = await hashText(text.text);
    const xml = await (await fetch('/corpus/gul-2008/paper.xml')).text();
    const draft = await draftOfText({ id: 'kept', xml, draft: null }, entry(hash));
    expect(draft && draftText(draft)).to.equal(text.text);
    expect(draft?.notes).to.have.length(79);
    if (draft) expect((await writeDraft(draft)).hash).to.equal(hash);
  });

  it('is none where it would be another text, or the file is none', async () => {
    const xml = await (await fetch('/corpus/gul-2008/paper.xml')).text();
    expect(await draftOfText({ id: 'kept', xml, draft: null }, entry('sha256-0'))).to.equal(null);
    expect(await draftOfText({ id: 'kept', xml: 'no', draft: null }, entry('sha256-0'))).to.equal(null);
  });
});
