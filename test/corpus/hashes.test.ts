/** The hashes in the list of papers that ship: a file with the same text is known by them when somebody adds it. */
import { expect } from '@open-wc/testing';
import { fetchPaper, listPapers } from '../../src/app/corpus.ts';
import { readJats } from '../../src/formats/jats.ts';
import { hashText } from '../../src/model/paper.ts';

describe('the list of papers that ship', () => {
  it('has the hash of the text of each', async () => {
    const listed = await listPapers();
    expect(listed.length).to.be.above(0);
    for (const { id, hash } of listed)
      expect(hash, id).to.equal(await hashText(readJats(await fetchPaper(id), id).text.text));
  });
});
