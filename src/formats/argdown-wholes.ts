/** The paragraphs of an argument that came as a whole: its descriptions, and its steps under one another. */
import {
  canStand,
  formatted,
  inferenceLines,
  lines,
  rowsText,
  signsAt,
  tagText,
  type Scene,
} from './argdown-blocks.ts';
import { writeData } from './argdown-data.ts';
import { keptOfStep, type Formatted, type WholeParts } from './argdown-foreign.ts';
import type { Whole } from './argdown-plan.ts';
import { shownScheme } from './argdown-rules.ts';
import { below } from './argdown-signs.ts';
import { escapeRule, tame } from './argdown-text.ts';
import { isObject, listOf, objectIn, own, textIn, textsIn } from './json-values.ts';

/** The descriptions as they came, the last changed where the gist has been. */
function descriptionsOf({ steps, said }: Whole): readonly Formatted[] {
  const gist = steps.at(-1)?.inference.gist ?? '';
  const given = listOf(own(said, 'descriptions'))
    .filter(isObject)
    .map((one) => formatted(textIn(one, 'words'), one));
  if ((given.at(-1)?.words ?? '') === gist) return given;
  return gist === '' ? [] : [...given.slice(0, -1), formatted(gist, null)];
}

/** A step with its premises above and its conclusion below. `from` is the first row that has not been written. */
function stepLines(
  whole: Whole,
  index: number,
  from: number,
  parts: WholeParts,
  scene: Scene,
): readonly string[] {
  const { title, rows, steps } = whole;
  const step = steps[index];
  if (!step) return [];
  const { inference, at, said } = step;
  const isLast = index === steps.length - 1;
  const rule = shownScheme(inference.scheme);
  const before = objectIn(said, 'rules');
  const isKept = textIn(before, 'words') === inference.scheme && canStand(textIn(before, 'source'));
  const rules =
    before && isKept ? { words: textIn(before, 'words'), source: textIn(before, 'source') } : null;
  const data = objectIn(said, 'data') ?? {};
  const kept = keptOfStep({ argument: title, step: index, rules, data, whole: isLast ? parts : null });
  const gist = isLast && inference.gist !== '' ? tame(inference.gist) : '';
  const source = rules?.source ?? (rule === null ? '' : escapeRule(rule));
  return [
    ...rowsText(rows.slice(from, at), from + 1, scene),
    ...inferenceLines(inference, kept, { gist, scheme: rule }, source, data, scene),
    ...rowsText(rows.slice(at, at + 1), at + 1, scene),
  ];
}

/** An argument that came as a whole. `group` is where it stands, `theirs` where its conclusion does. */
export function wholeBlocks(
  whole: Whole,
  group: string | null,
  theirs: string | null,
  scene: Scene,
): readonly string[] {
  const { title, rows, steps, said } = whole;
  const descriptions = descriptionsOf(whole);
  const data = objectIn(said, 'data') ?? {};
  const tags = textsIn(said, 'tags');
  const defined = descriptions.map(({ source }) => `<${title}>: ${source}`);
  const isReferred = tags.length > 0 || defined.length === 0;
  const heads = isReferred ? [...defined, [`<${title}>`, ...tags.map(tagText)].join(' ')] : defined;
  const parts: WholeParts = {
    rows,
    steps: steps.map(({ inference, at }) => ({ id: inference.id, at })),
    descriptions,
    tags,
    data,
    group,
    isElsewhere: group !== theirs,
  };
  const text = steps.flatMap((_, index) => {
    const from = index === 0 ? 0 : (steps[index - 1]?.at ?? 0) + 1;
    return stepLines(whole, index, from, parts, scene);
  });
  const last = lines(heads.at(-1) ?? '', writeData(data), signsAt(scene, below.whole(title)));
  return [...heads.slice(0, -1), last, lines(text)];
}
