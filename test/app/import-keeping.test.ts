/** The queue of imports with readers that do what a file says: hang, crash, ask, fail; and the keeping, mending and replacing of what was read. */
import { expect } from '@open-wc/testing';
import type { ImportItem, ImportState } from '../../src/app/import-items.ts';
import { largestPaper, runFile } from '../../src/app/import-run.ts';
import { ImportService } from '../../src/app/import-service.ts';
import { messageFor } from '../../src/app/messages.ts';
import { readJats } from '../../src/formats/jats.ts';
import { Fault } from '../../src/model/fault.ts';
import { hashText } from '../../src/model/paper.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';

const worker = (): Worker =>
  new Worker(new URL('./import-tiny-worker.ts', import.meta.url), { type: 'module' });

const fileOf = (text: string, name = 'trees.txt'): File => new File([text], name, { type: 'text/plain' });
const words = (title: string, ...lines: readonly string[]): File =>
  fileOf(
    [title, 'Trees grew tall.#1 Nobody knew why.', ...lines].join('\n'),
    `${title || 'a_nameless_file'}.txt`,
  );

interface Bench {
  readonly service: ImportService;
  readonly storage: MemoryStorage;
  readonly until: (what: string, test: (items: readonly ImportItem[]) => boolean) => Promise<void>;
  readonly settled: () => Promise<void>;
}

interface BenchOptions {
  readonly limit?: number;
  readonly shipped?: readonly { id: string; title: string; hash: string }[];
  readonly storage?: MemoryStorage;
}

const running = ({ state: { is } }: ImportItem): boolean => is === 'waiting' || is === 'reading';

function bench({ limit = 20_000, shipped = [], storage = new MemoryStorage() }: BenchOptions = {}): Bench {
  const service = new ImportService({
    run: (file, options) => runFile(file, options, worker, limit),
    storage: () => Promise.resolve(storage),
    shipped: () => Promise.resolve(shipped),
  });
  const until: Bench['until'] = (what, test) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`It never came about that ${what}.`)), 20_000);
      const look = (): void => {
        if (!test(service.items)) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      const stop = service.subscribe(look);
      look();
    });
  return { service, storage, until, settled: () => until('all were read', (items) => !items.some(running)) };
}

type Read = Extract<ImportState, { is: 'read' }>;

const states = ({ service }: Bench): readonly string[] => service.items.map(({ state }) => state.is);
const at = ({ service }: Bench, index: number): ImportItem => service.items[index] as ImportItem;
const readAt = (made: Bench, index: number): Read => at(made, index).state as Read;
const whyAt = (made: Bench, index: number): unknown =>
  (at(made, index).state as Extract<ImportState, { is: 'failed' }>).why;

