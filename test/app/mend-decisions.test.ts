import { assert } from '@esm-bundle/chai';
import { decisions } from '../../src/app/mend-decisions.ts';
import { moves, moveTo } from '../../src/app/mend-moves.ts';
import {
  wordsOf,
  type Draft,
  type DraftInline,
  type FindingKind,
  type ImportFinding,
} from '../../src/model/draft.ts';

const text = (words: string): DraftInline => ({ kind: 'text', text: words });

const draft: Draft = {
  format: 'text',
  front: {},
  language: 'en',
  blocks: [
    { id: 'h', kind: 'heading', level: 1, content: [text('Perhaps a heading')] },
    {
      id: 'p',
      kind: 'paragraph',
      content: [
        text('Some 12'),
        { kind: 'marker', note: 'fn2', label: '2' },
        text(' states said so.2 Others not.'),
      ],
    },
    {
      id: 'q',
      kind: 'paragraph',
      content: [text('A con-sent'), { kind: 'page', label: '7', evidence: 'inferred' }, text(' of them.')],
    },
    { id: 'a', kind: 'uncertain', content: [text('Words aside.')] },
  ],
  notes: [
    { id: 'fn2', label: '2', content: [[text('Words.')]] },
    { id: 'fn3', label: '3', content: [] },
  ],
  findings: [],
};

const about = (
  kind: FindingKind,
  place: ImportFinding['place'],
  quote = '',
  more: Partial<ImportFinding> = {},
): ImportFinding => ({
  id: 'f',
  kind,
  place,
  certainty: 0.5,
  quote,
  state: 'open',
  ...more,
});

/** The draft after the decision of a key. */
function after(finding: ImportFinding, key: string): Draft {
  const whole = { ...draft, findings: [finding] };
  const decision = [...decisions(whole, finding), ...moves(whole, finding)].find((one) => one.key === key);
  const next = decision?.edit(whole);
  if (next === undefined || typeof next === 'string')
    throw new Error(next ?? `no decision has the key ${key}`);
  return next;
}

const words = ({ blocks }: Draft, id: string): string =>
  wordsOf(blocks.find((one) => one.id === id)?.content ?? []);
const stateIn = ({ findings }: Draft): string | undefined => findings[0]?.state;

describe('deciding about a finding', () => {
  it('settles each kind both ways', () => {
    const places: readonly ImportFinding[] = [
      about('marker-weak', { block: 'p', offset: 7 }, '2'),
      about('heading-doubtful', { block: 'h', offset: 0 }),
      about('quotation-doubtful', { block: 'q', offset: 0 }),
      about('paragraph-doubtful', { block: 'q', offset: 5 }),
      about('hyphen-undecided', { block: 'q', offset: 5 }),
      about('page-inferred', { block: 'q', offset: 10 }, '7'),
      about('aside-doubtful', { block: 'a', offset: 0 }),
      about('marker-missing', { block: 'p', offset: 3 }, '1'),
      about('order-doubtful', { block: 'q', offset: 0 }),
      about('note-missing', { note: 'fn3' }, '3'),
      about('note-unmarked', { note: 'fn3' }, '3'),
      about('front-guessed', null, 'A title'),
      about('unread', null),
    ];
    for (const finding of places)
      for (const key of ['Y', 'X'])
        assert.notEqual(stateIn(after(finding, key)), 'open', `${finding.kind}, ${key}`);
  });

  it('does to the text what its words say', () => {
    assert.equal(
      words(after(about('marker-weak', { block: 'p', offset: 7 }, '2'), 'X'), 'p'),
      'Some 122 states said so.2 Others not.',
    );
    assert.equal(
      after(about('heading-doubtful', { block: 'h', offset: 0 }), 'X').blocks[0]?.kind,
      'paragraph',
    );
    assert.equal(
      words(after(about('hyphen-undecided', { block: 'q', offset: 5 }), 'X'), 'q'),
      'A consent of them.',
    );
    assert.equal(after(about('aside-doubtful', { block: 'a', offset: 0 }), 'X').blocks[3]?.kind, 'paragraph');
    const page = after(about('page-inferred', { block: 'q', offset: 10 }, '7'), 'Y').blocks[2]?.content[1];
    assert.deepEqual(page, { kind: 'page', label: '7', evidence: 'known' });
    const none = after(about('page-inferred', { block: 'q', offset: 10 }, '7'), 'X').blocks[2]?.content;
    assert.isFalse(none?.some(({ kind }) => kind === 'page'));
  });

  it('moves a marker to where the import saw its digits too, and makes the old one words again', () => {
    const finding = about('marker-weak', { block: 'p', offset: 7 }, '2', {
      others: [{ block: 'p', offset: 22 }],
    });
    const next = after(finding, '1');
    assert.equal(words(next, 'p'), 'Some 122 states said so. Others not.');
    const marker = next.blocks[1]?.content.find(({ kind }) => kind === 'marker');
    assert.deepEqual(marker, { kind: 'marker', note: 'fn2', label: '2' });
    assert.equal(stateIn(next), 'mended');
    assert.equal(next.notes.length, 2);
  });

  it('lets a note without a number have one at the caret', () => {
    const finding = about('note-unmarked', { note: 'fn3' }, '3');
    const next = moveTo({ ...draft, findings: [finding] }, finding, { block: 'q', offset: 1 })?.(draft);
    assert.isObject(next);
    assert.deepEqual((next as Draft).blocks[2]?.content[1], { kind: 'marker', note: 'fn3', label: '3' });
  });
});
