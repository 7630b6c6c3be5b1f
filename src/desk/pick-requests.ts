/** What panes ask of the screen about the argument: which other claim or step one has in mind. */
import type { Range } from './desk.ts';
import type { Relation } from './relation-commands.ts';

/** What is to be chosen: what a claim bears on, a further premise of a step, what undercuts it, what a claim is one with. */
export type Picking =
  | {
      readonly kind: 'relate';
      /** Id of a claim; or a passage that becomes one, in code points. */
      readonly from: string | Range;
      readonly relation: Relation;
    }
  | { readonly kind: 'premise'; readonly inference: string }
  | { readonly kind: 'undercut'; readonly inference: string }
  | { readonly kind: 'merge'; readonly claim: string };

/** The reader wants to relate a claim, or to merge it: the screen asks with what. */
export class PickRequest extends Event {
  readonly picking: Picking;

  constructor(picking: Picking) {
    super('pick-request', { bubbles: true });
    this.picking = picking;
  }
}

declare global {
  interface HTMLElementEventMap {
    'pick-request': PickRequest;
  }
}
