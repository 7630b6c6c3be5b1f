import { assert } from '@esm-bundle/chai';
import { readJats } from '../../src/formats/jats.ts';
import { draftText } from '../../src/formats/paper/draft-text.ts';
import { MendKeeping, ReplacedText, takeLeft } from '../../src/app/mend-keeping.ts';
import { writeDraft } from '../../src/app/pending-paper.ts';
import type { Draft } from '../../src/model/draft.ts';
import { retype, splitBlock } from '../../src/model/draft-edits.ts';
import { soundDraft } from '../../src/model/draft-sound.ts';
import { Fault } from '../../src/model/fault.ts';
import { hashText } from '../../src/model/paper.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import type { KeptPaper } from '../../src/storage/papers.ts';

const first: Draft = {
  format: 'text',
  front: { title: 'As it was read' },
  language: 'en',
  blocks: [
    { id: 'b1', kind: 'paragraph', content: [{ kind: 'text', text: 'One sentence. Another one.' }] },
    { id: 'b2', kind: 'furniture', content: [{ kind: 'text', text: 'PAGE 12' }] },
  ],
  notes: [],
  findings: [
    { id: 'f1', kind: 'front-guessed', place: null, certainty: 0.5, quote: 'As it was read', state: 'open' },
  ],
};

async function world(): Promise<{ storage: MemoryStorage; entry: KeptPaper }> {
  const storage = new MemoryStorage();
  const { xml, hash, counts } = await writeDraft(first);
  const entry: KeptPaper = {
    id: 'made',
    hash,
    firstHash: hash,
    front: first.front,
    tags: ['war'],
    counts,
    format: 'text',
    fileName: 'made.txt',
    size: 1000,
    added: '2026-01-01T00:00:00.000Z',
    removed: null,
  };
  await storage.papers.keep(entry, { id: 'made', xml, draft: first }, []);
  return { storage, entry };
}

/** The draft of an edit; fails where it is refused. */
function edited(draft: Draft, edit: (draft: Draft) => Draft | string): Draft {
  const next = edit(draft);
  if (typeof next === 'string') throw new Error(next);
  return next;
}

const split = edited(first, splitBlock('b1', 13));

describe('keeping a paper that is being mended', () => {
  it('keeps draft, text, counts and hash together, and the text as it was before', async () => {
    const { storage, entry } = await world();
    const keeping = new MendKeeping(storage, entry, first, () => undefined);
    keeping.push(edited(split, retype('b2', { kind: 'paragraph' })));
    await keeping.close();
    const [paper, body] = [await storage.papers.paper('made'), await storage.papers.body('made')];
    assert.equal(readJats(body?.xml ?? '', 'made').text.text, 'One sentence.\nAnother one.\nPAGE 12');
    assert.equal(paper?.hash, await hashText('One sentence.\nAnother one.\nPAGE 12'));
    assert.equal(paper?.firstHash, entry.hash);
    assert.equal(paper?.counts.words, 6);
    assert.deepEqual(paper?.tags, ['war']);
    assert.equal(soundDraft(body?.draft)?.blocks.length, 3);
    assert.deepEqual(
      (await storage.texts('made')).map(({ hash, text }) => [hash, text]),
      [[entry.hash, draftText(first)]],
    );
  });

  it('keeps no older text where only a finding was decided', async () => {
    const { storage, entry } = await world();
    const keeping = new MendKeeping(storage, entry, first, () => undefined);
    keeping.push({ ...first, findings: first.findings.map((one) => ({ ...one, state: 'confirmed' })) });
    await keeping.close();
    assert.deepEqual(await storage.texts('made'), []);
    assert.equal(soundDraft((await storage.papers.body('made'))?.draft)?.findings[0]?.state, 'confirmed');
  });

  it('leaves title and authors as the library has them meanwhile', async () => {
    const { storage, entry } = await world();
    const keeping = new MendKeeping(storage, entry, first, () => undefined);
    await storage.papers.update({ ...entry, front: { title: 'As it is called' } });
    keeping.push(split);
    await keeping.close();
    const body = await storage.papers.body('made');
    assert.equal(readJats(body?.xml ?? '', 'made').front.title, 'As it is called');
  });

  it('drops nothing that could not be written: it says so, keeps trying, and is taken up again', async () => {
    const { storage, entry } = await world();
    const { papers } = storage;
    const update = papers.update.bind(papers);
    papers.update = () => Promise.reject(new Fault('storage/full'));
    const keeping = new MendKeeping(storage, entry, first, () => undefined);
    keeping.push(split);
    await keeping.flush();
    assert.equal(keeping.status, 'unsaved');
    assert.equal((keeping.fault as Fault).code, 'storage/full');
    await keeping.close();
    assert.equal(takeLeft('made'), split);
    assert.isNull(takeLeft('made'), 'it is taken up once');
    papers.update = update;
    const again = new MendKeeping(storage, entry, first, () => undefined);
    again.push(split);
    await again.close();
    assert.equal(again.fault, null);
    assert.equal(soundDraft((await papers.body('made'))?.draft)?.blocks.length, 3);
  });

  it('is not put over a better copy that took the place of the text', async () => {
    const { storage, entry } = await world();
    const keeping = new MendKeeping(storage, entry, first, () => undefined);
    const better = await writeDraft({ ...first, blocks: split.blocks.slice(0, 1) });
    await storage.papers.update(
      { ...entry, hash: better.hash },
      { id: 'made', xml: better.xml, draft: better.draft },
    );
    keeping.push(split);
    await keeping.close();
    assert.instanceOf(keeping.fault, ReplacedText);
    assert.equal((await storage.papers.body('made'))?.xml, better.xml);
    assert.isNull(takeLeft('made'));
  });
});

describe('a draft as it was kept', () => {
  it('is checked like any input', () => {
    assert.deepEqual(soundDraft(structuredClone(first)), first);
    assert.isNull(soundDraft(null));
    assert.isNull(soundDraft({ ...first, blocks: [{ id: 'b1', kind: 'script', content: [] }] }));
    assert.isNull(soundDraft({ ...first, blocks: [first.blocks[0], first.blocks[0]] }), 'ids come once');
    assert.deepEqual(soundDraft({ ...first, findings: [{ id: 'f', kind: 'unread' }] })?.findings, []);
  });
});
