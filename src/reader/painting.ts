/**
 * Paints segments as ProseMirror decorations: `mark` elements that carry the ids of what they show
 * (`data-claim`, `data-annotation`), and `data-note` on whatever a note supports.
 */
import { Plugin, PluginKey } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { Decoration } from 'prosemirror-view';
import type { Passage } from '../desk/passages.ts';
import type { PaperText } from '../model/paper-text.ts';
import { claimRoles } from '../model/argument-records.ts';
import { markLook } from './mark-look.ts';
import type { Segment } from './segments.ts';

const key = new PluginKey<DecorationSet>('painting');

/** Meta key by which a transaction brings a new set of decorations. */
export const paintMeta = key;

/** Holds the decorations, `first` to begin with; they are replaced as a whole, and ProseMirror redraws only what differs. */
export const painting = (first: DecorationSet): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => first,
      apply: (transaction, current) => (transaction.getMeta(key) as DecorationSet | undefined) ?? current,
    },
    props: { decorations: (state) => key.getState(state) },
  });

const ids = (segment: Segment, kind: Passage['kind']): string =>
  [...new Set(segment.passages.filter((one) => one.kind === kind).map((one) => one.id))].join(' ');

/** The attributes of one segment's element. The strongest role shows, and all marks as `mark-look` says. */
function attributes(segments: readonly Segment[], at: number): Record<string, string> {
  const segment = segments[at] as Segment;
  const isMark = segment.passages.some((one) => one.kind !== 'support');
  const attrs: Record<string, string> = { nodeName: isMark ? 'mark' : 'span' };
  const notes = ids(segment, 'support');
  if (notes) attrs['data-note'] = notes;
  if (segment.passages.some((one) => one.doubtful)) attrs['data-doubtful'] = '';
  const claims = ids(segment, 'claim');
  if (claims) {
    const roles = segment.passages.map((one) => (one.record.kind === 'claim' ? one.record.role : null));
    attrs['data-claim'] = claims;
    attrs['data-role'] = claimRoles.find((role) => roles.includes(role)) ?? 'premise';
  }
  const annotations = ids(segment, 'annotation');
  return annotations ? { ...attrs, 'data-annotation': annotations, ...markLook(segments, at) } : attrs;
}

/** The decorations of `segments`, those of one block in their order. */
export const decorationsOf = (text: PaperText, segments: readonly Segment[]): Decoration[] =>
  segments.flatMap((segment, at) => {
    const from = text.toPos(segment.start, 'after');
    const to = text.toPos(segment.end, 'before');
    return from < to ? [Decoration.inline(from, to, attributes(segments, at))] : [];
  });
