/** `<annotation-thread>`: what was answered to a mark, under its card, and the answer that is being written. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { blankReply } from '../desk/annotation-commands.ts';
import { remove } from '../desk/remove-commands.ts';
import { canEdit, type Desk } from '../desk/desk.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { repliesTo, type Reply } from '../desk/threads.ts';
import type { Annotation } from '../model/records.ts';
import '../ui/markdown-text.ts';
import './annotation-editor.ts';
import { dateTag, layerTag, makerOf } from './annotation-parts.ts';

/** Deeper answers stand no further to the right. */
const deepest = 4;

/** Begins an answer to a mark: it becomes a record with its first word. */
export function beginReply(store: Store | null, to: string): void {
  const proposed = store && blankReply(store.desk, to);
  if (proposed) store.setSession({ proposed, editing: proposed.id });
}

/** The thread with the answer that is being written where it will stand. */
function withProposed(replies: readonly Reply[], root: string, { session }: Desk): readonly Reply[] {
  const { proposed, editing } = session;
  const isStill = proposed?.id === editing && replies.every(({ record }) => record.id !== editing);
  if (!proposed || !isStill) return replies;
  const to = replies.findIndex(({ record }) => record.id === proposed.replyTo);
  if (to < 0 && proposed.replyTo !== root) return replies;
  const depth = (replies[to]?.depth ?? 0) + 1;
  const next = replies.findIndex((one, at) => at > to && one.depth < depth);
  const at = next < 0 ? replies.length : next;
  return [...replies.slice(0, at), { record: proposed, depth }, ...replies.slice(at)];
}

/** @fires announce - What was done, with an offer to undo it. */
@customElement('annotation-thread')
export class AnnotationThread extends LitElement {
  /** The first mark of the thread. */
  @property({ attribute: false }) root: Annotation | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { root, desk } = this;
    const replies = root && desk ? withProposed(repliesTo(desk, root.id), root.id, desk) : [];
    if (!desk || replies.length === 0) return nothing;
    return html`<ol class="thread" role="list" aria-label="Replies">
      ${repeat(
        replies,
        ({ record }) => record.id,
        ({ record, depth }) => this.#reply(desk, record, depth),
      )}
    </ol>`;
  }

  #reply(desk: Desk, reply: Annotation, depth: number): TemplateResult {
    const isWritten = desk.session.editing === reply.id;
    return html`<li class="reply" data-depth=${Math.min(depth, deepest)} id="reply-${reply.id}">
      <p class="card-dates" tabindex="-1">
        <span>${makerOf(desk, reply)}</span> · ${dateTag(reply.created)} ${layerTag(desk, reply.id)}
      </p>
      ${isWritten ? this.#editor(reply) : this.#words(desk, reply)}
    </li>`;
  }

  #editor(reply: Annotation): TemplateResult {
    return html`<annotation-editor
      .annotation=${reply}
      .store=${this.store}
      @editing-done=${() => void this.#onDone(reply)}
    ></annotation-editor>`;
  }

  #words(desk: Desk, reply: Annotation): TemplateResult {
    const who = makerOf(desk, reply);
    const whose = who === 'You' ? 'your reply' : `the reply by ${who}`;
    return html`<markdown-text class="card-body" .source=${reply.body}></markdown-text>
      <div class="reply-actions">
        <button
          type="button"
          class="link-button"
          aria-label="Reply to ${whose}"
          @click=${() => beginReply(this.store, reply.id)}
        >
          Reply
        </button>
        ${canEdit(desk, reply.id) ? this.#own(reply) : nothing}
      </div>`;
  }

  #own(reply: Annotation): TemplateResult {
    return html`<button
        type="button"
        class="link-button"
        aria-label="Edit your reply"
        @click=${() => this.store?.setSession({ editing: reply.id })}
      >
        Edit
      </button>
      <button
        type="button"
        class="link-button danger"
        aria-label="Delete your reply"
        @click=${() => this.#remove(reply)}
      >
        Delete
      </button>`;
  }

  async #onDone({ id }: Annotation): Promise<void> {
    this.store?.setSession({ editing: null, proposed: null });
    // The card around hears of it first.
    await this.closest('annotation-card')?.updateComplete;
    await this.updateComplete;
    const reply = this.querySelector<HTMLElement>(`#${CSS.escape(`reply-${id}`)} .card-dates`);
    (reply ?? this.closest('.card')?.querySelector<HTMLElement>('.card-toggle'))?.focus();
  }

  #remove({ id }: Annotation): void {
    if (!this.store?.run(remove(id))) return;
    this.closest('.card')?.querySelector<HTMLElement>('.card-toggle')?.focus();
    this.dispatchEvent(new Announce('Reply deleted', 'undo'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'annotation-thread': AnnotationThread;
  }
}
