/** The bar over a desk: where one is, which panes show, undo, and whether everything is saved. */
import { html, nothing, type TemplateResult } from 'lit';
import { isShown, type Desk, type Saving } from '../desk/desk.ts';
import { openedIn } from '../desk/layers.ts';
import { ClassRequest } from '../desk/requests.ts';
import type { Paper } from '../model/paper.ts';
import { icon } from './icons.ts';
import { showKey } from './keys.ts';
import type { Panes, Preferences } from './preferences.ts';

/** The panes of a desk; where only one has room, the one that shows. */
export type View = 'text' | 'contents' | 'margin' | 'map';

/** What the bar can ask for. */
export interface BarActions {
  undo(): void;
  redo(): void;
  prefer(patch: Partial<Preferences>): void;
  show(view: View): void;
  setLayer(id: string, visible: boolean): void;
  /** How the paper looks: opens the panel, or closes it; `opener` is the button that was pressed, if one was. */
  look(opener: HTMLButtonElement | null): void;
  /** Opens the list of all commands. */
  commands(): void;
}

export interface BarState {
  readonly like: Panes;
  readonly view: View;
  readonly narrow: boolean;
}

const savingWords: Readonly<Record<Saving, string>> = {
  saved: 'Saved on this device',
  saving: 'Saving …',
  unsaved: 'Not saved yet',
  memory: 'Kept only in this tab',
};

/** Saving goes on while one types: aloud is said only what goes wrong with it. */
const savingVoice = (saving: Saving): 'off' | 'polite' =>
  saving === 'saved' || saving === 'saving' ? 'off' : 'polite';

const savingSign = ({ saving }: Desk): TemplateResult =>
  html`<span
    class="saving"
    data-saving=${saving}
    role="status"
    aria-live=${savingVoice(saving)}
    title=${savingWords[saving]}
  >
    <span class="saving-dot" aria-hidden="true"></span
    ><span class="saving-words">${savingWords[saving]}</span>
  </span>`;

/** What changes when a pane is switched; on a small screen what stands beside the text takes the place of the contents. */
function toggled(name: keyof Panes, like: Panes): Partial<Preferences> {
  if (name === 'text') return { text: !like.text, map: true, beside: 'map' };
  if (name === 'contents') return { contents: !like.contents, text: true };
  return { [name]: !like[name], text: true, beside: name, ...(innerWidth < 1000 ? { contents: false } : {}) };
}

/** Tabs where one pane has room, switches where several have. */
function panes(state: BarState, actions: BarActions): TemplateResult {
  const { like, narrow, view } = state;
  if (narrow) {
    const tab = (name: View, words: string): TemplateResult =>
      html`<button
        type="button"
        class="pane-button"
        aria-pressed=${view === name}
        @click=${() => actions.show(name)}
      >
        ${words}
      </button>`;
    return html`<div class="panes" role="group" aria-label="Pane">
      ${tab('text', 'Text')} ${tab('contents', 'Contents')} ${tab('margin', 'Margin')} ${tab('map', 'Map')}
    </div>`;
  }
  const pane = (name: keyof Panes, words: string): TemplateResult =>
    html`<button
      type="button"
      class="pane-button"
      aria-pressed=${like[name]}
      @click=${() => actions.prefer(toggled(name, like))}
    >
      ${words}
    </button>`;
  return html`<div class="panes" role="group" aria-label="Panes">
    ${pane('contents', 'Contents')} ${pane('text', 'Text')} ${pane('margin', 'Margin')} ${pane('map', 'Map')}
  </div>`;
}

const layerHints = {
  edition: 'Read-only; hide it to see only your own work',
  proposed:
    'What the text suggests by rule: sentences that rest on notes as claims, sections as groups. Nothing is asserted; copy what you agree with',
} as const;

