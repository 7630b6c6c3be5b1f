/** Actions on the line of the outline that one is at; their keys are the outline's own, and told beside them. */
import type { Action, ActionScene } from './actions.ts';

/** What each does, with the key that does it while the focus is on a line. */
const acts: readonly (readonly [string, string, string])[] = [
  ['new-support', 'a new support under the line (+)', 'claim reason premise'],
  ['new-attack', 'a new attack under the line (-)', 'objection rebuttal'],
  ['new-undercut', 'a new attack on the step of the line (_)', 'undercut'],
  ['new-beside', 'a new line beside the line (Shift+Enter)', 'sibling'],
  ['edit', 'edit the wording of the line (F2)', 'rename'],
  ['gist', 'say how the step of the line goes (Shift+F2)', 'gist inference'],
  ['link', 'link the line with the support above it, or unlink it (Ctrl+J)', 'joint premises linked'],
  ['turn', 'turn the line from support to attack, or back (!)', 'objection reason'],
  ['mutual', 'let each attack the other, or not (=)', 'contradiction'],
  ['cut', 'cut the line (Ctrl+X), to put it elsewhere (Ctrl+V)', 'move'],
  ['paste', 'put the line that was cut under this one (Ctrl+V)', 'move'],
  ['delete', 'delete the line (Delete)', 'remove'],
  ['take-away', 'take the line from here, the claim stays (Shift+Delete)', 'remove relation'],
  ['copy', 'copy the line and what is under it (Ctrl+C)', 'text'],
  ['copy-markdown', 'copy the line and what is under it as Markdown', 'list'],
];

/** See the head of this file. */
export const outlineActions = ({ root }: ActionScene): Action[] =>
  acts.map(([id, words, also]) => ({
    id: `outline-${id}`,
    words: `Outline: ${words}`,
    group: 'Map',
    also: `tree argument edit ${also}`,
    whyNot: () => {
      const line = root.querySelector('argument-outline [role=treeitem]');
      return line ? null : 'The outline does not show, or it is empty.';
    },
    run: () => root.querySelector('argument-outline')?.act(id),
  }));
