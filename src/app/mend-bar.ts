/** The bar over the screen that mends: the way back, undo and redo, whether all is kept. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import type { MendDesk } from './mend-desk.ts';
import type { Keeping } from './mend-keeping.ts';

const keepingWords: Readonly<Record<Keeping, string>> = {
  saved: 'Saved on this device',
  saving: 'Saving …',
  unsaved: 'Not saved yet',
  memory: 'Kept only in this tab',
};

/** It is kept while one types: aloud is said only what goes wrong with it. */
const keepingVoice = ({ keeping }: MendDesk): 'off' | 'polite' =>
  keeping === 'saved' || keeping === 'saving' ? 'off' : 'polite';

const sign = (desk: MendDesk): TemplateResult =>
  html`<span
      class="saving"
      data-saving=${desk.keeping}
      role="status"
      aria-live=${keepingVoice(desk)}
      title=${keepingWords[desk.keeping]}
    >
      <span class="saving-dot" aria-hidden="true"></span
      ><span class="saving-words">${keepingWords[desk.keeping]}</span>
    </span>
    ${
      desk.keeping === 'unsaved'
        ? html`<button type="button" class="plain-button" @click=${() => desk.retry()}>Try now</button>`
        : nothing
    }`;

/** What the bar asks for. */
interface Travel {
  readonly undo: () => void;
  readonly redo: () => void;
}

const travel = (desk: MendDesk, on: Travel): TemplateResult =>
  html`<div class="bar-group" role="group" aria-label="Undo and redo">
    <button
      type="button"
      class="icon-button"
      aria-label="Undo"
      title="Undo (Z)"
      ?disabled=${!desk.canUndo}
      @click=${on.undo}
    >
      ${icon('undo')}
    </button>
    <button
      type="button"
      class="icon-button"
      aria-label="Redo"
      title="Redo (Shift+Z)"
      ?disabled=${!desk.canRedo}
      @click=${on.redo}
    >
      ${icon('redo')}
    </button>
  </div>`;

/** See the head of this file. */
export function mendBar(paper: string, desk: MendDesk, on: Travel): TemplateResult {
  return html`<header class="desk-bar mend-bar">
    <a class="home" href="#/" aria-label="Warrant: library" title="Library"
      >${icon('library')}<span>Warrant</span></a
    >
    <h1 class="desk-title" tabindex="-1">Mend the text${desk.title ? html`: ${desk.title}` : nothing}</h1>
    ${desk.draft ? sign(desk) : nothing} ${travel(desk, on)}
    ${
      desk.isLocked
        ? html`<button type="button" class="plain-button" @click=${() => desk.take()}>
            Mend here instead
          </button>`
        : nothing
    }
    <a class="plain-button mend-read" href="#/${encodeURIComponent(paper)}"
      >Read<span class="mend-wide">the paper</span></a
    >
  </header>`;
}
