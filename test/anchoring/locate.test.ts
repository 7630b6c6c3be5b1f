/** Finding passages in texts that have changed: what is surely the same, what only may be, and what is gone. */
import { expect } from '@open-wc/testing';
import { describe as describeRange } from '../../src/anchoring/describe.ts';
import { locate } from '../../src/anchoring/locate.ts';
import { TextIndex } from '../../src/anchoring/text-index.ts';
import type { Verdict } from '../../src/anchoring/verdict.ts';
import { plainText } from '../../src/model/plain-text.ts';
import type { PaperText } from '../../src/model/paper-text.ts';
import type { Target } from '../../src/model/record-parts.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';
import { realPaper } from '../support/paper.ts';

let real: PaperText;
before(async () => {
  real = (await realPaper()).text;
});

const prose =
  'The committee met in Baku on 12 March. Team Alpha won the cup in 1990 after a long season. The weather was mild and the crowd was large.\n' +
  'Nobody expected that the ministers would agree so quickly. They said that oil prices had not risen in the region. Later the press reported otherwise.\n' +
  'Team Beta won the cup in 1994 after a long season. The crowd was smaller then, and the sky was grey. A commission was set up to look into it.\n' +
  'In the end, freedom was what they wanted. The talks on freedom of the press went on for weeks without a result.';

/** The target of a quotation, at its occurrence `nth` (from 0). */
function targetOf(text: string, quote: string, nth = 0): Target {
  let at = text.indexOf(quote);
  for (let left = nth; left > 0; left -= 1) at = text.indexOf(quote, at + 1);
  if (at < 0) throw new RangeError(`“${quote}” is not in the text.`);
  const start = [...text.slice(0, at)].length;
  return describeRange(plainText(text), start, start + [...quote].length);
}

interface Answer {
  readonly how: Verdict['how'];
  /** The words at its place; empty for an orphan. */
  readonly said: string;
  readonly suggested: readonly string[];
}

function ask(after: string, target: Target, hint: number | null = null): Answer {
  const text = plainText(after);
  const { how, start, end, suggestions } = locate(new TextIndex(text), target, hint);
  return {
    how,
    said: text.slice(start, end),
    suggested: suggestions.map((one) => text.slice(one.start, one.end)),
  };
}

/** Where `quote` of `before` is said to stand in `after`. */
const answer = (before: string, quote: string, after: string, nth = 0): Answer =>
  ask(after, targetOf(before, quote, nth));

/** The prose with one part of it replaced. */
function prosed(part: string, by: string): string {
  if (!prose.includes(part)) throw new RangeError(`“${part}” is not in the prose.`);
  return prose.replace(part, by);
}

const paragraphs = prose.split('\n');

describe('a passage of the same text', () => {
  it('is placed wherever it was marked', () => {
    const index = new TextIndex(real);
    forSeeds(300, (seed) => {
      const dice = new Dice(seed);
      const start = dice.below(real.length - 200);
      const target = describeRange(real, start, start + 1 + dice.below(199));
      expect(locate(index, target)).to.deep.equal({
        how: 'placed',
        start: target.start,
        end: target.end,
        confidence: 1,
        suggestions: [],
      });
    });
  });

  it('is placed where its position stands and only what is around it has changed', () => {
    const target = targetOf(prose, 'They said that oil prices had not risen');
    const after = prosed('in the region. Later', 'in that region. Later');
    expect(ask(after, target)).to.include({ how: 'placed', said: target.exact });
  });
});

