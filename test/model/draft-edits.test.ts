import { assert } from '@esm-bundle/chai';
import { draftText } from '../../src/formats/paper/draft-text.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import { readJats } from '../../src/formats/jats.ts';
import {
  isBody,
  wordsOf,
  type Draft,
  type DraftBlock,
  type DraftInline,
  type ImportFinding,
} from '../../src/model/draft.ts';
import { joinNext, moveBlock, retype, setLabel, splitBlock } from '../../src/model/draft-edits.ts';
import { inOrder, settle } from '../../src/model/draft-findings.ts';
import { joinedRuns, lengthOf, offsetAt, slicePoints } from '../../src/model/draft-inline.ts';
import { leadTo, mark, moveMarker, putMarker, unmark } from '../../src/model/draft-markers.ts';
import { addNote, blockToNote, joinNotes, splitNote, wordNote } from '../../src/model/draft-notes.ts';
import { dropHyphen, putHyphen, removePage, setPage } from '../../src/model/draft-pages.ts';
import type { DraftEdit } from '../../src/model/draft-places.ts';
import { Dice } from '../notebook/generate.ts';

const text = (words: string): DraftInline => ({ kind: 'text', text: words });
const marker = (label: string, note = `fn${label}`): DraftInline => ({ kind: 'marker', note, label });
const page = (label: string): DraftInline => ({ kind: 'page', label, evidence: 'inferred' });

const block = (id: string, content: readonly DraftInline[], more: Partial<DraftBlock> = {}): DraftBlock => ({
  id,
  kind: 'paragraph',
  content,
  ...more,
});

const finding = (
  id: string,
  kind: ImportFinding['kind'],
  at: string,
  offset: number,
  quote = '',
): ImportFinding => ({
  id,
  kind,
  place: { block: at, offset },
  certainty: 0.5,
  quote,
  state: 'open',
});

const draftOf = (blocks: readonly DraftBlock[], findings: readonly ImportFinding[] = []): Draft => {
  const labels = [
    ...new Set(
      blocks.flatMap(({ content }) => content.flatMap((one) => (one.kind === 'marker' ? [one.label] : []))),
    ),
  ];
  const notes = labels.map((label) => ({
    id: `fn${label}`,
    label,
    content: [[text(`Words of note ${label}.`)]],
  }));
  return { format: 'text', front: { title: 'A paper' }, language: 'en', blocks, notes, findings };
};

/** The edit's draft; fails where it answers why not. */
function done(draft: Draft, edit: DraftEdit): Draft {
  const next = edit(draft);
  if (typeof next === 'string') throw new Error(`It was refused: ${next}`);
  return next;
}

/** The draft with runs as they would be written at once, so that two can be compared. */
const plainly = (draft: Draft): Draft => ({
  ...draft,
  blocks: draft.blocks.map((one) => ({ ...one, content: joinedRuns(one.content) })),
});

/** All letters that stand anywhere, as a sorted multiset: words, labels, numbers of markers, notes. */
function letters(draft: Draft): string {
  const inlines = [
    ...draft.blocks.flatMap(({ content, label }) => [...content, text(label ?? '')]),
    ...draft.notes.flatMap(({ content }) => content.flat()),
  ];
  const all = inlines
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'marker' ? one.label : ''))
    .join('');
  return [...all.replace(/\s+/gu, '')].sort().join('');
}

const sample = (): Draft =>
  draftOf([
    block('b1', [text('I. The question of force')], { kind: 'paragraph' }),
    block('b2', [
      text('War is old.'),
      marker('1'),
      text(' Law is 😀 newer than war.2 It came '),
      page('7'),
      text('late.'),
    ]),
    block('b3', [text('THE JOURNAL OF WAR 12')], { kind: 'furniture' }),
    block('b4', [
      text('A state may not use force-'),
      { kind: 'text', text: 'fully', marks: ['em'] },
      text(' at all.'),
    ]),
    block('b5', [text('Whoever goes to war')], { kind: 'quotation' }),
    block('b6', [text('must say why.'), marker('3')], { kind: 'quotation', isContinued: true }),
    block('b7', [text('first of all')], { kind: 'item', label: '(i)', level: 1 }),
    block('b8', [text('second of all')], { kind: 'item', label: '(ii)', level: 1 }),
  ]);

