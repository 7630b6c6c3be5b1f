/** The name of an authority as a button: leads to it among the sources. */
import { html, type TemplateResult } from 'lit';
import { nameOfAuthority } from '../desk/backing.ts';
import type { Desk } from '../desk/desk.ts';
import { SourceRequest } from '../desk/requests.ts';

/** See the head of this file. */
export function sourceButton(desk: Desk, authority: string): TemplateResult {
  const follow = (event: Event): void => {
    const pressed = event.currentTarget as HTMLElement;
    pressed.dispatchEvent(new SourceRequest(authority, pressed));
  };
  return html`<button type="button" class="link-button source-name" @click=${follow}>
    ${nameOfAuthority(desk, authority)}
  </button>`;
}