describe('a passage that changed in setting alone', () => {
  const before =
    'He said “the oil is ours” – a ﬁne word – and left the co-operation, naïve as he was, for good.';
  const quote = '“the oil is ours” – a ﬁne word – and left the co-operation, naïve';
  const settings: Record<string, (text: string) => string> = {
    'quotation marks': (text) => text.replace('“', '"').replace('”', '"'),
    dashes: (text) => text.replaceAll('–', '—'),
    ligatures: (text) => text.replace('ﬁ', 'fi'),
    'a word broken at the end of a line': (text) => text.replace('co-operation', 'co-oper-\nation'),
    'another line': (text) => text.replace('ours” –', 'ours”\n–'),
    'letters taken apart': (text) => text.normalize('NFD'),
    'soft hyphens': (text) => text.replace('operation', 'oper\u00adation'),
  };
  for (const [name, set] of Object.entries(settings)) {
    it(`has surely moved: ${name}`, () => {
      const after = `At first: ${set(before)}`;
      const found = answer(before, quote, after);
      expect(found).to.deep.include({ how: 'moved', said: set(quote) });
    });
  }

  it('has moved where its first letter has another case', () => {
    const after = prosed('Later the press', 'The press');
    expect(answer(prose, 'the press reported otherwise', after)).to.include({
      how: 'moved',
      said: 'The press reported otherwise',
    });
  });

  it('has moved where its thousands are set apart', () => {
    const old = 'The army had 10,000 men in the field that year, they say.';
    expect(answer(old, 'had 10,000 men', `Well: ${old.replace('10,000', '10 000')}`)).to.include({
      how: 'moved',
      said: 'had 10 000 men',
    });
  });
});

describe('a passage that moved or changed in words of no weight', () => {
  it('is followed into another paragraph order', () => {
    const after = [2, 3, 0, 1].map((at) => paragraphs[at]).join('\n');
    const quote = 'Nobody expected that the ministers would agree so quickly.';
    expect(answer(prose, quote, after)).to.include({ how: 'moved', said: quote });
    expect(answer(prose, 'freedom', after, 1)).to.include({ how: 'moved', said: 'freedom' });
  });

  it('is followed into a paragraph that was split', () => {
    const after = `New.\n${prosed('quickly. They', 'quickly.\nThey')}`;
    expect(answer(prose, 'agree so quickly. They said', after)).to.include({
      how: 'moved',
      said: 'agree so quickly.\nThey said',
    });
  });

  it('is found where a word was misspelt or became another', () => {
    const quote = 'They said that oil prices had not risen in the region.';
    for (const [word, other] of [
      ['prices', 'pricse'],
      ['region', 'area'],
    ] as const) {
      const said = quote.replace(word, other);
      expect(answer(prose, quote, prosed(quote, said))).to.include({ how: 'moved', said });
    }
  });

  it('is found where it was edited, though its old words stand elsewhere', () => {
    const after = prosed('freedom was', 'freedoms was');
    expect(answer(prose, 'freedom', after)).to.include({ how: 'moved', said: 'freedoms' });
    const quote = 'Nobody expected that the ministers would agree so quickly.';
    const edited = quote.replace('quickly', 'readily');
    const twin = `${prosed(quote, edited)}\nIt was a year of wonders. ${quote} But that was long ago.`;
    expect(answer(prose, quote, twin).said).to.equal(edited);
  });

  it('is found in code points beyond the Basic Multilingual Plane, whole characters', () => {
    const old = 'So 😀 it is 𝔸 mark 👩‍👩‍👧 of joy and of hope here.';
    for (const quote of ['𝔸 mark 👩‍👩‍👧 of', '😀', '👩‍👩‍👧']) {
      expect(answer(old, quote, `😀😀 ${old}`), quote).to.include({ how: 'moved', said: quote });
    }
  });

  it('is found in scripts without spaces, and from right to left', () => {
    const chinese = '中国的改革开放始于一九七八年,取得了巨大的成就。经济发展很快。';
    expect(answer(chinese, '取得了巨大的成就', `前言。${chinese.replace('巨大', '很大')}`)).to.include({
      said: '取得了很大的成就',
    });
    const arabic = 'قال الرجل إن النفط لنا وذهب إلى البيت في المساء.';
    expect(answer(arabic, 'النفط لنا وذهب', `أولا: ${arabic.replace('قال', 'قَالَ')}`)).to.include({
      how: 'moved',
      said: 'النفط لنا وذهب',
    });
  });

  it('is found where it is half a word, signs alone, or part of what is no word', () => {
    const warm = 'The warmth of the hearth – they said – was felt by everyone around.';
    for (const quote of ['arm', 'warm', '–', 'they said –']) {
      expect(answer(warm, quote, `So ${warm}`), quote).to.include({ how: 'moved', said: quote });
    }
    const sequence = `${'ACGT'.repeat(30)}TTTGATTACA${'GCGTA'.repeat(30)}`;
    expect(answer(sequence, 'GATTACA', `CC${sequence}`)).to.include({ how: 'moved', said: 'GATTACA' });
  });
});

