/** What the text asks of the screen about marks that lie on top of each other: request events, as in `requests`. */
import type { Focus } from './desk.ts';

/** Several marks lie where one has clicked: they are offered. */
export class MarksRequest extends Event {
  /** Where in the text, in code points. */
  readonly offset: number;

  constructor(offset: number) {
    super('marks-request', { bubbles: true });
    this.offset = offset;
  }
}

/** A mark or a claim was chosen among several: the reader wants its card, or to change its passage. */
export class MarkRequest extends Event {
  readonly focus: Focus;
  readonly wish: 'card' | 'span';
  /** Where in the text it was chosen, in code points. */
  readonly offset: number;

  constructor(focus: Focus, wish: MarkRequest['wish'], offset: number) {
    super('mark-request', { bubbles: true });
    this.focus = focus;
    this.wish = wish;
    this.offset = offset;
  }
}

/** A mark or a claim was followed from a list: the focus goes to where it stands. */
export class FollowRequest extends Event {
  readonly mark: Focus;

  constructor(mark: Focus) {
    super('follow-request', { bubbles: true });
    this.mark = mark;
  }
}

declare global {
  interface HTMLElementEventMap {
    'marks-request': MarksRequest;
    'mark-request': MarkRequest;
    'follow-request': FollowRequest;
  }
}
