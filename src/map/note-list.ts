/** The notes that carry a claim, in words: short for a card, whole for a screen reader. */

/** Joins runs of numbers: 53, 54, 55, 57 becomes `53–55, 57`. Labels that are no numbers stay as they are. */
export function joinRuns(labels: readonly string[]): string[] {
  const runs: { first: string; last: string }[] = [];
  for (const label of labels) {
    const run = runs.at(-1);
    if (run && /^\d+$/u.test(label) && Number(label) === Number(run.last) + 1) run.last = label;
    else runs.push({ first: label, last: label });
  }
  return runs.flatMap(({ first, last }) => {
    if (first === last) return [first];
    return Number(last) - Number(first) === 1 ? [first, last] : [`${first}–${last}`];
  });
}

/** For a card: `n. 53, 54`; `7 notes` where the list would not fit in `max` px; empty without notes. */
export function shortNotes(labels: readonly string[], fits: (text: string) => boolean): string {
  if (labels.length === 0) return '';
  const list = `n. ${joinRuns(labels).join(', ')}`;
  return fits(list) ? list : `${labels.length} notes`;
}

/** In words: "Carried by notes 53 and 54", or that none carries it. */
export function spokenNotes(labels: readonly string[]): string {
  if (labels.length === 0) return 'No note carries it';
  if (labels.length === 1) return `Carried by note ${labels[0]}`;
  const runs = joinRuns(labels);
  if (runs.length === 1) return `Carried by notes ${runs[0]}`;
  return `Carried by notes ${runs.slice(0, -1).join(', ')} and ${runs.at(-1)}`;
}
