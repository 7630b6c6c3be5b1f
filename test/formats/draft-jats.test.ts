/** A draft, its JATS, and the paper that is opened: the same words, the same notes, the same structure. */
import { expect } from '@open-wc/testing';
import { readJats } from '../../src/formats/jats.ts';
import { draftText } from '../../src/formats/paper/draft-text.ts';
import { writeJats } from '../../src/formats/paper/jats-write.ts';
import {
  noteId,
  type Draft,
  type DraftBlock,
  type DraftInline,
  type DraftKind,
} from '../../src/model/draft.ts';
import { Dice, forSeeds } from '../notebook/generate.ts';

const kinds: readonly DraftKind[] = [
  'heading',
  'paragraph',
  'paragraph',
  'paragraph',
  'quotation',
  'item',
  'item',
  'table',
  'figure',
  'furniture',
  'uncertain',
];

const words = ['Baku', ' and ', '<b>', '&amp;', '  ', '𝔸', 'e\u0301', '\u0001', '"', 'نفط', ', ', 'oil. '];

/** A draft of everything, from a seed; its markers lead to notes that it has. */
function madeUp(dice: Dice): Draft {
  const taken = new Set<string>();
  const notes = ['1', '2', '*', 'a', '2'].map((label) => ({
    id: noteId(label, taken),
    label,
    content: dice.below(2) ? [[{ kind: 'text', text: 'Words of a note.' } as const]] : [],
  }));
  const inline = (): DraftInline => {
    const at = dice.below(8);
    if (at === 0) {
      const { id, label } = dice.pick(notes);
      return { kind: 'marker', note: id, label };
    }
    if (at === 1) return { kind: 'page', label: dice.pick(['1', 'xii', '12-3', '']), evidence: 'printed' };
    const marks = dice.below(3) ? [] : [dice.pick(['em', 'strong', 'code', 'small_caps'] as const)];
    const href = dice.below(9) ? {} : { href: dice.pick(['https://example.org/?a=1&b=2', 'javascript:x']) };
    return { kind: 'text', text: dice.pick(words), marks, ...href };
  };
  const content = (): DraftInline[] => Array.from({ length: dice.below(6) }, inline);
  const block = (id: string): DraftBlock => {
    const kind = dice.pick(kinds);
    return {
      id,
      kind,
      content: content(),
      ...(dice.below(2) ? { level: 1 + dice.below(4) } : {}),
      ...(dice.below(3) ? {} : { label: dice.pick(['I.', '(i)', '•', '1.2 ']) }),
      ...(dice.below(3) ? {} : { isContinued: true as const }),
      ...(kind === 'table' && dice.below(4)
        ? {
            table: [
              [
                { content: content(), isHead: true as const },
                { content: content(), columns: 2 },
              ],
              [],
            ],
          }
        : {}),
      ...(kind === 'figure' && dice.below(2) ? { picture: 'figure 1.png' } : {}),
    };
  };
  const blocks = Array.from({ length: 1 + dice.below(25) }, (_, at) => block(`b${at}`));
  const first = { id: 'first', kind: 'paragraph', content: [{ kind: 'text', text: 'Begins.' }] } as const;
  return {
    format: 'text',
    front: { title: 'On <this> & that', authors: ['Ann Bee'], year: 1999, doi: '10.1234/a(b)&c' },
    language: 'en',
    blocks: [first, ...blocks],
    notes,
    findings: [],
  };
}

describe('a draft', () => {
  it('has the text of the paper that it becomes', () => {
    forSeeds(200, (seed) => {
      const draft = madeUp(new Dice(seed));
      const xml = writeJats(draft);
      expect(draftText(draft), xml).to.equal(readJats(xml, 'test').text.text);
    });
  });

  it('keeps its notes and their markers, each with its label', () => {
    forSeeds(100, (seed) => {
      const draft = madeUp(new Dice(seed));
      const paper = readJats(writeJats(draft), 'test');
      expect(paper.notes.map(({ id, label, status }) => [id, label, status])).to.deep.equal(
        draft.notes.map(({ id, label, content }) => [
          id,
          label,
          content.length > 0 ? 'present' : 'missing-in-source',
        ]),
      );
      const shown = draft.blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'uncertain');
      const inlines = shown.flatMap(({ content, table }) => [
        ...content,
        ...(table ?? []).flat().flatMap((cell) => cell.content),
      ]);
      expect(
        paper.text.markers.map(({ node }) => [String(node.attrs['note']), String(node.attrs['label'])]),
      ).to.deep.equal(inlines.flatMap((one) => (one.kind === 'marker' ? [[one.note, one.label]] : [])));
    });
  });

  it('keeps how a note is set, and the notes that it leads to', () => {
    const draft: Draft = {
      ...madeUp(new Dice(1)),
      notes: [
        {
          id: 'fn1',
          label: '1',
          content: [
            [
              { kind: 'text', text: 'In ' },
              { kind: 'text', text: 'Emma', marks: ['em'] },
              { kind: 'text', text: '.' },
              { kind: 'marker', note: 'fna', label: 'a' },
            ],
            [{ kind: 'text', text: 'There', href: 'https://example.org/' }],
          ],
        },
        { id: 'fna', label: 'a', content: [[{ kind: 'text', text: 'Further.' }]] },
      ],
    };
    const [note] = readJats(writeJats(draft), 'test').notes;
    expect(note?.text).to.equal('In Emma.\nThere');
    expect(note?.spans).to.deep.equal([
      { start: 3, end: 7, marks: ['em'], href: null },
      { start: 9, end: 14, marks: [], href: 'https://example.org/' },
    ]);
    expect(note?.leads).to.deep.equal([{ note: 'fna', label: 'a' }]);
  });

  it('keeps front matter', () => {
    const { front } = readJats(writeJats(madeUp(new Dice(1))), 'test');
    expect(front).to.include({ title: 'On <this> & that', year: 1999, doi: '10.1234/a(b)&c' });
    expect(front.authors).to.deep.equal(['Ann Bee']);
  });
});
