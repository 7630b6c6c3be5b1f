/** `<step-question>`: one critical question of a step: how the step stands up to it, why, and the objections that raise it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Desk } from '../desk/desk.ts';
import { answerQuestion } from '../desk/inference-commands.ts';
import { objectionsTo, premisesDoubted, raiseObjection } from '../desk/objection-commands.ts';
import { Announce } from '../desk/requests.ts';
import type { Store } from '../desk/store.ts';
import { argument } from '../desk/desk.ts';
import { answers, type Answer, type Inference, type QuestionAnswer } from '../model/argument-records.ts';
import type { CriticalQuestion, QuestionAim } from '../model/scheme-form.ts';
import { newId } from '../notebook/id.ts';
import { DraftController } from '../ui/draft.ts';
import { textIn } from '../ui/form-text.ts';
import { claimLink } from './argument-links.ts';
import { shorten } from './note-details.ts';

const answerNames: Readonly<Record<Answer, string>> = {
  met: 'Met',
  open: 'Open',
  failed: 'Failed',
};

const aimNames: Readonly<Record<QuestionAim, string>> = {
  undermine: 'If it fails, a premise does.',
  undercut: 'If it fails, the step does.',
  rebut: 'If it fails, the conclusion does.',
};

/** @fires announce - What was raised. */
@customElement('step-question')
export class StepQuestion extends LitElement {
  @property({ attribute: false }) question: CriticalQuestion | null = null;
  @property({ attribute: false }) step: Inference | null = null;
  @property({ attribute: false }) desk: Desk | null = null;
  @property({ attribute: false }) store: Store | null = null;
  /** Whether the step is the reader's own. */
  @property({ attribute: false }) own = false;
  @state() private isRaising = false;

  readonly #writing = newId();
  readonly #draft = new DraftController(this, () => this.#keepRemark());

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { question, step, desk } = this;
    if (!question || !step || !desk) return nothing;
    const known = step.questions.find((one) => one.question === question.key);
    return html`<p class="question-words" id="words-${this.#id}">${question.words}</p>
      ${this.own ? this.#answer(known) : this.#told(known)} ${this.#objections(desk, step, question)}
      ${this.isRaising ? this.#form(desk, step, question) : this.#raise(question)}`;
  }

  /** Unlike that of any other question on the page. */
  get #id(): string {
    return `${this.step?.id ?? ''}-${this.question?.key ?? ''}`;
  }

  #told(known: QuestionAnswer | undefined): TemplateResult | typeof nothing {
    if (!known) return nothing;
    return html`<p>
      <strong>${answerNames[known.answer]}</strong>${known.remark ? `: ${known.remark}` : ''}
    </p>`;
  }

  #answer(known: QuestionAnswer | undefined): TemplateResult {
    return html`<div class="question-answer" @input=${this.#draft.later} @change=${this.#draft.now}>
      <select
        aria-label="Answer"
        aria-describedby="words-${this.#id}"
        data-answer=${known?.answer ?? ''}
        @change=${this.#onAnswer}
      >
        <option value="" .selected=${!known}>Not answered</option>
        ${answers.map(
          (one) => html`<option value=${one} .selected=${one === known?.answer}>${answerNames[one]}</option>`,
        )}
      </select>
      <input
        name="remark"
        aria-label="Why"
        aria-describedby="words-${this.#id}"
        placeholder="Why"
        maxlength="2000"
        autocomplete="off"
        .value=${known?.remark ?? ''}
      />
    </div>`;
  }

  #objections(desk: Desk, step: Inference, { key }: CriticalQuestion): TemplateResult | typeof nothing {
    const raised = objectionsTo(desk, step, key);
    if (raised.length === 0) return nothing;
    return html`<ul class="question-raised" aria-label="Raised by">
      ${raised.map((claim) => html`<li>${claimLink(desk, this.store, claim)}</li>`)}
    </ul>`;
  }

  #raise({ aim }: CriticalQuestion): TemplateResult {
    return html`<p class="question-raise">
      <button
        type="button"
        class="link-button"
        aria-describedby="words-${this.#id}"
        @click=${() => void this.#begin()}
      >
        Raise as an objection</button
      ><small>${aimNames[aim]}</small>
    </p>`;
  }

  #form(desk: Desk, step: Inference, question: CriticalQuestion): TemplateResult {
    const doubted = question.aim === 'undermine' ? premisesDoubted(step, question) : [];
    return html`<form class="card-editor" @submit=${this.#onRaise} @keydown=${this.#onKey}>
      <label>
        <span>The objection, as a claim</span>
        <textarea name="wording" rows="2" maxlength="2000" required></textarea>
      </label>
      ${doubted.length > 1 ? this.#premises(desk, doubted) : nothing}
      <div class="card-actions">
        <button type="submit" class="main-button">Raise</button>
        <button type="button" class="plain-button" @click=${() => void this.#end()}>Cancel</button>
      </div>
    </form>`;
  }

  #premises(desk: Desk, doubted: readonly string[]): TemplateResult {
    return html`<label>
      <span>Against which premise</span>
      <select name="premise">
        ${doubted.map(
          (id) =>
            html`<option value=${id}>${shorten(argument(desk).claims.get(id)?.wording ?? '', 60)}</option>`,
        )}
      </select>
    </label>`;
  }

  readonly #onAnswer = (event: Event): void => {
    const answer = answers.find((one) => one === (event.target as HTMLSelectElement).value);
    const { question, step } = this;
    if (!question || !step) return;
    this.store?.run(answerQuestion(step.id, question.key, answer ? { answer } : null));
  };

  #keepRemark(): void {
    const remark = this.querySelector<HTMLInputElement>('[name=remark]')?.value;
    const { question, step } = this;
    if (!question || !step || remark === undefined) return;
    const known = step.questions.find((one) => one.question === question.key);
    if (remark === (known?.remark ?? '')) return;
    this.store?.run(answerQuestion(step.id, question.key, { remark }, this.#writing));
  }

  async #begin(): Promise<void> {
    this.isRaising = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('textarea')?.focus();
  }

  async #end(): Promise<void> {
    this.isRaising = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.question-raise button')?.focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    void this.#end();
  };

  readonly #onRaise = (event: SubmitEvent): void => {
    event.preventDefault();
    const { question, step, store } = this;
    if (!question || !step) return;
    const data = new FormData(event.target as HTMLFormElement);
    const premise = textIn(data, 'premise') || null;
    const wording = textIn(data, 'wording');
    if (!store?.run(raiseObjection(step.id, question.key, wording, { premise }))) return;
    this.dispatchEvent(new Announce('Objection raised: it is a claim of yours now', 'undo'));
    void this.#end();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'step-question': StepQuestion;
  }
}
