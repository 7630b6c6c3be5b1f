/** An argument as an outline in Markdown: numbered, nested, with the author's notes and the way to each passage. */
import { wordsOf, type ArgumentSheet } from './argument-sheet.ts';
import { escapeLine, linkTarget } from './marks-markdown.ts';

/** A line of the outline, as the map's outline has it. */
export interface OutlineLine {
  readonly kind: string;
  /** Id of a claim or a step; empty for the branch of what leads nowhere. */
  readonly id: string;
  readonly bearing: string;
  /** Of a wording its id; of others what joins them to the line above. */
  readonly via: string | null;
  readonly children: readonly OutlineLine[];
}

/** Lines deeper than this are set in no further; their number still says where they belong. */
const deepest = 12;

const bearings: Readonly<Record<string, string>> = {
  supports: 'Because: ',
  against: 'Against: ',
  undercuts: 'Against the step: ',
  words: 'In other words: ',
};

/** Two spaces for each level, and the mark of a list. */
const indent = (level: number): string => `${'  '.repeat(Math.min(level, deepest))}- `;

class Outline {
  readonly #sheet: ArgumentSheet;
  readonly #lines: string[] = [];
  readonly #numbers = new Map<string, string>();

  constructor(sheet: ArgumentSheet) {
    this.#sheet = sheet;
  }

  /** All lines, from the top down; a stack of our own, for outlines of any depth. */
  write(items: readonly OutlineLine[]): string {
    const tasks = items.map((item, at) => ({ item, number: `${at + 1}`, level: 0 })).reverse();
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const { item, number, level } = task;
      if (item.kind === 'claim') this.#numbers.set(item.id, number);
      this.#lines.push(`${indent(level)}${number}\\. ${this.#words(item)}`);
      const inner = item.children.map((one, at) => ({
        item: one,
        number: `${number}.${at + 1}`,
        level: level + 1,
      }));
      tasks.push(...inner.reverse());
    }
    return this.#lines.join('\n');
  }

  #words(item: OutlineLine): string {
    const { argument } = this.#sheet;
    if (item.kind === 'branch') return '*Beside the argument*';
    const before = bearings[item.bearing] ?? '';
    if (item.kind === 'step') return this.#step(item.id);
    const claim = argument.claims.get(item.id);
    if (!claim) return `${before}(gone)`;
    if (item.kind === 'wording') {
      const text = claim.wordings.find(({ id }) => id === item.via)?.text ?? '';
      return `${before}${escapeLine(text) || '(no words yet)'}`;
    }
    if (item.kind === 'again')
      return `${before}see ${this.#numbers.get(item.id) ?? 'below'}: ${escapeLine(wordsOf(claim))}`;
    const words =
      claim.role === 'conclusion' ? `**${escapeLine(wordsOf(claim))}**` : escapeLine(wordsOf(claim));
    return `${before}${words}${this.#sources(claim.notes, item.id)}`;
  }

  #step(id: string): string {
    const step = this.#sheet.argument.inferences.get(id);
    const scheme = this.#sheet.schemeName(step?.scheme ?? null);
    const words = [scheme && `(${scheme})`, step?.gist, step?.implicit && '(unsaid in the paper)'];
    return `*Because, together*${words
      .filter(Boolean)
      .map((one) => ` ${escapeLine(String(one))}`)
      .join('')}`;
  }

  #sources(notes: readonly string[], claim: string): string {
    const place = this.#sheet.placeOf(claim);
    const labels = notes.map(this.#sheet.noteLabel).join(', ');
    const where = place && escapeLine(place.words);
    return [
      labels && ` \\[${notes.length === 1 ? 'note' : 'notes'} ${escapeLine(labels)}\\]`,
      where && ` (${place.link ? `[${where}](${linkTarget(place.link)})` : where})`,
    ]
      .filter(Boolean)
      .join('');
  }
}

/** The file. `items`: the outline of the argument. */
export function argumentMarkdown(sheet: ArgumentSheet, items: readonly OutlineLine[]): string {
  const head = [`# ${escapeLine(sheet.title)}`, sheet.link && `[Open the paper](${linkTarget(sheet.link)})`];
  return `${[...head.filter(Boolean), new Outline(sheet).write(items)].join('\n\n')}\n`;
}
