/** What went wrong that nobody foresaw: counted by kind, said once, and written down without anyone's words. */
import { expect } from '@open-wc/testing';
import { framesOf, isMissingPart, mishapOf, reportOf, withoutQuoted } from '../../src/app/mishap.ts';
import { MishapLog, type MishapNoted } from '../../src/app/mishap-log.ts';
import '../../src/app/mishap-notice.ts';
import { mishaps } from '../../src/app/mishap-log.ts';
import { Fault } from '../../src/model/fault.ts';
import { button, plain, settled, until } from '../support/settle.ts';

const now = '2026-01-02T03:04:05.000Z';
const around = {
  build: 'index-Ab12.js',
  screen: 'desk',
  browser: 'Some Browser 1',
  language: 'en',
  size: '360 × 640',
  isOnline: false,
  saving: 'unsaved',
};

describe('a mishap', () => {
  it('keeps nothing that a message quotes, but the names of things in code', () => {
    expect(withoutQuoted('“my dear diary” is not in the text.')).to.equal('“…” is not in the text.');
    expect(withoutQuoted('Unexpected token \'w\', "what I wrote"... is not valid JSON')).to.equal(
      "Unexpected token 'w', “…”... is not valid JSON",
    );
    expect(withoutQuoted("Cannot read properties of undefined (reading 'layers')")).to.contain("'layers'");
    expect(withoutQuoted('cut off: “a quotation that never ends')).to.equal('cut off: “…”');
  });

  it('names places without the address of the app', () => {
    const stack = `TypeError: the words of “somebody”
    at DeskStore.run (https://reader.example/warrant/assets/index-Ab12.js:10:20)
    at https://reader.example/warrant/assets/desk-Cd34.js:1:2
run@http://localhost:8080/assets/index-Ab12.js:10:20`;
    expect(framesOf(stack)).to.deep.equal([
      'at DeskStore.run (index-Ab12.js:10:20)',
      'at desk-Cd34.js:1:2',
      'run@index-Ab12.js:10:20',
    ]);
  });

  it('can be made of whatever is thrown', () => {
    for (const thrown of [undefined, null, 0, 'my words', {}, Symbol('s')]) {
      const { what } = mishapOf(thrown, now);
      expect(what)
        .to.match(/^Thrown: /u)
        .and.not.contain('my words');
    }
  });

  it('of a fault tells its code and not what it is about', () => {
    const { what } = mishapOf(new Fault('paper/malformed', 'My secret paper'), now);
    expect(what).to.equal('Fault paper/malformed');
  });

  it('is a missing part where the browser says so, in its own way', () => {
    for (const words of [
      'Failed to fetch dynamically imported module: https://a.example/b.js',
      'error loading dynamically imported module: https://a.example/b.js',
      'Importing a module script failed.',
      'Unable to preload CSS for /assets/a.css',
    ])
      expect(isMissingPart(new TypeError(words)), words).to.equal(true);
    expect(isMissingPart(new TypeError('x is not a function'))).to.equal(false);
    expect(isMissingPart('Importing a module script failed.')).to.equal(false);
  });

  it('is reported with how often, where, and what the app was run in', () => {
    const error = new TypeError('x is not a function');
    error.stack = 'TypeError\n    at run (https://a.example/assets/index.js:1:2)';
    const report = reportOf([{ ...mishapOf(error, now), count: 3 }], around);
    expect(report).to.contain('TypeError: x is not a function (3 times, first at 2026-01-02T03:04:05.000Z)');
    expect(report).to.contain('  at run (index.js:1:2)').and.contain('index-Ab12.js');
    expect(report).to.contain('saving: unsaved').and.contain('offline');
  });
});

describe('the log of mishaps', () => {
  const listened = (): { log: MishapLog; news: boolean[] } => {
    const log = new MishapLog();
    const news: boolean[] = [];
    log.addEventListener('mishap-noted', (event) => news.push((event as MishapNoted).isNews));
    return { log, news };
  };

  it('counts what comes again, and has news once of a kind', () => {
    const { log, news } = listened();
    const error = new Error('again');
    for (let time = 0; time < 50; time += 1) log.note(error);
    log.note(new RangeError('another'));
    expect(log.all.map(({ count }) => count)).to.deep.equal([50, 1]);
    expect(news.filter(Boolean)).to.have.length(2);
  });

  it('has no news of what is said already', () => {
    const { log, news } = listened();
    log.note(new Error('caught'), true);
    expect(news).to.deep.equal([false]);
    expect(log.all).to.have.length(1);
  });

  it('never grows without end', () => {
    const { log } = listened();
    for (let kind = 0; kind < 500; kind += 1) log.note(new Error(`kind ${kind}`));
    expect(log.all).to.have.length(20);
  });

  it('hears what nobody catches, and passes over what means nothing', () => {
    const { log } = listened();
    const page = new EventTarget() as Window;
    log.watch(page);
    const error = new Error('loose');
    page.dispatchEvent(new ErrorEvent('error', { error, message: 'loose' }));
    page.dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', {
        promise: Promise.resolve(),
        reason: new Error('late'),
      }),
    );
    page.dispatchEvent(
      new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
    );
    page.dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    page.dispatchEvent(
      new ErrorEvent('error', { error: new Error('x'), filename: 'chrome-extension://abc/script.js' }),
    );
    page.dispatchEvent(
      new PromiseRejectionEvent('unhandledrejection', {
        promise: Promise.resolve(),
        reason: new DOMException('', 'AbortError'),
      }),
    );
    expect(log.all.map(({ what }) => what)).to.deep.equal(['Error: loose', 'Error: late']);
  });
});

describe('the notice of a mishap', () => {
  it('stands once, counts, is put aside, and comes back for another kind only', async () => {
    const notice = document.createElement('mishap-notice');
    const screen = document.createElement('app-shell');
    screen.append(document.createElement('main'));
    document.body.append(screen, notice);
    try {
      const first = new Error('of the first kind');
      for (let time = 0; time < 3; time += 1) mishaps.note(first);
      await settled(notice);
      expect(notice.querySelectorAll('[role=alert]')).to.have.length(1);
      expect(plain(notice)).to.contain('It has happened 3 times by now.');
      button(notice, 'Go on').click();
      await settled(notice);
      expect(notice.querySelector('section')).to.equal(null);
      mishaps.note(first);
      await settled(notice);
      expect(notice.querySelector('section')).to.equal(null);
      mishaps.note(new Error('of a second kind'));
      await settled(notice);
      expect(plain(notice.querySelector('[role=alert]'))).to.contain('of a second kind');
      expect(plain(notice.querySelector('pre'))).to.contain('(4 times');
    } finally {
      notice.remove();
      screen.remove();
    }
  });

  it('offers the library where nothing else is on the screen, until something is', async () => {
    const notice = document.createElement('mishap-notice');
    document.body.append(notice);
    const screen = document.createElement('app-shell');
    try {
      mishaps.note(new Error('of a third kind'));
      await settled(notice);
      expect(notice.querySelectorAll('h1')).to.have.length(1);
      expect(button(notice, 'To the library').className).to.contain('plain-button');
      screen.append(document.createElement('main'));
      document.body.append(screen);
      await until(() => notice.querySelector('h2'));
      button(notice, 'Go on').click();
    } finally {
      notice.remove();
      screen.remove();
    }
  });
});