describe('a file in the queue', () => {
  it('is read by a worker, and tells how far it is', async () => {
    const made = bench();
    const told: string[] = [];
    made.service.subscribe(() => {
      const [item] = made.service.items;
      if (item?.state.is === 'reading' && item.state.progress) told.push(item.state.progress.doing);
    });
    made.service.add([words('On trees', '!picture')]);
    await made.settled();
    const { paper } = readAt(made, 0);
    expect([...new Set(told)]).to.deep.equal(['Opening', 'Reading the lines', 'Writing it down']);
    expect(paper.text).to.equal('Trees grew tall. Nobody knew why.');
    expect(paper.hash).to.equal(await hashText(paper.text));
    expect(paper.counts).to.deep.equal({ notes: 1, pages: 0, words: 6 });
    expect(paper.id).to.equal(`byron-1843-${paper.hash.slice(7, 13)}`);
    expect([...(paper.pictures[0]?.bytes ?? [])]).to.deep.equal([1, 2, 3]);
    expect(readJats(paper.xml, paper.id).text.text).to.equal(paper.text);
  });

  it('is called as a person calls it; without a title as its file, and that is a guess', async () => {
    const made = bench();
    made.service.add([words('On trees')], { title: 'My own title' });
    made.service.add([words('')]);
    await made.settled();
    const [named, nameless] = [readAt(made, 0).paper.draft, readAt(made, 1).paper.draft];
    expect(named.front.title).to.equal('My own title');
    expect(named.findings).to.deep.equal([]);
    expect(nameless.front.title).to.equal('a nameless file');
    expect(nameless.findings.map(({ kind, quote }) => [kind, quote])).to.deep.equal([
      ['front-guessed', 'a nameless file'],
    ]);
    expect(readAt(made, 1).paper.xml).to.contain('<article-title>a nameless file</article-title>');
  });

  it('ends within 250 ms when it is cancelled, though its worker hangs', async () => {
    const made = bench();
    made.service.add([words('On trees', '!hang'), words('Next'), words('Third')]);
    await made.until('it was being read', ([item]) => item?.state.is === 'reading');
    const begun = performance.now();
    made.service.leave(at(made, 0).key);
    expect(made.service.items.length).to.equal(2);
    await made.settled();
    expect(states(made)).to.deep.equal(['read', 'read']);
    expect(performance.now() - begun).to.be.below(5_000);
  });

  it('is ended when its worker takes too long, breaks off or makes a mistake, and the others go on', async () => {
    const made = bench({ limit: 4_000 });
    made.service.add([words('a', '!hang'), words('b', '!crash'), words('c', '!fail'), words('d')]);
    await made.settled();
    expect(states(made)).to.deep.equal(['failed', 'failed', 'failed', 'read']);
    expect([0, 1, 2].map((index) => (whyAt(made, index) as Fault).code)).to.deep.equal([
      'import/too-slow',
      'import/failed',
      'import/failed',
    ]);
    expect(messageFor(whyAt(made, 1)).words).to.contain('“b.txt”');
  });

  it('is refused before it is read where it is empty, or larger than any paper', async () => {
    const made = bench();
    const huge = fileOf('x', 'huge.pdf');
    Object.defineProperty(huge, 'size', { value: largestPaper + 1 });
    Object.defineProperty(huge, 'arrayBuffer', { value: () => expect.fail('It was read.') });
    made.service.add([huge, fileOf('', 'empty.pdf'), fileOf(' \n', 'blank.txt'), fileOf('{\\rtf1', 'x.pdf')]);
    await made.settled();
    expect([0, 1, 2, 3].map((index) => (whyAt(made, index) as Fault).code)).to.deep.equal([
      'import/too-large',
      'import/empty',
      'import/empty',
      'import/unknown',
    ]);
    expect(messageFor(whyAt(made, 3)).words).to.contain('RTF');
    expect(await made.storage.papers.list()).to.deep.equal([]);
  });

  it('asks for a password, again where it was wrong, and forgets it', async () => {
    const made = bench();
    made.service.add([words('On trees', '!locked sesame')]);
    await made.until('it asked', ([item]) => item?.state.is === 'asking');
    expect(at(made, 0).state).to.deep.equal({ is: 'asking', isWrong: false });
    made.service.again(at(made, 0).key, 'simsalabim');
    await made.until('it asked again', ([item]) => item?.state.is === 'asking' && item.state.isWrong);
    made.service.again(at(made, 0).key, 'sesame');
    await made.settled();
    expect(states(made)).to.deep.equal(['read']);
    expect(JSON.stringify(made.service.items)).not.to.contain('sesame');
  });

  it('is read again when asked, after it failed', async () => {
    const made = bench({ limit: 1 });
    made.service.add([words('On trees')]);
    await made.settled();
    expect(states(made)).to.deep.equal(['failed']);
    made.service.again(at(made, 0).key);
    expect(states(made)).to.deep.equal(['reading']);
    await made.settled();
    expect(states(made)).to.deep.equal(['failed']);
  });
});

describe('fifty files', () => {
  it('are read two at a time, stay in their order, and a broken one holds up nobody', async () => {
    const made = bench();
    let most = 0;
    made.service.subscribe(() => {
      most = Math.max(most, made.service.items.filter(({ state }) => state.is === 'reading').length);
    });
    const files = Array.from({ length: 50 }, (_, n) =>
      words(`Paper ${n}`, `Line ${n}.`, n === 17 ? '!fail' : ''),
    );
    made.service.add(files);
    await made.until('all were read', (items) => !items.some(running));
    expect(most).to.equal(2);
    expect(made.service.items.map(({ file }) => file)).to.deep.equal(files);
    expect(states(made).filter((is) => is === 'read').length).to.equal(49);
    expect(states(made)[17]).to.equal('failed');
    for (const { key } of made.service.items) await made.service.keep(key);
    expect((await made.storage.papers.list()).length).to.equal(49);
  });
});

