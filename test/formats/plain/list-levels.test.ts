import { expect } from '@open-wc/testing';
import { listLevels } from '../../../src/formats/plain/list-levels.ts';

/** Items a line each: the space before them is how far they are set in. */
const levels = (...lines: readonly string[]): number[] => [
  ...listLevels(
    lines.map((line, at) => ({
      at,
      label: line.replace('¶', '').trim(),
      indent: line.length - line.trimStart().length,
      isParted: line.startsWith('¶'),
    })),
  ).values(),
];

describe('how deep items of plain text lie', () => {
  it('is told by series that count within series', () => {
    expect(levels('1.', '(a)', '(b)', '2.', '(a)', '3.')).to.deep.equal([1, 2, 2, 1, 2, 1]);
    expect(levels('1.', '(a)', '•', '•', '(b)', '2.')).to.deep.equal([1, 2, 3, 3, 2, 1]);
  });

  it('takes `i` behind h for a letter, and elsewhere for a Roman number', () => {
    expect(levels('(g)', '(h)', '(i)', '(j)')).to.deep.equal([1, 1, 1, 1]);
    expect(levels('(i)', '(ii)', '(iii)', '(iv)')).to.deep.equal([1, 1, 1, 1]);
    expect(levels('(a)', '(b)', '  (i)', '  (ii)', '(c)')).to.deep.equal([1, 1, 2, 2, 1]);
  });

  it('is told of bullets by how far they are set in', () => {
    expect(levels('•', '    •', '    •', '•', '  ◦', '•')).to.deep.equal([1, 2, 2, 1, 2, 1]);
  });

  it('begins anew where a list is far from the one before it', () => {
    const items = [
      { at: 0, label: '1.', indent: 0, isParted: false },
      { at: 100, label: '(a)', indent: 0, isParted: false },
    ];
    expect([...listLevels(items).values()]).to.deep.equal([1, 1]);
    expect(levels('1.', '2.', '¶(a)', '(b)')).to.deep.equal([1, 1, 1, 1]);
    expect(levels('1.', '(a)', '¶2.', '(a)')).to.deep.equal([1, 2, 1, 2]);
  });
});
