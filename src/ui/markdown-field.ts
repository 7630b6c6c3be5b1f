/** `<markdown-field>`: a field for Markdown that grows with its words, with a small toolbar and shortcuts. */
import { html, LitElement, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formats, formatted, type Format } from './markdown-edit.ts';

interface Look {
  readonly words: string;
  /** With Ctrl or Cmd. */
  readonly key: string;
  readonly isShifted?: boolean;
  readonly shape: SVGTemplateResult;
}

const looks: Readonly<Record<Format, Look>> = {
  bold: {
    words: 'Bold',
    key: 'b',
    shape: svg`<path d="M6 4h4.500a3 3 0 0 1 0 6H6zM6 10h5.500a3 3 0 0 1 0 6H6z" stroke-width="2"/>`,
  },
  italic: { words: 'Italic', key: 'i', shape: svg`<path d="M8.500 4h5M6.500 16h5M11.500 4l-3 12"/>` },
  link: {
    words: 'Link',
    key: 'k',
    shape: svg`<path d="M8.500 11.500a3 3 0 0 0 4.200 0l2.600-2.600a3 3 0 0 0-4.200-4.200l-.9.900M11.500 8.500a3 3 0 0 0-4.200 0l-2.600 2.600a3 3 0 0 0 4.200 4.200l.9-.9"/>`,
  },
  list: {
    words: 'List',
    key: '8',
    isShifted: true,
    shape: svg`<path d="M8 5h8M8 10h8M8 15h8M4 5h.01M4 10h.01M4 15h.01" stroke-width="2"/>`,
  },
  quote: {
    words: 'Quotation',
    key: '.',
    isShifted: true,
    shape: svg`<path d="M4 4v12M8 6h8M8 10h8M8 14h5"/>`,
  },
  code: { words: 'Code', key: 'e', shape: svg`<path d="M7 6 3 10l4 4M13 6l4 4-4 4"/>` },
};

/** The keys of the digits and of the dot by their place: with Shift they type other signs. */
const codes: Readonly<Record<string, string>> = { '8': 'Digit8', '.': 'Period' };

const isApple = /Mac|iP(?:hone|ad|od)/u.test(navigator.platform);

const keyWords = ({ key, isShifted }: Look): string =>
  isApple
    ? `${isShifted ? '⇧' : ''}⌘${key.toUpperCase()}`
    : `Ctrl+${isShifted ? 'Shift+' : ''}${key.toUpperCase()}`;

const ariaKeys = ({ key, isShifted }: Look): string =>
  `${isApple ? 'Meta' : 'Control'}+${isShifted ? 'Shift+' : ''}${key.toUpperCase()}`;

/** The format that a key means; null where it means none. */
function formatOf(event: KeyboardEvent): Format | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return null;
  const found = formats.find((format) => {
    const { key, isShifted = false } = looks[format];
    return event.shiftKey === isShifted && (event.key.toLowerCase() === key || event.code === codes[key]);
  });
  return found ?? null;
}

/**
 * Its field is a plain one under `name`: it fires `input` and `change`, and its undo is the browser's own.
 * Ctrl or Cmd with K makes a link here.
 */
@customElement('markdown-field')
export class MarkdownField extends LitElement {
  @property() name = '';
  @property() label = '';
  @property() value = '';
  /** Most UTF-16 units. */
  @property({ type: Number }) limit = 50_000;
  /** Which button Tab comes to. */
  @state() private at: Format = 'bold';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The field itself; null before the first rendering. */
  get field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  protected override render(): TemplateResult {
    return html`<label>
        <span>${this.label} <small>(Markdown)</small></span>
        <textarea
          name=${this.name}
          rows="3"
          maxlength=${this.limit}
          .value=${this.value}
          @input=${this.#grow}
          @keydown=${this.#onKey}
        ></textarea>
      </label>
      <div class="markdown-bar" role="toolbar" aria-label="Formatting" @keydown=${this.#onBarKey}>
        ${formats.map((format) => this.#button(format))}
      </div>`;
  }

  #button(format: Format): TemplateResult {
    const look = looks[format];
    return html`<button
      type="button"
      class="icon-button"
      data-format=${format}
      aria-label=${look.words}
      aria-keyshortcuts=${ariaKeys(look)}
      title="${look.words} (${keyWords(look)})"
      tabindex=${format === this.at ? 0 : -1}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#format(format)}
    >
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${look.shape}</svg>
    </button>`;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#grow();
  }

  /** As high as its words, up to what the sheet allows. */
  readonly #grow = (): void => {
    const { field } = this;
    if (!field) return;
    field.style.height = 'auto';
    if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight + 2}px`;
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const format = formatOf(event);
    if (!format) return;
    event.preventDefault();
    event.stopPropagation();
    this.#format(format);
  };

  /** Arrow keys walk the bar. */
  readonly #onBarKey = (event: KeyboardEvent): void => {
    const index = formats.indexOf(this.at);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step === undefined ? { Home: 0, End: formats.length - 1 }[event.key] : index + step;
    if (to === undefined) return;
    event.preventDefault();
    this.at = formats[(to + formats.length) % formats.length] ?? 'bold';
    this.querySelector<HTMLElement>(`[data-format=${this.at}]`)?.focus();
  };

  /** Typed for the reader, so that one undo of the browser's takes it back. */
  #format(format: Format): void {
    const { field } = this;
    if (!field) return;
    const { from, to, insert, start, end } = formatted(
      field.value,
      field.selectionStart,
      field.selectionEnd,
      format,
    );
    field.focus();
    field.setSelectionRange(from, to);
    const isTyped = insert
      ? document.execCommand('insertText', false, insert)
      : document.execCommand('delete', false);
    if (!isTyped) {
      field.setRangeText(insert, from, to);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    field.setSelectionRange(start, end);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'markdown-field': MarkdownField;
  }
}
