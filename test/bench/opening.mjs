// Measures one opening of a page: CPU time of its main thread until the paper's text is painted.

const patience = 30_000;

/**
 * Opens `url` in a fresh profile. The tab first shows `blank`, of the same origin, so that starting the process is not counted;
 * the text counts as painted when a note marker is there (in the page or in open shadow roots), its faces are loaded, and two
 * more frames have passed. `prepare` gets the context first, to lay other files out for it.
 * @returns {Promise<{cpu: number, firstPaint: number, scripts: {url: string, body: Buffer}[]}>} times in milliseconds
 */
export async function measureOpening(browser, blank, url, prepare = () => undefined) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  try {
    await prepare(context);
    const page = await context.newPage();
    await page.goto(blank);
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: 'textIsPainted' });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchForText})()` });
    await session.send('Performance.enable');
    const painted = textPainted(session, url);
    const scripts = [];
    page.on('response', (response) => {
      if (/\.m?js($|\?)/.test(response.url())) scripts.push(response);
    });
    const before = await threadTime(session);
    await session.send('Page.navigate', { url });
    const firstPaint = await painted;
    const cpu = (await threadTime(session)) - before;
    if (cpu <= 0) throw new Error('The page changed its process: its CPU time cannot be told.');
    const loaded = await Promise.all(
      scripts.slice().map(async (response) => ({ url: response.url(), body: await response.body() })),
    );
    return { cpu, firstPaint, scripts: loaded };
  } finally {
    await context.close();
  }
}

/** When the text was first painted, once `watchForText` tells of it. */
function textPainted(session, url) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No text at ${url} after ${patience} ms.`)), patience);
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'textIsPainted') return;
      clearTimeout(timer);
      resolve(Number(payload));
    });
  });
}

/** CPU time of the page's main thread so far, in milliseconds. */
export async function threadTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ThreadTime').value * 1000;
}

/** Runs in the page, before its own scripts. */
function watchForText() {
  const has = (root) =>
    root.querySelector('[role=doc-noteref]') !== null ||
    [...root.querySelectorAll('*')].some((element) => element.shadowRoot && has(element.shadowRoot));
  const look = () => {
    if (!document.body || !has(document)) return requestAnimationFrame(look);
    twoFrames(() => document.fonts.ready.then(() => twoFrames(tell)));
  };
  const twoFrames = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  const tell = () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    globalThis.textIsPainted(String(paint?.startTime ?? performance.now()));
  };
  requestAnimationFrame(look);
}

/** The middle value. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
