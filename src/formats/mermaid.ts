/** An argument as a flowchart in Mermaid, as wikis and notebooks of notes draw it. */
import type { Conflict } from '../model/argument-records.ts';
import { groupTree, PlainNames, wordsOf, type ArgumentSheet, type GroupTree } from './argument-sheet.ts';

/** Signs that mean something in a text of Mermaid, in the HTML it becomes, or in its directives. */
const meaning = /[#&<>"'`%\\[\]{}()|;]/gu;

/** A text in quotation marks that means nothing but itself: every sign that could mean more is written by its number. */
export const mermaidText = (words: string): string =>
  `"${
    words
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(meaning, (sign) => `#${sign.codePointAt(0)};`) || ' '
  }"`;

function nodes(tree: GroupTree, names: PlainNames, counter: { at: number }): string[] {
  const claims = tree.claims.map((claim) => {
    const [open, close] = claim.role === 'conclusion' ? ['([', '])'] : ['[', ']'];
    return `${names.of(claim.id)}${open}${mermaidText(wordsOf(claim))}${close}`;
  });
  const inner = [...claims, ...tree.groups.flatMap((one) => nodes(one, names, counter))];
  if (tree.group === null) return inner;
  counter.at += 1;
  return [
    `subgraph g${counter.at} [${mermaidText(tree.group.title)}]`,
    ...inner.map((line) => `  ${line}`),
    'end',
  ];
}

const attackLine = ({ from, to, attack, mutual }: Conflict, names: PlainNames): string =>
  `${names.of(from)} ${mutual ? 'x' : ''}-. ${attack}s .-x ${names.of(to)}`;

function links(sheet: ArgumentSheet, names: PlainNames): string[] {
  const { inferences, conflicts, preferences } = sheet.argument;
  const steps = [...inferences.values()].flatMap(({ id, premises, conclusion, scheme }) => {
    const own = names.of(id);
    const name = sheet.schemeName(scheme);
    return [
      `${own}((${mermaidText(name)}))`,
      ...premises.map(({ claim, role }) =>
        role === null ? `${names.of(claim)} --- ${own}` : `${names.of(claim)} -- ${role} --- ${own}`,
      ),
      `${own} --> ${names.of(conclusion)}`,
    ];
  });
  return [
    ...steps,
    ...[...conflicts.values()].map((one) => attackLine(one, names)),
    ...[...preferences.values()].map(
      ({ over, under }) => `${names.of(over)} -. preferred to .-> ${names.of(under)}`,
    ),
  ];
}

/** The file. */
export function argumentMermaid(sheet: ArgumentSheet): string {
  const names = new PlainNames(sheet.argument);
  const body = [...nodes(groupTree(sheet.argument), names, { at: 0 }), ...links(sheet, names)];
  return `---\ntitle: ${JSON.stringify(sheet.title.replace(/\s+/gu, ' '))}\n---\nflowchart BT\n${body
    .map((line) => `  ${line}`)
    .join('\n')}\n`;
}