describe('what was read', () => {
  it('is kept with its text, its draft, its pictures and the file as it was given', async () => {
    const made = bench();
    const file = words('On trees', '!picture');
    made.service.add([file]);
    await made.settled();
    const { paper } = readAt(made, 0);
    const id = (await made.service.keep(at(made, 0).key)) ?? '';
    expect(id).to.equal(paper.id);
    const { papers } = made.storage;
    const kept = await papers.paper(id);
    expect(kept?.hash).to.equal(paper.hash);
    expect(kept?.fileName).to.equal('On trees.txt');
    expect(kept?.front).to.deep.include({
      title: 'On trees',
      authors: ['Ada Byron'],
      year: 1843,
      journal: null,
    });
    expect(await papers.body(id)).to.deep.equal({ id, xml: paper.xml, draft: paper.draft });
    const original = await papers.file(id, 'On trees.txt');
    expect(new TextDecoder().decode(original?.bytes)).to.equal(await file.text());
    expect((await papers.files(id)).map(({ name, role }) => [name, role])).to.deep.equal([
      ['On trees.txt', 'original'],
      ['f1.png', 'picture'],
    ]);
  });

  it('is told to be there already where a paper has the same text: kept, shipped, or before it in the queue', async () => {
    const first = bench();
    first.service.add([words('On trees'), words('Another name')]);
    await first.settled();
    expect(readAt(first, 0).twin).to.equal(null);
    expect(readAt(first, 1).twin).to.deep.equal({ id: null, title: 'On trees' });
    const { hash } = readAt(first, 0).paper;
    const id = await first.service.keep(at(first, 0).key);
    first.service.add([words('On trees')]);
    await first.settled();
    expect(readAt(first, 2).twin).to.deep.equal({ id, title: 'On trees' });
    expect(await first.service.keep(at(first, 2).key)).to.equal(`${id}-2`);
    const other = bench({ shipped: [{ id: 'shipped', title: 'A shipped paper', hash }] });
    other.service.add([words('On trees')]);
    await other.settled();
    expect(readAt(other, 0).twin).to.deep.equal({ id: 'shipped', title: 'A shipped paper' });
  });

  it('stays as it is, with the words for it, where the disk is full; and is kept once there is room', async () => {
    const made = bench();
    made.service.add([words('On trees')]);
    await made.settled();
    const { papers } = made.storage;
    const keep = papers.keep.bind(papers);
    papers.keep = () => Promise.reject(new Fault('storage/full'));
    const { paper } = readAt(made, 0);
    expect(await made.service.keep(at(made, 0).key)).to.equal(null);
    expect(messageFor(readAt(made, 0).trouble).title).to.equal('The disk is full');
    expect(readAt(made, 0).paper).to.equal(paper);
    papers.keep = keep;
    expect(await made.service.keep(at(made, 0).key)).to.equal(paper.id);
    expect(states(made)).to.deep.equal(['kept']);
  });

  it('may take the place of an older copy: the id stays, the old text is kept for what was marked, and there is a way back', async () => {
    const made = bench();
    made.service.add([words('On trees')]);
    await made.settled();
    const old = readAt(made, 0).paper;
    const id = (await made.service.keep(at(made, 0).key)) ?? '';
    made.service.tidy();
    made.service.add([words('ON TREES', 'And a better ending.')]);
    await made.settled();
    const { older, paper } = readAt(made, 0);
    expect(older?.id).to.equal(id);
    expect(await made.service.keep(at(made, 0).key, older)).to.equal(id);
    expect((await made.storage.papers.list()).map((one) => [one.id, one.hash])).to.deep.equal([
      [id, paper.hash],
    ]);
    const texts = await made.storage.texts(id);
    expect(texts.map(({ hash, text }) => [hash, text])).to.deep.equal([[old.hash, old.text]]);
    expect(await made.service.bringBack(at(made, 0).key)).to.equal(true);
    expect((await made.storage.papers.body(id))?.xml).to.equal(old.xml);
    expect(new Set((await made.storage.texts(id)).map(({ hash }) => hash))).to.deep.equal(
      new Set([old.hash, paper.hash]),
    );
  });

  it('may be mended before it is kept, and keeps its id', async () => {
    const made = bench();
    made.service.add([words('On trees')]);
    await made.settled();
    const { id, draft, hash } = readAt(made, 0).paper;
    const [block] = draft.blocks;
    if (!block) return expect.fail('There was nothing to mend.');
    await made.service.setDraft(id, {
      ...draft,
      blocks: [{ ...block, content: [{ kind: 'text', text: 'Mended.' }] }],
    });
    const mended = made.service.pending(id);
    expect(mended?.text).to.equal('Mended.');
    expect(mended?.hash).not.to.equal(hash);
    expect(mended?.firstHash).to.equal(hash);
    expect(await made.service.keep(made.service.keyOf(id) ?? -1)).to.equal(id);
    expect((await made.storage.papers.paper(id))?.firstHash).to.equal(hash);
  });
});
