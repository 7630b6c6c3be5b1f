/** The report of an import in a sentence: everything that is unsure is named, in the order of weight, and what is settled no more. */
import { expect } from '@open-wc/testing';
import { reportOf, unsureIn } from '../../src/app/import-report.ts';
import type { Draft, DraftInline, FindingKind, ImportFinding } from '../../src/model/draft.ts';

const finding = (kind: FindingKind, quote = '', state: ImportFinding['state'] = 'open'): ImportFinding => ({
  id: `${kind}-${quote}`,
  kind,
  place: null,
  certainty: 0.5,
  quote,
  state,
});

function draftWith(markers: number, lost: number, findings: readonly ImportFinding[]): Draft {
  const labels = Array.from({ length: markers }, (_, at) => String(at + 1));
  const content = labels.map((label): DraftInline => ({ kind: 'marker', note: `fn${label}`, label }));
  return {
    format: 'text',
    front: {},
    language: null,
    blocks: [{ id: 'b1', kind: 'paragraph', content: [{ kind: 'text', text: 'Words.' }, ...content] }],
    notes: labels.map((label, at) => ({
      id: `fn${label}`,
      label,
      content: at < lost ? [] : [[{ kind: 'text', text: 'Its words.' }]],
    })),
    findings,
  };
}

const weak = ['41', '57', '63'].map((label) => finding('marker-weak', label));

describe('the report of an import', () => {
  it('is the sentence that one would say', () => {
    const hyphens = ['a-', 'b-', 'c-', 'd-'].map((quote) => finding('hyphen-undecided', quote));
    const headings = [finding('heading-doubtful', 'x'), finding('heading-doubtful', 'y')];
    expect(reportOf(draftWith(79, 79, [...hyphens, ...headings, ...weak]))).to.equal(
      '79 of 79 markers found, 3 weak: 41, 57, 63; 79 notes missing from this copy; 2 headings uncertain; 4 hyphens undecided',
    );
  });

  it('counts what was not found among what there should be', () => {
    expect(reportOf(draftWith(9, 0, [finding('marker-missing', '4')]))).to.equal(
      '9 of 10 markers found, 1 not found: 4',
    );
  });

  it('says of one thing what it says of several in the singular', () => {
    expect(reportOf(draftWith(1, 1, [finding('note-unmarked', '2'), finding('hyphen-undecided')]))).to.equal(
      '1 of 1 marker found; 1 note missing from this copy; 1 note without a marker; 1 hyphen undecided',
    );
  });

  it('is short where there are no notes', () => {
    expect(reportOf(draftWith(0, 0, []))).to.equal('no notes found');
  });

  it('tells no more of what was confirmed, dismissed or mended', () => {
    const settled = (['confirmed', 'dismissed', 'mended'] as const).map((state) =>
      finding('marker-weak', state, state),
    );
    expect(reportOf(draftWith(3, 0, settled))).to.equal('3 of 3 markers found');
    expect(unsureIn(draftWith(3, 0, [...settled, ...weak]))).to.equal(3);
  });

  it('names a dozen labels and counts the rest', () => {
    const many = Array.from({ length: 30 }, (_, at) => finding('marker-weak', String(at + 1)));
    expect(reportOf(draftWith(30, 0, many))).to.contain(
      '30 weak: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 18 more',
    );
  });

  it('has words for every kind of finding', () => {
    const kinds: Readonly<Record<Exclude<FindingKind, 'note-missing'>, true>> = {
      'marker-weak': true,
      'marker-missing': true,
      'note-unmarked': true,
      'heading-doubtful': true,
      'quotation-doubtful': true,
      'paragraph-doubtful': true,
      'hyphen-undecided': true,
      'order-doubtful': true,
      'page-inferred': true,
      'aside-doubtful': true,
      'front-guessed': true,
      unread: true,
    };
    const without = reportOf(draftWith(3, 1, []));
    for (const kind of Object.keys(kinds) as FindingKind[])
      expect(reportOf(draftWith(3, 1, [finding(kind, 'x')])), kind).not.to.equal(without);
  });

  it('names a dozen labels, and of more how many', () => {
    const many = Array.from({ length: 20 }, (_, at) => finding('marker-weak', String(at + 1)));
    expect(reportOf(draftWith(20, 0, many))).to.equal(
      '20 of 20 markers found, 20 weak: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 8 more',
    );
  });
});