describe('edits of a draft', () => {
  it('splits a block and joins it again to what it was', () => {
    const draft = sample();
    for (const { id, content } of draft.blocks)
      for (let offset = 1; offset < lengthOf(content); offset += 1) {
        const apart = splitBlock(id, offset)(draft);
        if (typeof apart === 'string') continue;
        const isInWord = /^\S\S$/u.test(slicePoints(wordsOf(content), offset - 1, offset + 1));
        const again = done(apart, joinNext(id, isInWord));
        assert.deepEqual(plainly(again).blocks, plainly(draft).blocks, `${id} at ${offset}`);
      }
  });

  it('leaves markers with the words before the cut, and page starts with those behind it', () => {
    const draft = draftOf([block('b', [text('One.'), marker('1'), page('2'), text(' Two.')])]);
    const [first, second] = done(draft, splitBlock('b', 4)).blocks;
    assert.deepEqual(first?.content, [text('One.'), marker('1')]);
    assert.deepEqual(second?.content, [page('2'), text(' Two.')]);
  });

  it('joins across what is aside, and keeps that', () => {
    const draft = sample();
    const next = done(draft, joinNext('b2'));
    assert.deepEqual(
      next.blocks.map(({ id }) => id),
      ['b1', 'b2', 'b3', 'b5', 'b6', 'b7', 'b8'],
    );
    assert.include(wordsOf(next.blocks[1]?.content ?? []), 'late. A state');
  });

  it('makes digits the marker of the note with their label, and words again', () => {
    const draft = sample();
    const at = wordsOf(draft.blocks[1]?.content ?? []).indexOf('2 It') - 1;
    const start = [...wordsOf(draft.blocks[1]?.content ?? [])].indexOf('2');
    assert.equal(start, at);
    const marked = done(draft, mark('b2', start, start + 1));
    assert.deepEqual(
      marked.notes.map(({ label }) => label),
      ['1', '2', '3'],
    );
    const index =
      marked.blocks[1]?.content.findIndex((one) => one.kind === 'marker' && one.label === '2') ?? -1;
    assert.equal(offsetAt(marked.blocks[1]?.content ?? [], index), start);
    assert.deepEqual(plainly(done(marked, unmark('b2', index))), plainly(draft));
  });

  it('keeps the words of a note whose marker becomes words', () => {
    const next = done(sample(), unmark('b2', 1));
    assert.include(wordsOf(next.blocks[1]?.content ?? []), 'old.1 Law');
    assert.deepEqual(next.notes[0]?.content, [[text('Words of note 1.')]]);
  });

  it('gives two chapters that count from 1 a note each', () => {
    const draft: Draft = {
      ...draftOf([block('a', [text('First.'), marker('1', 'fn1')]), block('b', [text('Second.1')])]),
      notes: [
        { id: 'fn1', label: '1', content: [[text('Of the first.')]] },
        { id: 'fn1-2', label: '1', content: [[text('Of the second.')]] },
      ],
    };
    const next = done(draft, mark('b', 7, 8));
    assert.deepEqual(next.blocks[1]?.content[1], { kind: 'marker', note: 'fn1-2', label: '1' });
  });

  it('puts a marker that the words do not show, with a note of its own', () => {
    const next = done(sample(), putMarker('b4', 7, '2'));
    assert.deepEqual(next.blocks[3]?.content.slice(0, 2), [text('A state'), marker('2')]);
    assert.deepEqual(
      next.notes.find(({ id }) => id === 'fn2'),
      { id: 'fn2', label: '2', content: [] },
    );
    assert.isString(putMarker('b4', 7, 'see above')(sample()));
  });

  it('moves a marker, and lets it lead elsewhere', () => {
    const draft = sample();
    const away = done(draft, moveMarker('b2', 1, 'b4', 3));
    assert.equal(
      away.blocks[1]?.content.some((one) => one.kind === 'marker'),
      false,
    );
    assert.deepEqual(away.blocks[3]?.content.slice(0, 2), [text('A s'), marker('1')]);
    const led = done(draft, leadTo('b2', 1, 'fn3'));
    assert.deepEqual(led.blocks[1]?.content[1], { kind: 'marker', note: 'fn3', label: '1' });
    assert.include(
      led.notes.map(({ id }) => id),
      'fn1',
    );
  });

  it('makes a heading of a paragraph with its label apart, and a paragraph again', () => {
    const draft = sample();
    const heading = done(draft, retype('b1', { kind: 'heading', level: 2 }));
    assert.deepInclude(heading.blocks[0], { kind: 'heading', level: 2, label: 'I.' });
    assert.equal(draftText(heading), draftText(draft));
    assert.deepEqual(plainly(done(heading, retype('b1', { kind: 'paragraph' }))), plainly(draft));
  });

  it('lets a quotation begin where its beginning has become something else', () => {
    const next = done(sample(), retype('b5', { kind: 'paragraph' }));
    assert.notProperty(next.blocks[5], 'isContinued');
  });

  it('keeps a page start where it is set, once', () => {
    const next = done(sample(), setPage('b4', 2, '7'));
    const pages = next.blocks.flatMap(({ id, content }) =>
      content.flatMap((one) => (one.kind === 'page' ? [[id, one.label, one.evidence]] : [])),
    );
    assert.deepEqual(pages, [['b4', '7', 'known']]);
    const index = next.blocks[3]?.content.findIndex((one) => one.kind === 'page') ?? -1;
    assert.deepEqual(
      wordsOf(done(next, removePage('b4', index)).blocks[3]?.content ?? []),
      'A state may not use force-fully at all.',
    );
  });

  it('undoes a hyphen and puts it back', () => {
    const at = 'A state may not use force'.length;
    const whole = done(sample(), dropHyphen('b4', at));
    assert.equal(wordsOf(whole.blocks[3]?.content ?? []), 'A state may not use forcefully at all.');
    assert.deepEqual(plainly(done(whole, putHyphen('b4', at))), plainly(sample()));
    assert.isString(dropHyphen('b4', 0)(sample()));
  });

  it('words, joins and splits notes', () => {
    const draft = done(sample(), addNote('4', 'fn3'));
    const worded = done(draft, wordNote('fn4', 'See above. 5 And below.'));
    const apart = done(worded, splitNote('fn4', 0, 11));
    assert.deepEqual(
      apart.notes.slice(2).map(({ label, content }) => [label, content.map(wordsOf)]),
      [
        ['4', ['See above. ']],
        ['5', ['And below.']],
      ],
    );
    const again = done(apart, joinNotes('fn4'));
    assert.deepEqual(again.notes.find(({ id }) => id === 'fn4')?.content.map(wordsOf), [
      'See above. ',
      '5 And below.',
    ]);
    assert.isString(joinNotes('fn1')(draft), 'a number in the text leads to what follows');
  });

  it('takes a block into a note, words and all', () => {
    const next = done(sample(), blockToNote('b3', 'fn3'));
    assert.deepEqual(next.notes.find(({ id }) => id === 'fn3')?.content.map(wordsOf), [
      'Words of note 3.',
      'THE JOURNAL OF WAR 12',
    ]);
    assert.equal(letters(next), letters(sample()));
  });

  it('settles what an edit decides, and lets the other findings follow their words', () => {
    const draft = {
      ...sample(),
      findings: [
        finding('f1', 'marker-weak', 'b2', 11, '1'),
        finding('f2', 'hyphen-undecided', 'b4', 25),
        finding('f3', 'marker-missing', 'b2', 36, '2'),
        finding('f4', 'page-inferred', 'b2', 45, '7'),
      ],
    };
    const start = [...wordsOf(draft.blocks[1]?.content ?? [])].indexOf('2');
    const marked = done(draft, mark('b2', start, start + 1));
    assert.deepEqual(
      marked.findings.map(({ state }) => state),
      ['open', 'open', 'mended', 'open'],
    );
    assert.deepEqual(marked.findings[3]?.place, { block: 'b2', offset: 44 });
    const unmarked = done(draft, unmark('b2', 1));
    assert.deepEqual(unmarked.findings[0]?.state, 'mended');
    assert.deepEqual(unmarked.findings[3]?.place, { block: 'b2', offset: 46 });
    const joined = done(draft, joinNext('b2'));
    const place = joined.findings[1]?.place;
    assert.isTrue(place !== null && place !== undefined && 'block' in place && place.block === 'b2');
    const words = wordsOf(joined.blocks[1]?.content ?? []);
    assert.equal(
      slicePoints(words, (place as { offset: number }).offset, (place as { offset: number }).offset + 1),
      '-',
    );
    assert.equal(done(draft, settle('f2', 'confirmed')).findings[1]?.state, 'confirmed');
    assert.deepEqual(
      inOrder(draft).map(({ id }) => id),
      ['f1', 'f3', 'f4', 'f2'],
    );
  });

  it('refuses what would leave nothing, in a sentence', () => {
    const draft = draftOf([
      block('t', [text('Caption')], { kind: 'table', table: [[{ content: [text('1')] }]] }),
    ]);
    assert.isString(splitBlock('t', 3)(draft));
    assert.isString(retype('t', { kind: 'paragraph' })(draft));
    assert.isString(setLabel('t', 'x')(draft));
    assert.throws(() => splitBlock('nowhere', 1)(draft), RangeError);
  });
});

