/** Passages as elements of the text: every word of a passage under its mark, roles and colours, light, on a real view. */
import { expect } from '@open-wc/testing';
import type { Claim } from '../../src/model/argument-records.ts';
import type { Annotation } from '../../src/model/records.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { annotation, claim, support, targets } from '../support/desk.ts';
import { note, p, page, paper, quotation, realPaper, section } from '../support/paper.ts';
import { openPane, wordsIn, type OpenPane } from './pane.ts';

/** The words under the marks of a record, in order. */
const painted = ({ view }: OpenPane, attribute: string, id: string): string =>
  [...view.dom.querySelectorAll(`[${attribute}~="${id}"]`)].map(wordsIn).join('');

describe('the passages of the real paper', () => {
  it('lie under their marks, word for word, however they overlap', async () => {
    const real = await realPaper();
    const dice = new Dice(7);
    const range = () => {
      const start = dice.below(6000);
      return { start, end: start + 1 + dice.below(900) };
    };
    const own = Array.from({ length: 30 }, (_, at): Claim | Annotation => {
      const places = targets(real, range(), ...(at % 3 ? [] : [range()]));
      return at % 2 ? claim(`r${at}`, { targets: places }) : annotation(`r${at}`, { targets: places });
    });
    const open = await openPane(real, { own });
    for (const record of own) {
      const attribute = record.kind === 'claim' ? 'data-claim' : 'data-annotation';
      const covered = new Set<number>();
      for (const { start, end } of record.targets) for (let at = start; at < end; at += 1) covered.add(at);
      const words = [...covered].sort((a, b) => a - b).map((at) => real.text.slice(at, at + 1));
      expect(painted(open, attribute, record.id)).to.equal(words.filter((sign) => sign !== '\n').join(''));
    }
  });

  it('leave the text as it was', async () => {
    const real = await realPaper();
    const open = await openPane(real, {
      own: [annotation('all', { targets: targets(real, { start: 0, end: 9000 }) })],
    });
    const blocks = [...open.view.dom.querySelectorAll('h2, h3, h4, p')].map(wordsIn);
    expect(blocks.join('\n')).to.equal(real.text.text);
  });
});

const sample = paper(
  section(
    'I.',
    '<a>Title',
    p('<b>One <c>two<d> three<e>', note('1'), ' four.<f>'),
    quotation(p(page('2'), '<g>Quoted<h> 😀<i>.')),
  ),
);
const at = (from: string, to: string) => targets(sample.paper, sample.range(from, to));

describe('a segment of the text', () => {
  it('names all its claims and marks, shows the strongest role and the innermost colour', async () => {
    const open = await openPane(sample.paper, {
      own: [
        claim('weak', { targets: at('c', 'd') }),
        claim('strong', { role: 'issue', targets: at('b', 'e') }),
        annotation('wide', { colour: 'red', targets: at('b', 'f') }),
        annotation('narrow', { colour: 'blue', targets: at('c', 'd') }),
      ],
    });
    const two = open.view.dom.querySelector<HTMLElement>('[data-claim~=weak]');
    expect(two?.localName).to.equal('mark');
    expect(two?.textContent).to.equal('two');
    expect(two?.dataset['claim']?.split(' ').sort()).to.deep.equal(['strong', 'weak']);
    expect(two?.dataset['annotation']?.split(' ').sort()).to.deep.equal(['narrow', 'wide']);
    expect([two?.dataset['role'], two?.dataset['colour'], two?.dataset['depth']]).to.deep.equal([
      'issue',
      'blue',
      '2',
    ]);
  });

  it('goes over blocks, markers and page starts, each block for itself', async () => {
    const open = await openPane(sample.paper, { own: [claim('long', { targets: at('a', 'h') })] });
    expect(painted(open, 'data-claim', 'long')).to.equal('TitleOne two three four.Quoted');
    const around = [...open.view.dom.querySelectorAll('mark')].map((mark) => mark.closest('h2, p')?.id);
    expect(new Set(around)).to.deep.equal(new Set(['section-I', 'p-I.1', 'p-I.2']));
    expect(open.view.dom.querySelectorAll('.marker, .page-start')).to.have.length(2);
  });

  it('is cut at signs, not in the middle of one', async () => {
    const open = await openPane(sample.paper, { own: [annotation('sign', { targets: at('h', 'i') })] });
    expect(painted(open, 'data-annotation', 'sign')).to.equal(' 😀');
  });
});

