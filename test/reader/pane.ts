/** An open `<paper-pane>` for tests: on a page, its view mounted, on a store of its own. */
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EditorView } from 'prosemirror-view';
import type { NoteRequest } from '../../src/desk/requests.ts';
import type { Store } from '../../src/desk/store.ts';
import type { Paper } from '../../src/model/paper.ts';
import '../../src/reader/paper-pane.ts';
import type { PaperPane } from '../../src/reader/paper-pane.ts';
import { deskOn, type Contents } from '../support/desk.ts';
import { until } from '../support/settle.ts';

export interface OpenPane {
  readonly pane: PaperPane;
  readonly view: EditorView;
  readonly store: Store;
  /** The notes that were asked for since the pane was opened. */
  readonly notes: string[];
}

/** Puts a pane on the page, or into `parentNode`, and waits for its view. */
export async function openPane(
  paper: Paper,
  contents: Contents = {},
  parentNode?: Element,
): Promise<OpenPane> {
  const { store } = deskOn(paper, contents);
  const pane = await fixture<PaperPane>(
    html`<paper-pane .paper=${paper} .store=${store}></paper-pane>`,
    parentNode && { parentNode },
  );
  const view = await until(() => pane.view);
  const notes: string[] = [];
  pane.addEventListener('note-request', (event: NoteRequest) => notes.push(event.note));
  return { pane, view, store, notes };
}

/** Presses a key, with others held down. */
export async function press(key: string, ...held: string[]): Promise<void> {
  for (const one of held) await sendKeys({ down: one });
  await sendKeys({ press: key });
  for (const one of held.reverse()) await sendKeys({ up: one });
}

/** The text under an element without the labels of its markers. */
export const wordsIn = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  copy.querySelectorAll('.marker').forEach((marker) => marker.remove());
  return copy.textContent;
};
