/** Inline content of a draft as JATS: words, emphasis, links, markers, page starts. Part of the JATS writer. */
import { beat } from '../../model/beat.ts';
import type { DraftInline, DraftMark, DraftText } from '../../model/draft.ts';
import { escaped, tag } from './jats-tags.ts';

const markNames: Readonly<Record<DraftMark, string>> = {
  em: 'italic',
  strong: 'bold',
  superscript: 'sup',
  subscript: 'sub',
  small_caps: 'sc',
  code: 'monospace',
};

const isSafe = (href: string): boolean => /^(?:https?:|mailto:)/iu.test(href);

function run({ text, marks = [], href }: DraftText): string {
  const set = marks.reduce((inner, mark) => tag(markNames[mark], {}, inner), escaped(text));
  return href && isSafe(href) ? tag('ext-link', { 'xlink:href': href }, set) : set;
}

/** `taken` holds the labels of pages that have an id already: ids are unique in the file. */
export function jatsInline(content: readonly DraftInline[], taken: Set<string>): string {
  const parts = content.map((one) => {
    beat();
    if (one.kind === 'text') return one.text ? run(one) : '';
    if (one.kind === 'marker') return tag('xref', { 'ref-type': 'fn', rid: one.note }, escaped(one.label));
    return page(one.label, one.evidence, taken);
  });
  return parts.join('');
}

/** Labels may come twice (two parts of a book that both count from 1): the second is no address any more. */
function page(label: string, evidence: string, taken: Set<string>): string {
  const isTaken = taken.has(label);
  taken.add(label);
  if (isTaken || !label) return '';
  return tag('target', {
    'target-type': 'page',
    id: `p${label}`,
    'specific-use': evidence === 'printed' ? null : evidence,
  });
}
