/** Several commands as one edit: each on the desk as the last left it, undone as one. */
import { expect } from '@open-wc/testing';
import { draftClaim } from '../../src/desk/claim-commands.ts';
import { argument } from '../../src/desk/desk.ts';
import { relate } from '../../src/desk/relation-commands.ts';
import { remove } from '../../src/desk/remove-commands.ts';
import { together } from '../../src/desk/together.ts';
import { claim, deskOn } from '../support/desk.ts';
import { p, paper } from '../support/paper.ts';

const open = () => deskOn(paper(p('One.')).paper, { own: [claim('a'), claim('b')] }).store;
const ids = (store: ReturnType<typeof open>): string[] => [...argument(store.desk).claims.keys()];

describe('commands together', () => {
  it('see what those before them have made, and are one step of undo', () => {
    const store = open();
    const command = together('Both', [
      draftClaim({ id: 'c', wording: 'That c.' }),
      relate('supports', 'c', 'a'),
    ]);
    expect(store.run(command)).to.equal(true);
    expect(argument(store.desk).stepsFrom('c')[0]?.conclusion).to.equal('a');
    expect(store.undo()).to.equal('Both');
    expect(ids(store)).to.have.members(['a', 'b']);
    expect(argument(store.desk).inferences.size).to.equal(0);
  });

  it('pass over what cannot be done, and are nothing where nothing can', () => {
    const store = open();
    expect(store.run(together('Some', [remove('gone'), remove('a')]))).to.equal(true);
    expect(ids(store)).to.deep.equal(['b']);
    expect(together('None', [remove('gone')])(store.desk)).to.equal(null);
    expect(together('None', [])(store.desk)).to.equal(null);
  });

  it('neither put what they remove again nor remove what they put', () => {
    const store = open();
    store.run(
      together('Made and gone', [draftClaim({ id: 'c', wording: 'That c.' }), remove('c'), remove('a')]),
    );
    expect(ids(store)).to.deep.equal(['b']);
    store.undo();
    expect(ids(store)).to.have.members(['a', 'b']);
  });
});