function layers(desk: Desk, actions: BarActions): TemplateResult {
  return html`${desk.layers
    .filter(({ kind }) => kind === 'edition' || kind === 'proposed')
    .map(
      (layer) =>
        html`<label
          class="layer-switch"
          title=${layerHints[layer.kind === 'proposed' ? 'proposed' : 'edition']}
        >
          <input
            type="checkbox"
            aria-label=${layer.name}
            .checked=${layer.visible}
            @change=${(event: Event) => actions.setLayer(layer.id, (event.target as HTMLInputElement).checked)}
          />
          <span>${layer.name}</span>
        </label>`,
    )}
  ${classButton(desk)}`;
}

/** However many notebooks are open, one button leads to them; where none is, to the way of opening and handing out. */
function classButton({ layers }: Desk): TemplateResult {
  const opened = openedIn(layers);
  const shown = opened.filter(isShown).length;
  const count = shown === opened.length ? `${shown}` : `${shown} of ${opened.length}`;
  return html`<button
    type="button"
    class="bar-button class-button"
    title="Notebooks of others: open, compare, hand out and in"
    @click=${(event: Event) => event.currentTarget?.dispatchEvent(new ClassRequest())}
  >
    Class${opened.length > 0 ? html` <span class="class-count">${count}</span>` : nothing}
  </button>`;
}

const commandsButton = (desk: Desk | null, actions: BarActions): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    aria-label="All commands"
    title="All commands (${showKey('Ctrl+K')})"
    aria-haspopup="dialog"
    ?disabled=${!desk}
    @click=${() => actions.commands()}
  >
    ${icon('commands')}
  </button>`;

const lookButton = (actions: BarActions): TemplateResult =>
  html`<button
    type="button"
    class="icon-button look-button"
    aria-label="Reading"
    aria-haspopup="dialog"
    title="How the text looks"
    @click=${(event: Event) => actions.look(event.currentTarget as HTMLButtonElement)}
  >
    Aa
  </button>`;

const travelButtons = (desk: Desk | null, actions: BarActions): TemplateResult =>
  html`<div class="bar-group" role="group" aria-label="Undo and redo">
    <button
      type="button"
      class="icon-button"
      aria-label="Undo"
      title="Undo (Ctrl+Z)"
      ?disabled=${!desk?.canUndo}
      @click=${() => actions.undo()}
    >
      ${icon('undo')}
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label="Redo"
      title="Redo (Shift+Ctrl+Z)"
      ?disabled=${!desk?.canRedo}
      @click=${() => actions.redo()}
    >
      ${icon('redo')}
    </button>
  </div>`;

/** Where the text with its heading is out of sight, the name of the paper heads the page. */
function deskTitle({ front }: Paper, { narrow, view }: BarState): TemplateResult {
  const words = html`<span class="desk-author">${front.authors.join(', ')}</span> ${front.title}`;
  return narrow && (view === 'contents' || view === 'map')
    ? html`<p class="desk-title" role="heading" aria-level="1" title=${front.title}>${words}</p>`
    : html`<p class="desk-title" title=${front.title}>${words}</p>`;
}

/** The bar. `desk` is null while it is being opened. */
export function deskBar(
  paper: Paper,
  desk: Desk | null,
  state: BarState,
  actions: BarActions,
): TemplateResult {
  return html`<header class="desk-bar">
    <a class="home" href="#/" aria-label="Warrant: library" title="Library"
      >${icon('library')}<span>Warrant</span></a
    >
    ${deskTitle(paper, state)}
    ${desk ? savingSign(desk) : html`<span class="saving" role="status">Opening …</span>`}
    ${travelButtons(desk, actions)} ${desk ? layers(desk, actions) : nothing} ${lookButton(actions)}
    ${panes(state, actions)} ${desk ? html`<file-menu></file-menu>` : nothing}
    ${commandsButton(desk, actions)}
  </header>`;
}

/** Whether the bar has something else to show. */
export const barChanged = (desk: Desk, previous: Desk): boolean =>
  desk.layers !== previous.layers ||
  desk.saving !== previous.saving ||
  desk.canUndo !== previous.canUndo ||
  desk.canRedo !== previous.canRedo;
