/** `<contents-list>`: the sections of the paper as links, with the current one shown. */
import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Paper } from '../model/paper.ts';

@customElement('contents-list')
export class ContentsList extends LitElement {
  @property({ attribute: false }) paper: Paper | null = null;
  /** Address of the section that is being read, or `notes`. */
  @property() current = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { paper } = this;
    return html`<nav aria-label="Contents" class="contents">
      <ol lang=${ifDefined(paper?.language ?? undefined)}>
        ${paper?.sections.map(
          (section) =>
            html`<li data-level=${section.level}>
              <a
                href="#/${encodeURIComponent(paper.id)}/${section.address}"
                aria-current=${section.address === this.current ? 'location' : 'false'}
                ><span class="label">${section.label}</span>
                <span class="contents-title">${section.title}</span></a
              >
            </li>`,
        )}
      </ol>
      ${
        paper && paper.notes.length > 0
          ? html`<p>
              <a
                href="#/${encodeURIComponent(paper.id)}?notes"
                aria-current=${this.current === 'notes' ? 'location' : 'false'}
                >Notes</a
              >
            </p>`
          : null
      }
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contents-list': ContentsList;
  }
}