describe('a passage that says something else now', () => {
  const changes: Record<string, readonly [quote: string, word: string, other: string]> = {
    'another number': ['Team Alpha won the cup in 1990 after a long season.', '1990', '1991'],
    'another name': ['Team Alpha won the cup in 1990 after a long season.', 'Alpha', 'Gamma'],
    'a name more': ['They said that oil prices had not risen', 'oil prices', 'Caspian oil prices'],
    'no negation any more': ['They said that oil prices had not risen', 'had not', 'had'],
    'a negation': ['Nobody expected that the ministers would agree', 'would', 'would never'],
    'a negation in the verb': ['They said that oil prices had not risen', 'had not', 'hadn’t'],
    'its opposite': ['it. In the end, freedom was what they wanted', 'wanted', 'unwanted'],
  };
  for (const [name, [quote, word, other]] of Object.entries(changes)) {
    it(`is never sure: ${name}`, () => {
      const old = prose.replace('it.\nIn', 'it. In');
      const said = quote.replace(word, other);
      const found = answer(old, quote, `A new line.\n${old.replace(quote, said)}`);
      expect(found.how).to.equal('doubtful');
      expect(found.said).to.equal(said);
    });
  }

  it('is never sure where half of it was taken out, or as much put in', () => {
    const quote =
      'They said that oil prices had not risen in the region. Later the press reported otherwise.';
    const half = answer(prose, quote, prosed(' Later the press reported otherwise.', ''));
    expect(half.how).to.equal('doubtful');
    expect(half.said).to.match(/^They said that oil prices had not risen in the region\.?$/u);
    const more = ' This was a rather hopeful view of what had been going on for many years there. Later';
    expect(answer(prose, quote, prosed(' Later', more))).to.include({
      how: 'doubtful',
      said: quote.replace(' Later', more),
    });
  });

  it('is never sure of a figure whose point went', () => {
    const old = 'It grew by 3.5 percent in the first year, they say.';
    expect(answer(old, 'grew by 3.5 percent', old.replace('3.5', '35')).how).to.equal('doubtful');
  });

  it('is doubtful where other words stand in the place of one', () => {
    expect(answer(prose, 'quickly', prosed('quickly', 'readily'))).to.include({
      how: 'doubtful',
      said: 'readily',
    });
  });
});

describe('a passage that is gone', () => {
  it('is an orphan, and a sentence of the same kind is a suggestion', () => {
    const beta = 'Team Beta won the cup in 1994 after a long season.';
    const after = paragraphs.filter((_, at) => at !== 2).join('\n');
    const found = answer(prose, beta, after);
    expect(found).to.include({ how: 'orphan', said: '' });
    expect(found.suggested).to.include('Team Alpha won the cup in 1990 after a long season.');
  });

  it('is an orphan where its words were cut out of their place', () => {
    for (const quote of [
      'Team Alpha won the cup in 1990 after a long season. ',
      ' so quickly',
      ' in the region',
      ' what',
    ])
      expect(answer(prose, quote.trim(), prosed(quote, '')).how, quote).to.equal('orphan');
  });

  it('is an orphan where another sentence was written in its place', () => {
    const quote = 'Nobody expected that the ministers would agree so quickly.';
    const found = answer(prose, quote, prosed(quote, 'It rained every day and the boats stayed at home.'));
    expect(found.how).to.equal('orphan');
  });

  it('is an orphan in a text that is another, or none', () => {
    for (const after of ['Something else stands here.', '', ' ', '…'])
      expect(answer(prose, 'the ministers would agree', after)).to.deep.equal({
        how: 'orphan',
        said: '',
        suggested: [],
      });
  });
});

