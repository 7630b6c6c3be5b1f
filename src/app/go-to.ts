/** Brings what a link names into view; where it does not exist, the nearest thing that does, and says so. */
import { Announce, NoteRequest, SourceRequest } from '../desk/requests.ts';
import { layerOf, type Focus } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { Note } from '../model/paper.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
import { findAddress, findLink, type FoundPlace } from '../text/find-address.ts';
import { toPassage } from './go-to-passage.ts';
import { ModeRequest } from './mode-request.ts';
import type { Aim } from './routes.ts';

export interface Scene {
  readonly store: Store;
  readonly pane: PaperPane;
  /** The element that holds the panes. */
  readonly root: HTMLElement;
}

const say = (scene: Scene, words: string): void => void scene.root.dispatchEvent(new Announce(words));

function toOffset(scene: Scene, offset: number): void {
  scene.store.reveal({ kind: 'offset', id: String(offset), offset }, 'route');
  scene.pane.focusAt(offset);
}

/** Goes to the nearest thing that there is, and says so where it is not what was asked for. */
function toFound(scene: Scene, asked: string, found: FoundPlace | null): void {
  const instead = found && !found.exact ? `; this is ${found.name}, the nearest to it` : '';
  if (!found?.exact) say(scene, `There is no ${asked} in this paper${instead}.`);
  if (found?.offset !== null && found) toOffset(scene, found.offset);
}

const toAddress = (scene: Scene, address: string): void =>
  toFound(scene, `“${address}”`, findLink(scene.store.desk.paper, address));

const toPage = (scene: Scene, label: string): void =>
  toFound(scene, `page ${label}`, findAddress(scene.store.desk.paper, `page ${label}`));

/** The DOM stands by ids that carry the same name as the link. */
function focusElement(scene: Scene, id: string): HTMLElement | null {
  const element = scene.root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  if (element) scene.pane.settle(element);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.focus({ preventScroll: true });
  return element;
}

/** The note that a link names, by its id (`53` for `fn53`), else by its label, else the nearest, which is then said. */
function noteFor(scene: Scene, name: string): Note | null {
  const { paper } = scene.store.desk;
  const known = paper.notes.find(({ anchor }) => anchor === `note-${name}`);
  if (known) return known;
  const found = findAddress(paper, `note ${name}`);
  const near = paper.notes.find(({ id }) => id === found?.note) ?? null;
  if (!found?.exact)
    say(scene, `There is no note ${name} in this paper${near ? `; this is note ${near.label}` : ''}.`);
  return near;
}

const markerOf = (note: Note): string => note.anchor.replace(/^note-/u, 'marker-');

/** The item of a note in the list, once the whole list stands. */
async function toItem(scene: Scene, name: string): Promise<void> {
  const note = noteFor(scene, name);
  await scene.root.querySelector('notes-list')?.whole;
  if (note) focusElement(scene, note.anchor);
}

function toNote(scene: Scene, name: string): void {
  const note = noteFor(scene, name);
  const marker = note && focusElement(scene, markerOf(note));
  if (note && marker) marker.dispatchEvent(new NoteRequest(note.id, marker));
  else if (note) void toItem(scene, name);
}

/** A marker is named by its note, and by its number where the note has several (`53-2`). */
function toMarker(scene: Scene, name: string): void {
  if (focusElement(scene, `marker-${name}`)) return;
  const note = noteFor(scene, name);
  if (note) focusElement(scene, markerOf(note));
}

function toRecord(scene: Scene, kind: Focus['kind'], id: string): void {
  const record = layerOf(scene.store.desk, id)?.records.get(id);
  if (record?.kind === kind) scene.store.reveal({ kind, id }, 'route');
  else say(scene, `That ${kind} is not in this copy of the paper: it may be in somebody else’s notebook.`);
}

/** Lights what `aim` names and moves nothing: for a way back, whose place the browser's history keeps. */
export function lightUp(aim: Aim, store: Store): void {
  const isRecord = aim.to === 'claim' || aim.to === 'annotation';
  store.setSession({ focus: isRecord ? { kind: aim.to, id: aim.value } : null });
}

type To = { readonly [K in Aim['to']]: (scene: Scene, aim: Extract<Aim, { to: K }>) => void };

const to: To = {
  start: () => undefined,
  address: (scene, { value }) => toAddress(scene, value),
  page: (scene, { value }) => toPage(scene, value),
  offset: (scene, { value }) => toOffset(scene, Math.min(value, scene.store.desk.paper.text.length - 1)),
  passage: (scene, { value }) => toPassage(scene, value, () => toAddress(scene, value.address)),
  note: (scene, { value }) => toNote(scene, value),
  notes: (scene) => focusElement(scene, 'notes-title')?.scrollIntoView({ block: 'start' }),
  list: (scene, { value }) => void toItem(scene, value),
  marker: (scene, { value }) => toMarker(scene, value),
  claim: (scene, { value }) => toRecord(scene, 'claim', value),
  step: ({ root }, { value }) => void root.dispatchEvent(new ModeRequest('present', value)),
  annotation: (scene, { value }) => toRecord(scene, 'annotation', value),
  source: (scene, { value }) => void scene.root.dispatchEvent(new SourceRequest(value, null)),
};

/** Goes where `aim` points. The focus goes with it, so that the keyboard goes on from there. */
export function goTo(aim: Aim, scene: Scene): void {
  const keepsFocus = aim.to === 'claim' || aim.to === 'annotation' || aim.to === 'note';
  if (aim.to !== 'note') scene.root.querySelector('note-popover')?.close(true);
  if (!keepsFocus) scene.store.setSession({ focus: null });
  (to[aim.to] as (scene: Scene, aim: Aim) => void)(scene, aim);
}
