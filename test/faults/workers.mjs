// The built app's own workers, given one input after another: how long each took, what came of it, and how much memory that cost.
/* global Blob, File, TextDecoder, Worker */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { launchOptions } from '../support/launch.mjs';
import { serve } from '../support/serve.mjs';

const assets = fileURLToPath(new URL('../../dist/assets/', import.meta.url));

/** The workers of the app that read what people bring, by the start of their files' names. */
const workerNames = ['import', 'argument', 'layer', 'package'];

function workerFile(name) {
  const file = readdirSync(assets).find((one) =>
    new RegExp(`^${name}-worker-(?!link)[^.]*\\.js$`, 'u').test(one),
  );
  if (!file) throw new Error(`There is no worker ${name} in the build.`);
  return file;
}

/** In the page: `read` gives one input to a worker that is kept for the next one, unless it had to be ended. */
function install(files) {
  const running = new Map();
  const end = (way) => {
    running.get(way)?.terminate();
    running.delete(way);
  };
  const messages = {
    import: (bytes, name) => ({ file: new File([bytes], name), name, title: null, password: null }),
    argument: (bytes, name) => ({
      text: new TextDecoder().decode(bytes),
      name,
      now: '2026-01-01T00:00:00Z',
    }),
    layer: (bytes) => new Blob([bytes]),
    package: (bytes, name) => ({ say: 'read', file: new File([bytes], name), name }),
  };
  const started = (way) => {
    if (!running.has(way)) running.set(way, new Worker(files[way], { type: 'module' }));
    return running.get(way);
  };
  const read = (way, bytes, name, limit) =>
    new Promise((done) => {
      const worker = started(way);
      const start = performance.now();
      const settle = (outcome, isEnded = false) => {
        clearTimeout(timer);
        worker.onmessage = worker.onerror = null;
        if (isEnded) end(way);
        done({ outcome, time: performance.now() - start });
      };
      let timer = setTimeout(() => settle('hang', true), limit);
      worker.onmessage = ({ data }) => {
        clearTimeout(timer);
        timer = setTimeout(() => settle('hang', true), limit);
        if (data.say === 'read' || data.say === 'done') settle('read');
        if (data.say === 'refused')
          settle(data.code === null && way !== 'layer' ? `error: ${data.detail}` : (data.code ?? 'refused'));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        settle(`died: ${event.message}`, true);
      };
      worker.postMessage(messages[way](bytes, name));
    });
  globalThis.endWorkers = () => [...running.keys()].forEach(end);
  globalThis.read = async (way, base64, name, limit) =>
    read(
      way,
      await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer(),
      name,
      limit,
    );
}

/** Resident memory of a process in MB; null where the system does not tell. */
function memoryOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return null;
  }
}

/** Time that a process has been at work, in ms, in steps of 10; null where the system does not tell. */
function workOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/**
 * Runs `use` with `read(way, bytes, name, limit)`, which answers `{ outcome, time, growth }`: `read`, a fault's code, `hang` (no
 * sign of life for `limit` ms), `error: …` (no fault, but a mistake of ours) or `died: …`; how
 * long the page's process was at work for it in ms, whatever else the machine does (where the system tells); and by how many MB the page's process grew above what it
 * had when its workers were started afresh (0 where the system does not tell). `fresh()` starts them afresh. `told` holds
 * whatever the page asked of others.
 */
export async function withWorkers(use) {
  const [server, browser] = await Promise.all([serve(), chromium.launch(launchOptions())]);
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const told = [];
    context.on('request', (request) => {
      if (!/^data:/u.test(request.url()) && !request.url().startsWith(server.url)) told.push(request.url());
    });
    page.on('dialog', (dialog) => told.push(`dialog: ${dialog.message()}`));
    // A file of the app's own origin that is no page of it: what is measured is the worker alone.
    await page.goto(`${server.url}assets/${workerFile('import')}`);
    await page.evaluate(install, Object.fromEntries(workerNames.map((name) => [name, workerFile(name)])));
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    const memory = () => pids.reduce((sum, pid) => sum + (memoryOf(pid) ?? 0), 0);
    const work = () => pids.reduce((sum, pid) => sum + (workOf(pid) ?? NaN), 0);
    let before = memory();
    const fresh = async () => {
      await page.evaluate(() => globalThis.endWorkers());
      before = Math.max(before, 0) && Math.min(before, memory());
    };
    const read = async (way, bytes, name, limit) => {
      let most = memory();
      const worked = work();
      const watch = setInterval(() => (most = Math.max(most, memory())), 50);
      try {
        const base64 = Buffer.from(bytes).toString('base64');
        const answer = await page.evaluate((input) => globalThis.read(...input), [way, base64, name, limit]);
        const time = work() - worked;
        return {
          ...answer,
          time: Number.isNaN(time) ? answer.time : time,
          growth: Math.max(0, Math.max(most, memory()) - before),
        };
      } finally {
        clearInterval(watch);
      }
    };
    return await use({ read, fresh, told });
  } finally {
    await browser.close();
    await server.close();
  }
}
