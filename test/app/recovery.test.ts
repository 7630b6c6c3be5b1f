/** What was healed is said once, in words of its own for each kind, and put aside with one press. */
import { expect } from '@open-wc/testing';
import { sayRecovered } from '../../src/app/recovery-notice.ts';
import type { Recovery } from '../../src/storage/contract.ts';
import { button, only, plain, settled } from '../support/settle.ts';

describe('the notice of what was healed', () => {
  afterEach(() => only(document, 'recovery-notice').remove());

  it('has words for each kind, and counts rightly', async () => {
    const told = new Set<string>();
    for (const healed of ['database', 'journal', 'changes'] satisfies Recovery['healed'][])
      for (const count of [1, 2000]) {
        sayRecovered({ healed, count });
        await settled(only(document, 'recovery-notice'));
        const words = plain(only(document, 'recovery-notice [role=status]'));
        expect(words)
          .to.contain(count === 1 ? '1 change' : '2,000 changes')
          .and.contain('nothing for you to do');
        expect(words).not.to.match(/1 changes|change were/u);
        told.add(words);
      }
    expect(told.size).to.equal(6);
  });

  it('goes when it was read', async () => {
    sayRecovered({ healed: 'journal', count: 3 });
    const notice = only(document, 'recovery-notice');
    await settled(notice);
    button(notice, 'Good').click();
    await settled(notice);
    expect(only(notice, 'section').hidden).to.equal(true);
    expect(plain(notice)).to.equal('');
  });
});