/** Some edit of a draft, chosen by chance; it may answer why not. */
function someEdit(draft: Draft, dice: Dice): DraftEdit {
  const { id, content } = dice.pick(draft.blocks);
  const other = dice.pick(draft.blocks);
  const offset = dice.below(lengthOf(content) + 1);
  const markers = content.flatMap((one, at) => (one.kind === 'marker' ? [at] : []));
  const pages = content.flatMap((one, at) => (one.kind === 'page' ? [at] : []));
  const digits = /\d+/u.exec(wordsOf(content));
  const start = digits ? [...wordsOf(content).slice(0, digits.index)].length : offset;
  const kinds = ['heading', 'paragraph', 'quotation', 'item', 'furniture', 'uncertain'] as const;
  const edits: readonly DraftEdit[] = [
    splitBlock(id, offset),
    joinNext(id),
    joinNext(id, true),
    retype(id, { kind: dice.pick(kinds), level: 1 + dice.below(3), isContinued: dice.below(3) === 0 }),
    moveBlock(id, dice.below(2) === 0 ? 1 : -1),
    mark(id, start, start + (digits?.[0].length ?? 1)),
    markers.length > 0 ? unmark(id, dice.pick(markers)) : setPage(id, offset, String(dice.below(9))),
    markers.length > 0
      ? moveMarker(id, dice.pick(markers), other.id, dice.below(lengthOf(other.content) + 1))
      : joinNext(id),
    pages.length > 0 ? removePage(id, dice.pick(pages)) : setPage(id, offset, String(dice.below(9))),
  ];
  return dice.pick(edits);
}

