/** Sections of notes at the end of a text or of its chapters: lines under a heading that says so. */
import type { Joined } from './joining.ts';
import type { Line } from './lines.ts';
import { raisedIn, lineLabel } from './zones.ts';

const titles =
  /^(?:\d+\.?\s+|[IVXLC]+\.\s+)?(?:(?:end|foot)?notes(?: and references)?|notes to (?:the )?(?:text|chapter.*)|anmerkungen|endnoten|fußnoten|notes de (?:fin|bas de page)|notas(?: finales)?|note|noter|aantekeningen|przypisy|примечания|notes on (?:the )?text)\.?$/iu;

/** Whether blocks from `at` are a section of notes, and where it ends; null where not. */
export function endnotesAt(blocks: readonly Joined[], at: number): number | null {
  const heading = blocks[at];
  const text = heading?.group.lines.map((line) => line.text).join(' ') ?? '';
  if (!heading || text.length > 60 || !titles.test(text)) return null;
  let end = at + 1;
  let labels = 0;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end] as Joined;
    if (block.kind === 'heading' && block.certainty > 0.6 && !lineLabel(block.group.lines[0] as Line)) break;
    labels += block.group.lines.filter((line) => lineLabel(line) !== null).length;
  }
  return labels >= 1 ? end : null;
}

/** How many raised signs stand in lines that do not begin with them. */
const signsIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + raisedIn([line]).size - (lineLabel(line)?.isRaised ? 1 : 0), 0);

/** So much of a series of numbers must be raised in the text before it. */
const leastAnswered = 0.7;

const linesOf = (blocks: readonly Joined[]): readonly Line[] => blocks.flatMap(({ group }) => group.lines);

/** Whether the text before `at` answers a list of notes that begins there. */
function isAnswered(blocks: readonly Joined[], at: number, feet: readonly Line[]): boolean {
  const lines = linesOf(blocks.slice(at));
  const page = lines[0]?.page ?? 0;
  const taken = new Set(feet.flatMap((line) => (line.page < page ? (lineLabel(line)?.label ?? []) : [])));
  const raised = raisedIn(linesOf(blocks.slice(0, at)));
  let count = 0;
  for (const line of lines) if (lineLabel(line)?.label === String(count + 1)) count += 1;
  // a text with headings like labels has signs of its own
  if (signsIn(lines) > count / 2) return false;
  const answered = Array.from({ length: count }, (_, index) => String(index + 1)).filter(
    (one) => raised.has(one) && !taken.has(one),
  );
  return answered.length >= count * leastAnswered;
}

/**
 * Where a list of notes begins that ends the text without a heading of its own, as browsers print it: it counts from 1, and its
 * numbers are raised in the text before it, and are not those of notes at the feet of pages before it (`feet`). Null where there is none.
 */
export function trailingNotesAt(blocks: readonly Joined[], feet: readonly Line[]): number | null {
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Joined;
    if (block.kind === 'heading' && block.certainty > 0.7) return null;
    const label = lineLabel(block.group.lines[0] as Line);
    if (label?.label === '1' && !label.isRaised) return isAnswered(blocks, at, feet) ? at : null;
  }
  return null;
}
