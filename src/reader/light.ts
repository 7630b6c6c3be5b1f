/** Lights what is focused or hovered in the text, without the view drawing anything anew. */
import type { EditorView } from 'prosemirror-view';
import { notesLitBy } from '../desk/backing.ts';
import { argument, type Desk, type Focus } from '../desk/desk.ts';
import { claimsJoined } from '../model/argument.ts';
import { unobserved } from './unobserved.ts';

const attribute: Readonly<Partial<Record<Focus['kind'], string>>> = {
  claim: 'data-claim',
  annotation: 'data-annotation',
  note: 'data-note',
};

/** What is lit: the focused thing, the hovered one, and what the open note supports; for an authority its notes, for a step or an attack its claims. */
export function litOf(desk: Desk): Focus[] {
  const { session } = desk;
  const open: Focus | null = session.note === null ? null : { kind: 'note', id: session.note };
  const things = [session.focus, session.hover, open].filter((one) => one !== null);
  return things.flatMap((one): Focus[] => {
    if (one.kind === 'source') return notesLitBy(desk, one).map((id) => ({ kind: 'note', id }));
    const isJoint = one.kind === 'inference' || one.kind === 'conflict';
    return isJoint ? claimsJoined(argument(desk), one.id).map((id) => ({ kind: 'claim', id })) : [one];
  });
}

/**
 * Gives the elements of `things` the class `lit`, and takes it from all others. A redraw in the middle
 * of a drag or of a walk through the markers would take away the selection or the focus; so there is none.
 */
export function light(view: EditorView, things: readonly Focus[]): void {
  unobserved(view, () => {
    for (const element of view.dom.querySelectorAll('.lit')) element.classList.remove('lit', 'support-lit');
    for (const { kind, id } of things) {
      const name = attribute[kind];
      if (!name) continue;
      for (const element of view.dom.querySelectorAll(`[${name}~="${CSS.escape(id)}"]:not(.marker)`)) {
        element.classList.add('lit');
        element.classList.toggle('support-lit', kind === 'note');
      }
    }
  });
}
