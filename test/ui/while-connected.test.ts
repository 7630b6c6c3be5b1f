/** `WhileConnected`: what an element listens to begins when it comes, ends when it goes, and begins again. */
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { WhileConnected } from '../../src/ui/while-connected.ts';

class Listener extends LitElement {
  heard = 0;

  constructor() {
    super();
    new WhileConnected(this, (signal) =>
      document.addEventListener('said', () => (this.heard += 1), { signal }),
    );
  }
}
customElements.define('test-listener', Listener);

describe('while an element is connected', () => {
  it('it hears, once each, however often it came and went', () => {
    const say = (): boolean => document.dispatchEvent(new Event('said'));
    const one = new Listener();
    say();
    expect(one.heard).to.equal(0);
    for (let visit = 1; visit <= 3; visit += 1) {
      document.body.append(one);
      say();
      expect(one.heard).to.equal(visit);
      one.remove();
      say();
      expect(one.heard).to.equal(visit);
    }
  });
});
