/** The ways by which a dialog gets a file or words to look at: chosen, dropped, or pasted and typed. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

/** So long (ms) after the last letter what is typed is looked at. */
const pause = 200;

/** What is said around the field. */
export interface SourceWords {
  /** Kinds of files, as `accept` has them. */
  readonly accept: string;
  /** Name of the field. */
  readonly name: string;
  readonly placeholder: string;
}

/** Belongs to one dialog; its three listeners are set on the dialog's element. */
export class FileSource implements ReactiveController {
  /** True while something is held over the dialog. */
  isOver = false;
  readonly #host: ReactiveControllerHost;
  readonly #look: (source: File | string) => void;
  #timer = 0;

  constructor(host: ReactiveControllerHost, look: (source: File | string) => void) {
    this.#host = host;
    this.#look = look;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Forgets what was typed and not looked at yet. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The button and the field; `chosen` is the name of the file that is looked at, empty for none. */
  view(chosen: string, { accept, name, placeholder }: SourceWords): TemplateResult {
    return html`<div class="marks-row marks-source">
        <label class="plain-button file-button"
          >Choose a file …
          <input type="file" class="visually-hidden" accept=${accept} @change=${this.#onFile} />
        </label>
        <span class="hint">${chosen || 'or drop it here, or paste:'}</span>
      </div>
      <label class="field"
        ><span class="visually-hidden">${name}</span
        ><textarea rows="3" spellcheck="false" placeholder=${placeholder} @input=${this.#onInput}></textarea>
      </label>`;
  }

  readonly onOver = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.#hold(true);
  };

  readonly onLeave = (): void => this.#hold(false);

  readonly onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    this.#hold(false);
    const [file] = event.dataTransfer?.files ?? [];
    this.#look(file ?? event.dataTransfer?.getData('text/plain') ?? '');
  };

  #hold(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }

  readonly #onInput = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(value), pause);
  };

  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.#look(file);
    // The same file may be chosen again, after it was mended.
    input.value = '';
  };
}
