/** What a line says: its name as a screen reader says it, and the outline as text. */
import { expect } from '@open-wc/testing';
import type { Desk } from '../../src/desk/desk.ts';
import { outlineText } from '../../src/map/outline-text.ts';
import { OutlineView } from '../../src/map/outline-view.ts';
import { factsOf, gistOf, nameOf } from '../../src/map/outline-words.ts';
import type { Claim, Conflict, Inference } from '../../src/model/argument-records.ts';
import type { NotebookRecord } from '../../src/model/records.ts';
import { ownStoreOf, storeOf } from './desk-of.ts';
import { attack, claim, group, sampleRecords, step } from './sample.ts';

/** Name and facts of the line that says a record, as they are said one after the other. */
function said(desk: Desk, id: string, isShut = false): string {
  const view = new OutlineView();
  view.update(desk);
  const item = view.item(view.lineOf(id));
  if (!item) throw new RangeError(`No line says ${id}.`);
  const facts = factsOf({ item, above: view.above(item.key), isShut }, desk);
  return [nameOf(item, desk), ...facts.map(({ words }) => words)].join(', ');
}

const of = (records: readonly NotebookRecord[]): Desk => ownStoreOf(records).desk;

describe('the words of a line', () => {
  const desk = storeOf(sampleRecords).desk;

  it('say the wording first, then role, bearing, footing and group', () => {
    expect(said(desk, 'c2')).to.equal(
      'Since 2000 the two states have found a working balance., Conclusion, supports, no source, note 79, no passage',
    );
    expect(said(desk, 'd3')).to.equal(
      'Azerbaijan’s leaders chose their distance from Moscow., Determinant, linked, no source, notes 40–43, no passage, ' +
        'in III.C Azerbaijan’s preferences',
    );
  });

  it('say how an attack bears, and a step that is unsaid, by a scheme, with a qualifier', () => {
    expect(said(desk, 'p13')).to.contain('Premise, attacks, ');
    expect(said(desk, 'p14')).to.contain('Premise, attacks the step, ');
    expect(said(desk, 'x1')).to.contain('each attacks the other');
    expect(said(desk, 's8')).to.contain('Premise, supports, unsaid in the paper, ');
    const other: readonly NotebookRecord[] = [
      claim('a', 'conclusion', 'A'),
      claim('b', 'premise', 'B'),
      claim('c', 'premise', 'C'),
      {
        ...step('s', ['b'], 'a'),
        scheme: 'By the rule of thumb',
        qualifier: 'presumably',
      } satisfies Inference,
      { ...attack('x', 'c', 'b', 'undermine') } satisfies Conflict,
    ];
    expect(said(of(other), 'b')).to.contain(
      'Premise, supports, “presumably”, scheme: By the rule of thumb, ',
    );
    expect(said(of(other), 'c')).to.contain('Premise, undermines, ');
  });

  it('say how a step goes, apart from the name', () => {
    const view = new OutlineView();
    view.update(desk);
    expect(gistOf(view.item(view.lineOf('p4'))!, desk)).to.equal('How p4 lead to d2.');
    expect(gistOf(view.item(view.lineOf('s12'))!, desk)).to.equal('How p9 and p10 lead to i2.');
    expect(gistOf(view.item(view.lineOf('p9'))!, desk)).to.equal('');
    expect(gistOf(view.item(view.lineOf('p13'))!, desk)).to.equal('What p13 and i2 disagree about.');
  });

  it('say how many lines are folded under a shut one', () => {
    expect(said(desk, 'd2', true)).to.match(/, 3 folded$/u);
    expect(said(desk, 'p4', true)).not.to.contain('folded');
  });

  it('say wordings and passages by number, whose claim it is, and that one stands elsewhere', () => {
    const target = { exact: 'A', prefix: '', suffix: '', start: 0, end: 1 };
    const many: Claim = {
      ...claim('a', 'conclusion', 'A', [], 'g'),
      wordings: [{ id: 'w', text: 'Or so' }],
      targets: [target, { ...target, wording: 'w' }, { ...target, start: 2, end: 3 }],
    };
    const own = of([
      group('g', 'I', 'One'),
      many,
      claim('b', 'premise', 'B'),
      claim('c', 'premise', 'C'),
      step('s', ['b'], 'a'),
      step('t', ['c'], 'a'),
      step('u', ['c'], 'b'),
    ]);
    expect(said(own, 'a')).to.equal(
      'A, Conclusion, no source, no note, 3 passages, 2 wordings, in I One, mine',
    );
    expect(said(own, 'b')).to.equal(
      'B, Premise, supports, no source, no note, no passage, in no group, mine',
    );
    const view = new OutlineView();
    view.update(own);
    const again = view.placed.find(({ item }) => item.kind === 'again')?.item;
    expect(
      factsOf({ item: again!, above: null, isShut: false }, own).map(({ words }) => words),
    ).to.deep.equal(['Premise', 'supports', 'stands elsewhere', 'mine']);
    const wording = view.placed.find(({ item }) => item.kind === 'wording')?.item;
    expect(nameOf(wording!, own)).to.equal('Or so');
    expect(factsOf({ item: wording!, above: null, isShut: false }, own)[1]?.words).to.equal('1 passage');
  });
});

describe('the outline as text', () => {
  const records: readonly NotebookRecord[] = [
    claim('a', 'conclusion', 'The *end*\nof it', [3, 4]),
    claim('b', 'premise', 'B'),
    claim('c', 'premise', 'C'),
    claim('d', 'premise', 'D'),
    claim('e', 'issue', 'E'),
    step('s', ['b', 'c'], 'a'),
    attack('x', 'd', 's', 'undercut'),
    attack('y', 'e', 'a', 'rebut'),
    step('t', ['d'], 'b'),
  ];
  const desk = of(records);
  const view = new OutlineView();
  view.update(desk);

  it('is indented, with the signs of Argdown', () => {
    expect(outlineText(view.items, desk, 'text')).to.equal(
      `${[
        'Conclusion: The *end* of it (n. 3, 4)',
        '  + 2 premises that work together: How b and c lead to a.',
        '    + Premise: B',
        '      + Premise: D',
        '    + Premise: C',
        '    _ Premise: D (elsewhere)',
        '  - Issue: E',
      ].join('\n')}\n`,
    );
  });

  it('is a Markdown list, in which what was typed stays literal', () => {
    expect(outlineText(view.items, desk, 'markdown')).to.equal(
      `${[
        '- **Conclusion.** The \\*end\\* of it (n. 3, 4)',
        '  - 2 premises that work together: How b and c lead to a.',
        '    - **Premise.** B',
        '      - **Premise.** D',
        '    - **Premise.** C',
        '    - *attacks the step:* **Premise.** D *(elsewhere)*',
        '  - *attacks:* **Issue.** E',
      ].join('\n')}\n`,
    );
  });
});
