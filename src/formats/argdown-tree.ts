/** Finding one's way in the syntax tree of an Argdown text. */
import type { RelationType } from './argdown-document.ts';
import type { ArgdownNode } from './argdown-grammar.ts';

/** Relations by the rule of the grammar: what they say, and whether they run from what stands above to what stands below. */
export const relationRules: Readonly<Record<string, readonly [type: RelationType, isDown: boolean]>> = {
  incomingSupport: ['support', true],
  incomingAttack: ['attack', true],
  incomingUndercut: ['undercut', true],
  outgoingSupport: ['support', false],
  outgoingAttack: ['attack', false],
  outgoingUndercut: ['undercut', false],
  contradiction: ['contradictory', true],
};

/** The children that are there. */
export const childrenOf = (node: ArgdownNode): readonly ArgdownNode[] =>
  (node.children ?? []).filter((child) => child !== undefined);

/** The first child that is of a rule. */
export const ruleIn = (node: ArgdownNode, name: string): ArgdownNode | undefined =>
  childrenOf(node).find((child) => child.name === name);

/** The first token of a node. */
export const startOf = (node: ArgdownNode): ArgdownNode => {
  const [first] = childrenOf(node);
  return first && !node.tokenType ? startOf(first) : node;
};
