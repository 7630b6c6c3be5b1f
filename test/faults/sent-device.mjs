// Hostile words where the app itself put its own: in the address, in what is kept on the device, in messages of other tabs.
/* global BroadcastChannel, TextEncoder, crypto, localStorage, sessionStorage */
import { command, count, openAt, rest, some } from './hostile-steps.mjs';
import { clean } from './watched.mjs';

/** Addresses: each vector in every part that a link may have. */
export async function sendRoutes({ page, url }, turn) {
  await openAt(page, url, '#/gul-2008');
  const part = some(4, turn).map((text) => encodeURIComponent(text.toWellFormed()));
  const parts = [
    '/',
    '?note=',
    '?claim=',
    '?annotation=',
    '?source=',
    '?page=',
    '?list=',
    '?marker=',
    '?at=',
    '?present=',
    '?quote=',
    '?quote=x&to=',
  ];
  const sentHere = await page.evaluate(
    async ([values, names]) => {
      const before = location.href.split('#')[0];
      let sent = 0;
      for (const value of values) {
        for (const name of names) {
          location.hash = `#/gul-2008${name}${value}`;
          await new Promise((done) => setTimeout(done));
          if (location.href.split('#')[0] !== before) throw new Error(`It led to ${location.href}.`);
          sent += 1;
        }
        await new Promise((done) => requestAnimationFrame(done));
      }
      return sent;
    },
    [part, parts],
  );
  await rest(page);
  await clean(page, 'the desk after many addresses');
  let screens = 0;
  for (const value of some(24, turn)) {
    const raw = value.toWellFormed();
    for (const hash of [`#/${encodeURIComponent(raw)}`, `#${raw}`, `#/${encodeURIComponent(raw)}?mend`]) {
      await page.evaluate((wanted) => (location.hash = wanted), hash);
      await rest(page);
      screens += 1;
    }
    await clean(page, 'the screen of an unknown address');
  }
  count('addresses', sentHere + screens);
}

/** What is kept on the device, with every text in it replaced: as another script of the same origin could leave it. */
export async function sendTampered({ page, url }, turn) {
  await openAt(page, url, '#/gul-2008');
  const values = some(40, turn).map((text) => text.toWellFormed());
  let fields = 0;
  for (const [at, value] of values.entries()) {
    fields += await page.evaluate(tamper, [value, at]);
    await page.goto(`${url}#/`);
    await page.reload();
    await page.locator('.library-entry').first().waitFor();
    await clean(page, 'a library from a tampered device');
    if (at % 4 === 0) {
      await openAt(page, url, '#/gul-2008');
      await clean(page, 'a desk from a tampered device');
    }
  }
  count('fields of what is kept on the device', fields);
}

/** Runs in the page: puts `value` wherever the device keeps a text, except for the ids by which things are found. */
async function tamper([value, turn]) {
  let changed = 0;
  const wrong = [value, null, 7, [value], { [value]: value }, true];
  const spoil = (of, depth = 0) => {
    if (typeof of === 'string') {
      changed += 1;
      return depth > 3 && turn % 3 === 2 ? wrong[changed % wrong.length] : value;
    }
    if (of instanceof Uint8Array || typeof of !== 'object' || of === null) return of;
    if (Array.isArray(of)) return of.map((one) => spoil(one, depth + 1));
    return Object.fromEntries(
      Object.entries(of).map(([key, one]) => [
        key,
        /^(?:id|paper|notebook|hash|firstHash)$/u.test(key) ? one : spoil(one, depth + 1),
      ]),
    );
  };
  for (const area of [localStorage, sessionStorage])
    for (const key of ['warrant-preferences', 'warrant-maps', 'warrant-library', ...Object.keys(area)]) {
      const text = area.getItem(key) ?? '{"a":"b"}';
      let spoilt = value;
      try {
        spoilt = JSON.stringify(spoil(JSON.parse(text), 4));
      } catch {
        changed += 1;
      }
      area.setItem(key, turn % 5 === 4 ? value : spoilt);
    }
  localStorage.setItem('warrant-preferences', '{"welcomed":true}');
  const request = indexedDB.open('warrant');
  const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
  const done = (one) => new Promise((resolve) => (one.onsuccess = () => resolve(one.result)));
  const names = [...database.objectStoreNames].filter((name) =>
    ['notebooks', 'settings', 'layers', 'papers'].includes(name),
  );
  const transaction = database.transaction(names, 'readwrite');
  if (turn === 0)
    transaction.objectStore('papers').put({
      id: 'bad',
      hash: `sha256-${'0'.repeat(64)}`,
      firstHash: `sha256-${'0'.repeat(64)}`,
      front: {
        title: 'x',
        authors: ['x'],
        journal: 'x',
        doi: '10.1/x',
        url: 'https://x.example/',
        year: '1',
      },
      tags: ['x', 'y'],
      counts: { notes: 0, pages: 0, words: 1 },
      format: 'text',
      fileName: 'x.txt',
      size: 1,
      added: '2026-01-01T00:00:00.000Z',
      removed: null,
    });
  for (const name of names) {
    const store = transaction.objectStore(name);
    const [rows, keys] = await Promise.all([done(store.getAll()), done(store.getAllKeys())]);
    for (const [at, row] of rows.entries()) {
      const spoilt = spoil(row);
      if (store.keyPath === null) store.put(spoilt, keys[at]);
      else store.put(spoilt);
    }
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
  return changed;
}

/** Another tab of the same origin that says anything at all on our channels. */
export async function sendMessages({ page, url, newPage }, turn) {
  await openAt(page, url, '#/gul-2008');
  const other = await newPage();
  await other.goto(url);
  const values = some(2, turn).map((text) => text.toWellFormed());
  const said = await other.evaluate(async (texts) => {
    const request = indexedDB.open('warrant');
    const database = await new Promise((done) => (request.onsuccess = () => done(request.result)));
    const all = database.transaction('notebooks').objectStore('notebooks').getAllKeys();
    const ids = await new Promise((done) => (all.onsuccess = () => done(all.result)));
    database.close();
    let sent = 0;
    for (const id of [...ids, '__proto__']) {
      const channel = new BroadcastChannel(`warrant/notebook/${id}`);
      for (const [at, text] of texts.entries()) {
        const bytes = new TextEncoder().encode(text);
        for (const message of [
          text,
          { type: text, from: text },
          { type: 'ask', from: text },
          { type: 'state', to: text, update: bytes },
          { type: 'update', update: bytes },
          { type: 'update', update: text },
          { type: 'update', update: crypto.getRandomValues(new Uint8Array(1 + (at % 60))) },
          at % 2 ? [text] : { [text]: text, type: ['update'] },
        ]) {
          channel.postMessage(message);
          sent += 1;
        }
        if (at % 20 === 0) await new Promise((done) => setTimeout(done));
      }
      channel.close();
    }
    return sent;
  }, values);
  await rest(page);
  await clean(page, 'a desk that was shouted at');
  await command(page, 'marks: list and filter');
  count('messages of other tabs', said);
}
