/** The argument as text: every claim once, every step and attack told, by numbers that lead to the right claims. */
import { expect } from '@open-wc/testing';
import { buildArgument, type Argument } from '../../src/model/argument.ts';
import { plainProse, tellArgument } from '../../src/map/prose.ts';
import { attack, claim, step } from '../support/desk.ts';
import { grownArgument } from './grown.ts';

const label = (note: string): string => note.replace('fn', '');
const told = (argument: Argument): string => plainProse(tellArgument(argument, label));

describe('the argument as text', () => {
  it('tells what a claim rests on and what speaks against it', () => {
    const argument = buildArgument([
      claim('c', { role: 'conclusion', wording: 'It had to end.', notes: ['fn53', 'fn54'] }),
      claim('a', { wording: 'Oil ran out' }),
      claim('b', { wording: 'Nobody paid.' }),
      claim('u', { wording: 'Some paid?' }),
      { ...step('s', ['a', 'b'], 'c'), gist: 'without either nothing works', qualifier: 'presumably' },
      { ...attack('x', 'u', 's', { attack: 'undercut' }), gist: '' },
    ]);
    expect(told(argument)).to.equal(
      [
        '1. It had to end (notes 53, 54). Because 2 and 3 together, presumably: without either nothing works. But 4 speaks against the step from 2 and 3.',
        '2. Oil ran out.',
        '3. Nobody paid.',
        '4. Some paid?',
      ].join('\n\n'),
    );
  });

  it('numbers every claim once, and every number in a sentence is that of its claim', () => {
    for (const size of [1, 12, 80]) {
      const argument = grownArgument(size, size);
      const lines = tellArgument(argument, label);
      expect(new Set(lines.map((one) => one.claim.id))).to.deep.equal(new Set(argument.claims.keys()));
      expect(lines.map(({ number }) => number)).to.deep.equal(lines.map((_, at) => at + 1));
      const numbers = new Map(lines.map((one) => [one.claim.id, one.number]));
      for (const { sentences } of lines)
        for (const piece of sentences.flat())
          if (typeof piece !== 'string') expect(piece.number).to.equal(numbers.get(piece.claim));
    }
  });

  it('tells each step at its conclusion and each attack at what it strikes', () => {
    const argument = grownArgument(60, 7);
    for (const { claim: one, sentences } of tellArgument(argument, label)) {
      const steps = argument.supportsFor(one.id);
      const attacks = [one.id, ...steps.map(({ id }) => id)].flatMap((id) => argument.attacksOn(id));
      expect(sentences.filter(([first]) => first === 'Because ')).to.have.length(steps.length);
      expect(sentences.filter(([first]) => first === 'But ')).to.have.length(attacks.length);
    }
  });

  it('comes through circles, and says nothing of an empty argument', () => {
    const circle = buildArgument([claim('a'), claim('b'), step('s', ['a'], 'b'), step('t', ['b'], 'a')]);
    expect(tellArgument(circle, label)).to.have.length(2);
    expect(told(buildArgument([]))).to.equal('');
  });
});
