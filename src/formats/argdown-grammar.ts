/** The grammar of Argdown: the parser of @argdown/core, fetched when it is first asked for, and what it stumbles over in a person's words. */

/** A node of the syntax tree: a rule with children, or a token with the words it stands on. Offsets in UTF-16 units. */
export interface ArgdownNode {
  readonly name?: string;
  /** Where the parser had to guess, a child may be missing. */
  readonly children?: readonly (ArgdownNode | undefined)[];
  readonly tokenType?: { readonly name: string };
  readonly image?: string;
  readonly startOffset?: number;
  /** Inclusive. */
  readonly endOffset?: number;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** Something that the parser could not read. Line and column count from 1. */
export interface Trouble {
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop, in lower case. */
  readonly words: string;
}

export interface Parsed {
  /** Null where nothing could be read at all. */
  readonly tree: ArgdownNode | null;
  readonly tokens: readonly ArgdownNode[];
  readonly troubles: readonly Trouble[];
}

interface CoreError {
  readonly name: string;
  readonly token: ArgdownNode;
  readonly context: { readonly ruleStack: readonly string[] };
}

interface Response {
  ast?: ArgdownNode;
  tokens?: ArgdownNode[];
  parserErrors?: readonly CoreError[];
}

/** What a rule wants, in words; looked for from the innermost rule outwards. */
const wants: readonly (readonly [rule: RegExp, words: string])[] = [
  [
    /^(?:bold|italic)$/u,
    'bold or italic words begin here and do not end (a backslash before * or _ makes it a plain sign)',
  ],
  [/^inference/u, 'the line of an inference is two hyphens, what it goes by, and two hyphens again'],
  [
    /^pcs/u,
    'numbered premises, a line of hyphens and a numbered conclusion belong together, without an empty line between them',
  ],
  [/^(?:incoming|outgoing|contradiction)/u, 'after the sign of a relation comes a statement or an argument'],
  [/^relations/u, 'what is supported or attacked stands above, indented less'],
  [
    /^(?:statementContent|statementDefinition)$/u,
    'a title with a colon is followed by words, in the same paragraph',
  ],
];

/** Said of what is indented under nothing. */
const loose = 'what is indented here stands below nothing that it could be about';

/** The words that a token stands on, or what it means that there are none. */
function foundAt({ image = '' }: ArgdownNode): string {
  const [line = ''] = image.trim().split('\n');
  return line === ''
    ? 'the text ends too soon, or a line is empty'
    : `“${line.slice(0, 40)}” does not fit here`;
}

function sentence({ token, context }: CoreError): string {
  if (token.tokenType?.name === 'Indent' || token.tokenType?.name === 'Dedent') return loose;
  const rules = [...context.ruleStack].reverse();
  const want = rules.flatMap((rule) => wants.find(([one]) => one.test(rule)) ?? [])[1];
  return want === undefined ? foundAt(token) : `${foundAt(token)}: ${want}`;
}

function trouble(error: CoreError, last: ArgdownNode | undefined): Trouble {
  const at = Number.isFinite(error.token.startLine) ? error.token : last;
  return { line: at?.startLine ?? 1, column: at?.startColumn ?? 1, words: sentence(error) };
}

/** What it takes to read Argdown. */
export interface Grammar {
  /** What it says of one text is independent of every other. Throws where there are signs that are no Argdown. */
  readonly parse: (text: string) => Parsed;
  /** Special signs by their names, colons or dots included (`.and.`). */
  readonly signs: ReadonlyMap<string, string>;
}

/** Fetches the grammar. */
export async function argdownGrammar(): Promise<Grammar> {
  const [{ ParserPlugin }, { shortcodes }] = await Promise.all([
    import('../../node_modules/@argdown/core/dist/plugins/ParserPlugin.js'),
    import('../../node_modules/@argdown/core/dist/plugins/shortcodes.js'),
  ]);
  const plugin = new ParserPlugin({});
  const run = plugin.run.bind(plugin) as (request: object, response: Response, logger: object) => unknown;
  const signs = new Map(
    Object.entries(shortcodes).flatMap(([name, sign]) => (sign ? [[name, sign.unicode] as const] : [])),
  );
  const parse = (input: string): Parsed => {
    const response: Response = {};
    // It says its errors to a log as well; nobody reads that.
    run({ input, parser: {} }, response, { log: () => undefined, setLevel: () => undefined });
    const tokens = response.tokens ?? [];
    const troubles = (response.parserErrors ?? []).map((error) => trouble(error, tokens.at(-1)));
    return { tree: response.ast ?? null, tokens, troubles };
  };
  return { parse, signs };
}