describe('twins', () => {
  const twins = Array.from({ length: 3 }, () => `${prose}\n`).join('');
  const quote = 'They said that oil prices had not risen in the region.';

  it('that moved alike are told apart by a hint only', () => {
    const target = targetOf(twins, quote, 1);
    const after = `A paragraph of its own that was not there before.\n${twins}`;
    const places = [...after.matchAll(new RegExp(quote, 'gu'))].map(({ index }) => index);
    expect(places).to.have.length(3);
    const asked = ask(after, target);
    expect(asked.how).to.equal('doubtful');
    expect(asked.suggested).to.include(quote);
    // The first has other words before it.
    for (const place of places.slice(1)) {
      const found = locate(new TextIndex(plainText(after)), target, place);
      expect([found.how, found.start]).to.deep.equal(['moved', place]);
    }
  });

  it('are no substitutes: of near-copies none is taken for one that went', () => {
    const other = (word: string, by: number): string =>
      word.replace(/./gu, (letter) =>
        String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 7 * by + 5) % 26)),
      );
    let count = 0;
    const copy = (by: number): string =>
      prose.replace(/[a-z]{4,}/gu, (word) => ((count += 1) % 3 === 0 ? other(word, by) : word));
    const copies = Array.from({ length: 6 }, (_, by) => copy(by));
    const target = targetOf(copies.join('\n'), copies[3]?.split('\n')[1] ?? '');
    const found = ask(copies.filter((_, by) => by !== 3).join('\n'), target);
    expect(found.how).to.equal('orphan');
    expect(found.suggested.length).to.be.above(0);
  });
});

describe('finding, whatever it is asked:', () => {
  it('answers hostile targets, and its answers are ranges of the text', () => {
    const index = new TextIndex(plainText(prose));
    const length = [...prose].length;
    forSeeds(400, (seed) => {
      const dice = new Dice(seed);
      const piece = (): string => prose.slice(dice.below(400), dice.below(700));
      const odd = ['', ' ', '\n', '\ud83d', '…', '"', 'a'.repeat(5000), '\u0301', '0', '👩‍👩‍👧'];
      const text = (): string => dice.pick([piece, piece, () => dice.pick(odd)])();
      const number = (): number => dice.pick([0, -5, NaN, Infinity, 9e15, 1.5, dice.below(900)]);
      const target = { exact: text(), prefix: text(), suffix: text(), start: number(), end: number() };
      const { how, start, end, confidence, suggestions } = locate(index, target, dice.pick([null, number()]));
      if (how === 'orphan') expect([start, end, confidence]).to.deep.equal([0, 0, 0]);
      else suggestions.concat({ start, end, confidence }).forEach((one) => expectRange(one, length));
      suggestions.forEach((one) => expectRange(one, length));
    });
  });

  it('places nothing where nothing is quoted', () => {
    const target = { exact: '', prefix: 'Team ', suffix: 'Alpha', start: 5, end: 5 };
    expect(ask(prose, target).how).to.equal('orphan');
  });

  it('says the same with an index that was built in steps', () => {
    const target = targetOf(prose, 'the ministers would agree');
    const text = plainText(`New. ${prose}`);
    const stepped = new TextIndex(text);
    for (const step of stepped.build()) expect(step).to.equal(undefined);
    expect(locate(stepped, target)).to.deep.equal(locate(new TextIndex(text), target));
  });
});

function expectRange(
  { start, end, confidence }: { start: number; end: number; confidence: number },
  length: number,
): void {
  expect(start).to.be.within(0, length);
  expect(end).to.be.within(start + 1, length);
  expect(confidence).to.be.within(0, 1);
}
