/** The formats of files of the argument: their names, what they are good for, how their files end. */
import type { ArgumentOutFormat } from './argument-choice.ts';

interface FormatWords {
  readonly name: string;
  readonly about: string;
  readonly ending: string;
  readonly type: string;
  /** Whether Warrant reads it back unchanged. */
  readonly isWhole: boolean;
}

/** What a format is called, what it is for, and how its files end. */
export const argumentFormatWords: Readonly<Record<ArgumentOutFormat, FormatWords>> = {
  argdown: {
    name: 'Argdown',
    about: 'To be read and edited as text. Warrant reads it back unchanged.',
    ending: 'argdown',
    type: 'text/plain',
    isWhole: true,
  },
  aif: {
    name: 'AIF (JSON)',
    about: 'The Argument Interchange Format, as AIFdb has it. Warrant reads it back unchanged.',
    ending: 'aif.json',
    type: 'application/json',
    isWhole: true,
  },
  ova: {
    name: 'AIF for OVA (JSON)',
    about: 'AIF with a place for each node and the passages as text. Warrant reads it back unchanged.',
    ending: 'ova.json',
    type: 'application/json',
    isWhole: true,
  },
  markdown: {
    name: 'Outline (Markdown)',
    about: 'To be read: numbered and nested, with the author’s notes and links to the passages.',
    ending: 'md',
    type: 'text/markdown',
    isWhole: false,
  },
  graphml: {
    name: 'GraphML',
    about: 'A graph for yEd, Gephi and others, with groups as graphs within.',
    ending: 'graphml',
    type: 'application/xml',
    isWhole: false,
  },
  dot: {
    name: 'DOT (Graphviz)',
    about: 'A graph for Graphviz, with groups as clusters.',
    ending: 'dot',
    type: 'text/vnd.graphviz',
    isWhole: false,
  },
  mermaid: {
    name: 'Mermaid',
    about: 'A flowchart for wikis and notebooks that draw Mermaid.',
    ending: 'mmd',
    type: 'text/plain',
    isWhole: false,
  },
  claims: {
    name: 'Table of claims (CSV)',
    about: 'A row for each claim, for a spreadsheet.',
    ending: 'claims.csv',
    type: 'text/csv',
    isWhole: false,
  },
  relations: {
    name: 'Table of relations (CSV)',
    about: 'A row for each premise, attack and preference, for a spreadsheet.',
    ending: 'relations.csv',
    type: 'text/csv',
    isWhole: false,
  },
};
