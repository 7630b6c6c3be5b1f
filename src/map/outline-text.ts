/** The outline, or a branch of it, as text to be copied: indented lines, or a Markdown list. Pure. */
import { argument, type Desk } from '../desk/desk.ts';
import { roleLooks } from './card.ts';
import { joinRuns } from './note-list.ts';
import { noteLabels } from './note-labels.ts';
import { placeItems, type Bearing, type OutlineItem } from './outline.ts';
import { bearingOf, gistOf, nameOf } from './outline-words.ts';

/** The signs of Argdown, which are easily told apart: for, against, against the step. */
const signs: Readonly<Record<Bearing, string>> = {
  top: '',
  supports: '+',
  linked: '+',
  against: '-',
  undercuts: '_',
  beside: '',
  words: '=',
};

function notesOf(item: OutlineItem, desk: Desk): string {
  const claim = item.kind === 'claim' ? argument(desk).claims.get(item.id) : undefined;
  const labels = noteLabels(desk.paper);
  const notes = joinRuns((claim?.notes ?? []).map((note) => labels.get(note) ?? note)).join(', ');
  return notes && ` (n. ${notes})`;
}

const roleOf = ({ kind, id }: OutlineItem, desk: Desk): string => {
  const claim = kind === 'claim' || kind === 'again' ? argument(desk).claims.get(id) : undefined;
  return claim ? roleLooks[claim.role].label : '';
};

/** White space and breaks of what somebody typed must not make lines of their own. */
const flat = (words: string): string => words.replace(/\s+/gu, ' ').trim();

function plainLine(item: OutlineItem, desk: Desk): string {
  const role = roleOf(item, desk);
  const gist = item.kind === 'step' ? gistOf(item, desk) : '';
  const words = `${flat(nameOf(item, desk))}${gist && `: ${flat(gist)}`}${notesOf(item, desk)}`;
  const again = item.kind === 'again' ? ' (elsewhere)' : '';
  return [signs[item.bearing], role && `${role}:`, words + again].filter(Boolean).join(' ');
}

/** Markdown's signs in what somebody typed stay what they are. */
const literal = (words: string): string => flat(words).replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&');

function markdownLine(item: OutlineItem, desk: Desk): string {
  const bearing = bearingOf(item, desk);
  const told = item.bearing === 'against' || item.bearing === 'undercuts' ? `*${bearing}:* ` : '';
  const role = roleOf(item, desk);
  const gist = item.kind === 'step' ? gistOf(item, desk) : '';
  const again = item.kind === 'again' ? ' *(elsewhere)*' : '';
  return `- ${told}${role && `**${role}.** `}${literal(nameOf(item, desk))}${gist && `: ${literal(gist)}`}${notesOf(item, desk)}${again}`;
}

/** The items and all that is under them, a line each. */
export function outlineText(items: readonly OutlineItem[], desk: Desk, as: 'text' | 'markdown'): string {
  const line = as === 'text' ? plainLine : markdownLine;
  const lines = placeItems(items, () => true).map(
    ({ item, level }) => `${'  '.repeat(level - 1)}${line(item, desk)}`,
  );
  return `${lines.join('\n')}\n`;
}
