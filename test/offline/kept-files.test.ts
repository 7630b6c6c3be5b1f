/** The app's own files in the browser's caches: whole or not used, each the very file, older ones left to whoever needs them. */
import { expect } from '@open-wc/testing';
import { KeptFiles, type FileList } from '../../src/offline/kept-files.ts';

const scope = new URL('/a/seminar/', location.href);
const bytes = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

async function sum(words: string): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes(words)))));
}

/** A server of files by their path below the scope, which counts what is asked of it. */
function server(files: Record<string, string>): { readonly fetch: typeof fetch; readonly asked: string[] } {
  const asked: string[] = [];
  const answer = (address: RequestInfo | URL): Promise<Response> => {
    const path = new Request(address).url.slice(scope.href.length);
    asked.push(path);
    const words = files[path];
    return Promise.resolve(words === undefined ? new Response('', { status: 404 }) : new Response(words));
  };
  return { fetch: answer, asked };
}

async function listOf(version: string, files: Record<string, string>): Promise<FileList> {
  const pairs = Object.entries(files).map(async ([path, words]) => [path, await sum(words)] as const);
  return { version, files: await Promise.all(pairs) };
}

const one = { '': 'page one', 'assets/a.js': 'A', 'assets/b.js': 'B' };
const two = { '': 'page two', 'assets/a.js': 'A', 'assets/c.js': 'C' };
const text = async (kept: KeptFiles, path: string): Promise<string> =>
  (await kept.answer(new URL(path, scope).href)).text();

async function fails(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    () => true,
  );
}

describe('KeptFiles', () => {
  afterEach(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });

  it('keeps every file, and answers from what it kept', async () => {
    const kept = new KeptFiles(scope, await listOf('1', one), server(one).fetch);
    await kept.keepAll();
    expect(await kept.isWhole()).to.equal(true);
    const offline = new KeptFiles(scope, await listOf('1', one), () =>
      Promise.reject(new TypeError('No network.')),
    );
    for (const [path, words] of Object.entries(one)) expect(await text(offline, path)).to.equal(words);
  });

  it('is not whole where a file is missing or another one came, and goes on from there', async () => {
    for (const bad of [
      { ...one, 'assets/b.js': 'please log in' },
      { '': one[''], 'assets/a.js': 'A' },
    ]) {
      const kept = new KeptFiles(scope, await listOf('1', one), server(bad).fetch);
      expect(await fails(kept.keepAll())).to.equal(true);
      expect(await kept.isWhole()).to.equal(false);
    }
    const whole = server(one);
    const kept = new KeptFiles(scope, await listOf('1', one), whole.fetch);
    await kept.keepAll();
    expect(await kept.isWhole()).to.equal(true);
    expect(whole.asked, 'What had come was not asked for again.').to.deep.equal(['assets/b.js']);
  });

  it('takes from the older version what is the same, and leaves that one to the pages that have it open', async () => {
    await new KeptFiles(scope, await listOf('1', one), server(one).fetch).keepAll();
    const newer = server(two);
    const kept = new KeptFiles(scope, await listOf('2', two), newer.fetch);
    await kept.keepAll();
    expect(newer.asked.toSorted()).to.deep.equal(['', 'assets/c.js']);
    expect(await text(kept, 'assets/b.js'), 'An older page’s part.').to.equal('B');
    expect(await text(kept, '')).to.equal('page two');
    await kept.removeOthers(new Set(['1']));
    expect((await kept.versions()).toSorted()).to.deep.equal(['1', '2']);
    await kept.removeOthers(new Set());
    expect(await kept.versions()).to.deep.equal(['2']);
  });

  it('knows its own page and files, and leaves all else alone', async () => {
    const kept = new KeptFiles(scope, await listOf('1', one), server(one).fetch);
    const wanted = (path: string, method = 'GET'): string | null =>
      kept.wanted({ method, mode: 'navigate', url: new URL(path, scope).href });
    for (const page of ['', '?from=stick', 'index.html']) expect(wanted(page)).to.equal(scope.href);
    expect(wanted('assets/a.js')).to.equal(new URL('assets/a.js', scope).href);
    for (const other of ['../other/', 'notes.html', 'https://example.org/'])
      expect(wanted(other)).to.equal(null);
    expect(wanted('', 'POST')).to.equal(null);
  });

  it('refuses another file under the name of one that is not kept', async () => {
    const kept = new KeptFiles(
      scope,
      await listOf('1', one),
      server({ ...one, 'assets/a.js': 'evil' }).fetch,
    );
    expect((await kept.answer(new URL('assets/a.js', scope).href)).type).to.equal('error');
  });
});
