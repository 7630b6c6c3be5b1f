/** An argument in DOT, the language of Graphviz: claims as boxes, steps as small rounds, groups as clusters, attacks dashed with a bar. */
import type { Conflict } from '../model/argument-records.ts';
import { groupTree, PlainNames, wordsOf, type ArgumentSheet, type GroupTree } from './argument-sheet.ts';

const width = 40;

/** Words broken into lines of some forty signs, as no program does it for a box. */
function wrapped(words: string): string[] {
  const lines: string[] = [];
  for (const word of words.replace(/\s+/gu, ' ').trim().split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A text in quotation marks that means nothing but itself: no entity, no escape, no label in HTML. */
export const dotText = (words: string): string =>
  `"${words
    .replaceAll('\0', '')
    .replaceAll('&', '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replace(/\r\n?|\n/gu, '\\n')}"`;

const label = (words: string): string =>
  `"${wrapped(words)
    .map((line) => dotText(line).slice(1, -1))
    .join('\\n')}"`;

const attributes = (pairs: readonly (readonly [string, string])[]): string => {
  const said = pairs.filter(([, value]) => value !== '');
  return said.length === 0 ? '' : ` [${said.map(([name, value]) => `${name}=${value}`).join(', ')}]`;
};

function clusters(
  tree: GroupTree,
  sheet: ArgumentSheet,
  names: PlainNames,
  counter: { at: number },
): string[] {
  const claims = tree.claims.map((claim) => {
    const place = sheet.placeOf(claim.id);
    const pairs = [
      ['label', label(wordsOf(claim))],
      ['tooltip', place ? dotText(place.words) : ''],
      ['URL', place?.link ? dotText(place.link) : ''],
      ['style', claim.role === 'conclusion' ? '"rounded,bold"' : ''],
    ] as const;
    return `${names.of(claim.id)}${attributes(pairs)};`;
  });
  const inner = [...claims, ...tree.groups.flatMap((one) => clusters(one, sheet, names, counter))];
  if (tree.group === null) return inner;
  counter.at += 1;
  const head = [`subgraph cluster_${counter.at} {`, `  label=${label(tree.group.title)};`];
  return [...head, ...inner.map((line) => `  ${line}`), '}'];
}

function attackLine({ from, to, attack, mutual, gist }: Conflict, names: PlainNames): string {
  const pairs = [
    ['style', 'dashed'],
    ['arrowhead', attack === 'undercut' ? 'box' : 'tee'],
    ['dir', mutual ? 'both' : ''],
    ['arrowtail', mutual ? 'tee' : ''],
    ['tooltip', dotText(gist || `${attack}s`)],
  ] as const;
  return `${names.of(from)} -> ${names.of(to)}${attributes(pairs)};`;
}

function lines(sheet: ArgumentSheet, names: PlainNames): string[] {
  const { inferences, conflicts, preferences } = sheet.argument;
  const steps = [...inferences.values()].flatMap(({ id, premises, conclusion, scheme, implicit, gist }) => {
    const own = names.of(id);
    const name = sheet.schemeName(scheme);
    const pairs = [
      ['shape', name === '' ? 'point' : 'ellipse'],
      ['label', name === '' ? '' : label(name)],
      ['style', implicit ? '"dashed"' : ''],
      ['tooltip', gist === '' ? '' : dotText(gist)],
    ] as const;
    return [
      `${own}${attributes(pairs)};`,
      ...premises.map(({ claim, role }) => {
        const more = [
          ['arrowhead', 'none'],
          ['label', role === null ? '' : dotText(role)],
        ] as const;
        return `${names.of(claim)} -> ${own}${attributes(more)};`;
      }),
      `${own} -> ${names.of(conclusion)};`,
    ];
  });
  const preferred = [...preferences.values()].map(({ over, under }) => {
    const more = [
      ['style', 'dotted'],
      ['label', '"preferred to"'],
    ] as const;
    return `${names.of(over)} -> ${names.of(under)}${attributes(more)};`;
  });
  return [...steps, ...[...conflicts.values()].map((one) => attackLine(one, names)), ...preferred];
}

/** The file. */
export function argumentDot(sheet: ArgumentSheet): string {
  const names = new PlainNames(sheet.argument);
  const body = [
    'rankdir=BT;',
    `label=${label(sheet.title)};`,
    'node [shape=box, style="rounded", fontname="serif"];',
    ...clusters(groupTree(sheet.argument), sheet, names, { at: 0 }),
    ...lines(sheet, names),
  ];
  return `digraph argument {\n${body.map((line) => `  ${line}`).join('\n')}\n}\n`;
}