describe('any sequence of edits of a draft', () => {
  it('loses no letter, keeps ids apart, and what is kept reads as the draft says', () => {
    let edits = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const dice = new Dice(seed);
      const first = { ...sample(), findings: [finding('f', 'hyphen-undecided', 'b4', 25)] };
      let draft: Draft = first;
      for (let step = 0; step < 25; step += 1) {
        const next = someEdit(draft, dice)(draft);
        if (typeof next === 'string') continue;
        if (!next.blocks.some((one) => isBody(one) && wordsOf(one.content).trim())) continue;
        draft = next;
        edits += 1;
        assert.equal(letters(draft), letters(first), `seed ${seed}, step ${step}`);
        assert.equal(new Set(draft.blocks.map(({ id }) => id)).size, draft.blocks.length);
        for (const { content } of draft.blocks)
          for (const one of content)
            if (one.kind === 'marker') assert.isTrue(draft.notes.some(({ id }) => id === one.note));
        const place = draft.findings[0]?.place;
        if (place && 'block' in place) {
          const its = draft.blocks.find(({ id }) => id === place.block);
          assert.isDefined(its);
          assert.isAtMost(place.offset, lengthOf(its?.content ?? []));
          const whole = [...wordsOf(its?.content ?? [])];
          assert.equal(whole[place.offset], '-', `seed ${seed}, step ${step}`);
        }
      }
      assert.equal(readJats(writeJats(draft), 'made').text.text, draftText(draft), `seed ${seed}`);
    }
    assert.isAbove(edits, 400);
  });
});
