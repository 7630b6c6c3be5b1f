/** The queue of imports: real workers on real files, and what happens when one is cancelled, dies, takes too long, or the disk is full. */
import { expect } from '@open-wc/testing';
import type { ImportState } from '../../src/app/import-items.ts';
import { runFile, type RunFile } from '../../src/app/import-run.ts';
import { ImportService } from '../../src/app/import-service.ts';
import { Fault } from '../../src/model/fault.ts';
import { readJats } from '../../src/formats/jats.ts';
import { MemoryStorage } from '../../src/storage/memory.ts';
import { until } from '../support/settle.ts';

const page = (words: string, title = 'On notes'): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta name="author" content="Ann Bee"></head><body><article>
  <h1>${title}</h1><p>${words}<sup><a id="r1" href="#n1">1</a></sup></p>
  <ol><li id="n1">A note of its own. <a href="#r1">↩</a></li></ol></article></body></html>`;

const file = (text: string, name = 'paper.html'): File => new File([text], name, { type: 'text/html' });

function open(run: RunFile = runFile) {
  const storage = new MemoryStorage();
  const service = new ImportService({
    run,
    storage: () => Promise.resolve(storage),
    shipped: () => Promise.resolve([]),
  });
  const state = (at = 0): ImportState | undefined => service.items[at]?.state;
  const reach = (is: ImportState['is'], at = 0): Promise<unknown> => until(() => state(at)?.is === is);
  return { service, storage, state, reach };
}

const never: RunFile = (_file, { signal }) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

const workerOf = (source: string): Worker => new Worker(URL.createObjectURL(new Blob([source])));

const options = (signal = new AbortController().signal) => ({
  title: null,
  password: null,
  signal,
  onProgress: () => undefined,
});

async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
  throw new Error('It ended well.');
}

describe('a file in the queue', () => {
  it('is read in a worker, and kept where one says so, with text, draft and the file as given', async () => {
    const { service, storage, reach } = open();
    service.add([file(page('Words that rest on a note.'))]);
    await reach('read');
    expect(await storage.papers.list()).to.deep.equal([]);
    const id = await service.keep(service.items[0]?.key ?? 0);
    expect(id).to.match(/^bee-[0-9a-f]{6}$/u);
    const [paper] = await storage.papers.list();
    const body = await storage.papers.body(id ?? '');
    const read = readJats(body?.xml ?? '', 'x');
    expect(read.text.text).to.contain('Words that rest on a note.');
    expect(read.notes.map(({ label }) => label)).to.deep.equal(['1']);
    expect(paper?.counts.notes).to.equal(1);
    const original = await storage.papers.file(id ?? '', 'paper.html');
    expect(new TextDecoder().decode(original?.bytes)).to.equal(page('Words that rest on a note.'));
  });

  it('is known again by its text, under whatever name it comes', async () => {
    const { service, reach, state } = open();
    service.add([file(page('The same words.'))]);
    await reach('read');
    await service.keep(service.items[0]?.key ?? 0);
    service.add([file(page('The same words.'), 'other.htm')]);
    await reach('read', 1);
    const again = state(1);
    expect(again?.is === 'read' && again.twin?.title).to.equal('On notes');
  });

  it('is offered as a better copy of what has its title and author', async () => {
    const { service, storage, reach, state } = open();
    service.add([file(page('The old words.'))]);
    await reach('read');
    const id = await service.keep(service.items[0]?.key ?? 0);
    service.add([file(page('The old words, and new ones.'))]);
    await reach('read', 1);
    const better = state(1);
    if (better?.is !== 'read' || !better.older) throw new Error('No older copy was found.');
    expect(better.older.id).to.equal(id);
    const before = (await storage.papers.paper(id ?? ''))?.hash ?? '';
    await service.keep(service.items[1]?.key ?? 0, better.older);
    expect((await storage.papers.list()).map((one) => one.id)).to.deep.equal([id]);
    expect((await storage.papers.paper(id ?? ''))?.hash).not.to.equal(before);
    expect((await storage.texts(id ?? '')).map(({ hash }) => hash)).to.deep.equal([before]);
    expect(await service.bringBack(service.items[1]?.key ?? 0)).to.equal(true);
    expect((await storage.papers.paper(id ?? ''))?.hash).to.equal(before);
  });

  it('that is no paper is refused in its own row; the others go on', async () => {
    const { service, reach, state } = open();
    const bytes = new Uint8Array(2000).map((_, at) => (at * 7919) % 251);
    service.add([new File([bytes], 'x.pdf'), file(page('Fine.')), file('', 'empty.txt')]);
    await reach('read', 1);
    await reach('failed', 0);
    await reach('failed', 2);
    const [first, , last] = [state(0), state(1), state(2)];
    expect(first?.is === 'failed' && (first.why as Fault).code).to.equal('import/unknown');
    expect(last?.is === 'failed' && (last.why as Fault).code).to.equal('import/empty');
  });

  it('stays in the queue, with everything read, where it cannot be kept', async () => {
    const { service, storage, reach, state } = open();
    service.add([file(page('Words.'))]);
    await reach('read');
    const keep = storage.papers.keep.bind(storage.papers);
    storage.papers.keep = () => Promise.reject(new Fault('storage/full'));
    expect(await service.keep(service.items[0]?.key ?? 0)).to.equal(null);
    const waiting = state();
    expect(waiting?.is === 'read' && (waiting.trouble as Fault).code).to.equal('storage/full');
    storage.papers.keep = keep;
    expect(await service.keep(service.items[0]?.key ?? 0)).to.be.a('string');
  });
});

describe('fifty files', () => {
  it('keep their order, and two are read at once', async () => {
    let [running, most] = [0, 0];
    const { service, reach } = open(async (one, more) => {
      running += 1;
      most = Math.max(most, running);
      try {
        return await runFile(one, more);
      } finally {
        running -= 1;
      }
    });
    const names = Array.from({ length: 50 }, (_, at) => `${at + 1}.html`);
    service.add(names.map((name) => file(page(`Words of ${name}.`, `Paper ${name}`), name)));
    await reach('read', 49);
    await until(() => service.items.every(({ state }) => state.is === 'read'));
    expect(service.items.map((item) => item.file.name)).to.deep.equal(names);
    expect(most).to.equal(2);
  });
});

describe('a reading', () => {
  it('ends at once when it is cancelled, and the next begins', async () => {
    const { service, reach } = open(never);
    service.add([file('a', 'a.html'), file('b', 'b.html'), file('c', 'c.html')]);
    await reach('reading', 1);
    service.leave(service.items[0]?.key ?? 0);
    await until(() => service.items.map(({ state }) => state.is).join() === 'reading,reading');
    expect(service.items.map((item) => item.file.name)).to.deep.equal(['b.html', 'c.html']);
  });

  it('of a worker that dies is a fault', async () => {
    const dying = () => workerOf('onmessage = () => { throw new Error("gone"); }');
    expect(await faultOf(runFile(file('x'), options(), dying))).to.equal('import/failed');
  });

  it('of a worker that never answers ends in time', async () => {
    expect(await faultOf(runFile(file('x'), options(), () => workerOf('for (;;);'), 100))).to.equal(
      'import/too-slow',
    );
  });

  it('of a huge file does not begin', async () => {
    const huge = file('x', 'huge.pdf');
    Object.defineProperty(huge, 'size', { value: 500 * 1024 * 1024 });
    const started = () => {
      throw new Error('A worker was started.');
    };
    expect(await faultOf(runFile(huge, options(), started))).to.equal('import/too-large');
  });
});
