/** Actions that supply what is missing to the note one is at: its words, a source, what it supports. */
import { NoteRequest, WorkRequest } from '../desk/requests.ts';
import type { NoteBody } from '../margin/note-body.ts';
import type { Note } from '../model/paper.ts';
import type { Action, ActionScene } from './actions.ts';
import { LastFocus } from './last-focus.ts';

/** The note one is at, and its marker or item where the focus is on one. */
interface Here {
  readonly note: Note;
  readonly marker: HTMLElement | null;
  readonly body: NoteBody | null;
}

/** The open note, else that whose marker or item has, or before a dialog had, the focus; null where there is none. */
function noteAt({ store, root }: ActionScene, focus: HTMLElement | null): Here | null {
  const { paper, session } = store.desk;
  const open = paper.notes.find(({ id }) => id === session.note);
  if (open) return { note: open, marker: null, body: root.querySelector('note-popover note-body') };
  const marker = focus?.closest<HTMLElement>('.marker') ?? null;
  const item = focus?.closest<HTMLElement>('.notes-items > li') ?? null;
  const note = paper.notes.find(({ id, anchor }) =>
    marker ? id === marker.dataset['note'] : anchor === item?.id,
  );
  return note ? { note, marker, body: item?.querySelector('note-body') ?? null } : null;
}

/** Opens an editor of a note: in the note where it stands open or is listed, else beside its marker. */
async function supply(
  { root }: ActionScene,
  here: Here,
  what: Parameters<NoteBody['supply']>[0],
): Promise<void> {
  if (here.body) {
    here.body.supply(what);
    return;
  }
  here.marker?.dispatchEvent(new NoteRequest(here.note.id, here.marker));
  const popover = root.querySelector('note-popover');
  await popover?.updateComplete;
  popover?.supply(what);
}

/** See the head of this file. */
export function sourceActions(scene: ActionScene): Action[] {
  const focus = new LastFocus(scene.root);
  const here = (): Here | null => noteAt(scene, focus.element);
  const action = (id: string, words: string, also: string, act: (at: Here) => void): Action => ({
    id,
    words,
    also,
    group: 'Sources',
    whyNot: () => (here() ? null : 'No note is open, and the focus is on none.'),
    run: () => {
      const at = here();
      if (at) act(at);
    },
  });
  return [
    action(
      'transcribe-note',
      'Transcribe this note',
      'words supply missing copy',
      (at) => void supply(scene, at, 'transcript'),
    ),
    action(
      'attach-source',
      'Attach a source to this note',
      'work supply cite bibtex ris paste',
      (at) => void scene.root.dispatchEvent(new WorkRequest({ note: at.note.id, source: null })),
    ),
    action(
      'correct-support',
      'Correct what this note supports',
      'passage scope named authority',
      (at) => void supply(scene, at, 'support'),
    ),
  ];
}
