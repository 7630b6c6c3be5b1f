/** Brings what a link names into view; where it does not exist, the nearest thing that does, and says so. */
import { Announce, NoteRequest } from '../desk/requests.ts';
import { layerOf, type Focus } from '../desk/desk.ts';
import type { Store } from '../desk/store.ts';
import type { Block } from '../model/paper-text.ts';
import type { Paper } from '../model/paper.ts';
import type { PaperPane } from '../reader/paper-pane.ts';
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

/**
 * The offset of an address; null where the paper has none such. `III.B.4` is the section of that name where
 * there is one, else the fourth paragraph of III.B, which is `III.B.p4` in any case.
 */
function offsetOf(paper: Paper, address: string): { offset: number; exact: boolean } | null {
  const { blocks } = paper.text;
  const [, section, number] = /^(.+)\.[p¶](\d+)$/u.exec(address) ?? [];
  const isParagraph = (one: Block): boolean =>
    one.kind !== 'heading' && one.address === `${section}.${number}`;
  const isHeading = (one: Block): boolean => one.kind === 'heading' && one.address === address;
  const block = section
    ? blocks.find(isParagraph)
    : (blocks.find(isHeading) ?? blocks.find((one) => one.address === address));
  if (block) return { offset: block.start, exact: true };
  // The nearest thing that exists: the section around it.
  for (let parts = address.split('.'); parts.length > 1;) {
    parts = parts.slice(0, -1);
    const near = paper.text.blocks.find((one) => one.address === parts.join('.'));
    if (near) return { offset: near.start, exact: false };
  }
  return null;
}

function toAddress(scene: Scene, address: string): void {
  const { paper } = scene.store.desk;
  const found = offsetOf(paper, address);
  if (!found?.exact)
    say(scene, `There is no “${address}” in this paper${found ? '; this is the section around it' : ''}.`);
  if (found) toOffset(scene, found.offset);
}

/** The DOM stands by ids that carry the same name as the link. */
function focusElement(scene: Scene, id: string): HTMLElement | null {
  const element = scene.root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.focus({ preventScroll: true });
  return element;
}

/** The item of a note in the list, once the whole list stands. */
async function toItem(scene: Scene, name: string): Promise<void> {
  await scene.root.querySelector('notes-list')?.whole;
  if (!focusElement(scene, `note-${name}`)) say(scene, `There is no note ${name} in this paper.`);
}

function toNote(scene: Scene, name: string): void {
  const marker = focusElement(scene, `marker-${name}`);
  const note = marker?.dataset['note'];
  if (marker && note) marker.dispatchEvent(new NoteRequest(note, marker));
  else void toItem(scene, name);
}

function toMarker(scene: Scene, name: string): void {
  if (!focusElement(scene, `marker-${name}`)) say(scene, `There is no note ${name} in this paper.`);
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
  offset: (scene, { value }) => toOffset(scene, Math.min(value, scene.store.desk.paper.text.length - 1)),
  note: (scene, { value }) => toNote(scene, value),
  notes: (scene) => focusElement(scene, 'notes-title')?.scrollIntoView({ block: 'start' }),
  list: (scene, { value }) => void toItem(scene, value),
  marker: (scene, { value }) => toMarker(scene, value),
  claim: (scene, { value }) => toRecord(scene, 'claim', value),
  annotation: (scene, { value }) => toRecord(scene, 'annotation', value),
};

/** Goes where `aim` points. The focus goes with it, so that the keyboard goes on from there. */
export function goTo(aim: Aim, scene: Scene): void {
  const keepsFocus = aim.to === 'claim' || aim.to === 'annotation' || aim.to === 'note';
  if (aim.to !== 'note') scene.root.querySelector('note-popover')?.close(true);
  if (!keepsFocus) scene.store.setSession({ focus: null });
  (to[aim.to] as (scene: Scene, aim: Aim) => void)(scene, aim);
}
