/** Sections of notes at the end of a text or of its chapters: lines under a heading that says so. */
import type { Joined } from './joining.ts';
import { lineLabel } from './zones.ts';

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
    if (block.kind === 'heading' && block.certainty > 0.6 && !lineLabel(block.group.lines[0] as never)) break;
    labels += block.group.lines.filter((line) => lineLabel(line) !== null).length;
  }
  return labels >= 1 ? end : null;
}