describe('light in the text', () => {
  const own = [claim('c', { targets: at('b', 'e') }), annotation('m', { targets: at('c', 'd') })];
  const edition = [support(sample.paper, '1', sample.range('c', 'f'))];
  const lit = ({ view }: OpenPane) => [...view.dom.querySelectorAll('.lit')].map(wordsIn).join('');

  it('lies on what is focused and on what is hovered, and goes out', async () => {
    const open = await openPane(sample.paper, { own });
    const seen = [lit(open)];
    open.store.setSession({ focus: { kind: 'annotation', id: 'm' } });
    seen.push(lit(open));
    open.store.hover({ kind: 'claim', id: 'c' });
    seen.push(lit(open));
    open.store.hover(null);
    seen.push(lit(open));
    open.store.setSession({ focus: null });
    expect([...seen, lit(open)]).to.deep.equal(['', 'two', 'One two three', 'two', '']);
  });

  it('of a note lies on what the note supports, mark or not', async () => {
    const open = await openPane(sample.paper, { edition });
    open.store.hover({ kind: 'note', id: 'fn1' });
    expect(lit(open)).to.equal('two three four.');
    expect(open.view.dom.querySelector('.lit')?.classList.contains('support-lit')).to.equal(true);
    expect(open.view.dom.querySelector('mark')).to.equal(null);
  });

  it('and marks follow the notebook, with undo', async () => {
    const open = await openPane(sample.paper, { edition: own });
    const marks = () => open.view.dom.querySelectorAll('mark').length;
    const before = marks();
    open.store.setLayerVisible('edition', false);
    expect([before > 0, marks()]).to.deep.equal([true, 0]);
    open.store.setLayerVisible('edition', true);
    expect(marks()).to.equal(before);
  });
});

describe('painting at random', () => {
  it('keeps text and document in any order of shows and hides', async () => {
    const open = await openPane(sample.paper, {
      edition: [claim('c', { targets: at('a', 'i') })],
      own: [annotation('m', { targets: at('c', 'g') })],
    });
    const { doc } = open.view.state;
    forSeeds(40, (seed) => {
      const dice = new Dice(seed);
      open.store.setLayerVisible('edition', dice.next() < 0.5);
      open.store.hover(dice.pick([null, { kind: 'claim', id: 'c' }, { kind: 'note', id: 'fn1' }] as const));
      expect([...open.view.dom.querySelectorAll('h2, p')].map(wordsIn).join('\n')).to.equal(
        sample.paper.text.text,
      );
    });
    expect(open.view.state.doc).to.equal(doc);
  });
});

describe('painting again', () => {
  it('block by block comes to the same as painting all anew, whatever came, went or changed', async () => {
    const real = await realPaper();
    await forSeedsInTurn(6, async (seed) => {
      const dice = new Dice(seed);
      const open = await openPane(real);
      const make = (id: string) => {
        const start = dice.below(30_000);
        return annotation(id, { targets: targets(real, { start, end: start + 1 + dice.below(2500) }) });
      };
      for (let turn = 0; turn < 12; turn += 1) {
        const id = `r${dice.below(5)}`;
        const isThere = open.store.desk.layers.at(-1)!.records.has(id);
        open.store.run(() =>
          isThere && dice.next() < 0.4 ? { label: 'x', remove: [id] } : { label: 'x', put: [make(id)] },
        );
      }
      const own = [...open.store.desk.layers.at(-1)!.records.values()];
      const fresh = await openPane(real, { own });
      const marks = ({ view }: OpenPane) =>
        [...view.dom.querySelectorAll('mark')].map((mark) => mark.outerHTML);
      expect(marks(open)).to.deep.equal(marks(fresh));
    });
  });
});

async function forSeedsInTurn(count: number, run: (seed: number) => Promise<void>): Promise<void> {
  for (let seed = 1; seed <= count; seed += 1) await run(seed);
}
