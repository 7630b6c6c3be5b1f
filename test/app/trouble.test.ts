/** What is in trouble, and the ways out: which are offered when, what they ask for, and that the page asks before it goes. */
import { expect } from '@open-wc/testing';
import { guardPage, releasing } from '../../src/app/leaving.ts';
import '../../src/app/trouble-banner.ts';
import type { OfferTaken } from '../../src/app/trouble-banner.ts';
import { troubleOf } from '../../src/app/trouble.ts';
import { Fault } from '../../src/model/fault.ts';
import { button, only, plain, settled } from '../support/settle.ts';

describe('the ways out of trouble', () => {
  it('are a file in any trouble with keeping, and going on without it only where nothing is open', () => {
    for (const code of ['full', 'failed', 'blocked', 'newer'] as const) {
      const fault = new Fault(`storage/${code}`);
      const [open, opening] = [troubleOf(fault, true), troubleOf(fault, false)];
      expect(open.offers).to.include('save').and.not.include('aside');
      expect(opening.offers).to.include('save').and.include('aside');
      expect([open.isStorage, opening.isStorage]).to.deep.equal([true, true]);
    }
    expect(troubleOf(new Fault('storage/refused'), true).offers).to.deep.equal(['save']);
  });

  it('are to load the page anew where a part of the app is missing, and none where something else is wrong', () => {
    const missing = new TypeError('Failed to fetch dynamically imported module: https://a.example/b.js');
    expect(troubleOf(missing, true).offers).to.deep.equal(['reload']);
    const other = troubleOf(new Fault('notebook/malformed', 'x'), true);
    expect([other.offers, other.isStorage]).to.deep.equal([[], false]);
  });

  it('ask for what was chosen', async () => {
    const banner = document.createElement('trouble-banner');
    const taken: string[] = [];
    banner.addEventListener('offer-taken', ({ offer }: OfferTaken) => taken.push(offer));
    banner.trouble = troubleOf(new Fault('storage/full'), false);
    document.body.append(banner);
    try {
      await settled(banner);
      expect(plain(only(banner, '[role=alert]'))).to.contain('The disk is full');
      button(banner, 'Try now').click();
      button(banner, 'Go on without what is kept').click();
      expect(taken).to.deep.equal(['retry', 'aside']);
    } finally {
      banner.remove();
    }
  });
});

describe('leaving the page', () => {
  const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  afterEach(() => releasing()());

  it('is asked about for as long as anything would be lost with it', () => {
    const [one, other] = [{}, {}];
    expect(isAsked()).to.equal(false);
    guardPage(one, true);
    guardPage(other, true);
    guardPage(one, false);
    expect(isAsked()).to.equal(true);
    guardPage(other, false);
    expect(isAsked()).to.equal(false);
  });

  it('is not asked about once all is in a file, until there is more', () => {
    const one = {};
    guardPage(one, true);
    releasing()();
    expect(isAsked()).to.equal(false);
    guardPage(one, true);
    expect(isAsked()).to.equal(true);
  });

  it('is asked about what came while the file was being made', () => {
    const one = {};
    guardPage(one, true);
    const release = releasing();
    guardPage(one, true);
    release();
    expect(isAsked()).to.equal(true);
  });
});
